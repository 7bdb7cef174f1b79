"""An answer belongs to the request whose ids it has."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.correlation import UNSUCCESSFUL, answers, common_ids, outcome_of, same_transaction

FIRST = m.RICsubscriptionDeleteRequest(RICrequestID(1, 1), 2)


@pytest.mark.parametrize(
    ("request_", "answer", "same"),
    [
        (m.E2RemovalRequest(3), m.E2RemovalResponse(3), True),
        (m.E2RemovalRequest(3), m.E2RemovalResponse(4), False),
        (FIRST, m.RICsubscriptionDeleteResponse(RICrequestID(1, 1), 9), True),
        (FIRST, m.RICsubscriptionDeleteResponse(RICrequestID(1, 2), 2), False),
        (m.E2RemovalRequest(3), m.E2RemovalResponse(None), True),
        (FIRST, m.E2RemovalResponse(3), True),
    ],
)
def test_ids_that_both_have_are_the_same(request_: Message, answer: Message, same: bool) -> None:
    """Where there is nothing to compare, it may belong to it."""
    assert same_transaction(request_, answer) is same
    assert answers(request_)(answer) is same


def test_the_predicate_knows_its_request() -> None:
    """Steps look there for the request that they wait on."""
    assert answers(FIRST).request is FIRST
    assert answers(FIRST) == answers(FIRST)


def test_ids_in_common() -> None:
    """Those that both messages have, with a value."""
    assert common_ids(FIRST, m.ErrorIndication(ric_request_id=RICrequestID(1, 1))) == ("ric_request_id",)
    assert common_ids(FIRST, m.ErrorIndication(transaction_id=1)) == ()


def test_outcomes_of_a_procedure() -> None:
    """Some procedures have no unsuccessful outcome, some no outcome at all."""
    assert outcome_of(FIRST) is m.RICsubscriptionDeleteResponse
    assert outcome_of(FIRST, UNSUCCESSFUL) is m.RICsubscriptionDeleteFailure
    assert outcome_of(m.ResetRequest(1), UNSUCCESSFUL) is None
    assert outcome_of(m.ErrorIndication()) is None
