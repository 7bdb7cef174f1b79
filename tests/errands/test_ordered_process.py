"""A program that reads its order, and ends when whoever gave it is gone."""

import asyncio
import sys
from collections.abc import Awaitable
from contextlib import suppress

import pytest

from oran_harness.errands import perform


def told(program: str, order: str = "") -> tuple[str, list[str]]:
    """How a program ended, and its lines."""
    lines: list[str] = []
    words = asyncio.run(perform((sys.executable, "-c", program), order, "the program", lines.append))
    return words, lines


def test_it_gets_its_order_and_is_heard() -> None:
    """Line by line."""
    words, lines = told("print(input()); print('bye')", "do this")
    assert (words, lines) == ("the program ended with status 0", ["do this\n", "bye\n"])


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("raise SystemExit(3)", "the program ended with status 3"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "the program was killed by signal 9"),
        ("import sys; sys.stderr.write('no such thing\\n'); sys.exit(2)", "no such thing"),
        ("import sys; sys.stderr.write('x' * 9999 + 'end'); sys.exit(1)", "x" * 397 + "end"),
    ],
)
def test_how_it_ended_is_said(program: str, words: str) -> None:
    """Its own sentence where it has one, and no more than can be read."""
    assert told(program)[0].endswith(words)
    assert len(told(program)[0]) < 500


def test_it_is_answered_where_it_asks() -> None:
    """While it goes on; whoever answers is not waited for any more when it has ended."""
    program = (
        "input(); print('ask a', flush=True); print('noise', flush=True); print('got ' + input(), flush=True);"
        "assert input() == 'b'; print('ask late', flush=True)"
    )
    lines: list[str] = []
    left: list[str] = []

    async def answer(what: str) -> str:
        try:
            await asyncio.sleep(0.05 if what != "late" else 60)
        except asyncio.CancelledError:
            left.append(what)
            raise
        return f"{what}\nb"

    def heard(line: str) -> Awaitable[str] | None:
        lines.append(line.strip())
        return answer(line.split()[1]) if line.startswith("ask") else None

    words = asyncio.run(perform((sys.executable, "-c", program), "", "the program", heard))
    assert words == "the program ended with status 0"
    assert lines == ["ask a", "noise", "got a", "ask late"]
    assert left == ["late"]


def test_cancelled_it_ends_by_itself() -> None:
    """It has the time to stop what it started."""
    lines: list[str] = []
    program = "import sys; print('up', flush=True); sys.stdin.read(); print('over', flush=True)"

    async def go() -> None:
        performing = asyncio.create_task(perform((sys.executable, "-c", program), "x", "the program", lines.append))
        while not lines:
            await asyncio.sleep(0.01)
        performing.cancel()
        with suppress(asyncio.CancelledError):
            await performing

    asyncio.run(go())
    assert lines == ["up\n"]


def test_a_program_that_cannot_be_run_is_an_error() -> None:
    """Of whoever named it."""
    with pytest.raises(OSError, match="no-such-program"):
        asyncio.run(perform(("no-such-program",), "", "the program"))
