"""The follower's memory of one NETCONF session: bounded, and read-only for rules."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oran_harness.checkers.two_ends import OneEnd, TwoEnds
from oran_harness.model import Event, Role
from oran_harness.protocols.netconf.side import Side

if TYPE_CHECKING:
    from oran_harness.protocols.netconf import Conversation

ROLES = {Side.CLIENT: Role.O1_MANAGER, Side.SERVER: Role.O1_PROVIDER}
"""Who takes which side: the manager asks, the managed element answers (O-RAN.WG10 O1)."""


@dataclass(slots=True, eq=False)
class Session(TwoEnds[OneEnd]):
    """One NETCONF session.

    ``conversation`` is the protocol's view of it. ``told`` says that the history itself names the roles of its ends;
    else they are what the messages show. ``tampered`` are the sides for which the harness has injected octets: what is
    wrong with them from then on is its own doing. ``heard`` are the sides of which anything is in the record.
    """

    began: Event
    conversation: "Conversation"
    told: bool
    tampered: set[Side] = field(default_factory=set)
    heard: set[Side] = field(default_factory=set)

    def side(self, end: OneEnd) -> Side:
        """Which side an end is."""
        return Side.CLIENT if end.role is Role.O1_MANAGER else Side.SERVER

    @property
    def version(self) -> str | None:
        """The version of the base protocol that both hellos name: ``"1.0"``, ``"1.1"``, None where it is not known."""
        uri = self.conversation.version
        return uri.rpartition(":")[2] if uri is not None else None
