"""What a case means, for people."""

from oran_harness.cli.shown.case_entry import case_entry, case_ids
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.conformance import load

SCREEN = Terminal()


def test_cases_can_be_explained() -> None:
    """By their ids, with clause, level, role, and how to run them; here one of each family."""
    for case in {case.id[:-4]: case for case in load()}.values():
        lines = case_entry(SCREEN, case.id.lower())
        assert lines is not None
        assert lines[0] == f"{case.id}: {case.description.title}"
        assert any(line.startswith("  Clause ") and case.description.clause in line for line in lines)
        assert case.id in lines[-1]


def test_what_may_not_be_said_is_explained() -> None:
    """The mark in a chart, where there is one."""
    legend = "  ! marks what we say though nobody may."
    assert legend in (case_entry(SCREEN, "E2AP-SUBDEL-202") or [])
    assert legend not in (case_entry(SCREEN, "E2AP-SUBDEL-201") or [])


def test_a_death_is_explained_like_a_rule() -> None:
    """It is no rule's finding, and stands in results all the same."""
    assert "SUT-DIED" in case_ids()
    assert "  Hint " in "\n".join(case_entry(SCREEN, "sut-died") or [])


def test_anything_else_is_no_case() -> None:
    """None, so that others may know it."""
    assert case_entry(SCREEN, "E2-PPID") is None
