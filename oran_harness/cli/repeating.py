"""The process of one repetition, run as a module with its order on standard input.

It writes the folder of a run, last of all ``outcome.json``. When standard input ends, whoever asked for it is gone, and
it ends too.
"""

import asyncio
import json
import os
import sys
from pathlib import Path

from oran_harness.captures import whole_file
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.repetition_order import RepetitionOrder
from oran_harness.cli.run_record import RunRecord
from oran_harness.model import HarnessError
from oran_harness.runner import Outcome, Stop, run_suite

OUTCOME = "outcome.json"
"""What ``results.json`` does not tell; it is written when all else is."""
_PIECE = 4096


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


async def _perform(order: RepetitionOrder, record: RunRecord) -> Outcome:
    """Perform it, and break it off when standard input ends."""
    stop = Stop()
    loop = asyncio.get_running_loop()

    def look() -> None:
        if not os.read(sys.stdin.fileno(), _PIECE):
            loop.remove_reader(sys.stdin.fileno())
            stop.ask()

    loop.add_reader(sys.stdin.fileno(), look)
    try:
        return await run_suite(order.target(), order.planned(), order.options(), record.announcer(_say), stop)
    finally:
        loop.remove_reader(sys.stdin.fileno())


def _repeat(order: RepetitionOrder) -> ExitCode:
    with RunRecord(Path(order.folder)) as record:
        outcome = asyncio.run(_perform(order, record))
        record.keep(outcome)
    if record.unwritten:
        raise HarnessError(f"its results cannot be written: {record.unwritten[0]}")
    if outcome.interrupted:
        return ExitCode.INTERRUPTED
    told = {
        "folder": order.folder,
        "remarks": outcome.remarks,
        "diagnosis": None if outcome.diagnosis is None else outcome.diagnosis.to_json(),
        "understood": outcome.understood,
    }
    with whole_file(Path(order.folder) / OUTCOME) as file:
        file.write(json.dumps(told).encode())
    return ExitCode.FINE


def main() -> int:
    """Perform one order; 2 with a sentence on standard error if it cannot even begin."""
    order = RepetitionOrder.from_json(sys.stdin.readline())
    try:
        return _repeat(order)
    except HarnessError as error:
        _say(str(error))
        return ExitCode.USAGE


if __name__ == "__main__":
    sys.exit(main())
