"""The keeper: a program that ends what it keeps."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from oran_harness.adapters import keeper
from oran_harness.adapters.keeper import descendants
from tests.adapters.products import SLEEP


class Kept:
    """A keeper and our end of its socket."""

    def __init__(self, channel: socket.socket, process: "subprocess.Popen[bytes]") -> None:
        self.channel = channel
        self.process = process
        self.lines = channel.makefile("rb")

    def send(self, **line: Any) -> None:
        """Tell it something."""
        self.channel.sendall(json.dumps(line).encode() + b"\n")

    def told(self) -> dict[str, Any]:
        """What it tells next."""
        found: dict[str, Any] = json.loads(self.lines.readline())
        return found

    def run(self, program: str) -> int:
        """Have it run a Python program; the number of its process."""
        command = [sys.executable, "-I", "-S", "-c", program]
        self.send(command=command, cwd="/", environment={"ONLY": "this"})
        return int(self.told()["started"])


@contextmanager
def kept() -> Iterator[Kept]:
    """A keeper."""
    ours, theirs = socket.socketpair()
    path = keeper.__spec__.origin  # type: ignore[union-attr]
    command = [sys.executable, "-I", "-S", str(path), str(theirs.fileno())]
    with ours, subprocess.Popen(command, pass_fds=[theirs.fileno()], stdout=subprocess.PIPE) as process:
        theirs.close()
        ours.settimeout(20)
        found = Kept(ours, process)
        try:
            yield found
        finally:
            found.lines.close()
            ours.close()
            process.wait(20)


def test_it_tells_the_end_of_what_it_keeps() -> None:
    """With the wait status; the program gets its streams, its folder, its environment and no other."""
    with kept() as found:
        found.run("import os; print(os.getcwd(), sorted(set(os.environ) - {'LC_CTYPE'})); raise SystemExit(5)")
        assert os.waitstatus_to_exitcode(found.told()["ended"]) == 5
        assert found.process.stdout is not None
        assert found.process.stdout.readline() == b"/ ['ONLY']\n"


def test_signals_go_to_the_group() -> None:
    """The process and its children that did not leave get it."""
    with kept() as found:
        started = found.run(SLEEP)
        found.send(signal=int(signal.SIGUSR1))
        assert os.WTERMSIG(found.told()["ended"]) == signal.SIGUSR1
        assert not os.path.exists(f"/proc/{started}")


def test_when_the_socket_ends_all_ends() -> None:
    """Half a close is enough, and it tells that nothing is left."""
    with kept() as found:
        started = found.run("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + SLEEP)
        assert started in descendants(os.getpid())
        found.channel.shutdown(socket.SHUT_WR)
        assert os.WTERMSIG(found.told()["ended"]) == signal.SIGKILL
        assert found.told() == {"left": []}
    assert started not in descendants(os.getpid())


def test_a_killed_keeper_takes_its_process_along() -> None:
    """The process dies with it."""
    with kept() as found:
        started = found.run(SLEEP)
        found.process.kill()
        found.process.wait(20)
        for _ in range(2000):
            if _gone(started):
                break
            signal.sigtimedwait([], 0.005)
        assert _gone(started)


def test_what_cannot_be_run() -> None:
    """The reason comes instead of a start, also for what no system call can take."""
    for command, said in ((["no-such-program"], "No such file"), (["/"], "denied"), ([sys.executable, "a\0b"], "null")):
        with kept() as found:
            found.send(command=command, cwd="/", environment={})
            assert said in found.told()["failed"]


def test_nothing_said_nothing_kept() -> None:
    """A socket that ends before its first line ends the keeper."""
    with kept() as found:
        found.channel.shutdown(socket.SHUT_WR)
        assert found.process.wait(20) == 0


def _gone(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()[0] in (b"Z", b"X")
    except OSError:
        return True
