"""The process beside us that judges."""

import asyncio
import os
import signal
from pathlib import Path

from oran_harness.captures import HistoryWriter, read_recording
from oran_harness.interop.judging import Judging
from oran_harness.model import Finding, HistoryHeader, Role
from tests.checkers.scene import NODE, Scene
from tests.interop.products import run, until

ROLES = {role.value: role.value for role in Role.ends_of("e2")}


def test_it_follows_the_record_and_finishes_it(tmp_path: Path) -> None:
    """A finding comes while the record grows; the result when it is over. Nothing of it is left."""
    path = tmp_path / "a.jsonl"
    found: list[Finding] = []
    troubles: list[str] = []

    async def work() -> None:
        writer = HistoryWriter(path, HistoryHeader(1e9, ROLES))
        judging = Judging((path,), found.append, troubles.append)
        await judging.start()
        for event in Scene(roles=True).set_up().octets(NODE, b"\xff\xff").events:
            writer.add(event)
        await until(lambda: found)
        writer.close()
        results = await judging.finish()
        assert results is not None
        assert [finding.blame for finding in results[0].findings] == [NODE]
        assert judging.judged == 4
        await judging.abandon()

    run(work())
    assert troubles == []


def test_a_killed_judge_is_told(tmp_path: Path) -> None:
    """Where it ends before it is done that is said at once; there is no result, nothing raises, and nothing hangs."""
    path = tmp_path / "a.jsonl"
    troubles: list[str] = []

    async def work() -> None:
        HistoryWriter(path, HistoryHeader(1e9, ROLES)).close()
        judging = Judging((path,), lambda finding: None, troubles.append)
        await judging.start()
        assert judging._process is not None
        os.kill(judging._process.pid, signal.SIGKILL)
        await until(lambda: troubles)
        assert await judging.finish() is None

    run(work())
    assert len(troubles) == 1
    assert "nothing more is judged now" in troubles[0]


def test_it_outlives_whoever_writes(tmp_path: Path) -> None:
    """If the writer is killed, what was written is judged all the same, and its capture is whole."""
    path = tmp_path / "a.jsonl"

    async def work() -> None:
        writer = HistoryWriter(path, HistoryHeader(1e9, ROLES))
        for event in Scene(roles=True).set_up().events:
            writer.add(event)
        writer.close()
        judging = Judging((path,), lambda finding: None, lambda text: None)
        await judging.start()
        process = judging._process
        assert process is not None
        # As it is when we are killed: our ends of its pipes are gone.
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await judging.abandon()

    run(work())
    with read_recording(tmp_path / "a.pcapng") as recording:
        assert len([event for event in recording.events if event.octets]) == 2


def test_giving_up(tmp_path: Path) -> None:
    """It can be ended in the middle of its work."""
    path = tmp_path / "a.jsonl"

    async def work() -> None:
        HistoryWriter(path, HistoryHeader(1e9, ROLES)).close()
        judging = Judging((path,), lambda finding: None, lambda text: None)
        await judging.start()
        await asyncio.wait_for(judging.abandon(), 20)

    run(work())


def test_giving_up_while_it_judges_the_rest(tmp_path: Path) -> None:
    """Whoever waits for the rest and is cancelled does not wait for it all the same: the process is ended."""
    path = tmp_path / "a.jsonl"

    async def work() -> None:
        HistoryWriter(path, HistoryHeader(1e9, ROLES)).close()
        judging = Judging((path,), lambda finding: None, lambda text: None)
        await judging.start()
        process = judging._process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)  # it will not be done by itself
        finishing = asyncio.create_task(judging.finish())
        await asyncio.sleep(0.1)
        finishing.cancel()
        done, _ = await asyncio.wait({finishing}, timeout=10)
        if process.returncode is None:
            process.kill()
            await process.wait()
        assert done

    run(work())
