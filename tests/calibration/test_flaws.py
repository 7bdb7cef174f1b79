"""The judge is judged: every planted flaw is found, with the right one to blame, and nobody else is accused."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest

from oran_harness import conformance
from oran_harness.checkers import RULES
from oran_harness.model import CaseDescription, Role, Verdict
from oran_harness.peers.flaws import FLAWS, Flaw
from oran_harness.protocols.e2ap.deviation import Deviation, DeviationKind
from oran_harness.steps.case import Case
from tests.calibration.bench import Line, perform, perform_all, suite

T = TypeVar("T")
CASES = {case.id: case for case in conformance.load()}
EXAMPLES = {
    each.id: [each.case((Deviation(kind, 1),)) for kind in DeviationKind] for each in conformance.load_properties()
}
"""What each property is tried with: a message that deviates once, in each of the ways that there are."""
RULE_IDS = {rule.id for rule in RULES}
EVERYDAY = {
    Role.NEAR_RT_RIC: ("E2AP-SETUP-101", "E2AP-SETUP-120", "E2AP-SUB-109"),
    Role.E2_NODE: ("E2AP-SETUP-202", "E2AP-IND-202"),
    Role.O1_PROVIDER: ("O1-HELLO-101", "O1-GET-102", "O1-EDIT-101"),
    Role.O1_MANAGER: ("O1-HELLO-201", "O1-RPC-202", "O1-EDIT-201"),
}
"""What shows a flaw that makes no case of its own fail: a rule finds it wherever the peer says anything."""
OTHER_EDITIONS = ("1.01", "2.03", "5.00", "7.00")

each_flaw = pytest.mark.parametrize("flaw", FLAWS.values(), ids=FLAWS)
ROLES = tuple(dict.fromkeys(flaw.role for flaw in FLAWS.values()))
E2_FLAWS = tuple(flaw for flaw in FLAWS.values() if flaw.role.interface == "e2")
WHOLE_SUITE = ("node-action-in-both-lists", "ric-dies-on-second-association", "element-every-error-a-failure")
"""Flaws that meet every case of their role here: one that goes deep, and one that ends a case soon.

``make calibrate`` has all flaws meet all cases.
"""


def cases_of(flaw: Flaw) -> list[str]:
    return [each for each in flaw.caught_by if each in CASES]


def properties_of(flaw: Flaw) -> list[str]:
    return [each for each in flaw.caught_by if each in EXAMPLES]


def rules_of(flaw: Flaw) -> set[str]:
    return {each for each in flaw.caught_by if each not in CASES and each not in EXAMPLES}


def described(id: str) -> CaseDescription:
    return (CASES.get(id) or EXAMPLES[id][0]).description


def sample(role: Role, all_: Sequence[T]) -> Sequence[T]:
    """All; some of O1, where ``tests/conformance/o1/test_clean.py`` has the element as it is pass every case."""
    return all_ if role.interface == "e2" else all_[::6]


def clean(cases: Iterable[Case], role: Role) -> None:
    """The reference peer passes them, and no rule accuses anybody."""
    lines = perform_all(cases, role, None)
    assert [line for line in lines if line.judgement.verdict is not Verdict.PASS] == []
    assert [finding for line in lines for finding in line.findings if finding.blame is not None] == []


@each_flaw
def test_each_flaw_is_found(flaw: Flaw) -> None:
    """By all cases, properties and rules that it names; its role is blamed, with words on what was asked, no other."""
    lines = perform_all((CASES[each] for each in cases_of(flaw)), flaw.role, flaw)
    assert [line.case for line in lines if not line.failed] == []
    if not rules_of(flaw) <= found(lines, flaw.role):
        lines += perform_all((CASES[each] for each in EVERYDAY[flaw.role]), flaw.role, flaw)
    assert sorted(rules_of(flaw) - found(lines, flaw.role)) == []
    for each in properties_of(flaw):
        tried = perform_all(EXAMPLES[each], flaw.role, flaw)
        assert any(line.failed for line in tried), each
        lines += tried
    assert [text for line in lines for text in line.accusations()] == []


def found(lines: list[Line], role: Role) -> set[str]:
    return {finding.rule for line in lines for finding in line.findings if finding.blame == role}


@pytest.mark.parametrize("role", ROLES)
def test_clean_peers_are_clean(role: Role) -> None:
    """The very cases that find flaws pass against the reference peer, and no rule accuses anybody."""
    ids = {each for flaw in FLAWS.values() if flaw.role is role for each in cases_of(flaw)}
    clean((CASES[each] for each in {*sample(role, sorted(ids)), *EVERYDAY[role]}), role)


@pytest.mark.parametrize("id", EXAMPLES)
def test_clean_peers_stand_the_examples(id: str) -> None:
    """What finds flaws by properties passes against the reference peer, and no rule accuses anybody."""
    clean(EXAMPLES[id], described(id).under_test)


@pytest.mark.parametrize("name", WHOLE_SUITE)
def test_the_whole_suite_accuses_nobody_else(name: str) -> None:
    """Whatever a flaw does to cases that are not about it: no error, and no blame for the harness or its role."""
    flaw = FLAWS[name]
    met = sample(flaw.role, suite(flaw.role))
    lines = perform_all(met, flaw.role, flaw)
    assert [text for line in lines for text in line.accusations()] == []
    failed = {line.case for line in lines if line.failed}
    assert failed >= {case.id for case in met} & set(cases_of(flaw))


@pytest.mark.parametrize("place", range(len(E2_FLAWS)), ids=[flaw.id for flaw in E2_FLAWS])
def test_flaws_in_other_editions(place: int) -> None:
    """A flaw of what an edition does not have does nothing there: nothing breaks, and nobody else is accused."""
    flaw = E2_FLAWS[place]
    edition = OTHER_EDITIONS[place % len(OTHER_EDITIONS)]
    possible = {case.id for case in suite(flaw.role, edition)}
    case = next(each for each in (*cases_of(flaw), *EVERYDAY[flaw.role]) if each in possible)
    assert list(perform(CASES[case], flaw.role, flaw, edition).accusations()) == []


@each_flaw
def test_each_flaw_says_what_finds_it(flaw: Flaw) -> None:
    """By ids of cases and properties with its role under test, and of rules."""
    assert flaw.caught_by
    assert len(set(flaw.caught_by)) == len(flaw.caught_by)
    assert {described(each).under_test for each in (*cases_of(flaw), *properties_of(flaw))} <= {flaw.role}
    assert rules_of(flaw) <= RULE_IDS


@pytest.mark.parametrize("role", ROLES)
def test_each_case_can_fail(role: Role) -> None:
    """At least one flaw of its role names it, and ``test_each_flaw_is_found`` shows that the flaw makes it fail."""
    named = {each for flaw in FLAWS.values() if flaw.role is role for each in flaw.caught_by}
    # Some security cases ask what no setting of a transport of ours does: tests/conformance/security has those fail.
    cases = {id for id in (*CASES, *EXAMPLES) if described(id).under_test is role and described(id).suite != "security"}
    assert sorted(cases - named) == []
