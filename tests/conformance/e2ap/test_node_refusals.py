"""Refusals that E2AP and its service models leave to an E2 node accuse no node, also one that claims everything."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.conformance.periods import USUAL_MS, period_ms
from oran_harness.model import Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.build import CATALOGUE, function_definition
from oran_harness.service_models.kpm.model import KPM
from oran_harness.steps import ClaimedModel, Claims
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour
from tests.conformance.e2ap.performing_node import perform

CLAIMED = Claims(
    True,
    procedures=("Reset", "RICcontrol", "RICsubscriptionModification", "RICserviceLoadStatus"),
    service_models=(ClaimedModel("KPM"), ClaimedModel("RC")),
)
NEWEST = NodeConfig(edition="7.00")
ACCUSED = (Verdict.FAIL, Verdict.ERROR)
SUBSCRIBING = ("E2AP-SUB-201", "E2AP-SUB-211", "E2AP-RESET-205", "E2AP-SUBDEL-205", "E2AP-SUBDEL-206", "E2AP-SUB-206")
ANEW = ("E2AP-SUB-211", "E2AP-RESET-205", "E2AP-RESTART-201", "E2AP-ERROR-242")


def refuses(test: Callable[[Any], bool], why: str) -> Misbehaviour:
    """Subscriptions of which a test is true are refused."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or message.ric_request_id is None or not test(message):
            return None
        failure = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, cause(why, ric.edition))
        return (ric.say(heard.association, failure),)

    return Misbehaviour(hears)


def lacks_a_cell(request: m.RICsubscriptionRequest) -> bool:
    """Whether a KPM action measures in a cell, and does not name it."""
    details = request.ric_subscription_details
    if request.ran_function_id != KPM_FUNCTION or details is None:
        return False
    for item in details.ric_action_to_be_setup_list:
        content = content_of(KPM.decode(PayloadKind.ACTION_DEFINITION, item.ric_action_definition or b"").value)
        asked = getattr(content, "meas_info_list", None) or ()
        names = [each.meas_type[1] for each in asked if each.meas_type[0] == "measName"]
        if any(CATALOGUE[name].of_cell for name in names) and getattr(content, "cell_global_id", None) is None:
            return True
    return False


def not_ready(after: type[Message], *, nth: int = 1) -> Misbehaviour:
    """From such a message on it admits no subscription for the time being."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if isinstance(message, after):
            ric.count("began")
        busy = refuses(lambda _: True, "system-not-ready").hears if ric.counts.get("began", 0) >= nth else None
        return None if busy is None else busy(ric, heard, message)

    return Misbehaviour(hears)


def offers_conditions_only() -> Misbehaviour:
    """It offers report style 4 alone, and no UE is attached."""

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        if isinstance(message, m.RICindication) and message.ran_function_id == KPM_FUNCTION:
            return None
        if not isinstance(message, m.E2setupRequest):
            return message
        definition = function_definition("3.00", styles=(4,))
        items = tuple(
            replace(each, ran_function_definition=definition) if each.ran_function_id == KPM_FUNCTION else each
            for each in message.ran_functions_added or ()
        )
        return replace(message, ran_functions_added=items)

    return Misbehaviour(says=says)


def keeps_subscriptions() -> Misbehaviour:
    """Subscriptions outlive their association; the like of one that stands is a duplicate."""
    old: set[object] = set()
    now: set[object] = set()

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if isinstance(message, m.E2setupResponse):
            old.update(now)
            now.clear()
        if isinstance(message, m.RICsubscriptionDeleteRequest) and message.ric_request_id in old:
            old.remove(message.ric_request_id)
            response = m.RICsubscriptionDeleteResponse(message.ric_request_id, message.ran_function_id)
            return (ric.say(heard.association, response),)
        if not isinstance(message, m.RICsubscriptionRequest):
            return None
        if old:
            why = cause("duplicate-event-trigger", ric.edition)
            failure = m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)
            return (ric.say(heard.association, failure),)
        now.add(message.ric_request_id)
        return None

    return Misbehaviour(hears)


def answers_with(request: type[Message], make: Callable[[Any, str], Message]) -> Misbehaviour:
    """A request is refused by the failure message of its procedure."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        return (ric.say(heard.association, make(message, ric.edition)),) if isinstance(message, request) else None

    return Misbehaviour(hears)


def no_modification(request: Any, edition: str) -> Message:
    """It modifies no subscription."""
    why = cause("misc/unspecified", edition)
    return m.RICsubscriptionModificationFailure(request.ric_request_id, request.ran_function_id, why)


