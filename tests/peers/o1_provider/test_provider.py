"""Sessions of the managed element: hello, framing, messages that are none, call-home (RFC 6241, 6242, 8071)."""

import pytest

from oran_harness.peers.actor import Refused, Stimulus, Up
from oran_harness.protocols.netconf import BASE, BASE_1_0, BASE_1_1, Framing, Side, frame
from oran_harness.protocols.netconf.speaking import hello, rpc
from tests.peers.o1_provider.chart import MONITORING, Chart, edit, label, op

GET = op("get-config", "<source><running/></source>").encode()


def test_hello() -> None:
    """The element names both versions, and each session has its own number."""
    chart = Chart().up().up("2")
    hellos = [chart.conversations[name].hello(Side.SERVER) for name in ("1", "2")]
    assert [each.session_id for each in hellos if each is not None] == [1, 2]
    assert hellos[0] is not None
    assert {BASE_1_0, BASE_1_1} <= set(hellos[0].capabilities.uris)
    assert "urn:ietf:params:netconf:capability:writable-running:1.0" in hellos[0].capabilities
    state = chart.data(
        op("get", f'<filter><netconf-state xmlns="{MONITORING}"><capabilities/></netconf-state></filter>')
    )
    listed = [each.text for each in state.iter(f"{{{MONITORING}}}capability")]
    assert tuple(listed) == hellos[0].capabilities.uris


@pytest.mark.parametrize(
    ("versions", "framing"),
    [((BASE_1_0,), Framing.END_OF_MESSAGE), ((BASE_1_1,), Framing.CHUNKED), ((BASE_1_0, BASE_1_1), Framing.CHUNKED)],
)
def test_framing(versions: tuple[str, ...], framing: Framing) -> None:
    """What both name decides how messages are framed (RFC 6242 4.1)."""
    chart = Chart().up(versions=versions)
    assert chart.conversations["1"].framing is framing
    assert chart.label() is not None
    assert chart.octets(frame(rpc(GET, "a"), framing))


@pytest.mark.parametrize(
    "said",
    [
        frame(hello(["urn:ietf:params:netconf:base:2.0"]), Framing.END_OF_MESSAGE),
        frame(hello([BASE_1_1], 7), Framing.END_OF_MESSAGE),
        frame(rpc(GET, "1"), Framing.END_OF_MESSAGE),
        frame(b"<hello", Framing.END_OF_MESSAGE),
        frame(f'<hello xmlns="{BASE}"/>'.encode(), Framing.END_OF_MESSAGE),
        frame(b'<hello xmlns="urn:other"><capabilities/></hello>', Framing.END_OF_MESSAGE),
    ],
)
def test_no_proper_hello(said: bytes) -> None:
    """The session is ended (RFC 6241 8.1)."""
    chart = Chart().connected()
    chart.octets(said)
    assert chart.ended == ["1"]
    assert not chart.provider.managed.sessions


def test_hello_that_never_comes() -> None:
    """It is not waited for for ever."""
    assert Chart().connected().wait(59).ended == []
    assert Chart().connected().wait(61).ended == ["1"]
    assert Chart().up().wait(61).ended == []


def test_one_octet_at_a_time() -> None:
    """How octets are delivered does not matter."""
    chart = Chart().connected()
    for octet in frame(hello([BASE_1_0, BASE_1_1]), Framing.END_OF_MESSAGE):
        chart.octets(bytes([octet]))
    replies = [reply for octet in frame(rpc(GET, "5"), Framing.CHUNKED) for reply in chart.octets(bytes([octet]))]
    assert [reply.message_id for reply in replies] == ["5"]


def test_requests_at_once() -> None:
    """Each is answered, in order (RFC 6241 4.5)."""
    chart = Chart().up()
    octets = b"".join(frame(rpc(GET, str(n)), Framing.CHUNKED) for n in range(20))
    assert [reply.message_id for reply in chart.octets(octets)] == [str(n) for n in range(20)]


