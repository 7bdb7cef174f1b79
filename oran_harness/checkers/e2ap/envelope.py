"""Octets that are no E2AP message, or not quite: envelope, open types, ranges (E2AP 9.3, 9.4; X.691)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_complaint
from oran_harness.checkers.observation import ComplaintObserved, MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import ComplaintKind, Level, Scope
from oran_harness.protocols.e2ap.procedures import PROCEDURES

SENDER = "the sender of the octets"
NEWEST_PROCEDURE_KNOWN_ELSEWHERE = 25
"""E2AP 8.00 has procedures 24 and 25: newer than the editions here, and nobody's mistake."""
_NEWER = "extension"


@rule(
    id="E2AP-UNDECODABLE",
    title="The octets are an E2AP message",
    clause="O-RAN.WG3.E2AP 9.3.3, 9.4",
    hint="Compare the first octets with the envelope (type of message, procedure code, criticality, length of the "
    "container) in `oran-harness decode`. Usual causes: a length written in the wrong form, a second message "
    "glued to the first, another protocol on this association, a PER variant other than aligned.",
    blames=SENDER,
)
def undecodable(seen: MessageObserved) -> Iterator[Breach]:
    """Every message is an E2AP-PDU in aligned basic PER whose envelope and container can be read."""
    decoded = seen.decoded
    if decoded.procedure_code is not None and (decoded.name is None or decoded.message is not None):
        return
    first = next((complaint for complaint in decoded.complaints if complaint.kind.breaks_syntax), None)
    yield Breach(
        blame=seen.role,
        message=f"{len(decoded.octets)} octets that no edition of E2AP can read"
        + (f": {first.message} at octet {first.octet}" if first else ""),
        expected="an E2AP-PDU in aligned basic PER",
        actual=f"{decoded.octets[:16].hex()}{'...' if len(decoded.octets) > 16 else ''}",
        key="undecodable",
    )


@rule(
    id="E2AP-TRAILING-OCTETS",
    title="Nothing stands behind the message",
    clause="O-RAN.WG3.E2AP 9.4 (X.691, complete encodings)",
    hint="Send as many octets as the encoder returned, not the size of its buffer; do not put two messages into one "
    "SCTP message.",
    blames=SENDER,
    of=(ComplaintKind.TRAILING_OCTETS,),
)
def trailing_octets(seen: ComplaintObserved) -> Iterator[Breach]:
    """An SCTP message holds one E2AP message and not one octet more."""
    yield of_complaint(seen, "octets behind the end of the message")


@rule(
    id="E2AP-OPEN-TYPE",
    title="Each open type is filled exactly",
    clause="O-RAN.WG3.E2AP 9.4 (X.691 11.2)",
    hint="The length before an IE value must be that of its encoding. A value of fewer octets than announced means a "
    "type of another edition (a list that was made longer, a member that was added) or a buffer sent whole.",
    blames=SENDER,
    of=(ComplaintKind.OPEN_TYPE_NOT_CONSUMED,),
)
def open_type(seen: ComplaintObserved) -> Iterator[Breach]:
    """The value of an IE takes all octets of its open type."""
    yield of_complaint(seen)


@rule(
    id="E2AP-TRUNCATED",
    title="No value ends before it is complete",
    clause="O-RAN.WG3.E2AP 9.4 (X.691)",
    hint="A length or a count promises more than the message holds. Look at the path: usually the count of a list, "
    "or a message cut at a receive buffer's size (10,000 octets, 1,023 octets of a function definition).",
    blames=SENDER,
    of=(ComplaintKind.TRUNCATED,),
)
def truncated(seen: ComplaintObserved) -> Iterator[Breach]:
    """The octets last as long as the lengths and counts in them say."""
    if seen.seen.decoded.message is not None:
        yield of_complaint(seen)


