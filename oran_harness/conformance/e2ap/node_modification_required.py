"""RIC Subscription Modification Required, with an E2 node under test (E2AP 8.2.6, since 3.00)."""

from oran_harness.conformance.choices import Reporting, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_reports import change, go_on, subscribed_to
from oran_harness.conformance.e2ap.node_scenery import NODE, of, quiet, unharmed
from oran_harness.conformance.expectations import answers
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RICaction_ConfirmedForModification_Item,
    RICaction_ConfirmedForRemoval_Item,
)
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationFailure,
    RICsubscriptionModificationRefuse,
    RICsubscriptionModificationRequired,
    RICsubscriptionModificationResponse,
    RICsubscriptionRequest,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_NAME = "RICsubscriptionModificationRequired"
_NEEDS = ("stimulus:modification-required", f"procedure:{_NAME}", "service-model:KPM", "e2ap:3.01")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_ACTIONS = 2


@case(
    id="E2AP-MODREQ-201",
    title="The node asks for a modification of a subscription that stands, and makes what is confirmed",
    clause="O-RAN.WG3.E2AP 8.2.6.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def makes_what_is_confirmed(ric: Peer) -> None:
    """Confirmed is all that it asks for; actions that it lets go are silent, the others report on."""
    report = reporting(ric)
    subscription, request = await _required(ric, report)
    await ric.send(_confirmation(request))
    gone = {item.ric_action_id for item in request.ric_actions_required_to_be_removed_list or ()}
    staying = tuple(number for number in range(1, _ACTIONS + 1) if number not in gone)
    await go_on(ric, report, subscription, staying)


@case(
    id="E2AP-MODREQ-202",
    title="A modification that is refused is not made: all actions report on",
    clause="O-RAN.WG3.E2AP 8.2.6.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def makes_nothing_that_is_refused(ric: Peer) -> None:
    """The node may delete the subscription some other way, but not of its own in this procedure."""
    report = reporting(ric)
    subscription, request = await _required(ric, report)
    await ric.send(_refusal(ric, request))
    await go_on(ric, report, subscription, tuple(range(1, _ACTIONS + 1)))


@case(
    id="E2AP-MODREQ-203",
    title="A node whose modification is not answered serves on",
    clause="O-RAN.WG3.E2AP 8.2.6, 9.5",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def outlives_silence(ric: Peer) -> None:
    """No timer is given for the procedure, so what the node makes of silence is open; it must do no harm."""
    await _required(ric, reporting(ric))
    await ric.pause(quiet(ric))
    await unharmed(ric, "a modification that the near-RT RIC does not answer")


@case(
    id="E2AP-MODREQ-204",
    title="A modification of the near-RT RIC that crosses one of the node is answered",
    clause="O-RAN.WG3.E2AP 5.2, 8.2.5, 8.2.6",
    level=Level.MUST,
    under_test=NODE,
    needs=(*_NEEDS, "procedure:RICsubscriptionModification"),
    tags=(_NAME, "RICsubscriptionModification", "negative"),
)
async def answers_a_crossing_modification(ric: Peer) -> None:
    """Parallel procedures are provided for; whether either is granted is open."""
    report = reporting(ric)
    subscription, required = await _required(ric, report)
    request = change(subscription, trigger=report.trigger)
    await ric.send(request)
    await ric.expect(
        RICsubscriptionModificationResponse,
        RICsubscriptionModificationFailure,
        ErrorIndication,
        where=answers(request),
        requirement="The E2 node answers a modification while one of its own waits for an answer",
    )
    await ric.send(_refusal(ric, required))
    await unharmed(ric, "modifications of both sides that cross")


@case(
    id="E2AP-MODREQ-205",
    title="A confirmation of a modification that the node did not ask for does no harm",
    clause="O-RAN.WG3.E2AP 10, TS 36.413 10.4",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def outlives_an_unasked_confirmation(ric: Peer) -> None:
    """It names a subscription that never was; the right answer comes behind it."""
    report = reporting(ric)
    subscription, request = await _required(ric, report)
    strange = (RICaction_ConfirmedForRemoval_Item(1),)
    function_id = request.ran_function_id
    confirmation = RICsubscriptionModificationConfirm(ric.new_request_id(), function_id, None, None, strange)
    await ric.send(confirmation, injected=True)
    await ric.send(_refusal(ric, request))
    await unharmed(ric, "a confirmation for an unknown subscription")
    await go_on(ric, report, subscription, (1,))


async def _required(ric: Peer, report: Reporting) -> tuple[RICsubscriptionRequest, RICsubscriptionModificationRequired]:
    """A subscription with two actions, and what the node asks to have modified of it."""
    subscription = await subscribed_to(ric, report, actions=_ACTIONS)
    name = subscription.ric_request_id
    assert name is not None
    await ric.stimulate("modification-required", request_id=[name.ric_requestor_id, name.ric_instance_id])
    request = await ric.expect(
        RICsubscriptionModificationRequired,
        where=of(subscription),
        requirement="Asked to have the subscription modified, the E2 node sends RIC SUBSCRIPTION MODIFICATION REQUIRED",
    )
    check(
        request.ran_function_id == subscription.ran_function_id,
        "RIC SUBSCRIPTION MODIFICATION REQUIRED names the RAN function of the subscription",
        expected=f"RAN function {subscription.ran_function_id}",
        actual=f"RAN function {request.ran_function_id}",
    )
    named = {
        *(item.ric_action_id for item in request.ric_actions_required_to_be_modified_list or ()),
        *(item.ric_action_id for item in request.ric_actions_required_to_be_removed_list or ()),
    }
    check(
        named <= set(range(1, _ACTIONS + 1)),
        "RIC SUBSCRIPTION MODIFICATION REQUIRED names actions that the subscription has",
        expected=f"actions 1 to {_ACTIONS}",
        actual=f"actions {sorted(named)}",
    )
    return subscription, request


def _confirmation(request: RICsubscriptionModificationRequired) -> RICsubscriptionModificationConfirm:
    """The confirmation of all that is asked for."""
    modified = request.ric_actions_required_to_be_modified_list or ()
    removed = request.ric_actions_required_to_be_removed_list or ()
    return RICsubscriptionModificationConfirm(
        request.ric_request_id,
        request.ran_function_id,
        tuple(RICaction_ConfirmedForModification_Item(item.ric_action_id) for item in modified) or None,
        None,
        tuple(RICaction_ConfirmedForRemoval_Item(item.ric_action_id) for item in removed) or None,
    )


def _refusal(ric: Peer, request: RICsubscriptionModificationRequired) -> RICsubscriptionModificationRefuse:
    why = cause("ricRequest/unspecified", ric.edition)
    return RICsubscriptionModificationRefuse(request.ric_request_id, request.ran_function_id, why)
