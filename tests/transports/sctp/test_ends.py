"""Opening SCTP sockets; with a kernel that has none, and by tests/kernel_sctp with one that has."""

import asyncio
import errno
import socket

import pytest

from oran_harness.transports import TransportError, parse_address
from oran_harness.transports.sctp import SctpLink, connect_sctp, kernel_sctp_available, listen_sctp
from oran_harness.transports.sctp.ends import SctpEnds
from oran_harness.transports.sctp.options import (
    IPPROTO_SCTP,
    SCTP_SOCKOPT_BINDX_ADD,
    SCTP_SOCKOPT_CONNECTX,
    packed_names,
)
from oran_harness.transports.socket_ends import link_of


class Noting(socket.socket):
    """Notes the options that it is given, and connects as told."""

    def __init__(self, connecting: bool = False) -> None:
        super().__init__()
        self.given: list[tuple[int, int | bytes]] = []
        self._connecting = connecting

    def setsockopt(self, level: int, option: int, value: int | bytes) -> None:  # type: ignore[override]
        assert level == IPPROTO_SCTP
        self.given.append((option, value))
        if self._connecting:
            raise BlockingIOError


def test_further_own_addresses_have_the_same_port() -> None:
    """All own addresses of an association share the port that the first one got."""
    with Noting() as sock:
        SctpEnds(parse_address("sctp://h")).bind(sock, [("127.0.0.1", 0), ("127.0.0.2", 0)])
        port = sock.getsockname()[1]
        assert port
        assert sock.given == [(SCTP_SOCKOPT_BINDX_ADD, packed_names([("127.0.0.2", port)]))]


@pytest.mark.parametrize("connecting", [False, True])
def test_a_far_end_of_several_addresses(connecting: bool) -> None:
    """Several addresses of the far end are connected to at once, whether that takes a moment or not."""

    async def test() -> None:
        names = [("127.0.0.1", 1), ("127.0.0.2", 1)]
        with Noting(connecting) as sock:
            await SctpEnds(parse_address("sctp://h")).dial(sock, names)  # type: ignore[arg-type]
            assert sock.given == [(SCTP_SOCKOPT_CONNECTX, packed_names(names))]  # type: ignore[arg-type]

    asyncio.run(test())


def test_what_the_kernel_has_is_what_it_says() -> None:
    """Whether there is SCTP is known without an error, and decides what opening an address comes to."""

    async def test() -> None:
        if kernel_sctp_available():
            listener = await listen_sctp(parse_address("sctp://127.0.0.1:0"))
            await listener.close()
            return
        for opening in (listen_sctp(parse_address("sctp://[::1]:0")), connect_sctp(parse_address("sctp://[::1]:1"), 5)):
            with pytest.raises(TransportError, match="This machine's kernel has no SCTP"):
                await opening

    asyncio.run(test())


def test_a_far_end_that_leaves_at_once() -> None:
    """An association that is over before its streams are asked for could not be had; nothing is left open."""

    class Left(socket.socket):
        def getsockopt(self, level: int, option: int, size: int = 0) -> int | bytes:  # type: ignore[override]
            raise OSError(errno.EINVAL, "Invalid argument")

    with Left() as sock:
        with pytest.raises(TransportError, match=r"sctp://192\.0\.2\.1:36421 reset the association"):
            link_of(sock, parse_address("sctp://192.0.2.1:36421"), lambda new: SctpLink(new, "here", "there"))
        assert sock.fileno() == -1
