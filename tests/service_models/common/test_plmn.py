"""PLMN identities."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.common.plmn import Plmn, digits, illegal, misreading, plmn, text_in

KNOWN = [("001", "01", "00f110"), ("208", "95", "02f859"), ("310", "410", "134001"), ("505", "01", "05f510")]
PLMNS = st.builds(
    Plmn,
    st.text("0123456789", min_size=3, max_size=3),
    st.text("0123456789", min_size=2, max_size=3),
)
FAST = settings(max_examples=150, database=None, deadline=None)


@pytest.mark.parametrize(("mcc", "mnc", "octets"), KNOWN)
def test_known_networks(mcc: str, mnc: str, octets: str) -> None:
    """The first digit stands in the low nibble; a short network code leaves F in the second octet."""
    assert Plmn(mcc, mnc).octets.hex() == octets
    assert plmn(bytes.fromhex(octets)) == Plmn(mcc, mnc)
    assert illegal(bytes.fromhex(octets)) is None


def test_digits_are_nibbles() -> None:
    """Each octet gives its low nibble, then its high one."""
    assert digits(bytes.fromhex("134001")) == (3, 1, 0, 4, 1, 0)


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        ("0af110", "the low nibble of octet 1 is A, no digit"),
        ("00e110", "the high nibble of octet 2 is E, no digit"),
        ("f0f110", "the high nibble of octet 1 is F, no digit"),
        ("00f1f0", "the high nibble of octet 3 is F, no digit"),
        ("00f1", "2 octets instead of 3"),
    ],
)
def test_illegal_nibbles(octets: str, words: str) -> None:
    """Nibbles above 9 are no digits; F stands only where a two-digit network code leaves a gap."""
    assert illegal(bytes.fromhex(octets)) == words
    assert plmn(bytes.fromhex(octets)) is None


def test_text_is_legal_and_looks_like_text() -> None:
    """ASCII digits pass every test of nibbles; they are only noticed."""
    assert plmn(b"747") == Plmn("734", "373")
    assert text_in(b"747") == "747"
    assert text_in(bytes.fromhex("00f110")) is None
    assert text_in(b"74") is None


@pytest.mark.parametrize(
    ("octets", "expected", "words"),
    [
        ("001f01", Plmn("001", "01"), "the nibbles of each octet are swapped"),
        ("10f100", Plmn("001", "01"), "the octets are in reverse order"),
        ("373437", Plmn("747", "01"), "the octets are the text '747'"),
        ("130014", Plmn("310", "410"), "the network code is in the order that NAS messages have"),
        ("134001", Plmn("310", "410"), None),
        ("02f859", Plmn("310", "410"), None),
        ("02", Plmn("310", "410"), None),
    ],
)
def test_how_a_wrong_plmn_came_about(octets: str, expected: Plmn, words: str | None) -> None:
    """Against the configured network known mistakes are recognised, and nothing else is guessed."""
    assert misreading(bytes.fromhex(octets), expected) == words


def test_only_digits_make_a_plmn() -> None:
    """A network that is not digits is the caller's mistake."""
    for wrong in (Plmn("00", "01"), Plmn("001", "1"), Plmn("001", "0a")):
        with pytest.raises(ValueError, match="is not three digits and two or three"):
            assert wrong.octets
    assert str(Plmn("001", "01")) == "001/01"


@given(PLMNS)
@FAST
def test_round_trip(network: Plmn) -> None:
    """Every network survives, and is no misreading of itself."""
    assert plmn(network.octets) == network
    assert misreading(network.octets, network) is None


@given(st.binary(max_size=5), PLMNS)
@FAST
def test_nothing_raises(octets: bytes, network: Plmn) -> None:
    """Any octets are a network or illegal, never both."""
    assert (plmn(octets) is None) == (illegal(octets) is not None)
    assert misreading(octets, network) != ""
