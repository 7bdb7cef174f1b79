"""Opening sockets at an address: connecting within a time limit, listening, and what may go wrong with both."""

import asyncio
import errno
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_address
from typing import TypeVar

from oran_harness.transports.address import Address, uri_of
from oran_harness.transports.failure import failure, no_answer

_BACKLOG = 128
_L = TypeVar("_L")

Name = tuple[str, int] | tuple[str, int, int, int]
"""A socket's address as the socket module writes it: host, port, and for IPv6 flow and scope."""


class Ends:
    """How sockets of one kind are made and connected; this one is TCP's."""

    scheme = "tcp"

    def create(self, family: socket.AddressFamily) -> socket.socket:
        """A new socket with all its options set."""
        return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)

    def bind(self, sock: socket.socket, names: Sequence[Name]) -> None:
        """Give the socket its own address; there are several only where the scheme knows ``also``."""
        sock.bind(names[0])

    async def dial(self, sock: socket.socket, names: Sequence[Name]) -> None:
        """Connect a non-blocking socket to a far end with these addresses."""
        await asyncio.get_running_loop().sock_connect(sock, names[0])

    async def listen(self, address: Address) -> tuple[socket.socket, str]:
        """A socket that listens, and its URI with the port that was taken. Raises ``TransportError``."""
        uri = str(address)
        try:
            family, names = (await candidates(address.host, address.port, address.also))[0]
            sock = self.create(family)
            try:
                sock.setblocking(False)
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                self.bind(sock, names)
                sock.listen(_BACKLOG)
            except BaseException:
                sock.close()
                raise
        except OSError as error:
            raise failure(uri, error) from error
        return sock, uri_of(self.scheme, names[0][0], sock.getsockname()[1])

    async def connect(self, address: Address, timeout: float) -> socket.socket:
        """A connected socket: the first of the host's addresses that answers. Raises ``TransportError``."""
        return await first_answer(address, timeout, lambda family, names: self._one(address, family, names))

    async def _one(self, address: Address, family: socket.AddressFamily, names: Sequence[Name]) -> socket.socket:
        sock = self.create(family)
        try:
            sock.setblocking(False)
            if address.bind is not None:
                await self._bind_own(sock, address, family)
            await self.dial(sock, names)
            if sock.getsockname() == sock.getpeername():
                # A free port of our own, chosen by chance, that answered itself: nobody else is there.
                raise ConnectionRefusedError(errno.ECONNREFUSED, "connected to itself")
        except BaseException:
            sock.close()
            raise
        return sock

    async def _bind_own(self, sock: socket.socket, address: Address, family: socket.AddressFamily) -> None:
        host, port = address.bind or ("", 0)
        try:
            for own_family, names in await candidates(host, port, address.also):
                if own_family == family:
                    self.bind(sock, names)
                    return
            raise OSError(errno.EADDRNOTAVAIL, "no address of that family")
        except OSError as error:
            raise failure(uri_of(self.scheme, host, port), error) from error


async def first_answer(
    address: Address,
    timeout: float,
    attempt: Callable[[socket.AddressFamily, Sequence[Name]], Awaitable[_L]],
) -> _L:
    """What the first attempt gives that succeeds: one at each of the host's addresses. Raises ``TransportError``."""
    uri = str(address)
    try:
        async with asyncio.timeout(timeout):
            refusal = OSError(errno.EADDRNOTAVAIL, "no address")
            for family, names in await candidates(address.host, address.port, () if address.bind else address.also):
                try:
                    return await attempt(family, names)
                except OSError as error:
                    refusal = error
            raise refusal
    except TimeoutError as error:
        # The time limit, or the kernel's own, which is an OSError with a number.
        raise (failure(uri, error) if error.errno else no_answer(uri, timeout)) from error
    except OSError as error:
        raise failure(uri, error) from error


def link_of(sock: socket.socket, address: Address, make: Callable[[socket.socket], _L]) -> _L:
    """What ``make`` makes of a connected socket, which the far end may have left again. Raises ``TransportError``."""
    try:
        return make(sock)
    except OSError as error:
        sock.close()
        raise failure(str(address), ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))) from error


def uri_at(scheme: str, name: tuple[object, ...]) -> str:
    """The URI of an end, from what a socket tells of it."""
    return uri_of(scheme, str(name[0]), int(str(name[1])))


async def candidates(host: str, port: int, also: Sequence[str] = ()) -> list[tuple[socket.AddressFamily, list[Name]]]:
    """Each address of a host, with the further ones of the same end. Raises ``socket.gaierror``."""
    further = [name for other in also for _, name in (await _names_of(other, port))[:1]]
    return [(family, [name, *further]) for family, name in await _names_of(host, port)]


async def _names_of(host: str, port: int) -> list[tuple[socket.AddressFamily, Name]]:
    try:
        version: int = ip_address(host).version
    except ValueError:
        version = 0
    if version == 4:
        return [(socket.AF_INET, (host, port))]
    if version == 6 and "%" not in host:
        return [(socket.AF_INET6, (host, port, 0, 0))]
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    internet = (socket.AF_INET, socket.AF_INET6)
    return [(family, (name[0], int(name[1]), *name[2:])) for family, _, _, _, name in found if family in internet]
