"""What many cases do alike: ask and expect the answer to that, and see that an answer echoes its request's ids."""

from typing import Any, TypeVar, cast

from oran_harness.model import UsageError, Verdict
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer, check
from oran_harness.steps.correlation import answers, outcome_of, same_transaction

__all__ = ["answers", "ask", "ask_echoed", "check_echo", "ies_of", "same_transaction"]

M = TypeVar("M", bound=Message)
ECHOED = {
    "transaction_id": "Transaction ID",
    "ric_request_id": "RIC Request ID",
    "ran_function_id": "RAN Function ID",
    "ric_load_measurement_id": "RIC Load Measurement ID",
}
"""The fields that an answer repeats from its request, with their names for people."""


async def ask(
    peer: Peer,
    request: Message,
    *types: type[M],
    within: float | None = None,
    otherwise: Verdict = Verdict.FAIL,
    association: str | None = None,
    requirement: str = "",
    refusable: bool = True,
    **how: Any,
) -> M:
    """Send a request and expect an answer to that very one; by default the successful outcome of its procedure.

    ``how`` goes to ``Peer.send``. Raises ``UsageError`` for a message whose procedure has no answer.
    """
    expected: tuple[type[Message], ...] = types
    if not expected:
        outcome = outcome_of(request)
        if outcome is None:
            raise UsageError(f"{request.NAME} has no answer; send it, and expect what it brings about.")
        expected = (outcome,)
    await peer.send(request, association=association, **how)
    answer = await peer.expect(
        *expected,
        where=answers(request),
        within=within,
        otherwise=otherwise,
        association=association,
        requirement=requirement,
        refusable=refusable,
    )
    return cast(M, answer)


async def ask_echoed(peer: Peer, request: Message, *types: type[M], **how: Any) -> M:
    """As ``ask``, which ``how`` goes to; the answer has every id of the request, too."""
    answer = await ask(peer, request, *types, **how)
    check_echo(request, answer)
    return answer


def check_echo(request: Message, answer: Message) -> None:
    """Fail the case unless every id that both messages can have is the same in both."""
    for name, title in ECHOED.items():
        if hasattr(request, name) and hasattr(answer, name):
            asked, given = getattr(request, name), getattr(answer, name)
            if asked is not None:
                check(given == asked, f"{answer.NAME} has the {title} of its request", expected=asked, actual=given)


def ies_of(peer: Peer, message: Message) -> tuple[ReceivedIe, ...]:
    """The IEs of a message as the peer would send it: what a case changes, and sends as the message's layout."""
    spoken = codec(peer.edition)
    return spoken.decode(spoken.encode(message)).ies
