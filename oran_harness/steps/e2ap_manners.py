"""How the two ends of E2 speak with each other: what belongs to which request, and what is a proper refusal."""

from typing import cast

from oran_harness.model.verdict import Verdict
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupRequest, ErrorIndication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.claims import Claims
from oran_harness.steps.correlation import INITIATING, UNSUCCESSFUL, Answers, common_ids, same_transaction
from oran_harness.steps.inbox import Asked, Inbox, moment
from oran_harness.steps.received import Incoming, Received
from oran_harness.steps.step import Expect, Wanted
from oran_harness.steps.words import ids_text, message_text


class E2apManners:
    """Those of E2AP."""

    first_words = Wanted((E2setupRequest,))
    """A node says it, and nobody else says anything unasked."""

    def request_of(self, wanted: Wanted, inbox: Inbox) -> Asked | None:
        """Our request that the wanted answers belong to: the one that ``where`` names, else the newest that fits."""
        if wanted.anything:
            return None
        codes = {each.PROCEDURE_CODE for each in _kinds(wanted) if each.is_answer()}
        for asked in reversed(inbox.asked):
            if isinstance(wanted.where, Answers):
                if asked.message == wanted.where.request and wanted.association in (None, asked.association):
                    return asked
            elif _sent(asked).PROCEDURE_CODE in codes and wanted.association in (None, asked.association):
                return asked
        return None

    def settles(self, received: Incoming, wanted: Wanted, asked: Asked, inbox: Inbox) -> bool:
        """Whether a message that is not wanted is what came of the request, so that waiting is over."""
        if received.association != asked.association or moment(received) < moment(asked):
            return False
        request, message = _sent(asked), _e2ap(received).message
        if message is None:
            return _unreadable_answer(_e2ap(received), request)
        if isinstance(message, ErrorIndication):
            return _names(message, asked, inbox)
        if message.PROCEDURE_CODE != request.PROCEDURE_CODE or not message.is_answer():
            return False
        if not same_transaction(request, message):
            return False
        # Of the very kind that is wanted, but with ids that do not fit or an unmet condition: another may follow.
        return not isinstance(message, wanted.types)

    def verdict_of(self, received: Incoming, expect: Expect, needs: tuple[str, ...], claims: Claims) -> Verdict:
        """``unsupported`` for a proper refusal of what is not claimed, else what the step says."""
        refused = properly_refused(_e2ap(received), expect, needs, claims)
        return Verdict.UNSUPPORTED if refused else expect.otherwise

    def text(self, received: Incoming) -> str:
        """Its name, its cause, and what is wrong with its octets."""
        return message_text(_e2ap(received))

    def mistaken(self, received: Incoming, edition: str) -> str | None:
        """Which message it is if the edition that we speak does not read it as it is."""
        message = _e2ap(received)
        if edition in message.editions:
            return None
        return message_text(message) + (f" of E2AP {message.editions[0]}" if message.editions else "")

    def not_read(self, seen: tuple[Incoming, ...]) -> str | None:
        """None: what is no E2AP message is the SUT's fault."""
        return None

    def near_miss(self, wanted: Wanted, seen: tuple[Incoming, ...]) -> str:
        """Of a message that is the answer but for its ids: which it has."""
        if not isinstance(wanted.where, Answers):
            return ""
        request = wanted.where.request
        stranger = next((each.message for each in map(_e2ap, seen) if isinstance(each.message, wanted.types)), None)
        if stranger is None or same_transaction(request, stranger):
            return ""
        return f", with {ids_text(stranger)} in answer to {ids_text(request)}"


def properly_refused(received: Received, expect: Expect, needs: tuple[str, ...], claims: Claims) -> bool:
    """Whether the message is a proper refusal of something that the SUT does not claim.

    That is the procedure's unsuccessful outcome, or an Error Indication, with a cause (E2AP 4.1, 8.3.3.1).
    """
    message = received.message
    if not expect.refusable or message is None or getattr(message, "cause", None) is None:
        return False
    claimable = any(need.startswith(("procedure:", "service-model:")) for need in needs)
    refusal = message.OUTCOME == UNSUCCESSFUL or isinstance(message, ErrorIndication)
    return refusal and claimable and not claims.covers(needs)


def _kinds(wanted: Wanted) -> tuple[type[Message], ...]:
    return cast("tuple[type[Message], ...]", wanted.types)


def _sent(asked: Asked) -> Message:
    return cast("Message", asked.message)


def _e2ap(received: Incoming) -> Received:
    return cast("Received", received)


def _unreadable_answer(received: Received, request: Message) -> bool:
    decoded = received.decoded
    return decoded.procedure_code == request.PROCEDURE_CODE and decoded.outcome not in (None, INITIATING)


def _names(error: ErrorIndication, asked: Asked, inbox: Inbox) -> bool:
    """Whether an Error Indication is about our request: by an id, else by the procedure that it names.

    One that names nothing is about the only request under way, if nothing illegal was sent that it may be about.
    """
    request = _sent(asked)
    if common_ids(request, error):
        return same_transaction(request, error)
    if error.transaction_id is not None or error.ric_request_id is not None:
        return False
    diagnostics = error.criticality_diagnostics
    code = None if diagnostics is None else diagnostics.procedure_code
    if code is not None:
        return code == request.PROCEDURE_CODE
    return not inbox.injected and len([each for each in inbox.asked if _has_answer(each)]) == 1


def _has_answer(asked: Asked) -> bool:
    procedure = PROCEDURES.get(_sent(asked).PROCEDURE_CODE)
    return procedure is not None and procedure.has_response
