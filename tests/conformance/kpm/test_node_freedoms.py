"""What E2SM-KPM leaves to an E2 node accuses no node."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.conformance.periods import USUAL_MS, period_ms
from oran_harness.model import ComplaintKind, Verdict
from oran_harness.peers.actor import Command, Heard
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models.formats import style_of
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import ClaimedModel, Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, edits
from tests.conformance.e2ap.performing_node import node_cases, perform
from tests.conformance.e2ap.test_node_subscriptions import admits

CASES = [case.id for case in node_cases() if case.id.startswith("E2SM-KPM-2")]
CLAIMED = Claims(True, service_models=(ClaimedModel("KPM"),))
ALL_STYLES = Claims(True, service_models=(ClaimedModel("KPM", styles=(1, 2, 3, 4, 5)),))
OF_UES = ("E2SM-KPM-212", "E2SM-KPM-213", "E2SM-KPM-214", "E2SM-KPM-215", "E2SM-KPM-261", "E2SM-KPM-264")


def refuses(test: Callable[[Any], bool]) -> Misbehaviour:
    """Subscriptions of which a test is true are refused, for a reason that is the node's own."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or not test(message):
            return None
        why = cause("misc/unspecified", ric.edition)
        return (
            ric.say(heard.association, m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)),
        )

    return Misbehaviour(hears)


def style(item: Any) -> int | None:
    """The KPM report style that an action of a subscription asks for."""
    return style_of(KPM.decode(PayloadKind.ACTION_DEFINITION, item.ric_action_definition or b"").value)


def styles(request: Any) -> set[int | None]:
    """The KPM report styles that a subscription asks for."""
    return {style(item) for item in request.ric_subscription_details.ric_action_to_be_setup_list}


def refuses_short_periods() -> Misbehaviour:
    """It reports once a second at most."""
    return refuses(lambda request: (period_ms(request) or USUAL_MS) < USUAL_MS)


def one_at_a_time() -> Misbehaviour:
    """It serves one subscription at a time."""
    standing: list[object] = []

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionDeleteRequest) and message.ric_request_id in standing:
            standing.remove(message.ric_request_id)
        if not isinstance(message, m.RICsubscriptionRequest) or not standing:
            return None
        why = cause("function-resource-limit", ric.edition)
        return (
            ric.say(heard.association, m.RICsubscriptionFailure(message.ric_request_id, message.ran_function_id, why)),
        )

    def says(ric: MisbehavingRic, message: Message) -> Message:
        if isinstance(message, m.RICsubscriptionResponse):
            standing.append(message.ric_request_id)
        return message

    return Misbehaviour(hears, says)


def has_no_ues() -> Misbehaviour:
    """No UE is attached: what names UEs is refused, what finds them is admitted and finds none."""
    silent: set[object] = set()
    refusing = refuses(lambda request: bool(styles(request) & {2, 5}))

    def hears(ric: MisbehavingRic, heard: Heard, message: Any) -> Sequence[Command] | None:
        if isinstance(message, m.RICsubscriptionRequest):
            items = message.ric_subscription_details.ric_action_to_be_setup_list  # type: ignore[union-attr]
            silent.update((message.ric_request_id, each.ric_action_id) for each in items if style(each) in (3, 4))
        return None if refusing.hears is None else refusing.hears(ric, heard, message)

    def says(ric: MisbehavingRic, message: Message) -> Message | None:
        quiet = isinstance(message, m.RICindication) and (message.ric_request_id, message.ric_action_id) in silent
        return None if quiet else message

    return Misbehaviour(hears, says)


def message_content(change: Callable[[Any], Any]) -> Misbehaviour:
    """Its KPM indication messages are changed."""

    def of(indication: Any) -> Any:
        kind = PayloadKind.INDICATION_MESSAGE
        decoded = KPM.decode(kind, indication.ric_indication_message)
        name, content = decoded.value.indication_message_formats
        if name.endswith("3"):
            items = tuple(replace(each, meas_report=change(each.meas_report)) for each in content.ue_meas_report_list)
            content = replace(content, ue_meas_report_list=items)
        else:
            content = change(content)
        value = replace(decoded.value, indication_message_formats=(name, content))
        return replace(indication, ric_indication_message=KPM.encode(kind, value, decoded.edition or "2.03"))

    return edits(m.RICindication, of)


def repeats_nothing(content: Any) -> Any:
    """No list of measurements and no granularity period: those of the subscription hold."""
    plain = {"granul_period": None}
    return replace(content, **plain, **({"meas_info_list": None} if hasattr(content, "meas_info_list") else {}))


def measures_nothing(content: Any) -> Any:
    """Nothing was generated."""
    data = (replace(each, meas_record=tuple(("noValue", None) for _ in each.meas_record)) for each in content.meas_data)
    return replace(content, meas_data=tuple(data))


def offers(*numbers: int) -> Misbehaviour:
    """It offers these report styles alone."""
    definition = function_definition("3.00", styles=numbers)

    def of(request: Any) -> Any:
        items = tuple(
            replace(item, ran_function_definition=definition) if item.ran_function_id == 2 else item
            for item in request.ran_functions_added
        )
        return replace(request, ran_functions_added=items)

    return edits(m.E2setupRequest, of)


