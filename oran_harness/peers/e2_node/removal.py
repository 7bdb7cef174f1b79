"""E2 Removal (E2AP 8.3.7, since 2.03), in both directions."""

from oran_harness.peers.e2_node.initiation import Begun, begin
from oran_harness.peers.e2_node.link import LinkState
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.messages import E2RemovalFailure, E2RemovalRequest, E2RemovalResponse

CODE = E2RemovalRequest.PROCEDURE_CODE


def asked(turn: Turn, request: E2RemovalRequest) -> None:
    """The RIC removes the interface: it may close the associations, and if it does not, we do (8.3.7.2)."""
    state = turn.state
    state.clear_services()
    turn.answer(E2RemovalResponse(request.transaction_id))
    names = _retire(state)

    def close(now: float) -> None:
        for name in names:
            link = state.links.get(name)
            if link is not None and link.state is LinkState.REMOVED:
                state.end(link)

    state.timers.set(turn.now + state.config.closing_after, close)


def start(state: State, now: float) -> Begun:
    """Remove the interface: indications are kept back until the RIC has answered."""
    begun = begin(state, CODE, now, E2RemovalRequest)
    state.quiet = begun.message is not None or state.quiet
    return begun


def done(turn: Turn, message: E2RemovalResponse, request: OwnRequest) -> None:
    """The RIC agrees: we close all associations (8.3.7.2)."""
    state = turn.state
    state.clear_services()
    for name in _retire(state):
        state.end(state.links[name])


def failure(turn: Turn, message: E2RemovalFailure, request: OwnRequest) -> None:
    """The RIC cannot: the interface stays."""
    turn.state.quiet = False


def _retire(state: State) -> tuple[str, ...]:
    """Say nothing more on any association; gives their names."""
    for link in state.links.values():
        link.state = LinkState.REMOVED
    state.connecting.clear()
    state.requests.drop(lambda each: True)
    return tuple(state.links)
