"""A line that a person types, waited for in a way that an interruption ends."""

import asyncio
from typing import TextIO


async def typed_line(stdin: TextIO) -> str:
    """The next line; empty where the input is at its end."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    loop.add_reader(stdin, readable.set)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(stdin)
    return stdin.readline()
