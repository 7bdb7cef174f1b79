"""Whole values: round trips, strict against lenient, hostile octets, threads."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import DecodeError, EncodeError, load_schema
from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.errors import UsageError
from oran_harness.resources import interface
from tests.codec.asn1.everything import EVERYTHING, RIGHT
from tests.codec.asn1.schemas import codec, for_asn1tools, reference
from tests.codec.asn1.values import node_of, values

EVERY = codec(EVERYTHING)
VALUES = values(node_of(EVERY, "Everything"))
RIGHT_VALUES = values(node_of(codec(RIGHT), "T"))
few = settings(max_examples=60, database=None, deadline=None)
many = settings(max_examples=250, database=None, deadline=None)


@few
@given(VALUES)
def test_what_is_encoded_decodes_to_the_same(value: Any) -> None:
    """decode(encode(v)) == v for every construct; the lenient mode and the trace find nothing wrong."""
    octets = EVERY.encode("Everything", value)
    assert EVERY.decode("Everything", octets) == value
    decoded = EVERY.decode_lenient("Everything", octets)
    assert (decoded.value, decoded.complaints, decoded.consumed) == (value, (), len(octets))
    trace = EVERY.trace("Everything", octets)
    assert trace.value == value
    assert trace.complaints == ()


@few
@given(RIGHT_VALUES)
def test_octets_are_those_of_the_reference(value: Any) -> None:
    """Where asn1tools is right, its octets and ours are the same, and it reads ours."""
    octets = codec(RIGHT).encode("T", value)
    plain = for_asn1tools(value)
    assert octets == reference(RIGHT).encode("T", plain)
    assert for_asn1tools(codec(RIGHT).decode("T", octets)) == reference(RIGHT).decode("T", octets)


def mutated(octets: bytes, changes: list[tuple[int, int]], cut: int, extra: bytes) -> bytes:
    """Octets with some of them changed, the end cut off and others behind it."""
    changed = bytearray(octets)
    for place, octet in changes:
        if changed:
            changed[place % len(changed)] = octet
    return bytes(changed[: len(changed) - cut % (len(changed) + 1)]) + extra


CHANGES = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=4)
CUTS = st.one_of(st.just(0), st.integers(0, 40))


@many
@given(VALUES, CHANGES, CUTS, st.binary(max_size=3))
def test_mutated_octets_are_decoded_or_complained_about(
    value: Any, changes: list[tuple[int, int]], cut: int, extra: bytes
) -> None:
    """Whatever the octets: strict and lenient agree, and what strict accepts encodes to a value that is the same."""
    check_any_octets("Everything", mutated(EVERY.encode("Everything", value), changes, cut, extra))


@many
@given(st.sampled_from(sorted(EVERY.types)), st.binary(max_size=60))
def test_random_octets_are_decoded_or_complained_about(type_name: str, octets: bytes) -> None:
    """The same for octets that no encoder wrote."""
    check_any_octets(type_name, octets)


def check_any_octets(type_name: str, octets: bytes) -> None:
    """The laws that hold for all octets."""
    decoded = EVERY.decode_lenient(type_name, octets, offset=7, path="here")
    conforming = EVERY.decode_conforming(type_name, octets, offset=7, path="here")
    broken = any(complaint.kind.breaks_syntax for complaint in decoded.complaints)
    assert repr(conforming) == repr(None if broken else decoded)
    assert repr(EVERY.decode_lenient(type_name, octets, offset=7, path="here", doubtful=True)) == repr(decoded)
    if decoded.complaints:
        with pytest.raises(DecodeError) as caught:
            EVERY.decode(type_name, octets, offset=7, path="here")
        assert caught.value.complaint == decoded.complaints[0]
        assert all(one.path.startswith("here") for one in decoded.complaints)
        assert all(7 <= one.octet <= 7 + len(octets) for one in decoded.complaints)
    else:
        value = EVERY.decode(type_name, octets, offset=7, path="here")
        assert repr(decoded.value) == repr(value)
        if not decoded.unknown_additions:
            again = EVERY.encode(type_name, value)
            assert repr(EVERY.decode(type_name, again)) == repr(value)
            assert len(again) <= len(octets)
    trace = EVERY.trace(type_name, octets, offset=7, path="here")
    assert repr(trace.value) == repr(decoded.value)
    assert sorted(map(repr, _complaints(trace))) == sorted(map(repr, decoded.complaints))


def _complaints(trace: Any) -> list[Any]:
    return [*trace.complaints, *(one for child in trace.children for one in _complaints(child))]


@many
@given(
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(max_size=3),
            st.binary(max_size=3),
            st.sampled_from(["flag", "number", "nothing", "tree", "unknown-3", "red"]),
            st.builds(object),
        ),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.tuples(st.text(max_size=4), inner),
            st.dictionaries(st.sampled_from(["flag", "numbers", "value", "branches", "none", "x"]), inner, max_size=4),
        ),
        max_leaves=8,
    ),
    st.sampled_from(sorted(EVERY.types)),
)
def test_values_that_do_not_fit_raise_encode_error(value: Any, type_name: str) -> None:
    """No Python value makes the encoder raise anything but EncodeError; what it writes can be read.

    Unknown values of extensible types are written as they were read, and complained about when they are read again.
    """
    octets = None
    with suppress(EncodeError):
        octets = EVERY.encode(type_name, value)
    if octets is not None:
        complaints = EVERY.decode_lenient(type_name, octets).complaints
        assert {complaint.kind for complaint in complaints} <= {ComplaintKind.UNKNOWN_ALTERNATIVE}


def test_unknown_values_are_written_and_complained_about() -> None:
    """An unknown addition of an ENUMERATED survives a round trip, under its complaint."""
    octets = EVERY.encode("Name", "unknown-3")
    again = EVERY.decode_lenient("Name", octets)
    assert again.value == "unknown-3"
    assert [complaint.kind for complaint in again.complaints] == [ComplaintKind.UNKNOWN_ALTERNATIVE]


def test_encode_errors_name_the_place() -> None:
    """An EncodeError says where: members joined by dots, list elements in brackets."""
    schema = codec("T ::= SEQUENCE { a SEQUENCE OF CHOICE { b SEQUENCE { c INTEGER (0..7) } } }")
    with pytest.raises(EncodeError) as caught:
        schema.encode("T", {"a": [("b", {"c": 1}), ("b", {"c": 8})]})
    assert caught.value.path == "a[1].b.c"
    assert "8 is out of range (0..7)" in str(caught.value)


def test_complaints_name_the_place() -> None:
    """A complaint says where: the path behind the given one, the octet from the given offset, the bit."""
    schema = codec("T ::= SEQUENCE { a SEQUENCE (SIZE (3)) OF SEQUENCE { b INTEGER (0..4) } }")
    # 001 010 101: the third element is 5, its bits are 6 to 8, the first of them in the first octet.
    with pytest.raises(DecodeError) as caught:
        schema.decode("T", bytes([0b00101010, 0b10000000]), path="message", offset=10)
    complaint = caught.value.complaint
    assert (complaint.kind, complaint.path) == (ComplaintKind.OUT_OF_RANGE, "message.a[2].b")
    assert (complaint.octet, complaint.bit) == (10, 6)
    assert (complaint.expected, complaint.actual) == ("0..4", "5")


def test_trailing_octets_are_complained_about() -> None:
    """Octets behind the outermost value are TRAILING_OCTETS, at the first of them."""
    schema = codec("T ::= INTEGER (0..255)")
    decoded = schema.decode_lenient("T", b"\x05\x06\x07", offset=2)
    assert decoded.value == 5
    assert [(one.kind, one.octet) for one in decoded.complaints] == [(ComplaintKind.TRAILING_OCTETS, 3)]
    assert decoded.consumed == 1


def test_a_value_without_bits_is_one_octet() -> None:
    """X.691 11.1.4: an encoding without bits is one zero octet; no octets at all are none."""
    schema = codec("T ::= NULL")
    assert schema.encode("T", None) == b"\0"
    assert schema.decode("T", b"\0") is None
    with pytest.raises(DecodeError) as caught:
        schema.decode("T", b"")
    assert caught.value.complaint.kind is ComplaintKind.TRUNCATED


def test_partial_values_survive_truncation() -> None:
    """What was read before the octets end is there, list elements and records too; the rest is absent."""
    schema = codec(
        "T ::= SEQUENCE { a INTEGER (0..255), b SEQUENCE OF SEQUENCE { c INTEGER (0..255), d T2 }, e NULL }"
        "T2 ::= INTEGER (0..65535)"
    )
    octets = schema.encode("T", {"a": 1, "b": [{"c": 2, "d": 3}, {"c": 4, "d": 5}], "e": True})
    decoded = schema.decode_lenient("T", octets[:-1])
    assert decoded.value == {"a": 1, "b": ({"c": 2, "d": 3}, {"c": 4, "d": None})}
    assert [(one.kind, one.path) for one in decoded.complaints] == [(ComplaintKind.TRUNCATED, "b[1].d")]


def test_many_things_may_be_wrong_at_once() -> None:
    """The lenient mode goes on after what it can go on after."""
    schema = codec("T ::= SEQUENCE { a INTEGER (0..4), b PrintableString (SIZE (2..4)), c ENUMERATED { x, y, z } }")
    # 111 (7), length 00 + 2, padding, "*A", 11 (index 3).
    decoded = schema.decode_lenient("T", bytes([0b11100000]) + b"*A" + b"\xc0\x00")
    assert decoded.value == {"a": 7, "b": "*A", "c": None}
    assert [one.kind for one in decoded.complaints] == [
        ComplaintKind.OUT_OF_RANGE, ComplaintKind.OUT_OF_RANGE, ComplaintKind.UNKNOWN_ALTERNATIVE,
        ComplaintKind.TRAILING_OCTETS,
    ]  # fmt: skip


def test_trace_tells_the_places() -> None:
    """A trace has the bits of each value, counted from the message's first bit, and the values themselves."""
    schema = codec("T ::= SEQUENCE { a BOOLEAN, b OCTET STRING, c SEQUENCE (SIZE (2)) OF INTEGER (0..3) }")
    trace = schema.trace("T", b"\x80\x02hi\x60", offset=100)
    assert (trace.name, trace.start_bit, trace.end_bit) == ("T", 800, 836)
    assert [(one.name, one.type_name, one.start_bit, one.end_bit, one.value) for one in trace.children] == [
        ("a", "BOOLEAN", 800, 801, True), ("b", "OCTET STRING", 801, 832, b"hi"), ("c", "SEQUENCE OF", 832, 836, (1, 2))
    ]  # fmt: skip
    assert [(one.name, one.value) for one in trace.children[2].children] == [("[0]", 1), ("[1]", 2)]


