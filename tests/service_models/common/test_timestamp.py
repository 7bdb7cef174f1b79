"""Time stamps by RFC 5905, and other forms."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.common.timestamp import (
    EARLIEST,
    LATEST,
    Layout,
    Unit,
    plausible,
    seconds,
    timestamp,
    unix_time,
    wrong_form,
    wrong_form_of_two,
)

NOW = 1_795_292_110.513
FAST = settings(max_examples=150, database=None, deadline=None)
TIMES = st.floats(EARLIEST + 100_000, LATEST - 100_000)
COUNTS = {Unit.SECONDS: 1, Unit.MILLISECONDS: 10**3, Unit.MICROSECONDS: 10**6, Unit.NANOSECONDS: 10**9}


def laid_out(number: int, layout: Layout) -> bytes:
    """A 64-bit number in one of the layouts."""
    octets = number.to_bytes(8)
    return {
        Layout.BIG_ENDIAN: octets,
        Layout.LITTLE_ENDIAN: octets[::-1],
        Layout.HALVES_SWAPPED: octets[4:] + octets[:4],
    }[layout]


@pytest.mark.parametrize(
    ("unix", "first"),
    [(1577836800, "e1b65f80"), (1704067200, "e93c7f00"), (1767225600, "ed003780"), (1893456000, "f4865700")],
)
def test_known_years(unix: int, first: str) -> None:
    """The first four octets at the beginning of 2020, 2024, 2026 and 2030."""
    assert timestamp(unix).hex() == first + "00000000"
    assert unix_time(timestamp(unix)) == unix
    assert plausible(timestamp(unix))


def test_the_fraction_is_binary() -> None:
    """0.123 s are that share of 2^32; milliseconds are kept."""
    octets = timestamp(1767225600.123)
    assert octets.hex() == "ed0037801f7ced91"
    assert round(unix_time(octets), 3) == 1767225600.123
    assert seconds(octets) == 0xED003780


def test_the_era_ends_in_2036() -> None:
    """Times before 1900 and from 2036-02-07 on cannot be written."""
    assert timestamp(LATEST).hex() == "ffffffff00000000"
    for outside in (LATEST + 1, -2_208_988_801):
        with pytest.raises(ValueError, match="outside the 32 bits"):
            timestamp(outside)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("layout", Layout)
def test_every_wrong_form_is_recognised_with_the_receive_time(unit: Unit, layout: Layout) -> None:
    """A time of any unit in any layout that agrees with the receive time explains itself."""
    found = wrong_form(laid_out(round(NOW * COUNTS[unit]), layout), NOW + 0.2)
    assert found is not None
    assert found.certain
    assert found.unix_seconds is not None
    assert abs(found.unix_seconds - NOW) < 1
    if (unit, layout) != (Unit.SECONDS, Layout.HALVES_SWAPPED):
        assert found.description == f"{unit.value} since 1970, {layout.value}"


def test_seconds_of_the_wrong_epoch() -> None:
    """Unix seconds where seconds since 1900 belong, with or without fraction."""
    for fraction in ("00000000", "80000000"):
        found = wrong_form(round(NOW).to_bytes(4) + bytes.fromhex(fraction))
        assert found is not None
        assert found.description == "seconds since 1970 instead of 1900"
        assert found.certain


def test_swapped_halves_without_the_receive_time() -> None:
    """Microseconds with swapped halves are certain unless the low half looks like a proper time itself."""
    number = round(NOW * 10**6)
    found = wrong_form(laid_out(number, Layout.HALVES_SWAPPED))
    assert found is not None
    assert found.certain
    assert found.description == "microseconds since 1970, with its 32-bit halves swapped"
    disguised = laid_out(number | 0xF0000000, Layout.HALVES_SWAPPED)
    assert wrong_form(disguised) is None
    assert wrong_form(disguised, (number | 0xF0000000) / 10**6) is not None


@pytest.mark.parametrize("first", ["ec400ff5000660d8", "f0000000000660d8"])
def test_two_times_that_read_well_by_chance(first: str) -> None:
    """A second apart as microseconds with their halves swapped, and eleven days as seconds since 1900: the former."""
    earlier = bytes.fromhex(first)
    later = (int.from_bytes(earlier[:4]) + 1_000_000).to_bytes(4) + earlier[4:]
    assert wrong_form(earlier) is wrong_form(later) is None
    wrong = wrong_form_of_two(earlier, later)
    assert wrong is not None
    assert wrong.certain
    assert wrong.description == "microseconds since 1970, with its 32-bit halves swapped"


@given(st.floats(EARLIEST, LATEST - 1e6), st.floats(0, 1e6))
@FAST
def test_two_right_times_are_never_called_wrong(time: float, apart: float) -> None:
    """However far apart they are: a node's clock may have been set in between."""
    earlier, later = timestamp(time), timestamp(time + apart)
    assert wrong_form_of_two(earlier, later) is None
    assert wrong_form_of_two(later, earlier) is None


@pytest.mark.parametrize(("earlier", "later"), [(b"", bytes(8)), (bytes(8), b""), (bytes(4), bytes(8))])
def test_two_times_of_other_lengths(earlier: bytes, later: bytes) -> None:
    """Four octets, or none before the first report, tell nothing."""
    assert wrong_form_of_two(earlier, later) is None


def test_text_is_no_time() -> None:
    """Digits in ASCII are neither seconds nor anything."""
    found = wrong_form(b"16:28:31")
    assert found is not None
    assert (found.description, found.unix_seconds, found.certain) == ("the text '16:28:31'", None, True)


def test_an_unset_clock_is_the_right_form() -> None:
    """1970 and 1900 in RFC 5905's form are wrong times in the right form: nothing is recognised in them."""
    for octets in (timestamp(0), timestamp(3600.5), bytes(8), timestamp(1_000_000_000)):
        assert wrong_form(octets) is None
        assert not plausible(octets)


def test_another_length_is_nobodys_time() -> None:
    """Only 8 octets are a time stamp."""
    assert wrong_form(b"") is None
    assert wrong_form(bytes(4), NOW) is None


@given(TIMES)
@FAST
def test_the_right_form_is_never_called_wrong(time: float) -> None:
    """A proper time stamp is taken for one, with the receive time and without; it is exact to the millisecond."""
    octets = timestamp(time)
    assert wrong_form(octets) is None
    assert wrong_form(octets, time + 3) is None
    assert math.isclose(unix_time(octets), time, abs_tol=0.001)


@given(st.binary(max_size=9), st.none() | TIMES)
@FAST
def test_nothing_raises(octets: bytes, received: float | None) -> None:
    """Any octets are judged or not; what is recognised lies in the years that count."""
    found = wrong_form(octets, received)
    assert found is None or found.unix_seconds is None or EARLIEST <= found.unix_seconds <= LATEST + 1
