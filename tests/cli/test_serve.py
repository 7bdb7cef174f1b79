"""``serve``: reference peers as processes of their own, over TCP."""

import signal
import socket
import subprocess
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.run import refused, run
from tests.cli.serving_process import ServingProcess


def _nodes(ric: ServingProcess, enough: Callable[[Any], bool]) -> Any:
    """What the RIC tells about its nodes, once it is enough."""
    for _ in range(2000):
        nodes = ric.ask("state")["details"]["nodes"]
        if enough(nodes):
            return nodes
        time.sleep(0.02)
    raise AssertionError(nodes)


def _up(ric: ServingProcess, wanted: int = 1) -> None:
    """Wait until so many nodes are set up."""
    _nodes(ric, lambda nodes: sum(node["state"] == "operational" for node in nodes) >= wanted)


def test_a_ric_and_nodes() -> None:
    """Two processes: setup, subscription, indications, all steered by stimuli; SIGTERM ends both in order."""
    nodes = ("e2-node", "--control", "--kind", "du", "--number", "5", "--nodes", "10", "--connect")
    with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--control") as ric:
        uri = ric.ready()
        assert not uri.endswith(":0")
        with ServingProcess(*nodes, uri) as node:
            assert node.ready() == uri
            _up(ric, 10)
            answer = ric.ask("subscribe", style=1, period_ms=20, wait=True)
            assert answer["status"] == "done"
            assert answer["details"]["outcome"] == "RICsubscriptionResponse"
            state = _nodes(ric, lambda nodes: sum(each["indications"] for each in nodes) >= 3)
            assert all("DU" in each["node"] for each in state)
            assert node.ask("service-update", change="modify", node=7)["status"] == "done"
            assert node.ask("no-such-stimulus")["status"] == "unsupported"
            assert ric.ask("no-such-stimulus")["status"] == "unsupported"
            assert ric.ask("remove", wait=True)["details"]["outcome"] == "E2RemovalResponse"
            assert node.end() == (0, "", "")
        assert ric.end() == (0, "", "")


def test_the_other_direction() -> None:
    """Nodes may wait and the RIC connect; in another edition, with a subscription from the command line."""
    connecting = ("near-rt-ric", "--control", "--subscribe", "kpm:1:20", "--e2ap", "5.00", "--connect")
    with (
        ServingProcess("e2-node", "--listen", "tcp://127.0.0.1:0", "--e2ap", "5.00") as node,
        ServingProcess(*connecting, node.ready()) as ric,
    ):
        ric.ready()
        _up(ric)
        assert ric.ask("delete", wait=True)["details"]["outcome"] == "RICsubscriptionDeleteResponse"


def test_the_end_of_standard_input() -> None:
    """It ends the server only if that was asked for; Ctrl-C does, with one sentence and exit code 130."""
    for options in ((), ("--until-eof",)):
        with ServingProcess("near-rt-ric", "--listen", "tcp://127.0.0.1:0", "--control", *options) as ric:
            ric.ready()
            assert ric.process.stdin is not None
            ric.process.stdin.write(b"nonsense\n")
            ric.process.stdin.close()
            ric.process.stdin = None
            assert ric.process.stdout is not None
            assert b'"failed"' in ric.process.stdout.readline()
            if options:
                assert ric.process.wait(timeout=20) == 0
                continue
            with pytest.raises(subprocess.TimeoutExpired):
                ric.process.wait(timeout=0.3)
            assert ric.end(signal.SIGINT) == (130, "", "oran-harness: Interrupted.\n")


def test_nobody_is_there() -> None:
    """A node goes on trying, and says so once."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        uri = f"tcp://127.0.0.1:{unused.getsockname()[1]}"
        with ServingProcess("e2-node", "--connect", uri) as node:
            assert node.ready() == uri
            assert node.process.stderr is not None
            assert f"Nobody listens at {uri}" in node.process.stderr.readline().decode()
            time.sleep(0.3)
            assert node.end() == (0, "", "")


def test_a_port_in_use() -> None:
    """One sentence, exit code 2."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        uri = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        assert "is in use" in refused(run("serve", "near-rt-ric", "--listen", uri))


def test_the_options_of_the_help_text_exist() -> None:
    """The help shows each option, and the examples parse."""
    shown = run("serve", "--help").text
    for option in ("--listen", "--connect", "--e2ap", "--kpm", "--rc", "--kind", "--nodes", "--seed", "--flaw"):
        assert option in shown
    assert "ready: URI" in shown
