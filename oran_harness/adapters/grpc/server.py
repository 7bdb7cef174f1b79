"""Any adapter, served to others over gRPC, with the health and reflection services that users of gRPC expect."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.adapters.adapter import Adapter, AdapterError, BrokenAdapter
from oran_harness.adapters.bounded import BoundedAdapter
from oran_harness.adapters.endpoint import Endpoint
from oran_harness.adapters.grpc import values
from oran_harness.adapters.grpc.description import CALLS, MESSAGES, SERVICE, new_pool
from oran_harness.adapters.grpc.values import Nonsense
from oran_harness.model import HarnessError, UsageError
from oran_harness.transports.address import uri_of
from oran_harness.transports.grpc.credentials import server_credentials
from oran_harness.transports.grpc.library import grpc, held
from oran_harness.transports.grpc.settings import server_options
from oran_harness.transports.grpc.usual import add_usual_services

_STOPPING_S = 10.0
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class _Calls:
    """The calls of an adapter, by their names in the service; each takes a request and gives a reply."""

    adapter: BoundedAdapter

    async def describe(self, _: Any) -> Any:
        return values.description_reply(await self.adapter.describe())

    async def start(self, request: Any) -> Any:
        await self.adapter.start(values.addresses_of(request))
        return MESSAGES["StartReply"]()

    async def stop(self, _: Any) -> Any:
        await self.adapter.stop()
        return MESSAGES["StopReply"]()

    async def reset(self, _: Any) -> Any:
        await self.adapter.reset()
        return MESSAGES["ResetReply"]()

    async def stimulate(self, request: Any) -> Any:
        answer = await self.adapter.stimulate(request.name, **values.arguments_of(request))
        return values.answer_reply(answer)

    async def health(self, _: Any) -> Any:
        return values.health_reply(await self.adapter.health())

    async def collect(self, _: Any) -> Any:
        return values.collect_reply(await self.adapter.collect())


async def serve_adapter(
    adapter: Adapter, endpoint: Endpoint, ready: Callable[[str], None], *, public: bool = True
) -> None:
    """Serve an adapter until this is cancelled; its product is stopped then. ``ready`` gets the URI.

    ``public`` adds the services for health and reflection. Raises ``UsageError`` if the address cannot be had.
    """
    held()
    server = grpc.aio.server(options=server_options(endpoint.address))
    calls = _Calls(BoundedAdapter(adapter))
    handlers = {
        name: grpc.unary_unary_rpc_method_handler(_handler(name, getattr(calls, name.lower()))) for name in CALLS
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, handlers),))
    if public:
        await add_usual_services(server, SERVICE, new_pool())
    try:
        uri = _opened(server, endpoint)
    except RuntimeError as error:
        await server.stop(None)
        raise UsageError(f"{endpoint} cannot be opened ({error}); try another port.") from None
    try:
        await server.start()
        ready(uri)
        await server.wait_for_termination()
    finally:
        # What was started for somebody who is gone is not left running.
        with contextlib.suppress(AdapterError, HarnessError, TimeoutError):
            await asyncio.wait_for(calls.adapter.stop(), _STOPPING_S)
        await server.stop(None)


def _opened(server: Any, endpoint: Endpoint) -> str:
    """Give a server its address; the URI that it has then.

    Raises ``UsageError`` for files that cannot be used, ``RuntimeError`` where the address cannot be had.
    """
    address = endpoint.address
    if address.scheme == "grpcs":
        port = server.add_secure_port(endpoint.target, server_credentials(address))
    else:
        port = server.add_insecure_port(endpoint.target)
    return str(endpoint) if endpoint.socket is not None else uri_of(address.scheme, address.host, port)


def _handler(name: str, call: Callable[[Any], Any]) -> Callable[[bytes, Any], Any]:
    async def handle(octets: bytes, context: Any) -> bytes:
        try:
            reply: bytes = (await call(values.message_of(f"{name}Request", octets))).SerializeToString()
            return reply
        except Nonsense as nonsense:
            code, said = grpc.StatusCode.INVALID_ARGUMENT, f"that is {nonsense}"
        except BrokenAdapter as error:
            code, said = grpc.StatusCode.INTERNAL, str(error)
        except (AdapterError, HarnessError) as error:
            code, said = grpc.StatusCode.FAILED_PRECONDITION, str(error)
        except (TypeError, ValueError, RecursionError) as error:
            # What the adapter gave cannot be written: a number for a text, or what JSON does not know.
            code, said = grpc.StatusCode.INTERNAL, f"its {name.lower()} gave what cannot be sent: {error}"
        await context.abort(code, said[:_LONGEST])
        raise AssertionError("abort raises")

    return handle
