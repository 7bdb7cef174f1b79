"""A case's chart is drawn from the case itself."""

from typing import Any

from oran_harness import conformance
from oran_harness.cli.shown.case_chart import WIDTH, case_chart, edition_of
from oran_harness.model import CaseDescription, Level, Role


def test_the_messages_of_a_case() -> None:
    """Behind its preamble, in their order and direction, under the names of both ends."""
    chart = case_chart(conformance.find("E2AP-RESET-101"))
    assert chart[0].split() == ["e2-node", "near-rt-ric", "(SUT)"]
    assert [line.strip("|-=<> ") for line in chart[1:6]] == [
        "E2setupRequest",
        "E2setupResponse",
        "the case",
        "ResetRequest",
        "ResetResponse",
    ]
    assert (chart[4][:4], chart[5][:4]) == ("|---", "|<--")
    assert {len(line) for line in chart} == {WIDTH + 2}


def test_waits_floods_and_what_nobody_may_say() -> None:
    """Silence is drawn, equal messages are folded, what is sent wrongly on purpose is marked."""
    assert any("no E2setupRequest for" in line for line in case_chart(conformance.find("E2AP-SETUP-204")))
    assert any("more of these" in line for line in case_chart(conformance.find("E2AP-IND-103")))
    assert any("--- ! " in line for line in case_chart(conformance.find("E2AP-NEG-103")))


def test_the_edition_that_is_drawn() -> None:
    """The usual one, or the first that has what the case needs."""
    case = CaseDescription("A-101", "T", "C", Level.MUST, Role.NEAR_RT_RIC)
    assert edition_of(case) == "3.01"
    assert edition_of(CaseDescription(*_with("e2ap:2.03"))) == "3.01"
    assert edition_of(CaseDescription(*_with("e2ap:7.00"))) == "7.00"


def _with(need: str) -> tuple[Any, ...]:
    return ("A-101", "T", "C", Level.MUST, Role.NEAR_RT_RIC, "e2", "e2ap", (), (need,))
