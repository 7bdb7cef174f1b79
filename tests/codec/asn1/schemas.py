"""Schemas for the tests of the codec: from text, without the cache; and asn1tools' own codec as the reference."""

from functools import cache
from typing import Any

import asn1tools
import pytest

from oran_harness.codec.asn1 import Asn1Codec, DecodeError, EncodeError
from oran_harness.codec.asn1.codec import build


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


def hexed(body: str, value: Any, type_name: str = "T") -> str:
    """What our codec writes for a value, in hexadecimal; it must read that back as the same value."""
    octets = codec(body).encode(type_name, value)
    assert codec(body).decode(type_name, octets) == value
    return octets.hex()


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
