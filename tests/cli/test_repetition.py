"""Repetitions that came home, as one run."""

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.checkers import RULES
from oran_harness.cli.repetition import Repetition, came_home, lines
from oran_harness.errands import Parcel
from oran_harness.model import (
    CaseResult,
    Diagnosis,
    DiagnosisKind,
    Finding,
    InputError,
    Level,
    Scope,
    Verdict,
)
from oran_harness.runner import Planned
from oran_harness.runner.plan import plan
from tests.runner.scene import case

OF_RUN = next(rule.id for rule in RULES if rule.scope is Scope.RUN)
OF_CASE = next(rule.id for rule in RULES if rule.scope is not Scope.RUN)
FINDING = Finding(OF_CASE, "c", Level.MUST, "near-rt-ric", "m", "e", "a", "h", case="TEST-CASE-001")


async def nothing(peer: object) -> None:
    """A body."""


def planned(repeat: int = 3) -> tuple[Planned, ...]:
    """Two cases, so often."""
    return plan([case(nothing), case(nothing, id="TEST-CASE-002")], 1, repeat)


def result(id: str, verdict: Verdict = Verdict.PASS, reason: str = "", history: str | None = None) -> CaseResult:
    """A line."""
    described = next(each.description for each in planned() if each.description.id == id)
    return CaseResult(
        id, described.title, described.clause, described.level, "e2", described.suite, (), verdict, reason,
        history=history,
    )  # fmt: skip


def repetitions() -> list[Repetition]:
    """Three, of which one fails a case, and one did not come home."""
    of_run = replace(FINDING, rule=OF_RUN)
    one, two = result("TEST-CASE-001"), result("TEST-CASE-002")
    failed = replace(one, verdict=Verdict.FAIL, reason="late")
    return [
        Repetition(1, (one, two), (replace(of_run, case="TEST-CASE-002", history="second"),)),
        Repetition(2, (failed, two), (FINDING, replace(of_run, history="first"))),
        Repetition(3, problem="the process of this repetition was killed by signal 9"),
    ]


def test_the_order_in_which_they_come_home_does_not_matter() -> None:
    """One line a case, named flaky where verdicts differ, then those of rules for the whole run."""
    found = [list(lines(planned(), each)) for each in itertools.permutations(repetitions())]
    assert all(each == found[0] for each in found)
    (first, its), (second, none), (rule, of_run) = found[0]
    assert (first.id, first.verdict, first.tags[-1]) == ("TEST-CASE-001", Verdict.ERROR, "flaky")
    killed = "repetition 3 of 3: the process of this repetition was killed by signal 9"
    assert first.reason == f"flaky: pass once, fail once, error once; {killed}"
    assert second.reason == f"flaky: pass 2 times, error once; {killed}"
    assert (its, none) == ((FINDING,), ())
    assert rule.id == OF_RUN
    assert [(each.history, each.count) for each in of_run] == [("first", 2)]


def test_what_did_not_come_home_counts_where_there_is_nothing_else() -> None:
    """As an error of the harness."""
    found = [result for result, _ in lines(planned(1), [Repetition(1, problem="gone")])]
    assert [(each.verdict, each.blame, each.reason) for each in found] == [
        (Verdict.ERROR, "harness", "repetition 1 of 1: gone")
    ] * 2


def parcel(folder: Path, **outcome: object) -> Parcel:
    """What a worker sends of a repetition."""
    (folder / "history").mkdir(parents=True)
    (folder / "seeds" / "e2ap" / "find-1").mkdir(parents=True)
    (folder / "sut").mkdir()
    for name in ("MEETING.jsonl", "MEETING.2.jsonl", "TEST-CASE-001.2.jsonl"):
        (folder / "history" / name).write_text(name, "utf-8")
    (folder / "seeds" / "e2ap" / "find-1" / "why.md").touch()
    (folder / "sut" / "output.log").touch()
    case = result("TEST-CASE-001", Verdict.FAIL, "bad (/there/seeds/e2ap/find-1)", "history/TEST-CASE-001.2.jsonl")
    line = replace(case, id=OF_RUN)
    results = {"cases": [case.to_json(), line.to_json()], "findings": [FINDING.to_json()]}
    (folder / "results.json").write_text(json.dumps(results), "utf-8")
    told = {"folder": "/there", "remarks": ["odd"], "diagnosis": None, "understood": True, **outcome}
    (folder / "outcome.json").write_text(json.dumps(told), "utf-8")
    return Parcel.of(folder, 1 << 20)


def test_files_come_home_under_names_of_their_own(tmp_path: Path) -> None:
    """Histories of cases have them already; each repetition has its meeting; examples are where they belong."""
    home = tmp_path / "home"
    (home / "history").mkdir(parents=True)
    diagnosis = Diagnosis(DiagnosisKind.LOST, "Lost.", "Ask.", history="history/MEETING.jsonl")
    sent = parcel(tmp_path / "there", diagnosis=diagnosis.to_json())
    repetition = came_home(sent, 2, planned(), home, tmp_path / "seeds")
    assert sorted(path.name for path in (home / "history").iterdir()) == [
        "MEETING-2.2.jsonl",
        "MEETING-2.jsonl",
        "TEST-CASE-001.2.jsonl",
    ]
    assert sorted(path.name for path in home.iterdir()) == ["history", "sut"]
    assert (home / "sut" / "repetition-2" / "output.log").exists()
    assert (tmp_path / "seeds" / "e2ap" / "find-1" / "why.md").exists()
    (line,) = repetition.results
    assert line.reason == f"bad ({tmp_path / 'seeds'}/e2ap/find-1)"
    assert repetition.findings == (FINDING,)
    assert repetition.diagnosis == replace(diagnosis, history="history/MEETING-2.jsonl")
    assert (repetition.remarks, repetition.understood) == (("odd",), True)


@pytest.mark.parametrize(("file", "text"), [("results.json", "{}"), ("outcome.json", "[]"), ("results.json", "{")])
def test_what_is_not_whole_is_said(tmp_path: Path, file: str, text: str) -> None:
    """One sentence, and nothing is taken of it."""
    home = tmp_path / "home"
    (home / "history").mkdir(parents=True)
    parcel(tmp_path / "there")
    (tmp_path / "there" / file).write_text(text, "utf-8")
    with pytest.raises(InputError, match="what came home is not whole"):
        came_home(Parcel.of(tmp_path / "there", 1 << 20), 1, planned(), home, tmp_path / "seeds")
    assert list((home / "history").iterdir()) == []
