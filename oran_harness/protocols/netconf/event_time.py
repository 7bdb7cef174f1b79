"""The time of an event: RFC 3339's date-time, as RFC 5277 demands of notifications."""

import re
from datetime import UTC, datetime, timedelta, timezone

_DATE_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?", re.ASCII | re.IGNORECASE
)
_MICROSECONDS = 6


def read_time(text: str) -> datetime | None:
    """The time that a text tells, None if it tells none.

    The time is without a time zone if the text is. White space around it does not count. A leap second is the second
    after it, parts of microseconds are left out.
    """
    match = _DATE_TIME.fullmatch(text.strip(" \t\r\n"))
    if match is None:
        return None
    *numbers, fraction, zone = match.groups()
    year, month, day, hour, minute, second = map(int, numbers)
    leap = second == 60
    microsecond = int((fraction or "0")[:_MICROSECONDS].ljust(_MICROSECONDS, "0"))
    try:
        time = datetime(year, month, day, hour, minute, 59 if leap else second, 0 if leap else microsecond, _zone(zone))
        return time + timedelta(seconds=leap)
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text in "Zz":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:])
    if minutes > 59:  # hours beyond a day are refused by timezone
        raise ValueError(text)
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def write_time(time: datetime) -> str:
    """A time with its time zone as text, UTC as Z.

    Raises ``ValueError`` for a time without a time zone: RFC 5277 has none of those.
    """
    if time.tzinfo is None:
        raise ValueError("the time of an event needs a time zone")
    return time.isoformat().replace("+00:00", "Z")
