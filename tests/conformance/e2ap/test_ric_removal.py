"""What the cases about Removal find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    dies,
    ends,
    ends_all,
    ignores,
    mute,
    of,
    puts,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

REMOVAL = of(m.E2RemovalRequest)


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-REMOVAL-{number}", ignores(REMOVAL)) for number in (101, 104, 105, 106)),
    ("E2AP-REMOVAL-101", ends_all(REMOVAL)),
    ("E2AP-REMOVAL-102", mute(m.E2RemovalRequest)),
    ("E2AP-REMOVAL-102", mute(m.E2setupResponse, nth=2)),
    ("E2AP-REMOVAL-103", ignores(of(m.E2RemovalResponse))),
    ("E2AP-REMOVAL-103", ends(of(m.E2RemovalResponse), how="abort")),
    ("E2AP-REMOVAL-104", puts(m.E2RemovalResponse, transaction_id=0)),
    ("E2AP-REMOVAL-105", mute(m.E2setupResponse, nth=2)),
    ("E2AP-REMOVAL-107", dies(of(m.E2RemovalFailure))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_a_removal_need_not_end_in_a_close() -> None:
    """E2AP says that the RIC may close: only the should-level case minds."""
    told = perform("E2AP-REMOVAL-102", ignores(of(m.E2RemovalResponse)))
    assert told.judgement.verdict is Verdict.PASS, str(told)
