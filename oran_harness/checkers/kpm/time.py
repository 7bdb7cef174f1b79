"""The collection start time of a KPM indication (KPM 8.2.1.3.1, 8.3.12; RFC 5905 clause 6)."""

from collections.abc import Iterator
from dataclasses import replace

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Scope
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common import timestamp
from oran_harness.service_models.kpm.timestamps import collection_start, start_time, wrong_form

NODE = "the E2 node"
_HEADER = (PayloadKind.INDICATION_HEADER,)


def received(seen: PayloadObserved) -> float | None:
    """When the indication was seen, in Unix time; None where the history has no date."""
    epoch = seen.association.history.clock_epoch
    return epoch + seen.event.t if timestamp.EARLIEST <= epoch <= timestamp.LATEST else None


@rule(
    id="KPM-START-TIME",
    title="The collection start time is in the format of RFC 5905",
    clause="O-RAN.WG3.E2SM-KPM 8.2.1.3.1, 8.3.12; RFC 5905 clause 6",
    # How a node writes the time it writes it in every report: that is no fault of each case.
    scope=Scope.RUN,
    hint="colletStartTime holds 32 bits of seconds since 1900-01-01 (Unix time + 2,208,988,800) and then 32 bits of "
    "fraction, both most significant octet first. Do not copy a Unix time in micro- or milliseconds into it, and "
    "mind the byte order of each half.",
    blames=NODE,
    of=_HEADER,
    model="kpm",
)
def start_time_format(seen: PayloadObserved) -> Iterator[Breach]:
    """The eight octets of the collection start time are an RFC 5905 time stamp, not another form of the same time."""
    octets = start_time(seen.value)
    if octets is None or len(octets) != 8:
        return
    wrong = wrong_form(octets, received(seen))
    if wrong is not None and wrong.certain:
        yield _breach(seen, octets, wrong, "seconds since 1900 and their fraction, 32 bits each")


@rule(
    id="KPM-START-TIME-SHORT",
    title="The four octets of a start time of KPM 2.03 are seconds",
    clause="O-RAN.WG3.E2SM-KPM 2.03, Time Stamp; RFC 5905 clause 6",
    level=Level.SHOULD,
    hint="The four octets are understood as the first half of RFC 5905's time stamp: seconds since 1900-01-01, most "
    "significant octet first. The low half of a count of microseconds wraps every 72 minutes and tells nobody "
    "the time; copy no 64-bit number into the field.",
    blames="nobody: what 2.03 means by four octets is open",
    of=_HEADER,
    model="kpm",
)
def start_time_short(seen: PayloadObserved) -> Iterator[Breach]:
    """A start time of four octets is a date, not the counter that the time of its arrival shows it to be."""
    octets = start_time(seen.value)
    if octets is None or len(octets) != 4:
        return
    wrong = wrong_form(octets, received(seen))
    if wrong is not None:
        breach = _breach(seen, octets, wrong, "seconds since 1900, most significant octet first")
        yield replace(breach, blame=None)


@rule(
    id="KPM-START-DATE",
    title="The collection start time is a date of today",
    clause="O-RAN.WG3.E2SM-KPM 8.3.12",
    level=Level.SHOULD,
    hint="The format is right, but the date lies outside 2020 to 2036: the node's clock is probably not set. Check "
    "NTP or PTP on the node before its measurements are compared with others.",
    blames="nobody",
    of=_HEADER,
    model="kpm",
)
def start_date(seen: PayloadObserved) -> Iterator[Breach]:
    """A start time in the right format gives a date that measurements can have."""
    octets = start_time(seen.value)
    if (
        octets is None
        or len(octets) != 8
        or timestamp.plausible(octets)
        or wrong_form(octets, received(seen)) is not None
    ):
        return
    years = (collection_start(octets) or 0.0) / (365.2425 * timestamp.DAY) + 1970
    yield Breach(
        blame=None,
        message=f"the collection start time {octets.hex()} is a moment of the year {int(years)}",
        expected="a date from 2020 to 2036",
        actual=f"the year {int(years)}",
        key="start date",
    )


def _breach(seen: PayloadObserved, octets: bytes, wrong: timestamp.WrongForm, expected: str) -> Breach:
    return Breach(
        blame=seen.role,
        message=f"the collection start time {octets.hex()} is {wrong.description}",
        expected=expected,
        actual=wrong.description,
        key=f"start time {wrong.description.split(chr(39))[0]}",
    )
