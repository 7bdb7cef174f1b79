"""What the cases about Connection Update find, and what they let pass."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
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
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

CONFIGURATION = of(m.E2nodeConfigurationUpdate)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-CONNUPD-101", mute(m.E2connectionUpdate)),
    ("E2AP-CONNUPD-101", puts(m.E2connectionUpdate, e2_connection_update_add=None)),
    ("E2AP-CONNUPD-101", complains(of(m.E2connectionUpdateAcknowledge))),
    ("E2AP-CONNUPD-101", dies(of(m.E2connectionUpdateAcknowledge))),
    ("E2AP-CONNUPD-103", ignores(CONFIGURATION)),
    ("E2AP-CONNUPD-103", ends(CONFIGURATION)),
    ("E2AP-CONNUPD-102", complains(of(m.E2connectionUpdateFailure))),
    ("E2AP-CONNUPD-102", ends(of(m.E2connectionUpdateFailure))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_another_address_is_not_pretended_to_be_connected() -> None:
    """A RIC that names an address of its own choice is not told that something was set up there."""
    elsewhere = e.TNLinformation(BitString(bytes((192, 0, 2, 99)), 32))
    other = puts(m.E2connectionUpdate, e2_connection_update_add=(e.E2connectionUpdate_Item(elsewhere, "both"),))
    assert perform("E2AP-CONNUPD-103", other).judgement.verdict is Verdict.INCONC
    assert perform("E2AP-CONNUPD-101", other).judgement.verdict is Verdict.PASS
