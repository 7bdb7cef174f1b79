"""Sessions with a manager under test: what nobody wants is answered, and what it asked is known."""

from oran_harness.drivers.demand import CloseLink, Demand, SendOctets
from oran_harness.drivers.element_sessions import ElementSessions
from oran_harness.drivers.history import History, new_header
from oran_harness.model import EventKind
from oran_harness.protocols.netconf import BASE_1_1, Framing, frame, speaking
from oran_harness.steps import Send
from oran_harness.steps.inbox import Inbox
from oran_harness.steps.managed_element import ManagedElement


class Scene:
    """One session, up, whose hellos are exchanged."""

    def __init__(self) -> None:
        self.element = ManagedElement()
        self.inbox = Inbox()
        self.history = History(new_header(0), lambda: 0.0)
        self.demands: list[Demand] = []
        self.sessions = ElementSessions(self.element, self.inbox, self.history, self.demands)
        self.name = self.sessions.up(opened_by_sut=True)
        hello = frame(speaking.hello((BASE_1_1,), 1), Framing.END_OF_MESSAGE)
        self.sessions.send(self.name, Send(hello))
        self.sessions.heard(self.name, frame(speaking.hello((BASE_1_1,)), Framing.END_OF_MESSAGE), 0, None)

    def asks(self, name: str) -> None:
        """The manager asks for something."""
        octets = frame(speaking.rpc(speaking.operation(name), name), Framing.CHUNKED)
        self.sessions.heard(self.name, octets, 0, None)


def test_what_is_asked_is_answered() -> None:
    """In the frame of the session; it is known as asked, and waits for nobody any more."""
    scene = Scene()
    scene.asks("discard-changes")
    assert [rpc.name for rpc in scene.element.asked()] == ["discard-changes"]
    scene.sessions.answer(scene.inbox.messages[-1])  # type: ignore[arg-type]
    said = scene.demands[-1]
    assert isinstance(said, SendOctets)
    assert said.octets.startswith(b"\n#")
    assert b'message-id="discard-changes"' in said.octets
    assert [each.message.NAME for each in scene.inbox.messages if each.message is not None] == ["hello"]
    assert len(scene.inbox.answered) == 1
    labels = [event.message for event in scene.history.events if event.kind is EventKind.OCTETS]
    assert labels[-2:] == ["rpc discard-changes", "rpc-reply ok to discard-changes"]


def test_a_session_that_is_to_be_closed() -> None:
    """Is closed behind the reply."""
    scene = Scene()
    scene.asks("close-session")
    scene.sessions.settle()
    assert isinstance(scene.demands[-1], CloseLink)
    assert scene.sessions.ended(scene.name, "shutdown", False, "")
