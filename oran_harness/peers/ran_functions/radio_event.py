"""What happens in the radio network, and what of it can be seen: RRC messages, call processes, changes."""

from dataclasses import dataclass

from oran_harness.service_models.common.elements import S_NSSAI

# TS 23.501 table 5.7.4-1; QCIs of TS 23.203 are alike.
GUARANTEED = frozenset((1, 2, 3, 4, 65, 66, 67, 71, 72, 73, 74, 75, 76))
"""5QIs (and QCIs) with a guaranteed bit rate."""


@dataclass(frozen=True, slots=True)
class Ue:
    """A UE as it is at one time. ``slot`` is its place in the model, ``number`` that of its UE-ID."""

    slot: int
    number: int
    cell: int
    slice: S_NSSAI
    five_qi: int
    connected: bool

    @property
    def guaranteed(self) -> bool:
        """Whether its flow has a guaranteed bit rate."""
        return self.five_qi in GUARANTEED


@dataclass(frozen=True, slots=True)
class CopiedMessage:
    """An RRC message of NR, or one of a network interface.

    ``kind`` is the RRC class or the interface type, ``number`` the message's number within the class, or its procedure
    code. ``incoming`` tells that the node received it.
    """

    kind: str
    number: int
    octets: bytes
    incoming: bool

    @property
    def of_rrc(self) -> bool:
        """Whether it is an RRC message; those have classes like ``uL-DCCH``."""
        return self.kind.endswith("CCH")


@dataclass(frozen=True, slots=True)
class RadioEvent:
    """Something that happened ``at`` that time to a UE, or to a cell by index.

    ``call_processes`` are the types and breakpoints that were passed (RC 7.3.3), ``state`` the RRC state that the UE
    changed to, ``id_change`` and ``node_change`` the numbers of RC 7.3.5 and 7.3.4 for what changed. ``caused`` tells
    that a RIC made it happen.
    """

    at: float
    ue: Ue | None = None
    cell: int | None = None
    call_processes: tuple[tuple[int, int], ...] = ()
    messages: tuple[CopiedMessage, ...] = ()
    state: str | None = None
    id_change: int | None = None
    node_change: int | None = None
    caused: bool = False


# UPER of TS 38.331, each message as short as it can be.
_SETUP_COMPLETE = CopiedMessage("uL-DCCH", 2, bytes.fromhex("100000df801040"), True)
_RECONFIGURATION = CopiedMessage("dL-DCCH", 0, bytes.fromhex("0000"), False)
_RECONFIGURATION_COMPLETE = CopiedMessage("uL-DCCH", 1, bytes.fromhex("0800"), True)
_RELEASE = CopiedMessage("dL-DCCH", 2, bytes.fromhex("1000"), False)
_F1_INITIAL = CopiedMessage("f1", 11, bytes.fromhex("000b4003000000"), True)

RRC_SETUP, RRC_RELEASE = (5, 1), (5, 3)
DRB_SETUP = (2, 1)
HANDOVER = ((3, 1), (3, 2), (3, 3))
CONNECTED, HANDED_OVER, REMOVED = 1, 2, 4
CELL_CHANGED, NEIGHBOURS_CHANGED, SLICES_CHANGED = 1, 2, 3


def arrival(ue: Ue, at: float) -> RadioEvent:
    """A UE sets its RRC connection and a bearer up."""
    messages = (_F1_INITIAL, _SETUP_COMPLETE)
    return RadioEvent(at, ue, ue.cell, (RRC_SETUP, DRB_SETUP), messages, "rrc-connected", CONNECTED)


def handover(ue: Ue, at: float) -> RadioEvent:
    """A UE was handed over into the cell where it is."""
    messages = (_RECONFIGURATION, _RECONFIGURATION_COMPLETE)
    return RadioEvent(at, ue, ue.cell, HANDOVER, messages, None, HANDED_OVER)


def suspension(ue: Ue, at: float) -> RadioEvent:
    """A UE became inactive."""
    return RadioEvent(at, ue, ue.cell, (), (_RELEASE,), "rrc-inactive")


def departure(ue: Ue, at: float) -> RadioEvent:
    """A UE was released."""
    return RadioEvent(at, ue, ue.cell, (RRC_RELEASE,), (_RELEASE,), "rrc-idle", REMOVED)


def node_changed(cell: int, what: int, at: float) -> RadioEvent:
    """Something about a cell, or all of them, changed: ``what`` is a number of RC 7.3.4."""
    return RadioEvent(at, cell=cell, node_change=what)
