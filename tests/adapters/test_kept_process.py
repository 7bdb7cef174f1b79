"""A process under its keeper, as asyncio sees it."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from oran_harness.adapters import AdapterError
from oran_harness.adapters.kept_process import KeptProcess
from oran_harness.adapters.launch_line import LaunchLine
from tests.adapters.products import SLEEP


def line(program: str) -> LaunchLine:
    """The line that runs a Python program."""
    return LaunchLine((sys.executable, "-I", "-S", "-c", program), Path("/"), dict(os.environ))


def test_input_output_and_end() -> None:
    """What is written arrives, what is printed is read to its end, the status is known."""
    read: list[tuple[str, bytes]] = []

    async def scene() -> int | None:
        process = await KeptProcess.start(line("print(input())"), lambda *what: read.append(what), stdin=True)
        try:
            await process.write(b"hello\n")
            await asyncio.wait_for(process.ended.wait(), 20)
            await process.drained()
        finally:
            await process.end()
        return process.status

    assert asyncio.run(scene()) == 0
    assert b"".join(octets for stream, octets in read if stream == "stdout") == b"hello\n"
    assert [octets for _, octets in read].count(b"") == 2


def test_a_flood_lets_others_in() -> None:
    """Between two pieces of what is printed everybody else has his turn, and the pieces are small."""
    turns: list[int] = [0]
    read: list[tuple[int, int]] = []

    async def scene() -> None:
        async def others() -> None:
            while True:
                turns[0] += 1
                await asyncio.sleep(0)

        task = asyncio.create_task(others())
        flood = line("import os\nfor _ in range(20): os.write(1, bytes(100_000))")
        process = await KeptProcess.start(flood, lambda _, octets: read.append((turns[0], len(octets))), stdin=False)
        try:
            await asyncio.wait_for(process.ended.wait(), 20)
            await process.drained()
        finally:
            await process.end()
            task.cancel()

    asyncio.run(scene())
    pieces = [each for each in read if each[1]]
    assert sum(octets for _, octets in pieces) == 2_000_000
    assert max(octets for _, octets in pieces) <= 8192
    assert len({turn for turn, _ in pieces}) == len(pieces)


def test_signals_and_ends_after_the_end_are_harmless() -> None:
    """A process that has gone can be signalled and ended again."""

    async def scene() -> None:
        process = await KeptProcess.start(line(SLEEP), lambda *what: None, stdin=False)
        with pytest.raises(OSError, match="no standard input"):
            await process.write(b"x")
        process.signal(signal.SIGTERM)
        await asyncio.wait_for(process.ended.wait(), 20)
        process.signal(signal.SIGTERM)
        await process.end()
        process.signal(signal.SIGTERM)
        await process.end()
        assert process.status == signal.SIGTERM
        assert process.left == ()

    asyncio.run(scene())


def test_a_lost_keeper_is_an_end_without_a_status() -> None:
    """How the process ended cannot be known then."""

    async def scene() -> None:
        process = await KeptProcess.start(line(SLEEP), lambda *what: None, stdin=False)
        psutil.Process(process.pid).parent().kill()  # type: ignore[union-attr]
        await asyncio.wait_for(process.ended.wait(), 20)
        await process.end()
        assert process.status is None

    asyncio.run(scene())


def test_what_cannot_be_run_leaves_nothing() -> None:
    """An AdapterError with the reason, and no keeper."""

    async def scene() -> None:
        with pytest.raises(AdapterError, match="cannot be run: no-such-program: No such file"):
            await KeptProcess.start(LaunchLine(("no-such-program",), Path("/"), {}), lambda *what: None, stdin=True)

    before = psutil.Process().children(recursive=True)
    asyncio.run(scene())
    assert psutil.Process().children(recursive=True) == before