@pytest.mark.parametrize("case", [*SUBSCRIBING, "E2SM-KPM-211", "E2SM-KPM-213", "E2SM-KPM-214", "E2SM-KPM-221"])
def test_a_cell_has_to_be_named(case: str) -> None:
    """A measurement of a cell may be refused in an action that names none (KPM 7.4.2.2)."""
    told = perform(case, refuses(lacks_a_cell, "action-not-supported"), claims=CLAIMED)
    assert told.judgement.verdict not in ACCUSED, str(told)


def test_measurements_of_no_cell_are_asked_for_first() -> None:
    """So that a node that is strict about cells is tested all the same."""
    told = perform("E2AP-SUB-201", refuses(lacks_a_cell, "action-not-supported"), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("case", SUBSCRIBING)
def test_a_node_without_ues_reports_none(case: str) -> None:
    """Where all that can be had are reports of UEs, none need come."""
    told = perform(case, offers_conditions_only(), claims=CLAIMED)
    assert told.judgement.verdict not in ACCUSED, str(told)


@pytest.mark.parametrize("case", ANEW)
def test_a_node_may_not_be_ready_yet(case: str) -> None:
    """After a Reset or an E2 Setup it may take its time, and say so (E2AP 9.2.1)."""
    nth = 1 if case == "E2AP-RESET-205" else 2
    after = m.ResetRequest if nth == 1 else m.E2setupResponse
    told = perform(case, not_ready(after, nth=nth), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.INCONC, str(told)


@pytest.mark.parametrize("case", ["E2AP-SUB-211", "E2AP-RESTART-201"])
def test_subscriptions_may_outlive_an_association(case: str) -> None:
    """Then the like of them is a duplicate until they are deleted."""
    told = perform(case, keeps_subscriptions(), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.PASS, str(told)


def test_long_periods_alone() -> None:
    """No clause says which reporting periods a node has to have."""

    def short(request: m.RICsubscriptionRequest) -> bool:
        return (period_ms(request) or 10 * USUAL_MS) < 10 * USUAL_MS

    told = perform("E2AP-SUB-201", refuses(short, "misc/unspecified"), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)


def test_a_plain_subscription_is_admitted() -> None:
    """A node that claims KPM and refuses what its function definition declares, in every period, fails."""
    told = perform("E2AP-SUB-201", refuses(lambda _: True, "misc/unspecified"), claims=CLAIMED)
    assert told.body is Verdict.FAIL, str(told)


@pytest.mark.parametrize("case", ["E2AP-SUBMOD-202", "E2AP-SUBMOD-203"])
def test_modifications_may_be_refused(case: str) -> None:
    """Which of them a node makes is its own affair (E2AP 8.2.5.3)."""
    refusing = answers_with(m.RICsubscriptionModificationRequest, no_modification)
    told = perform(case, refusing, config=NEWEST, claims=CLAIMED)
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)


def test_loads_may_be_refused() -> None:
    """Which loads a node measures no definition says (E2AP 8.2.8.3)."""

    def make(request: Any, edition: str) -> Message:
        return m.RICserviceLoadStatusFailure(
            request.ric_load_measurement_id, 1, cause("function-resource-limit", edition)
        )

    told = perform("E2AP-LOAD-201", answers_with(m.RICserviceLoadStatusRequest, make), config=NEWEST, claims=CLAIMED)
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)


@pytest.mark.parametrize("case", ["E2AP-ERROR-212"])
def test_a_control_that_cannot_be_repeated(case: str) -> None:
    """The same control may fail when it comes again, for what it did to the radio."""
    done: list[object] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if not isinstance(message, m.RICcontrolRequest):
            return None
        done.append(message)
        why = cause("control-failed-to-execute", ric.edition)
        failure = m.RICcontrolFailure(message.ric_request_id, message.ran_function_id, None, why)
        return (ric.say(heard.association, failure),) if len(done) > 1 else None

    told = perform(case, Misbehaviour(hears), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.INCONC, str(told)


def not_set_up_yet(attempts: int) -> Misbehaviour:
    """So many subscriptions come before the E2setupResponse, which was lost on its stream."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionRequest):
            ric.count("asked")
        why = "message-not-compatible-with-receiver-state"
        early = refuses(lambda _: ric.counts.get("asked", 0) <= attempts, why)
        return early.hears(ric, heard, message) if early.hears is not None else None

    return Misbehaviour(hears)


@pytest.mark.parametrize("case", ["E2AP-SUB-201", "E2AP-LOSS-205"])
def test_a_subscription_that_overtakes_the_setup_response_is_sent_again(case: str) -> None:
    """SCTP keeps the order of each stream alone: who gets one before the other may say that it is not set up."""
    told = perform(case, not_set_up_yet(3), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.PASS, str(told)
