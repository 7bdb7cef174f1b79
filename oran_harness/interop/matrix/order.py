"""What a pair's process is told: two products, and how they are brought together."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from oran_harness.adapters import Person, read_profile
from oran_harness.interop.matrix.matchmaking import Match
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import Role
from oran_harness.resources import harness_version
from oran_harness.runner import Target, vendor_target

PROFILE = "profile.toml"


@dataclass(frozen=True, slots=True)
class Order:
    """One pair: the folders of both profiles, how they are brought together, the folder for what comes of it.

    ``attended`` tells that whoever gives the order answers questions to a person.
    """

    node: str
    ric: str
    folder: str
    steering: Steering
    attended: bool = False

    @classmethod
    def of(cls, match: Match, folder: Path, steering: Steering) -> "Order":
        """The order for a pair that has an edition in common."""
        assert match.edition is not None
        node, ric = (str(each.profile.folder.resolve()) for each in (match.node, match.ric))
        return cls(node, ric, str(folder.resolve()), replace(steering, edition=match.edition))

    def targets(self, person: Person | None = None) -> tuple[Target, Target]:
        """The E2 node and the near-RT RIC; ``person`` is who can be asked to look after one.

        Raises ``InputError`` for a profile that cannot be used, ``UsageError`` if this machine lacks a transport, or
        nobody is there who has to be.
        """
        node, ric = (read_profile(Path(each)) for each in (self.node, self.ric))
        somebody = person if self.attended else None
        return (
            vendor_target(node, node.role(Role.E2_NODE), somebody),
            vendor_target(ric, ric.role(Role.NEAR_RT_RIC), somebody),
        )

    @property
    def print(self) -> str:
        """The same for the same order: then what was done need not be again.

        Another where a profile, an adapter beside it, an option or the harness is. Raises ``OSError`` if one cannot be
        read.
        """
        digest = hashlib.sha256(json.dumps([harness_version(), asdict(self.steering)]).encode())
        for folder in map(Path, (self.node, self.ric)):
            for path in (folder / PROFILE, *sorted(folder.rglob("*.py"))):
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def to_json(self) -> str:
        """The order as its process reads it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Order":
        """The order from such a text."""
        value: Mapping[str, Any] = json.loads(text)
        steering = value["steering"]
        steering["keywords"] = tuple(steering["keywords"])
        return cls(**{**value, "steering": Steering(**steering)})
