"""What a session says."""

from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import BASE_1_1, Conversation, Framing, Side, frame
from oran_harness.protocols.netconf.speaking import hello


def test_saying() -> None:
    """What is said is in the frame that the hellos agree on, and in pieces that a transport carries."""
    session = Session(1, "a", "user", "", "netconf-ssh", 0.0, Conversation(paired=False))
    (said,) = session.say_hello(hello([BASE_1_1], 1), 0.0)
    assert said.octets.endswith(b"]]>]]>")
    session.conversation.heard(Side.CLIENT, frame(hello([BASE_1_1]), Framing.END_OF_MESSAGE), 0.0)
    pieces = session.saying(b"x" * 3_000_000)
    assert b"".join(each.octets for each in pieces) == frame(b"x" * 3_000_000, Framing.CHUNKED)
    assert max(len(each.octets) for each in pieces) <= 1024 * 1024


def test_saying_without_frames() -> None:
    """Where the transport keeps messages apart, each is said whole."""
    session = Session(1, "a", "user", "", "netconf-grpc", 0.0, Conversation(paired=False, framed=False))
    assert [each.octets for each in session.saying(b"x" * 3_000_000)] == [b"x" * 3_000_000]
