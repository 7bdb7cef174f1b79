"""The collection start time of an indication header."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.common.timestamp import timestamp
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.timestamps import collection_start, expected_length, start_time, wrong_form
from oran_harness.service_models.payload import PayloadKind
from tests.service_models.recorded import captured
from tests.service_models.samples import header, message_1

NOW = 1_795_292_110.513


def test_the_start_time_of_a_header() -> None:
    """The octets are those of the header; other values have none."""
    assert start_time(header(bytes(8))) == bytes(8)
    assert start_time(message_1(1)) is None
    assert start_time(None) is None


@pytest.mark.parametrize("edition", KPM.editions)
def test_the_length_is_that_of_the_schema(edition: str) -> None:
    """Each edition encodes a time stamp of the length that is expected of it."""
    octets = KPM.encode(PayloadKind.INDICATION_HEADER, header(bytes(expected_length(edition))), edition)
    assert len(octets) == 1 + expected_length(edition)


def test_both_lengths_are_read() -> None:
    """Eight octets have a fraction, four are whole seconds, others are no time."""
    assert collection_start(timestamp(NOW)) == pytest.approx(NOW, abs=0.001)
    assert collection_start(timestamp(NOW)[:4]) == int(NOW)
    assert collection_start(b"") is None


def test_microseconds_with_swapped_halves() -> None:
    """FlexRIC's form in eight octets is recognised, with the receive time and without."""
    octets = round(NOW * 10**6).to_bytes(8)
    for received in (None, NOW):
        found = wrong_form(octets[4:] + octets[:4], received)
        assert found is not None
        assert found.description == "microseconds since 1970, with its 32-bit halves swapped"


@pytest.mark.parametrize(("order", "name"), [("little", "least"), ("big", "most")])
def test_the_low_half_of_microseconds(order: str, name: str) -> None:
    """Four octets can be the low half of microseconds; only the receive time shows it."""
    low = round(NOW * 10**6) & 0xFFFFFFFF
    octets = low.to_bytes(4, "little" if order == "little" else "big")
    found = wrong_form(octets, NOW + 1)
    assert found is not None
    assert found.description == f"the low 32 bits of microseconds since 1970, {name} significant octet first"
    assert found.unix_seconds == pytest.approx(NOW, abs=0.001)
    assert wrong_form(octets, NOW + 60) is None
    assert wrong_form(octets) is None


def test_four_octets_of_seconds() -> None:
    """Seconds since 1900 are right; seconds since 1970 are recognised by the receive time."""
    assert wrong_form(timestamp(NOW)[:4], NOW) is None
    found = wrong_form(int(NOW).to_bytes(4), NOW)
    assert found is not None
    assert found.description == "seconds since 1970 instead of 1900"


@given(st.binary(max_size=9), st.none() | st.floats(0, 3e9))
@settings(max_examples=100, database=None, deadline=None)
def test_nothing_raises(octets: bytes, received: float | None) -> None:
    """Octets of any length are read, judged, or left alone."""
    assert (collection_start(octets) is None) == (len(octets) not in (4, 8))
    found = wrong_form(octets, received)
    assert found is None or found.description


def test_what_flexric_writes(reference: Path) -> None:
    """Its headers of 2.03 hold the low half of the microseconds in the order of its processor's memory."""
    forms = set()
    for one in captured(reference):
        if one.kind is PayloadKind.INDICATION_HEADER:
            octets = start_time(KPM.decode(one.kind, one.octets).value)
            assert octets is not None
            found = wrong_form(octets, one.received)
            assert found is not None
            assert found.unix_seconds == pytest.approx(one.received, abs=0.1)
            forms.add(found.description)
    assert forms == {"the low 32 bits of microseconds since 1970, least significant octet first"}
