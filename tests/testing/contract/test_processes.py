"""Which processes come of an adapter."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from oran_harness.adapters import keeper
from oran_harness.testing.contract.processes import MARK, Processes, is_keeper, kill

BACKGROUND = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    os.fork() and os._exit(0)\n    time.sleep(60)\n"


@pytest.fixture
def processes() -> Iterator[Processes]:
    """What begins within the test; all of it is killed afterwards."""
    found = Processes()
    found.begin()
    yield found
    kill(found.running())
    found.end()


def test_what_goes_into_the_background_is_found(processes: Processes) -> None:
    """Though it is no child of ours any more; killed, it is gone."""
    subprocess.run([sys.executable, "-I", "-S", "-c", BACKGROUND], check=True)
    (left,) = processes.left(0.0)
    assert "import os, time" in left
    kill(processes.running())
    assert processes.left(5.0) == []


def test_what_was_there_before_is_not_of_it() -> None:
    """Nor what begins afterwards; the environment is as it was."""
    outer = os.environ.get(MARK)
    with subprocess.Popen(["sleep", "60"]) as before:
        found = Processes()
        found.begin()
        assert found.running() == set()
        with subprocess.Popen(["sleep", "60"]) as within:
            assert found.running() == {within.pid}
            within.kill()
        found.end()
        assert os.environ.get(MARK) == outer
        before.kill()


def test_keepers_are_known(processes: Processes) -> None:
    """They are the harness's own, by what they run."""
    program = keeper.__file__
    assert program is not None
    ours, its = socket.socketpair()
    with ours, its, subprocess.Popen([sys.executable, program, "0"], stdin=its, stderr=subprocess.DEVNULL) as mine:
        try:
            # A process that has just begun has no arguments for a moment.
            until = time.monotonic() + 20
            while not is_keeper(mine.pid) and time.monotonic() < until:
                time.sleep(0.01)
            assert is_keeper(mine.pid)
            assert not is_keeper(os.getpid())
        finally:
            mine.kill()
