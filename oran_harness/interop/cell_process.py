"""The process in which one pair meets: ``python -m oran_harness.interop.cell_process``, the order on standard input.

It writes the pair's folder, last of all ``cell.json``. A line of JSON on standard output tells each scene's verdict as
it is known. When standard input ends, whoever asked for it is gone, and it ends too.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from oran_harness.captures import whole_file
from oran_harness.interop.cell import play
from oran_harness.interop.order import Order
from oran_harness.model import CaseResult, HarnessError

CELL = "cell.json"
"""The file that is written when a pair is through: its cell, and of which order it is."""


def write_cell(folder: Path, order: str, cell: dict[str, Any]) -> None:
    """Write down what a pair came to; raises ``UsageError`` if that cannot be."""
    with whole_file(folder / CELL) as file:
        file.write(json.dumps({"order": order, "cell": cell}, indent=1).encode())


def _tell(result: CaseResult) -> None:
    sys.stdout.write(json.dumps({"scene": result.id, "verdict": result.verdict.value, "reason": result.reason}) + "\n")
    sys.stdout.flush()


async def _perform(order: Order) -> None:
    playing = asyncio.create_task(play(order.match(), order.options, Path(order.folder), _tell))
    orphaned = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    done, _ = await asyncio.wait((playing, orphaned), return_when=asyncio.FIRST_COMPLETED)
    if playing not in done:
        playing.cancel()
        await asyncio.wait((playing,))
        return
    cell = playing.result()
    write_cell(Path(order.folder), order.print, cell.to_json())


def main() -> int:
    """Bring the pair together; 0 if that went as it should, 2 with a sentence on standard error if it could not be."""
    order = Order.from_json(sys.stdin.readline())
    try:
        asyncio.run(_perform(order))
    except HarnessError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
