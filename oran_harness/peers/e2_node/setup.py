"""E2 Setup (E2AP 8.3.1)."""

from oran_harness.peers.e2_node.initiation import begin, wait
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse
from oran_harness.steps.offers import setup_request

CODE = E2setupRequest.PROCEDURE_CODE
LONGEST_DOUBLING = 4


def start(state: State, link: Link, now: float) -> None:
    """Set the interface up on a fresh association, once a Time to Wait of an earlier refusal is over."""
    if link.state is LinkState.UP and not state.requests.waits_for(CODE, link.name):
        begin(state, CODE, now, lambda number: setup_request(state.offer, number), link=link.name)


def response(turn: Turn, message: E2setupResponse, request: OwnRequest) -> None:
    """The interface is set up; functions that the RIC rejected are offered all the same (8.3.1.2)."""
    turn.link.attempts = 0
    for function in turn.state.functions.values():
        function.agreed = True
    if turn.link.state is LinkState.UP:
        turn.link.state = LinkState.READY


def failure(turn: Turn, message: E2setupFailure, request: OwnRequest) -> None:
    """The RIC refuses: try again when it lets us; another address that it may offer is not used (8.3.1.3)."""
    state = turn.state
    if wait(state, CODE, message.time_to_wait, turn.now):
        _at(state, turn.link, state.waits[CODE])
    else:
        retry(state, turn.link, turn.now)


def retry(state: State, link: Link, now: float) -> None:
    """Try again after a refusal without Time to Wait: how soon is open, so it takes longer each time."""
    delay = state.config.retry_after * 2 ** min(link.attempts, LONGEST_DOUBLING)
    link.attempts += 1
    _at(state, link, now + delay)


def _at(state: State, link: Link, when: float) -> None:
    name = link.name

    def again(now: float) -> None:
        standing = state.links.get(name)
        if standing is not None:
            start(state, standing, now)

    state.timers.set(when, again)
