"""What the cases about the identities of E2 nodes find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
)
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    ends,
    ignores,
    of,
    puts,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(E2setupRequest)


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-SETUP-{number}", ignores(SETUP)) for number in range(111, 121)),
    *((f"E2AP-SETUP-{number}", ends(SETUP, how="abort")) for number in range(111, 121)),
    ("E2AP-SETUP-114", puts(E2setupResponse, transaction_id=77)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", range(111, 121))
def test_a_kind_of_node_may_be_refused(number: int) -> None:
    """Which nodes a RIC serves is its maker's choice: a refusal with a cause makes the case unsupported."""
    told = perform(f"E2AP-SETUP-{number}", refuses_setup())
    assert told.judgement.verdict is Verdict.UNSUPPORTED, str(told)
    assert "misc / unspecified" in told.judgement.reason


def test_faults_are_found_in_other_editions() -> None:
    """In the oldest and the newest, too."""
    for edition in ("1.01", "7.00"):
        assert_found("E2AP-SETUP-111", ignores(SETUP), edition=edition)
