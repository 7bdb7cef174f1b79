"""A run whose repetitions are performed by workers of a cluster."""

import json
from pathlib import Path

import pytest

from tests.cli.run import refused, run

PROFILE = """
[vendor]
name = "fickle"
product = "a near-RT RIC whose first instance has a flaw"
version = "7"

[roles.near-rt-ric]
transport = ["tcp"]

[roles.near-rt-ric.launch]
command = ["{{python}}", "start.py", "{marker}", "--listen", "{{own_uri}}", "--e2ap", "{{e2ap}}", "--control"]
ready = "^ready: "
stimuli = "stdin"
"""
START = """
import os, sys
try:
    os.close(os.open(sys.argv[1], os.O_CREAT | os.O_EXCL))
    flaw = ["--flaw", "ric-transaction-id-255-for-none"]
except FileExistsError:
    flaw = []
words = [sys.executable, "-m", "oran_harness", "serve", "near-rt-ric", *flaw, *sys.argv[2:]]
os.execv(sys.executable, words)
"""


def fickle(folder: Path) -> Path:
    """A vendor of whose products only the first that is ever started has a flaw."""
    place = folder / "fickle"
    place.mkdir()
    (place / "profile.toml").write_text(PROFILE.format(marker=folder / "marker"), "utf-8")
    (place / "start.py").write_text(START, "utf-8")
    return place


def test_repetitions_are_spread_and_come_home_as_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with a product of its own; a case whose verdicts differ is named flaky, and all histories are there."""
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "out"
    cases = ("E2AP-SETUP-101", "E2AP-SETUP-102")
    ended = run(
        "run",
        *cases,
        "--sut",
        str(fickle(tmp_path)),
        "--repeat",
        "2",
        "--cluster",
        "local:2",
        "--out",
        str(out),
        "--json",
    )
    assert ended.code == 1, ended.err
    document = json.loads(ended.text)
    assert document == json.loads((out / "results.json").read_bytes())
    first, second = document["cases"]
    assert (first["id"], first["verdict"], first["tags"].count("flaky")) == (cases[0], "pass", 0)
    assert (second["id"], second["verdict"], second["tags"][-1]) == (cases[1], "fail", "flaky")
    assert second["reason"].startswith(("flaky: pass once, fail once", "flaky: fail once, pass once"))
    assert document["sut"] == {"vendor": "fickle", "role": "near-rt-ric", "version": "7", "address": None}
    histories = {path.name for path in (out / "history").glob("*.jsonl")}
    assert {"MEETING.jsonl", "MEETING-2.jsonl"} <= histories
    assert {f"{id}{turn}.jsonl" for id in cases for turn in ("", ".2")} <= histories
    assert {path.stem for path in (out / "history").glob("*.pcapng")} == {Path(name).stem for name in histories}
    assert (out / second["history"]).exists()
    assert {path.name for path in (out / "sut").iterdir()} == {"repetition-1", "repetition-2"}
    assert "Repetition 1 of 2: " in ended.err
    assert (out / "junit.xml").exists()
    assert (out / "metrics.prom").exists()


def test_a_cluster_that_is_not_there_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, and no folder of a run that never began."""
    monkeypatch.setattr("oran_harness.errands.cluster._CONNECTING_S", 1.0)
    words = ("--sut", "oran-harness-ric", "--repeat", "2", "--cluster", "tcp://127.0.0.1:1")
    said = refused(run("run", "E2AP-SETUP-101", *words, "--out", str(tmp_path / "out")))
    assert said.startswith("No Dask scheduler answers at tcp://127.0.0.1:1 (")
    assert not (tmp_path / "out").exists()


def test_nobody_is_asked_on_a_cluster() -> None:
    """One of the two has to go."""
    words = ("--sut", "oran-harness-ric", "--step", "--json", "--cluster", "local:1")
    assert "--step" in refused(run("run", "E2AP-SETUP-101", *words))
