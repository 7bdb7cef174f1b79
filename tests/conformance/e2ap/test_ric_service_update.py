"""What the cases about Service Update find, and what they let pass."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Claims
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    dies,
    edits,
    ends,
    ignores,
    mute,
    of,
    puts,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

UPDATE = of(m.RICserviceUpdate)
ACK = m.RICserviceUpdateAcknowledge
WHY = cause("misc/unspecified", "3.01")


def without_lists(*, nth: int = 1) -> Misbehaviour:
    return puts(ACK, nth=nth, ran_functions_accepted=None, ran_functions_rejected=None)


def rejects_everything(acknowledge: Any) -> Message:
    rejected = tuple(
        e.RANfunctionIDcause_Item(item.ran_function_id, WHY) for item in acknowledge.ran_functions_accepted or ()
    )
    return replace(acknowledge, ran_functions_accepted=None, ran_functions_rejected=rejected or None)


def refuses_service_update(update: m.RICserviceUpdate, edition: str) -> Message:
    return m.RICserviceUpdateFailure(update.transaction_id, WHY)


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-SERVUPD-{number}", without_lists()) for number in (101, 102, 103, 105, 108, 112)),
    *((f"E2AP-SERVUPD-{number}", ignores(UPDATE)) for number in range(101, 113)),
    ("E2AP-SERVUPD-103", ends(UPDATE)),
    ("E2AP-SERVUPD-104", puts(ACK, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
    ("E2AP-SERVUPD-106", puts(ACK, ran_functions_accepted=(e.RANfunctionID_Item(2, 1),))),
    ("E2AP-SERVUPD-107", puts(ACK, transaction_id=0)),
    ("E2AP-SERVUPD-107", puts(ACK, transaction_id=1)),
    ("E2AP-SERVUPD-108", mute(ACK, nth=2)),
    ("E2AP-SERVUPD-109", without_lists(nth=2)),
    ("E2AP-SERVUPD-110", mute(ACK, m.RICserviceUpdateFailure)),
    ("E2AP-SERVUPD-110", dies(UPDATE)),
    ("E2AP-SERVUPD-111", dies(UPDATE)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("case", ["E2AP-SERVUPD-101", "E2AP-SERVUPD-102", "E2AP-SERVUPD-103"])
def test_a_function_may_be_rejected(case: str) -> None:
    """E2AP lets the RIC reject what the test specification wants accepted: that says nothing about the RIC."""
    told = perform(case, edits(ACK, rejects_everything))
    assert told.judgement.verdict is Verdict.INCONC, str(told)
    assert "E2AP leaves that to it" in told.judgement.reason


@pytest.mark.parametrize("number", [110, 111, 112])
def test_odd_service_updates_may_be_refused(number: int) -> None:
    """By the failure message or in a list: the text leaves it open."""
    assert perform(f"E2AP-SERVUPD-{number}", replies(UPDATE, refuses_service_update)).judgement.verdict is Verdict.PASS


def test_what_is_not_claimed_may_be_refused() -> None:
    """A failure message with a cause is a proper refusal, unless the RIC claims the procedure."""
    refusal = replies(UPDATE, refuses_service_update)
    assert perform("E2AP-SERVUPD-101", refusal).judgement.verdict is Verdict.UNSUPPORTED
    claims = Claims(True, procedures=("RICserviceUpdate",))
    assert perform("E2AP-SERVUPD-101", refusal, claims=claims).judgement.verdict is Verdict.FAIL
