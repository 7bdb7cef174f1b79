"""What the cases about Reset, Removal and Error Indication find, and let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    ends,
    ends_all,
    ignores,
    mum,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

RESET = of(m.ResetRequest)
REMOVAL = of(m.E2RemovalRequest)
ERROR = of(m.ErrorIndication)


def echoes(error: m.ErrorIndication, edition: str) -> m.ErrorIndication:
    return m.ErrorIndication(cause=cause("protocol/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-RESET-{number}", ignores(RESET)) for number in (101, 103, 104, 105, 106, 107, 108)),
    ("E2AP-RESET-101", dies(RESET)),
    ("E2AP-RESET-102", mute(m.ResetRequest)),
    ("E2AP-RESET-102", complains(of(m.ResetResponse))),
    ("E2AP-RESET-102", dies(of(m.ResetResponse))),
    ("E2AP-RESET-103", puts(m.ResetResponse, transaction_id=0)),
    ("E2AP-RESET-104", ignores(RESET, nth=5)),
    ("E2AP-RESET-105", ignores(of(m.RICserviceUpdate))),
    ("E2AP-RESET-106", complains(RESET)),
    ("E2AP-RESET-107", ends(RESET)),
    *((f"E2AP-REMOVAL-{number}", ignores(REMOVAL)) for number in (101, 104, 105, 106)),
    ("E2AP-REMOVAL-101", ends_all(REMOVAL)),
    ("E2AP-REMOVAL-102", mute(m.E2RemovalRequest)),
    ("E2AP-REMOVAL-102", mute(m.E2setupResponse, nth=2)),
    ("E2AP-REMOVAL-103", ignores(of(m.E2RemovalResponse))),
    ("E2AP-REMOVAL-103", ends(of(m.E2RemovalResponse), how="abort")),
    ("E2AP-REMOVAL-104", puts(m.E2RemovalResponse, transaction_id=0)),
    ("E2AP-REMOVAL-105", mute(m.E2setupResponse, nth=2)),
    ("E2AP-REMOVAL-107", dies(of(m.E2RemovalFailure))),
    ("E2AP-ERRIND-101", mute(m.ErrorIndication)),
    ("E2AP-ERRIND-101", puts(m.ErrorIndication, ric_request_id=None)),
    ("E2AP-ERRIND-102", ignores(ERROR)),
    ("E2AP-ERRIND-103", replies(ERROR, echoes)),
    ("E2AP-ERRIND-103", dies(ERROR)),
    ("E2AP-ERRIND-103", ends(ERROR)),
    ("E2AP-ERRIND-104", replies(ERROR, echoes)),
    ("E2AP-ERRIND-104", dies(ERROR)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_a_timer_that_is_not_told_accuses_nobody() -> None:
    """E2AP gives TRICcontrol no value: without a word on it from the RIC, silence is inconclusive."""
    told = perform("E2AP-ERRIND-101", mum(mute(m.ErrorIndication)))
    assert told.judgement.verdict is Verdict.INCONC, str(told)
    assert perform("E2AP-ERRIND-101", mum(Misbehaviour())).judgement.verdict is Verdict.PASS


def test_a_removal_need_not_end_in_a_close() -> None:
    """E2AP says that the RIC may close: only the should-level case minds."""
    told = perform("E2AP-REMOVAL-102", ignores(of(m.E2RemovalResponse)))
    assert told.judgement.verdict is Verdict.PASS, str(told)
