"""What is said wrongly on purpose, and whether the judge sees it."""

from datetime import UTC, datetime

import pytest

from oran_harness.model.errors import UsageError
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.events import Breach, NetconfEvent, RpcHeard
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.misspeaking import MISSPEAKINGS, Misspeaking, misspeak
from oran_harness.protocols.netconf.side import Side

CELLS = b'<cells xmlns="urn:cells"><cell/></cells>'
WAYS = [(way, said) for way in MISSPEAKINGS.values() for said in way.of if said != "hello"]
HELLOS = [way for way in MISSPEAKINGS.values() if way.of == ("hello",)]


def versions(framing: Framing) -> list[str]:
    """What both hellos name so that a framing is agreed."""
    return [BASE_1_0] if framing is Framing.END_OF_MESSAGE else [BASE_1_0, BASE_1_1]


def opened(framing: Framing) -> tuple[Conversation, bytes]:
    """A conversation with one request, to which the reply is given."""
    conversation = Conversation(framed=framing is not Framing.NONE)
    for side, session_id in ((Side.SERVER, 4), (Side.CLIENT, None)):
        octets = frame(speaking.hello(versions(framing), session_id), conversation.framing)
        conversation.heard(side, octets, 0.0)
    (asked,) = conversation.heard(Side.CLIENT, frame(speaking.rpc(CELLS, "1"), framing), 0.0)
    assert isinstance(asked, RpcHeard)
    return conversation, speaking.data(asked.rpc, CELLS)


def proper(said: str, reply: bytes) -> bytes:
    """The proper message of a kind."""
    if said == "rpc":
        return speaking.rpc(CELLS, "2", {"a": "b"})
    return reply if said == "rpc-reply" else speaking.notification(datetime(2026, 1, 1, tzinfo=UTC), CELLS)


def accused(events: list[NetconfEvent]) -> set[Side]:
    """Who is accused of anything."""
    return {event.by for event in events if isinstance(event, Breach) and not event.open}


@pytest.mark.parametrize("framing", Framing)
@pytest.mark.parametrize(("way", "said"), WAYS, ids=lambda each: getattr(each, "name", each))
def test_each_is_found(way: Misspeaking, said: str, framing: Framing) -> None:
    """Each way to misspeak is heard as the breach that it is, of who spoke and of nobody else."""
    if way.framing not in (None, framing):
        framing = way.framing or framing
    if way.framed and framing is Framing.NONE:
        framing = Framing.CHUNKED
    conversation, reply = opened(framing)
    message = proper(said, reply)
    sender = Side.CLIENT if said == "rpc" else Side.SERVER
    events = [*conversation.heard(sender, misspeak(way.name, message, framing), 1.0), *conversation.ended(2.0)]
    kinds = {event.kind for event in events if isinstance(event, Breach)}
    assert way.finds is None or way.finds in kinds
    assert accused(events) <= ({sender} if way.finds else set())


@pytest.mark.parametrize("way", HELLOS, ids=lambda way: way.name)
def test_each_hello_is_found(way: Misspeaking) -> None:
    """Each wrong hello is heard as what it is, of one of the sides at least, and never of the other."""
    found = set()
    for side, session_id in ((Side.SERVER, 4), (Side.CLIENT, None)):
        conversation = Conversation()
        other = speaking.hello(versions(Framing.CHUNKED), 4 if side is Side.CLIENT else None)
        events = [*conversation.heard(side.other, frame(other, Framing.END_OF_MESSAGE), 0.0)]
        octets = misspeak(way.name, speaking.hello(versions(Framing.CHUNKED), session_id), Framing.END_OF_MESSAGE)
        octets += frame(proper("rpc", b"") if side is Side.CLIENT else speaking.ok(None), conversation.framing)
        events += conversation.heard(side, octets, 1.0)
        assert side.other not in accused(events)
        found |= {event.kind for event in events if isinstance(event, Breach)}
    assert way.finds in found


def test_what_does_not_fit_is_refused() -> None:
    """A way that there is not, or that does not fit, is the caller's mistake, with the way out."""
    rpc = speaking.rpc(CELLS, "1")
    with pytest.raises(UsageError, match="There are: stray-newline, "):
        misspeak("no-such-way", rpc, Framing.CHUNKED)
    with pytest.raises(UsageError, match="done to hello, not to rpc"):
        misspeak("no-hello", rpc, Framing.CHUNKED)
    with pytest.raises(UsageError, match="chunked framing only"):
        misspeak("stray-newline", rpc, Framing.END_OF_MESSAGE)
    with pytest.raises(UsageError, match="keeps messages apart"):
        misspeak("second-reply", speaking.ok(None), Framing.NONE)


def test_prefixes_are_proper() -> None:
    """NETCONF's elements under a prefix are the same elements."""
    conversation, _ = opened(Framing.CHUNKED)
    octets = misspeak("prefixed", speaking.rpc(speaking.operation("get-config"), "2"), Framing.CHUNKED)
    assert b"<nc:rpc " in octets
    assert b"<nc:get-config" in octets
    (event,) = conversation.heard(Side.CLIENT, octets, 1.0)
    assert isinstance(event, RpcHeard)
    assert event.rpc.asks("get-config")
