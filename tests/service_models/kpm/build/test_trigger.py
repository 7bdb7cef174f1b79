"""KPM event triggers."""

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.service_models.kpm.model import KPM


@pytest.mark.parametrize("edition", KPM.editions)
def test_octets_of_periods(edition: str) -> None:
    """Periods have the octets that aligned PER gives them, in every edition."""
    anchors = {1: "0000", 100: "0063", 1000: "0803e7", 10000: "08270f", 100000: "1001869f"}
    assert {period: event_trigger(period, edition).hex() for period in anchors} == anchors


@pytest.mark.parametrize("period", [0, 1 << 32])
def test_impossible_periods(period: int) -> None:
    """A period out of range is the caller's mistake."""
    with pytest.raises(EncodeError):
        event_trigger(period, "3.00")
