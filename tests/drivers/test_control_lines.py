"""Stimuli as lines of JSON: one answer each, whatever a line holds."""

import asyncio
import io
import json
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.drivers.control_lines import LONGEST_LINE, ControlLines, answer_line
from oran_harness.drivers.hosting import hosted
from oran_harness.peers.near_rt_ric import NearRtRic


async def _answers(octets: bytes, *, ends: bool = True) -> tuple[list[dict[str, Any]], bool]:
    """What is answered to these octets on a pipe, and whether hosting shall end."""
    reading, writing = os.pipe()
    out = io.StringIO()
    try:
        async with hosted([NearRtRic()], listen="memory://control") as hosting:
            serving = asyncio.ensure_future(ControlLines(reading, out, ends=ends)(hosting))
            await asyncio.to_thread(_write, writing, octets)
            ended = await asyncio.wait_for(serving, 20)
    finally:
        os.close(reading)
    return [json.loads(line) for line in out.getvalue().splitlines()], ended


def _write(descriptor: int, octets: bytes) -> None:
    with os.fdopen(descriptor, "wb") as pipe:
        pipe.write(octets)


@pytest.mark.parametrize("ends", [True, False])
def test_one_answer_a_line(ends: bool) -> None:
    """In order, with the id that came; empty lines are none. The end of the lines ends hosting only if it shall."""
    lines = b'{"stimulus": "state"}\n\n  \n{"stimulus": "x", "arguments": {}, "id": [7]}\r\n{"stimulus": "subscribe"}'
    answers, ended = asyncio.run(_answers(lines, ends=ends))
    assert ended is ends
    assert answers[0] == {"stimulus": "state", "status": "done", "details": {"nodes": []}}
    assert (answers[1]["stimulus"], answers[1]["id"], answers[1]["status"]) == ("x", [7], "unsupported")
    assert answers[2]["details"]["reason"] == "no E2 node is set up"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b"[]", "no stimulus"),
        (b"5", "no stimulus"),
        (b'{"stimulus": 5}', "no stimulus"),
        (b'{"stimulus": "reset", "arguments": [1]}', "must be a JSON object"),
        (b'{"stimulus": "' + b"x" * LONGEST_LINE + b'"}', "at most"),
    ],
)
def test_lines_that_are_no_stimulus(line: bytes, said: str) -> None:
    """Each is answered as failed, and the next one is served."""
    answers, _ = asyncio.run(_answers(line + b'\n{"stimulus": "state"}\n'))
    assert [each["status"] for each in answers] == ["failed", "done"]
    assert said in answers[0]["details"]["reason"]


def test_a_line_without_end() -> None:
    """It is not kept: memory is bounded."""
    answers, _ = asyncio.run(_answers(b"x" * (3 * LONGEST_LINE)))
    assert [each["status"] for each in answers] == ["failed"]


@settings(max_examples=30)
@given(st.binary(max_size=200))
def test_any_octets(octets: bytes) -> None:
    """Nothing raises."""

    async def work() -> None:
        async with hosted([NearRtRic()], listen="memory://any") as hosting:
            answer = await answer_line(octets, hosting)
            assert json.dumps(answer)
            assert answer["status"] in ("done", "failed", "unsupported")

    asyncio.run(work())


def test_a_stimulus_that_is_never_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is given up after a while."""
    monkeypatch.setattr("oran_harness.drivers.control_lines.LONGEST_WAIT", 0.01)

    async def work() -> None:
        async with hosted([NearRtRic()], listen="memory://never") as hosting:
            monkeypatch.setattr(hosting, "stimulate", lambda name, arguments: asyncio.sleep(60))
            answer = await answer_line(b'{"stimulus": "reset"}', hosting)
            assert "no answer within 0.01 s" in answer["details"]["reason"]

    asyncio.run(work())


def test_nobody_reads_the_answers() -> None:
    """Then there is nobody to serve, and hosting goes on."""

    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    async def work() -> None:
        reading, writing = os.pipe()
        try:
            async with hosted([NearRtRic()], listen="memory://closed") as hosting:
                serving = asyncio.ensure_future(ControlLines(reading, Closed())(hosting))
                await asyncio.to_thread(_write, writing, b'{"stimulus": "state"}\n' * 2)
                assert await asyncio.wait_for(serving, 5) is False
        finally:
            os.close(reading)

    asyncio.run(work())
