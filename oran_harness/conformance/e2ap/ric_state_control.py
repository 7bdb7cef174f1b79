"""RIC Subscription State Control by a near-RT RIC under test (E2AP 8.2.10, since 7.00)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import grant, ids_of, kpm_indication, refuse, subscribed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RANfunctionStateConfirm_Item,
    RICrequestID,
    RICsubscriptionList_Item,
)
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)
from oran_harness.steps import Peer, check, inconclusive

_NAME = "RICsubscriptionStateControl"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.10.2"
_NEEDS = ("stimulus:subscribe", "stimulus:state-control", f"procedure:{_NAME}", "e2ap:7.00")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_LISTS = {"suspend": "ric_subscription_to_be_suspended_list", "resume": "ric_subscription_to_be_resumed_list"}


@case(
    id="E2AP-STATE-101",
    title="The near-RT RIC suspends a subscription that stands, resumes it, and takes its reports again",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def suspends_and_resumes(node: Peer) -> None:
    """The node does all that is asked, and reports after it has resumed."""
    association = node.here
    subscription = await subscribed(node)
    suspension = await _asked(node, "suspend")
    _check_names(node, _named(suspension, "suspend"), "suspend")
    await grant(node, suspension)
    resumption = await _asked(node, "resume")
    _check_names(node, _named(resumption, "resume"), "resume")
    await grant(node, resumption)
    name, _ = ids_of(subscription)
    held = node.engine.subscriptions.get(name)
    if held is None or held.state is not SubscriptionState.ACTIVE:
        raise inconclusive("the near-RT RIC resumes another subscription than the one that is to report")
    await node.send(kpm_indication(node, subscription))
    await unmoved(node, association, "a report of a subscription that was suspended and resumed")


@case(
    id="E2AP-STATE-102",
    title="The near-RT RIC takes the failure of a state control, and reports as before",
    clause="O-RAN.WG3.E2AP 8.2.10.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def takes_a_failure(node: Peer) -> None:
    """Both go on as they were, so that a report is in order."""
    association = node.here
    subscription = await subscribed(node)
    await refuse(node, await _asked(node, "suspend"), "request-id-unknown")
    await node.send(kpm_indication(node, subscription))
    await unmoved(node, association, "a report after RIC SUBSCRIPTION STATE CONTROL FAILURE")


@case(
    id="E2AP-STATE-103",
    title="A state control response about another subscription does no harm",
    clause=f"{_CLAUSE}, 10",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def outlives_another_subscription(node: Peer) -> None:
    """The node claims to have suspended what never was."""
    bystander = node.here
    name, function_id = ids_of(await subscribed(node))
    request = await _asked(node, "suspend")
    stranger = RICrequestID(name.ric_requestor_id, name.ric_instance_id ^ 1)
    done = RANfunctionStateConfirm_Item(function_id, (RICsubscriptionList_Item(stranger),))
    await node.send(RICsubscriptionStateControlResponse(request.ric_request_id, (done,)), injected=True)
    await unharmed(node, bystander, "a state control response about an unknown subscription")


async def _asked(node: Peer, change: str) -> RICsubscriptionStateControlRequest:
    """Have the RIC suspend or resume a subscription, the last as a rule; gives its request, which waits."""
    await node.stimulate("state-control", change=change)
    return await node.expect(
        RICsubscriptionStateControlRequest,
        requirement=f"Asked to {change} a subscription, the near-RT RIC sends RIC SUBSCRIPTION STATE CONTROL REQUEST",
    )


def _named(request: RICsubscriptionStateControlRequest, change: str) -> set[tuple[int, RICrequestID]]:
    """The subscriptions in one of the request's lists, each with its RAN function."""
    field = _LISTS[change]
    functions: Iterable[Any] = request.ran_function_state_control_list or ()
    return {(each.ran_function_id, item.ric_request_id) for each in functions for item in getattr(each, field) or ()}


def _check_names(node: Peer, named: set[tuple[int, RICrequestID]], change: str) -> None:
    if not named:
        raise inconclusive(f"asked to {change} a subscription the near-RT RIC asks for something else")
    standing = {(each.ran_function_id, each.request_id) for each in node.engine.subscriptions.values()}
    check(
        named <= standing,
        "RIC SUBSCRIPTION STATE CONTROL REQUEST names subscriptions that stand, under their RAN functions",
        expected=f"some of {sorted(map(str, standing))}",
        actual=str(sorted(map(str, named))),
    )
