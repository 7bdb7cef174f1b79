"""NETCONF sessions that read like message charts: who said what, and what the audit makes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from oran_harness.checkers import Audit, AuditResult
from oran_harness.checkers.netconf.departure import rule_id
from oran_harness.model import Event, EventKind, Finding, HistoryHeader, Role
from oran_harness.protocols.netconf import (
    BASE_1_0,
    BASE_1_1,
    BreachKind,
    Conversation,
    Framing,
    Rpc,
    RpcError,
    RpcHeard,
    Side,
    frame,
    misspeak,
    speaking,
)

CLIENT, SERVER = Side.CLIENT, Side.SERVER
MANAGER, PROVIDER = Role.O1_MANAGER, Role.O1_PROVIDER
ROLES = {CLIENT: MANAGER, SERVER: PROVIDER}
ADDRESS = {MANAGER: "192.0.2.1:40000", PROVIDER: "192.0.2.2:830"}
BOTH = (BASE_1_0, BASE_1_1)
EOM, CHUNKED = Framing.END_OF_MESSAGE, Framing.CHUNKED
CELLS = b'<cells xmlns="urn:cells"><cell/></cells>'
NOTIFICATION = speaking.notification(datetime(2026, 1, 1, tzinfo=UTC), CELLS)
SUBSCRIBE = b'<create-subscription xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"/>'


class Scene:
    """A session in the making, ten milliseconds between one thing and the next.

    ``roles`` tells whether the history names who is who: by addresses if it does not, as a capture has it.
    """

    def __init__(self, *, roles: bool = True) -> None:
        self.events: list[Event] = []
        self.roles = roles
        self.now = 0.0
        self.conversation = Conversation(largest=64 * 1024 * 1024)
        self.asked: list[Rpc] = []

    def event(self, kind: EventKind, side: Side, octets: bytes | None = None, *, injected: bool = False) -> "Scene":
        """Any event, from that side."""
        self.now += 0.01
        role = ROLES[side]
        ends = (role, role.other) if self.roles else (ADDRESS[role], ADDRESS[role.other])
        number = len(self.events) + 1
        self.events.append(Event(number, self.now, kind, "1", *ends, octets=octets, injected=injected))
        return self

    def octets(self, side: Side, octets: bytes, *, injected: bool = False) -> "Scene":
        """Octets, whatever they are."""
        for each in self.conversation.heard(side, octets, self.now):
            if isinstance(each, RpcHeard):
                self.asked.append(each.rpc)
        return self.event(EventKind.OCTETS, side, octets, injected=injected)

    def up(self) -> "Scene":
        """The session comes up; the manager connects."""
        return self.event(EventKind.UP, CLIENT)

    def down(self) -> "Scene":
        """The session ends."""
        return self.event(EventKind.DOWN, SERVER)

    def say(self, side: Side, message: bytes, framing: Framing | None = None) -> "Scene":
        """A message in its frame, that which is agreed unless told otherwise."""
        return self.octets(side, frame(message, framing or self.conversation.framing))

    def hellos(self, client: Sequence[str] = BOTH, server: Sequence[str] = BOTH) -> "Scene":
        """The session comes up, and both say hello."""
        self.up().say(SERVER, speaking.hello(server, 4), EOM)
        return self.say(CLIENT, speaking.hello(client), EOM)

    def ask(self, message_id: str = "1", operation: bytes = CELLS, **attributes: str) -> "Scene":
        """A request."""
        return self.say(CLIENT, speaking.rpc(operation, message_id, attributes))

    def answer(self, *content: bytes) -> "Scene":
        """The reply to the latest request: ok unless told otherwise."""
        return self.say(SERVER, speaking.reply(self.asked[-1], *content) if content else speaking.ok(self.asked[-1]))

    def refuse(self, error: RpcError) -> "Scene":
        """The reply to the latest request: an error."""
        return self.say(SERVER, speaking.refusal(self.asked[-1], error))

    def wrongly(self, way: str, side: Side, message: bytes, framing: Framing | None = None) -> "Scene":
        """A message said wrongly, in a way of those that we know."""
        return self.octets(side, misspeak(way, message, framing or self.conversation.framing))

    def audit(self) -> AuditResult:
        """What the audit makes of it."""
        audit = Audit(HistoryHeader())
        for event in self.events:
            audit.feed(event)
        return audit.finish()

    def told(self) -> list[str]:
        """What is found, in lines."""
        return [f"{each.rule} {each.blame}: {each.message}" for each in self.audit().findings]


def clean(scene: Scene) -> object:
    """Hellos, a request with its reply, a subscription with a notification, and the end of the session."""
    scene.hellos().ask().answer(CELLS).ask("2", SUBSCRIBE).answer().say(SERVER, NOTIFICATION)
    return scene.ask("3", b'<close-session xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"/>').answer().down()


Play = Callable[[Scene], object]


@dataclass(frozen=True)
class Case:
    """A rule with a session that breaks it; ``blame`` is whom the finding names, ``also`` what else it breaks."""

    kind: BreachKind
    blame: Role | None
    broken: Play
    also: frozenset[BreachKind] = frozenset()
    rule: str = field(init=False)

    def __post_init__(self) -> None:
        """The id of the rule is that of the kind."""
        object.__setattr__(self, "rule", rule_id(self.kind))


def case(kind: BreachKind, blame: Role | None, broken: Play, *also: BreachKind) -> Case:
    """A row of a table of cases."""
    return Case(kind, blame, broken, frozenset(also))


def wrong(way: str, side: Side, *, chunks: bool = True) -> Play:
    """A session in which one message is said wrongly: a request, or the reply to it."""

    def play(scene: Scene) -> None:
        scene.hellos(*2 * (BOTH if chunks else (BASE_1_0,),))
        if side is CLIENT:
            scene.wrongly(way, CLIENT, speaking.rpc(CELLS, "1"))
        else:
            scene.ask().wrongly(way, SERVER, speaking.data(scene.asked[-1], CELLS))
        scene.down()

    return play


def wrong_notification(way: str) -> Play:
    """A session in which a notification is said wrongly."""
    return lambda scene: scene.hellos().ask("1", SUBSCRIBE).answer().wrongly(way, SERVER, NOTIFICATION).down()


def wrong_hello(way: str, side: Side) -> Play:
    """A session in which one hello is said wrongly."""

    def play(scene: Scene) -> None:
        scene.up()
        for each, number in ((SERVER, 4), (CLIENT, None)):
            message = speaking.hello(BOTH, number)
            if each is side:
                scene.wrongly(way, each, message, EOM)
            else:
                scene.say(each, message, EOM)

    return play


def check_broken(row: Case) -> list[Finding]:
    """The rule fires, with the clause and the weight of its kind and the right blame, and nothing else does."""
    scene = Scene()
    row.broken(scene)
    found = scene.audit().findings
    mine = [each for each in found if each.rule == row.rule]
    assert mine, scene.told()
    assert {each.blame for each in mine} == {row.blame}, scene.told()
    assert {each.clause for each in mine} == {row.kind.clause}
    assert {each.rule for each in found} == {row.rule, *map(rule_id, row.also)}, scene.told()
    return mine


def check_kept() -> None:
    """A clean session is clean."""
    scene = Scene()
    clean(scene)
    assert scene.audit().messages > 0
    assert scene.told() == []
