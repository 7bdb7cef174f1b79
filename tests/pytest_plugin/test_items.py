"""Items that are run: what pytest says of them, and what the run leaves."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import psutil

from tests.cli.test_running import lives, until
from tests.pytest_plugin.session import command, environment, pytest_here

KNOWN = """
[[known]]
id = "E2AP-SETUP-101"
verdict = "fail"
reason = "It will be mended."

[[known]]
id = "E2AP-SUB-101"
verdict = "fail"
reason = "It dies of it."

[[known]]
id = "E2-PPID"
verdict = "fail"
reason = "It sends 0."
"""
CHOSEN = "E2AP-SETUP-101 or E2AP-SUB-101 or E2AP-RESET-101 or E2-PPID or OTHER-RULES"


def results(folder: Path) -> dict[str, str]:
    """The verdicts of the results."""
    document: Any = json.loads((folder / "out/results.json").read_text())
    return {case["id"]: case["verdict"] for case in document["cases"]}


def test_known_verdicts_are_expected_failures(tmp_path: Path) -> None:
    """The reason is shown, what passes is named, a rule that nobody could judge is skipped; results are as ever."""
    (tmp_path / "alfa").mkdir()
    (tmp_path / "alfa/expected.toml").write_text(KNOWN)
    arguments = ("--oran-sut", "./alfa", "--oran-out", "out", "-v", "-rxs", "--junitxml", "junit.xml", "-k", CHOSEN)
    session = pytest_here(tmp_path, *arguments, adapter="MortalRic")
    assert session.code == 1, session.out
    assert session.outcomes() == {
        "E2AP-RESET-101": "PASSED",
        "E2AP-SETUP-101": "FAILED",
        "E2AP-SUB-101": "XFAIL",
        "E2-PPID": "SKIPPED",
        "OTHER-RULES": "PASSED",
    }
    assert "[XPASS(strict)] fail: It will be mended." in session.out
    assert "fail: It dies of it." in session.out
    assert "not judged: it is listed and did not fire" in session.out
    assert results(tmp_path) == {"E2AP-RESET-101": "pass", "E2AP-SETUP-101": "pass", "E2AP-SUB-101": "fail"}
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"junit.xml", "metrics.prom", "history"}
    cases = {case.get("name"): case for case in ElementTree.parse(tmp_path / "junit.xml").iter("testcase")}
    told = {each.get("name"): each.get("value") for each in cases["E2AP-SUB-101"].iter("property")}
    assert (told["verdict"], told["level"], told["blame"]) == ("fail", "must", "near-rt-ric")


def test_the_first_failure_may_end_it(tmp_path: Path) -> None:
    """-x: the failure is explained, the rest of the run is skip, its results are whole."""
    arguments = (
        "--oran-sut",
        "./alfa",
        "--oran-out",
        "out",
        "-x",
        "-k",
        "E2AP-SUB-101 or E2AP-SUB-102 or E2AP-RESET-101",
    )
    session = pytest_here(tmp_path, *arguments, adapter="MortalRic")
    assert session.code == 1, session.out
    assert "fail: E2AP-SUB-101 " in session.out
    assert "Traceback" not in session.out
    assert results(tmp_path) == {"E2AP-RESET-101": "pass", "E2AP-SUB-101": "fail", "E2AP-SUB-102": "skip"}


def test_a_product_that_is_never_met_is_no_success(tmp_path: Path) -> None:
    """Its cases are skip, as in any run; the session fails, and says why nothing was shown and what to do."""
    arguments = ("--oran-sut", "./alfa", "--oran-out", "out", "--oran-timeout", "0.1", "-k", "E2AP-SETUP-101")
    session = pytest_here(tmp_path, *arguments, adapter="NeverRic")
    assert session.code == 1, session.out
    assert "inconc: not all was shown of alfa: " in session.out
    assert "Traceback" not in session.out
    assert results(tmp_path) == {"E2AP-SETUP-101": "skip"}


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C: what was judged stays, the rest is skip, nothing is left running."""
    with subprocess.Popen(
        command("--oran-sut", "oran-harness-ric", "--oran-out", "out", "-k", "SETUP or RESET or NEG"),
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        until(lambda: len(list((tmp_path / "out").glob("history/E2AP*.jsonl"))) > 1)
        family = psutil.Process(process.pid).children(recursive=True)
        os.kill(process.pid, signal.SIGINT)
        out, _ = process.communicate(timeout=40)
    assert process.returncode == 2, out
    assert set(results(tmp_path).values()) >= {"pass", "skip"}
    assert family
    deadline = time.monotonic() + 10
    while any(map(lives, family)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, family))
