"""Small actors that do what is right and no more, and cases to perform with them."""

from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.drivers import Setting
from oran_harness.model import CaseDescription, Event, EventKind, Level, Role
from oran_harness.peers.actor import Answer, Command, Connect, End, Happening, Heard, Over, Say, Stimulus, Up
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.engine import Association
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import Peer
from oran_harness.steps.answers import answer
from oran_harness.steps.case import Body, Case
from oran_harness.steps.offers import node_offer, setup_request

EDITION = "3.01"
RIC = Role.NEAR_RT_RIC
NODE = Role.E2_NODE

ON_NODE = Setting(NODE, stimuli=None)
ON_RIC = Setting(RIC, stimuli=None)


def case_of(body: Body, under_test: Role = NODE, needs: tuple[str, ...] = ()) -> Case:
    """A case that begins with its body."""
    return Case(CaseDescription("TEST-001", "A test", "none", Level.MUST, under_test, needs=needs), body, __name__)


def octets(message: Message) -> bytes:
    """A message of the edition that the actors speak."""
    return codec(EDITION).encode(message)


class Plain:
    """Answers every request plainly. ``also`` may say what to do instead (a list) or nothing special (None)."""

    def __init__(self, role: Role, also: Callable[["Plain", Happening, float], Sequence[Command] | None] | None = None):
        self.role = role
        self.also = also
        self.wakes_at: float | None = None
        self.engines: dict[str, Association] = {}
        self.ups = 0
        self.heard: list[Any] = []

    def begin(self, now: float) -> Sequence[Command]:
        """A node connects at once."""
        return [Connect("node-0")] if self.role is NODE else []

    def wake(self, now: float) -> Sequence[Command]:
        """A node comes back."""
        self.wakes_at = None
        return [Connect(f"node-{self.ups}")]

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What is right, or what the test wants instead."""
        if isinstance(happening, Up):
            self.ups += 1
            self.engines[happening.association] = Association()
        if isinstance(happening, Heard):
            self.heard.append(codec(EDITION).decode(happening.octets))
        instead = self.also(self, happening, now) if self.also is not None else None
        return self.plain(happening, now) if instead is None else instead

    def plain(self, happening: Happening, now: float) -> Sequence[Command]:
        """What is right."""
        match happening:
            case Up(association) if self.role is NODE:
                return [self.say(association, setup_request(node_offer(number=7), 1), now)]
            case Heard(association, received):
                message = codec(EDITION).decode(received).message
                if message is None:
                    return []
                engine = self.engines[association]
                engine.step(self.role.other, message, now, 1)
                reply = answer(message, by=self.role, engine=engine, edition=EDITION)
                return [self.say(association, reply, now)] if reply is not None else []
            case Over() if self.role is NODE:
                self.wakes_at = now + 0.02
            case Stimulus(ticket, name):
                return [Answer(ticket, "unsupported" if name == "no-such-stimulus" else "done", {"name": name})]
        return []

    def say(self, association: str, message: Message, now: float) -> Say:
        """A message of ours; the engine follows it."""
        self.engines[association].step(self.role, message, now, 1)
        return Say(association, octets(message))


def on(kind: type[Message], *commands: Command | Message) -> Callable[[Plain, Happening, float], Any]:
    """Upon a message of that kind do these things instead of answering it; messages go to where it came from."""

    def instead(actor: Plain, happening: Happening, now: float) -> Sequence[Command] | None:
        if not isinstance(happening, Heard) or not isinstance(codec(EDITION).decode(happening.octets).message, kind):
            return None
        return [
            Say(happening.association, octets(each)) if isinstance(each, Message) else _here(each, happening)
            for each in commands
        ]

    return instead


def _here(command: Command, happening: Heard) -> Command:
    return End(happening.association, command.how) if isinstance(command, End) else command


def shape(events: Sequence[Event]) -> list[tuple[str, ...]]:
    """A history without its times and notes: what was said on the wire, by whom."""
    return [
        (event.kind.value, event.association or "", event.source or "", event.message or "")
        for event in events
        if event.kind in (EventKind.OCTETS, EventKind.UP, EventKind.DOWN, EventKind.ABORT, EventKind.SHUTDOWN)
    ]


async def set_up(ric: Peer) -> None:
    """Take a node's Setup."""
    await ric.open()
    request = await ric.expect(m.E2setupRequest)
    reply = answer(request, by=RIC, edition=ric.edition)
    assert reply is not None
    await ric.send(reply)


async def set_up_with(node: Peer, association: str | None = None) -> None:
    """Set up with a RIC, on a fresh association unless one is named."""
    name = association or await node.open()
    await node.send(setup_request(node_offer(number=node.number), node.new_transaction_id()), association=name)
    await node.expect(m.E2setupResponse, association=name)


def reset(peer: Peer) -> m.ResetRequest:
    """A Reset request."""
    return m.ResetRequest(peer.new_transaction_id(), ("misc", "unspecified"))
