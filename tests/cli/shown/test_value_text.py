"""Values in a few words."""

from typing import Any

import pytest

from oran_harness.cli.shown.value_text import plmn_text, value_text
from oran_harness.codec.asn1 import BitString, Field, TraceNode


def text(value: Any, type_name: str = "T") -> str:
    """The text of a value of that type."""
    return value_text(TraceNode("name", type_name, 0, 8, value))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (5, "5"),
        (True, "true"),
        (1.5, "1.5"),
        ("text\x1b", r"text\x1b"),
        ("a" * 300, "a" * 97 + "..."),
        (None, ""),
        (b"\x00", "1 octet"),
        (b"FAKE REQUEST", '12 octets, "FAKE REQUEST"'),
        (BitString(b"\x00\x00\x02\xa0", 28), "28 bits, 0x000002a0"),
        (BitString(bytes(99), 792), f"792 bits, 0x{'00' * 16}..."),
        ((), "empty"),
        ((1, 2), "2 elements"),
        (Field(1, "reject", None, b"\x01\x02"), "2 octets"),
    ],
)
def test_every_kind_of_value(value: Any, said: str) -> None:
    """Each kind of value has a short form that is safe to print."""
    assert text(value) == said


def test_numbers_of_thousands_of_digits() -> None:
    """Python refuses to print them, so only their size is told."""
    assert text(1 << 100_000) == "a number of 100001 bits"


def test_plmn_identities_are_read() -> None:
    """Packed digits become country and network code; what is no digit stays octets."""
    assert text(b"\x00\xf1\x10", "PLMN-Identity") == "MCC 001 MNC 01"
    assert text(b"\x13\x00\x62", "PLMNIdentity") == "MCC 310 MNC 260"
    assert text(b"\xff\xff\xff", "PLMN-Identity") == "no PLMN: ff ff ff"
    assert plmn_text(b"\x00") is None
