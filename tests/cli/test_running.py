"""A run with all that listens to it, also as a process that is interrupted or killed."""

import json
import os
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.running import Running, exit_code_of
from oran_harness.model import CaseResult, Diagnosis, DiagnosisKind, Level, Role, UsageError, Verdict
from oran_harness.runner import Options, Outcome, raw_target
from tests.cli.run import PLAIN, ROOT, command
from tests.cli.test_run import FEW, run_at

RESULT = CaseResult("A-001", "first", "1.2", Level.MUST, "e2", "s", (), Verdict.PASS)


@pytest.mark.parametrize(
    ("verdicts", "code", "strict"),
    [
        ("pass", 0, 0),
        ("pass skip unsupported", 0, 0),
        ("pass fail", 1, 1),
        ("pass should", 0, 1),
        ("should", 3, 1),
        ("pass inconc", 3, 3),
        ("pass error", 3, 3),
        ("pass fail error", 1, 1),
        ("skip", 3, 3),
        ("", 3, 3),
    ],
)
def test_exit_codes(verdicts: str, code: int, strict: int) -> None:
    """Those of the contract."""
    results = [
        replace(RESULT, verdict=Verdict.FAIL, level=Level.SHOULD)
        if word == "should"
        else replace(RESULT, verdict=Verdict(word))
        for word in verdicts.split()
    ]
    assert exit_code_of(results, False) == code
    assert exit_code_of(results, True) == strict


