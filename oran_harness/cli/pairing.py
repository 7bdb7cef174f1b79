"""The process in which one pair of a matrix meets, run as a module with its order on standard input.

It writes the pair's folder, last of all its cell. A line of JSON on standard output tells each scene's verdict as it is
known, another asks for what a person has to do; the answer is a line of JSON on standard input. When standard input
ends, whoever asked for it is gone, and it ends too.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.remote_person import RemotePerson
from oran_harness.interop.matrix.cell import Cell, write_cell
from oran_harness.interop.matrix.order import Order
from oran_harness.interop.pairs.playing import play
from oran_harness.model import CaseResult, HarnessError
from oran_harness.reports import RunFolder

RESULTS = "results.json"
_PIECE = 4096


async def _meet(order: Order, person: RemotePerson) -> None:
    """Bring the two together, and write down what came of it."""
    folder = Path(order.folder)
    node, ric = order.targets(person)
    person.pair = f"{node.vendor} with {ric.vendor}"
    files = RunFolder(folder)
    try:
        played = await play(node, ric, order.steering, folder, files, _tell)
    finally:
        files.close()
    for trouble in played.trouble:
        sys.stderr.write(f"{trouble}\n")
    write_cell(folder, order.print, Cell.of(node.vendor, ric.vendor, played, f"{folder.name}/{RESULTS}"))


def _tell(result: CaseResult) -> None:
    _write(json.dumps({"scene": result.id, "verdict": result.verdict.value}) + "\n")


def _write(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


async def _until_orphaned(order: Order) -> None:
    """Let the two meet, and break that off when standard input ends."""
    person = RemotePerson(_write)
    meeting = asyncio.create_task(_meet(order, person))

    def look() -> None:
        read = os.read(sys.stdin.fileno(), _PIECE)
        person.hear(read.decode("ascii", "replace"))
        if not read:
            loop.remove_reader(sys.stdin.fileno())
            person.leave()
            meeting.cancel()

    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), look)
    try:
        await meeting
    finally:
        loop.remove_reader(sys.stdin.fileno())


def main() -> int:
    """Perform one order; 2 with a sentence on standard error if the two cannot be brought together."""
    order = Order.from_json(sys.stdin.readline())
    try:
        asyncio.run(_until_orphaned(order))
    except HarnessError as error:
        sys.stderr.write(f"{error}\n")
        return ExitCode.USAGE
    except asyncio.CancelledError:
        return ExitCode.INTERRUPTED
    return ExitCode.FINE


if __name__ == "__main__":
    sys.exit(main())
