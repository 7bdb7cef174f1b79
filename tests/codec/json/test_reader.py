"""JSON to values: what is wrong is told with its place."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.json.mismatch import JsonMismatch
from oran_harness.codec.json.reader import octets, read, unread
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

EVERY = codec(EVERYTHING)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "branches", "next", "link", "a", "id", "octets", "length"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=200, database=None, deadline=None)
@given(st.sampled_from(sorted(EVERY.types)), ANY_JSON)
def test_any_json_is_a_value_or_a_mismatch(type_name: str, document: Any) -> None:
    """No JSON makes the reader raise anything but a mismatch that names a place."""
    paths = ["here"]
    try:
        read(EVERY.node(type_name), document, "here")
    except JsonMismatch as error:
        paths.append(error.path)
    assert all(path.startswith("here") for path in paths)


@pytest.mark.parametrize(
    ("schema", "document", "path"),
    [
        ("T ::= INTEGER", True, "x"),
        ("T ::= INTEGER", 1.0, "x"),
        ("T ::= INTEGER", "12", "x"),
        ("T ::= INTEGER", "0xhello", "x"),
        ("T ::= BOOLEAN", 1, "x"),
        ("T ::= REAL", True, "x"),
        ("T ::= REAL", 10**400, "x"),
        ("T ::= REAL", "infinite", "x"),
        ("T ::= OCTET STRING", "abc", "x"),
        ("T ::= OCTET STRING", 5, "x"),
        ("T ::= BIT STRING", {"octets": "ff"}, "x"),
        ("T ::= BIT STRING", {"octets": "ff", "length": "8"}, "x"),
        ("T ::= BIT STRING", {"octets": "f", "length": 4}, "x.octets"),
        ("T ::= PrintableString", 5, "x"),
        ("T ::= ENUMERATED { a }", 0, "x"),
        ("T ::= SEQUENCE OF INTEGER", {}, "x"),
        ("T ::= SEQUENCE OF INTEGER", [1, "2"], "x[1]"),
        ("T ::= SEQUENCE { a INTEGER }", [], "x"),
        ("T ::= SEQUENCE { a INTEGER }", {"b": 1}, "x"),
        ("T ::= SEQUENCE { a SEQUENCE { b INTEGER } }", {"a": {"b": "c"}}, "x.a.b"),
        ("T ::= CHOICE { a INTEGER }", {"a": 1, "b": 2}, "x"),
        ("T ::= CHOICE { a INTEGER }", {"b": 2}, "x"),
        ("T ::= CHOICE { a NULL }", {"a": 1}, "x.a"),
    ],
)
def test_mismatches_name_their_place(schema: str, document: Any, path: str) -> None:
    """What does not have the form of its type is refused, and the path says where it stands."""
    with pytest.raises(JsonMismatch) as caught:
        read(codec(schema).node("T"), document, "x")
    assert caught.value.path == path


def test_numbers_may_be_hexadecimal_text() -> None:
    """The text that the writer makes of huge numbers is read again, negative ones too."""
    node = codec("T ::= INTEGER").node("T")
    assert [read(node, text, "") for text in ("0x10", "-0xff")] == [16, -255]


def test_reals_may_be_whole() -> None:
    """A REAL takes a whole number of JSON, and the three names for what is no number of JSON."""
    node = codec("T ::= REAL").node("T")
    assert [read(node, document, "") for document in (2, "inf", "-inf")] == [2.0, math.inf, -math.inf]
    assert isinstance(read(node, 2, ""), float)


def test_octets_are_pairs_of_digits() -> None:
    """Octets are hexadecimal; spaces between them do no harm."""
    assert octets("00 ff", "x") == b"\x00\xff"
    with pytest.raises(JsonMismatch):
        octets("0", "x")


def test_unread_ies_have_three_members() -> None:
    """An IE given as octets names its id and criticality; a criticality that could not be read stays unknown."""
    assert unread({"id": 3, "criticality": "unknown", "octets": "01"}, "x") == (3, "unknown", b"\x01")
    for document in (
        [],
        {"id": 3, "octets": ""},
        {"id": "3", "criticality": "ignore", "octets": ""},
        {"id": 3, "criticality": "maybe", "octets": ""},
    ):
        with pytest.raises(JsonMismatch):
            unread(document, "x")
