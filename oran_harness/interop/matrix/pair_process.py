"""A pair in a process of its own on this machine."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from oran_harness.errands import perform
from oran_harness.interop.matrix.order import Order

WHAT = "the process of this pair"


@dataclass(frozen=True, slots=True)
class PairProcess:
    """Performs orders. ``command`` is the program: it reads its order as a line, and ends when its input does."""

    command: Sequence[str]

    async def __call__(self, order: Order, told: Callable[[str, str], None]) -> str:
        """Run a pair's process to its end; what to say where it left no cell."""

        def heard(line: str) -> None:
            with suppress(ValueError, KeyError, TypeError):
                news = json.loads(line)
                told(str(news["scene"]), str(news["verdict"]))

        return await perform(self.command, order.to_json(), WHAT, heard)
