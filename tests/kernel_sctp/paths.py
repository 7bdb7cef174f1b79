"""Paths that can be cut: a network namespace beside ours, joined by pairs of virtual interfaces.

Needs root and a kernel that is ours alone, as tools/kernel_sctp/run gives.
"""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CLONE_NEWNET = 0x4000_0000
_FOLDER = Path("/run/netns")


class Paths:
    """So many paths to the namespace: path 1 joins 10.77.1.1 here and 10.77.1.2 there, and so on."""

    def __init__(self, count: int) -> None:
        self._name = f"far{os.getpid()}"
        self._count = count

    def near(self, path: int = 1) -> str:
        """Our address on a path."""
        return f"10.77.{path}.1"

    def far(self, path: int = 1) -> str:
        """The far end's address on a path."""
        return f"10.77.{path}.2"

    def nobody(self, path: int = 1) -> str:
        """An address on a path that nobody has."""
        return f"10.77.{path}.3"

    def cut(self, path: int = 1) -> None:
        """Let nothing through any more; neither end is told."""
        with self.there():
            _ip(f"link set far{path} down")
        # What waits in our interface would come through after all when the path is mended.
        _ip(f"link set near{path} down")

    def mend(self, path: int = 1) -> None:
        """Let everything through again."""
        with self.there():
            _ip(f"link set far{path} up")
        _ip(f"link set near{path} up")

    @contextmanager
    def there(self) -> Iterator[None]:
        """Sockets that are made in this block are the far end's."""
        with open("/proc/self/ns/net") as here, open(_FOLDER / self._name) as there:
            _enter(there.fileno())
            try:
                yield
            finally:
                _enter(here.fileno())

    def __enter__(self) -> "Paths":
        every = range(1, self._count + 1)
        near, far = [f"netns add {self._name}"], ["link set lo up"]
        for path in every:
            near += [
                f"link add near{path} type veth peer name far{path} netns {self._name}",
                f"address add {self.near(path)}/24 dev near{path}",
                f"link set near{path} up",
            ]
            far += [f"address add {self.far(path)}/24 dev far{path}", f"link set far{path} up"]
        _ip(*near)
        with self.there():
            _ip(*far)
        return self

    def __exit__(self, *_: object) -> None:
        _ip(*(f"link delete near{path}" for path in range(1, self._count + 1)), f"netns delete {self._name}")


def _ip(*commands: str) -> None:
    subprocess.run(["ip", "-batch", "-"], input="\n".join(commands), text=True, check=True)


def _enter(namespace: int) -> None:
    if ctypes.CDLL(None, use_errno=True).setns(namespace, _CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
