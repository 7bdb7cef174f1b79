"""Plain answers to Control, Query and Assistance."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from tests.checkers.scene import indication, insert_action, subscription
from tests.steps.answers.conversation import NODE, RIC, Conversation

NAME = e.RICrequestID(20, 1)


def _control(
    of: int = 1, process: bytes | None = None, ack: str | None = "ack", name: e.RICrequestID = NAME
) -> m.RICcontrolRequest:
    return m.RICcontrolRequest(name, of, process, b"header", b"message", ack)  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", editions())
def test_control(edition: str) -> None:
    """Acknowledged, without a request for it too; in silence with NoAck; an unknown function is always refused."""
    talk = Conversation(edition).set_up()
    assert isinstance(talk.ask(RIC, _control()), m.RICcontrolAcknowledge)
    assert isinstance(talk.ask(RIC, _control(ack=None)), m.RICcontrolAcknowledge)
    assert talk.ask(RIC, _control(ack="noAck")) is None
    assert isinstance(talk.ask(RIC, _control(99, ack="noAck")), m.RICcontrolFailure)


@pytest.mark.parametrize("ack", ["ack", "noAck"])
def test_control_of_a_call_process(ack: str) -> None:
    """One that an INSERT has announced is served, any other refused."""
    talk = Conversation("3.01").set_up()
    talk.ask(RIC, subscription(insert_action()))
    talk.say(NODE, indication(kind="insert", call_process=b"\x01"))
    served = talk.ask(RIC, _control(process=b"\x01", ack=ack))
    assert served is None if ack == "noAck" else served.ric_call_process_id == b"\x01"
    refused = talk.ask(RIC, _control(process=b"\x02", ack=ack, name=e.RICrequestID(20, 2)))
    assert refused.cause == ("ricRequest", "ric-call-process-id-invalid")


def test_query() -> None:
    """There is no information to give."""
    talk = Conversation("3.01").set_up()
    refused = talk.ask(RIC, m.RICqueryRequest(NAME, 1, b"header", b"definition"))
    assert refused.cause == ("ricRequest", "requested-information-unavailable")
    assert talk.ask(RIC, m.RICqueryRequest(NAME, 9, b"", b"")).cause == ("ricRequest", "ran-function-id-invalid")


def test_assistance() -> None:
    """Granted, with the header of the request."""
    talk = Conversation("7.00").set_up()
    request = m.RICassistanceRequest(NAME, b"header", b"message")
    assert talk.ask(NODE, request) == m.RICassistanceResponse(NAME, b"header", b"")
