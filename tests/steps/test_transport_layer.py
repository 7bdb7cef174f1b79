"""Transport Layer Information and URIs (E2AP 9.2.29)."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.elements import TNLinformation
from oran_harness.steps.transport_layer import is_anywhere, same_address, tnl_of, uri_of

FOUR = BitString(bytes((192, 0, 2, 9)), 32)
SIX = BitString(bytes.fromhex("20010db8" + 11 * "00" + "09"), 128)


@pytest.mark.parametrize("uri", ["sctp://192.0.2.9:36422", "tcp://[2001:db8::9]:1", "grpc://127.0.0.1:65535"])
def test_a_uri_survives(uri: str) -> None:
    """An address and port are told as bits, and read back."""
    information = tnl_of(uri)
    assert information is not None
    assert uri_of(information, uri.partition(":")[0]) == uri


def test_the_usual_port_is_meant_without_one() -> None:
    """36421 by custom, in both directions."""
    assert uri_of(TNLinformation(FOUR), "sctp") == "sctp://192.0.2.9:36421"
    assert tnl_of("sctp://192.0.2.9") == tnl_of("sctp://192.0.2.9:36421?bind=10.0.0.1:1")


def test_of_two_families_the_first_is_taken() -> None:
    """160 bits hold an IPv4 and an IPv6 address."""
    both = BitString(FOUR.octets + SIX.octets, 160)
    assert uri_of(TNLinformation(both, BitString(b"\x00\x07", 16)), "tcp") == "tcp://192.0.2.9:7"


@pytest.mark.parametrize(
    "information",
    [
        TNLinformation(BitString(b"\x80", 1)),
        TNLinformation(BitString(bytes(6), 48)),
        TNLinformation(FOUR, BitString(b"\x00", 8)),
    ],
)
def test_what_is_no_address_has_no_uri(information: TNLinformation) -> None:
    """Lengths that no address or port has."""
    assert uri_of(information, "sctp") is None


@pytest.mark.parametrize("uri", ["sctp://ric.example:36421", "memory://here", "192.0.2.9", "tcp://192.0.2.9:99999", ""])
def test_a_name_is_no_address(uri: str) -> None:
    """Only numeric hosts can be told."""
    assert tnl_of(uri) is None


def test_ports_count_where_both_name_one() -> None:
    """Otherwise the address decides."""
    one, other = BitString(b"\x00\x01", 16), BitString(b"\x00\x02", 16)
    assert same_address(TNLinformation(FOUR), TNLinformation(FOUR, one))
    assert not same_address(TNLinformation(FOUR, one), TNLinformation(FOUR, other))
    assert not same_address(TNLinformation(FOUR), TNLinformation(SIX))


@pytest.mark.parametrize(
    ("uri", "anywhere"),
    [("sctp://0.0.0.0", True), ("tcp://[::]:7", True), ("tcp://127.0.0.1:7", False), ("tcp://here:7", False)],
)
def test_nobody_is_found_at_all_addresses(uri: str, anywhere: bool) -> None:
    """One listens there."""
    assert is_anywhere(uri) is anywhere
