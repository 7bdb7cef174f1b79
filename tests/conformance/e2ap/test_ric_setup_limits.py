"""What the cases about the limits of E2 Setup find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
)
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    dies,
    ends,
    longer_than,
    loses_a_component,
    loses_a_function,
    mute,
    of,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(E2setupRequest)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SETUP-121", loses_a_function()),
    ("E2AP-SETUP-122", dies(longer_than(4096))),
    ("E2AP-SETUP-123", dies(longer_than(16383))),
    ("E2AP-SETUP-123", ends(longer_than(16383))),
    ("E2AP-SETUP-124", dies(SETUP)),
    ("E2AP-SETUP-125", loses_a_component()),
    ("E2AP-SETUP-125", mute(E2setupResponse)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", range(121, 126))
def test_size_may_be_refused(number: int) -> None:
    """E2 SETUP FAILURE is an answer."""
    assert perform(f"E2AP-SETUP-{number}", refuses_setup()).judgement.verdict is Verdict.PASS
