"""Fragments wherever X.691 has them, against octets put together here from clause 11.9.3."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import asn1tools
import pytest

from oran_harness.codec.asn1 import BitString, Field
from oran_harness.codec.asn1.codec import build
from oran_harness.codec.asn1.field import FieldRow, FieldTable
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from oran_harness.protocols.e2ap.tables import editions
from tests.codec.asn1.schemas import hexed, refused
from tests.protocols.e2ap.test_codec import INDICATION

K16 = 16384
SIZES = (16383, 16384, 16385, 32768, 49152, 65535, 65536, 65537, 80000, 131072)
Units = Callable[[int, int], bytes]
"""The octets of the units of a value from one up to another; only the last ones may end within an octet."""


def counted(size: int, units: Units) -> bytes:
    """X.691 11.9.3.5 to 11.9.3.8: units behind an unconstrained length.

    11.9.3.8: from 16K units on, a fragment of 4, 3, 2 or 1 times 16K of them, the largest there is, behind an octet
    11 and its number; then what is left in the same way. 11.9.3.6: up to 127 units a length of one octet. 11.9.3.7:
    below 16K 10 and fourteen bits. What ends in a whole fragment has a length of 0 behind it (11.9.3.8.3).
    """
    octets = b""
    place = 0
    while size - place >= K16:
        number = min((size - place) // K16, 4)
        octets += bytes([0xC0 | number]) + units(place, place + number * K16)
        place += number * K16
    rest = size - place
    return octets + (bytes([rest]) if rest < 128 else (0x8000 | rest).to_bytes(2)) + units(place, size)


def octets_of(content: bytes) -> bytes:
    """Octets behind their length."""
    return counted(len(content), lambda start, stop: content[start:stop])


def test_lengths_by_hand() -> None:
    """What the above makes of the examples of 11.9.3.8: 144K + 1 octets are 64K, 64K, 16K and 1."""
    octets = counted(9 * K16 + 1, lambda start, stop: bytes(stop - start))
    places = (0, 1 + 4 * K16, 2 + 8 * K16, 3 + 9 * K16)
    assert [octets[place] for place in places] == [0xC4, 0xC4, 0xC1, 0x01]
    assert octets_of(bytes(K16))[-1] == 0
    assert octets_of(bytes(K16 - 1))[:2].hex() == "bfff"


@cache
def content(size: int) -> bytes:
    """Octets that are not all alike, so that a fragment at the wrong place is seen."""
    return bytes((place * 7 + place // 251) & 255 for place in range(size))


@cache
def bits(size: int) -> BitString:
    """As many bits, those behind the last one zero."""
    octets = bytearray(content((size + 7) >> 3))
    octets[-1] &= 0xFF00 >> ((size - 1) % 8 + 1) & 255
    return BitString(bytes(octets), size)


def of_octets(value: Any, width: int = 8) -> Units:
    """Units of so many bits out of a value's octets."""
    return lambda start, stop: value[start * width // 8 : (stop * width + 7) // 8]


@dataclass(frozen=True)
class Kind:
    """A type, its value of a size, and the units of that; ``head`` is what stands before the length."""

    type: str
    value: Callable[[int], Any]
    units: Callable[[int], Units]
    head: str = ""
    slow: bool = False
    """Unit by unit: of large sizes one is enough."""


@cache
def letters(size: int) -> str:
    return "".join(chr(65 + place % 26) for place in range(size))


@cache
def digits(size: int) -> str:
    return "".join(str(place % 10) for place in range(size))


def digits_in_halves(size: int) -> Units:
    """30.5.4: NumericString has the places of its eleven characters, space first, in four bits."""
    nibbles = "".join(f"{place % 10 + 1:x}" for place in range(size)) + "0" * (size % 2)
    return of_octets(bytes.fromhex(nibbles), 4)


def in_two_bits(size: int) -> Units:
    """30.5.2: four characters take two bits each: 00 01 10 11 is 1B."""
    return of_octets((b"\x1b" * (size // 4 + 1))[: size // 4] + bytes([0x1B & (0xFF00 >> 2 * (size % 4))]), 2)


@cache
def flags(size: int) -> tuple[bool, ...]:
    return tuple(place % 3 == 0 for place in range(size))


def flags_in_bits(size: int) -> Units:
    text = "".join("01"[flag] for flag in flags(size)).ljust((size + 7) // 8 * 8, "0")
    return of_octets(int(text, 2).to_bytes(len(text) // 8), 1)


@cache
def number(size: int) -> int:
    """A positive number of so many octets, also with a sign."""
    return int.from_bytes(b"\x55" + content(size - 1))


def octets_of_text(size: int) -> Units:
    return of_octets(letters(size).encode())


KINDS = (
    Kind("OCTET STRING", content, lambda size: of_octets(content(size))),
    Kind("OCTET STRING (SIZE (0..200000))", content, lambda size: of_octets(content(size))),
    Kind("OCTET STRING (SIZE (5..MAX))", content, lambda size: of_octets(content(size))),
    Kind("OCTET STRING (SIZE (1..4, ...))", content, lambda size: of_octets(content(size)), "80"),
    Kind("BIT STRING", bits, lambda size: of_octets(bits(size).octets, 1)),
    Kind("BIT STRING (SIZE (1..16, ...))", bits, lambda size: of_octets(bits(size).octets, 1), "80"),
    Kind("PrintableString", letters, octets_of_text),
    Kind("PrintableString (SIZE (1..150, ...))", letters, octets_of_text, "80"),
    Kind("VisibleString", letters, octets_of_text),
    Kind("IA5String", letters, octets_of_text),
    Kind("GeneralString", letters, octets_of_text),
    Kind("UTF8String", letters, octets_of_text),
    Kind("NumericString", digits, digits_in_halves, slow=True),
    Kind("NumericString (SIZE (0..9, ...))", digits, digits_in_halves, "80", True),
    Kind('IA5String (FROM ("abcd"))', lambda size: ("abcd" * (size // 4 + 1))[:size], in_two_bits, slow=True),
    Kind("BMPString", letters, lambda size: of_octets(letters(size).encode("utf-16-be"), 16), slow=True),
    Kind("UniversalString", letters, lambda size: of_octets(letters(size).encode("utf-32-be"), 32)),
    Kind(
        "SEQUENCE OF INTEGER (0..255)",
        lambda size: tuple(content(size)),
        lambda size: of_octets(content(size)),
        slow=True,
    ),
    Kind("SEQUENCE (SIZE (0..2, ...)) OF BOOLEAN", flags, flags_in_bits, "80", True),
    Kind("SET OF BOOLEAN", flags, flags_in_bits, slow=True),
    # The numbers of 11.7 and 11.8 are as many octets as they need.
    Kind("INTEGER", number, lambda size: of_octets(b"\x55" + content(size - 1))),
    Kind("INTEGER (0..MAX)", number, lambda size: of_octets(b"\x55" + content(size - 1))),
    Kind("INTEGER (1..3, ...)", number, lambda size: of_octets(b"\x55" + content(size - 1)), "80"),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.type)
def test_every_kind_at_every_size(kind: Kind) -> None:
    """Strings of all kinds, lists, numbers: in all ways to read and write, and nothing less or more is taken."""
    for size in SIZES:
        if kind.slow and size not in (16383, 16384, 65537):
            continue
        wanted = bytes.fromhex(kind.head) + counted(size, kind.units(size))
        assert hexed(f"T ::= {kind.type}", kind.value(size)) == wanted.hex(), size
    refused(f"T ::= {kind.type}", wanted[:-1].hex())
    refused(f"T ::= {kind.type}", wanted.hex() + "00")


SECOND = {
    # 19.7, 19.8: 1, then 0 000001 for two additions, and their bits 01; 11.2: the open type behind its length.
    "SEQUENCE": ("T ::= SEQUENCE {{ ..., a NULL OPTIONAL, b {} }}", lambda value: {"b": value}, "8140"),
    # 19.9: a group is a SEQUENCE with a presence bit for its member: 1 and padding.
    "group": ("T ::= SEQUENCE {{ ..., [[ a BOOLEAN OPTIONAL, b {} ]] }}", lambda value: {"b": value}, "8080"),
    # 23.8: 1, then 0 000001 for the second addition.
    "CHOICE": ("T ::= CHOICE {{ r NULL, ..., a NULL, b {} }}", lambda value: ("b", value), "81"),
}


@pytest.mark.parametrize("around", SECOND)
@pytest.mark.parametrize("size", [*range(16377, 16386), 32768, 65530, 65532, 65536, 80000, 131072])
def test_extension_additions(around: str, size: int) -> None:
    """An addition is an open type (11.2), in fragments of its own when its complete encoding has 16K octets."""
    body, value, head = SECOND[around]
    inner = (b"\0" if around == "group" else b"") + octets_of(content(size))
    wanted = bytes.fromhex(head) + octets_of(inner)
    assert hexed(body.format("OCTET STRING"), value(content(size))) == wanted.hex()


def test_additions_in_additions() -> None:
    """Each open type has fragments of its own, cut at its own octets: three of them around one string."""
    innermost = "SEQUENCE { ..., c OCTET STRING }"
    body = f"T ::= SEQUENCE {{ ..., a SEQUENCE {{ ..., b {innermost} }} }}"
    for size in (16370, 16384, 65536, 80000):
        wanted = content(size)
        for head in ("", "8080", "8080", "8080"):
            wanted = bytes.fromhex(head) + octets_of(wanted)
        assert hexed(body, {"a": {"b": {"c": content(size)}}}) == wanted.hex()


def test_additions_behind_a_large_one() -> None:
    """What follows a large addition is found behind its last fragment."""
    body = "T ::= SEQUENCE { ..., a OCTET STRING OPTIONAL, b BOOLEAN OPTIONAL, c OCTET STRING OPTIONAL }"
    value = {"a": content(70000), "b": True, "c": content(16384)}
    # 1, 0 000010, 111: 1000 0010 1110.
    wanted = "82e0" + octets_of(octets_of(value["a"])).hex() + "0180" + octets_of(octets_of(value["c"])).hex()
    assert hexed(body, value) == wanted


@pytest.mark.parametrize("size", SIZES)
def test_fields(size: int) -> None:
    """The open type of a Protocol IE: its id in two octets, its criticality in two bits, its octets."""
    body = """T DEFINITIONS AUTOMATIC TAGS ::= BEGIN
    F ::= SEQUENCE { id INTEGER (0..65535), criticality ENUMERATED { reject, ignore, notify }, value OCTET STRING }
    V ::= OCTET STRING END"""
    table = FieldTable({7: FieldRow("V", "V", "ignore")})
    schema = build(asn1tools.parse_string(body), {}, {"F": table})
    inner = octets_of(content(size))
    wanted = bytes.fromhex("000740") + octets_of(inner)
    assert schema.encode("F", Field(7, "ignore", content(size))) == wanted
    for reading in (schema.decode("F", wanted), schema.decode_lenient("F", wanted, doubtful=True).value):
        assert (reading.value, reading.octets) == (content(size), inner)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("size", [*range(16350, 16386, 5), 65536, 80000])
def test_messages(edition: str, size: int) -> None:
    """An indication with a large message: the string, its IE and the whole message each have fragments.

    The other IEs stand before it as they do in a small one, and behind it the call process ID is absent.
    """
    small = e2ap_codec(edition).encode(replace(INDICATION, ric_indication_message=b"x"))
    # 00 05, criticality 40, length; the container: extension bit and padding, six IEs; the last one is 26: 00 1A 00.
    head, before = small[:3], small[4:-6]
    assert small[-6:].hex() == "001a" + "00" + "02" + "0178"
    wanted = head + octets_of(before + bytes.fromhex("001a00") + octets_of(octets_of(content(size))))
    message = replace(INDICATION, ric_indication_message=content(size))
    assert e2ap_codec(edition).encode(message) == wanted
    for decoded in (e2ap_codec(edition).decode(wanted), e2ap_codec(edition).decode_in_full(wanted)):
        assert decoded.message == message
        assert decoded.complaints == ()
