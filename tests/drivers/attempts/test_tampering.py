"""Somebody between two ends: what he sees, and does once."""

import asyncio

import pytest

from oran_harness.drivers.attempts.tampering import Stranger


@pytest.mark.parametrize(
    ("how", "heard"),
    [
        ("seen", b"onetwothree"),
        ("altered", b"onetw" + bytes([ord("o") ^ 0x10]) + b"three"),
        ("repeated", b"onetwotwothree"),
    ],
)
def test_what_he_does(how: str, heard: bytes) -> None:
    """He deals with the one piece that is sent when he is armed, and passes on the rest as it is."""

    async def through() -> tuple[bytes, bytes]:
        got: asyncio.Queue[bytes] = asyncio.Queue()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"hello")
            await got.put(await reader.read())
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        stranger = Stranger(how, "127.0.0.1", server.sockets[0].getsockname()[1])
        async with stranger as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            assert await reader.readexactly(5) == b"hello"
            writer.write(b"one")
            await asyncio.sleep(0.05)
            stranger.armed = True
            writer.write(b"two")
            await asyncio.sleep(0.3)
            writer.write(b"three")
            writer.write_eof()
            octets = await asyncio.wait_for(got.get(), 5)
            writer.close()
        server.close()
        return octets, bytes(stranger.seen)

    octets, seen = asyncio.run(through())
    assert octets == heard
    assert seen == b"hello" + heard


def test_nobody_behind_him() -> None:
    """Where there is nobody he ends the connection."""

    async def alone() -> bytes:
        async with Stranger("seen", "127.0.0.1", 1) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                return await asyncio.wait_for(reader.read(), 5)
            except ConnectionError:
                return b""
            finally:
                writer.close()

    assert asyncio.run(alone()) == b""
