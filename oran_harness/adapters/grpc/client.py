"""An adapter that is served somewhere else, as the harness sees it."""

from collections.abc import Mapping
from typing import Any

from oran_harness.adapters.adapter import (
    AdapterError,
    Addresses,
    BrokenAdapter,
    Description,
    Health,
    StimulusAnswer,
)
from oran_harness.adapters.endpoint import Endpoint
from oran_harness.adapters.grpc import values
from oran_harness.adapters.grpc.description import MESSAGES, SERVICE
from oran_harness.adapters.grpc.values import Nonsense
from oran_harness.transports.grpc.credentials import client_credentials
from oran_harness.transports.grpc.library import grpc, held
from oran_harness.transports.grpc.settings import client_options

_FIRST_ANSWER_S = 8.0
"""Seconds until an endpoint that does not answer its first call counts as none."""
_LONGEST = 500
_NO_SERVICE = "{uri} speaks gRPC, but offers no adapter: it has to serve specs/adapter/adapter.proto"
_NOBODY = "nobody serves an adapter at {uri} ({said}); {advice}"
_SILENT = "nothing that speaks gRPC answers at {uri} within {seconds:g} s; {advice}"
_ADVICE = {
    "grpc": "see that it runs there; if it speaks TLS, write grpcs://",
    "grpcs": "see that it runs there, that it speaks TLS, and that ca, cert and key are those that it asks for",
}


class LostAdapter(BrokenAdapter):
    """Nobody is at the endpoint, or not any more."""


class GrpcAdapter:
    """The seven calls, each a call of ``specs/adapter/adapter.proto``. Whoever uses it bounds its times."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._channel: Any = None

    async def describe(self) -> Description:
        """What the adapter drives; raises ``BrokenAdapter`` where no adapter answers."""
        return values.description_of(await self._call("Describe", MESSAGES["DescribeRequest"](), _FIRST_ANSWER_S))

    async def start(self, addresses: Addresses) -> None:
        """Have the product started."""
        await self._call("Start", values.start_request(addresses))

    async def stop(self) -> None:
        """Have the product stopped."""
        await self._call("Stop", MESSAGES["StopRequest"]())

    async def reset(self) -> None:
        """Have the product brought back to where it was."""
        await self._call("Reset", MESSAGES["ResetRequest"]())

    async def stimulate(self, name: str, **arguments: Any) -> StimulusAnswer:
        """Have the product do something."""
        reply = await self._call("Stimulate", values.stimulate_request(name, arguments))
        try:
            return values.answer_of(reply)
        except Nonsense as nonsense:
            raise BrokenAdapter(f"its stimulate gave {nonsense}") from None

    async def health(self) -> Health:
        """Whether the product lives."""
        return values.health_of(await self._call("Health", MESSAGES["HealthRequest"]()))

    async def collect(self) -> Mapping[str, bytes]:
        """What the product leaves behind."""
        return values.files_of(await self._call("Collect", MESSAGES["CollectRequest"]()))

    async def release(self) -> None:
        """Close the connection; another call opens it again."""
        channel, self._channel = self._channel, None
        if channel is not None:
            await channel.close()

    async def _call(self, name: str, request: Any, seconds: float | None = None) -> Any:
        held()
        if self._channel is None:
            self._channel = _channel(self._endpoint)
        call = self._channel.unary_unary(f"/{SERVICE}/{name}")
        try:
            octets = await call(request.SerializeToString(), timeout=seconds)
            return values.message_of(f"{name}Reply", octets)
        except Nonsense as nonsense:
            raise BrokenAdapter(f"its {name.lower()} gave {nonsense}") from None
        except grpc.aio.AioRpcError as error:
            raise self._failure(name.lower(), error, seconds) from None

    def _failure(self, call: str, error: Any, seconds: float | None) -> AdapterError:
        code, uri = error.code(), str(self._endpoint)
        advice = _ADVICE[self._endpoint.address.scheme]
        said = " ".join((error.details() or "").split())[:_LONGEST]
        if code is grpc.StatusCode.FAILED_PRECONDITION:
            return AdapterError(said or f"its {call} could not be done, and it does not say why")
        if code is grpc.StatusCode.UNIMPLEMENTED:
            return BrokenAdapter(_NO_SERVICE.format(uri=uri))
        if code is grpc.StatusCode.UNAVAILABLE:
            return LostAdapter(_NOBODY.format(uri=uri, said=said, advice=advice))
        if code is grpc.StatusCode.DEADLINE_EXCEEDED and seconds is not None:
            return BrokenAdapter(_SILENT.format(uri=uri, seconds=seconds, advice=advice))
        return BrokenAdapter(f"its {call} failed ({code.name}: {said})")


def _channel(endpoint: Endpoint) -> Any:
    """A new channel. Raises ``UsageError`` for files that cannot be used."""
    options = client_options(endpoint.address)
    if endpoint.address.scheme == "grpcs":
        return grpc.aio.secure_channel(endpoint.target, client_credentials(endpoint.address), options=options)
    return grpc.aio.insecure_channel(endpoint.target, options=options)
