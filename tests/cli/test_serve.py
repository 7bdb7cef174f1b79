"""``serve``: reference peers as processes of their own, over TCP."""

import signal
import socket
import subprocess
import time

import pytest

from tests.cli.run import command, process, refused, run
from tests.cli.serving_process import ServingProcess


def _up(ric: ServingProcess, nodes: int = 1) -> None:
    """Wait until so many nodes are set up."""
    for _ in range(400):
        state = ric.ask("state")["details"]["nodes"]
        if sum(node["state"] == "operational" for node in state) >= nodes:
            return
        time.sleep(0.02)
    raise AssertionError("the nodes do not come up")


def test_a_ric_and_a_node() -> None:
    """Two processes: setup, subscription, indications, all steered by stimuli; SIGTERM ends both in order."""
    with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--control") as ric:
        uri = ric.ready()
        assert not uri.endswith(":0")
        with ServingProcess("e2-node", "--connect", uri, "--control", "--kind", "du", "--number", "5") as node:
            assert node.ready() == uri
            _up(ric)
            answer = ric.ask("subscribe", style=1, period_ms=20, wait=True)
            assert answer["status"] == "done"
            assert answer["details"]["outcome"] == "RICsubscriptionResponse"
            time.sleep(0.2)
            (state,) = ric.ask("state")["details"]["nodes"]
            assert state["indications"] >= 3
            assert "DU" in state["node"]
            assert node.ask("service-update", change="modify")["status"] == "done"
            assert node.ask("no-such-stimulus")["status"] == "unsupported"
            assert ric.ask("no-such-stimulus")["status"] == "unsupported"
            assert ric.ask("remove", wait=True)["details"]["outcome"] == "E2RemovalResponse"
            assert node.end() == (0, "", "")
        assert ric.end() == (0, "", "")


def test_the_other_direction_and_many_nodes() -> None:
    """Nodes may wait and the RIC connect; several nodes live in one process."""
    connecting = ("near-rt-ric", "--control", "--subscribe", "kpm:1:20", "--connect")
    with (
        ServingProcess("e2-node", "--listen", "tcp://127.0.0.1:0") as node,
        ServingProcess(*connecting, node.ready()) as ric,
    ):
        ric.ready()
        _up(ric)
        assert ric.ask("delete", wait=True)["details"]["outcome"] == "RICsubscriptionDeleteResponse"
    with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--control", "--e2ap", "5.00") as ric:
        uri = ric.ready()
        with ServingProcess("e2-node", "--connect", uri, "--nodes", "20", "--e2ap", "5.00") as nodes:
            nodes.ready()
            _up(ric, 20)


def test_ctrl_c() -> None:
    """One sentence, and 130; nothing is left running."""
    with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0") as ric:
        ric.ready()
        assert ric.end(signal.SIGINT) == (130, "", "oran-harness: Interrupted.\n")


@pytest.mark.parametrize("until_eof", [True, False])
def test_the_end_of_standard_input(until_eof: bool) -> None:
    """It ends the server only if that was asked for."""
    options = ["--until-eof"] if until_eof else []
    with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--control", *options) as ric:
        ric.ready()
        assert ric.process.stdin is not None
        ric.process.stdin.write(b"nonsense\n")
        ric.process.stdin.close()
        ric.process.stdin = None
        assert ric.process.stdout is not None
        assert b'"failed"' in ric.process.stdout.readline()
        if until_eof:
            assert ric.process.wait(timeout=20) == 0
        else:
            with pytest.raises(subprocess.TimeoutExpired):
                ric.process.wait(timeout=0.3)
            assert ric.end()[0] == 0


def test_nobody_is_there() -> None:
    """A node goes on trying, and says so once."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        uri = f"tcp://127.0.0.1:{unused.getsockname()[1]}"
        with ServingProcess("e2-node", "--connect", uri) as node:
            assert node.ready() == uri
            time.sleep(0.5)
            code, _, told = node.end()
    assert code == 0
    assert told.count("\n") == 1
    assert f"Nobody listens at {uri}" in told


def test_a_port_in_use() -> None:
    """One sentence, exit code 2."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        uri = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        assert "is in use" in refused(process("serve", "near-rt-ric", "--listen", uri))


def test_the_options_of_the_help_text_exist() -> None:
    """The help shows each option, and the examples parse."""
    shown = run("serve", "--help").text
    for option in ("--listen", "--connect", "--e2ap", "--kpm", "--rc", "--kind", "--nodes", "--seed", "--flaw"):
        assert option in shown
    assert "ready: URI" in shown
    assert command("serve")[-1] == "serve"
