"""What a pair's process is told: two products, and how they are brought together."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from oran_harness.adapters import read_profile
from oran_harness.interop.matchmaking import Candidate, Match
from oran_harness.model import Role

PROFILE = "profile.toml"


@dataclass(frozen=True, slots=True)
class Options:
    """How pairs are brought together: seconds that an answer may take, seconds that a node may take to be set up again,
    and where ids and mutations come from.
    """

    timeout: float = 5.0
    patience: float = 30.0
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """One pair: the folders of both profiles, the edition of E2AP, the folder for what comes of it."""

    node: str
    ric: str
    edition: str
    folder: str
    options: Options

    @classmethod
    def of(cls, match: Match, folder: Path, options: Options) -> "Order":
        """The order for a pair that has an edition in common."""
        assert match.edition is not None
        folders = (str(each.profile.folder.resolve()) for each in (match.node, match.ric))
        return cls(*folders, match.edition, str(folder.resolve()), options)

    def match(self) -> Match:
        """The pair; raises ``InputError`` for a profile that cannot be used."""
        node, ric = (read_profile(Path(each)) for each in (self.node, self.ric))
        return Match(
            Candidate(node, node.role(Role.E2_NODE)), Candidate(ric, ric.role(Role.NEAR_RT_RIC)), self.edition
        )

    @property
    def print(self) -> str:
        """The same for the same order, and another where a profile or an option is: what was done need not be again."""
        digest = hashlib.sha256(json.dumps([self.edition, asdict(self.options)]).encode())
        for folder in (self.node, self.ric):
            digest.update(b"\0" + (Path(folder) / PROFILE).read_bytes())
        return digest.hexdigest()

    def to_json(self) -> str:
        """The order as its process reads it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Order":
        """The order from such a text."""
        value: Mapping[str, Any] = json.loads(text)
        return cls(**{**value, "options": Options(**value["options"])})
