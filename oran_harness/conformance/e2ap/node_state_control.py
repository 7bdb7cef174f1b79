"""RIC Subscription State Control, with an E2 node under test (E2AP 8.2.10, since 7.00)."""

from oran_harness.conformance.choices import missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_reports import drained, go_on, of_action, period_of, subscribed_to
from oran_harness.conformance.e2ap.node_scenery import NODE, deletion, of, says, subscribed
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RANfunctionStateControl_Item,
    RICactionList_Item,
    RICsubscriptionList_Item,
)
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionDeleteResponse,
    RICsubscriptionRequest,
    RICsubscriptionStateControlFailure,
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)
from oran_harness.steps import Peer, unsupported

_NAME = "RICsubscriptionStateControl"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.10.2"
_REFUSED = "O-RAN.WG3.E2AP 8.2.10.3"
_WITHOUT_MODEL = (f"procedure:{_NAME}", "e2ap:7.00")
_NEEDS = (*_WITHOUT_MODEL, "service-model:KPM")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_PERIODS_WATCHED = 3


@case(
    id="E2AP-STATE-201",
    title="A suspended subscription is silent, and reports again when it is resumed",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def suspends_and_resumes(ric: Peer) -> None:
    """The whole subscription: its event trigger rests."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await go_on(ric, report, subscription, (1,))
    await _changed(ric, _suspension(ric, subscription))
    await ric.pause(period_of(subscription))
    await drained(ric, subscription)
    await ric.silence(
        RICindication,
        lasting=_PERIODS_WATCHED * period_of(subscription),
        where=of(subscription),
        requirement="The event trigger of a suspended subscription is suspended",
    )
    await _changed(ric, _resumption(ric, subscription))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-STATE-202",
    title="A suspended action is silent, and the others report on",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def suspends_an_action(ric: Peer) -> None:
    """Suspended is the second of two actions."""
    report = reporting(ric)
    subscription = await subscribed_to(ric, report, actions=2)
    await _changed(ric, _suspension(ric, subscription, 2))
    await ric.pause(period_of(subscription))
    await drained(ric, subscription)
    await ric.silence(
        RICindication,
        lasting=_PERIODS_WATCHED * period_of(subscription),
        where=of_action(subscription, 2),
        requirement="A suspended action does not report",
    )
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-STATE-203",
    title="To suspend a subscription that never was is refused",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unknown_subscription(ric: Peer) -> None:
    """Nothing can be suspended, and the one that stands reports on."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    await _refuses(ric, _suspension(ric, report.request(ric.new_request_id())))
    await go_on(ric, report, subscription, (1,))


@case(
    id="E2AP-STATE-204",
    title="To suspend subscriptions of a RAN function that the node does not offer is refused",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_WITHOUT_MODEL,
    tags=_BAD,
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """Neither the function nor the subscription is known."""
    nothing = RICsubscriptionList_Item(ric.new_request_id())
    item = RANfunctionStateControl_Item(missing_function(ric), (nothing,))
    await _refuses(ric, RICsubscriptionStateControlRequest(ric.new_request_id(), (item,)))


@case(
    id="E2AP-STATE-205",
    title="A suspended subscription can be deleted",
    clause="O-RAN.WG3.E2AP 8.2.2.2, 8.2.10.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def deletes_what_is_suspended(ric: Peer) -> None:
    """It stands, though it is silent."""
    subscription = await subscribed(ric, reporting(ric))
    await _changed(ric, _suspension(ric, subscription))
    delete = deletion(subscription)
    await ask_echoed(
        ric,
        delete,
        RICsubscriptionDeleteResponse,
        requirement="The E2 node deletes a subscription that stands, suspended or not",
        refusable=False,
    )


def _listed(subscription: RICsubscriptionRequest, actions: tuple[int, ...]) -> tuple[RICsubscriptionList_Item, ...]:
    assert subscription.ric_request_id is not None
    named = tuple(map(RICactionList_Item, actions)) or None
    return (RICsubscriptionList_Item(subscription.ric_request_id, named),)


def _suspension(ric: Peer, subscription: RICsubscriptionRequest, *actions: int) -> RICsubscriptionStateControlRequest:
    """A request to suspend the subscription, or some of its actions."""
    assert subscription.ran_function_id is not None
    item = RANfunctionStateControl_Item(subscription.ran_function_id, _listed(subscription, actions))
    return RICsubscriptionStateControlRequest(ric.new_request_id(), (item,))


def _resumption(ric: Peer, subscription: RICsubscriptionRequest) -> RICsubscriptionStateControlRequest:
    """A request to resume the whole subscription."""
    assert subscription.ran_function_id is not None
    item = RANfunctionStateControl_Item(subscription.ran_function_id, None, _listed(subscription, ()))
    return RICsubscriptionStateControlRequest(ric.new_request_id(), (item,))


async def _changed(ric: Peer, request: RICsubscriptionStateControlRequest) -> None:
    """The node does what is asked; unsupported where it refuses, as it may (8.2.10.3)."""
    answer = await ask_echoed(
        ric,
        request,
        RICsubscriptionStateControlResponse,
        RICsubscriptionStateControlFailure,
        requirement="The E2 node answers RIC SUBSCRIPTION STATE CONTROL REQUEST",
    )
    if isinstance(answer, RICsubscriptionStateControlFailure):
        raise unsupported(f"the node refuses to suspend or to resume, as it may: {says(answer)}")


async def _refuses(ric: Peer, request: RICsubscriptionStateControlRequest) -> None:
    """The node does nothing, and says so."""
    await ask_echoed(
        ric,
        request,
        RICsubscriptionStateControlFailure,
        requirement="Where nothing can be suspended the E2 node answers with RIC SUBSCRIPTION STATE CONTROL FAILURE",
        injected=True,
    )
