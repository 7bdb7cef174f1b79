"""The manager: sessions, hellos, supervision, stimuli, and what ends a session."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.peers.actor import Heard, Over, Refused, Up
from oran_harness.peers.o1_manager import ManagerConfig, O1Manager
from oran_harness.protocols.netconf import BASE_1_0, BASE_1_1, Framing, RpcError, Side, misspeak, speaking
from tests.peers.o1_manager.play import ALL, Play

SUPERVISION = "urn:o-ran:supervision:1.0"
LIBRARY = "urn:ietf:params:xml:ns:yang:ietf-yang-library"
SIGN = (
    '<notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"><eventTime>2026-01-01T00:00:00Z</eventTime>'
    f'<supervision-notification xmlns="{SUPERVISION}"/></notification>'
).encode()


def test_it_says_hello_at_once() -> None:
    """With both versions, and no session-id."""
    play = Play()
    play.up(())
    hello = play.conversation.hello(Side.CLIENT)
    assert hello is not None
    assert hello.capabilities.uris == (BASE_1_0, BASE_1_1)
    assert hello.session_id is None


def test_it_goes_on_in_the_framing_that_is_agreed() -> None:
    """In chunks where both name base:1.1, else without."""
    for capabilities, framing in ((ALL, Framing.CHUNKED), ((BASE_1_0,), Framing.END_OF_MESSAGE)):
        play = Play().up(capabilities)
        play.stimulate("o1-get")
        assert play.conversation.framing is framing
        assert [rpc.name for rpc in play.rpcs] == ["get"]


@pytest.mark.parametrize(
    "hello",
    [
        speaking.hello(ALL),
        speaking.hello(("urn:ietf:params:netconf:base:9.0",), 1),
        b"<hello",
        b'<hello xmlns="urn:elsewhere"/>',
    ],
)
def test_a_hello_that_is_none_ends_the_session(hello: bytes) -> None:
    """Without session-id, without a common version, and what cannot be read."""
    play = Play()
    play.up(())
    play.say(hello, Framing.END_OF_MESSAGE)
    assert play.ended
    assert play.rpcs == []
    play.wait(1.0)
    assert play.connections == 2


def test_no_hello() -> None:
    """It waits, and then tries again."""
    play = Play(ManagerConfig(hello_within=5.0))
    play.up(())
    play.wait(7.0)
    assert play.ended
    assert play.connections == 2


def test_no_reply() -> None:
    """It gives the session up, and tells who waits."""
    play = Play(ManagerConfig(learns=False, answer_within=5.0)).up()
    play.stimulate("o1-get", wait=True)
    play.wait(5.0)
    assert play.ended
    assert [(each.status, each.details) for each in play.answers] == [("failed", {"reason": "no reply came"})]


def test_it_comes_again() -> None:
    """After a session that ended, and one that could not be had."""
    play = Play().up()
    play.over()
    assert play.connections == 1
    play.wait(1.0)
    assert play.connections == 2
    play.take(play.manager.handle(Refused("session-2", "nobody"), play.now))
    play.wait(1.0)
    assert play.connections == 3


def test_elements_that_call_home() -> None:
    """It opens no session of its own, and manages those that come."""
    manager = O1Manager(ManagerConfig(connects=False))
    assert manager.begin(0.0) == []
    assert len(manager.handle(Up("in-1", outbound=False), 0.0)) == 1
    assert manager.handle(Over("in-1", "shutdown"), 1.0) == []
    assert manager.wakes_at is None


def test_the_library_is_read() -> None:
    """Of an element that has one; the names of its modules are kept."""
    play = Play(ManagerConfig()).up((*ALL, f"{LIBRARY}?module=ietf-yang-library"))
    assert [rpc.name for rpc in play.rpcs] == ["get"]
    module = f'<yang-library xmlns="{LIBRARY}"><module-set><module><name>m</name></module></module-set></yang-library>'
    play.say(speaking.data(play.rpcs[-1], module.encode()))
    assert next(iter(play.manager.sessions.values())).modules == ("m",)


def test_a_stream_is_subscribed_to() -> None:
    """Where it is told to, and the element has notifications."""
    config = ManagerConfig(learns=False, subscribe="NETCONF")
    assert [rpc.name for rpc in Play(config).up().rpcs] == ["create-subscription"]
    assert Play(config).up((BASE_1_1,)).rpcs == []


def test_supervision() -> None:
    """A sign of life is answered at once; where none comes, it is given without, in time."""
    play = Play(ManagerConfig(learns=False, interval=60, guard=10)).up()
    play.say(SIGN)
    reset = play.rpcs[-1]
    assert (reset.name, reset.namespace) == ("supervision-watchdog-reset", SUPERVISION)
    play.ok()
    play.wait(64.9)
    assert len(play.rpcs) == 1
    play.wait(0.2)
    assert [rpc.name for rpc in play.rpcs] == ["supervision-watchdog-reset"] * 2


@pytest.mark.parametrize("way", ["chunk-size-zero", "stray-octets", "end-of-message", "not-well-formed", "not-utf-8"])
def test_what_cannot_be_read_ends_the_session(way: str) -> None:
    """And another is opened."""
    play = Play().up()
    play.stimulate("o1-get")
    play.hear(misspeak(way, speaking.ok(play.rpcs[-1]), Framing.CHUNKED))
    assert play.ended
    play.wait(1.0)
    assert play.connections == 2


def test_a_reply_to_nobody_is_no_reply() -> None:
    """What it asked is still waited for."""
    play = Play().up()
    play.stimulate("o1-edit", wait=True)
    play.hear(misspeak("unknown-id", speaking.ok(play.rpcs[-1]), Framing.CHUNKED))
    assert [rpc.name for rpc in play.rpcs] == ["lock"]
    play.ok()
    assert [rpc.name for rpc in play.rpcs] == ["lock", "edit-config"]


def test_a_stimulus_without_a_session() -> None:
    """It fails, and one that there is not is unsupported."""
    play = Play()
    play.stimulate("o1-get")
    play.stimulate("reset")
    assert [each.status for each in play.answers] == ["failed", "unsupported"]


def test_leaving() -> None:
    """It asks to close the session, and ends it when that is agreed."""
    play = Play().up()
    play.stimulate("o1-close", wait=True)
    assert not play.ended
    assert play.ok() == "close-session"
    assert play.ended
    assert [each.status for each in play.answers] == ["done"]


def test_an_edit_that_is_refused() -> None:
    """The reason is told, the candidate given up, the lock given back."""
    play = Play().up()
    play.stimulate("o1-edit", wait=True)
    play.ok()
    play.say(speaking.refusal(play.rpcs[-1], RpcError("application", "invalid-value", message="no")))
    assert play.ok() == "discard-changes"
    assert play.ok() == "unlock"
    assert play.answers[-1].details == {"reason": "edit-config was refused: invalid-value: no"}


@given(st.lists(st.binary(max_size=60), max_size=8))
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_heard_breaks_it(pieces: list[bytes]) -> None:
    """Octets of any kind, before and after the hellos."""
    for capabilities in ((), ALL):
        play = Play()
        play.up(capabilities)
        play.stimulate("o1-get")
        for piece in pieces:
            play.take(play.manager.handle(Heard(play.name, b"\n#5\n" + piece), play.now))
