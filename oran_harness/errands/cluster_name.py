"""Which cluster a person means: that of a scheduler, or one on this machine."""

import os
import re
from dataclasses import dataclass

from oran_harness.model import UsageError

LOCAL = "local"
_MOST = 256
_SCHEDULER = re.compile(r"(tcp|tls)://(?:\[[0-9a-fA-F:.]+\]|[^\s/:?#\[\]]+):([0-9]{1,5})")
_LOCAL = re.compile(rf"{LOCAL}(?::([0-9]{{1,4}}))?")


@dataclass(frozen=True, slots=True)
class ClusterName:
    """``uri`` is where the scheduler listens, None for a cluster on this machine with so many ``workers``."""

    uri: str | None
    workers: int = 0

    @classmethod
    def of(cls, text: str) -> "ClusterName":
        """Read ``tcp://HOST:PORT``, ``tls://HOST:PORT``, ``local`` or ``local:N``; raises ``UsageError`` for others."""
        here = _LOCAL.fullmatch(text)
        if here is not None:
            workers = int(here[1]) if here[1] is not None else os.cpu_count() or 1
            if 0 < workers <= _MOST:
                return cls(None, workers)
        there = _SCHEDULER.fullmatch(text)
        if there is not None and 0 < int(there[2]) < 1 << 16:
            return cls(text)
        raise UsageError(
            f"{text[:80]!r} is no cluster; write tcp://HOST:PORT or tls://HOST:PORT as the Dask scheduler tells it, or "
            f"{LOCAL}:N for N workers on this machine (up to {_MOST})."
        )

    @property
    def address(self) -> str | None:
        """The address of the scheduler as other addresses are written, None for a cluster on this machine."""
        return None if self.uri is None else f"tcp://{self.uri.partition('://')[2]}"

    def __str__(self) -> str:
        return self.uri if self.uri is not None else f"{LOCAL}:{self.workers}"
