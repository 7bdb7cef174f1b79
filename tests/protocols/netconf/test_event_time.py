"""The time of an event."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.protocols.netconf.event_time import read_time, write_time

ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(timezones=ZONES))
def test_round_trip(time: datetime) -> None:
    """A time that was written is read as the same moment in the same zone."""
    read = read_time(write_time(time))
    assert read == time
    assert read is not None
    assert read.utcoffset() == time.utcoffset()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-02-03T04:05:06Z", "2026-02-03T04:05:06+00:00"),
        (" 2026-02-03t04:05:06.7z\n", "2026-02-03T04:05:06.700000+00:00"),
        ("2026-02-03T04:05:06.123456789+05:30", "2026-02-03T04:05:06.123456+05:30"),
        ("2026-12-31T23:59:60-00:00", "2027-01-01T00:00:00+00:00"),
        ("2026-02-03T04:05:06", "2026-02-03T04:05:06"),
    ],
)
def test_times(text: str, iso: str) -> None:
    """What RFC 3339 allows is read; without a time zone the time has none."""
    time = read_time(text)
    assert time is not None
    assert time.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "noon",
        "2026-02-30T00:00:00Z",
        "2026-02-03",
        "2026-02-03T25:00:00Z",
        "2026-02-03T04:05:06+24:00",
        "2026-02-03T04:05:06+05:75",
        "0000-01-01T00:00:00Z",
        "2026-02-03T04:05Z",
        "9999-12-31T23:59:60Z",
        "２026-02-03T04:05:06Z",
        "2026-02-03T04:05:06.Z",
    ],
)
def test_no_times(text: str) -> None:
    """What is no time is none, and raises nothing."""
    assert read_time(text) is None


@given(st.text(max_size=40))
def test_nothing_is_raised(text: str) -> None:
    """Whatever the text, it is a time or none."""
    assert read_time(text) is None or isinstance(read_time(text), datetime)


def test_a_zone_is_needed() -> None:
    """A time without a time zone is not written."""
    with pytest.raises(ValueError, match="time zone"):
        write_time(datetime(2026, 1, 1))
