"""What holds runs under hardships against a calm one."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import steadiness
from steadiness import Circumstance, as_markdown, busy, circumstances, hold, slow_loopback


def document(**verdicts: str) -> dict[str, Any]:
    """What a run writes."""
    cases = [{"id": id, "verdict": verdict, "reason": f"why {id}", "actual": ""} for id, verdict in verdicts.items()]
    return {"run": {"duration_s": 12.3}, "cases": cases}


CALM = {"A": "pass", "B": "skip"}
SLOW = Circumstance("slow", "a slow link")


def test_the_calm_run_comes_first_and_has_no_hardships() -> None:
    """What all others are held against."""
    first, *others = circumstances(20, 2)
    assert (first.options, first.busy) == ((), 0)
    assert [each.id for each in others] == [
        "reversed",
        "random-1",
        "random-2",
        "random-3",
        "repeat",
        "busy",
        "slow-link",
        "netem",
    ]
    assert all(each.options or each.busy or each.slow for each in others)
    assert [each.id for each in others if each.asked] == ["netem"]


def test_equal_verdicts_do_not_differ() -> None:
    """In whatever order the cases were performed."""
    held = hold("alfa", SLOW, document(B="skip", A="pass"), CALM)
    assert (held.cases, held.seconds, held.differences) == (2, 12.3, ())


def test_each_other_verdict_is_told() -> None:
    """Also of a case that is only in one of both."""
    held = hold("alfa", SLOW, document(A="fail", C="pass"), CALM)
    assert held.differences == (
        "A: fail instead of pass. why A",
        "B: absent instead of skip.",
        "C: pass instead of absent. why C",
    )
    assert as_markdown([held]).splitlines()[2:4] == [
        "| alfa | a slow link | 2 | 12 | 3 |",
        "* alfa, a slow link: A: fail instead of pass. why A",
    ]


def test_busy_loops_end_with_what_they_are_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens meanwhile."""
    begun: list[subprocess.Popen[bytes]] = []
    made = subprocess.Popen

    def watched(command: list[str]) -> "subprocess.Popen[bytes]":
        begun.append(made(command))
        return begun[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)

    def meanwhile() -> None:
        with busy(2):
            assert [each.poll() for each in begun] == [None, None]
            raise KeyError

    with pytest.raises(KeyError):
        meanwhile()
    assert all(each.poll() is not None for each in begun)


def test_loopback_is_mended_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that stays slow would be worse than no measurement."""
    done: list[list[str]] = []

    def run(command: list[str], **_: Any) -> None:
        done.append(command)

    def meanwhile(wanted: bool) -> None:
        with slow_loopback(wanted):
            raise KeyError

    monkeypatch.setattr(subprocess, "run", run)
    for wanted in (False, True):
        with pytest.raises(KeyError):
            meanwhile(wanted)
    assert [" ".join(command) for command in done] == [
        "tc qdisc add dev lo root netem delay 50ms loss 1%",
        "tc qdisc delete dev lo root",
    ]


def test_a_difference_is_the_exit_status(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 if all runs say the same; the options behind -- go to each run."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        asked.append(command[4:])
        folder = Path(command[command.index("--out") + 1])
        folder.mkdir(parents=True)
        verdict = "pass" if steady or "--fault" not in command else "fail"
        (folder / "results.json").write_text(json.dumps(document(A=verdict)))
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    for steady in (True, False):
        page = tmp_path / f"{steady}.md"
        given = ["--out", str(tmp_path / str(steady)), "--product", "alfa", "--circumstance", "slow-link"]
        assert steadiness.main([*given, "--page", str(page), "--", "-k", "setup"]) == (0 if steady else 1)
        assert page.read_text().count("| alfa |") == 2
    assert "A: fail instead of pass. why A" in capsys.readouterr().out
    assert asked[0][:2] == ["--sut", "alfa"]
    assert all(each[-2:] == ["-k", "setup"] for each in asked)
    assert asked[1][4:8] == ["--fault", "delay=50ms", "--fault", "loss=1%"]


def test_a_run_that_cannot_begin_is_told() -> None:
    """Wrong usage is no verdict."""
    with pytest.raises(SystemExit, match="exit code 2"):
        steadiness.perform("no such product", SLOW, Path("unused"), ())


def test_it_is_a_program() -> None:
    """With help."""
    done = subprocess.run(
        [sys.executable, steadiness.__file__, "--help"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0
    assert "the same, whatever the circumstances" in done.stdout
