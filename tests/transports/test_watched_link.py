"""Far ends that are silent or acknowledge nothing, over TCP."""

import asyncio

import pytest

from oran_harness.transports.tcp import TcpLink
from oran_harness.transports.watched_link import acknowledgements
from tests.transports.test_tcp import ending_of, plain


@pytest.mark.parametrize(
    ("answers", "how"),
    [((2, 0, 9.0), "down"), ((0, 5, 9.0), "down"), ((1, 1, 9.0), None), ((5, 0, 0.5), None)],
    ids=["repeated in vain", "probed in vain", "answered", "not for long"],
)
def test_data_that_nobody_acknowledges(
    monkeypatch: pytest.MonkeyPatch, answers: tuple[int, int, float], how: str | None
) -> None:
    """While data wait, a far end that acknowledges nothing is down; one that merely does not read is not."""
    monkeypatch.setattr("oran_harness.transports.watched_link.acknowledgements", lambda _: answers)

    async def send_for_ever(link: TcpLink) -> None:
        while True:
            await link.send(bytes(65_536))

    async def test() -> None:
        async with plain("?keepalive=0.4") as (link, _):
            sender = asyncio.create_task(send_for_ever(link))
            await asyncio.wait([sender], timeout=0.5)
            assert sender.done() == (how is not None)
            if how is not None:
                ending = await ending_of(link)
                assert (ending.how, ending.by_peer) == (how, True)
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)

    asyncio.run(test())


def test_acknowledgements_are_read_from_the_kernel() -> None:
    """A connection whose data were acknowledged just now has nothing repeated."""

    async def test() -> None:
        async with plain() as (link, other):
            await link.send(b"x")
            other.recv(100)
            await asyncio.sleep(0.05)
            repeats, probes, seconds = acknowledgements(link._socket)
            assert (repeats, probes) == (0, 0)
            assert 0 <= seconds < 5

    asyncio.run(test())
