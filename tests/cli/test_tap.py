"""``tap`` from the command line: what it refuses, what it prints, and what is left when it is killed."""

import json
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from oran_harness.captures import alone_in, read_recording
from tests.cli.run import refused, run
from tests.cli.serving_process import ServingProcess

LOCAL = ("--listen", "tcp://127.0.0.1:0", "--connect", "tcp://127.0.0.1:1")


@contextmanager
def tapping(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A tap in a process of its own; it is killed in the end, and by time."""
    command = [sys.executable, "-m", "oran_harness", "tap", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    watchdog = threading.Timer(120, process.kill)
    watchdog.start()
    try:
        yield process
    finally:
        watchdog.cancel()
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str], begins: str) -> str:
    """The rest of the next line of standard output that begins so."""
    assert process.stdout is not None
    for text in process.stdout:
        if text.startswith(begins):
            return text.removeprefix(begins).rstrip("\n")
    raise AssertionError(process.communicate()[1])


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--listen", "tcp://127.0.0.1:0", "--connect", "nowhere"), "no address"),
        (("--listen", "memory://a", "--connect", "tcp://127.0.0.1:1"), "memory:// reaches nobody outside"),
        (("--listen", "netconf+ssh://127.0.0.1:0", "--connect", "tcp://127.0.0.1:1"), "it does not know NETCONF"),
        (("--listen", "tcp://127.0.0.1:0", "--connect", "tcp://127.0.0.1:0"), "name the port of the RIC"),
        (("--listen", "tcp://0.0.0.0:0", "--connect", "tcp://127.0.0.1:1"), "--i-own-this"),
        (("--listen", "tcp://127.0.0.1:0", "--connect", "tcp://192.0.2.1:1"), "--i-own-this"),
        ((*LOCAL, "--vendor", "alfa"), "names no vendor"),
        ((*LOCAL, "--metrics-port", "nine"), "no port for metrics"),
        ((*LOCAL, "--vendor", "e2-node=a", "--vendor", "e2-node=b"), "twice"),
        ((*LOCAL, "--fault", "explode", "--fault", "drop nth=0"), "--fault 2: nth is '0'"),
        ((*LOCAL, "--faults", "/nowhere/faults.toml"), "cannot be read"),
        (("--listen", "tcp://192.0.2.1:1", "--connect", "tcp://127.0.0.1:1", "--i-own-this"), "has no address for"),
    ],
)
def test_what_is_refused(tmp_path: Path, arguments: tuple[str, ...], what: str) -> None:
    """One sentence, exit code 2, before anything is opened."""
    assert what in refused(run("tap", *arguments, "--out", str(tmp_path / "out")))


def test_a_folder_to_which_a_run_writes_is_refused(tmp_path: Path) -> None:
    """Else one would remove what the other has written."""
    with alone_in(tmp_path):
        said = refused(run("tap", *LOCAL, "--out", str(tmp_path)))
    assert f"another run writes to {tmp_path} at this moment" in said


def test_two_products(tmp_path: Path) -> None:
    """A node with a flaw and a right RIC: the finding as it comes, the summary, the exit code of check, the record."""
    with (
        ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--subscribe", "kpm:1:50") as ric,
        tapping(
            *("--listen", "tcp://127.0.0.1:0", "--connect", ric.ready(), "--out", str(tmp_path)),
            *("--vendor", "e2-node=alfa", "--metrics-port", "0"),
        ) as tap,
        ServingProcess("e2-node", "--connect", line(tap, "ready: "), "--flaw", "node-malformed-indication"),
    ):
        found = line(tap, "association 1: ")
        assert tap.stderr is not None
        with urllib.request.urlopen(tap.stderr.readline().split()[-1], timeout=30) as answer:
            metrics = answer.read().decode()
        assert 'oran_harness_tap_findings_total{blame="e2-node",level="must",rule="E2SM-PAYLOAD"} 1.0' in metrics
        assert "oran_harness_tap_associations 1.0" in metrics
        assert found.startswith("E2SM-PAYLOAD must, blames e2-node (alfa): ")
        tap.send_signal(signal.SIGINT)
        out, _ = tap.communicate(timeout=60)
    assert tap.returncode == 1
    assert "BLAMES e2-node at alfa" in out
    assert f"the record: {tmp_path}/history/tap.jsonl" in out
    assert run("check", str(tmp_path / "history" / "tap.jsonl")).code == 1


def test_a_document(tmp_path: Path) -> None:
    """With --json standard output has one document and nothing else; a fault that struck is in it, and nobody's."""
    with (
        ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0") as ric,
        tapping(
            *("--listen", "tcp://127.0.0.1:0", "--connect", ric.ready(), "--out", str(tmp_path), "--json"),
            *("--fault", "duplicate message=E2setupRequest nth=1", "--fault", "drop message=RICcontrolRequest"),
        ) as tap,
    ):
        assert tap.stderr is not None
        uri = tap.stderr.readline().removeprefix("ready: ").rstrip("\n")
        with ServingProcess("e2-node", "--connect", uri):
            assert "comes 2 times" in tap.stderr.readline()
            tap.send_signal(signal.SIGTERM)
            out, _ = tap.communicate(timeout=60)
    document = json.loads(out)
    assert (document["schema"], document["injected"], document["findings"]) == ("oran-harness/tap/1", 1, [])
    assert document["faults"] == ["duplicate message=E2setupRequest nth=1", "drop message=RICcontrolRequest"]
    assert document["idle"] == ["drop message=RICcontrolRequest"]
    assert tap.returncode == 0


def test_a_killed_tap_leaves_what_it_passed(tmp_path: Path) -> None:
    """All that was passed is in the history, and the judge finishes the capture."""
    with (
        ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--subscribe", "kpm:1:20", "--control") as ric,
        tapping("--listen", "tcp://127.0.0.1:0", "--connect", ric.ready(), "--out", str(tmp_path)) as tap,
        ServingProcess("e2-node", "--connect", line(tap, "ready: ")),
    ):
        counted = 0
        while counted < 20:
            nodes = ric.ask("state")["details"]["nodes"]
            counted = sum(node["indications"] for node in nodes)
        tap.kill()
        tap.wait()
        counted = sum(node["indications"] for node in ric.ask("state")["details"]["nodes"]) or counted
    with read_recording(tmp_path / "history" / "tap.jsonl") as recording:
        names = [event.message for event in recording.events if event.octets]
    assert names.count("RICindication") >= counted


def test_nothing_to_judge(tmp_path: Path) -> None:
    """Where nothing has passed the exit code is 3; a rule that never did anything is told."""
    ended = run("tap", *LOCAL, "--out", str(tmp_path), "--time", "0.1", "--fault", "drop nth=3")
    assert "Never struck: drop nth=3" in ended.text
    assert ended.code == 3
    assert "no E2AP in it" in ended.text
    assert ended.text.startswith("ready: tcp://127.0.0.1:")
