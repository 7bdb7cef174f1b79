"""An E2 node with several things to do at once: subscriptions, controls, procedures, colliding ids (E2AP 5.2)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.conformance.choices import PERIOD_MS, controlling, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    SELDOM_MS,
    about,
    accepted_functions,
    deletion,
    deletion_of_nothing,
    new_transaction,
    of,
    released,
    reset,
    serving,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import answers
from oran_harness.conformance.periods import USUAL_MS, period_ms
from oran_harness.model import Level
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.steps import Peer, check, unsupported

KPM = ("service-model:KPM",)
_SUBSCRIPTION = "O-RAN.WG3.E2AP 5.2, 8.2.1.2"
_TAGS = ("RICsubscription", "positive", "several")
_NEGATIVE = ("RICsubscription", "negative", "collision")
_MANY = 32
_CONTROLS = 3
_FEW = 3
_HALF = 300
_MOST_UNDER_WAY = 100


@case(
    id="E2AP-SEVERAL-201",
    title="RICrequestIDs that differ in one half only name different subscriptions",
    clause="O-RAN.WG3.E2AP 9.2.7, 8.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_TAGS,
)
async def keeps_similar_ids_apart(ric: Peer) -> None:
    """Three subscriptions: one with another requestor, one with another instance; each is deleted by its own id."""
    names = (RICrequestID(_HALF, _HALF), RICrequestID(_HALF, _HALF + 1), RICrequestID(_HALF + 1, _HALF))
    possible = await _possible(ric)
    standing = await _admitted(ric, [replace(possible, ric_request_id=name) for name in names])
    for request in standing:
        delete = deletion(request)
        await ric.send(delete)
        answer = await ric.expect(
            m.RICsubscriptionDeleteResponse,
            m.RICsubscriptionDeleteFailure,
            where=answers(delete),
            requirement="A RIC SUBSCRIPTION DELETE REQUEST is answered under its own RICrequestID (E2AP 8.2.2)",
        )
        check(
            isinstance(answer, m.RICsubscriptionDeleteResponse),
            "A RICrequestID names one subscription by both its halves (E2AP 9.2.7): each of several can be deleted",
            expected=m.RICsubscriptionDeleteResponse.NAME,
            actual=f"{answer.NAME} for {request.ric_request_id}",
        )


@case(
    id="E2AP-SEVERAL-202",
    title="The Delete of one of several subscriptions leaves the others",
    clause="O-RAN.WG3.E2AP 8.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_TAGS,
)
async def deletes_one_only(ric: Peer) -> None:
    """The first of those that were admitted is deleted; each other one goes on reporting."""
    possible = await _possible(ric)
    asked = [replace(possible, ric_request_id=ric.new_request_id()) for _ in range(_FEW)]
    first, *others = await _admitted(ric, asked)
    delete = deletion(first)
    await ric.send(delete)
    await ric.expect(
        m.RICsubscriptionDeleteResponse,
        where=answers(delete),
        requirement="The Delete of a subscription that stands is answered by its response (E2AP 8.2.2.2)",
    )
    if reporting(ric).steady and ric.last is not None:
        for request in others:
            await _reports_after(ric, request, ric.last.t)


@case(
    id="E2AP-SEVERAL-203",
    title="32 subscriptions at once are each answered",
    clause=_SUBSCRIPTION,
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=(*_TAGS, "limits"),
)
async def answers_many(ric: Peer) -> None:
    """How many it admits is the node's own choice; each that it admits is deleted."""
    # Reports of 32 short periods could fill a slow link, and answers would wait behind them.
    possible = await _possible(ric, USUAL_MS)
    asked = [replace(possible, ric_request_id=ric.new_request_id()) for _ in range(_MANY)]
    for request in await _admitted(ric, asked, least=0):
        delete = deletion(request)
        await ric.send(delete)
        await ric.expect(
            m.RICsubscriptionDeleteResponse,
            where=answers(delete),
            requirement="The Delete of a subscription that stands is answered by its response (E2AP 8.2.2.2)",
        )


