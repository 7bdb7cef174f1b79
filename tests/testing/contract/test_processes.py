"""Which processes come of an adapter."""

import os
import subprocess
import sys
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
    ours, other = os.pipe()
    with subprocess.Popen([sys.executable, program, "0"], stdin=ours, stderr=subprocess.DEVNULL) as mine:
        assert is_keeper(mine.pid)
        assert not is_keeper(os.getpid())
        os.close(ours)
        os.close(other)
        mine.kill()
