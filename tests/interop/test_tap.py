"""The tap as a whole, with the process that judges."""

import asyncio
from pathlib import Path

import pytest

from oran_harness.captures import read_recording
from oran_harness.checkers import AuditResult
from oran_harness.faults import read_rules
from oran_harness.interop import Tap
from oran_harness.interop.tap import merged
from oran_harness.model import Finding, Role, UsageError
from oran_harness.transports import Delivery, Ending, TransportError, connect, listen
from tests.interop.products import a_node, a_ric, run, until


def test_a_flawed_node_and_a_right_one(tmp_path: Path) -> None:
    """From one transport to another: the finding comes live, blames the flawed node's role, and names its vendor."""
    live: list[Finding] = []

    async def work() -> None:
        async with a_ric("tcp://127.0.0.1:0") as ric:
            assert ric.uri is not None
            vendors = {Role.E2_NODE: "alfa"}
            async with Tap(ric.uri, tmp_path, vendors=vendors, on_finding=live.append) as tap:
                uri = await tap.start("grpc://127.0.0.1:0")
                async with a_node(uri, "node-malformed-indication"), a_node(uri, number=2):
                    await until(lambda: tap.standing == 2 and tap.passed > 40)
                    await until(lambda: live)
                result = await tap.stop()
        assert {finding.blame for finding in result.audit.findings} == {"e2-node"}
        assert {result.vendor(finding) for finding in result.audit.findings} == {"alfa"}
        assert len({finding.association for finding in result.audit.findings}) == 1
        assert (result.associations, result.refused, result.broken) == (2, 0, None)
        assert result.passed == result.audit.messages == result.audit.decoded
        ends = [end.address for each in result.audit.associations for end in each.ends]
        assert ends[1] == ends[3] == ric.uri
        assert all(end.startswith("grpc://") for end in ends[::2])
        path = result.histories[0]
        counts = [
            len([event for event in read_recording(each).events if event.octets])
            for each in (path, path.with_suffix(".pcapng"))
        ]
        assert counts == [result.passed] * 2

    run(work())
    assert {finding.blame for finding in live} == {"e2-node"}


def test_faults(tmp_path: Path) -> None:
    """Each side is judged by what it saw; nobody is blamed, and what was done is counted."""

    async def work() -> None:
        async with a_ric("memory://faults-ric"):
            rules = read_rules(["drop message=RICindication every=2", "cut while=subscription after=0.3"])
            async with Tap("memory://faults-ric", tmp_path, rules=rules) as tap:
                uri = await tap.start("memory://faults")
                async with a_node(uri):
                    await until(lambda: tap.meddled > 10)
                result = await tap.stop()
        assert result.audit.findings == ()
        assert result.meddled > 10
        assert [path.name for path in result.histories] == ["tap-e2-node.jsonl", "tap-near-rt-ric.jsonl"]

    run(work())


def test_a_ric_that_is_not_there(tmp_path: Path) -> None:
    """The node's association is ended as a refused one would be, people are told once, and the tap goes on."""
    notes: list[str] = []

    async def work() -> None:
        async with Tap("memory://late", tmp_path, on_note=notes.append) as tap:
            uri = await tap.start("memory://before")
            for _ in range(3):
                node = await connect(uri)
                ending = await node.receive()
                assert isinstance(ending, Ending)
                assert ending.how == "abort"
            listener = await listen("memory://late")
            node = await connect(uri)
            ric = await listener.accept()
            await node.send(b"\x01")
            assert await ric.receive() == Delivery(b"\x01", 0, 70)
            result = await tap.stop()
            await listener.close()
        assert (result.refused, result.associations, result.passed) == (3, 1, 1)

    run(work())
    assert len(notes) == 1
    assert "Nobody listens at memory://late" in notes[0]


def test_many_associations(tmp_path: Path) -> None:
    """Hundreds at once, each with its own two links; the end of the tap ends all of them in order."""

    async def work() -> None:
        listener = await listen("memory://many-ric")

        async def echo() -> None:
            while True:
                link = await listener.accept()
                tasks.append(asyncio.create_task(back(link)))

        async def back(link) -> None:  # type: ignore[no-untyped-def]
            while isinstance(come := await link.receive(), Delivery):
                await link.send(come.octets)

        tasks = [asyncio.create_task(echo())]
        async with Tap("memory://many-ric", tmp_path) as tap:
            uri = await tap.start("memory://many")
            links = []
            for number in range(300):
                links.append(await connect(uri))
                await links[-1].send(number.to_bytes(2, "big"))
                if number % 50 == 0:
                    await asyncio.sleep(0.01)
            for number, link in enumerate(links):
                assert await link.receive() == Delivery(number.to_bytes(2, "big"), 0, 70)
            assert tap.standing == 300
            result = await tap.stop()
            for link in links:
                ending = await link.receive()
                assert isinstance(ending, Ending)
                assert ending.how == "shutdown"
        assert (result.associations, result.passed, result.broken) == (300, 600, None)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await listener.close()

    run(work())


def test_what_cannot_be(tmp_path: Path) -> None:
    """An address in use, one that is none, a record that cannot be written: the caller is told, and nothing is left."""

    async def work() -> None:
        listener = await listen("tcp://127.0.0.1:0")
        with pytest.raises(TransportError, match="in use"):
            await Tap("memory://ric", tmp_path).start(listener.uri)
        await listener.close()
        with pytest.raises(UsageError, match="no address"):
            await Tap("nowhere", tmp_path).start("memory://node")
        for uri in ("memory://itself", "tcp://127.0.0.1:27811"):
            with pytest.raises(UsageError, match="leads back to the tap itself"):
                await Tap(uri, tmp_path).start(uri)
        (tmp_path / "file").write_text("")
        with pytest.raises(UsageError, match="choose another place"):
            await Tap("memory://ric", tmp_path / "file").start("memory://node")
        async with Tap("memory://ric", tmp_path) as tap:
            await tap.start("memory://node")

    run(work())


def test_without_a_result_there_is_what_came_live() -> None:
    """Where judging broke, the findings that had come are kept."""
    assert merged((), [], {}) == AuditResult(0, 0, (), ())