def test_unknown_types_are_the_callers_mistake() -> None:
    """A type that the schema does not have is a UsageError in all directions."""
    for call in (EVERY.decode, EVERY.decode_lenient, EVERY.trace, EVERY.encode):
        with pytest.raises(UsageError, match="no type 'Nothing'"):
            call("Nothing", b"")


def test_octets_may_be_any_buffer_but_no_number() -> None:
    """A bytearray and a memoryview are octets; an int, of which ``bytes`` would make zeros, is not."""
    schema = codec("T ::= OCTET STRING (SIZE (2))")
    assert schema.decode("T", bytearray(b"hi")) == schema.decode("T", memoryview(b"hi")) == b"hi"
    with pytest.raises(TypeError):
        schema.decode("T", 2)  # type: ignore[arg-type]


def test_threads_share_a_codec() -> None:
    """A codec keeps nothing between calls: threads that use it at once do not disturb one another."""
    octets = [
        EVERY.encode("Tree", {"value": n % 4, "branches": [{"value": 1, "branches": []}] * (n % 4)}) for n in range(40)
    ]
    with ThreadPoolExecutor(4) as pool:
        decoded = list(pool.map(lambda one: EVERY.decode("Tree", one), octets * 5))
        assert list(pool.map(lambda one: EVERY.encode("Tree", one), decoded)) == octets * 5


