"""The tap between SCTP and TCP: streams, PPIDs, and the ways to end."""

import asyncio
from pathlib import Path

import pytest

from oran_harness.interop import Tap
from oran_harness.transports import Delivery, Ending, connect, listen
from tests.interop.products import a_node, a_ric, run, until


@pytest.mark.parametrize("schemes", [("sctp", "tcp"), ("tcp", "sctp"), ("sctp", "sctp")])
def test_products_through_the_tap(tmp_path: Path, schemes: tuple[str, str]) -> None:
    """A node over one transport, a RIC over the other: nobody is accused of anything, PPID included."""

    async def work() -> None:
        async with a_ric(f"{schemes[1]}://127.0.0.1:0") as ric:
            assert ric.uri is not None
            async with Tap(ric.uri, tmp_path) as tap:
                async with a_node(await tap.start(f"{schemes[0]}://127.0.0.1:0")):
                    await until(lambda: tap.passed > 20)
                result = await tap.stop()
        assert result.audit.findings == ()

    run(work())


@pytest.mark.parametrize("how", ["shutdown", "abort"])
def test_streams_and_ends(tmp_path: Path, how: str) -> None:
    """What TCP says of streams holds over SCTP; where SCTP has fewer another stands in; ends are what they were."""
    notes: list[str] = []

    async def work() -> None:
        listener = await listen("sctp://127.0.0.1:0")
        async with Tap(f"{listener.uri}?streams=4", tmp_path, on_note=notes.append) as tap:
            node = await connect(await tap.start("tcp://127.0.0.1:0"))
            ric = await listener.accept()
            for stream in (0, 3, 9):
                await node.send(bytes((stream + 1,)), stream=stream, ppid=71)
                assert await ric.receive() == Delivery(bytes((stream + 1,)), min(stream, 3), 71)
            ending = asyncio.create_task(getattr(node, how)())
            come = await ric.receive()
            assert isinstance(come, Ending)
            assert (come.how, come.by_peer) == (how, True)
            await ending
            await tap.stop()
        await listener.close()

    run(work())
    assert any("has only 4 streams" in note for note in notes)
