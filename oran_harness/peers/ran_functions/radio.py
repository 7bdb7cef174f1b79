"""The radio network that our E2 node's functions see: cells, slices, and UEs that come, move and go.

Everything is a function of the seed and of the time since the first question, so that asking costs no stepping and
changes nothing. What a RIC did (handovers, releases, flows, quotas) is kept beside it.
"""

import functools
from collections import deque
from dataclasses import dataclass, replace

from oran_harness.checkers.identity import node_number, plmn_of
from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions.chance import mixed, share
from oran_harness.peers.ran_functions.radio_event import (
    SLICES_CHANGED,
    RadioEvent,
    Ue,
    departure,
    handover,
    node_changed,
)
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID
from oran_harness.service_models.common.build import TEST_PLMN, NodeType, cell, s_nssai, ue_id
from oran_harness.service_models.common.elements import CGI, S_NSSAI, UEID
from oran_harness.service_models.common.ue_id import identity

PERMANENT_UES = 2
"""UEs 1 and 2 are always there, unless a RIC releases them."""
MOVED, INACTIVE, LEFT = 0.3, 0.6, 0.75
"""When in the life of a UE, as shares of its period, it moves, becomes inactive, and leaves, on its own."""
AWAY_S = 0.5
"""How long a permanent UE stays away when it was released, in seconds."""
NEIGHBOURS_S = 5.0
"""How long until another cell's neighbours change, in seconds."""
PRBS = 106
"""Physical resource blocks of a cell in each direction: 40 MHz with 30 kHz between subcarriers."""
SLICES: tuple[S_NSSAI, ...] = (s_nssai(1), s_nssai(1, 1), s_nssai(2))
FIVE_QIS = (9, 7, 1)
"""5QI of the one flow of a UE, by its slice."""
_GENERATIONS = 512
_LARGEST_NUMBER = 4095
_REMEMBERED = 64
_NODE_BITS = 28


@dataclass(frozen=True, slots=True)
class Quota:
    """Shares of a cell's PRBs for a slice, in percent. The largest share is what the model goes by."""

    minimum: int
    maximum: int
    dedicated: int


