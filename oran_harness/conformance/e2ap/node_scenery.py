"""The near-RT RIC that we play towards an E2 node, and how a case sees that the node took no harm."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.choices import PERIOD_MS, Reporting, missing_function, reporting
from oran_harness.conformance.expectations import answers, ask, check_echo
from oran_harness.conformance.periods import period_ms, plain, slower
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.elements import Cause, RANfunctionID_Item, RICrequestID
from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
    ResetRequest,
    RICindication,
    RICserviceQuery,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import CaseOutcome, Peer, check, inconclusive, unsupported
from oran_harness.steps.answers import setup_response

NODE = Role.E2_NODE
FIRST_EDITION = "1.01"
RESET_CAUSE: Cause = ("misc", "om-intervention")
_LEAST_QUIET_S = 0.15
_MOST_QUIET_S = 1.0
_TIMES = 20
RETURN_S = 30.0
"""How long a node may take to come back after an association has ended."""
SELDOM_MS = 5000
"""A reporting period that is longer than a subscription stands which only shows that the node serves."""
FOR_NOW: tuple[Cause, ...] = (
    ("ricRequest", "system-not-ready"),
    ("misc", "control-processing-overload"),
    ("misc", "hardware-failure"),
    ("misc", "om-intervention"),
)
"""Causes of a node that could serve at another time (E2AP 9.2.1)."""
TOO_EARLY: Cause = ("protocol", "message-not-compatible-with-receiver-state")
"""The cause of a node that has not got our E2setupResponse yet: on its stream that may be lost, and be overtaken."""
_REPEATED_S = (0.5, 1.0, 2.0, 2.0)
"""Pauses between attempts; together longer than SCTP waits before it sends again what was lost (RFC 9260, 16)."""
_PERIODS = 2
_REPORTS = 2
_KPM = ("service-model:KPM",)
_LONG_MS = (10_000, 60_000, 900_000)
DELETED_OR_NOT = (RICsubscriptionDeleteFailure, RICsubscriptionDeleteResponse, ErrorIndication)
"""Whatever a node may answer to a Delete."""


def new_transaction(ric: Peer) -> int | None:
    """A fresh TransactionID; None in the first edition, which has none."""
    return None if ric.edition == FIRST_EDITION else ric.new_transaction_id()


def quiet(ric: Peer) -> float:
    """How long silence is listened to where the text gives no time, in seconds.

    A node that has something to say would have said it: that is many times what its slowest message so far has taken.
    """
    return round(min(max(_LEAST_QUIET_S, _TIMES * ric.slowest), _MOST_QUIET_S), 2)


def cause_text(cause: Cause | None) -> str:
    """A cause for people."""
    return "no cause" if cause is None else f"cause {cause[0]} / {cause[1]}"


def says(message: Message) -> str:
    """A message with its cause, for people."""
    return (
        f"{message.NAME} with {cause_text(getattr(message, 'cause', None))}"
        if hasattr(message, "cause")
        else (message.NAME)
    )


def accepted_functions(ric: Peer) -> tuple[RANfunctionID_Item, ...]:
    """The functions that were accepted, with their revisions, as a Service Query lists them."""
    return tuple(
        RANfunctionID_Item(function.id, function.revision)
        for function in ric.functions.values()
        if function.status is not FunctionStatus.DELETED
    )


def accept(ric: Peer, request: E2setupRequest, **more: Any) -> E2setupResponse:
    """The Setup Response that accepts all that the node offers; inconclusive where the request gives no answer."""
    response = setup_response(request, edition=ric.edition, **more)
    if response is None:
        raise inconclusive("the node's E2 SETUP REQUEST lacks what a response needs; the rules say what")
    return response


async def come_back(ric: Peer, after: str) -> E2setupRequest:
    """The node opens an association anew after ``after``, and its E2 SETUP REQUEST is accepted."""
    request = await ric.expect(
        E2setupRequest,
        within=RETURN_S,
        otherwise=Verdict.INCONC,
        requirement=f"To go on after {after}, the node has to come back",
    )
    await ric.send(accept(ric, request))
    return request


async def subscribe(ric: Peer, request: RICsubscriptionRequest, *, again: bool = False) -> RICsubscriptionResponse:
    """Make a subscription, which has to succeed; ``again``: the like of it has been admitted before."""
    return (await admitted(ric, request, again=again))[1]


async def admitted(
    ric: Peer, request: RICsubscriptionRequest, *, again: bool = False
) -> tuple[RICsubscriptionRequest, RICsubscriptionResponse]:
    """Make a subscription, which has to succeed; gives what was asked for in the end, and the answer.

    A node may refuse a short reporting period: then the usual one is asked for, under the same RICrequestID. It may
    refuse for the time being (inconclusive), and what it does not declare to serve (unsupported).
    """
    answer = await outcome(ric, request)
    longer = slower(request)
    if isinstance(answer, RICsubscriptionFailure) and longer is not None:
        request = longer
        answer = await outcome(ric, request)
    if isinstance(answer, RICsubscriptionFailure):
        raise await _not_admitted(ric, request, answer, again)
    check_echo(request, answer)
    return request, answer


async def outcome(ric: Peer, request: RICsubscriptionRequest) -> RICsubscriptionResponse | RICsubscriptionFailure:
    """Ask for a subscription, which is answered by either outcome; inconclusive where it is refused for now only."""
    answer = await _answer(ric, request)
    for pause in _REPEATED_S:
        if not isinstance(answer, RICsubscriptionFailure) or answer.cause != TOO_EARLY:
            break
        await ric.pause(pause)
        answer = await _answer(ric, request)
    if isinstance(answer, RICsubscriptionFailure) and answer.cause in FOR_NOW:
        raise inconclusive(f"the E2 node admits no subscription at present: {says(answer)}")
    return answer


async def _answer(ric: Peer, request: RICsubscriptionRequest) -> RICsubscriptionResponse | RICsubscriptionFailure:
    answer: RICsubscriptionResponse | RICsubscriptionFailure = await ask(
        ric,
        request,
        RICsubscriptionResponse,
        RICsubscriptionFailure,
        requirement="A RIC SUBSCRIPTION REQUEST is answered by either outcome (E2AP 8.2.1)",
    )
    return answer


async def _not_admitted(
    ric: Peer, request: RICsubscriptionRequest, answer: RICsubscriptionFailure, again: bool
) -> CaseOutcome:
    """What a refused subscription makes of a case: no node has to serve what nobody claims, or what is not declared."""
    event = None if ric.last is None else ric.last.n
    if not again and not (ric.claims.covers(_KPM) and plain(request)):
        return unsupported(f"the E2 node admits no such subscription: {says(answer)}")
    if not again and await _at_longer_periods(ric, request):
        return unsupported(f"the E2 node admits no reporting period of {period_ms(request)} ms: {says(answer)}")
    return CaseOutcome(
        Verdict.FAIL,
        requirement="The E2 node admits a subscription to what it offers (E2AP 8.2.1.2)",
        expected="RICsubscriptionResponse",
        actual=says(answer),
        event=event,
    )


async def _at_longer_periods(ric: Peer, request: RICsubscriptionRequest) -> bool:
    """Whether the node admits the subscription with a reporting period that no case would wait for."""
    for period in _LONG_MS:
        longer = slower(request, period)
        if longer is None:
            continue
        longer = replace(longer, ric_request_id=ric.new_request_id())
        if isinstance(await outcome(ric, longer), RICsubscriptionResponse):
            return True
    return False


async def subscribed(ric: Peer, report: Reporting) -> RICsubscriptionRequest:
    """A subscription for a report, made; its periods may be longer than those of the report."""
    return (await admitted(ric, report.request(ric.new_request_id())))[0]


async def reported(ric: Peer, request: RICsubscriptionRequest, requirement: str) -> RICindication:
    """The next report of a subscription; without one the case is inconclusive if there may be no UE to report."""
    return await ric.expect(
        RICindication,
        where=of(request),
        otherwise=Verdict.FAIL if reporting(ric).steady else Verdict.INCONC,
        requirement=requirement,
    )


async def heard_of(ric: Peer, request: RICsubscriptionRequest, association: str | None = None) -> RICindication | None:
    """A report of a subscription, if one comes within two of its periods."""
    listening = _PERIODS * (period_ms(request) or PERIOD_MS) / 1000
    return await ric.hear(RICindication, where=of(request), association=association, within=listening)


async def still_reported(ric: Peer, request: RICsubscriptionRequest) -> bool:
    """Whether a subscription goes on after E2 Setup. One report alone may have been on its way when that began."""
    for _ in range(_REPORTS):
        if await heard_of(ric, request, ric.here) is None:
            return False
    return True


def of(request: RICsubscriptionRequest) -> Any:
    """A predicate: the message belongs to that subscription."""
    return lambda message: message.ric_request_id == request.ric_request_id


def deletion(request: RICsubscriptionRequest) -> RICsubscriptionDeleteRequest:
    """The request that deletes a subscription."""
    return RICsubscriptionDeleteRequest(request.ric_request_id, request.ran_function_id)


def deletion_of_nothing(ric: Peer) -> RICsubscriptionDeleteRequest:
    """A Delete of what never was, which a node answers and is not moved by."""
    return RICsubscriptionDeleteRequest(ric.new_request_id(), _some_function(ric))


def reset(ric: Peer) -> ResetRequest:
    """A Reset by the near-RT RIC."""
    return ResetRequest(new_transaction(ric), RESET_CAUSE)


def service_query(ric: Peer) -> RICserviceQuery:
    """A Service Query with all functions that were accepted."""
    return RICserviceQuery(new_transaction(ric), accepted_functions(ric) or None)


async def serves(ric: Peer) -> bool:
    """Whether the node serves: it answers a subscription to a report that it offers, which is then deleted.

    That is what products do most, so that what else is wrong with one does not show in every case. One without such a
    report is asked for what every node has to answer: a Delete of what never was (E2AP 8.2.2.4).
    """
    if ric.here is None:
        return False
    request = _usual(ric)
    if request is None:
        nothing = deletion_of_nothing(ric)
        await ric.send(nothing, injected=True)
        return await ric.hear(*DELETED_OR_NOT, where=about(nothing)) is not None
    await ric.send(request)
    answer = await ric.hear(RICsubscriptionResponse, RICsubscriptionFailure, ErrorIndication, where=about(request))
    if isinstance(answer, RICsubscriptionResponse) and ric.here is not None:
        delete = deletion(request)
        await ric.send(delete)
        await ric.hear(*DELETED_OR_NOT, where=about(delete))
    return answer is not None


async def unharmed(ric: Peer, what: str) -> None:
    """After ``what`` the node serves on, or has closed the association and comes back.

    Ask ``serving`` before: a node that never answers is not held to have been harmed.
    """
    if await serves(ric):
        return
    if ric.here is None:
        # When it has to come back is not said anywhere: one that died is found by its process, or by the probe.
        await come_back(ric, what)
        return
    check(
        await serves(ric),
        f"After {what} the E2 node serves on, or closes the association and comes back",
        expected="an answer to a request that it has to answer, or the end of the association",
        actual="silence, on an association that stands",
    )


async def serving(ric: Peer) -> None:
    """The node serves; inconclusive where it does not, for then nothing can be said of what is done to it."""
    if not await serves(ric):
        raise inconclusive("the node does not answer the request that shows whether it serves")


async def released(ric: Peer, request: RICsubscriptionRequest) -> None:
    """A subscription is deleted: a node may refuse another with the same event trigger as a duplicate."""
    delete = deletion(request)
    await ric.send(delete)
    answer = await ric.hear(RICsubscriptionDeleteResponse, where=about(delete))
    if answer is None:
        raise inconclusive("the node does not delete a subscription that it has admitted")


async def refused(ric: Peer, request: Message, *types: type[Any], requirement: str, kept: bool = False) -> Message:
    """The node refuses ``request`` with one of ``types`` or an Error Indication; a success is a fail."""
    where = None if kept else about(request)
    await ric.send(request, injected=True)
    answer: Message = await ric.expect(*types, ErrorIndication, where=where, requirement=requirement)
    return answer


def check_cause(answer: Message, wanted: Cause, requirement: str) -> None:
    """The refusal has the cause that the clause names."""
    cause = getattr(answer, "cause", None)
    check(cause == wanted, requirement, expected=cause_text(wanted), actual=says(answer))


def _usual(ric: Peer) -> RICsubscriptionRequest | None:
    """A subscription to a report that the node offers, seldom enough that none comes before it is deleted."""
    try:
        return reporting(ric, period_ms=SELDOM_MS).request(ric.new_request_id())
    except CaseOutcome:
        return None


def _some_function(ric: Peer) -> int:
    return next(iter(ric.functions), missing_function(ric))


def about(request: Any) -> Any:
    """A predicate: an answer to the request, or an Error Indication that names it or nothing."""
    name: RICrequestID | None = getattr(request, "ric_request_id", None)
    transaction = getattr(request, "transaction_id", None)

    def matches(message: Any) -> bool:
        if isinstance(message, ErrorIndication):
            named = message.ric_request_id in (None, name)
            return named and message.transaction_id in (None, transaction)
        return bool(answers(request)(message))

    return matches
