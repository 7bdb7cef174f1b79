"""Hexadecimal text as people paste it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.given.hex_text import looks_like_hex, octets_of
from oran_harness.model import UsageError


@pytest.mark.parametrize(
    "text",
    [
        "2009ff0a",
        "20 09 ff 0A",
        "20:09:FF:0a",
        "20-09-ff-0a",
        "0x2009ff0a",
        "0x20, 0x09, 0xff, 0x0a",
        "{0x20, 0x09,\n 0xff, 0x0a};",
        r"\x20\x09\xff\x0a",
        r'"\x20\x09\xff\x0a"',
        " 20 09\n\tff0a\r\n",
        "2 0 0 9 f f 0 a",
    ],
)
def test_what_stands_between_octets_does_not_matter(text: str) -> None:
    """Dumps, logs and source code write octets in many ways."""
    assert octets_of(text) == b"\x20\x09\xff\x0a"
    assert looks_like_hex(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abc", "An octet has two hex digits, and here are 3"),
        ("20 0g", "'g' behind 3 hex digits"),
        ("", "no octet"),
        ("  \n", "no octet"),
        ("200x09", "'x' behind 3 hex digits"),
        ("20\x1b[31m", r"'\x1b' behind 2"),
    ],
)
def test_mistakes_are_told(text: str, said: str) -> None:
    """The sentence names what is no hex digit, or that one is missing."""
    with pytest.raises(UsageError) as caught:
        octets_of(text)
    assert said.replace("\\", "\\\\") in str(caught.value) or said in str(caught.value)


@settings(max_examples=100, database=None, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_octets_or_a_usage_error(text: str) -> None:
    """No text does anything else, and what looks like hex fails for nothing but its number of digits."""
    said = ""
    try:
        octets_of(text)
    except UsageError as error:
        said = str(error)
    assert bool(said) is not looks_like_hex(text) or "two hex digits" in said


@settings(max_examples=100, database=None, deadline=None)
@given(st.binary(min_size=1, max_size=60), st.sampled_from(["", " ", ":", ", ", "\n"]))
def test_octets_come_back(octets: bytes, gap: str) -> None:
    """Octets written in pairs of digits are read as they were."""
    assert octets_of(gap.join(f"{octet:02x}" for octet in octets)) == octets
