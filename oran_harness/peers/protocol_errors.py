"""What is done about messages that break the protocol (E2AP 10, which is clause 10 of 3GPP TS 36.413); role-blind.

Clauses in docstrings here are TS 36.413's.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, cast

from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import (
    Cause,
    Criticality,
    CriticalityDiagnostics,
    CriticalityDiagnostics_IE_Item,
    RICrequestID,
    TriggeringMessage,
    TypeOfError,
)
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES, ErrorIndication
from oran_harness.protocols.e2ap.procedures import sender_role
from oran_harness.protocols.e2ap.tables import tables
from oran_harness.steps.answers import refusal as failure_message
from oran_harness.steps.causes import cause

ERROR_INDICATION = 2
CONFIGURATION_UPDATE = 10
MOST_ERRORS = 256
"""Items that Criticality Diagnostics hold at most (E2AP 9.2.2)."""

_INITIATING = "initiatingMessage"
_TRIGGERS: dict[str, TriggeringMessage] = {
    _INITIATING: "initiating-message",
    "successfulOutcome": "successful-outcome",
    "unsuccessfulOutcome": "unsuccessfull-outcome",
}
_BY_CRITICALITY = (
    ComplaintKind.UNKNOWN_IE,
    ComplaintKind.MISSING_IE,
    ComplaintKind.UNKNOWN_ALTERNATIVE,
    ComplaintKind.OUT_OF_RANGE,
)
_FALSELY_CONSTRUCTED = (ComplaintKind.REPEATED_IE, ComplaintKind.IE_ORDER)
# Octets behind the whole message, and padding, are in nobody's way; criticalities count only where an IE is not
# understood (10.3.2).
_TOLERATED = (ComplaintKind.TRAILING_OCTETS, ComplaintKind.CRITICALITY, ComplaintKind.PADDING)
_STRICTEST_LAST: tuple[Criticality, ...] = ("ignore", "notify", "reject")
_DIAGNOSTICS = "criticality_diagnostics"
_SUCCESSES = {each.PROCEDURE_CODE: each for each in MESSAGES if each.OUTCOME == "successfulOutcome"}
_ENDINGS = ("transaction_id", "ric_request_id", "ran_function_id")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What to do about a received message.

    ``message`` is to be executed, None for nothing at all; IEs that were not understood are absent in it. ``answer`` is
    to be sent at once. ``report`` belongs into the answer of the procedure, see ``reported``. ``broken`` is, where an
    answer to a request of ours must count as a failure, that answer as far as it could be read.
    """

    message: Message | None = None
    answer: Message | None = None
    report: CriticalityDiagnostics | None = None
    broken: Message | None = None


def rule_on(decoded: DecodedMessage, edition: str, me: Role, *, without: Collection[int] = ()) -> Ruling:
    """Rule on a message that ``me`` received and decoded in ``edition``; raises nothing for any octets.

    Procedures whose codes are in ``without`` count as unknown though the edition has them.
    """
    code, outcome = decoded.procedure_code, decoded.outcome
    message = None if decoded.message is None else _readable_part(decoded, decoded.message)
    if code == ERROR_INDICATION:
        # Errors in an Error Indication are nobody's business but the receiver's (10.5).
        return Ruling(message=message)
    if code is None or outcome is None:
        return Ruling(answer=_error(None, cause("transfer-syntax-error", edition), edition))
    if code not in tables(edition).procedures or code in without:
        return _unknown_procedure(decoded, message, edition)
    if decoded.name is None:
        # The procedure has no such type of message (10.3.4.1A).
        why = cause("abstract-syntax-error-reject", edition)
        return Ruling(answer=_error(None, why, edition, _about(decoded)))
    if sender_role(code, outcome) is me:
        why = cause("message-not-compatible-with-receiver-state", edition)
        return Ruling(answer=_error(message, why, edition, _about(decoded)))
    if message is None or _unreadable(decoded):
        why = cause("transfer-syntax-error", edition)
        answer = _error(message, why, edition, _about(decoded))
        return Ruling(answer=answer, broken=message if outcome != _INITIATING else None)
    return _abstract_syntax(decoded, message, edition)


