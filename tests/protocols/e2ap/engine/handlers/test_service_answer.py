"""What all answers of RIC functional procedures have in common."""

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    control_acknowledge,
    control_request,
    delete_failure,
    delete_request,
    middle,
    operational,
    rid,
    subscribed,
)


def test_a_failure_echoes_the_function_too() -> None:
    """The RAN Function ID of a failure is the request's (E2TS 6.2.2.2)."""
    talk = subscribed()
    talk.ric(delete_request(function_id=1))
    talk.node(m.RICsubscriptionDeleteFailure(rid(), 2, CAUSE))
    assert talk.accused == [Kind.ANSWER_FUNCTION_DIFFERS]


def test_a_failure_for_an_unknown_function_is_right() -> None:
    """What was never offered is refused (E2AP 8.2.2.4)."""
    talk = subscribed()
    talk.ric(delete_request(function_id=9))
    talk.node(m.RICsubscriptionDeleteFailure(rid(), 9, CAUSE), delete_failure())
    assert talk.accused == [Kind.SECOND_ANSWER]


def test_an_absent_function_id_is_not_compared() -> None:
    """What an answer lacks is the decoder's business."""
    talk = operational()
    talk.ric(control_request())
    talk.node(m.RICcontrolAcknowledge(rid(20, 1)))
    assert talk.found == []


def test_in_the_middle_no_function_is_unknown() -> None:
    """The offer may have been made before the record began."""
    talk = middle()
    talk.ric(control_request(function_id=9))
    talk.node(control_acknowledge(function_id=9))
    assert talk.found == []
