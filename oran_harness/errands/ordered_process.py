"""A program of ours that reads its order as a line of standard input, and ends when that does."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

_PARTING_S = 20.0
"""Seconds that the program has to stop what it started when it is not wanted any more."""
_MOST_SHOWN = 400
_PIECE = 65536
_USAGE = 2
"""The exit status of a program that could not do as ordered; it has said why."""


async def perform(
    command: Sequence[str], order: str, what: str, heard: Callable[[str], None] = lambda line: None
) -> str:
    """Run a program to its end; how it ended, in a sentence for where it left nothing else.

    ``what`` names it there, ``heard`` gets each line of its standard output. Cancelled, it is given the time to stop
    what it started. Raises ``OSError`` if it cannot be run.
    """
    async with _process(command, order) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = asyncio.create_task(_end_of(process.stderr))
        async for line in process.stdout:
            heard(line.decode("utf-8", "replace"))
        status = await process.wait()
        words = await said
    how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
    return words if status == _USAGE and words else f"{what} {how}{': ' if words else ''}{words}"


async def _end_of(stream: asyncio.StreamReader) -> str:
    """The last that is said on a stream, when it is over."""
    last = b""
    while read := await stream.read(_PIECE):
        last = (last + read)[-_MOST_SHOWN:]
    return last.decode("utf-8", "replace").strip()


@asynccontextmanager
async def _process(command: Sequence[str], order: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The process, which is given the time to stop its products whatever happens."""
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    try:
        process.stdin.write(order.encode() + b"\n")
        yield process
    finally:
        process.stdin.close()
        if process.returncode is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(process.wait()), _PARTING_S)
        if process.returncode is None:
            process.kill()
            await process.wait()
