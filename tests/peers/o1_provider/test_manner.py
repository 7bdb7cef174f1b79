"""The manner of an element that has no flaw."""

from oran_harness.peers.o1_provider.manner import Manner
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import Conversation, Framing
from oran_harness.protocols.netconf.framing import frame


def test_it_changes_nothing() -> None:
    """What is asked is carried out, what is to be said is said, and sessions end that have to."""
    manner = Manner()
    session = Session(1, "1", "", "", "netconf-ssh", 0.0, Conversation())
    assert manner.greets(session, b"<hello/>") == b"<hello/>"
    assert manner.replies(session, None, b"<rpc-reply/>") == (b"<rpc-reply/>",)
    assert manner.notifies(session, b"<notification/>") == (b"<notification/>",)
    assert manner.frames(b"<a/>", Framing.CHUNKED) == frame(b"<a/>", Framing.CHUNKED)
    assert manner.ends(session)
