"""``run`` and what is known of the product's verdicts."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.running import exit_code_against
from oran_harness.model import CaseResult, Level, Reckoning, Verdict
from tests.cli.bench import vendor
from tests.cli.run import refused, run
from tests.cli.test_run import FEW, run_at

PASS = CaseResult("A", "t", "1", Level.MUST, "e2", "e2ap", (), Verdict.PASS)
LISTED = '[[known]]\nid = "E2AP-SETUP-101"\nverdict = {}\nreason = "It will be mended."\n'
DYING = "MortalRic"
STIMULATED = "E2AP-SUB-101"


def listing(folder: Path, text: str) -> Path:
    """The vendor's own file, with that text."""
    path = vendor(folder) / "expected.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("group", "verdict", "code"),
    [
        ("as_listed", Verdict.FAIL, 0),
        ("as_listed", Verdict.INCONC, 0),
        ("xpass", Verdict.PASS, 1),
        ("new", Verdict.FAIL, 1),
        ("new", Verdict.INCONC, 3),
        ("new", Verdict.ERROR, 3),
        ("changed", Verdict.FAIL, 1),
        ("changed", Verdict.UNSUPPORTED, 1),
        ("changed", Verdict.ERROR, 3),
        ("changed", Verdict.SKIP, 3),
    ],
)
def test_exit_codes(group: str, verdict: Verdict, code: int) -> None:
    """0 only if every verdict is the file's."""
    result = CaseResult("B", "t", "1", Level.SHOULD, "e2", "e2ap", (), verdict, "r")
    assert exit_code_against(Reckoning("f", **{group: ("B",)}), [PASS, result]) == code


def test_nothing_judged_is_no_success() -> None:
    """All skipped, or a rule that passes and no case that does."""
    skip = CaseResult("B", "t", "1", Level.MUST, "e2", "e2ap", (), Verdict.SKIP, "r")
    assert exit_code_against(Reckoning("f"), [skip]) == ExitCode.NOTHING_JUDGED
    assert exit_code_against(Reckoning("f", xpass=("E2-PPID",)), [PASS]) == ExitCode.FAILED


def test_an_xpass_is_named(tmp_path: Path) -> None:
    """In the terminal, in results.json, in junit.xml, and by the exit code."""
    listing(tmp_path, LISTED.format('"fail"'))
    ended = run_at(tmp_path, *FEW, "--against", "expected")
    assert ended.code == 1
    assert "XPASS, listed as fail: It will be mended." in ended.text
    assert "XPASS:       1 (as good as it should be: take it out of the file): E2AP-SETUP-101" in ended.text
    assert "[XPASS, listed as fail: It will be mended.]" in ended.err
    document = json.loads((tmp_path / "out/results.json").read_text())
    assert document["known"]["xpass"] == ["E2AP-SETUP-101"]
    case = next(case for case in document["cases"] if case["id"] == "E2AP-SETUP-101")
    assert case["known"] == {
        "standing": "xpass",
        "verdicts": ["fail"],
        "reason": "It will be mended.",
        "link": None,
    }
    junit = ElementTree.parse(tmp_path / "out/junit.xml")
    assert [each.get("type") for each in junit.iter("failure")] == ["xpass"]


def test_without_against_the_exit_code_is_the_usual_one(tmp_path: Path) -> None:
    """The vendor's own file is told of all the same."""
    listing(tmp_path, LISTED.format('"fail"'))
    ended = run_at(tmp_path, *FEW)
    assert ended.code == 0
    assert "XPASS" in ended.text
    assert not list(ElementTree.parse(tmp_path / "out/junit.xml").iter("failure"))


def test_as_listed_and_not_judged(tmp_path: Path) -> None:
    """All as the file says: 0. What was not chosen is not judged, which is said."""
    path = tmp_path / "other.toml"
    path.write_text(LISTED.format('["fail", "pass"]') + LISTED.format('"fail"').replace("SETUP-101", "SETUP-102"))
    ended = run_at(tmp_path, *FEW, "--against", str(path))
    assert ended.code == 0, ended.text
    assert "Every verdict is the file's." in ended.text
    assert "Not judged:  1 (listed, and not run): E2AP-SETUP-102" in ended.text
    assert "2 verdicts: 2 pass; 1 as listed." in ended.text


def test_from_a_run_to_its_file_and_back(tmp_path: Path) -> None:
    """What is wrong is put there; without a reason no run takes it, with one it is known."""
    first = run_at(tmp_path, STIMULATED, "--write-expected", "expected", adapter=DYING)
    assert first.code == 1, first.text + first.err
    path = tmp_path / "alfa/expected.toml"
    assert f"put into {path}; give each its reason" in first.err
    said = refused(run_at(tmp_path, STIMULATED, adapter=DYING))
    assert "reason is empty" in said
    path.write_text(path.read_text().replace('reason = ""', 'reason = "It dies of it."'))
    again = run_at(tmp_path, STIMULATED, "--against", "expected", "--write-expected", "expected", adapter=DYING)
    assert again.code == 0, again.text
    assert "known: It dies of it." in again.text
    assert "FAIL  " not in again.text
    assert "Nothing is wrong that is not listed" in again.err
    assert [each.get("type") for each in ElementTree.parse(tmp_path / "out/junit.xml").iter("skipped")] == ["xfail"]


def test_files_that_cannot_be_had(tmp_path: Path) -> None:
    """One sentence each, before anything is run."""
    alfa = str(vendor(tmp_path))
    assert "does not exist; oran-harness run with --write-expected expected writes one" in refused(
        run("run", "--sut", alfa, "--against", "expected")
    )
    raw = ("run", "--role", "near-rt-ric", "--connect", "tcp://127.0.0.1:1")
    for option in ("--against", "--write-expected"):
        assert f"{option} expected is the file of a vendor" in refused(run(*raw, option, "expected"))
    nowhere = str(tmp_path / "no" / "expected.toml")
    assert "is no folder; make it" in refused(run("run", "--sut", alfa, "--write-expected", nowhere))
    odd = tmp_path / "odd.toml"
    odd.write_bytes(b"\xff")
    said = refused(run("run", "--sut", alfa, "--write-expected", str(odd)))
    assert said.endswith("odd.toml is not UTF-8; save it as such.")
    listing(tmp_path, LISTED.format('"failed"').replace("SETUP-101", "SETUP-999"))
    said = refused(run("run", "--sut", alfa))
    assert "line 2: known[0].id is 'E2AP-SETUP-999'" in said
    assert "line 3: known[0].verdict is 'failed'" in said
