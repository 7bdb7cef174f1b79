"""Where the parts of a value lie in the octets."""

from oran_harness.codec.asn1 import TraceNode
from oran_harness.codec.asn1.reader import MAXIMUM_TRACE_NODES
from tests.codec.asn1.schemas import codec


def count(node: TraceNode) -> int:
    """The nodes of a trace."""
    return 1 + sum(map(count, node.children))


def test_children_lie_within_their_parents() -> None:
    """Places nest, in order, padding belonging to what follows it."""
    body = "T ::= SEQUENCE { a BOOLEAN, b SEQUENCE OF CHOICE { x INTEGER (0..255), y NULL }, c REAL OPTIONAL }"
    schema = codec(body)
    trace = schema.trace("T", schema.encode("T", {"a": True, "b": (("x", 5), ("y", None), ("x", 6)), "c": 1.5}))

    def check(node: TraceNode) -> None:
        place = node.start_bit
        for child in node.children:
            assert place <= child.start_bit <= child.end_bit <= node.end_bit
            place = child.end_bit
            check(child)

    check(trace)
    assert count(trace) == 1 + 1 + 1 + 3 + 3 + 1


def test_complaints_stand_at_their_value() -> None:
    """A node has what is wrong with itself, not with its children."""
    schema = codec("T ::= SEQUENCE { a SEQUENCE { b INTEGER (0..4) }, c BOOLEAN }")
    trace = schema.trace("T", b"\xa0\x00")
    assert [one.kind.value for one in trace.complaints] == ["trailing-octets"]
    assert trace.children[0].complaints == ()
    assert [one.path for one in trace.children[0].children[0].complaints] == ["a.b"]


def test_places_in_fragments() -> None:
    """Behind a seam the places are those of the message: the last octet is the 4th in the second fragment."""
    schema = codec("T ::= CHOICE { a NULL, ..., b SEQUENCE { x OCTET STRING, y OCTET STRING (SIZE (3)) } }")
    octets = schema.encode("T", ("b", {"x": bytes(16382), "y": b"abc"}))
    (alternative,) = schema.trace("T", octets, offset=5).children
    y = alternative.children[1]
    assert octets[(y.start_bit >> 3) - 5 : (y.end_bit >> 3) - 5] == b"abc"


def test_traces_are_bounded() -> None:
    """A message of a million bits has a trace that nobody could read: it has no more nodes than a limit."""
    schema = codec("T ::= SEQUENCE OF BOOLEAN")
    octets = schema.encode("T", (True,) * (2 * MAXIMUM_TRACE_NODES))
    trace = schema.trace("T", octets)
    assert count(trace) == MAXIMUM_TRACE_NODES + 1
    assert len(trace.value) == 2 * MAXIMUM_TRACE_NODES