@rule(
    id="E2AP-MALFORMED",
    title="Every value has a form that a PER encoder writes",
    clause="O-RAN.WG3.E2AP 9.4 (X.691, X.690 8.5)",
    hint="Length determinants and numbers have exactly one form in PER: a length below 128 takes one octet, an "
    "integer as few octets as it can. Encode with a generated codec instead of by hand, and compare the octets "
    "at the path.",
    blames=SENDER,
    of=(ComplaintKind.MALFORMED,),
)
def malformed(seen: ComplaintObserved) -> Iterator[Breach]:
    """Lengths, integers and reals are written in the forms that PER allows."""
    if seen.seen.decoded.message is not None:
        yield of_complaint(seen)


@rule(
    id="E2AP-PADDING",
    title="Padding is zero bits",
    clause="O-RAN.WG3.E2AP 9.4 (X.691 11.1.4)",
    scope=Scope.RUN,
    hint="Clear the buffer before encoding, or append zero bits where the next field begins at an octet boundary and "
    "at the end of each IE value. No value is lost by it, but a decoder that looks at padding refuses the message.",
    blames=SENDER,
    of=(ComplaintKind.PADDING,),
)
def padding(seen: ComplaintObserved) -> Iterator[Breach]:
    """The bits up to an octet boundary are zero: X.691 11.1.4 has zero bits there and no others."""
    # In octets that are misread whatever stands behind the mistake may look like padding.
    if seen.seen.decoded.conforms:
        yield of_complaint(seen)


@rule(
    id="E2AP-OUT-OF-RANGE",
    title="Numbers and sizes are within their bounds",
    clause="O-RAN.WG3.E2AP 9.3.5",
    hint="Check the field named by the path against its bounds before encoding; encoders without range checks put "
    "the excess bits into the neighbouring field, which then looks wrong too.",
    blames=SENDER,
    of=(ComplaintKind.OUT_OF_RANGE,),
)
def out_of_range(seen: ComplaintObserved) -> Iterator[Breach]:
    """INTEGERs and the sizes of lists and strings keep the bounds of their types."""
    if not is_alphabet(seen) and not is_node_id_size(seen):
        yield of_complaint(seen)


@rule(
    id="E2AP-STRING-ALPHABET",
    title="Strings keep to PrintableString",
    clause="O-RAN.WG3.E2AP 9.3.5 (PrintableString, X.680)",
    hint="PrintableString knows letters, digits, space and ' ( ) + , - . / : = ? alone. Underscores, quotes and "
    "anything beyond ASCII in names (AMF name, OID) have to go, whatever the decoder of one's own stack "
    "tolerates.",
    blames=SENDER,
    of=(ComplaintKind.OUT_OF_RANGE,),
)
def string_alphabet(seen: ComplaintObserved) -> Iterator[Breach]:
    """A PrintableString holds characters of that alphabet alone."""
    if is_alphabet(seen):
        yield of_complaint(seen)


@rule(
    id="E2AP-NODE-ID-LENGTH",
    title="A gNB-ID has 22 to 32 bits",
    clause="O-RAN.WG3.E2AP 9.2.6 (Global E2 Node ID), TS 38.413",
    hint="Set the length of the BIT STRING to the gNB-ID length that the gNB is configured with (22 to 32), with the "
    "most significant bit first and zeros behind the last one; do not send the number as 64 bits.",
    blames=SENDER,
    of=(ComplaintKind.OUT_OF_RANGE,),
)
def node_id_length(seen: ComplaintObserved) -> Iterator[Breach]:
    """The BIT STRING of a gNB-ID is between 22 and 32 bits long."""
    if is_node_id_size(seen):
        yield of_complaint(seen, "a gNB-ID of a length that no gNB-ID has")


