"""results.json follows its contract, and is whole after each case."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import Diagnosis, DiagnosisKind, UsageError, Verdict
from oran_harness.model.run_event import MeetingEnded, SutLost
from oran_harness.reports import ResultsFile
from tests.reports.a_run import FINDING, events, result, tell

DIAGNOSIS = Diagnosis(DiagnosisKind.REFUSED, "Refused.", "Ask.")
ALL = [result(verdict, f"E2AP-A-00{n}", reason="why") for n, verdict in enumerate(Verdict)]


def test_the_document_follows_the_contract(tmp_path: Path) -> None:
    """It has the schema, run, SUT, cases, findings and a summary that counts each verdict."""
    tell(ResultsFile(tmp_path / "results.json"), events(ALL[:2], (FINDING,)))
    document = json.loads((tmp_path / "results.json").read_text())
    assert document["schema"] == "oran-harness/results/1"
    assert document["run"] == {
        "id": "run-1", "started": 1_700_000_000.0, "duration_s": 1.5, "harness": "0.1.0", "suites": ["e2ap"], "seed": 7,
        "order": "declared", "faults": [],
    }  # fmt: skip
    assert document["sut"] == {"vendor": "alfa", "role": "e2-node", "version": "1.4.0", "address": "tcp://127.0.0.1:1"}
    assert [set(case) for case in document["cases"]] == [
        {
            "id", "title", "clause", "level", "interface", "tags", "verdict", "reason", "blame", "requirement",
            "expected", "actual", "duration_s", "history",
        }
    ] * 2  # fmt: skip
    assert document["findings"][0].items() >= {"rule": "E2AP-X", "blame": "e2-node", "case": "E2AP-A-001"}.items()
    assert document["summary"] == {"pass": 1, "fail": 0, "inconc": 0, "error": 0, "unsupported": 0, "skip": 1}


@given(text=st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """What a SUT said stands in the file as it was said, line breaks of all sorts too."""
    path = tmp_path_factory.mktemp("results") / "results.json"
    listener = ResultsFile(path)
    tell(listener, events([result(Verdict.FAIL, reason=f"a\u2028\x85\n{text}")], (replace(FINDING, message=text),)))
    assert json.loads(path.read_text("utf-8")) == listener.document()


def test_every_verdict_is_counted(tmp_path: Path) -> None:
    """The summary has all six verdicts."""
    tell(ResultsFile(tmp_path / "results.json"), events(ALL))
    assert set(json.loads((tmp_path / "results.json").read_text())["summary"].values()) == {1}


def test_a_killed_run_leaves_what_was_judged(tmp_path: Path) -> None:
    """After each event the file is there, whole, with all cases that have a verdict."""
    listener = ResultsFile(tmp_path / "results.json")
    finished = 0
    for event in events(ALL):
        listener(event)
        finished += type(event).__name__ == "CaseFinished"
        assert len(json.loads((tmp_path / "results.json").read_text())["cases"]) == finished
    assert [path.name for path in tmp_path.iterdir()] == ["results.json"]


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """The error names the file; what was there before stays."""
    with pytest.raises(UsageError, match=r"results\.json cannot be written"):
        tell(ResultsFile(tmp_path / "no" / "results.json"), events(ALL))


def test_a_diagnosis_stands_in_the_document(tmp_path: Path) -> None:
    """As soon as it is made; the last one where there were several, and null where there is none."""
    listener = ResultsFile(tmp_path / "results.json")
    run = list(events(ALL[:1]))
    listener(run[0])
    assert json.loads((tmp_path / "results.json").read_text())["diagnosis"] is None
    listener(MeetingEnded(None, DIAGNOSIS))
    listener(MeetingEnded(None, None))
    assert json.loads((tmp_path / "results.json").read_text())["diagnosis"] == DIAGNOSIS.to_json()
    listener(SutLost(replace(DIAGNOSIS, seen="Gone.")))
    assert listener.document()["diagnosis"]["seen"] == "Gone."
