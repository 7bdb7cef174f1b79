"""All flaws, by their ids."""

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType, ModuleType

from oran_harness.model.errors import UsageError
from oran_harness.peers.flaws import e2_node, near_rt_ric
from oran_harness.peers.flaws.flaw import Flaw

_NEEDED_BY_O1 = ("lxml", "oopt_gnpy_libyang")


def _of_o1() -> Iterator[Flaw]:
    """Those at O1, where the extra ``o1`` is installed, without which there are no peers of it."""
    if all(importlib.util.find_spec(name) is not None for name in _NEEDED_BY_O1):
        for role in ("o1_provider", "o1_manager"):
            yield from _planted(importlib.import_module(f"oran_harness.peers.flaws.{role}"))


def _planted(package: ModuleType) -> Iterator[Flaw]:
    """The flaws of a role: what the modules of its package hold as ``FLAWS``."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield from getattr(importlib.import_module(found.name), "FLAWS", ())


def by_id(flaws: Iterable[Flaw]) -> Mapping[str, Flaw]:
    """The flaws by their ids; raises ``ValueError`` if two have the same, as one of them would be lost."""
    named: dict[str, Flaw] = {}
    for flaw in flaws:
        if flaw.id in named:
            raise ValueError(f"Two flaws are called {flaw.id}; give one of them another id.")
        named[flaw.id] = flaw
    return MappingProxyType(named)


FLAWS: Mapping[str, Flaw] = by_id((*_planted(near_rt_ric), *_planted(e2_node), *_of_o1()))
"""Every flaw by its id; those of the near-RT RIC first."""


def find(name: str) -> Flaw:
    """The flaw of that id; raises ``UsageError``, which names the ids that are most like it, if there is none."""
    flaw = FLAWS.get(name)
    if flaw is None:
        near = get_close_matches(name.casefold(), FLAWS, n=3, cutoff=0.4)
        hint = f"did you mean {' or '.join(near)}?" if near else "oran-harness list flaws shows all."
        raise UsageError(f"There is no flaw {name!r}; {hint}")
    return flaw
