"""SCTP in user space against the kernel's, which packs its own into UDP, too (RFC 6951).

Needs root and a kernel that is ours alone, as tools/kernel_sctp/run gives.
"""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from oran_harness.transports import Delivery, Ending, Link, TransportError, connect, listen
from tests.transports.associations import run
from tests.transports.userland_sctp.places import NEEDED

pytestmark = NEEDED
OURS = 9900
_SETTINGS = Path("/proc/sys/net/sctp")


@pytest.fixture(autouse=True)
def encapsulation(kernel_sctp: None) -> Iterator[None]:
    """The kernel takes packets at UDP port 9899, and sends those of associations that it opens to ours."""
    if os.geteuid() != 0:
        pytest.skip(
            "to have the kernel pack SCTP into UDP needs root: run tools/kernel_sctp/run .venv/bin/python -m pytest "
            "tests/kernel_sctp"
        )
    settings = {_SETTINGS / "udp_port": 9899, _SETTINGS / "encap_port": OURS}
    before = {path: path.read_text() for path in settings}
    for path, value in settings.items():
        path.write_text(str(value))
    yield
    for path, text in before.items():
        path.write_text(text)


@asynccontextmanager
async def ends(who: str, host: str = "127.0.0.1") -> AsyncIterator[tuple[Link, Link]]:
    """An association: our end first, the kernel's second. ``who`` connects: "we" or "the kernel"."""
    listener = await listen(f"sctp://{host}:0" if who == "we" else f"sctp+udp://{host}:0?encap={OURS}")
    far = listener.uri.partition("?")[0]
    near = await connect(far.replace("sctp://", "sctp+udp://") if who == "we" else far.replace("+udp", ""))
    accepted = await listener.accept()
    try:
        yield (near, accepted) if who == "we" else (accepted, near)
    finally:
        await near.abort()
        await accepted.abort()
        await listener.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
@pytest.mark.parametrize("who", ["we", "the kernel"])
def test_messages_go_both_ways(who: str, host: str) -> None:
    """Messages of all sizes arrive whole with stream and PPID, whoever connected: both find the checksums right."""

    async def test() -> None:
        async with ends(who, host) as pair:
            for there, here in (pair, pair[::-1]):
                for number, size in enumerate((1, 3, 270, 1_400, 20_000, 1_000_000)):
                    octets = random.Random(size).randbytes(size)
                    sending = there.send(octets, stream=number, ppid=70 + number)
                    _, delivery = await asyncio.gather(sending, here.receive())
                    assert delivery == Delivery(octets, number, 70 + number)
                await there.delivered()

    run(test())


@pytest.mark.parametrize("how", ["shutdown", "abort"])
@pytest.mark.parametrize("first", [0, 1], ids=["we-end", "the-kernel-ends"])
@pytest.mark.parametrize("who", ["we", "the kernel"])
def test_ends_are_told_apart(who: str, first: int, how: str) -> None:
    """SHUTDOWN and ABORT of either side are what they are to the other, after everything that was sent before."""

    async def test() -> None:
        async with ends(who) as pair:
            ours, theirs = pair[first], pair[1 - first]
            await ours.send(b"before")
            await ours.delivered()
            await getattr(ours, how)()
            assert await theirs.receive() == Delivery(b"before", 0, 70)
            ending = await theirs.receive()
            assert isinstance(ending, Ending)
            assert (ending.how, ending.by_peer) == (how, True)

    run(test())


def test_many_messages_without_loss() -> None:
    """What both send at once, faster than it is read, arrives in order and without a gap."""

    async def test() -> None:
        messages = [number.to_bytes(4, "big") * 70 for number in range(3_000)]

        async def send_all(link: Link) -> None:
            for message in messages:
                await link.send(message)

        async def read_all(link: Link) -> list[bytes]:
            return [delivery.octets for _ in messages if isinstance(delivery := await link.receive(), Delivery)]

        async with ends("we") as (near, far):
            *_, there, back = await asyncio.gather(send_all(near), send_all(far), read_all(far), read_all(near))
            assert there == messages
            assert back == messages

    run(test())


def test_nobody_listens_in_the_kernel() -> None:
    """The kernel's ABORT in answer to an INIT is told as that."""

    async def test() -> None:
        listener = await listen("sctp://127.0.0.1:0")
        await listener.close()
        with pytest.raises(TransportError, match="Nobody listens at"):
            await connect(listener.uri.replace("sctp://", "sctp+udp://"))

    run(test())
