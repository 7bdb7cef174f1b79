"""Opening associations over gRPC."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar
from urllib.parse import unquote

from oran_harness.transports.address import Address, parse_address, uri_of
from oran_harness.transports.backlog import Backlog
from oran_harness.transports.failure import no_answer
from oran_harness.transports.grpc.credentials import client_credentials, server_credentials
from oran_harness.transports.grpc.library import grpc, held
from oran_harness.transports.grpc.link import GrpcLink
from oran_harness.transports.grpc.message import E2
from oran_harness.transports.grpc.refusal import refusal
from oran_harness.transports.grpc.service import Service
from oran_harness.transports.grpc.settings import client_options, server_options
from oran_harness.transports.grpc.stream import ClientStream, ServerStream, Stream
from oran_harness.transports.link import Link, TransportError
from oran_harness.transports.socket_ends import Ends

_HEADERS_WITHIN = 0.5
"""Seconds that a client waits for the server's headers; some servers hold them back until their first message."""
_STATUS_WITHIN = 0.02
SECURE = ("grpcs", "netconf+grpcs")
"""Schemes of gRPC over TLS."""
_FOR_EVER = 1e9
_CLOSED_WITHIN = 1.0
_LOOK_AGAIN = 0.01

L = TypeVar("L", bound=Link)


async def connect_grpc(address: Address, timeout: float) -> GrpcLink:
    """Open an association. Raises ``TransportError``, and ``UsageError`` for unusable files."""
    return GrpcLink(await call_service(address, timeout, E2), own_end(address), str(address))


def own_end(address: Address) -> str:
    """Our end of what we open there: gRPC does not tell a client which port it has."""
    return uri_of(address.scheme, "::" if ":" in address.host else "0.0.0.0", 0)


async def call_service(
    address: Address, timeout: float, service: Service, metadata: Sequence[tuple[str, str]] = ()
) -> ClientStream:
    """Open a stream over a connection of its own. Raises ``TransportError``, and ``UsageError`` for unusable files."""
    held()
    target = _target(address)
    if address.scheme in SECURE:
        channel = grpc.aio.secure_channel(target, client_credentials(address), options=client_options(address))
    else:
        channel = grpc.aio.insecure_channel(target, options=client_options(address))
    try:
        async with asyncio.timeout(timeout):
            call = await _call(channel, service, metadata)
    except TimeoutError:
        await channel.close()
        raise no_answer(str(address), timeout) from None
    except grpc.aio.AioRpcError as error:
        await channel.close()
        raise refusal(address, service, error.code(), error.details() or "") from error
    except BaseException:
        await channel.close()
        raise
    return ClientStream(channel, call)


async def _call(channel: Any, service: Service, metadata: Sequence[tuple[str, str]]) -> Any:
    """The call, once the connection is there and, with servers that say so, the stream was accepted."""
    call = channel.stream_stream(service.path)(metadata=tuple(metadata))
    await call.wait_for_connection()
    headers = asyncio.ensure_future(call.initial_metadata())
    status = asyncio.ensure_future(call.code())
    try:
        await asyncio.wait([headers], timeout=_HEADERS_WITHIN)
        # A refusal has no headers of its own: gRPC tells of empty ones, and of the status right behind.
        await asyncio.wait([status], timeout=_STATUS_WITHIN)
    finally:
        headers.cancel()
        status.cancel()
    if call.done() and (code := await call.code()) is not grpc.StatusCode.OK:
        raise grpc.aio.AioRpcError(
            code, await call.initial_metadata(), await call.trailing_metadata(), await call.details()
        )
    return call


class Unwelcome(Exception):
    """A call is refused with a status; the text is told to the far end."""

    def __init__(self, code: grpc.StatusCode, text: str) -> None:
        super().__init__(text)
        self.code = code


