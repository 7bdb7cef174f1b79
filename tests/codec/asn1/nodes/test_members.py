"""The components of a SEQUENCE's root, or of an addition group."""

import pytest

from oran_harness.codec.asn1.fault import Fault, Misfit
from oran_harness.codec.asn1.nodes.boolean import Boolean
from oran_harness.codec.asn1.nodes.integer import integer
from oran_harness.codec.asn1.nodes.members import Member, Members
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.size import Bounds
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer

MEMBERS = Members(
    [
        Member("a-b", Boolean()),
        Member("c", integer(Bounds(0, 7)), optional=True),
        Member("d", integer(Bounds(0, 7)), default=5),
        Member("e", Null(present=True)),
    ],
    {"a-b": "a_b", "c": "c", "d": "d", "e": "e"},
    1,
    True,
)


def written(*items: object) -> str:
    """What the members write for values, the first of which is none of theirs."""
    writer = Writer()
    MEMBERS.encode(writer, (None, *items), True)
    return f"{writer.value:0{writer.width}b}"


def test_extension_bit_presence_bits_values() -> None:
    """The extension bit is set as told; optional members and defaults have a bit each; a NULL needs no value."""
    assert written(True, 3, 4, None) == "1111011100"
    assert written(True, None, 5, True) == "1001"


def test_keys_and_presence_bits_of_what_is_read() -> None:
    """Values come under their keys; the presence bits tell about the extension."""
    values: dict[str, object] = {}
    head = MEMBERS.decode(Reader(bytes([0b11110111, 0])), values)
    assert head & MEMBERS.extended
    assert values == {"a_b": True, "c": 3, "d": 4, "e": True}


def test_minimum_bits() -> None:
    """Mandatory members count, optional ones do not."""
    assert MEMBERS.minimum_bits == 4


def test_presence() -> None:
    """Anything but None and a default is a value."""
    assert not MEMBERS.present((1, None, None, None, None))
    assert not MEMBERS.present((1, None, None, 5, None))
    assert MEMBERS.present((1, None, None, 5, True))
    assert MEMBERS.present((1, None, None, 4, None))


def test_names_in_faults() -> None:
    """Whoever fails is named, on both ways."""
    octets = Reader(b"\xf0")
    octets.end = 6
    with pytest.raises(Fault) as caught:
        MEMBERS.decode(octets, {})
    assert caught.value.names == ["c"]
    with pytest.raises(Misfit) as misfit:
        written(None, 3, 4, None)
    assert (misfit.value.message, misfit.value.names) == ("mandatory, but missing", ["a-b"])
