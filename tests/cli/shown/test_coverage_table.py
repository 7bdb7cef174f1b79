"""Cases and rules are laid over clauses, role by role."""

from dataclasses import replace

from oran_harness.checkers import RULES
from oran_harness.cli.shown.coverage_table import broader, counted, coverage
from oran_harness.conformance.clauses import Clause
from oran_harness.model import CaseDescription, Level, Role

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
LISTED = (
    Clause("O-RAN.WG3.E2AP", "8.3.2.2", "Reset", (RIC, NODE)),
    Clause("O-RAN.WG3.E2AP", "8.9.9", "Nothing", (RIC,)),
    Clause("O-RAN.WG3.E2TS", "6.2.1.2.1", "Reset by RIC", (NODE,)),
)
CASE = CaseDescription("A-201", "T", "O-RAN.WG3.E2AP 8.3.2.2", Level.MUST, NODE, tags=("e2ts-6.2.1.2.1",))
RULE = replace(RULES[0], id="RULE", clause="O-RAN.WG3.E2AP 8.3.2.2")


def test_each_clause_at_each_role() -> None:
    """By citation, and by the tag of an official case; without a case by rules, else it is a hole."""
    rows = coverage(LISTED, [CASE], [RULE])
    assert [(row.clause.number, row.role, row.state, row.cases) for row in rows] == [
        ("8.3.2.2", RIC, "rules only", ()),
        ("8.3.2.2", NODE, "cases", ("A-201",)),
        ("8.9.9", RIC, "hole", ()),
        ("6.2.1.2.1", NODE, "cases", ("A-201",)),
    ]
    assert rows[0].to_json() == {
        "document": "O-RAN.WG3.E2AP",
        "clause": "8.3.2.2",
        "title": "Reset",
        "role": "near-rt-ric",
        "state": "rules only",
        "cases": [],
        "rules": ["RULE"],
    }


def test_rows_are_counted() -> None:
    """By state, and a state that no row is in is not named."""
    rows = coverage(LISTED, [CASE], [RULE])
    assert counted(rows) == "4 clauses and roles: 2 with cases, 1 with rules only, 1 holes."
    assert counted(rows[1:]) == "3 clauses and roles: 2 with cases, 1 holes."


def test_whole_procedures() -> None:
    """What cites more than a clause that is listed is in none of them."""
    whole = replace(CASE, clause="O-RAN.WG3.E2AP 8.3.2", tags=())
    assert broader(LISTED, [CASE, whole]) == (whole,)
