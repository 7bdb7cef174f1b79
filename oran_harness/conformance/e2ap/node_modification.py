"""RIC Subscription Modification, with an E2 node under test (E2AP 8.2.5, since 3.00)."""

from oran_harness.conformance.choices import missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_reports import (
    another_action,
    change,
    go_on,
    of_action,
    period_of,
    reports_within,
    subscribed_to,
)
from oran_harness.conformance.e2ap.node_scenery import NODE, deletion, released, says, serving, subscribed, unharmed
from oran_harness.conformance.expectations import answers, ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RICaction_ToBeModifiedForModification_Item
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICindication,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteResponse,
    RICsubscriptionModificationFailure,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationResponse,
)
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.steps import Peer, check, unsupported

_NAME = "RICsubscriptionModification"
_NEEDS = (f"procedure:{_NAME}", "service-model:KPM", "e2ap:3.01")
_DONE = "O-RAN.WG3.E2AP 8.2.5.2"
_REFUSED = "O-RAN.WG3.E2AP 8.2.5.3"
_ABNORMAL = "O-RAN.WG3.E2AP 8.2.5.4"
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_TIMES = 10
_PERIODS_WATCHED = 4.5
_MOST_REPORTS = 2
"""In the time watched there are four reports of the short period, and one at most of the long one."""
_GARBAGE = b"\xff" * 17
_DEFINED_ANEW = 2


