"""A node on virtual time, with the test as its near-RT RIC: what the node says is checked as it is said."""

from collections.abc import Sequence
from typing import Any, TypeVar

from oran_harness.checkers import Audit
from oran_harness.codec.asn1 import BitString
from oran_harness.model import Event, EventKind, HistoryHeader, Role
from oran_harness.peers.actor import (
    Answer,
    Command,
    Connect,
    End,
    Happening,
    Heard,
    Over,
    Refused,
    Say,
    Stimulus,
    Up,
)
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.answers import answer
from tests.peers.e2_node.plain_function import PlainFunction

M = TypeVar("M", bound=Message)
PLAIN = 1
OTHER = 5
"""RAN Function IDs of the two plain functions of a stage."""
FIRST_ID = e.RICrequestID(10, 1)
NODE, RIC = Role.E2_NODE.value, Role.NEAR_RT_RIC.value


class Stage:
    """The node, the clock and the record of what was said.

    The node has two plain functions, unless ``real``: then those of its service models.
    """

    def __init__(self, edition: str = "5.00", *, real: bool = False, **config: Any) -> None:
        self.edition = edition
        self.codec = codec(edition)
        self.config = NodeConfig(edition=edition, **config)
        self.plain = PlainFunction()
        self.other = PlainFunction()
        functions = None if real else {PLAIN: self.plain, OTHER: self.other}
        self.node = E2Node(self.config, functions)
        self.now = 0.0
        self.here = "1"
        self.said: list[Message] = []
        """What the node has said since the last ``take``."""
        self.commands: list[Command] = []
        """What else it has asked for since the last ``take``."""
        self.events: list[Event] = []
        self.tickets = 0

    # What happens

    def begin(self) -> "Stage":
        """The node is started."""
        self._obey(self.node.begin(self.now))
        return self

    def up(self, name: str = "1", *, outbound: bool = True) -> "Stage":
        """An association comes up."""
        self._record(EventKind.UP, name, NODE, RIC)
        return self.happen(Up(name, outbound))

    def over(self, name: str = "1", how: str = "shutdown") -> "Stage":
        """An association has ended."""
        self._record(EventKind.DOWN, name, RIC, NODE)
        return self.happen(Over(name, how))

    def refused(self, name: str = "1") -> "Stage":
        """An association cannot be had."""
        return self.happen(Refused(name, "nobody answers there"))

    def hear(self, message: Message, association: str = "1", **how: Any) -> "Stage":
        """The RIC says something."""
        procedure = PROCEDURES[message.PROCEDURE_CODE]
        return self.octets(self.codec.encode(message, **how), association, stream=1 if procedure.service else 0)

    def octets(self, octets: bytes, association: str = "1", *, stream: int = 0) -> "Stage":
        """The RIC says some octets."""
        self._record(EventKind.OCTETS, association, RIC, NODE, octets=octets, stream=stream, ppid=70)
        return self.happen(Heard(association, octets, stream))

    def happen(self, happening: Happening) -> "Stage":
        """Anything happens."""
        self._obey(self.node.handle(happening, self.now))
        return self

    def wait(self, seconds: float) -> "Stage":
        """Time passes; the node wakes when it wants to."""
        until = self.now + seconds
        for _ in range(10_000):
            wakes_at = self.node.wakes_at
            if wakes_at is None or wakes_at > until:
                break
            self.now = max(self.now, wakes_at)
            self._obey(self.node.wake(self.now))
        else:
            raise AssertionError("the node never sleeps")
        self.now = until
        return self

    def stimulate(self, name: str, **arguments: Any) -> Answer:
        """Someone asks the node for something; it answers once."""
        self.tickets += 1
        self.happen(Stimulus(self.tickets, name, arguments))
        answers = [each for each in self.commands if isinstance(each, Answer)]
        self.commands = [each for each in self.commands if not isinstance(each, Answer)]
        (found,) = answers
        assert found.ticket == self.tickets
        return found

    # Preambles

    def set_up(self) -> "Stage":
        """E2 Setup is done."""
        self.begin().up()
        request = self.one(m.E2setupRequest)
        response = answer(request, by=Role.NEAR_RT_RIC, edition=self.edition)
        assert response is not None
        self.hear(response)
        self.silent()
        return self

    def subscribe(
        self,
        *actions: e.RICaction_ToBeSetup_Item,
        name: e.RICrequestID = FIRST_ID,
        of: int = PLAIN,
        trigger: bytes = b"trigger",
        association: str = "1",
        **times: Any,
    ) -> "Stage":
        """The RIC asks for a subscription, of action 1 unless told otherwise."""
        details = e.RICsubscriptionDetails(trigger, actions or (report(1),))
        return self.hear(m.RICsubscriptionRequest(name, of, details, **times), association)

    def subscribed(self, *actions: e.RICaction_ToBeSetup_Item, **how: Any) -> "Stage":
        """The RIC has a subscription."""
        self.subscribe(*actions, **how).one(m.RICsubscriptionResponse)
        return self

    # What came of it

    def take(self) -> list[Message]:
        """What the node has said since the last time it was asked."""
        said, self.said = self.said, []
        return said

    def one(self, kind: type[M]) -> M:
        """The only message that the node has said, which is of that kind."""
        said = self.take()
        assert [type(each) for each in said] == [kind], said
        (message,) = said
        assert isinstance(message, kind)
        return message

    def silent(self) -> None:
        """The node has said nothing."""
        assert self.take() == []

    def asked(self, kind: type[Any]) -> list[Any]:
        """The commands of a kind that the node has given since the last time it was asked for commands."""
        found = [each for each in self.commands if isinstance(each, kind)]
        self.commands.clear()
        return found

    def blamed(self) -> list[str]:
        """What the audit holds against the node."""
        roles = {NODE: NODE, RIC: RIC}
        audit = Audit(HistoryHeader(self.config.epoch, roles))
        for event in self.events:
            audit.feed(event)
        return [f"{each.rule}: {each.message}" for each in audit.finish().findings if each.blame == NODE]

    def _obey(self, commands: Sequence[Command]) -> None:
        for command in commands:
            if not isinstance(command, Say):
                self.commands.append(command)
                continue
            decoded = self.codec.decode(command.octets)
            assert decoded.message is not None
            assert decoded.conforms, decoded.complaints
            assert not decoded.criticalities
            self.said.append(decoded.message)
            self._record(
                EventKind.OCTETS,
                command.association,
                NODE,
                RIC,
                octets=command.octets,
                stream=command.stream,
                ppid=command.ppid,
            )

    def _record(self, kind: EventKind, association: str, source: str, target: str, **more: Any) -> None:
        self.events.append(Event(len(self.events) + 1, self.now, kind, association, source, target, **more))


