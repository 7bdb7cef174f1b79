"""One channel as asyncssh tells of it: passes all on to its link."""

from collections.abc import Callable
from typing import Any

import asyncssh

from oran_harness.transports.ssh.link import SshLink

SUBSYSTEM = "netconf"
"""The subsystem of SSH that carries NETCONF (RFC 6242 3)."""


class Session:
    """What both sides do. ``begin`` makes the link of a channel once its subsystem has started."""

    def __init__(self, begin: Callable[[Any], SshLink]) -> None:
        self._begin = begin
        self._channel: Any = None
        self._link: SshLink | None = None

    def connection_made(self, chan: Any) -> None:
        """The channel is open; the subsystem has not started yet."""
        self._channel = chan

    def session_started(self) -> None:
        """The subsystem has started: octets may come from now on."""
        self._link = self._begin(self._channel)

    def data_received(self, data: bytes, datatype: int | None) -> None:
        """Octets came; those of standard error are no NETCONF."""
        if datatype is None and self._link is not None:
            self._link.take(data)

    def eof_received(self) -> bool:
        """The far end sends no more, and NETCONF has no use for half a session."""
        if self._link is not None:
            self._link.over(None)
        return True

    def exit_signal_received(self, signal: str, core_dumped: bool, msg: str, lang: str) -> None:
        """The far end's session was killed."""
        if self._link is not None:
            self._link.killed(signal)

    def pause_writing(self) -> None:
        """The far end takes no more at present."""
        if self._link is not None:
            self._link.hold(True)

    def resume_writing(self) -> None:
        """The far end takes more."""
        if self._link is not None:
            self._link.hold(False)

    def connection_lost(self, exc: Exception | None) -> None:
        """The channel is gone."""
        if self._link is not None:
            self._link.over(exc)


class ClientSession(Session, asyncssh.SSHClientSession[bytes]):
    """A session that we opened."""


class ServerSession(Session, asyncssh.SSHServerSession[bytes]):
    """A session that the far end opened."""

    def subsystem_requested(self, subsystem: str) -> bool:
        """Only NETCONF is offered; a shell and commands are not."""
        return subsystem == SUBSYSTEM
