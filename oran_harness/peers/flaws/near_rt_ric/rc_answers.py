"""Near-RT RICs that cannot take what a node answers or reports by RC (RC 9.2.1.3 to 9.2.1.11, 9.2.2)."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor, Command, Die, Heard, Say
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.peers.flaws.on_hearing import Answering, Dying
from oran_harness.peers.flaws.recognition import of
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    ErrorIndication,
    RICcontrolAcknowledge,
    RICcontrolFailure,
    RICindication,
    RICqueryFailure,
    RICqueryResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
)
from oran_harness.service_models.formats import content_of, format_of
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import RC_FUNCTION

RIC = Role.NEAR_RT_RIC
_DEEPEST = 16
_LONGEST_NAME = 150
_OF_UES = 2
_SERVICES = ("report", "insert", "control", "policy", "query")


class _DiesOnUnaskedInsert(FlawedActor):
    """Crashes on an INSERT under a RICrequestID that it does not know."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._known: set[RICrequestID | None] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what it asks for."""
        if isinstance(decoded.message, RICsubscriptionRequest):
            self._known.add(decoded.message.ric_request_id)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash."""
        message = decoded.message
        unasked = isinstance(message, RICindication) and message.ric_request_id not in self._known
        return (Die(),) if unasked and getattr(message, "ric_indication_type", None) == "insert" else None


class _DiesOnLateAcknowledgement(FlawedActor):
    """Crashes on the acknowledgement of a control whose timer it has reported to have expired."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._expired: set[RICrequestID | None] = set()

    def says(self, say: Say, decoded: DecodedMessage, now: float) -> Sequence[Command]:
        """Remember what it has given up."""
        if isinstance(decoded.message, ErrorIndication):
            self._expired.add(decoded.message.ric_request_id)
        return (say,)

    def hears(self, heard: Heard, decoded: DecodedMessage, now: float) -> Sequence[Command] | None:
        """Crash."""
        message = decoded.message
        late = isinstance(message, RICcontrolAcknowledge) and message.ric_request_id in self._expired
        return (Die(),) if late else None


def _message(indication: RICindication) -> DecodedPayload:
    return RC.decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")


def _reported(test: Callable[[RICindication], bool]) -> Callable[[Actor], Actor]:
    """A RIC that crashes on reports of its RC subscriptions that ``test`` is true of."""

    def matches(indication: RICindication) -> bool:
        return indication.ran_function_id == RC_FUNCTION and test(indication)

    return lambda actor: Dying(actor, of(RICindication, where=matches))


def _on_complaint(kind: ComplaintKind) -> Callable[[Actor], Actor]:
    return _reported(lambda each: any(complaint.kind is kind for complaint in _message(each).complaints))


def _foreign(indication: RICindication) -> bool:
    return not _message(indication).conforms and bool(
        KPM.accepting(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message or b"")
    )


def _deep(indication: RICindication) -> bool:
    return any(each.path.count(".") > _DEEPEST for each in parameters(_message(indication).value))


def _inserting(indication: RICindication) -> bool:
    header = RC.decode(PayloadKind.INDICATION_HEADER, indication.ric_indication_header or b"")
    return indication.ric_indication_type == "report" and format_of(header.value) == 2


def _outcome(answer: Any) -> DecodedPayload | None:
    octets = answer.ric_control_outcome
    return None if octets is None else RC.decode(PayloadKind.CONTROL_OUTCOME, octets)


def _has_no_parameters(acknowledgement: RICcontrolAcknowledge) -> bool:
    read = _outcome(acknowledgement)
    return read is not None and read.conforms and format_of(read.value) == 1 and not parameters(read.value)


def _is_of_another_style(acknowledgement: RICcontrolAcknowledge) -> bool:
    read = _outcome(acknowledgement)
    return read is not None and read.conforms and format_of(read.value) != 1


def _tells_of_one_ue(response: RICqueryResponse) -> bool:
    value = RC.decode(PayloadKind.QUERY_OUTCOME, response.ric_query_outcome or b"").value
    content = content_of(value)
    members = [getattr(content, field) for _, field in getattr(content, "MEMBERS", ())]
    return format_of(value) == _OF_UES and [len(each) for each in members if isinstance(each, tuple)] == [1]


def _on_definition(test: Callable[[Any], bool]) -> Callable[[Actor], Actor]:
    """A RIC that crashes on an E2 Setup with an RC definition that ``test`` is true of."""

    def matches(request: E2setupRequest) -> bool:
        offered = (each for each in request.ran_functions_added or () if each and each.ran_function_id == RC_FUNCTION)
        kind = PayloadKind.FUNCTION_DEFINITION
        read = (RC.decode(kind, each.ran_function_definition or b"") for each in offered)
        return any(test(each.value) for each in read if each.conforms)

    return lambda actor: Dying(actor, of(E2setupRequest, where=matches))


def _parts(definition: Any) -> list[Any]:
    found = (getattr(definition, f"ran_function_definition_{service}", None) for service in _SERVICES)
    return [each for each in found if each is not None]


