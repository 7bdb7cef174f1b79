"""The reference E2 node passes every case, in every edition and of every kind; every case can fail."""

import importlib
import pkgutil
from dataclasses import replace

import pytest

from oran_harness.model import Role, Verdict
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.peers.flaws import FLAWS
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.steps.case import Case
from oran_harness.steps.offers import KINDS
from tests.calibration.bench import edition_for
from tests.conformance import e2ap
from tests.conformance.e2ap.performing_node import KPM_ONLY, RC_ONLY, node_cases, perform
from tests.conformance.e2ap.performing_ric import needs_met

CASES = node_cases()
EDITIONS = editions()
WHOLE = NodeConfig().kind
# Each case in three editions and as three kinds of node, by turns: to go through all of them costs more than it shows.
RUNS = [
    pytest.param(case, edition, kind, id=f"{case.id}-{edition}-{kind}")
    for place, case in enumerate(CASES)
    for turn in range(3)
    for edition, kind in [(EDITIONS[(place + 2 * turn) % len(EDITIONS)], KINDS[(place + turn) % len(KINDS)])]
    if needs_met(case, edition)
]


@pytest.mark.parametrize(("case", "edition", "kind"), RUNS)
def test_the_clean_node_passes(case: Case, edition: str, kind: str) -> None:
    """A peer that does everything right passes, and no rule blames it for anything.

    Kinds other than a whole gNB do not offer everything of a service model; what they lack is unsupported.
    """
    told = perform(case, config=NodeConfig(edition=edition, kind=kind))
    lacking = case.description.suite != "e2ap" and kind != WHOLE
    assert told.judgement.verdict in ((Verdict.PASS, Verdict.UNSUPPORTED) if lacking else (Verdict.PASS,)), str(told)
    assert Role.E2_NODE not in {finding.blame for finding in told.judgement.findings}, str(told)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_node_without_a_service_model_is_accused_of_nothing(case: Case) -> None:
    """What needs KPM is unsupported on a node that has only RC, and the reverse; all else passes."""
    missing = {"service-model:RC": KPM_ONLY, "service-model:KPM": RC_ONLY}
    config = next((missing[need] for need in case.description.needs if need in missing), KPM_ONLY)
    told = perform(case, config=replace(config, edition=edition_for(case)))
    wanted = Verdict.UNSUPPORTED if missing.keys() & set(case.description.needs) else Verdict.PASS
    assert told.judgement.verdict in (wanted, Verdict.SKIP), str(told)


def test_every_case_is_known_to_fail() -> None:
    """For each case some misbehaviour is known that it finds: else it may well find nothing at all."""
    shown: set[str] = set()
    for found in pkgutil.iter_modules(e2ap.__path__):
        if found.name.startswith("test_node_"):
            module = importlib.import_module(f"{e2ap.__name__}.{found.name}")
            shown |= {case for case, _ in getattr(module, "FAULTS", ())}
    shown |= {each for flaw in FLAWS.values() if flaw.role is Role.E2_NODE for each in flaw.caught_by}
    assert {case.id for case in CASES} - shown == set()


def test_ids_are_those_of_the_node() -> None:
    """Ids from 100 on belong to the near-RT RIC, those from 200 on to the E2 node."""
    assert all(200 <= int(case.id[-3:]) < 300 for case in CASES)


def test_there_is_a_case_for_each_of_the_official_ones() -> None:
    """Each case of E2TS 6.2.1 and 6.2.2 has at least one of ours that is tagged with its number."""
    tagged = {tag for case in CASES for tag in case.description.tags if tag.startswith("e2ts-6.2.")}
    official = {
        "6.2.1": ("1.1", "2.1", "2.2", "3.1", "4.1", "4.2", "5.1", "5.2", "6.1", "7.1", "7.2"),
        "6.2.2": ("1.1", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1"),
    }
    assert {f"e2ts-{clause}.{case}" for clause, cases in official.items() for case in cases} <= tagged
