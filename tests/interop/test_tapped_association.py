"""One association through the tap: what passes, how it ends, what each rule does, and whom nobody blames for it."""

import asyncio
from contextlib import suppress
from pathlib import Path

import pytest

from oran_harness.faults import read_rules
from oran_harness.interop.tapped_association import folded
from oran_harness.model import EventKind
from oran_harness.transports import LARGEST_MESSAGE, Delivery, Ending, Link, LinkEnded, NoSuchStream
from oran_harness.transports.tcp_frames import HEADER
from tests.interop.products import OneTap, run, tapped_products, two_links, until

PLACES = ("memory://tapped", "tcp://127.0.0.1:0", "grpc://127.0.0.1:0")
RULES = [
    "drop message=RICsubscriptionRequest nth=1",
    "drop message=RICsubscriptionResponse nth=1",
    "drop message=E2setupResponse nth=1",
    "drop message=RICindication every=3",
    "delay seconds=0.05",
    "duplicate message=E2setupRequest",
    "duplicate message=E2setupResponse",
    "duplicate message=RICsubscriptionRequest",
    "duplicate message=RICsubscriptionResponse times=3",
    "duplicate message=RICindication every=4",
    "reorder message=RICindication every=5 behind=2",
    "reorder message=RICsubscriptionResponse behind=2",
    "mangle message=RICindication nth=3",
    "mangle message=RICindication how=truncate",
    "mangle message=RICsubscriptionRequest how=truncate octets=20",
    "mangle message=E2setupRequest nth=1 bits=5",
    "mangle message=E2setupResponse nth=1 how=replace at=0 with=ffff",
    "cut message=RICindication nth=5",
    "cut while=subscription after=0.2",
    "cut how=shutdown while=subscription after=0.2",
]


@pytest.mark.parametrize("uri", PLACES)
def test_everything_is_passed_as_it_is(tmp_path: Path, uri: str) -> None:
    """Octets of any kind, stream and PPID, both ways and in order; all of it is in the record, whatever it is."""
    sent = [Delivery(b"\xff" * (number % 40 + 1), number % 5, 70 + number) for number in range(100)]

    async def work() -> None:
        tap = OneTap(tmp_path)
        async with two_links(tap, uri) as (node, ric, _):
            for there, here in ((node, ric), (ric, node)):
                for each in sent:
                    await there.send(each.octets, stream=each.stream, ppid=each.ppid or 0)
                assert [await here.receive() for _ in sent] == sent
        (events,) = tap.events()
        octets = [event for event in events if event.kind is EventKind.OCTETS]
        assert [Delivery(event.octets or b"", event.stream or 0, event.ppid) for event in octets] == sent + sent
        assert [event.source for event in octets] == ["e2-node"] * 100 + ["near-rt-ric"] * 100
        assert not any(event.injected for event in events)

    run(work())


@pytest.mark.parametrize("uri", PLACES)
@pytest.mark.parametrize("how", ["shutdown", "abort"])
@pytest.mark.parametrize("by", ["e2-node", "near-rt-ric"])
def test_ends_are_carried_over(tmp_path: Path, uri: str, how: str, by: str) -> None:
    """A SHUTDOWN comes as a SHUTDOWN, behind what was sent before; an ABORT as an ABORT. The record says whose."""

    async def work() -> None:
        tap = OneTap(tmp_path)
        async with two_links(tap, uri) as (node, ric, task):
            ender, other = (node, ric) if by == "e2-node" else (ric, node)
            await ender.send(b"last")
            if how == "abort":
                assert await other.receive() == Delivery(b"last", 0, 70)
            ending = asyncio.create_task(getattr(ender, how)())
            come = await other.receive()
            if isinstance(come, Delivery):
                come = await other.receive()
            assert isinstance(come, Ending)
            assert come.how == how
            await asyncio.gather(ending, task)
        (events,) = tap.events()
        last = next(event for event in events if event.kind.value == how)
        assert last.source == by

    run(work())


def test_backpressure_without_deadlock(tmp_path: Path) -> None:
    """A side that floods while the other does not read waits; the other direction goes on, and nothing is lost."""

    async def flood(link: Link, count: int) -> None:
        for number in range(count):
            await link.send(number.to_bytes(4, "big") * 1000)

    async def work() -> None:
        tap = OneTap(tmp_path)
        async with two_links(tap, "tcp://127.0.0.1:0") as (node, ric, _):
            flooding = asyncio.create_task(flood(node, 4_000))
            for number in range(200):
                await ric.send(number.to_bytes(4, "big"))
                assert await node.receive() == Delivery(number.to_bytes(4, "big"), 0, 70)
            assert not flooding.done()
            assert tap.passed < 3_000
            for number in range(4_000):
                come = await ric.receive()
                assert isinstance(come, Delivery)
                assert come.octets[:4] == number.to_bytes(4, "big")
            await flooding

    run(work())


