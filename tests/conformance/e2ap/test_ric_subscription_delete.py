"""What the cases about Subscription Delete find, and what they let pass."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found

DELETE = m.RICsubscriptionDeleteRequest
REQUIRED = of(m.RICsubscriptionDeleteRequired)
INDICATION = of(m.RICindication)


def deletes_the_unknown(required: m.RICsubscriptionDeleteRequired, edition: str) -> Message:
    items = required.ric_subscription_to_be_removed
    assert items is not None
    return DELETE(items[0].ric_request_id, items[0].ran_function_id)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-SUBDEL-101", puts(DELETE, ran_function_id=3)),
    ("E2AP-SUBDEL-101", mute(DELETE)),
    ("E2AP-SUBDEL-101", puts(DELETE, ric_request_id=e.RICrequestID(9, 9))),
    ("E2AP-SUBDEL-101", dies(of(m.RICsubscriptionDeleteResponse))),
    ("E2AP-SUBDEL-102", complains(of(m.RICsubscriptionDeleteFailure))),
    ("E2AP-SUBDEL-103", complains(INDICATION)),
    ("E2AP-SUBDEL-104", complains(REQUIRED)),
    ("E2AP-SUBDEL-104", replies(REQUIRED, deletes_the_unknown)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)
