"""One session followed from outside."""

import itertools
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.capabilities import BASE_1_0, BASE_1_1
from oran_harness.protocols.netconf.conversation import Conversation
from oran_harness.protocols.netconf.events import (
    Breach,
    HelloHeard,
    NetconfEvent,
    NotificationHeard,
    ReplyHeard,
    RpcHeard,
    SessionClosed,
    SessionKilled,
    UnreadableHeard,
)
from oran_harness.protocols.netconf.framing import Framing, frame
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.rpc_error import RpcError
from oran_harness.protocols.netconf.side import Side
from oran_harness.protocols.netconf.states import State

K = BreachKind
CLIENT, SERVER = Side.CLIENT, Side.SERVER
EOM, CHUNKED = Framing.END_OF_MESSAGE, Framing.CHUNKED
BOTH = (BASE_1_0, BASE_1_1)
GET = speaking.operation("get")
NOTIFICATION = speaking.notification(datetime(2026, 1, 1, tzinfo=UTC), b'<e xmlns="urn:e"/>')


def hello(side: Side, *versions: str) -> bytes:
    """A side's hello in its frame."""
    return frame(speaking.hello(versions, 4 if side is SERVER else None), EOM)


def opened(client: tuple[str, ...] = BOTH, server: tuple[str, ...] = BOTH, **limits: int) -> Conversation:
    """A conversation in which both have said hello, in which nothing was wrong that accuses anybody."""
    conversation = Conversation(**limits)
    events = [*conversation.heard(SERVER, hello(SERVER, *server), 0.0)]
    events += conversation.heard(CLIENT, hello(CLIENT, *client), 0.0)
    assert [type(event) for event in events if not isinstance(event, Breach)] == [HelloHeard, HelloHeard]
    return conversation


def ask(conversation: Conversation, message_id: str, now: float = 1.0, operation: object = GET) -> Rpc:
    """A proper request; as it was heard."""
    octets = frame(speaking.rpc(operation, message_id), conversation.framing)
    (event,) = conversation.heard(CLIENT, octets, now)
    assert isinstance(event, RpcHeard)
    return event.rpc


def heard_elsewhere(message_id: str) -> Rpc:
    """A request that another conversation heard."""
    return ask(opened(), message_id)


def breaches(events: object) -> list[tuple[Side, BreachKind]]:
    """Who broke what."""
    return [(event.by, event.kind) for event in events if isinstance(event, Breach)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("client", "server", "framing", "state"),
    [
        (BOTH, BOTH, CHUNKED, State.OPEN),
        (BOTH, (BASE_1_1,), CHUNKED, State.OPEN),
        ((BASE_1_0,), BOTH, EOM, State.OPEN),
        (BOTH, (BASE_1_0,), EOM, State.OPEN),
        ((BASE_1_0,), (BASE_1_1,), EOM, State.APART),
    ],
)
def test_framing(client: tuple[str, ...], server: tuple[str, ...], framing: Framing, state: State) -> None:
    """Chunks are agreed only where both hellos name base:1.1 (RFC 6242 4.1)."""
    conversation = opened(client, server)
    assert (conversation.framing, conversation.state, conversation.session_id) == (framing, state, 4)


@pytest.mark.parametrize("versions", [BOTH, (BASE_1_0,)])
def test_proper_session(versions: tuple[str, ...]) -> None:
    """A session in which all is right yields its events and nothing else, but for base:1.0 alone being named."""
    conversation = opened(versions, BOTH)
    framing = conversation.framing
    first, second = ask(conversation, "a", 1.0), ask(conversation, "b", 2.0)
    assert [rpc.message_id for rpc in conversation.waiting] == ["a", "b"]
    octets = b"".join(frame(each, framing) for each in (speaking.data(first), NOTIFICATION, speaking.ok(second)))
    one, told, other = conversation.heard(SERVER, octets, 4.5)
    assert isinstance(one, ReplyHeard)
    assert isinstance(told, NotificationHeard)
    assert isinstance(other, ReplyHeard)
    assert (one.request, one.latency, other.request, other.latency) == (first, 3.5, second, 2.5)
    close = ask(conversation, "c", 5.0, speaking.operation("close-session"))
    assert conversation.state is State.CLOSING
    reply, closed = conversation.heard(SERVER, frame(speaking.ok(close), framing), 6.0)
    assert isinstance(reply, ReplyHeard)
    assert isinstance(closed, SessionClosed)
    assert conversation.state is State.CLOSED
    assert conversation.ended(7.0) == []


