"""Rules about which service model a RAN function is of."""

import pytest

from oran_harness.service_models import PayloadKind, service_model
from tests.checkers.scene import KPM, NODE, Case, Scene, case, check_broken, check_kept, function
from tests.service_models.samples import KPM_OID, RC_OID, kpm_definition


def definition(oid: str = KPM_OID, short_name: str = "ORAN-E2SM-KPM") -> bytes:
    """A KPM function definition with that OID and short name inside."""
    value = kpm_definition(oid, short_name)
    return service_model("kpm").encode(PayloadKind.FUNCTION_DEFINITION, value, "3.00")


def clean(scene: Scene) -> None:
    """A KPM function whose OID is the same in both places."""
    scene.set_up(function(KPM, definition(), KPM_OID))


CASES = (
    case("E2SM-OID-DIFFERS", NODE, lambda s: s.set_up(function(KPM, definition("1.2.3"), KPM_OID)), clean),
    case(
        "E2SM-OID-FOREIGN",
        NODE,
        lambda s: s.set_up(function(KPM, definition(RC_OID), RC_OID)),
        clean,
        "E2SM-PAYLOAD-MISPLACED",
    ),
    case("E2SM-OID-FORM", None, lambda s: s.set_up(function(KPM, definition("OID123"), "OID123")), clean),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_an_empty_oid_is_told() -> None:
    """Nothing where an OID should stand is said to be nothing, in either place."""
    scene = Scene()
    scene.set_up(function(KPM, definition(""), KPM_OID))
    (finding,) = [each for each in scene.findings() if each.rule == "E2SM-OID-DIFFERS"]
    assert finding.actual == f"{KPM_OID} in E2AP, an empty text in the definition"