@case(
    id="E2AP-SUBMOD-201",
    title="An action that a modification adds reports beside the one that was there",
    clause=_DONE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def adds_an_action(ric: Peer) -> None:
    """A node may refuse a second action; the first one runs on in any case."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    request = change(subscription, add=another_action(subscription, 2))
    answer = await ask_echoed(ric, request, RICsubscriptionModificationResponse, RICsubscriptionModificationFailure)
    if isinstance(answer, RICsubscriptionModificationFailure):
        await go_on(ric, report, subscription, (1,))
        raise unsupported("the node refuses a second action, as it may, and the first one runs on")
    assert isinstance(answer, RICsubscriptionModificationResponse)
    added = {item.ric_action_id for item in answer.ric_actions_added_for_modification_list or ()}
    await go_on(ric, report, subscription, (1, *added))


@case(
    id="E2AP-SUBMOD-202",
    title="A modified event trigger is the one that reports follow",
    clause=_DONE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def changes_the_trigger(ric: Peer) -> None:
    """The reporting period becomes ten times as long: reports must not come in the old one any more."""
    report = reporting(ric)
    subscription = await subscribed_to(ric, report)
    period = period_of(subscription)
    longer = event_trigger(round(_TIMES * period * 1000), report.edition)
    await _taken(ric, change(subscription, trigger=longer), "the event trigger")
    await ric.pause(period)
    count = await reports_within(ric, subscription, _PERIODS_WATCHED * period)
    check(
        count <= _MOST_REPORTS,
        "After RIC SUBSCRIPTION MODIFICATION RESPONSE the modified event trigger is in force",
        expected=f"at most {_MOST_REPORTS} reports in {_PERIODS_WATCHED * period:g} s, one in {_TIMES * period:g} s",
        actual=f"{count} reports, as with the period of {period:g} s before",
    )


@case(
    id="E2AP-SUBMOD-203",
    title="An action that a modification removes is silent, and the others report on",
    clause=_DONE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def removes_an_action(ric: Peer) -> None:
    """Removed is the second of two actions."""
    report = reporting(ric)
    subscription = await subscribed_to(ric, report, actions=2)
    await _taken(ric, change(subscription, remove=(2,)), "the removal of an action")
    await ric.pause(period_of(subscription))
    await ric.silence(
        RICindication,
        lasting=3 * period_of(subscription),
        where=of_action(subscription, 2),
        requirement="An action that is removed does not report any more",
    )
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-204",
    title="An action whose definition is modified while it reports goes on reporting",
    clause=_DONE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def defines_an_action_anew(ric: Peer) -> None:
    """Its period grows with the event trigger's. The node may refuse; it reports in any case."""
    report = reporting(ric)
    subscription = await subscribed_to(ric, report)
    coarser = reporting(ric, period_ms=round(_DEFINED_ANEW * period_of(subscription) * 1000))
    await go_on(ric, report, subscription, (1,))
    anew = (RICaction_ToBeModifiedForModification_Item(1, coarser.definition),)
    request = change(subscription, trigger=coarser.trigger, modify=anew)
    await ask_echoed(ric, request, RICsubscriptionModificationResponse, RICsubscriptionModificationFailure)
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-205",
    title="A modification of a subscription that never was is refused",
    clause=_ABNORMAL,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unknown_subscription(ric: Peer) -> None:
    """The RICrequestID is unknown, the RAN function is not."""
    report = reporting(ric)
    await _refuses(ric, change(report.request(ric.new_request_id()), trigger=report.trigger))


@case(
    id="E2AP-SUBMOD-206",
    title="A modification for a RAN function that the node does not offer is refused",
    clause=_ABNORMAL,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """The subscription stands, under another RAN function, and reports on."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await _refuses(ric, change(subscription, trigger=report.trigger, function=missing_function(ric)))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-207",
    title="The removal of all actions is refused, and they report on",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_to_remove_all(ric: Peer) -> None:
    """A subscription without actions is none: that is what Delete is for."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await _refuses(ric, change(subscription, remove=(1,)))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-208",
    title="A modification that names one action in two lists is refused",
    clause=_ABNORMAL,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_action_in_two_lists(ric: Peer) -> None:
    """It is to be removed and modified at once."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    again = (RICaction_ToBeModifiedForModification_Item(1, report.definition),)
    await _refuses(ric, change(subscription, trigger=report.trigger, remove=(1,), modify=again))


@case(
    id="E2AP-SUBMOD-209",
    title="A modification of a subscription that is deleted is refused",
    clause=_ABNORMAL,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_what_is_deleted(ric: Peer) -> None:
    """After the Delete the RICrequestID is unknown."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await released(ric, subscription)
    await _refuses(ric, change(subscription, trigger=report.trigger))


@case(
    id="E2AP-SUBMOD-210",
    title="An event trigger that cannot be read is refused, and the old one stays in force",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unreadable_trigger(ric: Peer) -> None:
    """The trigger is no octets of the service model."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await _refuses(ric, change(subscription, trigger=_GARBAGE))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-211",
    title="An action whose definition cannot be read is not added, and the others report on",
    clause=f"{_DONE}, 8.2.5.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def does_not_add_the_unreadable(ric: Peer) -> None:
    """Nothing else is asked for, so that nothing is done: the answer is the failure."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await _refuses(ric, change(subscription, add=another_action(subscription, 2, _GARBAGE)))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-SUBMOD-212",
    title="A modification and a Delete of one subscription at once are both answered",
    clause=f"{_DONE}, 8.2.5.4, 8.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def survives_a_delete_meanwhile(ric: Peer) -> None:
    """How either is answered is open; the subscription is gone after the Delete, and the node serves on."""
    await serving(ric)
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    request, delete = change(subscription, trigger=report.trigger), deletion(subscription)
    await ric.send(request)
    await ric.send(delete)
    answer, _ = await ric.together(
        ric.expect(
            RICsubscriptionModificationResponse,
            RICsubscriptionModificationFailure,
            ErrorIndication,
            where=answers(request),
            requirement="The E2 node answers RIC SUBSCRIPTION MODIFICATION REQUEST",
        ),
        ric.expect(
            RICsubscriptionDeleteResponse,
            RICsubscriptionDeleteFailure,
            where=answers(delete),
            requirement="The E2 node answers RIC SUBSCRIPTION DELETE REQUEST",
        ),
    )
    await unharmed(ric, "a modification and a Delete of one subscription at once")
    if isinstance(answer, ErrorIndication) and not ric.claims.procedure(_NAME):
        raise unsupported("the node reports the modification as an error")


async def _taken(ric: Peer, request: RICsubscriptionModificationRequest, what: str) -> None:
    """The node makes the modification; unsupported where it refuses, as it may with any (8.2.5.3)."""
    answer = await ask_echoed(ric, request, RICsubscriptionModificationResponse, RICsubscriptionModificationFailure)
    if isinstance(answer, RICsubscriptionModificationFailure):
        raise unsupported(f"the node refuses {what}, as it may: {says(answer)}")


async def _refuses(ric: Peer, request: RICsubscriptionModificationRequest) -> None:
    """The node answers the request with its failure message."""
    await ask_echoed(
        ric,
        request,
        RICsubscriptionModificationFailure,
        requirement="The E2 node refuses the modification with RIC SUBSCRIPTION MODIFICATION FAILURE",
        injected=True,
    )