def test_kill_session() -> None:
    """A session that was killed is told of, by the number that the request named."""
    conversation = opened()
    kill = ask(conversation, "a", operation=speaking.operation("kill-session", session_id=" 9 "))
    _, killed = conversation.heard(SERVER, frame(speaking.ok(kill), CHUNKED), 2.0)
    assert isinstance(killed, SessionKilled)
    assert killed.session_id == "9"
    assert conversation.state is State.OPEN


@pytest.mark.parametrize("name", ["close-session", "kill-session"])
def test_refused_end(name: str) -> None:
    """A refused close-session or kill-session ends nothing."""
    conversation = opened()
    rpc = ask(conversation, "a", operation=speaking.operation(name))
    refusal = speaking.refusal(rpc, RpcError("application", "access-denied"))
    (event,) = conversation.heard(SERVER, frame(refusal, CHUNKED), 2.0)
    assert isinstance(event, ReplyHeard)
    assert conversation.state is State.OPEN


def test_framing_that_was_not_agreed() -> None:
    """A message in the other framing is read, and told of once of each side."""
    conversation = opened()
    rpc = speaking.rpc(GET, "a")
    assert breaches(conversation.heard(CLIENT, frame(rpc, EOM) * 2, 1.0))[:1] == [(CLIENT, K.NOT_IN_CHUNKS)]
    assert len(conversation.waiting) == 2
    old = opened((BASE_1_0,), BOTH)
    assert breaches(old.heard(CLIENT, frame(rpc, CHUNKED), 1.0)) == [(CLIENT, K.CHUNKS_NOT_AGREED)]
    assert len(old.waiting) == 1


def test_hello_in_chunks() -> None:
    """A hello is never in chunks, and is read nevertheless."""
    conversation = Conversation()
    events = conversation.heard(SERVER, frame(speaking.hello(BOTH, 4), CHUNKED), 0.0)
    assert breaches(events) == [(SERVER, K.HELLO_IN_CHUNKS)]
    assert conversation.hello(SERVER) is not None


def test_nobody_waits_for_the_other_hello() -> None:
    """Who goes on before the other's hello is told of, and not accused; who never says hello is."""
    eager = Conversation()
    eager.heard(CLIENT, hello(CLIENT, *BOTH), 0.0)
    events = eager.heard(CLIENT, frame(speaking.rpc(GET, "a"), EOM), 0.0)
    assert breaches(events) == [(CLIENT, K.BEFORE_OTHER_HELLO)]
    assert K.BEFORE_OTHER_HELLO.level is None
    silent = Conversation()
    silent.heard(SERVER, hello(SERVER, *BOTH), 0.0)
    events = silent.heard(CLIENT, frame(speaking.rpc(GET, "a"), EOM) * 2, 0.0)
    assert breaches(events)[0] == (CLIENT, K.NO_HELLO)
    assert [kind for _, kind in breaches(events)].count(K.NO_HELLO) == 1


def test_no_common_version() -> None:
    """Where the hellos have no version in common nobody is to blame, but who goes on is (RFC 6241 8.1)."""
    conversation = Conversation()
    conversation.heard(SERVER, hello(SERVER, BASE_1_1), 0.0)
    events = conversation.heard(CLIENT, hello(CLIENT, BASE_1_0), 0.0)
    assert (CLIENT, K.NO_COMMON_BASE) in breaches(events)
    events = conversation.heard(CLIENT, frame(speaking.rpc(GET, "a"), EOM), 0.0)
    assert breaches(events) == [(CLIENT, K.WENT_ON_WITHOUT_COMMON_BASE)]


