"""One SCTP association of a capture: its two ends, its two directions, and how far it came."""

from dataclasses import dataclass, field

from oran_harness.captures.assembly import Budget
from oran_harness.captures.reassembly import Reassembly

MOST_PATHS = 64
"""Pairs of addresses, tags included, that are remembered for one association."""


@dataclass(slots=True, eq=False)
class End:
    """One end: the name by which events know it (address and port seen first), and all addresses known."""

    name: str
    addresses: set[bytes]


@dataclass(slots=True, eq=False)
class Direction:
    """The packets from one end to the other.

    ``ports`` are the two ports as on the wire; ``tag`` is the verification tag (chosen by the receiver), None while
    unknown.
    """

    association: "Association"
    ports: bytes
    source: End
    target: End
    reassembly: Reassembly
    tag: bytes | None = None

    @property
    def reverse(self) -> "Direction":
        """The other direction of the same association."""
        there, back = self.association.directions
        return back if self is there else there


@dataclass(slots=True, eq=False)
class Association:
    """One association; ``directions[0]`` goes from the end whose packet was seen first.

    ``number`` is given with the first event. ``handshake`` says that an INIT or INIT ACK was seen; ``initiator`` is who
    sent the INIT. ``offers`` maps each tag that an INIT ACK offered to the first TSN that came with it.
    ``predecessor`` is the association that this one, if it comes up, replaces. ``keys`` are the paths under which a
    table finds it.
    """

    directions: tuple[Direction, Direction] = field(init=False)
    number: str | None = None
    handshake: bool = False
    initiator: End | None = None
    up: bool = False
    shutting: bool = False
    closed: bool = False
    last_frame: int = 0
    packets: int = 0
    checked: int = 0
    wrong_checksums: int = 0
    truncated: int = 0
    malformed: int = 0
    offers: dict[bytes, int] = field(default_factory=dict)
    predecessor: "Association | None" = None
    keys: list[bytes] = field(default_factory=list)

    @classmethod
    def between(cls, source: End, target: End, ports: bytes, budget: Budget) -> "Association":
        """A new association, first seen in a packet from ``source`` with these ports."""
        made = cls()
        there = Direction(made, ports, source, target, Reassembly(budget))
        back = Direction(made, ports[2:] + ports[:2], target, source, Reassembly(budget))
        made.directions = there, back
        return made
