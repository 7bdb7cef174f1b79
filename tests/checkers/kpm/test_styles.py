"""Rules about KPM's styles and formats."""

import pytest

from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition
from tests.checkers.payloads_of import NAME, kpm_definition_of, kpm_function, kpm_indication, kpm_subscribed
from tests.checkers.scene import NODE, RIC, Case, Scene, case, check_broken, check_kept
from tests.service_models.samples import UE_GNB, action_1, measurement, message_1, message_3, style_1, style_4

WRONG = E2SM_KPM_ActionDefinition(4, ("actionDefinition-Format1", action_1(measurement(NAME))))
CONDITION = style_4(measurement(NAME))
FOURTH = kpm_definition_of(4, (NAME,))


def clean(scene: Scene) -> None:
    """A node that offers style 4, is asked for it and reports by it."""
    kpm_subscribed(scene, CONDITION, FOURTH).node(kpm_indication(message_3(UE_GNB)))


CASES = (
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