class Radio:
    """The network of one E2 node, shared by its functions.

    ``cells`` (1 or more) and ``ues`` (``PERMANENT_UES`` or more) are how many there are at most at a time. Times are
    the node's monotonic clock, in seconds; life begins with the first one heard.
    """

    def __init__(
        self,
        kind: NodeType | str = NodeType.GNB,
        *,
        plmn: bytes = TEST_PLMN,
        node_id: BitString | None = None,
        seed: int = 0,
        cells: int = 2,
        ues: int = 6,
    ) -> None:
        self.kind = NodeType(kind)
        self.plmn = plmn
        self.seed = seed
        own = node_id or BitString((1 << 4).to_bytes(4), _NODE_BITS)
        other = _next_node(own)
        self.cells: tuple[CGI, ...] = tuple(cell(self.kind, plmn, own, number) for number in range(1, cells + 1))
        self.neighbours: tuple[CGI, ...] = tuple(cell(self.kind, plmn, other, number) for number in (1, 2))
        self.slots = max(ues, PERMANENT_UES)
        self.quotas: dict[tuple[bytes, bytes | None], Quota] = {}
        self.caused: deque[RadioEvent] = deque(maxlen=_REMEMBERED)
        """What a RIC made happen lately."""
        self.causes = 0
        """How much a RIC made happen so far."""
        self._origin: float | None = None
        # How long a slot's UE comes, stays, and leaves room for the next, in seconds; and where in that it begins.
        slots = range(self.slots)
        self._periods = [4.0 + 1.5 * (slot - PERMANENT_UES) + 2.0 * share(seed, slot, 1) for slot in slots]
        self._phases = [share(seed, slot, 2) for slot in slots]
        self._moved: dict[int, tuple[int, int]] = {}
        self._released: dict[int, tuple[int, float]] = {}
        self._flows: dict[int, tuple[int, int]] = {}

    # Time

    def age(self, now: float) -> float:
        """Seconds since the first question."""
        if self._origin is None:
            self._origin = now
        return now - self._origin

    def life(self, slot: int, now: float) -> tuple[int, float]:
        """The generation of a slot, and where in its life it is, 0..1; permanent UEs stand still."""
        if slot < PERMANENT_UES:
            return 0, 0.0
        turns = self.age(now) / self._periods[slot] + self._phases[slot]
        generation = int(turns // 1)
        return generation, turns - generation

    def moment(self, slot: int, generation: int, place: float) -> float:
        """When a slot's generation is at that place of its life; the way back from ``life``."""
        turns = generation + place - self._phases[slot]
        return turns * self._periods[slot] + (self._origin or 0.0)

    # UEs

    def number(self, slot: int, generation: int) -> int:
        """The number of a UE: from 1, another for each generation, at most 4095 as the shortest UE-ID has it."""
        if slot < PERMANENT_UES:
            return slot + 1
        turns = max(1, min(_GENERATIONS, _LARGEST_NUMBER // self.slots))
        return slot + 1 + self.slots * (generation % turns)

    def ue_at(self, slot: int, generation: int, place: float) -> Ue:
        """The UE of a slot's generation at that place of its life, whether or not it is still there."""
        number = self.number(slot, generation)
        kind = slot % len(SLICES) if slot < PERMANENT_UES else mixed(self.seed, slot, generation) % len(SLICES)
        flow = self._flows.get(slot)
        five_qi = flow[1] if flow is not None and flow[0] == number else FIVE_QIS[kind]
        return Ue(slot, number, self._cell(slot, generation, place), SLICES[kind], five_qi, place < INACTIVE)

    def ue(self, slot: int, now: float) -> Ue | None:
        """The UE in a slot, None while nobody is there."""
        generation, place = self.life(slot, now)
        if place >= LEFT or self.gone(slot, generation, now):
            return None
        return self.ue_at(slot, generation, place)

    def ues(self, now: float) -> tuple[Ue, ...]:
        """All UEs that are connected or inactive."""
        there = (self.ue(slot, now) for slot in range(self.slots))
        return tuple(ue for ue in there if ue is not None)

    def gone(self, slot: int, generation: int, now: float) -> bool:
        """Whether a RIC released that UE, and it has not come back."""
        released = self._released.get(slot)
        if released is None or released[0] != self.number(slot, generation):
            return False
        return now >= released[1] and (slot >= PERMANENT_UES or now < released[1] + AWAY_S)

    def placed(self, slot: int, generation: int) -> bool:
        """Whether a RIC chose the cell of that UE."""
        moved = self._moved.get(slot)
        return moved is not None and moved[0] == self.number(slot, generation)

    def _cell(self, slot: int, generation: int, place: float) -> int:
        moved = self._moved.get(slot)
        if moved is not None and moved[0] == self.number(slot, generation):
            return moved[1]
        if slot < PERMANENT_UES:
            return slot % len(self.cells)
        return (slot + generation + (place >= MOVED)) % len(self.cells)

    def find(self, ue_id: UEID, now: float) -> Ue | None:
        """The UE of that UE-ID, None if nobody who is there has it."""
        asked = identity(ue_id)
        if asked is None:
            return None
        return next((ue for ue in self.ues(now) if identity(self.ue_id(ue.number)) == asked), None)

    def ue_id(self, number: int) -> UEID:
        """The UE-ID of the UE of that number, in the variant of this node's kind."""
        return _ue_id(self.kind, number, self.plmn)

    # Cells

    def cell_index(self, cell: CGI) -> int | None:
        """Which of our cells has that identity, None if none has."""
        return self.cells.index(cell) if cell in self.cells else None

    def neighbour_version(self, cell: int, now: float) -> int:
        """How often a cell's neighbours changed, counted from 1: one cell's do every ``NEIGHBOURS_S`` seconds."""
        changes = int(self.age(now) // NEIGHBOURS_S)
        return 1 + (changes + len(self.cells) - 1 - cell) // len(self.cells)

    # What a RIC can do

    def hand_over(self, ue: Ue, cell: int, now: float) -> None:
        """Move a UE into one of our cells, by index."""
        self._moved[ue.slot] = (ue.number, cell)
        self._cause(handover(replace(ue, cell=cell), now))

    def release(self, ue: Ue, now: float) -> None:
        """Let a UE go; permanent ones come back after ``AWAY_S`` seconds."""
        self._released[ue.slot] = (ue.number, now)
        self._cause(departure(replace(ue, connected=False), now))

    def returns_at(self, slot: int) -> float | None:
        """When a permanent UE that was released comes back, or came; None if it never was."""
        released = self._released.get(slot)
        return released[1] + AWAY_S if released is not None and slot < PERMANENT_UES else None

    def change_flow(self, ue: Ue, five_qi: int) -> None:
        """Give a UE's flow another 5QI."""
        self._flows[ue.slot] = (ue.number, five_qi)

    def set_quota(self, slice_: S_NSSAI, quota: Quota, now: float) -> None:
        """Bound the PRBs of a slice in each cell."""
        self.quotas[slice_.sst, slice_.sd] = quota
        self._cause(node_changed(0, SLICES_CHANGED, now))

    def _cause(self, event: RadioEvent) -> None:
        self.caused.append(replace(event, caused=True))
        self.causes += 1


def radio_of(kind: NodeType | str, node: GlobalE2node_ID, *, seed: int = 0, cells: int = 2, ues: int = 6) -> Radio:
    """The radio network of the node with that Global E2 Node ID: its cells' identities begin with the node's."""
    plmn, number = plmn_of(node), node_number(node)
    return Radio(kind, plmn=plmn or TEST_PLMN, node_id=number, seed=seed, cells=cells, ues=ues)


@functools.lru_cache(maxsize=4096)
def _ue_id(kind: NodeType, number: int, plmn: bytes) -> UEID:
    return ue_id(kind, number, plmn=plmn)


def _next_node(node_id: BitString) -> BitString:
    """The ID of a neighbouring node, as long as ours."""
    padding = -node_id.length % 8
    value = ((int.from_bytes(node_id.octets) >> padding) + 1) % (1 << node_id.length)
    return BitString((value << padding).to_bytes(len(node_id.octets)), node_id.length)
