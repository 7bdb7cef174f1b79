"""NETCONF sessions of a performance: what is recorded of them, and what steps get to see."""

import pytest

from oran_harness.drivers.demand import CloseLink, Demand, SendOctets
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.netconf_sessions import NetconfSessions
from oran_harness.model import EventKind
from oran_harness.protocols.netconf import Framing, Hello, Notification, RpcReply, frame, speaking
from oran_harness.steps import Send
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.manager import OURS, Manager

HELLO = frame(speaking.hello(OURS, 4), Framing.END_OF_MESSAGE)
RPC = speaking.rpc(speaking.operation("commit"), "1")
OK = b'<rpc-reply message-id="1" xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><ok/></rpc-reply>'
ALARM = (
    b'<notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"><eventTime>2026-01-01T00:00:00Z</eventTime>'
    b'<alarm xmlns="urn:x"/></notification>'
)


class Scene:
    """One session, up, in which we have said hello and asked to commit."""

    def __init__(self, address: str | None = None) -> None:
        self.manager = Manager(address=address)
        self.inbox = Inbox()
        self.history = History(new_header(0), lambda: 0.0)
        self.demands: list[Demand] = []
        self.sessions = NetconfSessions(self.manager, self.inbox, self.history, self.demands)
        self.name = self.sessions.up(opened_by_sut=False)
        hello = frame(speaking.hello(OURS), self.manager.session().framing)
        self.sessions.send(self.name, Send(hello))

    def hears(self, *octets: bytes) -> None:
        """The SUT sends these, one after the other."""
        for each in octets:
            self.sessions.heard(self.name, each, 0, None)

    @property
    def told(self) -> list[tuple[EventKind, str | None]]:
        """What the history has of the SUT."""
        return [(event.kind, event.message) for event in self.history.events if event.source == "o1-provider"]


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_each_message_is_an_event_however_it_comes(size: int) -> None:
    """In pieces, or several at once; the octets recorded are all that came."""
    scene = Scene()
    scene.sessions.send(scene.name, Send(frame(RPC, Framing.CHUNKED)))
    octets = HELLO + frame(OK, Framing.CHUNKED) + frame(ALARM, Framing.CHUNKED)
    scene.hears(*(octets[at : at + size] for at in range(0, len(octets), size)))
    assert [message for _, message in scene.told] == ["hello", "rpc-reply ok to commit", "notification alarm"]
    assert [type(each.message) for each in scene.inbox.messages] == [Hello, RpcReply, Notification]
    recorded = [event.octets or b"" for event in scene.history.events if event.source == "o1-provider"]
    assert b"".join(recorded) == octets


def test_over_grpc_each_delivery_is_a_message() -> None:
    """It is recorded as it came, and nothing in it ends it."""
    scene = Scene("netconf+grpc://nms@192.0.2.1:50051")
    scene.sessions.send(scene.name, Send(RPC))
    odd = OK.replace(b"<ok/>", b"<!-- ]]>]]> --><ok/>")
    scene.hears(speaking.hello(OURS, 4), odd, ALARM)
    assert [message for _, message in scene.told] == ["hello", "rpc-reply ok to commit", "notification alarm"]
    assert all(each.conforms for each in scene.inbox.messages)  # type: ignore[attr-defined]
    recorded = [event.octets for event in scene.history.events if event.source == "o1-provider"]
    assert recorded == [speaking.hello(OURS, 4), odd, ALARM]


def test_what_we_ask_can_be_answered() -> None:
    """It is recorded, sent, and known as asked."""
    scene = Scene()
    scene.hears(HELLO)
    scene.sessions.send(scene.name, Send(frame(RPC, Framing.CHUNKED)))
    assert [asked.message.NAME for asked in scene.inbox.asked] == ["rpc"]
    assert isinstance(scene.demands[-1], SendOctets)


def test_the_end_of_a_session_in_the_middle_of_a_message() -> None:
    """What came of it is recorded."""
    scene = Scene()
    scene.hears(HELLO, b"\n#100\n<rpc-re")
    assert scene.sessions.ended(scene.name, "abort", True, "reset")
    assert scene.told[-2:] == [(EventKind.OCTETS, "part of a message"), (EventKind.ABORT, "reset")]
    assert not scene.sessions.ended(scene.name, "abort", True, "reset")
    assert scene.manager.here is None


def test_an_end_of_ours() -> None:
    """In order it is over when the SUT has ended it, too; cut off it is over at once."""
    scene = Scene()
    scene.sessions.close(scene.name, "shutdown")
    scene.sessions.close(scene.name, "shutdown")
    assert [each for each in scene.demands if isinstance(each, CloseLink)] == [CloseLink(scene.name, "shutdown")]
    assert scene.sessions.standing == [scene.name]
    scene.sessions.ended(scene.name, "shutdown", True, "")
    assert not scene.inbox.ends[scene.name].by_sut
    other = Scene()
    other.sessions.close(other.name, "abort")
    assert other.sessions.standing == []


def test_an_element_is_owed_no_answer() -> None:
    """It asks for nothing."""
    scene = Scene()
    scene.hears(HELLO)
    before = len(scene.demands)
    scene.sessions.answer(scene.inbox.messages[0])  # type: ignore[arg-type]
    scene.sessions.settle()
    assert len(scene.demands) == before


def test_what_can_not_be_read_is_recorded_in_parts() -> None:
    """A history's lines have an end, however much comes behind what is no frame; no octet is lost."""
    scene = Scene()
    rest = bytes(1024 * 1024)
    scene.hears(HELLO, b"\n#x\n", *([rest] * 9))
    scene.sessions.ended(scene.name, "shutdown", by_sut=True, reason="")
    recorded = [event.octets or b"" for event in scene.history.events if event.source == "o1-provider"]
    assert b"".join(recorded) == HELLO + b"\n#x\n" + rest * 9
    assert max(map(len, recorded)) <= 4 * 1024 * 1024
