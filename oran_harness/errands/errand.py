"""One piece of work for a worker, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.errands.parcel import MIB, Parcel

LARGEST_SENT = 64 * MIB
"""Octets of the files of a folder that is sent to a worker."""
LARGEST_RESULTS = 512 * MIB
"""Octets of the files that come home."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A folder that goes with an errand. Where a worker has the same at ``path``, that one is used."""

    path: str
    parcel: Parcel

    @classmethod
    def of(cls, folder: Path) -> "Shipped":
        """A folder; raises ``InputError`` if it cannot be read, or is too large."""
        return cls(str(folder.resolve()), Parcel.of(folder, LARGEST_SENT))


@dataclass(frozen=True, slots=True)
class Errand:
    """A program of ours that is run with an order, and leaves a folder.

    ``module`` is the program. ``order`` gets, where the worker has them, the paths of ``folders`` by their names, and
    that of the folder for what comes of it, which is called ``results``, as ``folder``. ``what`` names the errand for
    people, ``version`` is that of the harness which gives it.
    """

    module: str
    order: Mapping[str, Any]
    folders: Mapping[str, Shipped]
    results: str
    what: str
    version: str


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an errand: the folder that it left, None if it came to none, and how its program ended."""

    problem: str
    results: Parcel | None = None