FREEDOMS: dict[str, Callable[[], Misbehaviour]] = {
    "refuses short periods": refuses_short_periods,
    "serves one subscription at a time": one_at_a_time,
    "has no UEs": has_no_ues,
    "offers style 1 alone": lambda: offers(1),
    "repeats nothing": lambda: message_content(repeats_nothing),
    "measures nothing": lambda: message_content(measures_nothing),
}
ABOUT = {
    "has no UEs": ("E2SM-KPM-21", "E2SM-KPM-26"),
    "offers style 1 alone": ("E2SM-KPM-20", "E2SM-KPM-24"),
    "repeats nothing": ("E2SM-KPM-21", "E2SM-KPM-22", "E2SM-KPM-23"),
    "measures nothing": ("E2SM-KPM-21", "E2SM-KPM-22", "E2SM-KPM-23"),
}
"""Beginnings of the ids of cases to which a freedom can matter; all cases where nothing is said."""


@pytest.mark.parametrize(
    ("case", "freedom"),
    [(case, freedom) for case in CASES for freedom in FREEDOMS if case.startswith(ABOUT.get(freedom, "E2SM"))],
)
def test_freedoms(case: str, freedom: str) -> None:
    """Nothing that a node is free to do fails a case, also where it claims KPM."""
    told = perform(case, FREEDOMS[freedom](), claims=CLAIMED)
    assert told.judgement.verdict in (Verdict.PASS, Verdict.UNSUPPORTED, Verdict.INCONC), str(told)


@pytest.mark.parametrize("case", ["E2SM-KPM-211", "E2SM-KPM-215", "E2SM-KPM-236", "E2AP-SUB-201", "E2AP-IND-202"])
def test_a_longer_period_does_as_well(case: str) -> None:
    """A node that refuses a short reporting period is asked for the usual one, and passes."""
    told = perform(case, refuses_short_periods(), claims=CLAIMED)
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("case", OF_UES)
def test_a_style_that_is_not_offered(case: str) -> None:
    """It is unsupported, but a failure where the profile claims it."""
    assert perform(case, offers(1)).judgement.verdict is Verdict.UNSUPPORTED
    told = perform(case, offers(1), claims=ALL_STYLES)
    assert told.body is Verdict.FAIL, str(told)


def test_a_style_that_is_claimed_is_declared() -> None:
    """The definition is held against the profile's styles."""
    assert perform("E2SM-KPM-202", claims=ALL_STYLES).judgement.verdict is Verdict.PASS
    assert perform("E2SM-KPM-202", offers(1), claims=ALL_STYLES).body is Verdict.FAIL


def test_the_edition_that_is_claimed() -> None:
    """However it is written; one that is not known here is not judged."""
    for revision in ("3.00", "v03.00", "99.00", "three"):
        claims = Claims(True, service_models=(ClaimedModel("KPM", revision=revision),))
        told = perform("E2SM-KPM-201", claims=claims)
        assert told.judgement.verdict is Verdict.PASS, str(told)


def test_an_edition_that_was_claimed_and_is_not_spoken() -> None:
    """A node that claims KPM 2.03 and writes the eight octets of 3.00 for its start time, and the reverse."""
    for claimed, spoken in (("2.03", "3.00"), ("v03.00", "2.03")):
        claims = Claims(True, service_models=(ClaimedModel("KPM", revision=claimed),))
        told = perform("E2SM-KPM-236", config=NodeConfig(kpm=spoken), claims=claims)
        assert told.body is Verdict.FAIL, str(told)


def test_a_refused_style_of_ues_that_are_there() -> None:
    """A node that claims KPM, declares style 2, reports a UE by style 4 and refuses style 2 about it, fails."""
    told = perform("E2SM-KPM-212", refuses(lambda request: 2 in styles(request)), claims=CLAIMED)
    assert told.body is Verdict.FAIL, str(told)
    told = perform("E2SM-KPM-212", refuses(lambda request: 2 in styles(request)))
    assert told.body is Verdict.UNSUPPORTED, str(told)


def test_a_node_need_not_look_behind_a_payload() -> None:
    """Who reads a payload from its beginning, and stops where it ends, finds no KPM trigger in a foreign one either."""

    def hears(ric: MisbehavingRic, heard: Heard, message: Message | None) -> Sequence[Command] | None:
        if not isinstance(message, m.RICsubscriptionRequest) or message.ric_subscription_details is None:
            return None
        trigger = message.ric_subscription_details.ric_event_trigger_definition or b""
        kinds = {each.kind for each in KPM.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger).complaints}
        readable = kinds and ComplaintKind.TRUNCATED not in kinds
        return (ric.say(heard.association, admits(message, ric.edition)),) if readable else None

    told = perform("E2SM-KPM-245", Misbehaviour(hears))
    assert told.judgement.verdict is Verdict.PASS, str(told)
