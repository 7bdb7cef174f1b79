"""A session over a stream that we play; real ones are held to the contract in tests/transports/test_link.py."""

import asyncio

import pytest

from oran_harness.transports import Delivery, NoSuchStream
from oran_harness.transports.netconf_grpc import NetconfGrpcLink
from oran_harness.transports.netconf_grpc.message import encode
from tests.transports.grpc.test_link import PlayedStream


def test_messages_are_whole() -> None:
    """Each goes and comes as one message of specs/o1/netconf.proto, on the only stream that there is."""

    async def test() -> None:
        stream = PlayedStream()
        stream.taking.set()
        link = NetconfGrpcLink(stream, "netconf+grpc://h:0", "netconf+grpc://h:1", user="nms", security={})
        await link.send(b"<rpc/>")
        with pytest.raises(NoSuchStream):
            await link.send(b"<rpc/>", stream=1)
        stream.coming.put_nowait(encode(b"<rpc-reply/>", 0, 0))
        assert await link.receive() == Delivery(b"<rpc-reply/>", 0, None)
        await link.shutdown()
        assert stream.taken == [encode(b"<rpc/>", 0, 0)]
        assert (link.user, stream.notes) == ("nms", ["finish", "release"])

    asyncio.run(test())