def refusal(
    request: Message,
    why: Cause,
    edition: str,
    *,
    diagnostics: CriticalityDiagnostics | None = None,
    time_to_wait: int | None = None,
) -> Message:
    """The request's unsuccessful outcome with its ids, or an Error Indication where that cannot be filled.

    ``diagnostics`` are items for IEs; the Error Indication has the procedure besides (10.3.4.2). ``time_to_wait`` is in
    seconds.
    """
    failure = failure_message(request, why, edition, diagnostics=diagnostics, time_to_wait=time_to_wait)
    if failure is not None:
        return failure
    items = None if diagnostics is None else diagnostics.ies_criticality_diagnostics
    return _error(request, why, edition, replace(_about(request, edition), ies_criticality_diagnostics=items))


def logical_error(message: Message, why: Cause, edition: str) -> Message:
    """What to send about a message that can be read but not be meant (10.4).

    For a class 1 request that is its failure message, else an Error Indication that names the procedure.
    """
    if message.OUTCOME == _INITIATING and message.PROCEDURE_CODE in _SUCCESSES:
        return refusal(message, why, edition)
    return _error(message, why, edition, _about(message, edition))


def error_indication(
    about: Message | None, why: Cause, edition: str, *, diagnostics: CriticalityDiagnostics | None = None
) -> ErrorIndication:
    """An Error Indication with the ids of the message that it is about, as far as it has them (E2AP 9.1.2.1)."""
    return _error(about, why, edition, diagnostics)


def reported(answer: Message, report: CriticalityDiagnostics | None, edition: str) -> tuple[Message, ...]:
    """The answer of a procedure with a report in it, or followed by an Error Indication if it has no place for one."""
    if report is None:
        return (answer,)
    if any(name == _DIAGNOSTICS for name in _fields(answer, edition)):
        return (replace(cast("Any", answer), criticality_diagnostics=report),)
    why = cause("abstract-syntax-error-ignore-and-notify", edition)
    about = replace(
        _about(answer, edition),
        triggering_message=_TRIGGERS[_INITIATING],
        ies_criticality_diagnostics=report.ies_criticality_diagnostics,
    )
    return (answer, _error(answer, why, edition, about))


def _unknown_procedure(decoded: DecodedMessage, message: Message | None, edition: str) -> Ruling:
    """An unknown procedure is ignored or reported as its criticality wants (10.3.4.1)."""
    criticality = _known(decoded.criticality)
    if criticality == "ignore":
        return Ruling()
    name = "abstract-syntax-error-" + ("reject" if criticality == "reject" else "ignore-and-notify")
    return Ruling(answer=_error(message, cause(name, edition), edition, _about(decoded)))


def _unreadable(decoded: DecodedMessage) -> bool:
    """Whether octets inside the message are no encoding of anything (10.2).

    So many complaints that some may have been left out count as that: nobody knows what else is wrong.
    """
    if len(decoded.complaints) >= MAXIMUM_COMPLAINTS:
        return True
    expected = (*_BY_CRITICALITY, *_FALSELY_CONSTRUCTED, *_TOLERATED)
    return any(complaint.kind not in expected for complaint in decoded.complaints)


def _abstract_syntax(decoded: DecodedMessage, message: Message, edition: str) -> Ruling:
    """Abstract syntax errors: by construction (10.3.6), else by the criticality of each IE (10.3.4.2, 10.3.5)."""
    request = message.OUTCOME == _INITIATING
    if any(complaint.kind in _FALSELY_CONSTRUCTED for complaint in decoded.complaints):
        why = cause("abstract-syntax-error-falsely-constructed-message", edition)
        if not request:
            return Ruling(broken=message)
        return Ruling(answer=logical_error(message, why, edition))
    errors = _errors(decoded, edition)
    if not errors:
        return Ruling(message=message)
    fatal = any(criticality == "reject" for criticality, *_ in errors.values())
    told = {key: error for key, error in errors.items() if error[0] != "ignore"}
    report = CriticalityDiagnostics(
        ies_criticality_diagnostics=tuple(
            CriticalityDiagnostics_IE_Item(criticality, ie, kind) for criticality, ie, kind in told.values()
        )[:MOST_ERRORS]
    )
    if fatal and not request:
        return Ruling(broken=message)
    if fatal:
        why = cause("abstract-syntax-error-reject", edition)
        return Ruling(answer=refusal(message, why, edition, diagnostics=report))
    if not told:
        return Ruling(message=message)
    if request and message.PROCEDURE_CODE in _SUCCESSES:
        return Ruling(message=message, report=report)
    why = cause("abstract-syntax-error-ignore-and-notify", edition)
    about = replace(_about(decoded), ies_criticality_diagnostics=report.ies_criticality_diagnostics)
    return Ruling(message=message, answer=_error(message, why, edition, about))


