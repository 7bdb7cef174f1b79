"""Rules about the records of an indication."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.service_models.common.elements import UEID_GNB_DU
from oran_harness.service_models.kpm import elements as k
from tests.checkers.payloads_of import NAME, conditional, kpm_definition_of, kpm_indication, kpm_subscribed
from tests.checkers.scene import NODE, Case, Scene, case, check_broken, check_kept, node_id
from tests.service_models.samples import NO_LABEL, UE_DU, measurement, message_1, message_3, records, style_1, style_5

OTHER_UE: Any = ("gNB-DU-UEID", UEID_GNB_DU(6))
STRANGER: Any = ("gNB-DU-UEID", UEID_GNB_DU(7))
CONDITION = (k.MatchingCondItem(("measLabel", NO_LABEL)),)
DU = node_id(gnb_du_id=22)


def clean(scene: Scene) -> None:
    """One value for each of two measurements, in two records."""
    kpm_subscribed(scene, style_1(measurement(NAME), measurement(NAME))).node(kpm_indication(message_1(2, 2)))


def style_3() -> k.E2SM_KPM_ActionDefinition:
    """An action of style 3."""
    content = k.E2SM_KPM_ActionDefinition_Format3((k.MeasurementCondItem(("measName", NAME), CONDITION),), 1000)
    return k.E2SM_KPM_ActionDefinition(3, ("actionDefinition-Format3", content))


def matched(*per_period: bool) -> k.E2SM_KPM_IndicationMessage:
    """Message format 2: for each measurement, whether its UE is named for each period or for all of them."""
    items = tuple(
        k.MeasurementCondUEidItem(
            ("measName", NAME),
            CONDITION,
            None if each else (k.MatchingUEidItem(UE_DU),),
            (k.MatchingUEidPerGP_Item(("oneOrMoreUEmatched", (k.MatchingUEidItem_PerGP(UE_DU),))),) if each else None,
        )
        for each in per_period
    )
    content = k.E2SM_KPM_IndicationMessage_Format2(records(len(per_period)), items)
    return k.E2SM_KPM_IndicationMessage(("indicationMessage-Format2", content))


def jobs(approach: Any = "single") -> k.E2SM_KPM_ActionDefinition:
    """An action of style 255 with the jobs 1 and 2."""
    each = style_1(measurement(NAME))
    items = tuple(k.MultiReportActionDefinitionItem(number, each) for number in (1, 2))
    return k.E2SM_KPM_ActionDefinition(
        255, ("actionDefinition-Format255", k.E2SM_KPM_ActionDefinition_Format255(items, approach))
    )


def of_jobs(*numbers: int) -> k.E2SM_KPM_IndicationMessage:
    """Message format 255 about these jobs."""
    items = tuple(k.MultiReportIndicationMessageItem(number, message_1(1)) for number in numbers)
    return k.E2SM_KPM_IndicationMessage(("indicationMessage-Format255", k.E2SM_KPM_IndicationMessage_Format255(items)))


def integrated(scene: Scene, *messages: k.E2SM_KPM_IndicationMessage, approach: Any = "single") -> None:
    """A subscription of style 255 and its reports."""
    definition = k.E2SM_KPM_RANfunction_Description(
        kpm_definition_of(1, (NAME,)).ran_function_name,
        kpm_definition_of(1, (NAME,)).ric_event_trigger_style_list,
        kpm_definition_of(1, (NAME,)).ric_report_style_list,
        (k.RIC_IntegratedReportStyle_Item(255, "Multiple", 255, 1, 255),),
    )
    kpm_subscribed(scene, jobs(approach), definition, "5.00").node(
        *(kpm_indication(message, edition="5.00") for message in messages)
    )


def withheld() -> k.E2SM_KPM_IndicationMessage:
    """Message format 1 with a value that is not satisfied."""
    data = (k.MeasurementDataItem((("notSatisfied", None),)),)
    return k.E2SM_KPM_IndicationMessage(("indicationMessage-Format1", k.E2SM_KPM_IndicationMessage_Format1(data)))


CASES = (
    case("KPM-RECORD-LENGTH", NODE, lambda s: kpm_subscribed(s).node(kpm_indication(message_1(2))), clean),
    case(
        "KPM-UNSUBSCRIBED-UE",
        NODE,
        lambda s: kpm_subscribed(s, style_5(UE_DU, OTHER_UE), kpm_definition_of(5, (NAME,)), identity=DU).node(
            kpm_indication(message_3(UE_DU, STRANGER))
        ),
        lambda s: kpm_subscribed(s, style_5(UE_DU, OTHER_UE), kpm_definition_of(5, (NAME,)), identity=DU).node(
            kpm_indication(message_3(OTHER_UE))
        ),
    ),
    case(
        "KPM-MATCHED-UE-FORMS",
        NODE,
        lambda s: kpm_subscribed(s, style_3(), kpm_definition_of(3, (NAME,)), identity=DU).node(
            kpm_indication(matched(True, False))
        ),
        lambda s: kpm_subscribed(s, style_3(), kpm_definition_of(3, (NAME,)), identity=DU).node(
            kpm_indication(matched(True, True)), kpm_indication(matched(False, False))
        ),
    ),
    case(
        "KPM-NOT-SATISFIED",
        NODE,
        lambda s: kpm_subscribed(s, edition="4.00").node(kpm_indication(withheld(), edition="4.00")),
        lambda s: kpm_subscribed(s, conditional(), edition="4.00").node(kpm_indication(withheld(), edition="4.00")),
    ),
    case("KPM-JOB", NODE, lambda s: integrated(s, of_jobs(1, 3)), lambda s: integrated(s, of_jobs(1, 2), of_jobs(2))),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_the_reporting_approach_multiple_needs_the_job() -> None:
    """If jobs report one by one, an indication that does not say which is of no use."""
    scene = Scene()
    integrated(scene, message_1(1), approach="multiple")
    assert scene.fired() == {("KPM-JOB", "e2-node")}


def test_a_job_of_message_format_2_is_named() -> None:
    """Whatever the format of its report, a job is one of the subscription."""
    scene = Scene()
    integrated(scene, replace(matched(False), job_id=9), approach="multiple")
    assert ("KPM-JOB", "e2-node") in scene.fired()


def test_ues_of_jobs() -> None:
    """A job of style 5 reports the UEs that it names, also where they stand in for those of the common definition."""
    common = style_5(UE_DU, STRANGER)
    own = tuple(k.MatchingUEidPerSubItem(each) for each in (UE_DU, OTHER_UE))
    items = (k.MultiReportActionDefinitionItem(1, None, job_matching_ue_id_list=own),)
    action = k.E2SM_KPM_ActionDefinition(
        255, ("actionDefinition-Format255", k.E2SM_KPM_ActionDefinition_Format255(items, "multiple", common))
    )

    def fired(*ues: Any) -> set[tuple[str, str | None]]:
        told = kpm_indication(replace(message_3(*ues), job_id=1), edition="5.00")
        scene = kpm_subscribed(Scene(), action, both_styles(), "5.00", identity=DU).node(told)
        return {(rule, blame) for rule, blame in scene.fired() if rule == "KPM-UNSUBSCRIBED-UE"}

    assert fired(UE_DU, OTHER_UE) == set()
    assert fired(UE_DU, STRANGER) == {("KPM-UNSUBSCRIBED-UE", "e2-node")}


def both_styles() -> k.E2SM_KPM_RANfunction_Description:
    """A definition of style 5, and of style 255 for jobs of it."""
    base = kpm_definition_of(5, (NAME,))
    jobs_of = (k.RIC_FundamentalLevelReportStyle_Item(5, "true"),)
    return replace(
        base,
        ric_integrated_report_style_list=(k.RIC_IntegratedReportStyle_Item(255, "Multiple", 255, 1, 255, jobs_of),),
    )


def test_without_its_own_list_a_report_goes_by_the_subscription() -> None:
    """A record without measurement information has as many values as the subscription has labels."""
    scene = kpm_subscribed(Scene(), style_1(measurement(NAME), measurement(NAME))).node(kpm_indication(message_1(2)))
    assert scene.fired() == set()