def test_attributes_come_back() -> None:
    """All attributes of the request are in the reply (RFC 6241 4.1)."""
    chart = Chart().up()
    said = f'<n:rpc xmlns:n="{BASE}" xmlns:x="urn:x" message-id="1" x:a="b">{GET.decode()}</n:rpc>'
    (reply,) = chart.say(said.encode())
    assert reply.attributes == {"{urn:x}a": "b"}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"<rpc", "rpc malformed-message"),
        (b'<rpc message-id="1" xmlns="%b">\xff</rpc>' % BASE.encode(), "rpc malformed-message"),
        (b"<!DOCTYPE rpc []><rpc/>", "rpc malformed-message"),
        (b'<other xmlns="%b"/>' % BASE.encode(), "rpc malformed-message"),
        (b"<a>" * 2000 + b"</a>" * 2000, "rpc too-big"),
        (b'<rpc xmlns="%b">%b</rpc>' % (BASE.encode(), GET), "rpc missing-attribute"),
        (b'<rpc xmlns="%b" message-id="1"/>' % BASE.encode(), "protocol missing-element"),
        (b'<rpc xmlns="%b" message-id="1">%b%b</rpc>' % (BASE.encode(), GET, GET), "protocol bad-element"),
        (b'<rpc xmlns="urn:x" message-id="1">%b</rpc>' % GET, "protocol unknown-namespace"),
        (b'<rpc xmlns="%b" message-id="1"><nothing/></rpc>' % BASE.encode(), "protocol operation-not-supported"),
        (b'<rpc xmlns="%b" message-id="1"><a xmlns="urn:x"/></rpc>' % BASE.encode(), "protocol unknown-namespace"),
    ],
)
def test_messages_that_are_none(said: bytes, error: str) -> None:
    """Each has its error-tag, and the session goes on."""
    chart = Chart().up()
    (reply,) = chart.say(said)
    assert f"{reply.errors[0].type} {reply.errors[0].tag}" == error
    assert chart.label() is not None


def test_old_clients_know_no_malformed_message() -> None:
    """The tag is new with base:1.1 (RFC 6241 appendix A)."""
    (reply,) = Chart().up(versions=(BASE_1_0,)).say(b"<rpc")
    assert (reply.errors[0].type, reply.errors[0].tag) == ("rpc", "operation-failed")


def test_too_large() -> None:
    """The answer says so, and the session is ended; locks are free."""
    chart = Chart(largest=10_000).up().up("2")
    chart.ok(op("lock", "<target><running/></target>"))
    (reply,) = chart.octets(b"\n#20000\n" + b"a" * 20_000)
    assert (reply.errors[0].type, reply.errors[0].tag) == ("rpc", "too-big")
    assert chart.ended == ["1"]
    chart.ok(edit("running", label("x")), "2")


@pytest.mark.parametrize("octets", [b"junk", b"\n#0\n", b"\n#99999999999\n", b"\n#a\n", b"\n##\n\n##\n"])
def test_no_frames(octets: bytes) -> None:
    """A session whose octets are no frames is ended, and others live on (RFC 6242 4.2)."""
    chart = Chart().up().up("2")
    chart.octets(octets)
    chart.octets(b"\n#4\n")
    assert chart.ended == ["1"]
    assert chart.label(name="2") is not None


def test_nothing_after_the_end() -> None:
    """What comes behind a close-session is not answered."""
    chart = Chart().up()
    octets = b"".join(frame(rpc(each, "1"), Framing.CHUNKED) for each in (op("close-session").encode(), GET))
    (reply,) = chart.octets(octets)
    assert reply.ok
    assert chart.ended == ["1"]


def test_call_home() -> None:
    """It connects to its manager, and again when it has lost him (RFC 8071)."""
    chart = Chart(connects=True, reconnect_after=5.0)
    assert chart.connects == ["home"]
    chart._obey(chart.provider.handle(Refused("home", "nobody"), 1.0))
    assert chart.wait(5).connects == ["home"]
    assert chart.wait(1.5).connects == ["home"] * 2
    chart.connected("home", outbound=True)
    chart.say(hello([BASE_1_1]), "home")
    assert chart.label(name="home") is not None
    chart.over("home").wait(5.5)
    assert chart.connects == ["home"] * 3


def test_user_who_cannot_be_told_of() -> None:
    """A name that no message can hold is not served."""
    chart = Chart().connected("1", "some\x01body")
    assert chart.ended == ["1"]
    assert not chart.replies["1"]


def test_stimuli() -> None:
    """It knows none."""
    chart = Chart()
    (answer,) = chart.provider.handle(Stimulus(4, "anything"), 0.0)
    assert answer.status == "unsupported"  # type: ignore[union-attr]


def test_addresses_that_are_not_told() -> None:
    """A host that knows no addresses is served as well."""
    chart = Chart()
    assert chart.provider.handle(Up("1", False), 0.0)
