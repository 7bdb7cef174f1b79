"""What a peer keeps in a file over the end of its process."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from oran_harness.cli.keeping import Keeping
from oran_harness.cli.serving import ServeOptions, actors_of, forgets
from oran_harness.model import InputError, Role, UsageError
from oran_harness.peers.actor import Command, Connect, Happening, Stimulus
from tests.cli.run import process, run

FLAW = "node-reports-on-after-own-restart"
PROFILE = """
[vendor]
name = "forgetful"
product = "a flawed E2 node"

[roles.e2-node]
transport = ["tcp"]

[roles.e2-node.launch]
command = [
    "{{python}}", "-m", "oran_harness", "serve", "e2-node", "--connect", "{{peer_uri}}", "--e2ap", "{{e2ap}}",
    "--control", "--reconnect-after", "0.001", "--flaw", "{flaw}", "--keep", "{kept}",
]
ready = "^ready: "
stimuli = "stdin"
"""


class Counting:
    """Counts what happens to it."""

    role = Role.E2_NODE
    wakes_at = 7.0

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def begin(self, now: float) -> Sequence[Command]:
        self.kept["begun"] = self.kept.get("begun", 0) + 1
        return (Connect("1"),)

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        self.kept["woken"] = now
        return ()


def test_the_file_holds_what_the_actor_keeps(tmp_path: Path) -> None:
    """At every moment; the next one begins with it."""
    path = tmp_path / "kept"
    first = Keeping(Counting(), path)
    assert first.begin(1.0) == (Connect("1"),)
    assert json.loads(path.read_text()) == {"begun": 1}
    assert (first.handle(Stimulus(1, "x"), 2.0), first.wakes_at) == ((), 7.0)
    Keeping(Counting(), path).begin(3.0)
    assert json.loads(path.read_text()) == {"begun": 2}
    first.wake(4.0)
    assert json.loads(path.read_text()) == {"begun": 1, "woken": 4.0}
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("content", ["[]", "{", "\x00"])
def test_a_file_of_somebody_else(tmp_path: Path, content: str) -> None:
    """It is left alone."""
    path = tmp_path / "kept"
    path.write_text(content)
    with pytest.raises(InputError, match="it was not written by serve --keep; name another file"):
        Keeping(Counting(), path)
    assert path.read_text() == content


def test_a_file_that_cannot_be(tmp_path: Path) -> None:
    """A sentence says why."""
    with pytest.raises(InputError, match="Is a directory"):
        Keeping(Counting(), tmp_path)
    with pytest.raises(InputError, match="No such file"):
        Keeping(Counting(), tmp_path / "nowhere" / "kept").begin(0.0)


def test_what_can_be_kept(tmp_path: Path) -> None:
    """The memory of one peer with a flaw that has one."""
    kept = str(tmp_path / "kept")
    address = {"role": "e2-node", "listen": "tcp://127.0.0.1:0", "keep": kept}
    (actor,) = actors_of(ServeOptions(flaw=FLAW, **address))  # type: ignore[arg-type]
    assert isinstance(actor, Keeping)
    with pytest.raises(UsageError, match="keeps nothing"):
        actors_of(ServeOptions(flaw="node-knows-one-ric", **address))  # type: ignore[arg-type]
    for more in ({}, {"flaw": FLAW, "nodes": 2}):
        with pytest.raises(UsageError, match="--keep goes with --flaw, and with one peer"):
            actors_of(ServeOptions(**address, **more))  # type: ignore[arg-type]


def tried(folder: Path, product: str, *cases: str) -> dict[str, Any]:
    """The cases against a product of its own process, by id."""
    ended = process("run", "--sut", product, "--out", str(folder / "out"), *cases)
    assert ended.code in (0, 1), ended.err
    results = json.loads((folder / "out" / "results.json").read_text())
    return {case["id"]: case for case in results["cases"]}


def test_a_node_is_killed_and_started(tmp_path: Path) -> None:
    """Over TCP: one that goes on with what was before is found and blamed where it does, and by nothing else.

    The kill is no death of the product; the history can be replayed.
    """
    vendor = tmp_path / "forgetful"
    vendor.mkdir()
    (vendor / "profile.toml").write_text(PROFILE.format(flaw=FLAW, kept=tmp_path / "kept"))
    # On a busy machine the node may be too late with its first report to be heard in the case: then it is tried again.
    for _ in range(3):
        judged = tried(tmp_path, str(vendor), "E2AP-RESTART-205", "E2AP-RESTART-207")
        assert (judged["E2AP-RESTART-205"]["verdict"]) == "pass"
        found = judged["E2AP-RESTART-207"]
        if found["verdict"] != "pass":
            break
    assert (found["verdict"], found["blame"]) == ("fail", "e2-node")
    assert found["actual"].startswith("a RIC INDICATION of it, and")
    history = tmp_path / "out" / "history" / "E2AP-RESTART-207.jsonl"
    told = history.read_text()
    assert "killed by signal 9 (SIGKILL)" in told
    assert "SUT-DIED" not in told
    assert run("replay", str(history)).code == 1


def test_a_ric_is_killed_and_started(tmp_path: Path) -> None:
    """Over TCP, while it is subscribed; it comes back and serves."""
    judged = tried(tmp_path, "oran-harness-ric", "E2AP-RESTART-113")
    assert judged["E2AP-RESTART-113"]["verdict"] == "pass"
    assert "killed by signal 9 (SIGKILL)" in (tmp_path / "out" / "history" / "E2AP-RESTART-113.jsonl").read_text()


@pytest.mark.parametrize(("flaw", "kept", "told"), [(FLAW, False, True), (FLAW, True, False), (None, False, False)])
def test_a_flaw_of_restarts_without_a_file_is_told(tmp_path: Path, flaw: str | None, kept: bool, told: bool) -> None:
    """It would show nothing, and its user wonder why."""
    keep = str(tmp_path / "kept") if kept else None
    options = ServeOptions(role="e2-node", connect="tcp://127.0.0.1:9", flaw=flaw, keep=keep)
    assert forgets(options, actors_of(options)) is told