def test_an_end_while_the_other_side_floods(tmp_path: Path) -> None:
    """What cannot be sent any more ends the association, behind what came from the side that ended it."""

    async def work() -> None:
        tap = OneTap(tmp_path)
        async with two_links(tap) as (node, ric, task):
            for _ in range(5):
                await ric.send(b"before the end")
            await ric.abort()
            with suppress(LinkEnded):
                while True:
                    await node.send(b"more")
                    await asyncio.sleep(0)
            come = [await node.receive() for _ in range(6)]
            assert [type(each) for each in come] == [Delivery] * 5 + [Ending]
            await task

    run(work())


def test_what_cannot_be_carried_is_nobodys_doing(tmp_path: Path) -> None:
    """A message above the limit ends its association at both sides; the record names neither as who ended it."""

    async def work() -> None:
        tap = OneTap(tmp_path)
        async with two_links(tap, "tcp://127.0.0.1:0") as (node, ric, task):
            # What no link of ours would send.
            socket = node._socket  # type: ignore[attr-defined]
            socket.send(HEADER.pack(LARGEST_MESSAGE + 1, 0, 70))
            ending = await ric.receive()
            assert isinstance(ending, Ending)
            assert ending.how == "abort"
            await task
        (events,) = tap.events()
        assert [(event.kind, event.source) for event in events if event.kind is EventKind.ABORT] == [
            (EventKind.ABORT, None)
        ]
        assert str(LARGEST_MESSAGE + 1) in tap.notes[0]
        assert tap.findings() == []

    run(work())


def test_streams_that_are_not_there(tmp_path: Path) -> None:
    """Where the far side has fewer streams another stands in, never the interface's own, and a note says so once."""

    class Narrow:
        """A link with four streams."""

        def __init__(self, link: Link) -> None:
            self.link, self.local, self.remote = link, link.local, link.remote

        async def send(self, octets: bytes, *, stream: int = 0, ppid: int = 70) -> None:
            if stream >= 4:
                raise NoSuchStream("no such stream", 4)
            await self.link.send(octets, stream=stream, ppid=ppid)

        def __getattr__(self, name: str) -> object:
            return getattr(self.link, name)

    async def work() -> None:
        tap = OneTap(tmp_path)
        one = tap.one
        tap.one = lambda node, ric: one(node, Narrow(ric))  # type: ignore[method-assign, arg-type, assignment]
        async with two_links(tap) as (node, ric, _):
            for stream in (0, 3, 4, 9, 9, 12):
                await node.send(b"m", stream=stream)
            come = [await ric.receive() for _ in range(6)]
            assert [each.stream for each in come if isinstance(each, Delivery)] == [0, 3, 1, 3, 3, 3]
        assert len(tap.notes) == 3
        assert "stream 9 of the e2-node goes on as stream 3: the other side has only 4 streams" in tap.notes[1]

    run(work())
    assert [folded(stream, 1) for stream in (0, 7)] == [0, 0]


@pytest.mark.parametrize("rule", RULES)
def test_nobody_is_blamed_for_a_fault(tmp_path: Path, rule: str) -> None:
    """Two right products with a rule between them: it strikes, is marked, and neither is accused of anything."""

    async def work() -> None:
        async with tapped_products(tmp_path, read_rules([rule])) as tap:
            await until(lambda: any(each.meddled for each in tap.associations))
            await asyncio.sleep(0.6)
        assert tap.findings() == []
        events = [event for history in tap.events() for event in history]
        assert any(event.injected and rule in (event.message or "") for event in events)

    run(work())


@pytest.mark.parametrize(
    ("rule", "flaws", "blamed"),
    [
        (None, {"node_flaw": "node-malformed-indication"}, "e2-node"),
        (None, {"ric_flaw": "ric-setup-ie-order"}, "near-rt-ric"),
        ("duplicate message=RICsubscriptionResponse", {"node_flaw": "node-malformed-indication"}, "e2-node"),
        ("mangle message=RICindication nth=2", {"node_flaw": "node-malformed-indication"}, "e2-node"),
    ],
)
def test_a_flaw_is_blamed(tmp_path: Path, rule: str | None, flaws: dict[str, str], blamed: str) -> None:
    """The side with the flaw, and nobody else, whether faults are injected or not."""

    async def work() -> None:
        async with tapped_products(tmp_path, read_rules([rule] if rule else []), **flaws) as tap:  # type: ignore[arg-type]
            await until(lambda: tap.passed > 10)
            await asyncio.sleep(0.2)
        assert {finding.blame for finding in tap.findings()} == {blamed}

    run(work())


def test_two_right_products(tmp_path: Path) -> None:
    """Nothing is found, and messages are passed all the time."""

    async def work() -> None:
        async with tapped_products(tmp_path, uri="tcp://127.0.0.1:0") as tap:
            await until(lambda: tap.passed > 50)
        assert tap.findings() == []

    run(work())
