"""What a message means to an ``expect`` that did not want it: whether it settles that nothing better will come."""

from oran_harness.model.verdict import Verdict
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.claims import Claims
from oran_harness.steps.correlation import INITIATING, UNSUCCESSFUL, Answers, common_ids, same_transaction
from oran_harness.steps.inbox import Asked, Inbox, moment
from oran_harness.steps.received import Received
from oran_harness.steps.step import Expect, Wanted


def is_answer(kind: type[Message]) -> bool:
    """Whether messages of this class answer a request."""
    return kind.OUTCOME != INITIATING


def only_answers(wanted: Wanted) -> bool:
    """Whether nothing but answers is waited for."""
    return Message not in wanted.types and all(is_answer(each) for each in wanted.types)


def request_of(wanted: Wanted, inbox: Inbox) -> Asked | None:
    """Our request that the wanted answers belong to: the one that ``where`` names, else the newest that fits."""
    if Message in wanted.types:
        return None
    codes = {each.PROCEDURE_CODE for each in wanted.types if is_answer(each)}
    for asked in reversed(inbox.asked):
        if isinstance(wanted.where, Answers):
            if asked.message == wanted.where.request and wanted.association in (None, asked.association):
                return asked
        elif asked.message.PROCEDURE_CODE in codes and wanted.association in (None, asked.association):
            return asked
    return None


def settles(received: Received, wanted: Wanted, asked: Asked, inbox: Inbox) -> bool:
    """Whether a message that is not wanted is what came of the request, so that waiting is over."""
    if received.association != asked.association or moment(received) < moment(asked):
        return False
    if received.message is None:
        return _unreadable_answer(received, asked.message)
    if isinstance(received.message, ErrorIndication):
        return _names(received.message, asked, inbox)
    if received.message.PROCEDURE_CODE != asked.message.PROCEDURE_CODE or not is_answer(type(received.message)):
        return False
    if not same_transaction(asked.message, received.message):
        return False
    # Of the very kind that is wanted, but with ids that do not fit or an unmet condition: another may follow.
    return not isinstance(received.message, wanted.types)


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


def verdict_of(received: Received, expect: Expect, needs: tuple[str, ...], claims: Claims) -> Verdict:
    """What a settling message makes of the case."""
    return Verdict.UNSUPPORTED if properly_refused(received, expect, needs, claims) else expect.otherwise


def _unreadable_answer(received: Received, request: Message) -> bool:
    decoded = received.decoded
    return decoded.procedure_code == request.PROCEDURE_CODE and decoded.outcome not in (None, INITIATING)


def _names(error: ErrorIndication, asked: Asked, inbox: Inbox) -> bool:
    """Whether an Error Indication is about our request: by an id, else by the procedure that it names.

    One that names nothing is about the only request under way, if nothing illegal was sent that it may be about.
    """
    request = asked.message
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
    procedure = PROCEDURES.get(asked.message.PROCEDURE_CODE)
    return procedure is not None and procedure.has_response
