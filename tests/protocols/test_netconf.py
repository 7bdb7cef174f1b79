"""Sessions of which not everything was seen: nobody is accused of what nobody saw."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.events import Breach, NetconfEvent, ReplyHeard, RpcHeard
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.misspeaking import misspeak
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.states import State

CLIENT, SERVER = Side.CLIENT, Side.SERVER
FRAMINGS = (Framing.END_OF_MESSAGE, Framing.CHUNKED)
NOTIFICATION = speaking.notification(datetime(2026, 1, 1, tzinfo=UTC), b'<e xmlns="urn:e"/>')
Said = tuple[Side, bytes]


def session(framing: Framing, chunk: int = 40) -> list[Said]:
    """A proper session: both hellos, two requests with their replies, and a notification between them."""
    versions = [BASE_1_0, BASE_1_1] if framing is Framing.CHUNKED else [BASE_1_0]
    said = [
        (SERVER, frame(speaking.hello(versions, 4), Framing.END_OF_MESSAGE)),
        (CLIENT, frame(speaking.hello(versions), Framing.END_OF_MESSAGE)),
    ]
    conversation = Conversation()
    for side, octets in said:
        conversation.heard(side, octets, 0.0)
    for name in ("get", "close-session"):
        octets = frame(speaking.rpc(speaking.operation(name), name, {"a": "b"}), framing, chunk=chunk)
        (asked,) = conversation.heard(CLIENT, octets, 0.0)
        assert isinstance(asked, RpcHeard)
        said += [(CLIENT, octets), (SERVER, frame(NOTIFICATION, framing, chunk=chunk))]
        said.append((SERVER, frame(speaking.ok(asked.rpc), framing, chunk=chunk)))
    return said


def accused(events: list[NetconfEvent]) -> list[str]:
    """What anybody is accused of, but for the version that a session without chunks is about."""
    breaches = [event for event in events if isinstance(event, Breach) and event.kind is not BreachKind.NO_BASE_1_1]
    return [breach.sentence for breach in breaches if not breach.open]


def heard(conversation: Conversation, said: list[Said]) -> list[NetconfEvent]:
    """All that is heard, to the end of the session."""
    events = [event for side, octets in said for event in conversation.heard(side, octets, 0.0)]
    return [*events, *conversation.ended(1.0)]


def after(said: list[Said], octets: int) -> Iterator[Said]:
    """What is left of a session without its first octets."""
    for side, text in said:
        if octets < len(text):
            yield side, text[octets:]
        octets = max(0, octets - len(text))


@pytest.mark.parametrize("framing", FRAMINGS)
@given(cut=st.integers(0, 4_000))
def test_a_record_may_begin_anywhere(framing: Framing, cut: int) -> None:
    """Whatever is lacking at its beginning, in the midst of a message or between two, a proper session stays proper."""
    assert accused(heard(Conversation(whole=False), list(after(session(framing), cut)))) == []


@pytest.mark.parametrize("framing", FRAMINGS)
@given(begin=st.integers(0, 4_000), size=st.integers(1, 2_000), side=st.sampled_from(Side))
def test_octets_may_be_lacking_anywhere(framing: Framing, begin: int, size: int, side: Side) -> None:
    """A gap in what one side said accuses neither."""
    conversation, events, at, told = Conversation(), [], 0, False
    for sender, octets in session(framing):
        left = octets
        if sender is side:
            left = (
                octets[: max(0, begin - at)] + octets[max(0, begin + size - at) :] if begin < at + len(octets) else left
            )
            head = octets[: max(0, begin - at)]
            if left != octets:
                events += conversation.heard(sender, head, 0.0)
                if not told:
                    conversation.missed(side)
                told = True
                left = left[len(head) :]
            at += len(octets)
        events += conversation.heard(sender, left, 0.0)
    assert accused([*events, *conversation.ended(1.0)]) == []


@pytest.mark.parametrize("framing", FRAMINGS)
def test_what_can_be_read_is_read(framing: Framing) -> None:
    """From the first whole message on everything is heard, paired, and judged as ever."""
    conversation = Conversation(whole=False)
    said = session(framing)[2:]
    replies = [event for event in heard(conversation, said) if isinstance(event, ReplyHeard)]
    assert [reply.request is not None for reply in replies] == [True, True]
    assert conversation.state is State.UNKNOWN
    octets = misspeak("not-well-formed", NOTIFICATION, framing)
    (breach,) = [event for event in conversation.heard(SERVER, octets, 2.0) if isinstance(event, Breach)]
    assert breach.kind is BreachKind.NOT_WELL_FORMED


def test_hellos_that_were_seen_count() -> None:
    """Where both hellos are in the record the framing is known, and who keeps to another is told."""
    conversation = Conversation(whole=False)
    said = session(Framing.CHUNKED)
    heard(conversation, said[:2])
    events = conversation.heard(CLIENT, frame(speaking.rpc(b"<get/>", "1"), Framing.END_OF_MESSAGE), 2.0)
    assert [event.kind for event in events if isinstance(event, Breach)] == [BreachKind.NOT_IN_CHUNKS]


@given(octets=st.lists(st.tuples(st.sampled_from(Side), st.binary(max_size=200)), max_size=8))
def test_garbage_accuses_nobody_before_a_message_was_read(octets: list[Said]) -> None:
    """Octets that cannot be told apart may be from within a message."""
    assert accused(heard(Conversation(whole=False), octets)) == []
