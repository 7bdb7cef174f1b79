"""Schemas for the tests of the codec: from text, without the cache; and asn1tools' own codec as the reference."""

from contextlib import suppress
from functools import cache
from typing import Any

import asn1tools
import pytest

from oran_harness.codec.asn1 import Asn1Codec, BitString, DecodeError, EncodeError
from oran_harness.codec.asn1.codec import build, finish
from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.generated.off import GIVEN_UP, REFUSED, Off, Rare
from oran_harness.codec.asn1.generated.program import Program
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


def module(body: str, name: str = "Test") -> str:
    """An ASN.1 module of these assignments."""
    return f"{name} DEFINITIONS AUTOMATIC TAGS ::= BEGIN {body} END"


@cache
def codec(body: str) -> Asn1Codec:
    """Our codec for these assignments."""
    return build(asn1tools.parse_string(module(body)), {}, {})


@cache
def reference(body: str) -> Any:
    """asn1tools' codec for these assignments."""
    return asn1tools.compile_string(module(body), "per")


def for_asn1tools(value: Any) -> Any:
    """A value of ours as asn1tools has it: lists, plain pairs for bit strings."""
    if isinstance(value, dict):
        return {name: for_asn1tools(one) for name, one in value.items()}
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return (value[0], for_asn1tools(value[1]))
    if isinstance(value, tuple) and not isinstance(value, BitString):
        return [for_asn1tools(one) for one in value]
    return tuple(value) if isinstance(value, BitString) else value


def hexed(body: str, value: Any, type_name: str = "T") -> str:
    """What our codec writes for a value, in hexadecimal; it must read that back as the same value in every way.

    Both the nodes and the generated functions, which may only leave to the nodes what is rare.
    """
    octets = encoded_by_nodes(codec(body).node(type_name), value)
    assert decoded_by_nodes(codec(body).node(type_name), octets) == value
    program = Program({type_name: codec(body).node(type_name)}, False)
    with suppress(*GIVEN_UP):
        assert program.encoder(type_name)(value) == octets
    with suppress(Rare, RecursionError):
        assert program.decoder(type_name)(octets) == value
    assert codec(body).encode(type_name, value) == octets
    assert codec(body).decode(type_name, octets) == value
    readings = (
        codec(body).decode_conforming(type_name, octets),
        codec(body).decode_lenient(type_name, octets),
        codec(body).decode_lenient(type_name, octets, doubtful=True),
    )
    for reading in readings:
        assert reading is not None
        assert (reading.value, reading.complaints, reading.consumed) == (value, (), len(octets))
    assert codec(body).trace(type_name, octets).value == value
    return octets.hex()


def refused(body: str, octets: str, type_name: str = "T") -> None:
    """No way to read takes these octets for conforming ones: neither nodes nor generated functions, nor leniently."""
    data = bytes.fromhex(octets)
    schema = codec(body)
    with pytest.raises(DecodeError):
        schema.decode(type_name, data)
    with pytest.raises(Fault):
        decoded_by_nodes(schema.node(type_name), data)
    with pytest.raises(GIVEN_UP):
        Program({type_name: schema.node(type_name)}, False).decoder(type_name)(data)
    assert schema.decode_conforming(type_name, data) is None
    for doubtful in (False, True):
        assert schema.decode_lenient(type_name, data, doubtful=doubtful).complaints


def encoded_by_nodes(node: Node, value: Any) -> bytes:
    """What the nodes write; raises ``Misfit``."""
    writer = Writer()
    node.encode(writer, value)
    return writer.finish()


def decoded_by_nodes(node: Node, octets: bytes) -> Any:
    """What the nodes read; raises ``Fault``."""
    reader = Reader(octets)
    value = node.decode(reader)
    finish(reader)
    return value


def complaints(body: str, octets: str | bytes, type_name: str = "T") -> list[tuple[str, int]]:
    """Kind and octet of all complaints about octets; strict decoding must raise the first of them."""
    data = bytes.fromhex(octets) if isinstance(octets, str) else octets
    found = codec(body).decode_lenient(type_name, data).complaints
    if found:
        with pytest.raises(DecodeError) as caught:
            codec(body).decode(type_name, data)
        assert caught.value.complaint == found[0]
    else:
        codec(body).decode(type_name, data)
    return [(one.kind.value, one.octet) for one in found]


def lenient(body: str, octets: str | bytes, type_name: str = "T") -> Any:
    """The value that lenient decoding makes of octets."""
    return codec(body).decode_lenient(type_name, bytes.fromhex(octets) if isinstance(octets, str) else octets).value


def misfit(body: str, value: Any, type_name: str = "T") -> str:
    """What the encoder says against a value."""
    with pytest.raises(EncodeError) as caught:
        codec(body).encode(type_name, value)
    return str(caught.value)


def swift(body: str, value: Any, type_name: str = "T") -> str:
    """As ``hexed``, but the generated functions may not leave anything to the nodes."""
    program = Program({type_name: codec(body).node(type_name)}, False)
    octets = program.encoder(type_name)(value)
    assert program.decoder(type_name)(octets) == value
    assert hexed(body, value, type_name) == octets.hex()
    return octets.hex()


def left(body: str, octets: str, type_name: str = "T") -> type[Exception] | None:
    """What a generated decoder raises for octets, None where it reads them; the nodes must agree."""
    program = Program({type_name: codec(body).node(type_name)}, False)
    data = bytes.fromhex(octets)
    try:
        value = program.decoder(type_name)(data)
    except Rare:
        return Rare
    except REFUSED:
        with pytest.raises(DecodeError):
            codec(body).decode(type_name, data)
        return Off
    assert decoded_by_nodes(codec(body).node(type_name), data) == value
    return None


def unfit(body: str, value: Any, type_name: str = "T") -> bool:
    """Whether the generated encoder gives a value up; the nodes tell whether it fits."""
    program = Program({type_name: codec(body).node(type_name)}, False)
    try:
        program.encoder(type_name)(value)
    except GIVEN_UP:
        return True
    return False
