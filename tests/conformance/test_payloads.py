"""Payloads that a SUT has sent are read, or are a fail."""

import pytest

from oran_harness.conformance.payloads import check_payload
from oran_harness.model import Verdict
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.service_models.kpm.model import KPM
from oran_harness.steps import CaseOutcome

TRIGGER = PayloadKind.EVENT_TRIGGER_DEFINITION


def test_what_conforms_is_read() -> None:
    """In whatever edition."""
    octets = event_trigger(1000, KPM.editions[-1])
    assert check_payload(KPM, TRIGGER, octets, "It can be read") == KPM.decode(TRIGGER, octets).value


@pytest.mark.parametrize(("octets", "shown"), [(None, "nothing: "), (b"", "nothing: "), (b"\xff\xff", "ffff: ")])
def test_what_does_not_is_a_fail(octets: bytes | None, shown: str) -> None:
    """It says what was asked for, which model it is, and which octets came."""
    with pytest.raises(CaseOutcome) as raised:
        check_payload(KPM, TRIGGER, octets, "It can be read")
    outcome = raised.value
    assert (outcome.verdict, outcome.requirement) == (Verdict.FAIL, "It can be read")
    assert outcome.expected == "octets that an edition of E2SM-KPM accepts"
    assert outcome.actual.startswith(shown)