@case(
    id="E2AP-SEVERAL-204",
    title="A RICrequestID that another function's subscription has is answered",
    clause="O-RAN.WG3.E2AP 3.1, 9.2.7, 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_NEGATIVE,
)
async def answers_for_another_function(ric: Peer) -> None:
    """By either outcome: whether an id is unique to a function or to the node is read in both ways."""
    standing = await subscribed(ric, reporting(ric))
    others = [number for number in ric.functions if number != standing.ran_function_id]
    if not others:
        return
    await _collides(ric, replace(standing, ran_function_id=others[0]), "for another RAN function")


@case(
    id="E2AP-SEVERAL-205",
    title="A RICrequestID that a subscription with other contents has is answered",
    clause="O-RAN.WG3.E2AP 3.1, 8.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_NEGATIVE,
)
async def answers_for_other_contents(ric: Peer) -> None:
    """By either outcome: the text says what to do about identical contents only."""
    standing = await subscribed(ric, reporting(ric))
    assert standing.ric_request_id is not None
    other = reporting(ric, period_ms=2 * SELDOM_MS).request(standing.ric_request_id)
    await _collides(ric, other, "with other contents")


@case(
    id="E2AP-SEVERAL-206",
    title="Several controls at once are each answered",
    clause="O-RAN.WG3.E2AP 5.2, 8.2.4",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:RICcontrol", "service-model:RC"),
    tags=("RICcontrol", "positive", "several"),
)
async def answers_several_controls(ric: Peer) -> None:
    """Three of the same, in a row: each by either outcome, in any order, under its own RICrequestID."""
    control = controlling(ric)
    asked = [control.request(ric.new_request_id()) for _ in range(_CONTROLS)]
    for request in asked:
        await ric.send(request)
    for request in asked:
        await ric.expect(
            m.RICcontrolAcknowledge,
            m.RICcontrolFailure,
            m.ErrorIndication,
            where=about(request),
            requirement="Each of several RIC CONTROL REQUESTs is answered under its own RICrequestID (E2AP 8.2.4)",
        )


@case(
    id="E2AP-SEVERAL-207",
    title="Procedures of several kinds at once are each served",
    clause="O-RAN.WG3.E2AP 5.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*KPM, "procedure:RICserviceQuery"),
    tags=("RICsubscription", "RICserviceQuery", "positive", "several"),
)
async def serves_several_kinds(ric: Peer) -> None:
    """A Service Query, a Subscription and a Delete of what never was, before any of them is answered."""
    subscription = reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id())
    nothing = deletion_of_nothing(ric)
    await ric.send(m.RICserviceQuery(new_transaction(ric), accepted_functions(ric) or None))
    await ric.send(subscription)
    await ric.send(nothing, injected=True)
    why = "Procedures of different kinds may be under way at once, and each is served (E2AP 5.2)"
    await ric.together(
        ric.expect(m.RICserviceUpdate, requirement=why),
        ric.expect(m.RICsubscriptionResponse, m.RICsubscriptionFailure, where=answers(subscription), requirement=why),
        ric.expect(m.RICsubscriptionDeleteFailure, m.ErrorIndication, where=about(nothing), requirement=why),
    )


@case(
    id="E2AP-SEVERAL-208",
    title="A Reset right behind a Subscription Request is answered",
    clause="O-RAN.WG3.E2AP 8.3.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*KPM, "procedure:Reset"),
    tags=("Reset", "negative", "collision"),
)
async def answers_a_reset_in_between(ric: Peer) -> None:
    """The Subscription is aborted, and may be left without an answer; the Reset may not."""
    await ric.send(reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id()))
    request = reset(ric)
    await ric.send(request)
    await ric.expect(
        m.ResetResponse,
        where=answers(request),
        requirement="A RESET REQUEST is answered, whatever procedure it aborts (E2AP 8.3.2.2)",
    )
    await unharmed(ric, "a Reset right behind a Subscription Request")


