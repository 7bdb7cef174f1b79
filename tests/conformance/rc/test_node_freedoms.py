"""What E2SM-RC leaves to an E2 node accuses no node."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.conformance.rc import (
    node_control,
    node_control_refusal,
    node_control_ues,
    node_insert,
    node_policy,
    node_query,
    node_report,
    node_report_refusal,
)
from oran_harness.conformance.rc.node_scenery import check_format
from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICaction_Admitted_Item
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_number
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.rc.build import query_outcome_ues
from oran_harness.service_models.rc.model import RC
from oran_harness.steps import CaseOutcome, ClaimedModel, Claims
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION, RC_FUNCTION
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, edits, puts, replies
from tests.conformance.e2ap.performing_node import node_cases, perform

CLAIMED = Claims(True, procedures=("RICcontrol", "RICquery"), service_models=(ClaimedModel("KPM"), ClaimedModel("RC")))
NEWEST = NodeConfig(edition="7.00")
CONTROL = (node_control, node_control_ues, node_insert)
SUBSCRIPTION = (node_report, node_insert, node_policy)
REFUSAL = (node_report_refusal, node_control_refusal, node_insert, node_policy)
CAUSES = (
    "control-failed-to-execute",
    "control-message-invalid",
    "ricRequest/unspecified",
    "misc/unspecified",
    "semantic-error",
    "system-not-ready",
)


def ids(*modules: Any) -> list[str]:
    """The cases of these modules."""
    names = {module.__name__ for module in modules}
    return [case.id for case in node_cases() if case.module in names]


def about(function: int, *types: type[Message], where: Callable[[Any], bool] = lambda _: True) -> Any:
    """Messages of these types about a RAN function."""
    return lambda message, _: (
        isinstance(message, types) and getattr(message, "ran_function_id", None) == function and where(message)
    )


def fails_control(name: str) -> Misbehaviour:
    """No control succeeds."""

    def make(request: Any, edition: str) -> Message:
        process = request.ric_call_process_id
        return m.RICcontrolFailure(request.ric_request_id, RC_FUNCTION, process, cause(name, edition))

    return replies(about(RC_FUNCTION, m.RICcontrolRequest), make)


def refuses(name: str, function: int, where: Callable[[Any], bool] = lambda _: True) -> Misbehaviour:
    """No such subscription is admitted."""

    def make(request: Any, edition: str) -> Message:
        return m.RICsubscriptionFailure(request.ric_request_id, function, cause(name, edition))

    return replies(about(function, m.RICsubscriptionRequest, where=where), make)


def soon(request: Any) -> bool:
    """Whether a KPM report is wanted more than once a second."""
    octets = request.ric_subscription_details.ric_event_trigger_definition
    value = KPM.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, octets).value
    return bool(value.event_definition_formats[1].reporting_period < 1000)


def first_ue(request: Any) -> bool:
    """Whether a control is of UE 1."""
    value = RC.decode(PayloadKind.CONTROL_HEADER, request.ric_control_header).value
    ue = getattr(value.ric_control_header_formats[1], "ue_id", None) if value is not None else None
    return ue is not None and ue_number(ue) == 1


def accused(cases: Sequence[str], misbehaviour: Misbehaviour, claims: Claims | None = None, **how: Any) -> list[str]:
    """The cases that fail."""
    told = {case: perform(case, misbehaviour, claims=claims, **how) for case in cases}
    return [f"{case}: {each}" for case, each in told.items() if each.judgement.verdict is Verdict.FAIL]


@pytest.mark.parametrize("name", CAUSES)
def test_controls_may_fail(name: str) -> None:
    """Why a control was not carried out is the node's own affair, and so is the cause that it chooses."""
    assert accused(ids(*CONTROL), fails_control(name), CLAIMED) == []


def test_controls_need_not_be_claimed() -> None:
    """A node that does not claim RIC Control may say that it does not support it; one that claims it may not."""
    assert accused(ids(*CONTROL), fails_control("action-not-supported")) == []
    assert perform("E2SM-RC-231", fails_control("action-not-supported"), claims=CLAIMED).body is Verdict.FAIL


@pytest.mark.parametrize("claims", [None, CLAIMED], ids=["unclaimed", "claimed"])
@pytest.mark.parametrize("name", ["function-resource-limit", "action-not-supported", "misc/unspecified"])
def test_subscriptions_may_be_refused(name: str, claims: Claims | None) -> None:
    """Nothing declares which triggers, conditions and call processes a node can be asked for."""
    assert accused(ids(*SUBSCRIPTION), refuses(name, RC_FUNCTION), claims) == []


def test_outcomes_are_optional() -> None:
    """A control may be acknowledged without an outcome (E2AP 9.1.1.9)."""
    without = puts(m.RICcontrolAcknowledge, ric_control_outcome=None)
    assert accused(ids(*CONTROL), without) == []


def test_any_cause_will_do() -> None:
    """The text asks for an appropriate cause, and names none."""
    cases = ids(*REFUSAL)
    assert accused(cases, edits(m.RICcontrolFailure, lambda said: replace(said, cause=("misc", "unspecified")))) == []
    assert (
        accused(cases, edits(m.RICsubscriptionFailure, lambda said: replace(said, cause=("misc", "unspecified")))) == []
    )


