"""The right manner changes nothing; another one does what it says."""

from oran_harness.peers.o1_manager.manner import Manner
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf import BreachKind, Conversation


def test_what_ends_a_session() -> None:
    """Frames that cannot be read, hellos that are none; nothing that is open."""
    session, manner = Session("s", Conversation()), Manner()
    assert manner.ends_for(session, BreachKind.BAD_CHUNK_HEADER)
    assert manner.ends_for(session, BreachKind.NO_SESSION_ID)
    assert not manner.ends_for(session, BreachKind.REPLY_WITH_UNKNOWN_ID)
    assert not manner.ends_for(session, BreachKind.NOT_SUBSCRIBED)
    assert not manner.goes_on(session)
    assert manner.asks(session, b"<rpc/>") == b"<rpc/>"
