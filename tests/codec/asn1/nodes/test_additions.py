"""Extension additions of a SEQUENCE (X.691 19.7 to 19.9)."""

import itertools

import pytest

from oran_harness.codec.asn1 import UnknownAddition
from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit

BODY = "T ::= SEQUENCE { r BOOLEAN, ..., a INTEGER (0..7) OPTIONAL, b BOOLEAN OPTIONAL, c NULL OPTIONAL }"
GROUPS = """T ::= SEQUENCE { r BOOLEAN, ..., [[ a BOOLEAN, b BOOLEAN OPTIONAL, c INTEGER (0..7) DEFAULT 5 ]],
                             [[ d BOOLEAN OPTIONAL ]], e BOOLEAN OPTIONAL }"""


def test_none_present() -> None:
    """19.1: without additions the extension bit is 0 and nothing follows the root: 0 1."""
    assert hexed(BODY, {"r": True}) == "40"


def test_a_later_one_without_an_earlier_one() -> None:
    """19.8: the bit-map has a bit for each addition of the type, 1 where it is present.

    r and b: 1 1, count 3 as 0 000010, bit-map 010: 1100 0001 0010; the open type: 01 80. asn1tools drops b.
    """
    assert hexed(BODY, {"r": True, "b": True}) == "c1200180"
    assert hexed("T ::= SEQUENCE { ..., a INTEGER, b BOOLEAN }", {"b": True}) == "81400180"


def test_null() -> None:
    """A NULL in its open type is 01 00; asn1tools writes 00."""
    assert hexed(BODY, {"r": False, "c": True}) == "81100100"


@pytest.mark.parametrize("names", [c for n in range(4) for c in itertools.combinations("abc", n)])
def test_all_combinations(names: tuple[str, ...]) -> None:
    """Every combination of additions comes back."""
    value = {"r": True, **{name: {"a": 5, "b": True, "c": True}[name] for name in names}}
    hexed(BODY, value)


def test_groups() -> None:
    """19.9: a group is one addition, a SEQUENCE of its own: presence bits 1 0, a, b.

    1 1, count 3 as 0 000010, bit-map 100: 1100 0001 0100; the group 1 0 1 1 in 01 B0. Its members are the SEQUENCE's.
    """
    assert hexed(GROUPS, {"r": True, "a": True, "b": True, "c": 5}) == "c14001b0"
    assert hexed(GROUPS, {"r": True, "c": 5, "d": True, "e": False}) == "c13001c00100"
    assert codec(GROUPS).encode("T", {"r": True, "c": 5}).hex() == "40"


def test_groups_are_whole() -> None:
    """A member of a group needs its mandatory fellows."""
    assert misfit(GROUPS, {"r": True, "b": True}) == "a: mandatory, but missing"
    assert misfit(GROUPS, {"r": True, "a": 5}) == "a: BOOLEAN takes bool, not 5"


def test_more_than_64() -> None:
    """11.9.3.4: a count up to 64 is 0 and six bits; 65 is 1 and an aligned length, which asn1tools does not align.

    1 0 000001... for 64: 1 0 111111, 64 bits. For 65: 1 1, padding, 41, 65 bits.
    """
    for count, head in ((64, "bf"), (65, "c041")):
        names = ", ".join(f"m{n} BOOLEAN OPTIONAL" for n in range(count))
        octets = hexed(f"T ::= SEQUENCE {{ ..., {names} }}", {f"m{count - 1}": True})
        bitmap = f"{1:0{count}b}".ljust(-(-count // 8) * 8, "0")
        assert octets == head + f"{int(bitmap, 2):0{len(bitmap) // 4}x}" + "0180"


def test_large_additions_are_in_fragments() -> None:
    """An addition whose encoding has 16,384 octets or more is in fragments; asn1tools writes a length only.

    16,381 octets behind their length BFFD are 16,383: one length BFFF. One octet more makes 16,384: C1 ... 00.
    """
    body = "T ::= SEQUENCE { ..., a OCTET STRING }"
    octets = hexed(body, {"a": bytes(16381)})
    assert octets[:12] == "8080" + "bfff" + "bffd"
    octets = hexed(body, {"a": bytes(16382)})
    assert octets[:10] == "8080" + "c1" + "bffe"
    assert octets.endswith("00" * 16382 + "00")
    assert len(octets) == 2 * (2 + 1 + 16384 + 1)


def test_additions_of_a_newer_edition() -> None:
    """They are no mistake: skipped, and told with place and octets; of an older edition fewer are fine."""
    newer = "T ::= SEQUENCE { r BOOLEAN, ..., a BOOLEAN, b BOOLEAN, c OCTET STRING, d BOOLEAN }"
    older = "T ::= SEQUENCE { r BOOLEAN, ..., a BOOLEAN }"
    octets = codec(newer).encode("T", {"r": True, "a": True, "c": b"hi", "d": True})
    assert complaints(older, octets) == []
    decoded = codec(older).decode_lenient("T", octets, offset=10, path="x")
    assert decoded.value == codec(older).decode("T", octets) == {"r": True, "a": True}
    assert decoded.unknown_additions == (
        UnknownAddition("x", 2, b"\x02hi", 10 + 5), UnknownAddition("x", 3, b"\x80", 10 + 9)
    )  # fmt: skip
    octets = codec(older).encode("T", {"r": True, "a": True})
    assert codec(newer).decode("T", octets) == {"r": True, "a": True}


def test_unknown_additions_in_the_trace() -> None:
    """They are nodes of the trace, so that their octets are accounted for."""
    newer = "T ::= SEQUENCE { ..., a BOOLEAN, b OCTET STRING }"
    octets = codec(newer).encode("T", {"b": b"hi"})
    trace = codec("T ::= SEQUENCE { ... }").trace("T", octets)
    assert [(one.name, one.value) for one in trace.children] == [("unknown-1", b"\x02hi")]


def test_extension_bit_without_an_addition() -> None:
    """19.1: the extension bit is set only if an addition is present."""
    assert complaints(BODY, "c100") == [("malformed", 0)]
    assert lenient(BODY, "c100") == {"r": True}


def test_broken_additions() -> None:
    """The root is there, and the additions before the one that breaks; a broken one does not hinder the next."""
    # a (7) has two octets, one too many; b, where it is there, has a length and no octet.
    assert complaints(BODY, "c140" + "02e000") == [("open-type-not-consumed", 4)]
    assert complaints(BODY, "c160" + "02e000" + "01") == [("open-type-not-consumed", 4), ("truncated", 6)]
    assert lenient(BODY, "c160" + "02e000" + "01") == {"r": True, "a": 7, "b": None}
    assert complaints(BODY, "c0") == [("truncated", 0)]
    assert lenient(BODY, "c0") == {"r": True}
    assert complaints(GROUPS, "c14000") == [("truncated", 3)]
    assert lenient(GROUPS, "c14000") == {"r": True, "c": 5}


def test_claims_of_many_additions() -> None:
    """A bit-map of 16,383 bits that are not there is TRUNCATED; one in fragments is MALFORMED."""
    assert [kind for kind, _ in complaints("T ::= SEQUENCE { ... }", "c0bfff00")] == ["truncated"]
    assert [kind for kind, _ in complaints("T ::= SEQUENCE { ... }", "c0c100")] == ["malformed"]
    assert [kind for kind, _ in complaints("T ::= SEQUENCE { ... }", "c0408000000000000000" + "01ff")] == ["malformed"]
