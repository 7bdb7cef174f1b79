"""Subscriptions of a node under test that report while something is done to them, and what is done."""

from collections.abc import Callable

from oran_harness.conformance.choices import PERIOD_MS, Reporting
from oran_harness.conformance.e2ap.node_scenery import admitted, of
from oran_harness.conformance.periods import period_ms
from oran_harness.protocols.e2ap.elements import (
    RICaction_ToBeAddedForModification_Item,
    RICaction_ToBeModifiedForModification_Item,
    RICaction_ToBeRemovedForModification_Item,
)
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionModificationRequest,
    RICsubscriptionRequest,
)
from oran_harness.steps import Peer, unsupported

_ANY_ORDER = 0
_MOST_REPORTS = 1000


async def subscribed_to(ric: Peer, report: Reporting, *, actions: int = 1) -> RICsubscriptionRequest:
    """A subscription to the report by so many actions, all of which have to be admitted, or nothing can be said."""
    asked = tuple(report.action(number) for number in range(1, actions + 1))
    request, response = await admitted(ric, report.request(ric.new_request_id(), actions=asked))
    taken = {item.ric_action_id for item in response.ric_actions_admitted or ()}
    if len(taken) < actions:
        raise unsupported(f"the node admits {len(taken)} of {actions} actions in one subscription")
    return request


def period_of(subscription: RICsubscriptionRequest) -> float:
    """The reporting period that a subscription has got, in seconds: a node may have refused a shorter one."""
    return (period_ms(subscription) or PERIOD_MS) / 1000


def another_action(
    subscription: RICsubscriptionRequest, number: int, definition: bytes | None = None
) -> tuple[RICaction_ToBeAddedForModification_Item, ...]:
    """An action to be added: the like of the first one of the subscription, or with another definition."""
    details = subscription.ric_subscription_details
    if definition is None and details is not None:
        definition = details.ric_action_to_be_setup_list[0].ric_action_definition
    return (RICaction_ToBeAddedForModification_Item(number, "report", definition or b"", _ANY_ORDER),)


def change(
    subscription: RICsubscriptionRequest,
    *,
    trigger: bytes | None = None,
    remove: tuple[int, ...] = (),
    modify: tuple[RICaction_ToBeModifiedForModification_Item, ...] = (),
    add: tuple[RICaction_ToBeAddedForModification_Item, ...] = (),
    function: int | None = None,
) -> RICsubscriptionModificationRequest:
    """A request that modifies a subscription, as one of its RAN function or of ``function``."""
    return RICsubscriptionModificationRequest(
        subscription.ric_request_id,
        subscription.ran_function_id if function is None else function,
        trigger,
        tuple(map(RICaction_ToBeRemovedForModification_Item, remove)) or None,
        modify or None,
        add or None,
    )


def of_action(subscription: RICsubscriptionRequest, number: int) -> Callable[[RICindication], bool]:
    """A predicate: the report is one of that action of a subscription."""
    return lambda each: each.ric_request_id == subscription.ric_request_id and each.ric_action_id == number


async def go_on(ric: Peer, report: Reporting, subscription: RICsubscriptionRequest, actions: tuple[int, ...]) -> None:
    """These actions of a subscription report from now on; nothing is asked of reports that need a UE to come."""
    await drained(ric, subscription)
    if not report.steady:
        return
    for number in actions:
        await ric.expect(
            RICindication,
            where=of_action(subscription, number),
            requirement=f"Action {number} of the subscription is in force, so that it reports",
        )


async def reports_within(ric: Peer, subscription: RICsubscriptionRequest, seconds: float) -> int:
    """How many reports of a subscription come within so many seconds from now."""
    await drained(ric, subscription)
    await ric.pause(seconds)
    return await drained(ric, subscription)


async def drained(ric: Peer, subscription: RICsubscriptionRequest) -> int:
    """Take the reports of a subscription that have come so far; gives how many those are."""
    for count in range(_MOST_REPORTS):
        if await ric.hear(RICindication, where=of(subscription), within=0) is None:
            return count
    return _MOST_REPORTS