@rule(
    id="E2AP-UNKNOWN-ALTERNATIVE",
    title="Choices and enumerations have a value that exists",
    clause="O-RAN.WG3.E2AP 9.3.5",
    hint="The number of the alternative does not exist in any edition. Editions differ here: a cause of 1.01 is "
    "shifted by one against 2.03 (which put e2Node in), a time to wait lost its first value. Encode by the "
    "edition that the peer speaks.",
    blames=SENDER,
    of=(ComplaintKind.UNKNOWN_ALTERNATIVE,),
)
def unknown_alternative(seen: ComplaintObserved) -> Iterator[Breach]:
    """A CHOICE or ENUMERATED without that extension has no other values than those of its type."""
    if not seen.complaint.actual.startswith(_NEWER):
        yield of_complaint(seen)


@rule(
    id="E2AP-NEWER-VALUE",
    title="A value of an edition newer than those known here",
    clause="O-RAN.WG3.E2AP 9.3.5 (extension markers)",
    level=Level.SHOULD,
    hint="Nobody is to blame: extensible types may grow. Check which E2AP release the sender implements, and whether "
    "the receiver ignores what it does not know.",
    blames="nobody",
    of=(ComplaintKind.UNKNOWN_ALTERNATIVE,),
)
def newer_value(seen: ComplaintObserved) -> Iterator[Breach]:
    """An extension value beyond the editions known here is reported as such, and blames nobody."""
    if seen.complaint.actual.startswith(_NEWER):
        found = of_complaint(seen)
        yield Breach(None, found.message, found.expected, found.actual, found.key)


@rule(
    id="E2AP-UNKNOWN-PROCEDURE",
    title="A procedure has the type of message",
    clause="O-RAN.WG3.E2AP 9.3.3, 9.3.7",
    hint="Compare procedure code and type of message with E2AP 9.3.7. A Reset has no failure message, an indication no "
    "answer; FlexRIC's E42 uses the same envelope with other codes and does not belong on an E2 association.",
    blames=SENDER,
    of=(ComplaintKind.UNKNOWN_PROCEDURE,),
)
def unknown_procedure(seen: ComplaintObserved) -> Iterator[Breach]:
    """A message is of a type (request, response, failure) that its procedure has."""
    decoded = seen.seen.decoded
    procedure = PROCEDURES.get(-1 if decoded.procedure_code is None else decoded.procedure_code)
    if procedure is not None:
        yield Breach(
            blame=seen.seen.role,
            message=f"{procedure.title} has no {decoded.outcome}",
            expected=f"a message of {procedure.title}",
            actual=decoded.label,
            key=f"{procedure.code} {decoded.outcome}",
        )


@rule(
    id="E2AP-NEWER-PROCEDURE",
    title="A procedure of an edition newer than those known here",
    clause="O-RAN.WG3.E2AP 9.3.7; 10 (TS 36.413 10.3.4)",
    level=Level.SHOULD,
    hint="Nobody is to blame: E2AP grows. Check which release the sender implements; the receiver answers an unknown "
    "procedure with an Error Indication, or ignores it, by its criticality.",
    blames="nobody",
    of=(ComplaintKind.UNKNOWN_PROCEDURE,),
)
def newer_procedure(seen: ComplaintObserved) -> Iterator[Breach]:
    """A procedure code beyond the editions known here is reported as such, and blames nobody."""
    code = seen.seen.decoded.procedure_code
    if code is None or code in PROCEDURES:
        return
    known = "E2AP 8.00 has it" if code <= NEWEST_PROCEDURE_KNOWN_ELSEWHERE else "no edition up to 8.00 has it"
    yield Breach(
        blame=None,
        message=f"procedure {code} is in none of the editions known here; {known}",
        expected="a procedure of E2AP 9.3.7",
        actual=seen.seen.decoded.label,
        key=f"{code}",
    )


def is_alphabet(seen: ComplaintObserved) -> bool:
    """Whether a complaint is about a character of a string."""
    return seen.complaint.message.startswith("character ")


def is_node_id_size(seen: ComplaintObserved) -> bool:
    """Whether a complaint is about the length of a gNB-ID."""
    return seen.complaint.message == "size out of range" and seen.complaint.path.lower().endswith(
        ("gnb-id", "gnb-id.gnb-id")
    )
