"""What a rule finds beside what a case is about is not the case's."""

from dataclasses import replace

import pytest

from oran_harness.conformance.preambles import PUTTING_AWAY, THE_CASE
from oran_harness.model import CaseDescription, Event, EventKind, Finding, Level, Role
from oran_harness.runner.case_parts import Parts

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
CASE = CaseDescription("TEST-001", "T", "C", Level.MUST, NODE)
FINDING = Finding("RULE", "C", Level.MUST, NODE, "said too much", "less", "more", "hint", event=3)


def said(n: int) -> Event:
    return Event(n, n / 10, EventKind.OCTETS, octets=b"", association="1", source=NODE.value)


def step(n: int, text: str) -> Event:
    return Event(n, n / 10, EventKind.STEP, message=text)


def outcome(n: int) -> Event:
    return Event(n, n / 10, EventKind.NOTE, message="outcome: pass")


WHOLE = (said(1), step(2, THE_CASE), said(3), step(4, PUTTING_AWAY), said(5), outcome(6), said(7))


@pytest.mark.parametrize(("event", "beside"), [(1, True), (3, False), (5, True), (7, False), (None, False)])
def test_beside_the_case(event: int | None, beside: bool) -> None:
    """In the preamble, and while things are put away; what comes out behind the end is the case's."""
    assert Parts.of(CASE, WHOLE).besides(replace(FINDING, event=event), NODE) is beside


@pytest.mark.parametrize(
    "finding", [replace(FINDING, blame=None), replace(FINDING, blame="harness"), replace(FINDING, level=Level.SHOULD)]
)
def test_only_what_fails_is_told_apart(finding: Finding) -> None:
    """What accuses nobody, us, or by a should alone stays where it is: a line of its own would say too much."""
    assert not Parts.of(CASE, WHOLE).besides(replace(finding, event=1), NODE)


def test_a_preamble_that_does_not_succeed() -> None:
    """All of it is the preamble; a case that is about E2 Setup itself has none."""
    broken = (said(1), outcome(2), said(3))
    assert [Parts.of(CASE, broken).besides(replace(FINDING, event=n), NODE) for n in (1, 3)] == [True, False]
    about = replace(CASE, needs=("association.fresh",))
    assert not Parts.of(about, broken).besides(replace(FINDING, event=1), NODE)
    assert not Parts.of(CASE, ()).besides(FINDING, NODE)


def test_setups_of_cases_that_are_not_about_them() -> None:
    """A case that sees whether the SUT still serves does not answer for its E2 Setup; one tagged with it does."""
    again = (step(1, THE_CASE), replace(said(2), message="E2setupRequest"), said(3), outcome(4))
    setup = replace(CASE, tags=("E2setup",))
    assert [Parts.of(CASE, again).besides(replace(FINDING, event=n), NODE) for n in (2, 3)] == [True, False]
    assert not Parts.of(setup, again).besides(replace(FINDING, event=2), NODE)
