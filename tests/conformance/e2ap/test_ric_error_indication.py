"""What the cases about Error Indication find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    dies,
    ends,
    ignores,
    mum,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

ERROR = of(m.ErrorIndication)


def echoes(error: m.ErrorIndication, edition: str) -> m.ErrorIndication:
    return m.ErrorIndication(cause=cause("protocol/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
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
