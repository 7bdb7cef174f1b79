"""RIC Control and RIC Query."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    action,
    check_fires,
    check_silent,
    control_acknowledge,
    control_failure,
    control_request,
    indication,
    names,
    operational,
    rid,
    subscribed,
)


def _inserting() -> Conversation:
    talk = subscribed(action(1, "insert"))
    talk.node(indication(1, "insert", call=b"call"))
    return talk


QUERY = m.RICqueryRequest(rid(50, 1), 1, b"h", b"d")
UNKNOWN_QUERY = m.RICqueryRequest(rid(50, 1), 9, b"h", b"d")
ROWS = [
    Row(
        Kind.ACKNOWLEDGED_DESPITE_NO_ACK,
        NODE,
        lambda talk: (talk.ric(control_request(ack="noAck")), talk.node(control_acknowledge())),
        lambda talk: (talk.ric(control_request(ack="noAck")), talk.node(control_failure())),
    ),
    Row(
        Kind.CALL_PROCESS_UNKNOWN,
        RIC,
        lambda talk: (talk.ric(control_request(call=b"other")), talk.node(control_failure())),
        lambda talk: (talk.ric(control_request(call=b"call")), talk.node(control_acknowledge(call=b"call"))),
        begin=_inserting,
    ),
    Row(
        Kind.UNKNOWN_CALL_PROCESS_SERVED,
        NODE,
        lambda talk: (talk.ric(control_request(call=b"other")), talk.node(control_acknowledge(call=b"other"))),
        lambda talk: (talk.ric(control_request(call=b"call")), talk.node(control_acknowledge())),
        begin=_inserting,
    ),
    Row(
        Kind.EXPIRED_CALL_PROCESS_SERVED,
        NODE,
        lambda talk: (talk.wait(200), talk.ric(control_request(call=b"call")), talk.node(control_acknowledge())),
        lambda talk: (talk.wait(200), talk.ric(control_request(call=b"call")), talk.node(control_failure())),
        begin=_inserting,
    ),
    Row(
        Kind.CALL_PROCESS_DIFFERS,
        NODE,
        lambda talk: (talk.ric(control_request(call=b"call")), talk.node(control_acknowledge(call=b"other"))),
        lambda talk: (talk.ric(control_request(call=b"call")), talk.node(control_acknowledge(call=b"call"))),
        begin=_inserting,
    ),
    Row(
        Kind.ANSWER_FUNCTION_DIFFERS,
        NODE,
        lambda talk: (talk.ric(QUERY), talk.node(m.RICqueryResponse(rid(50, 1), 2, b"o"))),
        lambda talk: (talk.ric(QUERY), talk.node(m.RICqueryResponse(rid(50, 1), 1, b"o"))),
        name="query",
    ),
    Row(
        Kind.UNKNOWN_FUNCTION_SERVED,
        NODE,
        lambda talk: (talk.ric(UNKNOWN_QUERY), talk.node(m.RICqueryResponse(rid(50, 1), 9, b"o"))),
        lambda talk: (talk.ric(QUERY), talk.node(m.RICqueryFailure(rid(50, 1), 1, CAUSE))),
        name="query",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What a Control or Query breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right Control or Query is not; a failure is right whatever acknowledgement was asked for."""
    check_silent(row)


def test_an_absent_ack_request_asks_for_an_acknowledgement() -> None:
    """Without Ack Request the node acknowledges (E2AP 8.2.4.2)."""
    talk = operational()
    talk.ric(control_request(ack=None))
    assert len(talk.association.overdue(10, 1)) == 1
    talk.node(control_acknowledge())
    assert talk.found == []


def test_the_first_editions_nack_is_open() -> None:
    """E2AP 1.01 knew a third value, of which later texts say nothing."""
    talk = operational()
    talk.ric(control_request(ack="nAck"))
    talk.node(control_acknowledge())
    assert talk.found == []


def test_a_late_acknowledgement_is_open() -> None:
    """After TRICcontrol the RIC sends an Error Indication; what is acknowledged later accuses nobody (E2AP 8.2.4.4)."""
    talk = operational()
    talk.ric(control_request(), m.ErrorIndication(ric_request_id=rid(20, 1), cause=CAUSE))
    assert talk.association.overdue(100, 1) == ()
    talk.node(control_acknowledge())
    assert talk.found == []


def test_a_refused_function_is_rightly_failed() -> None:
    """A failure for a RAN function that was never offered is what the node owes (E2AP 8.2.4.3)."""
    talk = operational()
    talk.ric(control_request(function_id=9))
    talk.node(m.RICcontrolFailure(rid(20, 1), 9, None, CAUSE))
    assert talk.accused == [Kind.FUNCTION_NEVER_OFFERED]
    assert talk.found[0].by is RIC


def test_a_control_in_time_stops_the_timer() -> None:
    """What follows the first Control of a call process is not judged by RIC Time to Wait (E2AP 8.2.3.2)."""
    talk = _inserting()
    talk.ric(control_request(call=b"call"))
    talk.node(control_acknowledge(call=b"call"))
    talk.wait(200)
    talk.ric(control_request(call=b"call"))
    talk.node(control_acknowledge(call=b"call"))
    assert talk.found == []


def test_of_several_inserts_no_timer_is_told_to_count() -> None:
    """Which Time to Wait holds for a call process that was announced twice is open."""
    talk = _inserting()
    talk.node(indication(1, "insert", call=b"call"))
    talk.wait(200)
    talk.ric(control_request(call=b"call"))
    talk.node(control_acknowledge(call=b"call"))
    assert talk.found == []
