"""A program of ours that reads its order as a line of standard input, and ends when that does."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress

_PARTING_S = 20.0
"""Seconds that the program has to stop what it started when it is not wanted any more."""
_MOST_SHOWN = 400
_PIECE = 65536
_USAGE = 2
"""The exit status of a program that could not do as ordered; it has said why."""


Heard = Callable[[str], Awaitable[str] | None]
"""Gets a line of a program; where it asks something, gives what waits for the answer: a line for its input."""


async def perform(command: Sequence[str], order: str, what: str, heard: Heard = lambda line: None) -> str:
    """Run a program to its end; how it ended, in a sentence for where it left nothing else.

    ``what`` names it there, ``heard`` gets each line of its standard output. Cancelled, it is given the time to stop
    what it started. Raises ``OSError`` if it cannot be run.
    """
    async with _process(command, order) as process, _answering(process.stdin) as answer:
        assert process.stdout is not None
        assert process.stderr is not None
        said = asyncio.create_task(_end_of(process.stderr))
        async for line in process.stdout:
            waiting = heard(line.decode("utf-8", "replace"))
            if waiting is not None:
                answer(waiting)
        status = await process.wait()
        words = await said
    how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
    return words if status == _USAGE and words else f"{what} {how}{': ' if words else ''}{words}"


@asynccontextmanager
async def _answering(stdin: asyncio.StreamWriter | None) -> AsyncIterator[Callable[[Awaitable[str]], None]]:
    """Takes what waits for answers, and writes them as they come; nobody is waited for longer than this is entered."""
    assert stdin is not None
    pending: set[asyncio.Task[None]] = set()

    async def pass_on(waiting: Awaitable[str]) -> None:
        stdin.write((await waiting).encode() + b"\n")

    def answer(waiting: Awaitable[str]) -> None:
        pending.add(asyncio.create_task(pass_on(waiting)))

    try:
        yield answer
    finally:
        for task in pending:
            task.cancel()
        for left in await asyncio.gather(*pending, return_exceptions=True):
            if isinstance(left, Exception):
                raise left


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