def _has_long_names(definition: Any) -> bool:
    report = definition.ran_function_definition_report
    styles = report.ric_report_style_list if report is not None else ()
    return any(len(style.ric_report_style_name) > _LONGEST_NAME for style in styles)


def _complains(failure: Any, edition: str) -> Message:
    why = cause("protocol/unspecified", edition)
    return ErrorIndication(ric_request_id=failure.ric_request_id, ran_function_id=failure.ran_function_id, cause=why)


def _complaining(*types: type[Message]) -> Callable[[Actor], Actor]:
    """A RIC that answers messages of these types about its RC function with an Error Indication."""
    return lambda actor: Answering(
        actor, of(*types, where=lambda each: each.ran_function_id == RC_FUNCTION), _complains
    )


FLAWS = (
    Flaw(
        "ric-rc-complains-of-refusal",
        "Answers the refusal of a subscription to RC with an Error Indication",
        RIC,
        None,
        _complaining(RICsubscriptionFailure),
        ("E2SM-RC-108",),
    ),
    Flaw(
        "ric-rc-complains-of-failed-control",
        "Answers RIC CONTROL FAILURE with an Error Indication",
        RIC,
        None,
        _complaining(RICcontrolFailure),
        ("E2SM-RC-114", "E2SM-RC-130"),
    ),
    Flaw(
        "ric-rc-complains-of-failed-query",
        "Answers RIC QUERY FAILURE with an Error Indication",
        RIC,
        None,
        _complaining(RICqueryFailure),
        ("E2SM-RC-143",),
    ),
    Flaw(
        "ric-rc-dies-without-call-process",
        "Crashes on an INSERT without a Call Process ID",
        RIC,
        "F29",
        _reported(lambda each: each.ric_indication_type == "insert" and each.ric_call_process_id is None),
        ("E2SM-RC-115",),
    ),
    Flaw(
        "ric-rc-dies-on-unasked-insert",
        "Crashes on an INSERT under a RICrequestID that it does not know",
        RIC,
        "F29",
        _DiesOnUnaskedInsert,
        ("E2SM-RC-116",),
    ),
    Flaw(
        "ric-rc-dies-on-empty-outcome",
        "Crashes on a control outcome without any parameter",
        RIC,
        "F9",
        lambda actor: Dying(actor, of(RICcontrolAcknowledge, where=_has_no_parameters)),
        ("E2SM-RC-129",),
    ),
    Flaw(
        "ric-rc-dies-on-late-acknowledgement",
        "Crashes on the acknowledgement of a control that it has given up",
        RIC,
        None,
        _DiesOnLateAcknowledgement,
        ("E2SM-RC-131",),
    ),
    Flaw(
        "ric-rc-dies-on-outcome-of-another-style",
        "Crashes on a control outcome in the format of another style",
        RIC,
        "F4",
        lambda actor: Dying(actor, of(RICcontrolAcknowledge, where=_is_of_another_style)),
        ("E2SM-RC-132",),
    ),
    Flaw(
        "ric-rc-dies-on-query-outcome-of-another-style",
        "Crashes on a query outcome about one UE",
        RIC,
        "F4",
        lambda actor: Dying(actor, of(RICqueryResponse, where=_tells_of_one_ue)),
        ("E2SM-RC-144",),
    ),
    Flaw(
        "ric-rc-dies-on-truncation",
        "Crashes on reports of RC that end too early",
        RIC,
        "F29",
        _on_complaint(ComplaintKind.TRUNCATED),
        ("E2SM-RC-151",),
    ),
    Flaw(
        "ric-rc-dies-on-foreign-payload",
        "Crashes on reports of KPM in the place of RC's",
        RIC,
        "F4",
        _reported(_foreign),
        ("E2SM-RC-152",),
    ),
    Flaw(
        "ric-rc-dies-of-depth",
        "Crashes on RAN parameters more than 16 deep",
        RIC,
        "F26",
        _reported(_deep),
        ("E2SM-RC-153",),
    ),
    Flaw(
        "ric-rc-dies-on-misplaced-header",
        "Crashes on a report with the header of an INSERT",
        RIC,
        "F3",
        _reported(_inserting),
        ("E2SM-RC-154",),
    ),
    Flaw(
        "ric-rc-dies-on-trailing-octets",
        "Crashes on octets behind the end of a report of RC",
        RIC,
        None,
        _on_complaint(ComplaintKind.TRAILING_OCTETS),
        ("E2SM-RC-155",),
    ),
    Flaw(
        "ric-rc-dies-on-newer-definition",
        "Crashes on an RC definition with the query service, which came after 1.03",
        RIC,
        "F2",
        _on_definition(lambda value: value.ran_function_definition_query is not None),
        ("E2SM-RC-161",),
    ),
    Flaw(
        "ric-rc-dies-without-services",
        "Crashes on an RC definition that declares no service",
        RIC,
        None,
        _on_definition(lambda value: not _parts(value)),
        ("E2SM-RC-162",),
    ),
    Flaw(
        "ric-rc-dies-on-long-names",
        "Crashes on names of RC styles of more than 150 characters",
        RIC,
        "F26",
        _on_definition(_has_long_names),
        ("E2SM-RC-163",),
    ),
)
"""One flaw each."""
