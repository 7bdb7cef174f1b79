"""Types inside themselves."""

import sys

import pytest

from oran_harness.codec.asn1 import DecodeError, EncodeError
from oran_harness.codec.asn1.reader import MAXIMUM_NESTING
from tests.codec.asn1.schemas import codec, complaints, hexed

BODY = "T ::= SEQUENCE { next T OPTIONAL }"
# As RANParameter-ValueType of E2SM-RC: six types from one level to the next.
WIDE = """T ::= CHOICE { leaf NULL, structure S1 }
S1 ::= SEQUENCE { inner S2 }
S2 ::= SEQUENCE { list SEQUENCE (SIZE (1..3)) OF S3 }
S3 ::= SEQUENCE { x NULL, value T }"""


def nested(depth: int) -> dict[str, object]:
    """A value inside of itself so many times."""
    value: dict[str, object] = {}
    for _ in range(depth):
        value = {"next": value}
    return value


def test_nesting() -> None:
    """A presence bit a level: 1 1 1 0."""
    assert hexed(BODY, nested(3)) == "e0"


def test_deep_nesting_is_malformed() -> None:
    """Beyond 32 levels octets are MALFORMED, in strict and lenient reading alike."""
    assert complaints(BODY, b"\xff" * 4 + b"\0") == []
    assert [kind for kind, _ in complaints(BODY, b"\xff" * 5)] == ["malformed"]
    assert [kind for kind, _ in complaints(BODY, b"\xff" * 100_000)] == ["malformed"]


def test_deep_nesting_cannot_be_encoded() -> None:
    """The same holds for values; one that contains itself does not keep the encoder busy for ever."""
    codec(BODY).encode("T", nested(MAXIMUM_NESTING))
    with pytest.raises(EncodeError, match="nested more than 32 times"):
        codec(BODY).encode("T", nested(MAXIMUM_NESTING + 1))
    loop: dict[str, object] = {}
    loop["next"] = loop
    with pytest.raises(EncodeError, match="nested more than 32 times"):
        codec(BODY).encode("T", loop)


def test_all_levels_fit_on_the_stack() -> None:
    """32 levels of six types each are within Python's own limit in all directions."""
    value: object = ("leaf", None)
    for _ in range(MAXIMUM_NESTING):
        value = ("structure", {"inner": {"list": ({"x": True, "value": value},)}})
    octets = codec(WIDE).encode("T", value)
    assert codec(WIDE).decode("T", octets) == value
    assert codec(WIDE).decode_lenient("T", octets + b"\0").value == value
    assert codec(WIDE).trace("T", octets).value == value
    assert [kind for kind, _ in complaints(WIDE, octets[:-1])] == ["truncated"]


def test_nesting_counts_levels_not_elements() -> None:
    """Siblings are no nesting."""
    body = "T ::= SEQUENCE { list SEQUENCE OF T }"
    assert hexed(body, {"list": ({"list": ()},) * 200}) == "80c8" + "00" * 200


def test_a_stack_that_is_almost_full() -> None:
    """Where the caller has left no room on the stack, that is MALFORMED too, never a RecursionError."""
    value: object = ("leaf", None)
    for _ in range(MAXIMUM_NESTING):
        value = ("structure", {"inner": {"list": ({"x": True, "value": value},)}})
    octets = codec(WIDE).encode("T", value)

    def call(depth: int) -> None:
        if depth:
            call(depth - 1)
            return
        with pytest.raises(DecodeError, match="nested deeper than can be decoded"):
            codec(WIDE).decode("T", octets)
        found = codec(WIDE).decode_lenient("T", octets, path="x")
        assert [(one.kind.value, one.path) for one in found.complaints] == [("malformed", "x")]
        assert codec(WIDE).trace("T", octets).complaints
        with pytest.raises(EncodeError, match="nested deeper than can be encoded"):
            codec(WIDE).encode("T", value)

    used = len(_frames())
    call(sys.getrecursionlimit() - used - 30)


def _frames() -> list[object]:
    frame = sys._getframe()
    found: list[object] = []
    while frame is not None:
        found.append(frame)
        frame = frame.f_back  # type: ignore[assignment]
    return found
