"""Messages of any kind by the decisions of a chooser, legal or with one thing wrong in them."""

from oran_harness.codec.asn1.walker import ORDINARY, Chooser, Plan
from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.deviation import Deviating
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.received import CLASSES, from_wire, shorten
from oran_harness.protocols.e2ap.regular import PDU


def generate(name: str, edition: str, chooser: Chooser, plan: Plan = ORDINARY) -> Message:
    """A legal message of that name; what a service model defines in it is octets of any kind.

    Raises ``UsageError`` if the edition has no such message.
    """
    reader = codec(edition)
    if name not in reader.tables.message_sets:
        raise UsageError(f"E2AP {edition} has no message {name}")
    types = {row.id: row.type for row in reader.tables.ies(name)}
    members = dict(CLASSES[name].IES)
    fields = reader.schema.generate(name, chooser, plan)["protocolIEs"]
    return CLASSES[name](**{members[field.id]: from_wire(types[field.id], field.value) for field in fields})


def spoil(message: Message, edition: str, chooser: Chooser) -> Deviating:
    """The octets of a message with one thing in it that breaks the schema, or PER.

    Raises ``EncodeError`` if the message itself does not fit the edition.
    """
    reader = codec(edition)
    value = reader.schema.decode(PDU, reader.encode(message))
    spoiled = reader.schema.spoil(PDU, value, chooser)
    octets = reader.schema.encode_illegal(PDU, spoiled.value)
    return Deviating(octets, (f"{shorten(spoiled.path) or 'the message'}: {spoiled.said}",))
