"""SEQUENCE and SET (X.691 clauses 19 and 21)."""

from dataclasses import dataclass
from typing import ClassVar

import asn1tools
import pytest

from oran_harness.codec.asn1 import Asn1Codec, BitString, EncodeError
from oran_harness.codec.asn1.codec import build
from tests.codec.asn1.schemas import codec, complaints, hexed, lenient, misfit, module

PERSON = """
T ::= SEQUENCE { first-name PrintableString, age INTEGER (0..255) OPTIONAL, pets SEQUENCE OF Pet, ...,
                 email PrintableString OPTIONAL }
Pet ::= SEQUENCE { legs INTEGER (0..7) }
Alias ::= T
"""


@dataclass(frozen=True, slots=True)
class Person:
    """A record of a newer edition: it also knows ``nick``."""

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("first-name", "first_name"), ("age", "age"), ("pets", "pets"), ("email", "email"), ("nick", "nick"),
    )  # fmt: skip
    first_name: str
    pets: tuple[object, ...]
    age: int | None = None
    email: str | None = None
    nick: str | None = None


def persons() -> Asn1Codec:
    """The codec with the record registered."""
    return build(asn1tools.parse_string(module(PERSON)), {"T": Person}, {})


def test_presence_bits() -> None:
    """19.2: a bit for each member that may be absent, in order: 1 0, then the values."""
    body = "T ::= SEQUENCE { a BOOLEAN OPTIONAL, b BOOLEAN, c BOOLEAN OPTIONAL }"
    assert hexed(body, {"a": True, "b": False}) == "a0"
    assert hexed(body, {"b": True, "c": True}) == "70"


def test_many_presence_bits() -> None:
    """A type with 100 optional members has 100 bits in front."""
    body = f"T ::= SEQUENCE {{ {', '.join(f'm{n} BOOLEAN OPTIONAL' for n in range(100))} }}"
    value = {f"m{n}": True for n in range(0, 100, 2)}
    assert hexed(body, value) == "aa" * 12 + "a" + "f" * 12 + "c"


def test_defaults() -> None:
    """19.5: a value that equals the default is not written, and absence stands for it."""
    body = """T ::= SEQUENCE { a INTEGER (0..7) DEFAULT 5, b BIT STRING { x(0), y(1) } DEFAULT { x },
                               c OCTET STRING DEFAULT '01'H, d REAL DEFAULT 1, e ENUMERATED { p, q } DEFAULT q }"""
    value = {"a": 5, "b": BitString(b"\x80", 1), "c": b"\1", "d": 1.0, "e": "q"}
    assert hexed(body, value) == "00"
    assert codec(body).encode("T", {}) == b"\0"
    assert codec(body).encode("T", {"b": BitString(b"\x80", 2)}) == b"\0"
    assert codec(body).decode("T", codec(body).encode("T", {"a": 6})) == {**value, "a": 6}


def test_set_members_in_the_order_of_their_tags() -> None:
    """21.1: a SET is a SEQUENCE of its members in the order of their tags: b, then a."""
    assert hexed("T ::= SET { a [2] BOOLEAN, b [1] BOOLEAN }", {"a": True, "b": False}) == "40"


def test_members_behind_the_second_marker() -> None:
    """19.3: members behind the second extension marker belong to the root: 0, a, b."""
    assert hexed("T ::= SEQUENCE { a BOOLEAN, ..., ..., b BOOLEAN }", {"a": True, "b": True}) == "60"


def test_records() -> None:
    """A registered type is an instance of its class, members under their field names, absent ones None."""
    schema = persons()
    ann = Person("Ann", ({"legs": 4},), email="a.b")
    octets = schema.encode("T", ann)
    assert schema.decode("T", octets) == ann
    assert schema.encode("T", {"first-name": "Ann", "pets": [{"legs": 4}], "email": "a.b"}) == octets
    assert schema.decode("Alias", octets) == ann


def test_partial_records() -> None:
    """A record that is cut off has None where nothing could be read, also for mandatory members."""
    decoded = persons().decode_lenient("T", b"\x00\x03An")
    assert decoded.value == Person(None, None)  # type: ignore[arg-type]
    assert [one.path for one in decoded.complaints] == ["first-name"]


def test_members_of_another_edition_cannot_be_encoded() -> None:
    """A record may know more members than the edition; they must be None."""
    with pytest.raises(EncodeError, match="this edition of T lacks nick"):
        persons().encode("T", Person("Ann", (), nick="A"))


def test_values_that_do_not_fit() -> None:
    """Missing and unknown members, and values of other types, are refused by name."""
    assert misfit(PERSON, {"age": 5, "pets": ()}) == "first-name: mandatory, but missing"
    assert "T has no member 'nick'" in misfit(PERSON, {"first-name": "A", "pets": (), "nick": "B"})
    assert "T has no member 5" in misfit(PERSON, {"first-name": "A", "pets": (), 5: "B"})
    assert misfit(PERSON, {"first-name": "A", "pets": ({},)}) == "pets[0].legs: mandatory, but missing"
    for value in (None, 5, "ab", ("a", 5), [1]):
        assert "takes dict" in misfit(PERSON, value)
    with pytest.raises(EncodeError, match="takes Person, not 5"):
        persons().encode("T", 5)


def test_lenient_reading_goes_on() -> None:
    """A member out of range does not keep the next ones from being read."""
    body = "T ::= SEQUENCE { a INTEGER (0..4), b BOOLEAN }"
    assert complaints(body, "b0") == [("out-of-range", 0)]
    assert lenient(body, "b0") == {"a": 5, "b": True}
