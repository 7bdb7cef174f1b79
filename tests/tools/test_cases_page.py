"""The page of cases has each of them, under the role that it tests."""

from cases_page import cases_as_markdown

from oran_harness.model import CaseDescription, Level, Role

CASES = [
    CaseDescription("E2AP-B-201", "Second | odd", "8.3.1", Level.SHOULD, Role.E2_NODE, needs=("stimulus:reset",)),
    CaseDescription("E2AP-A-101", "First", "8.3.2", Level.MUST, Role.NEAR_RT_RIC),
]


def test_each_case_has_its_row() -> None:
    """Sorted by id within its role; a bar in a title does not break the table."""
    page = cases_as_markdown(CASES)
    ric, node = page.split("## The E2 node under test")
    assert "| `E2AP-A-101` | First | must | 8.3.2 |  |" in ric
    assert r"| `E2AP-B-201` | Second \| odd | should | 8.3.1 | `stimulus:reset` |" in node
    assert "2 cases;" in page
