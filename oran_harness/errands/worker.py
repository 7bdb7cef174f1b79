"""What a worker of a Dask cluster does: an errand, in a process of its own, in a folder of its own."""

import asyncio
import json
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from oran_harness.errands.errand import LARGEST_RESULTS, Done, Errand, Shipped
from oran_harness.errands.ordered_process import perform
from oran_harness.errands.parcel import Parcel
from oran_harness.model import HarnessError, InputError
from oran_harness.resources import harness_version

_LOOK_S = 0.5
_WANTED = frozenset(("executing", "long-running"))
_under_way: set[str] = set()
"""Errands that this worker is at."""


def dask_setup(worker: object) -> None:
    """Called by Dask as a worker of a cluster on this machine begins: Ctrl-C is for whoever made the cluster."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def under_way() -> int:
    """How many errands this worker is at, those included that nobody wants any more."""
    return len(_under_way)


def version() -> str:
    """The version of the harness that this worker has."""
    return harness_version()


def do(errand: Errand) -> Done:
    """Do an errand as a task of a worker. It ends early where nobody wants it any more.

    Raises ``HarnessError`` if this worker cannot do it, ``OSError`` if it has no place for it: another may.
    """
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()

    def wanted() -> bool:
        task = worker.state.tasks.get(key)
        return task is not None and task.state in _WANTED

    own = harness_version()
    if own != errand.version:
        raise HarnessError(f"{worker.address} has oran-harness {own}, and not {errand.version}")
    _under_way.add(str(key))
    try:
        # There Dask itself clears away what a killed worker left.
        with TemporaryDirectory(prefix="errand-", dir=worker.local_directory, ignore_cleanup_errors=True) as scratch:
            return asyncio.run(done_in(errand, Path(scratch), wanted))
    finally:
        _under_way.discard(str(key))


async def done_in(errand: Errand, scratch: Path, wanted: Callable[[], bool]) -> Done:
    """Do an errand in a folder, as long as it is wanted; raises ``OSError`` if the folder cannot be used."""
    results = scratch / errand.results
    results.mkdir()
    places = {name: str(_placed(each, scratch / "sent" / name)) for name, each in errand.folders.items()}
    order = json.dumps({**errand.order, **places, "folder": str(results)})
    performing = asyncio.create_task(perform((sys.executable, "-m", errand.module), order, errand.what))
    while not performing.done():
        await asyncio.wait((performing,), timeout=_LOOK_S)
        if not performing.done() and not wanted():
            performing.cancel()
            with suppress(asyncio.CancelledError):
                await performing
            return Done("it was not wanted any more")
    problem = performing.result()
    try:
        return Done(problem, Parcel.of(results, LARGEST_RESULTS))
    except InputError as error:
        return Done(f"the results cannot be sent home: {error}")
    finally:
        shutil.rmtree(scratch / "sent", ignore_errors=True)


def _placed(shipped: Shipped, place: Path) -> Path:
    """The folder as the worker has it already, if that is the same, else unpacked."""
    there = Path(shipped.path)
    with suppress(InputError):
        if there.is_dir() and Parcel.of(there, 2 * len(shipped.parcel.packed) + LARGEST_RESULTS) == shipped.parcel:
            return there
    unpacked = place / there.name
    unpacked.mkdir(parents=True)
    shipped.parcel.unpack(unpacked)
    return unpacked