def test_second_hello() -> None:
    """A second hello changes nothing that was agreed."""
    conversation = opened()
    assert breaches(conversation.heard(CLIENT, hello(CLIENT, BASE_1_0), 1.0))[-1] == (CLIENT, K.SECOND_HELLO)
    assert conversation.framing is CHUNKED


@pytest.mark.parametrize(
    ("sender", "octets"), [(SERVER, speaking.rpc(GET, "a")), (CLIENT, speaking.ok(None)), (CLIENT, NOTIFICATION)]
)
def test_wrong_side(sender: Side, octets: bytes) -> None:
    """Only a client asks, only a server answers and tells; it is an event all the same, that moves nothing."""
    conversation = opened()
    events = conversation.heard(sender, frame(octets, CHUNKED), 1.0)
    assert breaches(events) == [(sender, K.WRONG_SIDE)]
    assert len(events) == 2
    assert conversation.waiting == ()


def test_notification_nobody_asked_for() -> None:
    """A notification before any request is told of, and accuses nobody: products have subscriptions of their own."""
    events = opened().heard(SERVER, frame(NOTIFICATION, CHUNKED), 1.0)
    assert breaches(events) == [(SERVER, K.NOT_SUBSCRIBED)]


def test_malformed_request() -> None:
    """A request that cannot be read is the client's breach; the server's reply without message-id is none."""
    conversation = opened()
    first, heard = conversation.heard(CLIENT, frame(b"<rpc>", CHUNKED), 1.0)
    assert isinstance(first, Breach)
    assert (first.kind, first.by, first.message) == (K.NOT_WELL_FORMED, CLIENT, 2)
    assert "Line 1, column 6" in first.sentence
    assert isinstance(heard, UnreadableHeard)
    refusal = frame(speaking.refusal(None, RpcError("rpc", "malformed-message")), CHUNKED)
    assert breaches(conversation.heard(SERVER, refusal, 2.0)) == []


def test_malformed_message_to_an_old_client() -> None:
    """The tag malformed-message is for clients that name base:1.1 (RFC 6241 appendix A)."""
    conversation = opened((BASE_1_0,), BOTH)
    conversation.heard(CLIENT, frame(b"<rpc>", EOM), 1.0)
    refusal = frame(speaking.refusal(None, RpcError("rpc", "malformed-message")), EOM)
    assert breaches(conversation.heard(SERVER, refusal, 2.0)) == [(SERVER, K.MALFORMED_MESSAGE_TO_OLD_CLIENT)]


def test_oversize() -> None:
    """A message over the limit ends what is read of its sender; the other side is still heard."""
    conversation = opened(largest=600)
    rpc = frame(speaking.rpc(b"<a>" + b"x" * 600 + b"</a>", "a"), CHUNKED, chunk=100)
    (breach,) = conversation.heard(CLIENT, rpc, 1.0)
    assert isinstance(breach, Breach)
    assert (breach.kind, breach.open) == (K.OVERSIZE, True)
    assert (conversation.state, conversation.lost(CLIENT), conversation.lost(SERVER)) == (State.LOST, True, False)
    assert conversation.heard(CLIENT, rpc, 1.0) == []
    for message in (speaking.refusal(None, RpcError("transport", "too-big")), speaking.ok(heard_elsewhere("b"))):
        reply = conversation.heard(SERVER, frame(message, CHUNKED), 2.0)
        assert [type(event) for event in reply] == [ReplyHeard]


def test_end() -> None:
    """What was begun and not ended, and what was asked and not answered, is told at the end and accuses nobody."""
    conversation = opened()
    ask(conversation, "a")
    conversation.heard(SERVER, b"\n#100\n<rpc-re", 2.0)
    events = conversation.ended(3.0)
    assert breaches(events) == [(SERVER, K.CUT_OFF), (SERVER, K.UNANSWERED)]
    assert all(event.open for event in events if isinstance(event, Breach))


def test_after_close() -> None:
    """What comes after close-session is ignored by the server: told of, and not accused (RFC 6241 7.8)."""
    conversation = opened()
    ask(conversation, "a", operation=speaking.operation("close-session"))
    events = conversation.heard(CLIENT, frame(speaking.rpc(GET, "b"), CHUNKED), 2.0)
    assert breaches(events) == [(CLIENT, K.AFTER_CLOSE)]
    assert K.AFTER_CLOSE.level is None


