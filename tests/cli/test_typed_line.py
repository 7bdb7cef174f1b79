"""A line that a person types."""

import asyncio
import os

import pytest

from oran_harness.cli.typed_line import typed_line


def test_a_line_and_the_end() -> None:
    """What was typed, then nothing for good; a wait can be given up."""

    async def scene() -> tuple[str, str]:
        reading, writing = os.pipe()
        with os.fdopen(reading) as stdin:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(typed_line(stdin), 0.01)
            os.write(writing, b"done\n")
            line = await typed_line(stdin)
            os.close(writing)
            return line, await typed_line(stdin)

    assert asyncio.run(scene()) == ("done\n", "")
