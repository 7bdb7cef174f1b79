"""What a client of TLS offers, read from its ClientHello without a TLS of our own in between."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress

from oran_harness.drivers.attempts.tls_hello import NUMBERS, extensions, messages, records
from oran_harness.steps.attempts import TlsOffered
from oran_harness.transports.socket_link import reset_socket

_HANDSHAKE, _CLIENT_HELLO = 22, 1
_MOST = 64 * 1024
_SIGNALS = (0x00FF, 0x5600)
"""Numbers among the suites that are none (RFC 5746 3.3, RFC 7507 2)."""
_HANDSHAKE_FAILURE = bytes.fromhex("15030100020228")
_GROUPS, _VERSIONS = 10, 43


def offered_in(octets: bytes) -> TlsOffered | None:
    """What these octets offer; None while the hello may go on. Whatever they are."""
    if octets[:1] and octets[0] & 0x80 and octets[2:3] == b"\1":
        return _of_ssl_2(octets)
    if octets and octets[0] != _HANDSHAKE:
        return TlsOffered(why="what it says first is no hello of TLS")
    stream = b"".join(content for kind, content in records(octets) if kind == _HANDSHAKE)
    for kind, body in messages(stream):
        if kind != _CLIENT_HELLO:
            return TlsOffered(why="what it says first is no hello of TLS")
        return _of_tls(body)
    return None


async def read_hello(sock: socket.socket, timeout: float) -> TlsOffered | None:
    """Read the hello of who connected, and refuse it; None if it said nothing at all. The socket is closed."""
    loop = asyncio.get_running_loop()
    octets, offered = b"", None
    try:
        sock.setblocking(False)
        with suppress(TimeoutError, OSError):
            async with asyncio.timeout(timeout):
                while offered is None and len(octets) < _MOST:
                    more = await loop.sock_recv(sock, _MOST)
                    if not more:
                        break
                    octets += more
                    offered = offered_in(octets)
        with suppress(OSError):
            sock.send(_HANDSHAKE_FAILURE)
            sock.shutdown(socket.SHUT_WR)
            await asyncio.sleep(0)
    finally:
        sock.close() if offered is not None else reset_socket(sock)
    if not octets:
        return None
    return offered or TlsOffered(why="its hello of TLS does not come to an end")


def _of_tls(body: bytes) -> TlsOffered:
    """The parts of a ClientHello (RFC 8446 4.1.2)."""
    number, rest = int.from_bytes(body[:2], "big"), body[34:]
    _, rest = _vector(rest, 1)
    suites, rest = _vector(rest, 2)
    compression, rest = _vector(rest, 1)
    found = dict(extensions(_vector(rest, 2)[0]))
    listed = _shorts(found[_VERSIONS][1:]) if _VERSIONS in found else (number,)
    return TlsOffered(
        True,
        tuple(map(_name, _real(listed))),
        tuple(each for each in _real(_shorts(suites)) if each not in _SIGNALS),
        tuple(_real(_shorts(found.get(_GROUPS, b"")[2:]))),
        tuple(compression),
    )


def _of_ssl_2(octets: bytes) -> TlsOffered:
    """A hello in the form of SSL 2.0, which may be one for later versions, too."""
    number, size = int.from_bytes(octets[3:5], "big"), int.from_bytes(octets[5:7], "big")
    kinds = [octets[place : place + 3] for place in range(11, 11 + size, 3)]
    suites = tuple(int.from_bytes(kind, "big") for kind in kinds if kind[:1] == b"\0")
    return TlsOffered(True, (_name(number),), suites)


def _name(number: int) -> str:
    names: Callable[[int], str | None] = {each: name for name, each in NUMBERS.items()}.get
    return names(number) or f"version {number:#06x}"


def _real(numbers: Sequence[int]) -> list[int]:
    """Those that are not there to be passed over (RFC 8701)."""
    return [each for each in numbers if not (each >> 8 == each & 0xFF and each & 0x0F0F == 0x0A0A)]


def _vector(octets: bytes, size: int) -> tuple[bytes, bytes]:
    """The octets behind their number, and what follows them."""
    end = size + int.from_bytes(octets[:size], "big")
    return octets[size:end], octets[end:]


def _shorts(octets: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(octets[place : place + 2], "big") for place in range(0, len(octets) - 1, 2))
