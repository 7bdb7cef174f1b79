"""The page of cases has each of them, under the role that it tests."""

from cases_page import cases_as_markdown

from oran_harness.cli.shown.case_sheet import CaseSheet
from oran_harness.model import CaseDescription, Level, Role


def sheet(case: CaseDescription) -> CaseSheet:
    return CaseSheet(case, "It is about this.", ("E2 Setup done",), ("It holds",), "It does not.", (), ("|-- A -->|",))


SHEETS = [
    sheet(CaseDescription("E2AP-B-201", "Second | odd", "8.3.1", Level.SHOULD, Role.E2_NODE, tags=("negative",))),
    sheet(CaseDescription("E2AP-A-101", "First", "8.3.2", Level.MUST, Role.NEAR_RT_RIC)),
]


def test_each_case_has_its_row() -> None:
    """Sorted by id within its role; a bar in a title does not break the table."""
    ric, node, *_ = cases_as_markdown(SHEETS).split("\n## ")[1:]
    assert "| [`E2AP-A-101`](#e2ap-a-101) | First | must | 8.3.2 |" in ric
    assert r"| [`E2AP-B-201`](#e2ap-b-201) | Second \| odd | should | 8.3.1 |" in node
    assert "2 cases;" in cases_as_markdown(SHEETS)


def test_each_case_has_its_section() -> None:
    """With purpose, what it needs, what passes and fails, and its chart."""
    section = cases_as_markdown(SHEETS).split("### E2AP-B-201")[1]
    for text in (
        "It is about this.",
        "tags: negative",
        "E2 Setup done.",
        "It holds.",
        "It does not.",
        "```\n|-- A -->|",
    ):
        assert text in section
