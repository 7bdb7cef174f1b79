import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.captures.end_names import EndNames, end_text, parse_end

ENDLESS = "1.2.3.4:" + "9" * 5000
QUICK = settings(database=None, deadline=None, max_examples=100)


@QUICK
@given(st.ip_addresses(), st.integers(0, 65_535))
def test_addresses_are_read_as_written(address: object, port: int) -> None:
    """An address and port in a name is read, and written back."""
    text = f"[{address}]:{port}" if ":" in str(address) else f"{address}:{port}"
    parsed = parse_end(text)
    assert parsed is not None
    assert parse_end(end_text(parsed)) == parsed


@pytest.mark.parametrize(
    "name", ["", "e2-node", "a:1", "1.2.3.4", "1.2.3.4:", "1.2.3.4:99999", "::1:5", "[1.2:5", "1.2.3.4:٣", ENDLESS]
)
def test_other_names_are_no_addresses(name: str) -> None:
    """Roles and anything unclear are no address."""
    assert parse_end(name) is None


@QUICK
@given(st.text(max_size=20))
def test_any_name_is_a_name(name: str) -> None:
    """Any text gets an address that parses, and keeps it."""
    names = EndNames({})
    parse_end(name)
    assert names.address(name) == names.address(name)
    assert parse_end(end_text(names.address(name))) == names.address(name)


def test_roles_have_documentation_addresses() -> None:
    """The near-RT RIC listens on E2's port; others get an address and port of their own."""
    names = EndNames({})
    assert end_text(names.address("near-rt-ric")) == "192.0.2.1:36421"
    assert end_text(names.address("e2-node")).startswith("192.0.2.2:")
    assert end_text(names.address("someone")).startswith("192.0.2.3:")
    many = {names.address(f"end {number}")[0] for number in range(2000)}
    assert len(many) == 2000


def test_given_addresses() -> None:
    """Addresses may be given for names; one that is none is refused; only the rest is ours to choose."""
    names = EndNames({"e2-node": "[::1]:7"})
    assert end_text(names.address("e2-node")) == "[::1]:7"
    assert [names.is_ours(name) for name in ("e2-node", "1.2.3.4:5", "near-rt-ric")] == [False, False, True]
    with pytest.raises(ValueError, match="not ADDRESS:PORT"):
        EndNames({"e2-node": "somewhere"})


def test_both_ends_of_one_family() -> None:
    """Where one end is IPv6 the other becomes so: a role by a documentation address, an address IPv4-mapped."""
    names = EndNames({})
    one, two = names.pair("[2001:db8::9]:5", "near-rt-ric")
    assert (len(one[0]), end_text(two)) == (16, "[2001:db8::201]:36421")
    one, two = names.pair("10.0.0.1:5", "[::1]:6")
    assert one[0].endswith(bytes([255, 255, 10, 0, 0, 1]))
    assert names.pair("near-rt-ric", "10.0.0.1:5")[0] == names.address("near-rt-ric")
