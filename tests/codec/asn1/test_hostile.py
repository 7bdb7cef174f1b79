"""Octets that mean harm, in every way to read them: what they may cost, and what they may raise."""

import sys
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from oran_harness.codec.asn1 import Asn1Codec, DecodeError
from oran_harness.codec.asn1.codec import finish
from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.reader import MAXIMUM_COMPLAINTS, Reader
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from oran_harness.protocols.e2ap.regular import PDU
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec
from tests.protocols.e2ap.test_codec import INDICATION, SETUP, subscription

NEWEST = "7.00"
SIZE = 4000
FILLS = {
    f"{octet:02x}": bytes([octet]) * SIZE for octet in (0x00, 0x01, 0x08, 0x40, 0x55, 0x80, 0xBF, 0xC1, 0xC4, 0xFF)
}
FILLS["long"] = b"\xbf\xff" * (SIZE // 2)
FILLS["fragments"] = b"\xc4" + bytes(SIZE - 2) + b"\xc4"
FILLS["counts"] = b"\xff\xff" + bytes(SIZE - 2)
TYPES = [
    (key, type_name)
    for key in ("kpm", "rc", "ni")
    for type_name in sorted(set(service_model(key).types.values()))
    if type_name in service_model(key).codec(service_model(key).editions[-1]).types
]
# Octets of memory, and calls of functions as a measure of time, to begin with and for each octet read. A value of
# Python takes some fifty octets, and a bit may be one; test_sequence_of has elements that take no bits.
MEMORY, MEMORY_PER_OCTET = 1_000_000, 400
CALLS, CALLS_PER_OCTET = 100_000, 100


def ways(schema: Asn1Codec, type_name: str, octets: bytes) -> list[Callable[[], Any]]:
    """All ways to read octets, those that the public ones fall back to as well."""

    def by_nodes() -> None:
        reader = Reader(octets)
        with suppress(Fault, RecursionError):
            schema.node(type_name).decode(reader)
            finish(reader)

    def strictly(depth: int | None = None) -> None:
        with suppress(DecodeError):
            schema.decode(type_name, octets, depth=depth)

    return [
        by_nodes,
        strictly,
        lambda: strictly(1),
        lambda: schema.decode_conforming(type_name, octets),
        lambda: schema.decode_lenient(type_name, octets, thorough=False),
        lambda: schema.decode_lenient(type_name, octets, doubtful=True),
        lambda: schema.decode_lenient(type_name, octets),
    ]


def ways_of_e2ap(octets: bytes) -> list[Callable[[], Any]]:
    """The same for a message."""
    reader = e2ap_codec(NEWEST)
    return [
        *ways(reader.schema, PDU, octets),
        lambda: reader.decode(octets),
        lambda: reader.decode(octets, thorough=False),
        lambda: reader.decode_in_full(octets),
        lambda: reader.schema.criticality_bits(PDU, octets),
    ]


def hold(octets: bytes, reading: list[Callable[[], Any]], trace: Callable[[], Any]) -> None:
    """Nothing is raised, and memory and calls stay within their bounds."""
    for way in (*reading, trace):
        way()  # what is made once is made now
        assert calls_of(way) < CALLS + CALLS_PER_OCTET * len(octets)
        tracemalloc.start()
        try:
            way()
            assert tracemalloc.get_traced_memory()[1] < MEMORY + MEMORY_PER_OCTET * len(octets)
        finally:
            tracemalloc.stop()


def calls_of(way: Callable[[], Any]) -> int:
    """How many functions are called, as a measure of time that is the same on all machines."""
    count = 0

    def called(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        way()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("fill", FILLS)
def test_payloads(fill: str) -> None:
    """Every payload of the newest editions: counts, lengths and fragments that claim what is not there."""
    octets = FILLS[fill]
    for key, type_name in TYPES:
        schema = service_model(key).codec(service_model(key).editions[-1])
        for shorter in (octets, octets[:1], b""):
            for way in [*ways(schema, type_name, shorter), lambda: schema.trace(type_name, shorter)]:  # noqa: B023
                way()
        assert len(schema.decode_lenient(type_name, octets).complaints) <= MAXIMUM_COMPLAINTS


@pytest.mark.parametrize("fill", FILLS)
def test_every_construct(fill: str) -> None:
    """The same for lists of nothing, recursive types, strings of no bits: with what they cost."""
    schema = codec(EVERYTHING)
    for type_name in sorted(schema.types):
        octets = FILLS[fill]
        hold(octets, ways(schema, type_name, octets), lambda: schema.trace(type_name, octets))  # noqa: B023


HEADS = {
    "nothing": b"",
    # An indication that claims 16,383 octets, and the largest fragments of an open type.
    "indication": bytes.fromhex("000540bfff"),
    "indication in fragments": bytes.fromhex("000540c4"),
    # 65,535 IEs, the first of them IE 29, 60, 31 or 10, in which a length or a count comes next.
    "65535 IEs": bytes.fromhex("000540bfff00ffff"),
    "setup": bytes.fromhex("000100bfff00ffff000a00bfff"),
    "setup in fragments": bytes.fromhex("000100c400ffff000a00c4"),
    "unknown IEs": bytes.fromhex("000540bfff00ffffffff40"),
}


@pytest.mark.parametrize("head", HEADS)
def test_messages(head: str) -> None:
    """E2AP with claims in its envelope and in its containers, in all editions' way and the newest's types."""
    for fill in FILLS.values():
        octets = HEADS[head] + fill
        hold(octets, ways_of_e2ap(octets), lambda: e2ap_codec(NEWEST).trace(octets))  # noqa: B023


@pytest.mark.parametrize("message", [INDICATION, SETUP, subscription(0, 1, 5)], ids=lambda each: each.NAME)
def test_any_octet_may_claim_more(message: Any) -> None:
    """A real message in which one octet after the other becomes a length or count that is far too large."""
    whole = e2ap_codec(NEWEST).encode(message)
    for place in range(min(len(whole), 120)):
        for claim in (b"\xff", b"\xbf\xff", b"\xc4", b"\xff\xff"):
            octets = whole[:place] + claim + whole[place + len(claim) :]
            decoded = e2ap_codec(NEWEST).decode(octets)
            assert decoded.octets == octets
            assert decoded.conforms or decoded.complaints
            for way in ways_of_e2ap(octets):
                way()


@pytest.mark.parametrize("octet", [0x44, 0x80, 0xC0, 0xFF])
@pytest.mark.parametrize("type_name", ["Tree", "Chain", "RANParameter-ValueType"])
def test_types_inside_of_themselves(type_name: str, octet: int) -> None:
    """A tree that never ends: refused at the same depth, however many octets there are."""
    schema = service_model("rc").codec(NEWEST) if type_name.startswith("RAN") else codec(EVERYTHING)
    shorter, longer = bytes([octet]) * 20_000, bytes([octet]) * 200_000
    for one, other in zip(ways(schema, type_name, shorter), ways(schema, type_name, longer), strict=True):
        one()
        other()  # what is made once is made now
        assert calls_of(other) <= calls_of(one) + 1000


def test_long_messages_take_no_more_than_their_length() -> None:
    """Ten times as many fragments, complaints or elements, ten times as many calls, and no more."""
    schema = codec("T ::= SEQUENCE { ..., a OCTET STRING OPTIONAL, b SEQUENCE OF INTEGER (0..200) OPTIONAL }")
    for name, value in (("a", bytes), ("b", lambda size: (200,) * size)):
        few, many = (schema.encode("T", {name: value(size)}) for size in (65536, 655_360))
        for one, other in zip(ways(schema, "T", few[:-1]), ways(schema, "T", many[:-1]), strict=True):
            one()
            assert calls_of(other) <= 11 * calls_of(one) + 1000
