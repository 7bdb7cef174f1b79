"""What E2SM-KPM leaves to an E2 node about jobs and reporting conditions accuses no node."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.peers.flaws.alteration import within
from oran_harness.peers.flaws.kpm_payload import action_definitions, of_messages, rewritten
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models.formats import content_of, style_of
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.kpm.elements import E2SM_KPM_IndicationMessage_Format255
from oran_harness.service_models.kpm.jobs import JOBS_STYLE, approach, definitions, jobs
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.steps import ClaimedModel, Claims
from tests.conformance.e2ap.misbehaving_ric import MisbehavingRic, Misbehaviour, edits
from tests.conformance.e2ap.performing_node import node_cases, perform
from tests.conformance.kpm.test_node_freedoms import one_at_a_time, refuses, refuses_short_periods

EDITION = "7.00"
KPM_EDITION = "6.00"
CASES = [case.id for case in node_cases() if "kpm:" in "".join(case.description.needs)]
CLAIMED = Claims(True, service_models=(ClaimedModel("KPM"),))
WITH_JOBS = Claims(True, service_models=(ClaimedModel("KPM", styles=(1, 2, 3, 4, 5, JOBS_STYLE)),))
ACCUSED = (Verdict.FAIL, Verdict.ERROR)


def asks_for_jobs(request: Any) -> bool:
    return any(style_of(each) == JOBS_STYLE for each in action_definitions(request))


def messages_changed(change: Callable[[Any], Any]) -> Misbehaviour:
    return edits(m.RICindication, of_messages(change))


def in_reverse(message: Any) -> Any:
    """The jobs of a report in another order."""
    content = content_of(message)
    if not isinstance(content, E2SM_KPM_IndicationMessage_Format255):
        return message
    items = content.multi_report_indication_message_list[::-1]
    changed = replace(content, multi_report_indication_message_list=items)
    return replace(message, indication_message_formats=("indicationMessage-Format255", changed))


def wrapped(indication: Any) -> Any:
    """A report of one job in format 255, too, as table 7.8-2 may be read."""
    message = KPM.decode(PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message).value
    if message.job_id is None:
        return indication
    plain = KPM.encode(PayloadKind.INDICATION_MESSAGE, replace(message, job_id=None), KPM_EDITION)
    octets = kpm.multiple_indication_message([(message.job_id, plain)], KPM_EDITION)
    return replace(indication, ric_indication_message=octets)


def both(one: Misbehaviour, other: Misbehaviour) -> Misbehaviour:
    """Says as the one, and hears as the other."""
    return Misbehaviour(hears=other.hears, says=one.says)


def refuses_approach(name: str) -> Misbehaviour:
    return refuses(lambda request: any(approach(each) == name for each in action_definitions(request)))


def refuses_style_4() -> Misbehaviour:
    """Its conditions are ones that the node does not know, in a job and on their own."""
    return refuses(
        lambda request: any(style_of(part) == 4 for each in action_definitions(request) for part in definitions(each))
    )


def refuses_jobs_of_style_4() -> Misbehaviour:
    return refuses(
        lambda request: any(style_of(job.definition) == 4 for each in action_definitions(request) for job in jobs(each))
    )


def without(value: Any, kind: str) -> Any:
    return within(value, ("meas_record",), lambda record: tuple((kind, None) for _ in record))


def numbers_measurements() -> Misbehaviour:
    """Its measurements have IDs, by which its reports name them, the last one first."""
    numbers: dict[str, int] = {}

    def numbered(items: Any) -> Any:
        return tuple(replace(item, meas_id=numbers.setdefault(item.meas_name, len(numbers) + 1)) for item in items)

    def by_number(message: Any) -> Any:
        name, content = message.indication_message_formats
        listed = getattr(content, "meas_info_list", None) or ()
        if len(listed) < 2:
            return message
        named = tuple(replace(item, meas_type=("measID", numbers[item.meas_type[1]])) for item in listed)
        data = tuple(replace(item, meas_record=item.meas_record[::-1]) for item in content.meas_data)
        content = replace(content, meas_info_list=named[::-1], meas_data=data)
        return replace(message, indication_message_formats=(name, content))

    def offer(request: Any) -> Any:
        kind = PayloadKind.FUNCTION_DEFINITION
        return within(
            request,
            ("ran_function_definition",),
            lambda octets: rewritten(kind, octets, lambda value: within(value, ("meas_info_action_list",), numbered)),
        )

    offering, reporting = edits(m.E2setupRequest, offer).says, messages_changed(by_number).says
    assert offering is not None
    assert reporting is not None
    return Misbehaviour(says=lambda ric, message: reporting(ric, offering(ric, message) or message))


def repeats_nothing(message: Any) -> Any:
    return within(within(message, ("meas_info_list",), lambda _: None), ("granul_period",), lambda _: None)


def withholds_reports() -> Misbehaviour:
    """Where no value is satisfied there is no report."""

    def says(_ric: MisbehavingRic, message: Any) -> Any:
        if not isinstance(message, m.RICindication):
            return message
        value = KPM.decode(PayloadKind.INDICATION_MESSAGE, message.ric_indication_message or b"").value
        records = getattr(content_of(value), "meas_data", None) or ()
        kinds = {kind for item in records for kind, _ in item.meas_record}
        return None if kinds == {"notSatisfied"} else message

    return Misbehaviour(says=says)


def declares(**fields: Any) -> Misbehaviour:
    """Its definition of style 255 says otherwise."""

    def of_definition(value: Any) -> Any:
        items = tuple(replace(item, **fields) for item in value.ric_integrated_report_style_list or ())
        return replace(value, ric_integrated_report_style_list=items or None)

    kind = PayloadKind.FUNCTION_DEFINITION
    return edits(
        m.E2setupRequest,
        lambda request: within(
            request, ("ran_function_definition",), lambda octets: rewritten(kind, octets, of_definition)
        ),
    )


FREEDOMS: dict[str, Callable[[], Misbehaviour]] = {
    "refuses all jobs": lambda: refuses(asks_for_jobs),
    "refuses common definitions": lambda: refuses(
        lambda request: any(not job.own for each in action_definitions(request) for job in jobs(each))
    ),
    "refuses short periods": refuses_short_periods,
    "serves one subscription at a time": one_at_a_time,
    "reports jobs in reverse": lambda: messages_changed(in_reverse),
    "wraps reports of one job": lambda: edits(m.RICindication, wrapped),
    "measures nothing": lambda: messages_changed(lambda message: without(message, "noValue")),
    "repeats nothing": lambda: messages_changed(repeats_nothing),
    "withholds reports": withholds_reports,
    "numbers measurements": numbers_measurements,
    "declares no approach": lambda: declares(
        ric_single_reporting_approach_support=None, ric_multiple_reporting_approach_support=None
    ),
    "declares no styles of jobs": lambda: declares(ric_fundamental_level_report_style_list=None),
    "declares reporting together alone": lambda: declares(ric_multiple_reporting_approach_support=None),
}

CLAIMED_FREEDOMS: dict[str, Callable[[], Misbehaviour]] = {
    "refuses a style in jobs and alone": refuses_style_4,
    "declares no approach and refuses one by one": lambda: both(
        FREEDOMS["declares no approach"](), refuses_approach("multiple")
    ),
    "declares no approach and refuses together": lambda: both(
        FREEDOMS["declares no approach"](), refuses_approach("single")
    ),
    "declares no styles of jobs and refuses one": lambda: both(
        FREEDOMS["declares no styles of jobs"](), refuses_jobs_of_style_4()
    ),
}


@pytest.mark.parametrize("freedom", CLAIMED_FREEDOMS)
def test_no_node_is_accused_that_claims_jobs(freedom: str) -> None:
    """What the definition of style 255 is silent on, or what is refused on its own too, need not be served."""
    for case in CASES:
        told = perform(case, CLAIMED_FREEDOMS[freedom](), config=NodeConfig(edition=EDITION), claims=WITH_JOBS)
        assert told.judgement.verdict not in ACCUSED, f"{case}: {told}"


@pytest.mark.parametrize("freedom", FREEDOMS)
def test_no_node_is_accused(freedom: str) -> None:
    """What the text leaves open is no failure of any case, though KPM is claimed."""
    for case in CASES:
        told = perform(case, FREEDOMS[freedom](), config=NodeConfig(edition=EDITION), claims=CLAIMED)
        assert told.judgement.verdict not in ACCUSED, f"{case}: {told}"
        assert told.judgement.blame is None, f"{case}: {told}"


def test_the_clean_node_passes_with_claims() -> None:
    """Style 255 is claimed and offered."""
    for case in CASES:
        told = perform(case, config=NodeConfig(edition=EDITION), claims=WITH_JOBS)
        assert told.judgement.verdict is Verdict.PASS, f"{case}: {told}"


def test_a_claimed_style_is_served() -> None:
    """Who claims style 255 and refuses what it admits on its own is accused; also who does not offer it."""
    told = perform("E2SM-KPM-271", refuses(asks_for_jobs), config=NodeConfig(edition=EDITION), claims=WITH_JOBS)
    assert told.judgement.verdict is Verdict.FAIL, str(told)
    told = perform("E2SM-KPM-271", config=NodeConfig(edition="3.01"), claims=WITH_JOBS)
    assert told.judgement.verdict is Verdict.FAIL, str(told)


@pytest.mark.parametrize("case", CASES)
def test_a_node_of_an_earlier_edition(case: str) -> None:
    """It does not offer jobs, and passes over reporting conditions: unsupported."""
    told = perform(case, config=NodeConfig(edition="3.01"))
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)
    assert told.judgement.blame is None, str(told)
