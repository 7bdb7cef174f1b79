"""``list``: what there is."""

import json
from pathlib import Path

import pytest

from oran_harness.checkers import RULES
from oran_harness.model import Role
from tests.cli.bench import vendor
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


def test_cases_as_text_and_json() -> None:
    """Id, level, role and title; in JSON all that the contract names."""
    listed = json.loads(run("list", "cases", "--json", "-k", "setup").out)["cases"]
    assert len(listed) >= 5
    first = run("list", "cases", "-k", "setup").text.splitlines()[0]
    assert first.split()[:3] == [listed[0]["id"], listed[0]["level"], listed[0]["under_test"]]
    assert first.endswith(listed[0]["title"])


def test_vendors_as_text(tmp_path: Path) -> None:
    """Name, roles, where it was found, product; --vendors adds a folder, and is about nothing else."""
    vendor(tmp_path)
    lines = run("list", "vendors", "--vendors", str(tmp_path)).text.splitlines()
    assert lines[0].split() == ["alfa", "near-rt-ric", str(tmp_path), "alfa", "under", "test"]
    assert any(line.startswith("oran-harness-ric ") for line in lines)
    assert "is about vendors" in refused(run("list", "rules", "--vendors", str(tmp_path)))


def test_flaws_as_text() -> None:
    """Id, role, title."""
    assert {line.split()[1] for line in run("list", "flaws").text.splitlines()} == set(Role)


def test_faults() -> None:
    """Id, title and an example of each."""
    listed = json.loads(run("list", "faults", "--json").out)["faults"]
    of_messages = ["tap drop", "tap delay", "tap duplicate", "tap reorder", "tap mangle", "tap cut"]
    assert [each["id"] for each in listed] == ["delay", "jitter", "loss", *of_messages]
    assert {"seconds", "message", "nth"} <= {word["name"] for word in listed[4]["words"]}
    assert listed[0]["example"] == "delay=50ms"
    assert run("list", "faults").text.splitlines()[0].split()[:2] == ["delay", "Each"]


@pytest.mark.parametrize("kind", ["operators"])
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


def test_cases_in_full() -> None:
    """With purpose, preconditions, what passes and fails, and chart, as text and as JSON; only for cases."""
    text = run("list", "cases", "--full", "-k", "E2AP-SUBDEL-205").text
    assert "Passes when" in text
    assert "RICsubscriptionDeleteRequest ---" in text
    (case,) = json.loads(run("list", "cases", "--full", "--json", "-k", "E2AP-SUBDEL-205").out)["cases"]
    assert case["chart"]
    assert case["purpose"]
    assert "--full is about cases" in refused(run("list", "rules", "--full"))
