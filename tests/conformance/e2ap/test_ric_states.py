"""What the cases about messages in the wrong state find, and what they let pass."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    ignores,
    of,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found

UPDATE = of(m.RICserviceUpdate)


def acknowledges(update: m.RICserviceUpdate, edition: str) -> Message:
    return m.RICserviceUpdateAcknowledge(update.transaction_id)


def responds(request: Any, edition: str) -> Message:
    kind = m.ResetResponse if isinstance(request, m.ResetRequest) else m.E2RemovalResponse
    return kind(request.transaction_id)


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-121", replies(UPDATE, acknowledges)),
    ("E2AP-NEG-121", ignores(UPDATE)),
    ("E2AP-NEG-122", replies(of(m.ResetRequest), responds)),
    ("E2AP-NEG-122", ignores(of(m.ResetRequest))),
    ("E2AP-NEG-123", replies(of(m.E2RemovalRequest), responds)),
    ("E2AP-NEG-124", ignores(of(m.RICindication))),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


def test_faults_are_found_in_the_first_edition() -> None:
    """Without Transaction IDs, too."""
    assert_found("E2AP-NEG-122", ignores(of(m.ResetRequest)), edition="1.01")
