"""A session of the manager: dialogues that wait for replies."""

from typing import Any

from oran_harness.peers.o1_manager.dialogues import asked
from oran_harness.peers.o1_manager.session import Session
from oran_harness.protocols.netconf import Conversation
from oran_harness.protocols.netconf.speaking import operation
from tests.peers.o1_manager.test_dialogue import reply


def test_dialogues_beside_each_other() -> None:
    """Each goes on with its own reply; one that nobody waits for changes nothing."""
    session = Session("s", Conversation())
    told: list[Any] = []
    for _ in range(2):
        session.begin(asked(operation("get")), lambda what, why: told.append((what, why)), 0.0)
    assert session.oldest == "1"
    session.answered("9", reply(), 0.0)
    session.answered(None, reply(), 0.0)
    assert told == []
    session.answered("2", reply(), 0.0)
    assert told == [({"ok": True, "content": ""}, "")]
    assert session.busy
    session.give_up("it is over")
    assert told[1:] == [(None, "it is over")]
    assert not session.busy


def test_large_messages_go_in_pieces() -> None:
    """So that a transport is not handed too much at once."""
    session = Session("s", Conversation())
    session.say(b"<hello>" + b" " * 3_000_000 + b"</hello>", 0.0)
    assert len(session.saying) == 3
    assert session.capabilities.uris == ()