def test_a_diagnosis_is_no_success(tmp_path: Path) -> None:
    """All that could be performed may have passed: what was left out may not."""
    running = Running(raw_target(Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:1"), (), Options(), tmp_path / "out")
    running.outcome = Outcome((RESULT,))
    assert running.exit_code == ExitCode.FINE
    refused = Diagnosis(DiagnosisKind.REFUSED, "Refused.", "Ask.")
    running.outcome = Outcome((RESULT,), diagnosis=refused)
    assert running.exit_code == ExitCode.NOTHING_JUDGED
    running.outcome = Outcome((replace(RESULT, verdict=Verdict.FAIL),), diagnosis=refused)
    assert running.exit_code == ExitCode.FAILED


def test_what_cannot_be_started_is_wrong_configuration(tmp_path: Path) -> None:
    """A product that never came up: exit code 2; one that was tested before: as for all that is left out."""
    running = Running(raw_target(Role.NEAR_RT_RIC, None, "tcp://127.0.0.1:1"), (), Options(), tmp_path / "out")
    absent = Diagnosis(DiagnosisKind.NOT_STARTED, "It cannot be started.", "Look.")
    running.outcome = Outcome((replace(RESULT, verdict=Verdict.SKIP),), diagnosis=absent)
    assert running.exit_code == ExitCode.USAGE
    running.outcome = Outcome((RESULT, replace(RESULT, verdict=Verdict.SKIP)), diagnosis=absent)
    assert running.exit_code == ExitCode.NOTHING_JUDGED


def test_a_disk_that_fills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends with a sentence and exit code 3; what was written before stays."""
    from oran_harness.reports import results_file

    written = results_file.whole_file
    calls = []

    def full(path: Path) -> object:
        calls.append(path)
        if len(calls) > 3:  # the beginning, the meeting, the first case
            raise UsageError(f"{path} cannot be written: No space left on device.")
        return written(path)

    monkeypatch.setattr(results_file, "whole_file", full)
    ended = run_at(tmp_path, "-k", "E2AP-SETUP-10")
    assert ended.code == ExitCode.NOTHING_JUDGED
    assert "The results cannot be written, so the run ends here:" in ended.err
    assert "No space left on device" in ended.err
    assert "the results cannot be written" in ended.text
    assert "Some of the results could not be written" in ended.text
    left = json.loads((tmp_path / "out/results.json").read_text())
    assert [case["verdict"] for case in left["cases"]] == ["pass"]


def test_json_has_all_verdicts_where_the_disk_has_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document on standard output does not need the disk."""
    from oran_harness.reports import history_files

    written = history_files.write_history

    def full(path: Path, *content: Any) -> None:
        if path.name != "MEETING.jsonl":
            raise UsageError("history cannot be written: No space left on device.")
        written(path, *content)

    monkeypatch.setattr(history_files, "write_history", full)
    ended = run_at(tmp_path, *FEW, "--json")
    assert ended.code == ExitCode.NOTHING_JUDGED
    document = json.loads(ended.out)
    assert [case["verdict"] for case in document["cases"]] == ["pass", "skip"]
    assert (document["summary"]["pass"], document["summary"]["skip"]) == (1, 1)


def test_metrics_are_served_while_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same that the file holds; the address is told."""
    from oran_harness.metrics import metrics_file

    pages = []
    written = metrics_file.whole_file

    def asked(path: Path) -> object:
        url = f"http://127.0.0.1:{port}/metrics"
        with urllib.request.urlopen(url) as page:
            pages.append(page.read().decode())
        return written(path)

    with psutil_free_port() as port:
        pass
    monkeypatch.setattr(metrics_file, "whole_file", asked)
    ended = run_at(tmp_path, *FEW, "--metrics-port", str(port))
    assert ended.code == 0
    assert f"Metrics are served at http://127.0.0.1:{port}/metrics" in ended.err
    assert 'verdict="pass"' in pages[0]


@contextmanager
def running(out: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A run against the reference near-RT RIC as a process, which has judged its first cases."""
    with subprocess.Popen(
        command("run", "--sut", "oran-harness-ric", "--out", str(out), "--repeat", "500"),
        cwd=ROOT,
        env=os.environ | PLAIN,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        timer = threading.Timer(50, process.kill)
        timer.start()
        try:
            assert process.stderr is not None
            process.stderr.readline()
            until(lambda: len(list(out.glob("history/*.jsonl"))) > 2)
            yield process
        finally:
            timer.cancel()
            process.kill()


def until(condition: object) -> None:
    """Wait until something is so."""
    assert callable(condition)
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C: what was judged stays, the rest is skip, exit code 130, nothing is left running; its output is kept."""
    with running(tmp_path) as process:
        family = psutil.Process(process.pid).children(recursive=True)
        assert len(family) >= 2
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    assert b"Traceback" not in err
    assert not any(map(lives, family))
    verdicts = {case["verdict"] for case in json.loads((tmp_path / "results.json").read_text())["cases"]}
    assert verdicts == {"pass", "skip"}
    assert b"skip" in out
    assert b"ready: " in (tmp_path / "sut/output.log").read_bytes()


def test_terminated(tmp_path: Path) -> None:
    """SIGTERM, as a CI server sends it, is as good as Ctrl-C."""
    ended = run_at(tmp_path, *FEW, adapter="Terminating")
    assert ended.code == 130
    assert "Ending the run" in ended.err
    assert "2 verdicts: 2 skip." in ended.text


@pytest.mark.parametrize(("ignored", "code"), [(False, 130), (True, 0)])
def test_the_terminal_goes_away(tmp_path: Path, ignored: bool, code: int) -> None:
    """The run ends in order, unless nohup has asked to go on without it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if ignored else signal.SIG_DFL)
    try:
        assert run_at(tmp_path, *FEW, adapter="HangingUp").code == code
    finally:
        signal.signal(signal.SIGHUP, before)


def test_killed(tmp_path: Path) -> None:
    """Kill -9: whole files of what was judged, and nothing is left running."""
    with running(tmp_path) as process:
        family = psutil.Process(process.pid).children(recursive=True)
        assert len(family) >= 2
        process.kill()
        process.wait(30)
        until(lambda: not any(map(lives, family)))
    json.loads((tmp_path / "results.json").read_text())
    for history in tmp_path.glob("history/*.jsonl"):
        assert all(json.loads(line) for line in history.read_text().splitlines())


def lives(process: psutil.Process) -> bool:
    """Whether a process is there, and no zombie."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def psutil_free_port() -> Iterator[int]:
    """A port that nobody has."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]
