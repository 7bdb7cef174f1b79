"""What the cases about Reset find, and what they let pass."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    ends,
    ignores,
    mute,
    of,
    puts,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found

RESET = of(m.ResetRequest)


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
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)
