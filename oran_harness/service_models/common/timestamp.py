"""Time stamps of 8 octets by RFC 5905, and what else they turn out to be in the field."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

UNIX_EPOCH = 2_208_988_800
"""Seconds from 1900-01-01 to 1970-01-01, both 00:00 UTC."""
EARLIEST = 1_577_836_800
"""2020-01-01 in Unix time: no service model is older."""
DAY = 86_400.0
"""In seconds."""
LATEST = (1 << 32) - UNIX_EPOCH - 1
"""The last second before the format wraps on 2036-02-07, in Unix time."""


class Layout(StrEnum):
    """How 64 bits lie in 8 octets."""

    BIG_ENDIAN = "most significant octet first"
    HALVES_SWAPPED = "with its 32-bit halves swapped"
    LITTLE_ENDIAN = "least significant octet first"


class Unit(StrEnum):
    """What a number counts since 1970."""

    SECONDS = "seconds"
    MILLISECONDS = "milliseconds"
    MICROSECONDS = "microseconds"
    NANOSECONDS = "nanoseconds"


_TEXT = frozenset(b"0123456789-:.TZ /+")
_PER_SECOND = {
    Unit.SECONDS: 1,
    Unit.MILLISECONDS: 1_000,
    Unit.MICROSECONDS: 1_000_000,
    Unit.NANOSECONDS: 1_000_000_000,
}


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A form other than RFC 5905's in which octets make a time between 2020 and 2036.

    ``unix_seconds`` is that time, None where the octets are text. ``certain`` tells that chance is no explanation:
    the receive time confirms it, or so few octets in a hundred thousand read so that it needs no confirmation.
    """

    description: str
    unix_seconds: float | None
    certain: bool


def seconds(octets: bytes) -> int:
    """The first 32 bits, seconds since 1900-01-01 00:00 UTC (RFC 5905 clause 6)."""
    return int.from_bytes(octets[:4])


def unix_time(octets: bytes) -> float:
    """The time in seconds since 1970-01-01 00:00 UTC that 8 octets stand for by RFC 5905 clause 6."""
    return seconds(octets) - UNIX_EPOCH + int.from_bytes(octets[4:8]) / (1 << 32)


def timestamp(unix_seconds: float) -> bytes:
    """The 8 octets of a time, rounded to milliseconds as KPM 8.3.12 has it.

    Raises ``ValueError`` for a time outside the era that ends on 2036-02-07.
    """
    milliseconds = round(unix_seconds * 1000) + UNIX_EPOCH * 1000
    whole, rest = divmod(milliseconds, 1000)
    if not 0 <= whole < 1 << 32:
        raise ValueError(f"{unix_seconds} s lies outside the 32 bits of seconds since 1900")
    return whole.to_bytes(4) + ((rest << 32) // 1000).to_bytes(4)


def plausible(octets: bytes) -> bool:
    """Whether 8 octets read by RFC 5905 give a time between 2020 and 2036-02-07."""
    return EARLIEST <= seconds(octets) - UNIX_EPOCH <= LATEST


def wrong_form(octets: bytes, received: float | None = None, tolerance: float = DAY) -> WrongForm | None:
    """The form other than RFC 5905's in which 8 octets were written; None if there is no sign of one.

    ``received`` is when they came, in Unix time: with it a form counts if it gives a time within ``tolerance``
    seconds, and the right form is taken to be right if it does so. Without it the right form has precedence.
    """
    if len(octets) != 8:
        return None
    if plausible(octets) and (received is None or abs(unix_time(octets) - received) <= tolerance):
        return None
    if set(octets) <= _TEXT:
        return WrongForm(f"the text {octets.decode('ascii')!r}", None, True)
    forms = list(_forms(octets))
    if received is None:
        certain = [form for form in forms if form[2]]
        chosen = (certain or forms)[:1]
    else:
        near = [form for form in forms if abs(form[1] - received) <= tolerance]
        chosen = sorted(near, key=lambda form: abs(form[1] - received))[:1]
    return WrongForm(chosen[0][0], chosen[0][1], chosen[0][2] or received is not None) if chosen else None


def wrong_form_of_two(earlier: bytes, later: bytes, tolerance: float = DAY) -> WrongForm | None:
    """The form other than RFC 5905's in which two times were written that lie less than ``tolerance`` seconds apart.

    By chance octets of another form read well by RFC 5905. Two of them then lie far apart, while the form that they
    were written in has them close together. None if there is no sign of one.
    """
    if len(earlier) != 8 or len(later) != 8 or abs(unix_time(later) - unix_time(earlier)) <= tolerance:
        return None
    before = {description: time for description, time, _ in _forms(earlier)}
    for description, time, _ in _forms(later):
        if description in before and abs(time - before[description]) <= tolerance:
            return WrongForm(description, time, True)
    return None


def _forms(octets: bytes) -> Iterator[tuple[str, float, bool]]:
    """Every wrong form that gives a time: description, Unix time, and whether chance is no explanation."""
    if EARLIEST <= seconds(octets) <= LATEST:
        yield "seconds since 1970 instead of 1900", unix_time(octets) + UNIX_EPOCH, True
    for layout in Layout:
        number = _number(octets, layout)
        for unit, count in _PER_SECOND.items():
            if EARLIEST * count <= number < (LATEST + 1) * count:
                # Nanoseconds of these years are one 64-bit number in 37, the other units one in 37,000 or fewer.
                certain = unit is not Unit.NANOSECONDS or layout is Layout.BIG_ENDIAN
                yield f"{unit.value} since 1970, {layout.value}", number / count, certain


def _number(octets: bytes, layout: Layout) -> int:
    if layout is Layout.LITTLE_ENDIAN:
        return int.from_bytes(octets, "little")
    return int.from_bytes(octets if layout is Layout.BIG_ENDIAN else octets[4:] + octets[:4])
