"""Associations in user space: what they have beyond the contract, which tests/transports/test_link.py holds."""

import asyncio
from typing import Any

import pytest

from oran_harness.model import UsageError
from oran_harness.transports import Delivery, Ending, Link, connect, listen
from oran_harness.transports.userland_sctp.way import Way
from tests.transports.associations import Place, associated, run
from tests.transports.userland_sctp.places import NEEDED, PLACE

pytestmark = NEEDED
IMPATIENT = "rto=0.1&retransmissions=2&heartbeat=0.2"


async def ending_of(link: Link) -> tuple[str, bool]:
    """How a link ends, and whether by its far end."""
    async with asyncio.timeout(20):
        ending = await link.receive()
    assert isinstance(ending, Ending), ending
    return ending.how, ending.by_peer


@pytest.mark.parametrize("busy", [True, False])
def test_silence_is_neither_shutdown_nor_abort(busy: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what was sent, or heartbeats, are not answered any more, either end sees the link go down."""

    async def test() -> None:
        async with associated(Place(f"{PLACE.listen}?{IMPATIENT}", f"?{IMPATIENT}")) as pair:
            monkeypatch.setattr(Way, "send", lambda self, packet: None)
            if busy:
                await pair.near.send(b"lost")
                await pair.far.send(b"lost")
            assert await ending_of(pair.near) == ("down", True)
            assert await ending_of(pair.far) == ("down", True)

    run(test())


def test_nobody_is_there_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A far end whose UDP port is closed without a word is down, as soon as its machine says so."""

    async def test() -> None:
        async with associated(PLACE) as pair:
            await pair.listener.close()
            with monkeypatch.context() as cut:
                cut.setattr(Way, "send", lambda self, packet: None)
                await pair.far.abort()
            await pair.near.send(b"is anybody there?")
            assert await ending_of(pair.near) == ("down", True)

    run(test())


def test_lost_packets_are_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a link that loses one packet in ten, everything arrives, once and in order."""
    send, count = Way.send, 0

    def losing(self: Way, packet: Any) -> None:
        nonlocal count
        count += 1
        if count % 10:
            send(self, packet)

    async def test() -> None:
        async with associated(Place(f"{PLACE.listen}?rto=0.05", "?rto=0.05")) as pair:
            monkeypatch.setattr(Way, "send", losing)
            for number in range(100):
                await pair.near.send(bytes([number]) * 5_000)
            for number in range(100):
                assert await pair.far.receive() == Delivery(bytes([number]) * 5_000, 0, 70)
            await pair.near.delivered()
            monkeypatch.setattr(Way, "send", send)

    run(test())


def test_streams_are_those_that_both_agreed_on() -> None:
    """A stream beyond those is the caller's mistake; more are to be had by ?streams."""

    async def test() -> None:
        async with associated(PLACE) as pair:
            await pair.near.send(b"last", stream=15)
            assert await pair.far.receive() == Delivery(b"last", 15, 70)
            with pytest.raises(UsageError, match=r"16 streams \(0 to 15\)"):
                await pair.near.send(b"beyond", stream=16)
        async with associated(Place(PLACE.listen, "?streams=40")) as pair:
            await pair.near.send(b"beyond", stream=39)
            assert await pair.far.receive() == Delivery(b"beyond", 39, 70)

    run(test())


def test_a_restart_ends_the_association_and_begins_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A far end that starts anew without an end ends the old link; the new one is accepted as usual."""
    send = Way.send

    async def test() -> None:
        listener = await listen(PLACE.listen)
        host = listener.uri.partition("//")[2].rpartition(":")[0]
        uri = f"{listener.uri}?bind={host}:36499&encap=9900"
        first = await connect(uri)
        old = await listener.accept()
        monkeypatch.setattr(Way, "send", lambda self, packet: None)
        await first.abort()
        monkeypatch.setattr(Way, "send", send)
        second = await connect(uri)
        assert await ending_of(old) == ("abort", True)
        new = await listener.accept()
        await second.send(b"again")
        assert await new.receive() == Delivery(b"again", 0, 70)
        await second.abort()
        assert await ending_of(new) == ("abort", True)
        await listener.close()

    run(test())