def report(number: int = 1, definition: bytes | None = b"definition") -> e.RICaction_ToBeSetup_Item:
    """An action of type REPORT."""
    return e.RICaction_ToBeSetup_Item(number, "report", definition)


def insert(number: int = 1, definition: bytes | None = b"definition") -> e.RICaction_ToBeSetup_Item:
    """An action of type INSERT, with what has to follow it."""
    return e.RICaction_ToBeSetup_Item(number, "insert", definition, e.RICsubsequentAction("wait", "w10ms"))


def ric_identity() -> e.GlobalRIC_ID:
    """Who the RIC is."""
    return e.GlobalRIC_ID(bytes.fromhex("00f110"), BitString(b"\x00\x01\x90", 20))


def address(last: int, port: int = 36421) -> e.TNLinformation:
    """The address 192.0.2.``last``."""
    return e.TNLinformation(BitString(bytes((192, 0, 2, last)), 32), BitString(port.to_bytes(2, "big"), 16))


def ends(stage: Stage) -> list[tuple[str, str]]:
    """The associations that the node has asked to end since the last time, and how."""
    return [(each.association, each.how) for each in stage.asked(End)]


def connects(stage: Stage) -> list[tuple[str, str | None]]:
    """The associations that the node has asked for since the last time."""
    return [(each.association, each.address) for each in stage.asked(Connect)]
