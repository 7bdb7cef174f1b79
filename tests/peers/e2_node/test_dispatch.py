"""From octets to a procedure, and what the association's state has to do with it."""

import pytest

from oran_harness.model import Role
from oran_harness.peers.e2_node.dispatch import ANSWERS, REQUESTS
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import sender_role
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage

STATE: e.Cause = ("protocol", "message-not-compatible-with-receiver-state")
RESET = m.ResetRequest(7, ("misc", "unspecified"))
DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)


def test_every_message_of_a_ric_is_provided_for() -> None:
    """What a RIC may send up to E2AP 7.00 has its place, and nothing else has one."""
    wanted = {each for each in m.MESSAGES if sender_role(each.PROCEDURE_CODE, each.OUTCOME) is not Role.E2_NODE}
    assert {*REQUESTS, *ANSWERS, m.ErrorIndication} == wanted


@pytest.mark.parametrize("message", [DELETE, m.E2connectionUpdate(7), m.E2RemovalRequest(7)])
def test_before_setup_a_request_is_refused(message: Message) -> None:
    """A class 1 procedure that comes too early gets its failure message (8.3.1.4)."""
    (answer,) = Stage().begin().up().hear(message).take()[1:]
    assert (answer.OUTCOME, answer.PROCEDURE_CODE) == ("unsuccessfulOutcome", message.PROCEDURE_CODE)
    assert getattr(answer, "cause", None) == STATE


@pytest.mark.parametrize("message", [RESET, m.RICserviceQuery(7)])
def test_before_setup_anything_else_is_an_error(message: Message) -> None:
    """A Reset, and a class 2 procedure, get an Error Indication (8.3.1.4)."""
    (answer,) = Stage().begin().up().hear(message).take()[1:]
    assert isinstance(answer, m.ErrorIndication)
    assert (answer.transaction_id, answer.cause) == (7, STATE)


def test_while_time_to_wait_runs_it_is_still_before_setup() -> None:
    """A subscription in between is refused, and Setup goes on."""
    stage = Stage().begin().up()
    request = stage.one(m.E2setupRequest)
    stage.hear(m.E2setupFailure(request.transaction_id, ("misc", "unspecified"), 5))
    assert stage.subscribe().one(m.RICsubscriptionFailure).cause == STATE
    stage.wait(5.1).one(m.E2setupRequest)


def test_a_message_of_the_wrong_role_is_an_error() -> None:
    """A RIC that sends what only a node may send is told so."""
    stage = Stage().set_up()
    request = m.RICserviceUpdate(7)
    assert stage.hear(request).one(m.ErrorIndication).cause == STATE


@pytest.mark.parametrize("octets", [b"", b"\x00", b"\xff\xff\xff\xff", b"\x00\x08\x00\x05\x00\x00\x03\x00\x1d"])
def test_undecodable_octets_are_reported(octets: bytes) -> None:
    """With the cause transfer syntax error (36.413 10.2)."""
    found = Stage().set_up().octets(octets).one(m.ErrorIndication)
    assert found.cause == ("protocol", "transfer-syntax-error")


@pytest.mark.parametrize(("code", "criticality", "answered"), [(99, 0x00, True), (99, 0x80, True), (99, 0x40, False)])
def test_an_unknown_procedure_goes_by_its_criticality(code: int, criticality: int, answered: bool) -> None:
    """Reject and notify are reported, ignore is silence."""
    stage = Stage().set_up()
    octets = bytearray(stage.codec.encode(DELETE))
    octets[1], octets[2] = code, criticality
    assert bool(stage.octets(bytes(octets)).take()) == answered


def test_what_an_older_edition_does_not_have_is_unknown() -> None:
    """Of the procedures of E2AP 7.00 reject gets an Error Indication from a node of 5.00, ignore silence."""
    stage = Stage("5.00").set_up()
    newest = codec("7.00")
    stage.octets(newest.encode(m.RICserviceLoadStatusRequest(1, None, "start")), stream=1).silent()
    control = m.RICsubscriptionStateControlRequest(FIRST_ID, _states())
    found = stage.octets(newest.encode(control), stream=1).one(m.ErrorIndication)
    assert found.criticality_diagnostics == e.CriticalityDiagnostics(20, "initiating-message", "reject")


def _states() -> tuple[e.RANfunctionStateControl_Item, ...]:
    return (e.RANfunctionStateControl_Item(PLAIN, (e.RICsubscriptionList_Item(FIRST_ID),)),)


def test_a_report_goes_into_the_answer() -> None:
    """An unknown IE of criticality notify does not keep the node from answering (36.413 10.3.4.2)."""
    stage = Stage().set_up()
    foreign = ReceivedIe(999, "", "notify", b"\x00", 0)
    stage.octets(stage.codec.encode(RESET, layout=(49, 1, foreign)))
    diagnostics = stage.one(m.ResetResponse).criticality_diagnostics
    assert diagnostics is not None
    assert [each.ie_id for each in diagnostics.ies_criticality_diagnostics or ()] == [999]


def test_a_missing_ie_is_refused() -> None:
    """Nothing is executed, and the failure message says what is missing."""
    stage = Stage().set_up()
    request = m.RICcontrolRequest(FIRST_ID, PLAIN, None, b"header", b"message")
    failure = stage.octets(stage.codec.encode(request, layout=(29, 5, 22))).one(m.RICcontrolFailure)
    assert failure.criticality_diagnostics is not None
    assert stage.plain.controls == []


def test_the_node_lives_on() -> None:
    """After any of it the node serves what is right."""
    stage = Stage().set_up().octets(b"\x00").octets(b"\x00\x08\x00")
    stage.take()
    stage.subscribed()
