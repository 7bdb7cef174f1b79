"""Entries for what is not listed yet."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.model import InputError, Known, Role, UsageError, Verdict
from oran_harness.runner.known import proposed, write_proposed
from tests.runner.known.files import read, result

FAIL = replace(result("A-101", Verdict.FAIL), requirement="be quick", actual="nothing\x1b came\n[[x]]")


def test_those_of_one_cause_stand_together() -> None:
    """One entry, for which one reason has to be found."""
    text = proposed([FAIL, replace(FAIL, id="A-102"), result("A-103", Verdict.INCONC, "gone")], Role.NEAR_RT_RIC)
    entries = tomllib.loads(text)["known"]
    assert [entry["id"] for entry in entries] == [["A-101", "A-102"], "A-103"]
    assert [entry["verdict"] for entry in entries] == ["fail", "inconc"]
    assert {entry["role"] for entry in entries} == {"near-rt-ric"}
    assert {entry["reason"] for entry in entries} == {""}
    assert "# be quick; nothing? came?[[x]]" in text


def test_what_is_listed_or_fine_is_not_proposed() -> None:
    """Nothing is listed twice."""
    listed = replace(FAIL, known=Known((Verdict.INCONC,), "r"))
    assert proposed([listed, result("A-102"), result("A-103", Verdict.SKIP, "r")], Role.NEAR_RT_RIC) == ""


def test_a_person_has_to_give_the_reasons(tmp_path: Path) -> None:
    """No file is read before; afterwards it is, and what stood in it stands there still."""
    path = tmp_path / "expected.toml"
    write_proposed(path, proposed([FAIL], Role.NEAR_RT_RIC))
    with pytest.raises(InputError, match="reason is empty"):
        read(tmp_path, path.read_text())
    path.write_text(path.read_text().replace('reason = ""', 'reason = "It waits."  # mine'))
    write_proposed(path, proposed([replace(FAIL, id="A-102")], Role.NEAR_RT_RIC))
    text = path.read_text()
    assert '"It waits."  # mine' in text
    assert [entry.ids for entry in read(tmp_path, text.replace('""', '"r"')).entries] == [("A-101",), ("A-102",)]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A sentence."""
    with pytest.raises(UsageError, match="cannot be written"):
        write_proposed(tmp_path / "no" / "expected.toml", "x")
