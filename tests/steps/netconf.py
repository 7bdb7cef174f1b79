"""NETCONF messages as a case hears them."""

from oran_harness.protocols.netconf import Breach, Conversation, ReplyHeard, Side, frame, speaking
from oran_harness.steps.netconf_received import NetconfReceived

REQUEST = speaking.operation("commit")


def heard(reply: bytes = b"", *, asked: str = "7", answered: str = "7", n: int = 3) -> NetconfReceived:
    """The reply to an rpc with the message-id ``asked``; ``reply`` is what it holds, else ok."""
    conversation = Conversation()
    for side, number in ((Side.CLIENT, None), (Side.SERVER, 4)):
        hello = speaking.hello(("urn:ietf:params:netconf:base:1.1",), number)
        conversation.heard(side, frame(hello, conversation.framing), 0.0)
    conversation.heard(Side.CLIENT, frame(speaking.rpc(REQUEST, asked), conversation.framing), 0.1)
    request = conversation.waiting[0]
    octets = speaking.reply(request, reply) if reply else speaking.ok(request)
    octets = octets.replace(f'message-id="{asked}"'.encode(), f'message-id="{answered}"'.encode())
    events = conversation.heard(Side.SERVER, frame(octets, conversation.framing), 0.2)
    said = next(each for each in events if isinstance(each, ReplyHeard))
    breaches = tuple(each for each in events if isinstance(each, Breach))
    return NetconfReceived(n, 0.2, "1", octets, said.reply, "rpc-reply", breaches, said.request, said.latency)
