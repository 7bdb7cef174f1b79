"""What the cases about IEs that are not as they should be find, and what they let pass."""

from typing import Any

import pytest

from oran_harness.model import Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.answers import setup_response
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import node_offer, setup_request
from tests.conformance.e2ap.misbehaving_ric import (
    Misbehaviour,
    complains,
    dies,
    ends,
    ignores,
    mute,
    of,
    replies,
)
from tests.conformance.e2ap.performing_ric import Fault, assert_found, perform

SETUP = of(m.E2setupRequest)


def serves(request: m.E2setupRequest, edition: str) -> Message:
    """It serves any Setup, whatever is wrong with it."""
    transaction = 7 if request.transaction_id is None else request.transaction_id
    response = setup_response(setup_request(node_offer(edition=edition), transaction), edition=edition)
    assert response is not None
    return response


def calls_it_miscellaneous(_: Any, edition: str) -> Message:
    return m.ErrorIndication(cause=cause("misc/unspecified", edition))


FAULTS: tuple[Fault, ...] = (
    *((f"E2AP-NEG-{number}", replies(SETUP, serves)) for number in (131, 132, 133, 136, 137, 138)),
    *((f"E2AP-NEG-{number}", ignores(SETUP)) for number in (131, 132, 134, 135, 136, 137, 138, 140, 141)),
    ("E2AP-NEG-133", dies(SETUP, nth=2)),
    ("E2AP-NEG-134", complains(SETUP)),
    ("E2AP-NEG-135", complains(SETUP)),
    ("E2AP-NEG-139", ignores(SETUP, nth=2)),
    ("E2AP-NEG-139", dies(SETUP, nth=2)),
    ("E2AP-NEG-141", ends(SETUP)),
)


@pytest.mark.parametrize(("case", "misbehaviour"), FAULTS)
def test_faults_are_found(case: str, misbehaviour: Misbehaviour) -> None:
    """Each misbehaviour fails its case, and the near-RT RIC is blamed."""
    assert_found(case, misbehaviour)


@pytest.mark.parametrize("number", [131, 132, 136])
def test_a_broken_setup_may_be_reported(number: int) -> None:
    """An Error Indication in place of the failure is a remark, no failure."""
    told = perform(f"E2AP-NEG-{number}", replies(SETUP, calls_it_miscellaneous))
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("case", ["E2AP-NEG-139", "E2AP-NEG-140", "E2AP-NEG-141"])
def test_odd_setups_may_be_served_or_refused(case: str) -> None:
    """What the RIC makes of them is open."""

    def refuses(request: m.E2setupRequest, edition: str) -> Message:
        return m.E2setupFailure(request.transaction_id, cause("misc/unspecified", edition))

    def second(message: Message | None, _: bytes) -> bool:
        return isinstance(message, m.E2setupRequest) and message.transaction_id != 1

    assert perform(case, replies(second, refuses)).judgement.verdict is Verdict.PASS
    assert perform(case, mute()).judgement.verdict is Verdict.PASS


def test_faults_are_found_in_the_first_edition() -> None:
    """Without Transaction IDs, too."""
    assert_found("E2AP-NEG-131", replies(SETUP, serves), edition="1.01")
