"""A second near-RT RIC that an E2 node under test is told to go to, and what a case sees there."""

from types import TracebackType
from typing import Self, TypeVar

from oran_harness.conformance.choices import PERIOD_MS, Reporting, reporting
from oran_harness.conformance.e2ap.node_scenery import RETURN_S, TOO_EARLY, of, says
from oran_harness.conformance.expectations import answers
from oran_harness.conformance.periods import period_ms, slower
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    RICindication,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import CaseOutcome, Peer, Step, check, inconclusive, not_applicable, unsupported
from oran_harness.steps.answers import BREATH_S, setup_response
from oran_harness.steps.answers.identity import ric_identity

M = TypeVar("M", bound=Message)
STIMULI = ("stimulus:connect", "stimulus:disconnect")
SECOND = 2
PERIODS = 3
IN_FLIGHT_S = 0.15
"""Seconds for which reports may come that were said before the node knew."""
MOST_IN_FLIGHT = 1000
_REPEATED_S = (0.5, 1.0, 2.0)
"""Pauses for a node that has not got our E2setupResponse yet."""


class Visit:
    """The E2 node is told to go to a second near-RT RIC; behind the block it is told to leave it again.

    Whether it goes, and whether it stays with the first one, is its own choice: an E2 node has one near-RT RIC only
    (E2GAP 4.2), and what becomes of a second one is said nowhere.
    """

    def __init__(self, ric: Peer) -> None:
        self._ric = ric
        self._uri: str | None = None
        self.declined = False
        """Whether the node has said that it does not go."""

    async def __aenter__(self) -> Self:
        uri = await self._ric.listen(number=SECOND)
        told = await self._ric.propose("connect", uri=uri)
        self._uri, self.declined = uri, told.declined
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._uri is None or self.declined or (error is not None and not isinstance(error, Exception)):
            return
        try:
            await self._ric.propose("disconnect", uri=self._uri)
        except CaseOutcome:
            # What the case has found is told, and not what cannot be tidied up behind it.
            if error is None:
                raise

    async def association(self) -> Peer:
        """The second near-RT RIC, on the next association that the node opens to it; nothing is said there yet."""
        if self.declined or self._uri is None:
            raise not_applicable("the E2 node declines to go to a second near-RT RIC")
        return self._ric.at(await self._ric.open(within=RETURN_S, place=self._uri))

    async def request(self) -> tuple[Peer, E2setupRequest]:
        """The same, and the E2 SETUP REQUEST that came there."""
        second = await self.association()
        request = await second.expect(
            E2setupRequest,
            otherwise=Verdict.INCONC,
            requirement="To be served by the second near-RT RIC, the E2 node has to set the interface up",
        )
        return second, request

    async def set_up(self) -> Peer:
        """The same, and all that it offers accepted."""
        second, request = await self.request()
        await accepted_by_second(second, request)
        return second


async def accepted_by_second(second: Peer, request: E2setupRequest) -> None:
    """The second near-RT RIC accepts all that the node offers, under its own Global RIC ID."""
    response = setup_response(request, edition=second.edition, identity=ric_identity(SECOND))
    if response is None:
        raise inconclusive("the node's E2 SETUP REQUEST lacks what a response needs; the rules say what")
    await second.send(response)
    await second.pause(BREATH_S)


def first_of(ric: Peer) -> Peer:
    """The first near-RT RIC, on the association that it has."""
    if ric.here is None:
        raise inconclusive("the E2 node has left before anything was asked of it")
    return ric.at(ric.here)


async def subscribed_at_second(second: Peer, *, like: RICsubscriptionRequest | None = None) -> RICsubscriptionRequest:
    """A subscription of the second near-RT RIC, under the RICrequestID of ``like`` if there is one.

    A node may have room for one near-RT RIC only; and whether an id that another one uses is free is read in two ways
    (E2AP 3.1, 9.2.7).
    """
    request_id = second.new_request_id() if like is None or like.ric_request_id is None else like.ric_request_id
    request = _report(second).request(request_id)
    answer = await _outcome(second, request)
    longer = slower(request)
    if isinstance(answer, RICsubscriptionFailure) and longer is not None:
        request = longer
        answer = await _outcome(second, request)
    if isinstance(answer, RICsubscriptionFailure):
        raise unsupported(f"the E2 node admits no such subscription of a second near-RT RIC: {says(answer)}")
    return request


def _report(second: Peer) -> Reporting:
    """What it offers to the first one, it need not offer to a second."""
    try:
        return reporting(second)
    except CaseOutcome as outcome:
        raise unsupported(f"nothing to subscribe to is offered to the second near-RT RIC: {outcome}") from outcome


async def _outcome(second: Peer, request: RICsubscriptionRequest) -> RICsubscriptionResponse | RICsubscriptionFailure:
    for pause in (*_REPEATED_S, None):
        answer: RICsubscriptionResponse | RICsubscriptionFailure = await answered(
            second, request, RICsubscriptionResponse, RICsubscriptionFailure
        )
        if pause is None or not isinstance(answer, RICsubscriptionFailure) or answer.cause != TOO_EARLY:
            break
        await second.pause(pause)
    return answer


async def answered(ric: Peer, request: Message, *types: type[M]) -> M:
    """The answer to a request, which other cases demand: a node that leaves this near-RT RIC meanwhile may do so."""
    await ric.send(request)
    answer = await ric.hear(*types, where=answers(request))
    if answer is None and ric.here is None:
        raise not_applicable("the E2 node has left this near-RT RIC: it serves one at a time")
    if answer is None:
        raise inconclusive(f"the E2 node does not answer {request.NAME}")
    return answer


def both_served(first: Peer, second: Peer) -> None:
    """The node serves both near-RT RICs; a case about that is skipped where it has left one for the other."""
    for peer, which in ((first, "first"), (second, "second")):
        if peer.here is None:
            raise not_applicable(f"the E2 node has left the {which} near-RT RIC: it serves one at a time")


async def goes_on(ric: Peer, request: RICsubscriptionRequest, what: str) -> None:
    """After ``what``, which another near-RT RIC has a part in, the subscription reports on; unless the node has left.

    Reports that were under way already do not count.
    """
    await ric.pause(IN_FLIGHT_S)
    for _ in range(MOST_IN_FLIGHT):
        if await ric.hear(RICindication, where=of(request), within=0.0) is None:
            break
    report = await ric.hear(RICindication, where=of(request))
    if ric.here is None:
        raise not_applicable(f"the E2 node has left this near-RT RIC after {what}")
    check(
        report is not None or not reporting(ric).steady,
        f"After {what} a subscription that another near-RT RIC has made reports as before (E2AP 8.2.1.2)",
        expected=f"RICindication every {period_ms(request)} ms",
        actual="none, on an association that stands",
    )


def nothing_strange(ric: Peer, *own: RICsubscriptionRequest, lasting: float) -> Step[None]:
    """For a while nothing is reported that is of none of this near-RT RIC's own subscriptions."""
    names = [request.ric_request_id for request in own]
    return ric.silence(
        RICindication,
        where=lambda message: message.ric_request_id not in names,
        lasting=lasting,
        requirement="A RIC INDICATION has a RICrequestID that the near-RT RIC it goes to has assigned (E2AP 8.2.3.2)",
    )


def several_periods(*requests: RICsubscriptionRequest) -> float:
    """Seconds in which each of the subscriptions reports more than once."""
    return PERIODS * max(period_ms(request) or PERIOD_MS for request in requests) / 1000
