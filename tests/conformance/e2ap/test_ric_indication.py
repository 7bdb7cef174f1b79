"""What the cases about Indication find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    ends,
    of,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

INDICATION = of(m.RICindication)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-IND-101", complains(INDICATION)),
    ("E2AP-IND-101", ends(INDICATION)),
    ("E2AP-IND-102", complains(lambda message, _: getattr(message, "ric_indication_sn", 1) == 0)),
    ("E2AP-IND-103", dies(INDICATION, nth=100)),
    ("E2AP-IND-104", dies(lambda message, octets: len(octets) > 10_000)),
    ("E2AP-IND-105", dies(INDICATION)),
    ("E2AP-IND-106", dies(INDICATION)),
    ("E2AP-IND-106", ends(INDICATION)),
    ("E2AP-IND-107", dies(INDICATION)),
    ("E2AP-IND-108", dies(INDICATION)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [106, 107, 108])
def test_stray_indications_may_be_reported(number: int) -> None:
    """An Error Indication about an indication that does not fit is as good as dropping it."""
    told = perform(f"E2AP-IND-{number}", complains(INDICATION))
    assert told.judgement.verdict is Verdict.PASS, str(told)
