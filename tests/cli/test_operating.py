"""``operator = true``: a person at the bench is asked."""

import asyncio
import io
import json
import os
import pty
import re
import subprocess
import threading
from pathlib import Path

import pytest

from oran_harness.adapters import PersonsAnswer, StimulusStatus
from oran_harness.cli.operating import NOBODY, QUESTION, Operating, answer_of
from oran_harness.cli.run_progress import RunProgress
from oran_harness.runner.wire import free_port
from tests.cli.run import PLAIN, ROOT, command, refused, run

PROFILE = """
[vendor]
name = "alfa"

[roles.near-rt-ric]
operator = true
address = "tcp://127.0.0.1:{port}"
"""
CASES = ("E2AP-SETUP-101", "E2AP-RESET-102")


def profile(folder: Path, port: int = 1) -> str:
    """A vendor whose product a person looks after; its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "profile.toml").write_text(PROFILE.format(port=port))
    return f"{folder}{os.sep}"


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        ("done\n", "done", ""),
        ("D", "done", ""),
        (" cannot ", "unsupported", ""),
        ("failed no key for the rack \x1b[2J\n", "failed", "no key for the rack"),
    ],
)
def test_answers(line: str, status: str, reason: str) -> None:
    """Three words, or their first letters, and why."""
    found = answer_of(line)
    assert found is not None
    assert found.status == status
    assert found.reason.startswith(reason)
    assert "\x1b" not in found.reason


def test_what_is_no_answer_is_asked_again() -> None:
    """An empty line too: a second Enter shall not answer the next question. At the end of the input nobody answers."""
    assert answer_of("\n") is answer_of("do it\n") is None
    shown = io.StringIO()

    async def scene() -> list[PersonsAnswer]:
        reading, writing = os.pipe()
        with os.fdopen(reading) as stdin:
            operating = Operating(stdin)
            answers = [await operating("start it")]
            operating.progress = RunProgress(shown, 1)
            os.write(writing, b"\n")
            asked = asyncio.create_task(operating("start it"))
            while shown.getvalue().count(QUESTION) < 2:
                await asyncio.sleep(0.01)
            os.write(writing, b"done\n")
            answers.append(await asked)
            os.close(writing)
            return [*answers, await operating("stop it")]

    answers = asyncio.run(scene())
    assert [answer.status for answer in answers] == [StimulusStatus.FAILED, StimulusStatus.DONE, StimulusStatus.FAILED]
    assert answers[-1].reason == NOBODY
    assert shown.getvalue().startswith("Please start it\n")


def test_without_a_terminal(tmp_path: Path) -> None:
    """It is refused at once, with a sentence."""
    said = refused(run("run", "--sut", profile(tmp_path / "alfa"), "--out", str(tmp_path / "out")))
    assert "alfa:near-rt-ric is started and stimulated by a person" in said
    assert not (tmp_path / "out").exists()


def test_at_a_terminal(tmp_path: Path) -> None:
    """The person starts the product, cannot reset it, and stops it; history and verdicts tell that."""
    port = free_port("tcp")
    uri = f"tcp://127.0.0.1:{port}"
    ours, theirs = pty.openpty()
    out = tmp_path / "out"
    arguments = ("run", "--sut", profile(tmp_path / "alfa", port), "--out", str(out), *CASES)
    process = subprocess.Popen(
        command(*arguments), stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=os.environ | PLAIN
    )
    os.close(theirs)
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    product: subprocess.Popen[bytes] | None = None
    seen, answered = "", 0
    try:
        while True:
            try:
                more = os.read(ours, 1 << 16)
            except OSError:  # the other end is closed
                break
            seen += more.decode("utf-8", "replace")
            asked = re.findall(r"Please (\S+ \S+)", plain(seen))
            if not seen.count(QUESTION.strip()) == answered + 1 == len(asked):
                continue
            answered += 1
            if asked[-1].startswith("start"):
                product = subprocess.Popen(
                    command("serve", "near-rt-ric", "--listen", uri), stdout=subprocess.PIPE, cwd=ROOT
                )
                assert product.stdout is not None
                assert product.stdout.readline().startswith(b"ready")
            elif asked[-1].startswith("stop"):
                assert product is not None
                product.kill()
                product.wait()
            os.write(ours, b"cannot\n" if asked[-1].startswith("alfa:") else b"done\n")
        assert process.wait(10) == 0, seen
    finally:
        watchdog.cancel()
        for each in (process, product):
            if each is not None:
                each.kill()
                each.wait()
        if product is not None and product.stdout is not None:
            product.stdout.close()
        os.close(ours)
    verdicts = {case["id"]: case["verdict"] for case in json.loads((out / "results.json").read_text())["cases"]}
    assert verdicts == {CASES[0]: "pass", CASES[1]: "skip"}
    written = "".join(path.read_text() for path in sorted((out / "history").glob("*.jsonl")))
    assert f"the person at the bench is asked: start alfa; it has to listen at {uri}" in written
    assert "have it begin the procedure Reset" in written
    assert re.search(r"answered after \d+\.\d s: unsupported", written)


def plain(text: str) -> str:
    """Without colours and movements of the cursor."""
    return re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", text)