def test_ue_1_need_not_exist() -> None:
    """The UEs of a node are its own: where there is no UE 1 the cases look for others."""
    told = fails_control("control-failed-to-execute").hears
    assert told is not None

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        absent = isinstance(message, m.RICcontrolRequest) and message.ran_function_id == RC_FUNCTION
        return told(ric, heard, message) if absent and first_ue(message) else None

    assert accused(ids(*CONTROL), Misbehaviour(hears)) == []
    assert perform("E2SM-RC-234", Misbehaviour(hears)).judgement.verdict is not Verdict.FAIL


def test_short_periods_may_be_refused() -> None:
    """A node that reports by KPM once a second and no sooner is asked again."""
    slow = refuses("function-resource-limit", KPM_FUNCTION, soon)
    for case in ("E2SM-RC-238", "E2SM-RC-254"):
        assert perform(case, slow).judgement.verdict is Verdict.PASS


def test_nothing_need_happen() -> None:
    """A report or an INSERT that is admitted tells of what happens; where nothing does, nothing is told."""
    quiet = edits(m.RICindication, lambda said: None if said.ran_function_id == RC_FUNCTION else said)
    assert accused(ids(node_report, node_insert), quiet) == []


@pytest.mark.parametrize("status", ["refused", "served"])
def test_late_answers_after_a_deletion(status: str) -> None:
    """Whether the call processes of a deleted subscription can still be answered is open."""

    def make(request: Any, edition: str) -> Message:
        if status == "served":
            return m.RICcontrolAcknowledge(request.ric_request_id, RC_FUNCTION, request.ric_call_process_id)
        why = cause("ric-call-process-id-invalid", edition)
        return m.RICcontrolFailure(request.ric_request_id, RC_FUNCTION, request.ric_call_process_id, why)

    answered = replies(
        about(RC_FUNCTION, m.RICcontrolRequest, where=lambda request: request.ric_call_process_id is not None), make
    )
    assert perform("E2SM-RC-228", answered).body is not Verdict.FAIL


@pytest.mark.parametrize("case", ["E2SM-RC-248", "E2SM-RC-253"])
def test_what_is_open_may_be_taken(case: str) -> None:
    """Octets behind a control message, and the UE-ID of another kind of node, may be taken or refused."""

    def make(request: Any, edition: str) -> Message:
        return m.RICcontrolAcknowledge(request.ric_request_id, RC_FUNCTION)

    taken = replies(about(RC_FUNCTION, m.RICcontrolRequest), make)
    assert perform(case, taken).judgement.verdict is Verdict.PASS


def test_unknown_parameters_may_be_left_out() -> None:
    """An action is admitted for the RAN parameters that the node has; the others are not reported."""

    def make(request: Any, edition: str) -> Message:
        return m.RICsubscriptionResponse(request.ric_request_id, RC_FUNCTION, (RICaction_Admitted_Item(1),))

    admitted = replies(about(RC_FUNCTION, m.RICsubscriptionRequest), make)
    assert perform("E2SM-RC-216", admitted).body is not Verdict.FAIL


@pytest.mark.parametrize("claims", [None, CLAIMED], ids=["unclaimed", "claimed"])
def test_queries_may_fail(claims: Claims | None) -> None:
    """What is available at a time is the node's own affair (E2AP 8.2.7.3)."""

    def make(request: Any, edition: str) -> Message:
        why = cause("requested-information-unavailable", edition)
        return m.RICqueryFailure(request.ric_request_id, request.ran_function_id, why)

    failing = replies(about(RC_FUNCTION, m.RICqueryRequest), make)
    for case in ids(node_query):
        assert perform_newest(case, failing, claims) is not Verdict.FAIL


def test_queries_may_find_nobody() -> None:
    """An outcome may name no UE at all (the ASN.1 allows it)."""
    empty = puts(m.RICqueryResponse, ric_query_outcome=query_outcome_ues([], "5.00"))
    for case in ("E2SM-RC-273", "E2SM-RC-275", "E2SM-RC-276"):
        assert perform_newest(case, empty) is not Verdict.FAIL


def perform_newest(case: str, misbehaviour: Misbehaviour, claims: Claims | None = None) -> Verdict | None:
    """The verdict of a case's body in the newest edition, which has QUERY."""
    return perform(case, misbehaviour, config=NEWEST, claims=claims).body


def test_a_declaration_is_no_fault_of_what_is_sent() -> None:
    """A node whose definition counts formats from 0, and that sends those of the tables: a rule remarks it once."""
    header = next(
        event.octets
        for event in perform("E2SM-RC-214", config=NEWEST).performed.events
        if event.message == "RICindication"
    )
    assert header is not None
    decoded = codec("7.00").decode(header).message
    assert isinstance(decoded, m.RICindication)
    value = RC.decode(PayloadKind.INDICATION_HEADER, decoded.ric_indication_header, RC.editions[-1]).value
    check_format(value, 1, 0, "The header")
    with pytest.raises(CaseOutcome):
        check_format(value, 2, 2, "The header")