def told(event: NetconfEvent) -> tuple[object, ...]:
    """An event as a value."""
    if isinstance(event, Breach):
        return event.by, event.kind, event.expected, event.actual, event.message
    if isinstance(event, ReplyHeard):
        return event.reply.octets, event.request and event.request.n
    return type(event), getattr(event, "octets", None)


TALK = [
    *(hello(side, *versions) for side in Side for versions in (BOTH, (BASE_1_0,))),
    *(
        frame(each, framing)
        for each in (speaking.rpc(GET, "1"), speaking.ok(None), NOTIFICATION)
        for framing in (EOM, CHUNKED)
    ),
    frame(speaking.rpc(speaking.operation("close-session"), "2"), CHUNKED),
    frame(b'<rpc-reply message-id="2"><ok/></rpc-reply>', CHUNKED),
    *(b"\n#", b"\n##\n", b"\n", b"]]>]]>", b"<rpc", b"\n#9\n", b"\xff", b"<!DOCTYPE a>"),
]
TURNS = st.lists(st.tuples(st.sampled_from(Side), st.sampled_from(TALK) | st.binary(max_size=8)), max_size=12)


@given(TURNS, st.integers(1, 40))
def test_any_split_means_the_same(turns: list[tuple[Side, bytes]], piece: int) -> None:
    """However octets are cut into pieces, the same events come out; whatever they are, nothing is raised."""
    whole, pieces = Conversation(largest=2000), Conversation(largest=2000)
    for sender, octets in turns:
        expected = [told(event) for event in whole.heard(sender, octets, 0.0)]
        parts = (octets[at : at + piece] for at in range(0, len(octets), piece))
        found = itertools.chain.from_iterable(pieces.heard(sender, part, 0.0) for part in parts)
        assert [told(event) for event in found] == expected
    assert list(map(told, whole.ended(1.0))) == list(map(told, pieces.ended(1.0)))
    assert whole.state is pieces.state


MESSAGES = st.lists(st.tuples(st.text("ab<&\"' é", max_size=5), st.integers(1, 60)), max_size=8)


@given(MESSAGES, st.sampled_from([BOTH, (BASE_1_0,)]))
def test_what_is_said_properly_is_never_a_breach(messages: list[tuple[str, int]], versions: tuple[str, ...]) -> None:
    """Requests and replies that are spoken properly, in whatever chunks, pair up without a word against anybody."""
    conversation = opened(versions, BOTH)
    requests = []
    for n, (text, chunk) in enumerate(messages):
        rpc = speaking.rpc(GET, f"{n}{text}", {"note": text})
        (event,) = conversation.heard(CLIENT, frame(rpc, conversation.framing, chunk=chunk), 1.0)
        assert isinstance(event, RpcHeard)
        requests.append((event.rpc, chunk))
    for rpc, chunk in requests:
        (event,) = conversation.heard(SERVER, frame(speaking.data(rpc), conversation.framing, chunk=chunk), 2.0)
        assert isinstance(event, ReplyHeard)
        assert event.request is rpc
    assert conversation.ended(3.0) == []


def test_hostile_messages_stay_within_memory() -> None:
    """A hundred megabytes without an end, and millions of small elements, cost no more than the largest message."""
    tracemalloc.start()
    conversation = Conversation(largest=1_000_000)
    piece = b"<rpc>" + b"x" * 99_995
    events = [event for _ in range(1000) for event in conversation.heard(CLIENT, piece, 0.0)]
    assert breaches(events) == [(CLIENT, K.OVERSIZE)]
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()
    crowd = frame(b"<rpc>" + b"<a/>" * 1_100_000 + b"</rpc>", EOM)
    assert (CLIENT, K.TOO_MUCH) in breaches(Conversation().heard(CLIENT, crowd, 0.0))


