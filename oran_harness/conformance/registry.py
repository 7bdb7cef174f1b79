"""All cases, found by importing the modules that declare them."""

import functools
import importlib
import importlib.util
import pkgutil

from oran_harness.conformance import e2ap, kpm, ni, o1, rc, security
from oran_harness.conformance.declare import CASES
from oran_harness.conformance.properties import PROPERTIES, Property
from oran_harness.model import CaseDescription, UsageError
from oran_harness.steps.case import Case

_HOMES = (e2ap, kpm, ni, rc, *((o1, security) if importlib.util.find_spec("lxml") is not None else ()))
"""The packages whose modules declare cases; those of O1 need lxml, which comes with the extra ``o1``."""
_PREFIXES = tuple(f"{home.__name__}." for home in _HOMES)


def load() -> tuple[Case, ...]:
    """All cases of the suite, sorted by id."""
    import_cases()
    return tuple(CASES[id] for id in sorted(CASES) if CASES[id].module.startswith(_PREFIXES))


def load_properties() -> tuple[Property, ...]:
    """All properties of the suite, sorted by id: what a run tries with examples that it draws."""
    import_cases()
    return tuple(PROPERTIES[id] for id in sorted(PROPERTIES))


def descriptions() -> tuple[CaseDescription, ...]:
    """What every case and property says of itself, sorted by id."""
    said = (*(case.description for case in load()), *(each.description for each in load_properties()))
    return tuple(sorted(said, key=lambda description: description.id))


def find(id: str) -> Case:
    """The case with that id; raises ``UsageError`` if there is none."""
    import_cases()
    if id not in CASES:
        raise UsageError(f"There is no case {id}; see: oran-harness list cases.")
    return CASES[id]


@functools.cache
def import_cases() -> None:
    """Import every module that may declare cases."""
    for home in _HOMES:
        for module in pkgutil.walk_packages(home.__path__, f"{home.__name__}."):
            importlib.import_module(module.name)
