"""The faults of the field: each has a flaw that is like it, or says why none can be."""

from field_faults import FIELD_FAULTS
from field_faults_page import field_faults_as_markdown

from oran_harness import conformance
from oran_harness.model import DiagnosisKind
from oran_harness.peers.flaws import FLAWS

PAGE = field_faults_as_markdown(FIELD_FAULTS, FLAWS.values(), (case.id for case in conformance.load()))
LAST = 35
"""Numbers above it, but for F41, concern other interfaces."""


def test_every_number_is_there_once() -> None:
    """Those of E2, F1 to F35, in their order, and that of O1."""
    assert [fault.id for fault in FIELD_FAULTS] == [*(f"F{number}" for number in range(1, LAST + 1)), "F41"]


def test_flaws_quote_numbers_that_there_are() -> None:
    """A flaw is like a fault of the table, or like none that is numbered."""
    ids = {fault.id for fault in FIELD_FAULTS}
    assert [flaw.id for flaw in FLAWS.values() if flaw.field_fault is not None and flaw.field_fault not in ids] == []


def test_every_fault_has_a_flaw_or_says_why_not() -> None:
    """And none says why not that has one."""
    imitated = {flaw.field_fault for flaw in FLAWS.values()}
    assert [fault.id for fault in FIELD_FAULTS if bool(fault.shown_by) == (fault.id in imitated)] == []


def test_what_has_no_flaw_is_told_before_the_first_case() -> None:
    """The diagnoses that it names are those of runs."""
    kinds = {kind.value for kind in DiagnosisKind}
    assert [fault.id for fault in FIELD_FAULTS if not kinds.issuperset(fault.diagnoses)] == []
    assert [fault.id for fault in FIELD_FAULTS if fault.diagnoses and not fault.shown_by] == []


def test_the_page_has_each_flaw_with_what_catches_it() -> None:
    """One row a flaw, in the section of its fault."""
    for fault in FIELD_FAULTS:
        section = PAGE.partition(f"\n## {fault.id}\n")[2].partition("\n## ")[0]
        flaws = [flaw for flaw in FLAWS.values() if flaw.field_fault == fault.id]
        assert section.count("\n| `") == len(flaws)
        for flaw in flaws:
            assert f"| `{flaw.id}` |" in section
            assert all(f"`{each}`" in section for each in flaw.caught_by)


def test_the_overview_counts_cases_and_rules() -> None:
    """What is no case is a rule; a fault without a flaw has no number."""
    row = next(line for line in PAGE.splitlines() if line.startswith("| [F35](#f35) |"))
    assert row.endswith("|  |  |  |")
    flaws = [flaw for flaw in FLAWS.values() if flaw.field_fault == "F34"]
    cases = {case.id for case in conformance.load()}
    caught = {each for flaw in flaws for each in flaw.caught_by}
    row = next(line for line in PAGE.splitlines() if line.startswith("| [F34](#f34) |"))
    assert row.endswith(f"| {len(flaws)} | {len(caught & cases)} | {len(caught - cases)} |")
