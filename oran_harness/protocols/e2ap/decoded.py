"""An E2AP message as it was received: its octets, its typed value, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oran_harness.codec.asn1.reader import Reader
from oran_harness.model.complaint import Complaint
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.tables import IeRow, tables

HEAD = 3
"""Octets before the length of a message: outcome, procedure code and criticality (E2AP 9.3.2)."""
CRITICALITIES = ("reject", "ignore", "notify")


@dataclass(frozen=True, slots=True)
class ReceivedIe:
    """One Protocol IE as it stood on the wire; ``offset`` is the first octet of its value in the whole message."""

    id: int
    name: str
    criticality: str
    octets: bytes
    offset: int


@dataclass(frozen=True, slots=True)
class DecodedMessage:
    """What could be read of one message in one edition.

    ``octets`` is the whole message as given. ``outcome`` and ``procedure_code`` are None where the envelope
    itself is not readable, ``message`` is None where the message is unknown to the edition or its container is not
    readable; IEs that could not be read are None in it.

    What the sender wrote otherwise than the specification fixes is kept, so that ``encode`` can write the very same
    octets: ``criticalities`` by path, and ``layout``, the IEs in the order of the wire where that is not
    the specification's: an id stands for an IE that ``message`` holds, a ``ReceivedIe`` for octets that it does not
    (unknown, repeated or unreadable).

    ``received`` are the IEs as they stood on the wire; None where ``ies`` reads them from the octets of a regular
    message when somebody asks.
    """

    octets: bytes
    edition: str
    outcome: str | None = None
    procedure_code: int | None = None
    criticality: str | None = None
    name: str | None = None
    message: Message | None = None
    received: tuple[ReceivedIe, ...] | None = field(default=(), compare=False)
    complaints: tuple[Complaint, ...] = ()
    criticalities: Mapping[str, str] = field(default_factory=dict)
    layout: tuple["int | ReceivedIe", ...] | None = None

    @property
    def ies(self) -> tuple[ReceivedIe, ...]:
        """The IEs as they stood on the wire, in their order."""
        if self.received is None and self.name is not None:
            return regular_ies(self.octets, tables(self.edition).ies(self.name))
        return self.received or ()

    @property
    def conforms(self) -> bool:
        """Whether the octets conform to the edition's syntax: those about criticalities and padding do not count."""
        if self.message is None or not self.complaints:
            return self.message is not None
        return not any(complaint.kind.breaks_syntax for complaint in self.complaints)

    @property
    def label(self) -> str:
        """A name for people: the message's, else what is known of the envelope."""
        if self.name is not None:
            return self.name
        if self.procedure_code is not None:
            return f"{self.outcome} of procedure {self.procedure_code}"
        return "undecodable octets"


def regular_ies(octets: bytes, rows: tuple[IeRow, ...]) -> tuple[ReceivedIe, ...]:
    """The IEs of a regular message, as they stood in its octets."""
    names = {row.id: row.name for row in rows}
    reader = Reader(octets)
    reader.position = 8 * HEAD
    reader.length()
    reader.bits(8)
    found = []
    for _ in range(reader.bits(16)):
        id = reader.bits(16)
        criticality = CRITICALITIES[reader.bits(8) >> 6]
        length = reader.length()
        offset = reader.position >> 3
        found.append(ReceivedIe(id, names[id], criticality, reader.octets(length), offset))
    return tuple(found)
