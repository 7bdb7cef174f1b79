"""How the node starts a procedure of its own."""

from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.initiation import MOST_ATTEMPTS, begin, wait
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.state import State
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ResetRequest
from tests.peers.e2_node.plain_function import PlainFunction

CODE = ResetRequest.PROCEDURE_CODE
CAUSE: Cause = ("misc", "unspecified")


def state(edition: str = "3.01", *, ready: bool = True) -> State:
    """A node with one association."""
    made = State(NodeConfig(edition=edition), {1: PlainFunction()})
    made.new_link().state = LinkState.READY if ready else LinkState.UP
    return made


def reset(number: int | None) -> Message:
    """The request to be sent."""
    return ResetRequest(number, CAUSE)


def test_it_is_sent_at_once() -> None:
    """On an association that is set up, with a Transaction ID of its own; and its answer is waited for."""
    node = state()
    begun = begin(node, CODE, 1.0, reset)
    assert begun.message == ResetRequest(1, CAUSE)
    assert len(node.commands) == 1
    assert node.requests.waits_for(CODE)


def test_time_to_wait_comes_first() -> None:
    """Until it is over nothing is sent; then it is."""
    node = state()
    assert not wait(node, CODE, None, 1.0)
    assert wait(node, CODE, 5, 1.0)
    assert begin(node, CODE, 2.0, reset).later == 6.0
    assert node.commands == []
    node.timers.run(6.0)
    assert len(node.commands) == 1
    assert begin(node, CODE, 7.0, reset).message is not None


def test_it_needs_an_association() -> None:
    """Without one that is set up there is a reason, and nothing is sent."""
    node = state(ready=False)
    assert begin(node, CODE, 1.0, reset).reason
    assert begin(node, CODE, 1.0, reset, link="9").reason
    node.links["2"] = Link("2", LinkState.REMOVED)
    assert begin(node, CODE, 1.0, reset, link="2").reason
    assert begin(node, CODE, 1.0, reset, link="1").message is not None


def test_the_first_edition_has_one_at_a_time() -> None:
    """Without ids two runs of a procedure could not be told apart."""
    node = state("1.01")
    assert begin(node, CODE, 1.0, reset).message == ResetRequest(None, CAUSE)
    assert begin(node, CODE, 1.0, reset).reason


def test_transaction_ids_run_out() -> None:
    """With all of them waiting there is a reason."""
    node = state()
    for _ in range(256):
        assert begin(node, CODE, 1.0, reset).message is not None
    assert begin(node, CODE, 1.0, reset).reason


def test_an_id_that_is_wanted_is_taken_if_it_is_free() -> None:
    """Else another one."""
    node = state()
    assert begin(node, CODE, 1.0, reset, wanted_id=77).message == ResetRequest(77, CAUSE)
    assert begin(node, CODE, 1.0, reset, wanted_id=77).message != ResetRequest(77, CAUSE)


def test_it_is_not_tried_for_ever() -> None:
    """After a few attempts the node lets it be."""
    node = state()
    begin(node, CODE, 1.0, reset)
    for _ in range(10):
        for request in node.requests.drop(lambda each: True):
            assert request.again is not None
            request.again(request.attempts, 1.0)
    assert len(node.commands) == MOST_ATTEMPTS
