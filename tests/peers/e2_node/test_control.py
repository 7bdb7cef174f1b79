"""RIC Control and RIC Query as the node serves them (E2AP 8.2.4, 8.2.7)."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import PLAIN, Stage

ID = e.RICrequestID(20, 1)


def control(wanted: e.RICcontrolAckRequest | None = None, of: int = PLAIN) -> m.RICcontrolRequest:
    """A control."""
    return m.RICcontrolRequest(ID, of, None, b"header", b"message", wanted)


@pytest.mark.parametrize("edition", ["1.01", "2.03", "3.01", "5.00"])
@pytest.mark.parametrize("wanted", ["ack", None])
def test_success_is_acknowledged(edition: str, wanted: e.RICcontrolAckRequest | None) -> None:
    """With Ack, and without any word on it, success is told (8.2.4.2); 1.01 tells it by a status besides."""
    stage = Stage(edition).set_up()
    answer = stage.hear(control(wanted)).one(m.RICcontrolAcknowledge)
    assert (answer.ric_request_id, answer.ran_function_id) == (ID, PLAIN)
    assert answer.ric_control_status == ("success" if edition == "1.01" else None)
    assert stage.plain.controls == [(b"header", b"message", None)]
    assert stage.blamed() == []


@pytest.mark.parametrize(("edition", "wanted"), [("5.00", "noAck"), ("1.01", "noAck"), ("1.01", "nAck")])
def test_success_is_not_told_where_nobody_wants_it(edition: str, wanted: e.RICcontrolAckRequest) -> None:
    """With NoAck the control is executed in silence (8.2.4.2)."""
    stage = Stage(edition).set_up()
    stage.hear(control(wanted)).silent()
    assert len(stage.plain.controls) == 1
    assert stage.blamed() == []


@pytest.mark.parametrize("wanted", ["ack", None, "noAck"])
def test_failure_is_always_told(wanted: e.RICcontrolAckRequest | None) -> None:
    """A failure has its cause and outcome, whatever the request said about acknowledgements (8.2.4.3)."""
    stage = Stage().set_up()
    stage.plain.failure = ("ricRequest", "control-message-invalid")
    failure = stage.hear(control(wanted)).one(m.RICcontrolFailure)
    assert (failure.ric_request_id, failure.cause) == (ID, ("ricRequest", "control-message-invalid"))
    assert failure.ric_control_outcome == b"why"
    assert stage.blamed() == []


def test_an_unknown_function_is_refused() -> None:
    """A RAN function that the node does not offer can be neither controlled nor asked."""
    stage = Stage().set_up()
    why = ("ricRequest", "ran-function-id-invalid")
    assert stage.hear(control("noAck", of=77)).one(m.RICcontrolFailure).cause == why
    assert stage.hear(m.RICqueryRequest(ID, 77, b"header", b"question")).one(m.RICqueryFailure).cause == why
    assert stage.blamed() == []


def test_the_call_process_is_repeated() -> None:
    """An answer names the call process of its request."""
    stage = Stage().set_up()
    request = m.RICcontrolRequest(ID, PLAIN, b"call", b"header", b"message")
    assert stage.hear(request).one(m.RICcontrolAcknowledge).ric_call_process_id == b"call"
    stage.plain.failure = ("ricRequest", "ric-call-process-id-invalid")
    assert stage.hear(request).one(m.RICcontrolFailure).ric_call_process_id == b"call"


def test_a_query_is_answered() -> None:
    """What is available is told; what is not is refused with the function's cause (8.2.7)."""
    stage = Stage().set_up()
    query = m.RICqueryRequest(ID, PLAIN, b"header", b"question")
    assert stage.hear(query).one(m.RICqueryResponse) == m.RICqueryResponse(ID, PLAIN, b"question")
    stage.plain.failure = ("ricRequest", "requested-information-unavailable")
    assert stage.hear(query).one(m.RICqueryFailure).cause == ("ricRequest", "requested-information-unavailable")
    assert stage.blamed() == []