_Error = tuple[Criticality, int, TypeOfError]


def _errors(decoded: DecodedMessage, edition: str) -> dict[tuple[int, str], _Error]:
    """The IEs that are missing or were not understood, each once, with the criticality in force (10.3.2)."""
    assert decoded.name is not None
    rows = {row.name: row for row in tables(edition).ies(decoded.name)}
    received = {ie.name: ie for ie in decoded.ies}
    known = {row.id for row in rows.values()}
    found: dict[tuple[int, str], _Error] = {}
    # The complaint about an unknown IE names its place, as the IE has no name. Of several the strictest counts.
    for ie in sorted(decoded.ies, key=lambda ie: _STRICTEST_LAST.index(_known(ie.criticality))):
        if ie.id not in known:
            found[ie.id, "not-understood"] = (_known(ie.criticality), ie.id, "not-understood")
    for complaint in decoded.complaints:
        if complaint.kind not in _BY_CRITICALITY:
            continue
        name = _ie_name(complaint)
        if complaint.kind is ComplaintKind.MISSING_IE and name in rows and name not in received:
            row = rows[name]
            found[row.id, "missing"] = (_known(row.criticality), row.id, "missing")
        elif name in received:
            ie = received[name]
            # Without an IE that has to be there nothing can be executed, whatever its criticality octet says.
            needed = name in rows and rows[name].mandatory and rows[name].criticality == "reject"
            found[ie.id, "not-understood"] = ("reject" if needed else _known(ie.criticality), ie.id, "not-understood")
    return found


def _ie_name(complaint: Complaint) -> str:
    """The IE in which a complaint lies: ``RANfunctionsAdded`` of ``E2setupRequest.RANfunctionsAdded[0]``."""
    return complaint.path.partition(".")[2].partition(".")[0].partition("[")[0]


def _readable_part(decoded: DecodedMessage, message: Message) -> Message:
    """The message as if the IEs in which something is wrong had not been there."""
    names = {ie.name: ie.id for ie in decoded.ies}
    harmless = (*_FALSELY_CONSTRUCTED, *_TOLERATED)
    ies = {names.get(_ie_name(complaint)) for complaint in decoded.complaints if complaint.kind not in harmless}
    absent = {name: None for ie, name in message.IES if ie in ies}
    if _cut_short(getattr(message, "ric_request_id", None)):
        absent["ric_request_id"] = None
    return cast("Message", replace(cast("Any", message), **absent)) if absent else message


def _known(criticality: str | None) -> Criticality:
    """A criticality; two bits can also say what none of the three is, and then the strictest is in force."""
    return cast("Criticality", criticality) if criticality in ("ignore", "notify") else "reject"


def _cut_short(request_id: RICrequestID | None) -> bool:
    """Whether an id lacks a half, as at the end of a message that was cut off."""
    return request_id is not None and None in (request_id.ric_requestor_id, request_id.ric_instance_id)


def _about(message: DecodedMessage | Message, edition: str | None = None) -> CriticalityDiagnostics:
    """Diagnostics that name a message; ``edition`` is needed for one that we decoded or made ourselves."""
    if isinstance(message, DecodedMessage):
        code, outcome, criticality = message.procedure_code, message.outcome, message.criticality
    else:
        code, outcome = message.PROCEDURE_CODE, message.OUTCOME
        criticality = tables(edition or "").procedures[code].criticality
    return CriticalityDiagnostics(code, _TRIGGERS[outcome or _INITIATING], _known(criticality))


def _error(
    about: Message | None, why: Cause, edition: str, diagnostics: CriticalityDiagnostics | None = None
) -> ErrorIndication:
    ids = {name: getattr(about, name, None) for name in _ENDINGS}
    if ids["ric_request_id"] is not None or "transaction_id" not in _fields(ErrorIndication(), edition):
        ids["transaction_id"] = None
    return ErrorIndication(cause=why, criticality_diagnostics=diagnostics, **cast("Any", ids))


def _fields(message: Message, edition: str) -> tuple[str, ...]:
    """The fields of a message that the edition has."""
    names = dict(message.IES)
    return tuple(names[row.id] for row in tables(edition).ies(message.NAME))
