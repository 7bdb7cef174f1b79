"""The committed pages of the calibration are about the flaws and cases that there are."""

import functools
import re
from pathlib import Path

import pytest

from oran_harness import conformance
from oran_harness.peers.flaws import FLAWS

DOCS = Path(__file__).resolve().parents[2] / "docs"
NEXT = "run: make calibrate"


INTERFACES = ("e2", "o1")

each_interface = pytest.mark.parametrize("interface", INTERFACES)


@functools.cache
def page(interface: str) -> str:
    """The page of an interface."""
    return (DOCS / {"e2": "calibration.md", "o1": "calibration-o1.md"}[interface]).read_text("utf-8")


def rows(interface: str) -> set[str]:
    """What the page's tables have a row for."""
    return set(re.findall(r"^\| `([^`]+)` \|", page(interface), re.MULTILINE))


def ids(interface: str) -> set[str]:
    """Flaws, and what they may be found by."""
    flaws = [flaw for flaw in FLAWS.values() if flaw.role.interface == interface]
    roles = {flaw.role for flaw in flaws}
    return {flaw.id for flaw in flaws} | {case.id for case in conformance.descriptions() if case.under_test in roles}


@each_interface
def test_every_flaw_and_case_has_its_row(interface: str) -> None:
    """Whatever came since the page was written is not calibrated yet."""
    assert sorted(ids(interface) - rows(interface)) == [], NEXT


@each_interface
def test_no_row_is_of_what_is_gone(interface: str) -> None:
    """Nor does the page tell of what there is no more."""
    assert sorted(rows(interface) - ids(interface)) == [], NEXT


def test_every_flaw_says_the_same() -> None:
    """A flaw that was changed is calibrated again: its title and field fault stand on the page."""
    changed = [
        flaw.id
        for flaw in FLAWS.values()
        if f"| `{flaw.id}` | {flaw.field_fault or ''} | {flaw.title} |" not in page(flaw.role.interface)
    ]
    assert changed == [], NEXT


@each_interface
def test_nothing_is_wrong(interface: str) -> None:
    """What a calibration finds wrong is mended, not committed."""
    assert "What must not be" not in page(interface)
