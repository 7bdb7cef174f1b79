"""Generated encoders of strings; what they write, the tests of the decoders hold."""

import pytest

from oran_harness.codec.asn1 import BitString
from tests.codec.asn1.schemas import misfit, swift, unfit


@pytest.mark.parametrize(
    ("string", "values"),
    [
        ("OCTET STRING (SIZE (1..2))", [b"", b"abc", "a", None]),
        ("BIT STRING (SIZE (3))", [BitString(b"\xe0", 4), BitString(b"\xff", 3), BitString(b"", 3), b"\xe0"]),
        ("BIT STRING", [BitString(b"\xff\xff", 3), BitString(b"\xff", -1)]),
        ("PrintableString (SIZE (1..2))", ["", "abc", "*", "\u20ac", b"a"]),
        ("UTF8String", ["\ud800", b"a"]),
        ("REAL", ["1", True]),
    ],
)
def test_values_that_do_not_fit_are_given_up(string: str, values: list[object]) -> None:
    """The nodes say what does not fit."""
    for value in values:
        assert unfit(f"T ::= {string}", value)
        assert misfit(f"T ::= {string}", value)


@pytest.mark.parametrize("size", [127, 128, 16383, 16384, 65536, 100_000])
def test_lengths(size: int) -> None:
    """X.691 11.9.3.6 to 11.9.3.8: one octet, two, fragments."""
    swift("T ::= SEQUENCE { a BOOLEAN, b OCTET STRING, c BOOLEAN }", {"a": True, "b": bytes(size), "c": True})


def test_bits_at_any_place() -> None:
    """Bit strings that end within an octet, before one of a size that only a run tells."""
    body = "T ::= SEQUENCE { a BIT STRING (SIZE (0..9)), b BIT STRING (SIZE (1..4, ...)), c BIT STRING (SIZE (17)) }"
    for first in range(10):
        for second in (1, 4, 5, 17):
            ones = [BitString((((1 << n) - 1) << (-n & 7)).to_bytes((n + 7) >> 3), n) for n in (first, second, 17)]
            swift(body, dict(zip("abc", ones, strict=True)))
