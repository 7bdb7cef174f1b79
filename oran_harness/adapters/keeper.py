"""Keeps one process and everything that it starts: when the keeper is told to, or whoever runs it is gone, all ends.

It is a program of its own, run by its path with nothing but the standard library, because only another process
outlives a harness that is killed. Its one argument is the number of a socket: a line of JSON comes in with what to run
(``command``, ``cwd``, ``environment``, and ``afterwards``, a command that is run when all has ended), then lines with
``signal``; lines go out with ``started``, ``failed``, ``ended`` (a wait status) and ``left`` (processes that could not
be killed). The socket's end means: end it all.

What the process starts belongs to the keeper for good, also where it goes into the background on its own
(``PR_SET_CHILD_SUBREAPER``). Should the keeper itself be killed, the process goes with it (``PR_SET_PDEATHSIG``), but
not what that has started; a program that gains privileges on its start (set-uid) outlives a killed keeper too.
"""

import contextlib
import ctypes
import json
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Iterator
from typing import Any

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_LONGEST_LINE = 1 << 20
_KILLING_S = 5.0
AFTERWARDS_S = 20.0
"""Seconds that the command may take which is run at the end."""
_IGNORED = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Keeper:
    """One process, and all that comes of it."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._incoming = b""
        self._main = 0
        self._over = False
        self._afterwards: dict[str, Any] | None = None
        self._waker, wake = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        for number in _IGNORED:
            signal.signal(number, signal.SIG_IGN)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        _prctl(_PR_SET_CHILD_SUBREAPER, 1)

    def keep(self) -> None:
        """Run what the first line says until it is time to end it; afterwards nothing is left of it."""
        try:
            request = self._first()
            if request is not None and self._start(request):
                _forget_streams()
                while not self._over:
                    self._turn()
        finally:
            left = self._kill_all()
            if self._afterwards is not None:
                _run(self._afterwards)
            self._tell(left=left)

    def _first(self) -> dict[str, Any] | None:
        while not self._over:
            for line in self._lines():
                return line
        return None

    def _turn(self) -> None:
        readable, _, _ = select.select([self._channel.fileno(), self._waker], [], [])
        if self._waker in readable:
            with contextlib.suppress(BlockingIOError):
                os.read(self._waker, 4096)
            self._reap()
        if self._channel.fileno() in readable:
            for line in self._lines():
                if isinstance(line.get("signal"), int) and self._main:
                    _send(-self._main, line["signal"])

    def _lines(self) -> Iterator[dict[str, Any]]:
        """The whole lines that one read of the channel completes."""
        try:
            octets = self._channel.recv(65536)
        except OSError:
            octets = b""
        self._over = not octets or len(self._incoming) > _LONGEST_LINE * 16
        *lines, self._incoming = (self._incoming + octets).split(b"\n")
        for line in lines:
            yield json.loads(line)

    def _start(self, request: dict[str, Any]) -> bool:
        if request.get("afterwards"):
            self._afterwards = request
        reading, writing = os.pipe2(os.O_CLOEXEC)
        keeper = os.getpid()
        self._main = os.fork()
        if self._main == 0:
            _become(request, keeper, writing)
        os.close(writing)
        with open(reading, "rb") as pipe:
            failure = pipe.read()
        if failure:
            self._reap(quietly=True)
            self._main, self._afterwards = 0, None
            self._tell(failed=failure.decode("utf-8", "replace"))
            return False
        self._tell(started=self._main)
        return True

    def _reap(self, *, quietly: bool = False) -> None:
        while True:
            try:
                found, status = os.waitpid(-1, 0 if quietly else os.WNOHANG)
            except ChildProcessError:
                return
            if found == 0:
                return
            if found == self._main:
                self._main = 0
                if not quietly:
                    self._tell(ended=status)

    def _kill_all(self) -> list[int]:
        deadline = time.monotonic() + _KILLING_S
        while True:
            left = descendants(os.getpid())
            self._reap()  # after that: what is dead but not buried is not among those that are left
            if not left or time.monotonic() > deadline:
                return left
            for each in left:
                _send(each, signal.SIGKILL)
            time.sleep(0.002)

    def _tell(self, **line: Any) -> None:
        with contextlib.suppress(OSError):  # nobody is there any more to be told
            self._channel.sendall(json.dumps(line).encode() + b"\n")


def descendants(root: int) -> list[int]:
    """The processes that come from ``root``, zombies left out, by what ``/proc`` says of parents."""
    parents: dict[int, list[int]] = {}
    dead = set()
    for name in os.listdir("/proc"):
        if not name.isdecimal():
            continue
        try:
            with open(f"/proc/{name}/stat", "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:  # it is gone already
            continue
        parents.setdefault(int(fields[1]), []).append(int(name))
        if fields[0] in (b"Z", b"X"):
            dead.add(int(name))
    found: list[int] = []
    waiting = [root]
    while waiting:
        for child in parents.get(waiting.pop(), ()):
            found.append(child)
            waiting.append(child)
    return [each for each in found if each not in dead]


def _become(request: dict[str, Any], keeper: int, failure: int) -> None:
    """In the new process: turn into the program that was asked for."""
    try:
        os.setsid()
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:
            os._exit(127)
        signal.set_wakeup_fd(-1)
        for number in (*_IGNORED, signal.SIGCHLD, signal.SIGPIPE, signal.SIGXFSZ):
            signal.signal(number, signal.SIG_DFL)
        os.chdir(request["cwd"])
        os.execvpe(request["command"][0], request["command"], request["environment"])
    except OSError as error:
        what = error.filename if isinstance(error.filename, str) else request["command"][0]
        os.write(failure, f"{what}: {error.strerror or error}".encode("utf-8", "replace")[:4000])
    except BaseException as error:
        os.write(failure, f"{type(error).__name__}: {error}".encode("utf-8", "replace")[:4000])
    finally:
        os._exit(127)


def _run(request: dict[str, Any]) -> None:
    """Run the command for the end, which has its time; how it ends is of no matter: there may be nothing left to do."""
    words = request["afterwards"]
    with contextlib.suppress(OSError):
        process = os.posix_spawnp(words[0], words, request["environment"])
        deadline = time.monotonic() + AFTERWARDS_S
        while os.waitpid(process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                _send(process, signal.SIGKILL)
                os.waitpid(process, 0)
                return
            time.sleep(0.01)


def _forget_streams() -> None:
    """Let go of the three streams: they are the process's own."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    os.close(nothing)


def _prctl(option: int, value: int) -> None:
    # Where the C library has no prctl, what goes into the background by itself is not found again.
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def _send(process: int, number: int) -> None:
    with contextlib.suppress(OSError, OverflowError):  # it is gone already, or it is no signal
        if process < 0:
            os.killpg(-process, number)
        else:
            os.kill(process, number)


if __name__ == "__main__":
    Keeper(socket.socket(fileno=int(sys.argv[1]))).keep()
