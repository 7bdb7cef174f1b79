"""The collection start time of a KPM indication header (KPM 8.2.1.3.1, 8.3.12)."""

from oran_harness.service_models.common import timestamp
from oran_harness.service_models.formats import content_of

_MICROSECONDS = 1_000_000
_WRAP = 1 << 32


def start_time(header: object) -> bytes | None:
    """The octets of a decoded header's collection start time, None where they could not be read."""
    octets = getattr(content_of(header), "collet_start_time", None)
    return octets if isinstance(octets, bytes) else None


def expected_length(edition: str) -> int:
    """How many octets the time stamp has in an edition: 4 in 2.03, 8 from 3.00 on."""
    return 4 if edition == "2.03" else 8


def collection_start(octets: bytes) -> float | None:
    """The start of the collection in Unix time, None if the octets are no time stamp of a known length.

    The 4 octets of 2.03 are taken for the first 4 of the 8, whole seconds; that is a reading, not a quotation.
    """
    if len(octets) == 4:
        return float(timestamp.seconds(octets) - timestamp.UNIX_EPOCH)
    return timestamp.unix_time(octets) if len(octets) == 8 else None


def wrong_form(octets: bytes, received: float | None = None) -> timestamp.WrongForm | None:
    """The form other than RFC 5905's in which a start time was written, None if there is no sign of one.

    ``received`` is when the indication came, in Unix time. Four octets are judged only with it: what 2.03 means by
    them is open, so this explains and does not accuse.
    """
    if len(octets) == 4:
        return None if received is None else _short_form(octets, received)
    return timestamp.wrong_form(octets, received)


def wrong_form_of_two(earlier: bytes, later: bytes) -> timestamp.WrongForm | None:
    """The form other than RFC 5905's in which the start times of two reports were written that came within a day.

    None if there is no sign of one. What 2.03 means by four octets is open.
    """
    return timestamp.wrong_form_of_two(earlier, later)


def _short_form(octets: bytes, received: float, tolerance: float = 10.0) -> timestamp.WrongForm | None:
    since_1900 = collection_start(octets)
    if since_1900 is not None and abs(since_1900 - received) <= timestamp.DAY:
        return None
    if abs(int.from_bytes(octets) - received) <= timestamp.DAY:
        return timestamp.WrongForm("seconds since 1970 instead of 1900", float(int.from_bytes(octets)), True)
    now = round(received * _MICROSECONDS)
    for order, name in (("little", "least"), ("big", "most")):
        number = int.from_bytes(octets, "little" if order == "little" else "big")
        distance = (number - now + _WRAP // 2) % _WRAP - _WRAP // 2
        if abs(distance) <= tolerance * _MICROSECONDS:
            description = f"the low 32 bits of microseconds since 1970, {name} significant octet first"
            return timestamp.WrongForm(description, received + distance / _MICROSECONDS, True)
    return None
