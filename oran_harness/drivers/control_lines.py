"""Stimuli as lines of JSON on a pipe, one line of answer each: how ``serve --control`` is steered."""

import asyncio
import json
import os
import threading
from collections.abc import Callable, Mapping
from typing import Any, TextIO

from oran_harness.drivers.hosting import Hosting
from oran_harness.peers.actor import Answer

LONGEST_LINE = 1024 * 1024
"""Octets; a longer line is answered as failed and forgotten."""
LONGEST_WAIT = 120.0
"""Seconds after which a stimulus that has no answer is given up."""
_AHEAD = 64
"""Lines that are read before they are carried out."""
_PIECE = 65536


class ControlLines:
    """Reads ``{"stimulus": NAME, "arguments": {...}}`` lines from a file descriptor, answers on a text stream.

    Lines are carried out one after the other, and answered in that order:
    ``{"stimulus": NAME, "status": "done|unsupported|failed", "details": {...}}``. An ``"id"`` in a line comes back in
    its answer. What cannot be understood is answered as ``failed`` with a reason.
    """

    def __init__(self, descriptor: int, answers: TextIO, *, ends: bool = False) -> None:
        self._descriptor = descriptor
        self._answers = answers
        self._ends = ends

    async def __call__(self, hosting: Hosting) -> bool:
        """Serve until there are no more lines; True if hosting shall end with them."""
        lines: asyncio.Queue[bytes | None] = asyncio.Queue()
        room = threading.Semaphore(_AHEAD)
        loop = asyncio.get_running_loop()

        def put(line: bytes | None) -> None:
            room.acquire()
            loop.call_soon_threadsafe(lines.put_nowait, line)

        # A thread, for files and terminals cannot be waited for; it ends with the process.
        threading.Thread(target=_read_lines, args=(self._descriptor, put), name="control", daemon=True).start()
        while (line := await lines.get()) is not None:
            room.release()
            if line.strip() and not self._write(await answer_line(line, hosting)):
                break
        return self._ends

    def _write(self, answer: Mapping[str, Any]) -> bool:
        """Write an answer; False if nobody reads any more."""
        try:
            self._answers.write(json.dumps(answer, default=str) + "\n")
            self._answers.flush()
        except (OSError, ValueError):
            return False
        return True


async def answer_line(line: bytes, hosting: Hosting) -> dict[str, Any]:
    """Carry out one line; gives its answer, whatever the line holds."""
    try:
        asked = _asked(line)
    except ValueError as error:
        return _answer(None, Answer(0, "failed", {"reason": str(error)}))
    name, arguments = asked["stimulus"], asked.get("arguments") or {}
    try:
        async with asyncio.timeout(LONGEST_WAIT):
            answer = await hosting.stimulate(name, arguments)
    except TimeoutError:
        answer = Answer(0, "failed", {"reason": f"there was no answer within {LONGEST_WAIT:g} s"})
    return _answer(asked, answer)


def _asked(line: bytes) -> dict[str, Any]:
    """What a line asks for; raises ``ValueError`` with a sentence if it is no stimulus."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"a line has at most {LONGEST_LINE} octets")
    example = 'give one JSON object a line, as {"stimulus": "reset", "arguments": {}}'
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError(f"this is no JSON; {example}") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("stimulus"), str):
        raise ValueError(f"there is no stimulus in this; {example}")
    if not isinstance(asked.get("arguments") or {}, dict):
        raise ValueError(f"arguments must be a JSON object; {example}")
    return asked


def _answer(asked: Mapping[str, Any] | None, answer: Answer) -> dict[str, Any]:
    named = {} if asked is None or "id" not in asked else {"id": asked["id"]}
    stimulus = None if asked is None else asked["stimulus"]
    return {"stimulus": stimulus, **named, "status": answer.status, "details": dict(answer.details)}


def _read_lines(descriptor: int, put: Callable[[bytes | None], None]) -> None:
    """Give each line of a file descriptor to ``put``, and None at its end; ends silently when the event loop does."""
    try:
        for line in _lines(descriptor):
            put(line)
        put(None)
    except RuntimeError:
        # The loop is closed: nobody wants lines any more.
        return


def _lines(descriptor: int) -> Any:
    """The lines of a file descriptor; of one that is too long, as much as tells so."""
    held = b""
    while True:
        try:
            piece = os.read(descriptor, _PIECE)
        except OSError:
            piece = b""
        if not piece:
            break
        *whole, rest = (held + piece).split(b"\n")
        yield from whole
        held = rest if len(rest) <= LONGEST_LINE else rest[: LONGEST_LINE + 1]
    if held:
        yield held
