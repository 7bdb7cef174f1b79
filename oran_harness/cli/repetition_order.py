"""What the process of one repetition is told: a product, the cases, and how they are performed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oran_harness.adapters import read_profile
from oran_harness.cli.testing_ground import SEEDS, chosen_sources
from oran_harness.faults import parse_faults
from oran_harness.model import Role, UsageError
from oran_harness.model.order import Order
from oran_harness.runner import Options, Planned, Selection, Target, plan, vendor_target
from oran_harness.transports import parse_address


@dataclass(frozen=True, slots=True)
class RepetitionOrder:
    """The ``turn``-th (from 1) of ``repeat`` performances of all chosen cases.

    ``sut`` is the vendor's folder, ``seeds`` that of failing examples (None: there is none), ``folder`` takes what
    comes of it.
    """

    sut: str
    role: str
    scheme: str
    selection: Selection
    edition: str
    timeout: float
    seed: int
    order: str
    faults: tuple[str, ...]
    repeat: int
    turn: int = 1
    folder: str = ""
    seeds: str | None = None

    @classmethod
    def of(cls, target: Target, selection: Selection, options: Options, repeat: int) -> "RepetitionOrder":
        """The order for a product that can be there several times at once.

        Raises ``UsageError`` for any other: one product cannot be driven twice.
        """
        if target.folder is None:
            raise UsageError(
                "--cluster starts a product once for each worker; name one with --sut that can be started."
            )
        role = read_profile(target.folder).role(target.role)
        why = ""
        if role.operator:
            why = "is looked after by a person"
        elif target.adapter_uri is not None:
            why = f"has its adapter at {target.adapter_uri}"
        elif not target.startable:
            why = "is not started by the harness"
        else:
            given = [each for each in (role.listen, role.address) if each is not None and parse_address(each).port]
            why = f"has the address {given[0]}" if given else ""
        if why:
            raise UsageError(
                f"{target.vendor} {why}, so there is one of it, and --cluster needs one for each worker; leave it out."
            )
        return cls(
            str(target.folder.resolve()),
            target.role.value,
            target.wire.scheme,
            selection,
            options.edition,
            options.timeout,
            options.seed,
            options.order.value,
            options.faults.words,
            repeat,
        )

    def target(self) -> Target:
        """The product; raises ``InputError`` for its profile, ``UsageError`` if this machine lacks the transport."""
        profile = read_profile(Path(self.sut))
        role = profile.role(Role(self.role))
        return vendor_target(profile, replace(role, transport=(self.scheme,)))

    def planned(self) -> tuple[Planned, ...]:
        """The cases, each with the one turn that is performed; raises ``UsageError`` if there are none."""
        # The first place takes new examples: what was sent stays as it is.
        seeds = [Path(self.folder) / SEEDS, *([Path(self.seeds)] if self.seeds is not None else [])]
        sources = chosen_sources(Role(self.role), self.selection, seeds)
        return one_turn(plan(sources, self.seed, self.repeat, Order(self.order)), self.turn)

    def options(self) -> Options:
        """How they are performed."""
        return Options(self.edition, self.timeout, self.seed, parse_faults(self.faults), Order(self.order))

    def to_json(self) -> dict[str, Any]:
        """The order as its process reads it."""
        return asdict(self)

    @classmethod
    def from_json(cls, text: str) -> "RepetitionOrder":
        """The order from such a text."""
        value: Mapping[str, Any] = json.loads(text)
        selection = Selection(**{name: tuple(words) for name, words in value["selection"].items()})
        return cls(**{**value, "selection": selection, "faults": tuple(value["faults"])})


def one_turn(planned: Sequence[Planned], turn: int) -> tuple[Planned, ...]:
    """A plan of which each case is performed once: its ``turn``-th time (from 1)."""
    return tuple(replace(each, turns=each.turns[turn - 1 : turn]) for each in planned)
