"""One session: what it says, in its framing and in pieces (RFC 6242 4.1)."""

import pytest

from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Conversation, Framing, Side, frame
from oran_harness.protocols.netconf.speaking import hello


def session() -> Session:
    return Session(1, "a", "admin", "", "netconf-ssh", 0.0, Conversation(paired=False))


@pytest.mark.parametrize(
    ("versions", "framing"), [((BASE_1_0,), Framing.END_OF_MESSAGE), ((BASE_1_1,), Framing.CHUNKED)]
)
def test_hello_decides(versions: tuple[str, ...], framing: Framing) -> None:
    """Our hello ends as base:1.0 does; what follows is framed as both hellos say."""
    one, ours = session(), hello((BASE_1_0, BASE_1_1), 1)
    assert b"".join(each.octets for each in one.say_hello(ours, 0.0)) == frame(ours, Framing.END_OF_MESSAGE)
    one.conversation.heard(Side.CLIENT, frame(hello(versions), Framing.END_OF_MESSAGE), 0.0)
    assert b"".join(each.octets for each in one.saying(b"<x/>")) == frame(b"<x/>", framing)


def test_pieces() -> None:
    """A large message is handed over in pieces that make up its one frame."""
    message = b"<x>" + b"a" * 2_500_000 + b"</x>"
    said = session().saying(message)
    assert max(len(each.octets) for each in said) <= 1024 * 1024 < len(message)
    assert b"".join(each.octets for each in said) == frame(message, Framing.END_OF_MESSAGE)
