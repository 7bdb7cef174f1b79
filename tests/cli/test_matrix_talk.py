"""What a person at the bench is asked in a matrix."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

from oran_harness.cli.operating import QUESTION
from oran_harness.resources import vendors
from oran_harness.runner.wire import free_port
from tests.cli.at_terminal import AtTerminal, at_terminal
from tests.cli.run import ROOT, command, refused, run

PROFILE = """
[vendor]
name = "{name}"

[roles.near-rt-ric]
operator = true
address = "{uri}"
"""
NODE, RIC = (str(vendors() / name) for name in ("oran-harness-node", "oran-harness-ric"))
SETUP = ("-k", "E2AP-SETUP-301")


def by_hand(root: Path, name: str) -> tuple[str, str]:
    """A near-RT RIC that a person looks after; its folder, and where it listens."""
    uri = f"tcp://127.0.0.1:{free_port('tcp')}"
    (root / name).mkdir()
    (root / name / "profile.toml").write_text(PROFILE.format(name=name, uri=uri))
    return str(root / name), uri


def cells(out: Path) -> dict[str, dict[str, Any]]:
    """What is on disk of the matrix, by the near-RT RIC."""
    with suppress(FileNotFoundError):
        return {cell["b"]: cell for cell in json.loads((out / "interop.json").read_bytes())["cells"]}
    return {}


def asked(terminal: AtTerminal) -> list[str]:
    """What was asked so far."""
    return re.findall(r"^(\S+ with \S+: please \S+ \S+?)(?:;.*)?\r?$", terminal.text, re.MULTILINE)


def next_question(terminal: AtTerminal, answered: int) -> str:
    """The question that comes behind so many; there is none beside it."""
    terminal.until(lambda: terminal.text.count(QUESTION.strip()) > answered)
    found = asked(terminal)
    assert len(found) == answered + 1, terminal.text
    return found[-1]


@contextmanager
def serving(uri: str) -> Iterator[None]:
    """The product, which somebody has started."""
    process = subprocess.Popen(command("serve", "near-rt-ric", "--listen", uri), stdout=subprocess.PIPE, cwd=ROOT)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"ready")
        yield
    finally:
        process.kill()
        process.communicate()


def test_pairs_ask_one_after_the_other(tmp_path: Path) -> None:
    """However many are under way, each in its name; while a question stands nothing else is written."""
    places = dict(by_hand(tmp_path, name)[::-1] for name in ("alfa", "bravo"))
    uris = {Path(folder).name: uri for uri, folder in places.items()}
    out = tmp_path / "out"
    words = ("interop", NODE, RIC, *places.values(), *SETUP, "--jobs", "3", "--timeout", "2", "--out", str(out))
    with at_terminal(*words) as terminal, serving(uris["alfa"]), serving(uris["bravo"]):
        assert re.fullmatch(r"oran-harness-node with (alfa|bravo): please start \1", next_question(terminal, 0))
        limit = time.monotonic() + 60
        while "oran-harness-ric" not in cells(out) and time.monotonic() < limit:
            time.sleep(0.05)
        assert len(asked(terminal)) == 1
        assert "[1 of 3]" not in terminal.text
        for number in range(4):
            question = next_question(terminal, number)
            assert number == 0 or "[1 of 3] oran-harness-node with oran-harness-ric: pass" in terminal.text
            terminal.type("done\n")
        code = terminal.end()
        assert code == 0, terminal.text
        assert question.split(": ")[1].startswith("please stop")
    assert sorted(each.split(": ")[1] for each in asked(terminal)) == [
        "please start alfa", "please start bravo", "please stop alfa", "please stop bravo",
    ]  # fmt: skip
    assert {name: cell["reason"] for name, cell in cells(out).items()} == dict.fromkeys(
        ("alfa", "bravo", "oran-harness-ric"), "1 scene passes"
    )
    record = (out / "oran-harness-node--alfa" / "history" / "tap.jsonl").read_text()
    assert "the person at the bench is asked: start alfa; it has to listen at " in record


def test_ctrl_c_at_a_question_ends_the_matrix(tmp_path: Path) -> None:
    """The rest is skip, nothing is left running, and the matrix goes on where it was."""
    folder, uri = by_hand(tmp_path, "alfa")
    out = tmp_path / "out"
    with at_terminal("interop", NODE, folder, *SETUP, "--out", str(out)) as terminal:
        next_question(terminal, 0)
        children = psutil.Process(terminal.process.pid).children(recursive=True)
        assert children
        terminal.type("\x03")
        assert terminal.end() == 130, terminal.text
    assert psutil.wait_procs(children, timeout=20)[1] == []
    assert cells(out)["alfa"]["reason"] == "interrupted"
    assert cells(out)["alfa"]["summary"]["skip"] == 1
    assert "SKIP 1 pair was not through: interrupted" in terminal.text
    with at_terminal("interop", NODE, folder, *SETUP, "--resume", str(out)) as terminal, serving(uri):
        for number in range(2):
            next_question(terminal, number)
            terminal.type("d\n")
        assert terminal.end() == 0, terminal.text
    assert cells(out)["alfa"]["reason"] == "1 scene passes"


def test_what_cannot_be_done_is_the_reason(tmp_path: Path) -> None:
    """Of the cell: nothing is known of the two."""
    folder, _ = by_hand(tmp_path, "alfa")
    out = tmp_path / "out"
    with at_terminal("interop", NODE, folder, *SETUP, "--out", str(out)) as terminal:
        next_question(terminal, 0)
        terminal.type("failed no key for the rack\n")
        assert terminal.end() == 3, terminal.text
    (cell,) = cells(out).values()
    assert cell["reason"].endswith("(no key for the rack)")
    assert (cell["summary"]["inconc"], cell["blame"]) == (1, None)


@pytest.mark.parametrize(
    ("option", "why"),
    [
        ((), "standard input and error are no terminal; run this at one."),
        (("--json",), "with --json nobody is asked; leave it out"),
        (("--cluster", "local:1"), "the workers of a cluster can ask nobody; leave --cluster out."),
    ],
)
def test_where_nobody_can_be_asked(tmp_path: Path, option: tuple[str, ...], why: str) -> None:
    """It is refused at once where all pairs have a person."""
    folder, _ = by_hand(tmp_path, "alfa")
    said = refused(run("interop", NODE, folder, *SETUP, "--out", str(tmp_path / "out"), *option))
    assert f"alfa:near-rt-ric is looked after by a person (operator = true), and {why}" in said
    assert not (tmp_path / "out").exists()
