"""One message being served."""

import pytest

from oran_harness.peers.actor import Say
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn, ids_of
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from tests.peers.e2_node.plain_function import PlainFunction

ID = e.RICrequestID(1, 2)
REPORT = e.CriticalityDiagnostics(
    ies_criticality_diagnostics=(e.CriticalityDiagnostics_IE_Item("notify", 999, "not-understood"),)
)


def said(turn: Turn) -> list[Message]:
    """What was sent."""
    return [codec("3.01").read(each.octets) for each in turn.state.commands if isinstance(each, Say)]


def turn(report: e.CriticalityDiagnostics | None = None) -> Turn:
    """A message has come."""
    state = State(NodeConfig(), {1: PlainFunction()})
    return Turn(state, state.new_link(), 1.0, report)


def test_an_answer_carries_the_report() -> None:
    """What was not understood and has to be told goes into the answer."""
    reported = turn(REPORT)
    reported.answer(m.ResetResponse(7))
    assert said(reported) == [m.ResetResponse(7, REPORT)]


def test_a_refusal_has_a_cause() -> None:
    """And the ids of the request."""
    refusing = turn()
    refusing.refuse(m.RICsubscriptionDeleteRequest(ID, 4), "request-id-unknown")
    assert said(refusing) == [m.RICsubscriptionDeleteFailure(ID, 4, ("ricRequest", "request-id-unknown"))]


def test_messages_of_ric_services_have_two_ids() -> None:
    """Nothing without them gets as far as being served."""
    assert ids_of(m.RICsubscriptionDeleteRequest(ID, 4)) == (ID, 4)
    with pytest.raises(AssertionError):
        ids_of(m.RICsubscriptionDeleteRequest(ID))
