"""Error Indication from the RIC (E2AP 8.3.3): it ends what we asked for, and is never answered."""

from oran_harness.peers.e2_node import removal, setup
from oran_harness.peers.e2_node.link import LinkState
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.messages import ErrorIndication


def indicated(turn: Turn, message: ErrorIndication) -> None:
    """Requests that it names wait no longer; a Setup is tried again, other procedures are left alone."""
    gone = turn.state.requests.drop(lambda each: _concerns(turn, message, each))
    unanswered(turn, gone)


def unanswered(turn: Turn, gone: tuple[OwnRequest, ...]) -> None:
    """Requests of ours get no answer that could be used."""
    state = turn.state
    for request in gone:
        link = state.links.get(request.link)
        if link is None:
            continue
        if request.message.PROCEDURE_CODE == setup.CODE:
            setup.retry(state, link, turn.now)
        elif link.state is LinkState.JOINING:
            state.end(link)
        elif request.message.PROCEDURE_CODE == removal.CODE:
            state.quiet = False


def _concerns(turn: Turn, message: ErrorIndication, request: OwnRequest) -> bool:
    """Whether the error is about the request: by its ids and procedure, as far as it names them."""
    if request.link != turn.link.name:
        return False
    diagnostics = message.criticality_diagnostics
    code = None if diagnostics is None else diagnostics.procedure_code
    if code is not None and code != request.message.PROCEDURE_CODE:
        return False
    if message.transaction_id is not None or message.ric_request_id is not None:
        return request.name in (message.transaction_id, message.ric_request_id)
    # With neither ids nor a procedure it can only be about what comes first.
    return code is not None or request.message.PROCEDURE_CODE == setup.CODE
