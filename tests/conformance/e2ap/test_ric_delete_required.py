"""What the cases about Delete Required find, and what they let pass."""

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    ignores,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

DELETE = m.RICsubscriptionDeleteRequest
REQUIRED = of(m.RICsubscriptionDeleteRequired)


def deletes_the_unknown(required: m.RICsubscriptionDeleteRequired, edition: str) -> Message:
    items = required.ric_subscription_to_be_removed
    assert items is not None
    return DELETE(items[0].ric_request_id, items[0].ran_function_id)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-DELREQ-101", ignores(REQUIRED)),
    ("E2AP-DELREQ-101", puts(DELETE, ran_function_id=3)),
    ("E2AP-DELREQ-102", complains(REQUIRED)),
    ("E2AP-DELREQ-103", complains(REQUIRED)),
    ("E2AP-DELREQ-103", replies(REQUIRED, deletes_the_unknown)),
    ("E2AP-DELREQ-104", dies(REQUIRED)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_delete_required_may_be_left_alone() -> None:
    """E2AP lets the RIC delete: only the should-level case minds that it does not."""
    assert perform("E2AP-DELREQ-102", ignores(REQUIRED)).judgement.verdict is Verdict.PASS
