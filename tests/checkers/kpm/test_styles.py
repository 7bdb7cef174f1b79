"""Rules about KPM's styles and formats."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition
from tests.checkers.payloads_of import NAME, kpm_definition_of, kpm_function, kpm_indication, kpm_subscribed
from tests.checkers.scene import NODE, RIC, Case, Scene, case, check_broken, check_kept
from tests.service_models.samples import UE_GNB, action_1, measurement, message_1, message_3, style_1, style_4

OFFERING_JOBS = replace(
    kpm_definition_of(1, (NAME,)),
    ric_integrated_report_style_list=(
        k.RIC_IntegratedReportStyle_Item(
            255, "Multiple", 255, 1, 255, (k.RIC_FundamentalLevelReportStyle_Item(1, "true"),)
        ),
    ),
)
WRONG = E2SM_KPM_ActionDefinition(4, ("actionDefinition-Format1", action_1(measurement(NAME))))
CONDITION = style_4(measurement(NAME))
FOURTH = kpm_definition_of(4, (NAME,))


def clean(scene: Scene) -> None:
    """A node that offers style 4, is asked for it and reports by it."""
    kpm_subscribed(scene, CONDITION, FOURTH).node(kpm_indication(message_3(UE_GNB)))


def jobs(*items: Any, approach: Any = "single", common: Any = None) -> E2SM_KPM_ActionDefinition:
    """An action of style 255: each item a pair of Job ID and definition."""
    listed = tuple(k.MultiReportActionDefinitionItem(number, definition) for number, definition in items)
    content = k.E2SM_KPM_ActionDefinition_Format255(listed, approach, common)
    return E2SM_KPM_ActionDefinition(255, ("actionDefinition-Format255", content))


PLAIN = style_1(measurement(NAME))
TWO_JOBS = jobs((1, PLAIN), (2, PLAIN))
ONE_BY_ONE = jobs((1, PLAIN), (2, PLAIN), approach="multiple")


def asked(scene: Scene, action: Any, *messages: Any) -> Scene:
    """A node of 5.00 is asked for jobs, and reports."""
    told = [kpm_indication(message, edition="5.00") for message in messages]
    return kpm_subscribed(scene, action, OFFERING_JOBS, "5.00").node(*told)


def of_jobs(**messages: Any) -> Any:
    """Message format 255: the messages of jobs 1 and 2."""
    numbers = {"first": 1, "second": 2}
    items = tuple(k.MultiReportIndicationMessageItem(numbers[name], each) for name, each in messages.items())
    content = k.E2SM_KPM_IndicationMessage_Format255(items)
    return k.E2SM_KPM_IndicationMessage(("indicationMessage-Format255", content))


CASES = (
    case(
        "KPM-JOB-LIST",
        RIC,
        lambda s: asked(s, jobs((1, PLAIN), (1, PLAIN))),
        lambda s: asked(s, jobs((1, PLAIN), (2, None), common=PLAIN)),
    ),
    case(
        "KPM-DEFINITION-FORMATS",
        NODE,
        lambda s: s.set_up(kpm_function(kpm_definition_of(4, (NAME,), formats=(4, 1, 1)))),
        clean,
    ),
    case("KPM-ACTION-FORMAT", RIC, lambda s: kpm_subscribed(s, WRONG, FOURTH), clean),
    case("KPM-STYLE-UNDECLARED", RIC, lambda s: kpm_subscribed(s, CONDITION), clean),
    case(
        "KPM-MESSAGE-FORMAT",
        NODE,
        lambda s: kpm_subscribed(s, CONDITION, FOURTH).node(kpm_indication(message_1(1))),
        clean,
        "KPM-DECLARED-FORMAT",
    ),
    case(
        "KPM-DECLARED-FORMAT",
        NODE,
        # The node declares message format 1 for style 4, and sends format 3, which belongs to it.
        lambda s: kpm_subscribed(s, CONDITION, kpm_definition_of(4, (NAME,), formats=(4, 1, 1))).node(
            kpm_indication(message_3(UE_GNB))
        ),
        clean,
        "KPM-DEFINITION-FORMATS",
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_a_function_without_report_styles() -> None:
    """A definition may declare triggers alone; a subscription to it asks for what is not declared."""
    scene = kpm_subscribed(Scene(), style_1(measurement(NAME)), kpm_definition_of(None, ()))
    assert scene.fired() == {("KPM-STYLE-UNDECLARED", "near-rt-ric")}


@pytest.mark.parametrize(
    ("action", "rules"),
    [
        (TWO_JOBS, set()),
        (jobs((1, PLAIN), (2, None)), {"KPM-JOB-LIST"}),
        (jobs((1, TWO_JOBS)), {"KPM-JOB-LIST", "KPM-STYLE-UNDECLARED"}),
        (jobs((1, WRONG)), {"KPM-ACTION-FORMAT", "KPM-STYLE-UNDECLARED"}),
        (jobs((1, style_1(measurement("No.Such")))), {"KPM-MEASUREMENT-NAME"}),
    ],
    ids=["right", "nothing", "nested", "format", "measurement"],
)
def test_what_is_asked_of_jobs(action: Any, rules: set[str]) -> None:
    """Jobs are judged like actions: styles that are declared for them, their formats, their measurements."""
    assert asked(Scene(), action).fired() == {(rule, "near-rt-ric") for rule in rules}


@pytest.mark.parametrize(
    ("action", "message", "wrong"),
    [
        (TWO_JOBS, of_jobs(first=message_1(1), second=message_1(1)), False),
        (TWO_JOBS, replace(message_1(1), job_id=1), True),
        (TWO_JOBS, of_jobs(first=message_3(UE_GNB)), True),
        (ONE_BY_ONE, replace(message_1(1), job_id=1), False),
        (ONE_BY_ONE, of_jobs(first=message_1(1)), False),
        (ONE_BY_ONE, of_jobs(first=message_1(1), second=message_1(1)), True),
        (ONE_BY_ONE, replace(message_3(UE_GNB), job_id=2), True),
    ],
    ids=["together", "one of two", "other format", "one by one", "wrapped", "two of one", "other format alone"],
)
def test_formats_of_jobs(action: Any, message: Any, wrong: bool) -> None:
    """Together in format 255 or one by one as subscribed, each in the format of its style (KPM 7.4.7.4)."""
    assert asked(Scene(), action, message).fired() == ({("KPM-MESSAGE-FORMAT", "e2-node")} if wrong else set())
