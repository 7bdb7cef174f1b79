"""Reset (E2AP 8.3.2), in both directions."""

from oran_harness.peers.e2_node.initiation import Begun, begin
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.messages import ResetRequest, ResetResponse

CODE = ResetRequest.PROCEDURE_CODE


def asked(turn: Turn, request: ResetRequest) -> None:
    """The RIC resets: subscriptions and call processes end, what E2 Setup exchanged stays (8.3.2.2)."""
    turn.state.clear_services()
    turn.answer(ResetResponse(request.transaction_id))


def start(state: State, now: float) -> Begun:
    """Reset the RIC: our own subscriptions end now."""
    begun = begin(state, CODE, now, lambda number: ResetRequest(number, state.cause("om-intervention")))
    if begun.message is not None:
        state.clear_services()
    return begun


def done(turn: Turn, message: ResetResponse, request: OwnRequest) -> None:
    """The RIC has reset: it may subscribe anew."""
