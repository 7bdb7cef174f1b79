"""The committed page of the calibration is about the flaws and cases that there are."""

import functools
import re
from pathlib import Path

from oran_harness import conformance
from oran_harness.peers.flaws import FLAWS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "calibration.md"
NEXT = "run: make calibrate"


@functools.cache
def rows() -> set[str]:
    """What the page's tables have a row for."""
    return set(re.findall(r"^\| `([^`]+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))


def ids() -> set[str]:
    """Flaws, and what they may be found by: they are those of the peers at E2."""
    cases = {case.id for case in conformance.load() if case.description.interface == "e2"}
    return cases | {each.id for each in conformance.load_properties()} | set(FLAWS)


def test_every_flaw_and_case_has_its_row() -> None:
    """Whatever came since the page was written is not calibrated yet."""
    assert sorted(ids() - rows()) == [], NEXT


def test_no_row_is_of_what_is_gone() -> None:
    """Nor does the page tell of what there is no more."""
    assert sorted(rows() - ids()) == [], NEXT


def test_every_flaw_says_the_same() -> None:
    """A flaw that was changed is calibrated again: its title and field fault stand on the page."""
    text = PAGE.read_text("utf-8")
    changed = [
        flaw.id for flaw in FLAWS.values() if f"| `{flaw.id}` | {flaw.field_fault or ''} | {flaw.title} |" not in text
    ]
    assert changed == [], NEXT


def test_nothing_is_wrong() -> None:
    """What a calibration finds wrong is mended, not committed."""
    assert "What must not be" not in PAGE.read_text("utf-8")
