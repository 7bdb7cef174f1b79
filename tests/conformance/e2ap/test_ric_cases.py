"""The reference near-RT RIC passes every case, in every edition, and nobody is blamed; every case can fail."""

import importlib
import pkgutil

import pytest

from oran_harness.model import Role, Verdict
from oran_harness.peers.flaws import FLAWS
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.case import Case
from tests.conformance import e2ap
from tests.conformance.e2ap.performing_ric import needs_met, perform, ric_cases

CASES = ric_cases()
# The oldest and the usual edition wholly, the others by turns: to go through all of them costs more than it shows.
ALWAYS = ("1.01", "3.01")
BY_TURNS = tuple(edition for edition in editions() if edition not in ALWAYS)
RUNS = [
    pytest.param(case, edition, id=f"{case.id}-{edition}")
    for place, case in enumerate(CASES)
    for edition in (*ALWAYS, BY_TURNS[place % len(BY_TURNS)])
    if needs_met(case, edition)
]


@pytest.mark.parametrize(("case", "edition"), RUNS)
def test_the_clean_ric_passes(case: Case, edition: str) -> None:
    """A peer that does everything right passes, and no rule blames it for anything."""
    told = perform(case, edition=edition)
    assert told.judgement.verdict is Verdict.PASS, str(told)
    assert Role.NEAR_RT_RIC not in {finding.blame for finding in told.judgement.findings}, str(told)


def test_every_case_is_known_to_fail() -> None:
    """For each case some misbehaviour is known that it finds: else it may well find nothing at all."""
    shown: set[str] = set()
    for found in pkgutil.iter_modules(e2ap.__path__):
        if found.name.startswith("test_ric_"):
            module = importlib.import_module(f"{e2ap.__name__}.{found.name}")
            shown |= {case for case, _ in getattr(module, "FAULTS", ())}
    shown |= {each for flaw in FLAWS.values() if flaw.role is Role.NEAR_RT_RIC for each in flaw.caught_by}
    assert {case.id for case in CASES} - shown == set()


def test_ids_are_those_of_the_ric() -> None:
    """Ids from 100 on belong to the near-RT RIC, those from 200 on to the E2 node."""
    assert all(100 <= int(case.id[-3:]) < 200 for case in CASES)


def test_there_is_a_case_for_each_of_the_official_ones() -> None:
    """Each case of E2TS 5.2 has at least one of ours that is tagged with its number; 5.2.4 is empty."""
    tagged = {tag for case in CASES for tag in case.description.tags if tag.startswith("e2ts-5.2.")}
    official = {
        "5.2.1": ("1.1", "2.1", "2.2", "3.1", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "6.1", "7.1", "7.2"),
        "5.2.2": ("1.1", "2.1", "3.1", "4.1", "5.1"),
        "5.2.3": (*(f"1.{number}" for number in range(1, 9)), "2.1", "2.2"),
        "5.2.5": ("1.1",),
    }
    assert {f"e2ts-{clause}.{case}" for clause, cases in official.items() for case in cases} <= tagged
