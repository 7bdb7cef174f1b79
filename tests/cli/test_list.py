"""``list``: what there is."""

import json

import pytest

from oran_harness.checkers import RULES
from tests.cli.run import process, refused, run


def test_rules_as_text() -> None:
    """One rule a line: id, level, title."""
    ended = run("list", "rules")
    assert ended.code == 0
    assert len(ended.text.splitlines()) == len(RULES)
    assert ended.text.splitlines()[0].split()[:2] == [RULES[0].id, RULES[0].level.value]


def test_rules_as_json() -> None:
    """One document with the schema of the contract, nothing else on standard output."""
    ended = run("list", "rules", "--json")
    document = json.loads(ended.out)
    assert document["schema"] == "oran-harness/list/1"
    assert [item["id"] for item in document["rules"]] == [rule.id for rule in RULES]


def test_keywords_narrow() -> None:
    """All texts must be in an item, whatever their case."""
    listed = json.loads(run("list", "rules", "--json", "-k", "PLMN", "-k", "copied").out)["rules"]
    assert [item["id"] for item in listed] == ["E2AP-RIC-PLMN-COPIED"]
    assert json.loads(run("list", "rules", "--json", "-k", "no such text").out)["rules"] == []
    assert "leave -k out" in run("list", "rules", "-k", "no such text").text


@pytest.mark.parametrize("kind", ["cases", "vendors", "flaws", "faults", "operators"])
def test_what_is_not_there_yet(kind: str) -> None:
    """An empty list in JSON, one sentence in text; neither is an error."""
    assert json.loads(run("list", kind, "--json").out) == {"schema": "oran-harness/list/1", kind: []}
    text = run("list", kind)
    assert (text.code, text.text) == (0, f"There are no {kind} in this version yet.\n")


def test_unknown_kinds() -> None:
    """The nearest is named."""
    assert refused(run("list", "rule")) == "There is no list of 'rule'; did you mean rules?"


def test_completion_of_kinds() -> None:
    """The shell learns what can be listed."""
    ended = process(_ORAN_HARNESS_COMPLETE="complete_bash", COMP_CWORD="2", COMP_WORDS="oran-harness list f")
    assert set(ended.out.split()) == {b"flaws", b"faults"}
