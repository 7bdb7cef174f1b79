"""E2 Setup as the node does it (E2AP 8.3.1)."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.steps.answers import setup_response
from tests.peers.e2_node.stage import Stage, connects, ends, ric_identity

EDITIONS = ("1.01", "2.03", "3.01", "5.00", "7.00")
CAUSE: Cause = ("misc", "unspecified")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_association_begins_with_setup(edition: str) -> None:
    """The first message is the E2 Setup request, with functions and, since 2.03, components and Transaction ID."""
    stage = Stage(edition).begin()
    assert connects(stage) == [("1", None)]
    request = stage.up().one(m.E2setupRequest)
    assert [each.ran_function_id for each in request.ran_functions_added or ()] == [1, 5]
    assert (request.transaction_id is None) == (edition == "1.01")
    assert (request.e2_node_component_config_addition is None) == (edition == "1.01")
    assert stage.blamed() == []


def refusal(request: m.E2setupRequest, seconds: int | None) -> m.E2setupFailure:
    """The RIC refuses."""
    return m.E2setupFailure(request.transaction_id, CAUSE, seconds)


def test_time_to_wait_is_kept() -> None:
    """After a failure with Time to Wait the next request comes when that time is over, on the same association."""
    stage = Stage().begin().up()
    stage.hear(refusal(stage.one(m.E2setupRequest), 5)).wait(4.999).silent()
    stage.wait(0.002).one(m.E2setupRequest)
    assert stage.blamed() == []


def test_time_to_wait_outlives_the_association() -> None:
    """A node that comes back on a new association waits there as long as it was told."""
    stage = Stage().begin().up()
    stage.hear(refusal(stage.one(m.E2setupRequest), 5)).over().wait(1).up("2").wait(3.9).silent()
    stage.wait(0.2).one(m.E2setupRequest)


def test_a_refusal_without_time_to_wait_is_tried_again_ever_later() -> None:
    """Without Time to Wait the node tries again after a while, and takes longer each time."""
    stage = Stage().begin().up()
    stage.hear(refusal(stage.one(m.E2setupRequest), None)).wait(0.9).silent()
    stage.wait(0.2).hear(refusal(stage.one(m.E2setupRequest), None)).wait(1.9).silent()
    stage.wait(0.2).one(m.E2setupRequest)


def test_each_attempt_has_a_transaction_id_of_its_own() -> None:
    """A new request is a new transaction."""
    stage = Stage().begin().up()
    first = stage.one(m.E2setupRequest)
    second = stage.hear(refusal(first, 1)).wait(1.1).one(m.E2setupRequest)
    assert first.transaction_id != second.transaction_id


def test_an_error_indication_ends_the_attempt() -> None:
    """A RIC that answers with an Error Indication, with the id or without any, is asked again later."""
    for named in (True, False):
        stage = Stage().begin().up()
        request = stage.one(m.E2setupRequest)
        number = request.transaction_id if named else None
        stage.hear(m.ErrorIndication(number, cause=("protocol", "transfer-syntax-error"))).silent()
        stage.wait(1.1).one(m.E2setupRequest)


def test_a_broken_response_is_a_failure() -> None:
    """A response that lacks what it must have sets nothing up; it is not answered, and Setup is tried again."""
    stage = Stage().begin().up()
    request = stage.one(m.E2setupRequest)
    response = m.E2setupResponse(request.transaction_id, ric_identity())
    stage.octets(stage.codec.encode(response, layout=(49, 4))).silent()
    stage.wait(1.1).one(m.E2setupRequest)


def test_a_rejected_function_stays_offered() -> None:
    """A RIC may reject functions in a response: the interface is set up all the same."""
    stage = Stage().begin().up()
    request = stage.one(m.E2setupRequest)
    why: Cause = ("ricService", "ran-function-not-supported")
    response = setup_response(request, edition="5.00", rejected={1: why, 5: why})
    assert response is not None
    stage.hear(response).silent()
    stage.hear(m.RICserviceQuery(7))
    assert len(stage.one(m.RICserviceUpdate).ran_functions_added or ()) == 2


def test_another_answer_is_out_of_place() -> None:
    """A response to no request is a logical error: reported, and otherwise without effect."""
    stage = Stage().set_up()
    found = stage.hear(m.E2setupFailure(200, CAUSE)).one(m.ErrorIndication)
    assert found.cause == ("protocol", "message-not-compatible-with-receiver-state")
    assert found.transaction_id == 200
    assert ends(stage) == []
