"""What is wrong with the times of an E2 node's KPM reports is seen."""

from dataclasses import replace
from itertools import count
from typing import Any

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from tests.conformance.e2ap.misbehaving_ric import edits
from tests.conformance.e2ap.performing_node import perform

FIRST = bytes.fromhex("ec400ff5000660d8")
"""A count of microseconds with its halves swapped, which reads as a date of 2025."""


def test_a_start_time_that_reads_well_by_chance() -> None:
    """Its next ones do not lie as close together as the reports: the node does not write a time of RFC 5905."""
    ticks = count(int.from_bytes(FIRST[:4]), 100_000)

    def of(indication: Any) -> Any:
        kind = PayloadKind.INDICATION_HEADER
        decoded = KPM.decode(kind, indication.ric_indication_header)
        name, content = decoded.value.indication_header_formats
        content = replace(content, collet_start_time=next(ticks).to_bytes(4) + FIRST[4:])
        value = replace(decoded.value, indication_header_formats=(name, content))
        return replace(indication, ric_indication_header=KPM.encode(kind, value, "3.00"))

    told = perform("E2SM-KPM-236", edits(m.RICindication, of))
    assert told.body is Verdict.FAIL, str(told)
    assert "microseconds since 1970" in str(told)
