"""The items of a product: which there are, and in which order."""

import json
from pathlib import Path

from oran_harness.conformance import descriptions
from oran_harness.model import Role
from tests.pytest_plugin.session import pytest_at, pytest_here

MINE = "def test_mine(): pass\n"


def test_all_cases_are_items(tmp_path: Path) -> None:
    """Each under its id, and the rules of a whole run last; nothing is started, and no test of the folder is there."""
    (tmp_path / "test_mine.py").write_text(MINE)
    session = pytest_here(tmp_path, "--oran-sut", "./alfa", "--oran-out", "out", "--collect-only", "-q")
    assert session.code == 0, session.out
    names = [line.partition("::")[2] for line in session.out.splitlines() if line.startswith("alfa:near-rt-ric::")]
    cases = {case.id for case in descriptions() if case.under_test is Role.NEAR_RT_RIC}
    assert set(names[: len(cases)]) == cases
    assert "E2-PPID" in names[len(cases) :]
    assert names[-1] == "OTHER-RULES"
    assert "test_mine" not in session.out
    assert not (tmp_path / "out").exists()


def test_they_are_chosen_as_any_items(tmp_path: Path) -> None:
    """By role, level, clause, suite and tag; beside other tests where a path is given."""
    (tmp_path / "test_mine.py").write_text(MINE)
    chosen = "oran_clause(number='8.3.5') and oran_level(name='must') and oran_role(name='near-rt-ric')"
    chosen += " and oran_suite(name='e2ap') and not oran_tag(name='negative')"
    arguments = ("--oran-sut", "./alfa", "--collect-only", "-q", "--strict-markers")
    session = pytest_here(tmp_path, *arguments, "-m", f"({chosen}) or not oran_role", "test_mine.py")
    assert session.code == 0, session.out
    assert "alfa:near-rt-ric::E2AP-CONFUPD-101" in session.out
    assert "E2AP-SETUP-101" not in session.out
    assert "test_mine.py::test_mine" in session.out


def test_what_cannot_be_tested_is_a_sentence(tmp_path: Path) -> None:
    """Wrong usage as pytest has it, exit code 4."""
    two = pytest_here(tmp_path, "--oran-sut", "./alfa", "--oran-sut", "alfa/")
    assert two.code == 4, two.out
    assert "ERROR: --oran-sut names alfa:near-rt-ric twice; name it once." in two.out
    spread = pytest_at(tmp_path, "--oran-sut", "./alfa", "-n", "2")
    assert spread.code == 4, spread.out
    assert "ERROR: One product is tested by one worker of pytest-xdist: add --dist loadgroup." in spread.out


def test_one_worker_tests_one_product(tmp_path: Path) -> None:
    """With pytest-xdist too there is one run, and all that was chosen is in its results."""
    arguments = (
        "-n",
        "2",
        "--dist",
        "loadgroup",
        "-k",
        "E2AP-RESET-101 or E2AP-SETUP-101 or E2AP-SETUP-102 or E2-PPID",
    )
    session = pytest_at(tmp_path, "--oran-sut", "./alfa", "--oran-out", "out", *arguments)
    assert session.code == 0, session.out
    assert "4 passed" in session.out
    results = json.loads((tmp_path / "out/results.json").read_text())
    assert results["summary"]["pass"] == 3
