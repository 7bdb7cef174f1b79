"""What the cases about octets that are no message find, and what they let pass."""

from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    dies_when_left,
    ends,
    ends_all,
    ignores,
    longer_than,
    of,
    replies,
    unread,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(m.E2setupRequest)


def calls_it_miscellaneous(_: Any, edition: str) -> Message:
    return m.ErrorIndication(cause=cause("misc/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
    ("E2AP-NEG-101", dies(unread)),
    ("E2AP-NEG-101", ends_all(unread)),
    ("E2AP-NEG-102", dies(unread)),
    ("E2AP-NEG-103", ignores(unread)),
    ("E2AP-NEG-103", ends(unread)),
    ("E2AP-NEG-103", replies(unread, calls_it_miscellaneous)),
    ("E2AP-NEG-104", dies(unread, nth=3)),
    ("E2AP-NEG-105", dies(SETUP, nth=2)),
    ("E2AP-NEG-106", dies(longer_than(65_535))),
    ("E2AP-NEG-107", dies_when_left()),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [101, 102, 104, 106])
def test_rubbish_may_be_met_with_anything_but_harm(number: int) -> None:
    """Silence, an Error Indication and closing that association are all fine."""
    for misbehaviour in (ignores(unread), complains(unread), ends(unread), ends(unread, how="abort")):
        told = perform(f"E2AP-NEG-{number}", misbehaviour)
        assert told.judgement.verdict is Verdict.PASS, str(told)


def test_faults_are_found_in_the_first_edition() -> None:
    """Without Transaction IDs, too."""
    assert_found("E2AP-NEG-101", dies(unread), edition="1.01")
