"""The book of rules is complete, and each rule has its tests."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import tests.checkers
from oran_harness.checkers.book import RULES
from oran_harness.checkers.rule import Rule
from oran_harness.model import ComplaintKind
from oran_harness.protocols.departure_kind import DepartureKind
from oran_harness.protocols.e2ap.engine import IrregularityKind
from oran_harness.protocols.netconf.breach_kind import BreachKind
from tests.checkers.netconf.scene import Case as NetconfCase
from tests.checkers.scene import Case

# Irregularities that are no rule: the text leaves them open, and a remark would help nobody.
SILENT = {
    IrregularityKind.ANSWER_WITH_UNASKED_ID: "an end of a newer edition answers one of an older one",
    IrregularityKind.REQUEST_WITHOUT_ID: "1.01 has no ids; later editions call it a missing IE",
    IrregularityKind.UNANSWERED_AT_END: "E2AP-NO-ANSWER judges it by the time that has passed",
    IrregularityKind.SETUP_REPEATED: "nothing forbids it",
    IrregularityKind.JOINED_WITHOUT_NODE_ID: "the clauses contradict each other",
    IrregularityKind.RIC_SERVICE_DURING_RESET: "it may have been under way",
    IrregularityKind.ALL_REJECTED_IN_ACKNOWLEDGE: "open",
    IrregularityKind.FUNCTION_REJECTED: "open",
    IrregularityKind.NOTHING_ADMITTED: "E2AP-NOTHING-ADMITTED goes by the message, which lacks the list",
    IrregularityKind.DELETE_OF_UNKNOWN_SUBSCRIPTION: "the node's answer is judged",
    IrregularityKind.DELETE_FUNCTION_DIFFERS: "open",
    IrregularityKind.INDICATION_DURING_RESET: "it may have been under way",
    IrregularityKind.LOAD_REQUEST_UNKNOWN: "open",
}


def cases() -> list[Case | NetconfCase]:
    """The cases of all test modules beside this one and below."""
    found: list[Case | NetconfCase] = []
    for module in pkgutil.walk_packages(tests.checkers.__path__, "tests.checkers."):
        if module.name.rpartition(".")[2].startswith("test_") and module.name != __name__:
            found += getattr(importlib.import_module(module.name), "CASES", ())
    return found


CASES_BY_RULE = {each.rule: each for each in cases()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_has_a_scene_that_breaks_it_and_one_that_keeps_it(rule: Rule) -> None:
    """No rule without a test that shows it firing and one that shows it silent."""
    assert rule.id in CASES_BY_RULE


def test_no_scene_is_left_over() -> None:
    """Each scene stands for a rule, and none for two."""
    names = [each.rule for each in cases()]
    assert sorted(set(names)) == sorted(names) == sorted(rule.id for rule in RULES)


def test_ids_are_unique() -> None:
    """An id names one rule."""
    names = [rule.id for rule in RULES]
    assert len(set(names)) == len(names)


def test_each_irregularity_is_judged_or_left_alone_on_purpose() -> None:
    """What the procedures can tell is either some rule's subject, or in the list of what is left alone."""
    judged = {subject for rule in RULES for subject in rule.subjects if isinstance(subject, IrregularityKind)}
    assert set(IrregularityKind) - judged == set(SILENT)
    assert not judged & set(SILENT)


def test_each_breach_of_netconf_is_judged() -> None:
    """Whatever a conversation can tell is one rule's subject."""
    judged = [subject for rule in RULES for subject in rule.subjects if isinstance(subject, BreachKind)]
    assert sorted(judged) == sorted(BreachKind)


def test_what_is_open_blames_nobody_or_should_at_most() -> None:
    """A rule about what the text leaves open is no must."""
    for rule in RULES:
        if any(kind.open for kind in rule.subjects if isinstance(kind, DepartureKind)):
            assert rule.level.value == "should", rule.id


def test_each_complaint_is_judged() -> None:
    """Whatever a decoder can complain about is some rule's subject."""
    judged = {subject for rule in RULES for subject in rule.subjects if isinstance(subject, ComplaintKind)}
    assert judged == set(ComplaintKind)


def test_the_hints_help() -> None:
    """A hint is a sentence or more that says what to change, no mere repetition of the title."""
    for rule in RULES:
        assert rule.hint.endswith("."), rule.id
        assert len(rule.hint.split()) >= 7, rule.id
        assert rule.hint.casefold().rstrip(".") != rule.title.casefold(), rule.id


def test_each_module_of_rules_is_in_the_book() -> None:
    """A file of rules that nobody collects would judge nothing."""
    package = Path(importlib.import_module("oran_harness.checkers").__file__ or "").parent
    texts = [path.read_text("utf-8") for path in package.rglob("*.py")]
    declared = sum(text.count("\n@rule(") + text.count(" = departure(\n") for text in texts)
    assert declared == len(RULES)
