"""The page of clauses."""

from coverage_page import coverage_as_markdown

from oran_harness.cli.shown.coverage_table import Covered
from oran_harness.conformance.clauses import Clause
from oran_harness.model import CaseDescription, Level, Role

CLAUSE = Clause("DOC", "8.1", "Something", Role.ends_of("e2"))
ROWS = (
    Covered(CLAUSE, Role.NEAR_RT_RIC, ("A-101",), ("RULE",)),
    Covered(CLAUSE, Role.E2_NODE, (), ("RULE",)),
    Covered(Clause("DOC", "8.2", "Other", (Role.E2_NODE,)), Role.E2_NODE, (), ()),
)
WHOLE = (CaseDescription("A-102", "T", "DOC 8", Level.MUST, Role.NEAR_RT_RIC),)


def test_each_row() -> None:
    """Cases, rules where there is none, else a hole; the sum above, whole procedures below."""
    page = coverage_as_markdown(ROWS, WHOLE, {"DOC": "7.00"})
    assert "3 clauses and roles: 1 with cases, 1 with rules only, 1 holes." in page
    assert "## DOC (7.00)" in page
    assert "| 8.1 | Something | near-RT RIC | `A-101` |" in page
    assert "| 8.1 | Something | E2 node | rules only: `RULE` |" in page
    assert "| 8.2 | Other | E2 node | **hole** |" in page
    assert page.rstrip().endswith("`A-102`.")
    assert "None." in coverage_as_markdown(ROWS, (), {"DOC": "7.00"})