class GrpcListener(Generic[L]):
    """An open address: a gRPC server whose calls are associations.

    ``welcome`` looks at a call's context, and gives what makes its link of stream, own and far URI; what it does not
    want it raises as ``Unwelcome``.
    """

    def __init__(
        self, address: Address, service: Service, welcome: Callable[[Any], Callable[[Stream, str, str], L]]
    ) -> None:
        held()
        self._scheme = address.scheme
        self._welcome = welcome
        self.server = grpc.aio.server(options=server_options(address))
        handlers = {service.method: grpc.stream_stream_rpc_method_handler(self._associate)}
        self.server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(service.name, handlers),))
        self._closing = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None
        self.uri = str(address)
        self._backlog: Backlog[L] = Backlog(self.uri)

    async def open(self, address: Address) -> None:
        """Open the address. Raises ``TransportError``, and ``UsageError`` for unusable files."""
        try:
            if address.scheme in SECURE:
                port = self.server.add_secure_port(_target(address), server_credentials(address))
            else:
                port = self.server.add_insecure_port(_target(address))
        except RuntimeError as error:
            # gRPC does not say why, but a plain socket will meet the same obstacle.
            sock, _ = await Ends().listen(address)
            sock.close()
            raise TransportError(f"{address} cannot be opened ({error}); try another port.") from error
        self.uri = uri_of(address.scheme, address.host, port, address.user)
        self._backlog.uri = self.uri
        started = asyncio.Event()
        self._serving = asyncio.create_task(self._serve(started))
        await started.wait()

    async def _serve(self, started: asyncio.Event) -> None:
        """Run the server until it was closed and its last call is over, or until the event loop ends before.

        A server that nobody stops would let the process hang when it ends.
        """
        try:
            await self.server.start()
            started.set()
            await self._closing.wait()
            await self.server.stop(_FOR_EVER)
        except asyncio.CancelledError:
            # The loop cancels the server's own task as well; the first call meets that, the second finishes.
            with suppress(asyncio.CancelledError):
                await self.server.stop(None)
            await self.server.stop(None)
            raise

    async def accept(self) -> L:
        """The next association. Raises ``TransportError`` after ``close``."""
        return await self._backlog.accept()

    async def close(self) -> None:
        """Close the address and abort what nobody accepted; associations that were accepted live on."""
        if not self._closing.is_set():
            self._closing.set()
            await self._backlog.close()
            await self._address_free()

    async def _address_free(self) -> None:
        """Return when the address can be opened again: gRPC closes it in the background and does not tell when."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSED_WITHIN):
                while True:
                    with suppress(TransportError):
                        sock, _ = await Ends().listen(parse_address(self.uri))
                        sock.close()
                        return
                    await asyncio.sleep(_LOOK_AGAIN)

    async def _associate(self, _: Any, context: Any) -> None:
        if self._backlog.full or self._backlog.closed:
            await context.abort(grpc.StatusCode.RESOURCE_EXHAUSTED, "too many associations wait to be accepted")
        try:
            made = self._welcome(context)
        except Unwelcome as unwelcome:
            await context.abort(unwelcome.code, str(unwelcome))
            raise
        try:
            await context.send_initial_metadata(())
        except grpc.aio.InternalError:
            # The client was gone at once.
            raise asyncio.CancelledError from None
        stream = ServerStream(context)
        self._backlog.put(made(stream, self.uri, self._peer(context)))
        await stream.serve()

    def _peer(self, context: Any) -> str:
        """``ipv4:127.0.0.1:40000`` and ``ipv6:%5B::1%5D:40000`` as a URI."""
        host, _, port = unquote(context.peer()).partition(":")[2].rpartition(":")
        return uri_of(self._scheme, host.strip("[]"), int(port) if port.isdecimal() else 0)


async def listen_grpc(address: Address) -> GrpcListener[GrpcLink]:
    """Open an address for associations. Raises ``TransportError``, and ``UsageError`` for unusable files."""
    listener = GrpcListener(address, E2, lambda _: GrpcLink)
    await listener.open(address)
    return listener


def _target(address: Address) -> str:
    return uri_of("", address.host, address.port).removeprefix("://")
