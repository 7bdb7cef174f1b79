"""All that there is to say of a case."""

from oran_harness import conformance
from oran_harness.cli.shown.case_sheet import case_sheet, preconditions
from oran_harness.model import CaseDescription, Level, Role


def test_a_case() -> None:
    """Its purpose, what it needs, what passes and fails, who is known to fail, and its chart."""
    sheet = case_sheet(conformance.find("E2AP-SUBDEL-205"))
    assert sheet.purpose == "From the response on, for several reporting periods."
    assert sheet.preconditions[0] == "E2 Setup done"
    assert "node-reports-after-delete" in [flaw.id for flaw in sheet.flaws]
    told = sheet.to_json()
    assert (told["id"], told["passes"], told["chart"]) == ("E2AP-SUBDEL-205", list(sheet.passes), list(sheet.chart))


def test_a_property() -> None:
    """It has no chart of its own: each run draws other messages."""
    sheet = case_sheet(conformance.load_properties()[0])
    assert sheet.chart == ()
    assert "deviation" in sheet.passes[0]


def test_needs_in_words() -> None:
    """Each says what becomes of the case without it."""
    needs = (
        "association.fresh",
        "stimulus:reset",
        "procedure:Reset",
        "service-model:KPM",
        "e2ap:2.03",
        "transport:sctp",
    )
    case = CaseDescription("A-101", "T", "C", Level.MUST, Role.NEAR_RT_RIC, needs=needs)
    words = preconditions(case)
    assert words[0] == "An association on which nothing has been said"
    assert ["skip" in each for each in words[1:]] == [True, False, False, True, True]
    assert ["unsupported" in each for each in words[1:]] == [False, True, True, False, False]
    assert preconditions(CaseDescription("A-1", "T", "C", Level.MUST, Role.E2_NODE, needs=("association.none",))) == (
        "No association",
    )
