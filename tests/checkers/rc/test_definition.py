"""Rules about what an RC function definition announces."""

import pytest

from oran_harness.service_models.rc import elements as r
from tests.checkers.payloads_of import rc_definition, rc_function
from tests.checkers.scene import Case, Scene, case, check_broken, check_kept


def clean(scene: Scene) -> None:
    """A definition as the tables have it."""
    scene.set_up(rc_function())


COUNTED_FROM_0 = rc_definition(
    ran_function_definition_event_trigger=r.RANFunctionDefinition_EventTrigger(
        (r.RANFunctionDefinition_EventTrigger_Style_Item(4, "UE Information Change", 3),)
    ),
    ran_function_definition_report=r.RANFunctionDefinition_Report(
        (r.RANFunctionDefinition_Report_Item(4, "UE Information", 3, 0, 0, 1),)
    ),
)

CASES = (case("RC-DEFINITION-FORMATS", None, lambda s: s.set_up(rc_function(COUNTED_FROM_0)), clean),)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_the_finding_names_every_number() -> None:
    """Whoever reads the finding sees which numbers are wrong, and what belongs there."""
    (found,) = Scene().set_up(rc_function(COUNTED_FROM_0)).findings()
    assert "report style 4: event trigger style 3, action format 0, header format 0, message format 1" in found.actual
    assert "report style 4: event trigger style 4, action format 1, header format 1, message format 2" in found.expected