@case(
    id="E2AP-SEVERAL-209",
    title="A Delete right behind its Subscription Request is answered",
    clause="O-RAN.WG3.E2AP 8.2.1.3, 8.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=("RICsubscriptionDelete", "negative", "collision"),
)
async def answers_a_delete_in_between(ric: Peer) -> None:
    """A RIC that waits no longer deletes what may be there or not; both outcomes are fine."""
    request = reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id())
    delete = deletion(request)
    await ric.send(request)
    await ric.send(delete, injected=True)
    await ric.expect(
        m.RICsubscriptionDeleteResponse,
        m.RICsubscriptionDeleteFailure,
        m.ErrorIndication,
        where=about(delete),
        requirement="A RIC SUBSCRIPTION DELETE REQUEST is answered, also right behind its Subscription (E2AP 8.2.2)",
    )
    await unharmed(ric, "a Delete right behind its Subscription Request")


@case(
    id="E2AP-SEVERAL-210",
    title="Resets of both ends that cross are both complete",
    clause="O-RAN.WG3.E2AP 8.3.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:Reset", "stimulus:reset"),
    tags=("Reset", "negative", "collision"),
)
async def answers_a_crossing_reset(ric: Peer) -> None:
    """A Reset aborts every other procedure but another Reset: the node answers ours while it waits for the answer."""
    await ric.stimulate("reset")
    theirs = await ric.expect(m.ResetRequest, requirement="Told to reset, the E2 node sends RESET REQUEST")
    ours = reset(ric)
    await ric.send(ours)
    await ric.expect(
        m.ResetResponse,
        where=answers(ours),
        requirement="A RESET REQUEST is answered, also while a Reset of the E2 node's own is under way (E2AP 8.3.2.2)",
    )
    await ric.send(m.ResetResponse(theirs.transaction_id))
    await serving(ric)


async def _possible(ric: Peer, period: int = PERIOD_MS) -> m.RICsubscriptionRequest:
    """A subscription with that period that the node has admitted alone; it does not stand any more."""
    request = await subscribed(ric, reporting(ric, period_ms=period))
    await released(ric, request)
    return request


async def _admitted(
    ric: Peer, asked: Sequence[m.RICsubscriptionRequest], least: int = 2
) -> list[m.RICsubscriptionRequest]:
    """Send all requests at once, and see each answered; those that were admitted, of which there have to be some."""
    for request in asked:
        await ric.send(request)
    admitted = []
    for request in asked:
        answer = await ric.expect(
            m.RICsubscriptionResponse,
            m.RICsubscriptionFailure,
            where=answers(request),
            requirement="Each RIC SUBSCRIPTION REQUEST is answered under its own RICrequestID (E2AP 8.2.1.2)",
        )
        admitted += [request] if isinstance(answer, m.RICsubscriptionResponse) else []
    if len(admitted) < least:
        raise unsupported("the E2 node does not admit several subscriptions of one report")
    return admitted


async def _reports_after(ric: Peer, request: m.RICsubscriptionRequest, deleted: float) -> None:
    """A report comes that cannot have been on its way when another subscription was deleted."""
    for _ in range(_MOST_UNDER_WAY):
        await ric.expect(
            m.RICindication,
            where=of(request),
            requirement="The Delete of a subscription ends that one, and not the others (E2AP 8.2.2.2)",
        )
        if ric.last is None or ric.last.t > deleted + (period_ms(request) or PERIOD_MS) / 1000:
            return


async def _collides(ric: Peer, request: m.RICsubscriptionRequest, what: str) -> None:
    await ric.send(request, injected=True)
    await ric.expect(
        m.RICsubscriptionResponse,
        m.RICsubscriptionFailure,
        m.ErrorIndication,
        where=about(request),
        requirement=f"A RIC SUBSCRIPTION REQUEST {what} whose RICrequestID is in use is answered (E2AP 8.2.1)",
    )
    await unharmed(ric, f"a Subscription {what} under a RICrequestID that is in use")
