"""Generated decoders of what lies in open types."""

import pytest

from oran_harness.codec.asn1.generated.off import Off, Rare
from tests.codec.asn1.schemas import complaints, left, swift

BODY = "T ::= SEQUENCE {{ ..., a {} OPTIONAL }}"


@pytest.mark.parametrize(
    ("inner", "value", "octets"),
    [
        ("BOOLEAN", True, "0180"),
        ("NULL", True, "0100"),  # X.691 11.1.4: one octet where there are no bits
        ("INTEGER (0..65535)", 7, "020007"),
        ("OCTET STRING", b"abc", "0403616263"),
        ("SEQUENCE (SIZE (0..0)) OF BOOLEAN", (), "0100"),
        ("OCTET STRING (SIZE (130))", bytes(130), "8082" + "00" * 130),
    ],
)
def test_forms(inner: str, value: object, octets: str) -> None:
    """11.2: a complete encoding behind its length."""
    assert swift(BODY.format(inner), {"a": value}) == "8080" + octets


@pytest.mark.parametrize("octets", ["020304", "0403", "0000", "04030304"])
def test_an_open_type_is_consumed_whole(octets: str) -> None:
    """No octets behind the value in it, and none beyond it."""
    assert left(BODY.format("OCTET STRING"), "8080" + octets) is Off


def test_what_another_length_means_the_nodes_know() -> None:
    """A type of fixed size may have additions that are not known; fragments are rare."""
    assert left(BODY.format("BOOLEAN"), "8080028000") is Rare
    assert left(BODY.format("OCTET STRING"), "8080c1" + "00" * 16384 + "00") is Rare


@pytest.mark.parametrize(
    ("inner", "octets"),
    [
        ("BOOLEAN", "0181"),
        ("NULL", "0101"),
        ("SEQUENCE (SIZE (0..0)) OF BOOLEAN", "0180"),
        ("SEQUENCE (SIZE (0..1)) OF NULL", "0140"),
        ("SEQUENCE { a BOOLEAN, b OCTET STRING }", "028100"),
    ],
)
def test_padding_is_left_to_the_nodes(inner: str, octets: str) -> None:
    """X.691 11.1.4: in an open type and at its end, and all of the octet of a value without bits."""
    body = BODY.format(inner)
    assert left(body, "8080" + octets) is Rare
    ((kind, octet),) = complaints(body, "8080" + octets)
    assert (kind, octet) == ("padding", 3)
