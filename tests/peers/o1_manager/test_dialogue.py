"""Operations one after the other."""

import pytest

from oran_harness.peers.o1_manager.dialogue import Declined, done, why
from oran_harness.protocols.netconf import Conversation, ReplyHeard, RpcError, RpcHeard, RpcReply, Side, frame, speaking

COMMIT = speaking.operation("commit")


def reply(*errors: RpcError) -> RpcReply:
    """A reply to a commit, as it is heard."""
    conversation = Conversation()
    for side, number in ((Side.CLIENT, None), (Side.SERVER, 1)):
        hello = speaking.hello(("urn:ietf:params:netconf:base:1.0",), number)
        conversation.heard(side, frame(hello, conversation.framing), 0.0)
    asked = conversation.heard(Side.CLIENT, frame(speaking.rpc(COMMIT, "1"), conversation.framing), 0.0)
    rpc = next(event.rpc for event in asked if isinstance(event, RpcHeard))
    said = speaking.refusal(rpc, *errors) if errors else speaking.ok(rpc)
    heard = conversation.heard(Side.SERVER, frame(said, conversation.framing), 0.0)
    return next(event.reply for event in heard if isinstance(event, ReplyHeard))


def test_what_has_to_be_done() -> None:
    """A reply without errors ends it, one with an error raises; unless that is believed to be a success."""
    step = done(COMMIT)
    assert next(step) is COMMIT
    with pytest.raises(StopIteration):
        step.send(reply())
    step = done(COMMIT)
    next(step)
    with pytest.raises(Declined, match="commit was refused: in-use: wait"):
        step.send(reply(RpcError("protocol", "in-use", message="wait")))
    step = done(COMMIT, lambda _: True)
    next(step)
    with pytest.raises(StopIteration):
        step.send(reply(RpcError("protocol", "in-use")))


def test_why_something_was_refused() -> None:
    """Tag, path and message of each error."""
    errors = (RpcError("application", "invalid-value", path="/a", message="no"), RpcError("rpc", "too-big"))
    assert why(COMMIT, reply(*errors)) == "commit was refused: invalid-value: /a: no; too-big"
