"""What the cases about Service Query find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    ignores,
    mute,
    of,
    puts,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

UPDATE = of(m.RICserviceUpdate)
ACK = m.RICserviceUpdateAcknowledge


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-SERVUPD-{number}", ignores(UPDATE)) for number in (121, 122)),
    ("E2AP-SERVUPD-121", mute(m.RICserviceQuery)),
    ("E2AP-SERVUPD-121", mute(ACK)),
    ("E2AP-SERVUPD-122", puts(m.RICserviceQuery, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_a_query_without_list_passes() -> None:
    """The list is optional."""
    told = perform("E2AP-SERVUPD-122", puts(m.RICserviceQuery, ran_functions_accepted=None))
    assert told.judgement.verdict is Verdict.PASS, str(told)