@pytest.mark.parametrize(
    ("model", "edition", "type_name"),
    [
        ("kpm", "2.03", "E2SM-KPM-RANfunction-Description"),
        ("kpm", "2.03", "E2SM-KPM-IndicationMessage-Format1"),
        ("kpm", "6.00", "MeasurementInfoItem"),
        ("kpm", "6.00", "UEID"),
        ("rc", "7.00", "RANParameter-ValueType"),
        ("rc", "7.00", "E2SM-RC-ControlHeader"),
    ],
)
def test_types_of_service_models_come_back(model: str, edition: str, type_name: str) -> None:
    """decode(encode(v)) == v for types of the real schemas, recursive ones and those of the common types too."""
    schema = load_schema(interface(model).edition(edition).schema)

    @settings(max_examples=12, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(values(node_of(schema, type_name), 1))
    def check(value: Any) -> None:
        assert schema.decode(type_name, schema.encode(type_name, value)) == value

    check()


@pytest.mark.parametrize(
    ("type_name", "octets", "value"),
    [
        ("MeasurementRecordItem", "0005", ("integer", 5)),
        ("MeasurementRecordItem", "18ffffffff", ("integer", 4294967295)),
        ("MeasurementRecordItem", "200380ff03", ("real", 1.5)),
        ("MeasurementRecordItem", "40", ("noValue", None)),
        ("E2SM-KPM-EventTriggerDefinition", "1001869f",
         {"eventDefinition-formats": ("eventDefinition-Format1", {"reportingPeriod": 100000})}),
    ],
)  # fmt: skip
def test_octets_of_kpm(type_name: str, octets: str, value: Any) -> None:
    """Octets that are known from elsewhere, in both directions."""
    schema = load_schema(interface("kpm").edition("4.00").schema)
    assert schema.decode(type_name, bytes.fromhex(octets)) == value
    assert schema.encode(type_name, value).hex() == octets
