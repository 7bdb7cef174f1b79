"""A flawed peer that keeps something over a restart of its process, as a product does on a disk."""

from collections.abc import Sequence
from typing import Any

from oran_harness.peers.actor import Actor, Command
from oran_harness.peers.flaws.flawed_actor import FlawedActor
from oran_harness.protocols.e2ap.elements import RICrequestID

_LIVES = "lives"
_IDS = "request_ids"


class LastingActor(FlawedActor):
    """A flawed actor with a memory in terms of JSON, which whoever starts it anew gives to the next one.

    It keeps the RICrequestIDs that ``note_id`` is told, with the life in which that was.
    """

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self.kept: dict[str, Any] = {}

    def begin(self, now: float) -> Sequence[Command]:
        """One more life."""
        self.kept[_LIVES] = self.life + 1
        return super().begin(now)

    @property
    def life(self) -> int:
        """The number of this life, from 1 on; 0 before it begins."""
        return int(self.kept.get(_LIVES, 0))

    @property
    def restarted(self) -> bool:
        """Whether this is not its first life."""
        return self.life > 1

    def note_id(self, request_id: RICrequestID | None) -> None:
        """A RICrequestID is in use in this life."""
        self.kept.setdefault(_IDS, {})[_name(request_id)] = self.life

    def is_from_before(self, request_id: RICrequestID | None) -> bool:
        """Whether it was in use before the last restart, and is not any more."""
        return int(self.kept.get(_IDS, {}).get(_name(request_id), self.life)) < self.life

    @property
    def left_something(self) -> bool:
        """Whether RICrequestIDs were in use before the last restart that are not any more."""
        return any(life < self.life for life in self.kept.get(_IDS, {}).values())


def _name(request_id: RICrequestID | None) -> str:
    return "" if request_id is None else f"{request_id.ric_requestor_id} {request_id.ric_instance_id}"
