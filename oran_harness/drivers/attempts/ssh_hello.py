"""What a server of SSH says before anybody logs in, read without an SSH of our own in between."""

import asyncio
from contextlib import suppress

from oran_harness.steps.attempts import SshHello, SshOffered

_MOST = 64 * 1024
_KEXINIT = 20
_SSH1_PUBLIC_KEY = 2


async def read_offer(attempt: SshHello, host: str, port: int, timeout: float) -> SshOffered:
    """Make the attempt. Raises ``OSError`` where nobody answers."""
    async with asyncio.timeout(timeout):
        reader, writer = await asyncio.open_connection(host, port)
    octets = bytearray()
    offered: SshOffered | None = None
    ended = False
    try:
        writer.write(f"SSH-{attempt.version}-oran-harness\r\n".encode())
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not ended and offered is None and len(octets) < _MOST:
                    try:
                        more = await reader.read(_MOST)
                    except OSError:
                        more = b""
                    ended = not more
                    octets += more
                    offered = offer_of(bytes(octets))
    finally:
        writer.transport.abort()
    why = "the server closed the connection" if ended else f"nothing more came within {timeout:g} s"
    return offered or SshOffered(identification_of(bytes(octets)), why=why)


def identification_of(octets: bytes) -> str:
    """The server's identification (RFC 4253 4.2): its first line that begins with SSH-; empty without one."""
    lines = octets.split(b"\n")[:-1]
    found = next((line for line in lines if line.startswith(b"SSH-")), b"")
    return found.rstrip(b"\r").decode("ascii", "replace")[:255]


def offer_of(octets: bytes) -> SshOffered | None:
    """What the server goes on with behind its identification, None while that has not come."""
    identification = identification_of(octets)
    if not identification:
        return None
    begin = octets.index(b"SSH-")
    rest = octets[octets.index(b"\n", begin) + 1 :]
    if len(rest) < 6:
        return None
    length = int.from_bytes(rest[:4], "big")
    # SSH 1 puts up to seven octets of padding before the kind of a packet.
    padding = 8 - length % 8
    if len(rest) > 4 + padding and rest[4 + padding] == _SSH1_PUBLIC_KEY and rest[5] != _KEXINIT:
        return SshOffered(identification, begun=True, why="it shows a key of SSH 1")
    if rest[5] != _KEXINIT or len(rest) < 4 + length:
        return None if rest[5] == _KEXINIT else SshOffered(identification, why="it says no KEXINIT")
    lists = _name_lists(rest[22 : 4 + length - rest[4]])
    if lists is None:
        return SshOffered(identification, why="its KEXINIT cannot be read")
    return SshOffered(identification, True, lists[0], lists[1], _both(lists[2:4]), _both(lists[4:6]))


def _both(lists: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """What stands in the lists of either direction, once."""
    return tuple(dict.fromkeys(name for each in lists for name in each))


def _name_lists(octets: bytes) -> tuple[tuple[str, ...], ...] | None:
    """The ten lists of a KEXINIT (RFC 4253 7.1)."""
    lists = []
    for _ in range(10):
        length = int.from_bytes(octets[:4], "big")
        if len(octets) < 4 + length:
            return None
        text = octets[4 : 4 + length].decode("ascii", "replace")
        lists.append(tuple(text.split(",")) if text else ())
        octets = octets[4 + length :]
    return tuple(lists)