def test_who_answers_himself() -> None:
    """Unpaired, requests are not kept: one side alone is heard, and what it asks again and again is no breach."""
    conversation = Conversation(paired=False)
    conversation.heard(SERVER, frame(speaking.hello(BOTH, 1), EOM), 0.0)
    conversation.heard(CLIENT, frame(speaking.hello(BOTH), EOM), 0.0)
    for _ in range(3):
        (event,) = conversation.heard(CLIENT, frame(speaking.rpc(GET, "1"), CHUNKED), 1.0)
        assert isinstance(event, RpcHeard)
    assert conversation.waiting == ()
    assert not conversation.ended(2.0)


def test_messages_that_the_transport_keeps_apart() -> None:
    """Each is whole, whatever the hellos name: nothing is in a frame, and nothing in it ends it."""
    conversation = Conversation(framed=False, largest=2000)
    events = [*conversation.heard(SERVER, speaking.hello(BOTH, 4), 0.0)]
    events += conversation.heard(CLIENT, speaking.hello(BOTH), 0.0)
    assert [type(event) for event in events] == [HelloHeard, HelloHeard]
    assert conversation.framing is Framing.NONE
    octets = speaking.rpc(b"<get xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><!-- ]]>]]> \n##\n --></get>", "1")
    (event,) = conversation.heard(CLIENT, octets, 1.0)
    assert isinstance(event, RpcHeard)
    assert breaches(conversation.heard(SERVER, octets + octets, 1.0)) == [(SERVER, K.NOT_WELL_FORMED)]
    assert breaches(conversation.heard(CLIENT, frame(octets, EOM), 1.0)) == [(CLIENT, K.NOT_WELL_FORMED)]
    assert breaches(conversation.heard(CLIENT, bytes(2001), 1.0)) == [(CLIENT, K.OVERSIZE)]
    assert conversation.lost(CLIENT)
    assert not conversation.heard(CLIENT, octets, 2.0)


@pytest.mark.parametrize(
    "octets", [b"\n#0\n" + frame(speaking.rpc(GET, "1"), CHUNKED), frame(speaking.rpc(GET, "1"), EOM)]
)
@pytest.mark.parametrize("after", ["the end", "the reply"])
def test_who_was_sent_a_wrong_frame_need_not_know_what_was_asked(after: str, octets: bytes) -> None:
    """A manager's frame is none: a refusal without message-id accuses nobody, nor what the element does next."""
    conversation = opened()
    refused = speaking.refusal(None, RpcError("rpc", "malformed-message", "error"))
    assert {by for by, _ in breaches(conversation.heard(CLIENT, octets, 1.0))} == {CLIENT}
    assert breaches(conversation.heard(SERVER, frame(refused, CHUNKED), 1.0)) == []
    if after == "the reply":
        assert breaches(conversation.heard(SERVER, frame(speaking.ok(heard_elsewhere("1")), CHUNKED), 1.0)) == []
    assert breaches(conversation.ended(2.0)) == []


def test_what_was_asked_before_a_wrong_chunk_is_owed() -> None:
    """A manager's chunk has no octets, and its request before was never answered: that is told of."""
    conversation = opened()
    ask(conversation, "1")
    conversation.heard(CLIENT, b"\n#0\n", 1.0)
    assert breaches(conversation.ended(2.0)) == [(SERVER, K.UNANSWERED)]


@pytest.mark.parametrize("answer", [b"", speaking.refusal(None, RpcError("rpc", "operation-failed", "error"))])
def test_what_is_in_another_namespace_need_not_be_answered_as_an_rpc(answer: bytes) -> None:
    """A manager's rpc is in a namespace that is not NETCONF's: a refusal without message-id, or none, is no breach."""
    conversation = opened()
    octets = speaking.rpc(GET, "1").replace(b"urn:ietf:params:xml:ns:netconf:base:1.0", b"urn:other")
    assert {by for by, _ in breaches(conversation.heard(CLIENT, frame(octets, CHUNKED), 1.0))} == {CLIENT}
    if answer:
        assert breaches(conversation.heard(SERVER, frame(answer, CHUNKED), 1.0)) == []
    assert breaches(conversation.ended(2.0)) == []
