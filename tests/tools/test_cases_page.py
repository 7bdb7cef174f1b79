"""The page of cases has each of them, under the role that it tests."""

from dataclasses import replace

from cases_page import case_pages

from oran_harness.cli.shown.case_sheet import CaseSheet
from oran_harness.model import CaseDescription, Level, Role


def sheet(case: CaseDescription) -> CaseSheet:
    return CaseSheet(case, "It is about this.", ("E2 Setup done",), ("It holds",), "It does not.", (), ("|-- A -->|",))


SHEETS = [
    sheet(CaseDescription("E2AP-B-201", "Second | odd", "8.3.1", Level.SHOULD, Role.E2_NODE, tags=("negative",))),
    sheet(CaseDescription("E2AP-A-101", "First", "8.3.2", Level.MUST, Role.NEAR_RT_RIC)),
]


def test_each_case_has_its_row() -> None:
    """Sorted by id within its role, with a link to where it is in full; a bar in a title does not break the table."""
    page = case_pages(SHEETS)["docs/cases.md"]
    ric, node = page.split("\n## ")[1:]
    assert "| [`E2AP-A-101`](cases/E2AP-A.md#e2ap-a-101) | First | must | 8.3.2 |" in ric
    assert r"| [`E2AP-B-201`](cases/E2AP-B.md#e2ap-b-201) | Second \| odd | should | 8.3.1 |" in node
    assert "2 cases;" in page


def test_what_differs_from_run_to_run_stays() -> None:
    """Three dots at the end of a demand stand for it; the full stop of a sentence goes."""
    case = CaseDescription("E2AP-A-101", "First", "8.3.2", Level.MUST, Role.NEAR_RT_RIC)
    page = case_pages([replace(sheet(case), passes=("Ends because of ...", "It holds."))])["docs/cases/E2AP-A.md"]
    assert "- Passes when: Ends because of ...; It holds.\n" in page
    page = case_pages([replace(sheet(case), passes=("It holds", "Ends because of ..."))])["docs/cases/E2AP-A.md"]
    assert "- Passes when: It holds; Ends because of ...\n" in page


def test_each_case_in_full() -> None:
    """On the page of its family, with purpose, roles, what it needs, what passes and fails, and its chart."""
    pages = case_pages(SHEETS)
    assert list(pages) == ["docs/cases.md", "docs/cases/E2AP-A.md", "docs/cases/E2AP-B.md"]
    section = pages["docs/cases/E2AP-B.md"].split("## E2AP-B-201")[1]
    said = ("It is about this.", "tags: negative", "E2 Setup done.", "It holds.", "It does not.", "```\n|-- A -->|")
    for text in said:
        assert text in section
    assert "The SUT is the e2-node, we play the near-rt-ric." in section
