"""Histories that read like message charts: who said what, and what the audit makes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from oran_harness.checkers import RULES, Audit, AuditResult, Rule
from oran_harness.codec.asn1 import BitString
from oran_harness.model import Event, EventKind, Finding, HistoryHeader, Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES

RIC = Role.NEAR_RT_RIC
NODE = Role.E2_NODE
EPOCH = 1_767_225_600.0
"""2026-01-01: when the clocks of these histories begin."""
PLMN = bytes.fromhex("00f110")
CAUSE: Any = ("misc", "unspecified")
PLAIN = 1
"""A RAN function of no service model that is known here."""
KPM = 2
RC = 3
ADDRESS = {NODE: "192.0.2.2:38000", RIC: "192.0.2.1:36421"}

FIRST_ID = e.RICrequestID(10, 1)


def node_id(number: int = 1, plmn: bytes = PLMN, **parts: Any) -> Any:
    """A Global E2 Node ID of a gNB, or of the part of one."""
    gnb_id = ("gnb-ID", BitString((number << 3).to_bytes(4, "big"), 29))
    return ("gNB", e.GlobalE2node_gNB_ID(e.GlobalgNB_ID(plmn, gnb_id), **parts))


def component(number: int = 1) -> e.E2nodeComponentConfigAddition_Item:
    """A component of a node: its F1 interface to a DU."""
    identity: Any = ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(number))
    return e.E2nodeComponentConfigAddition_Item("f1", identity, e.E2nodeComponentConfiguration(b"request", b"response"))


def acknowledged(number: int = 1) -> e.E2nodeComponentConfigAdditionAck_Item:
    """The acknowledgement of that component."""
    identity: Any = ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(number))
    return e.E2nodeComponentConfigAdditionAck_Item("f1", identity, e.E2nodeComponentConfigurationAck("success"))


def function(
    number: int = PLAIN, definition: bytes = b"plain", oid: str = "1.3.6.1.4.1.53148.9.9.9", revision: int = 1
) -> e.RANfunction_Item:
    """A RAN function as a node offers it."""
    return e.RANfunction_Item(number, definition, revision, oid)


def accepted(number: int = PLAIN, revision: int = 1) -> e.RANfunctionID_Item:
    """A RAN function as a RIC accepts it."""
    return e.RANfunctionID_Item(number, revision)


def setup_request(
    *functions: e.RANfunction_Item, identity: Any = None, components: Sequence[Any] = ()
) -> m.E2setupRequest:
    """A Setup request, of node 1 with function 1 and one component unless told otherwise."""
    return m.E2setupRequest(
        transaction_id=1,
        global_e2_node_id=identity or node_id(),
        ran_functions_added=functions or (function(),),
        e2_node_component_config_addition=tuple(components) or (component(),),
    )


def setup_response(
    *functions: e.RANfunctionID_Item, plmn: bytes = PLMN, components: Sequence[Any] = ()
) -> m.E2setupResponse:
    """The Setup response that accepts function 1 unless told otherwise."""
    return m.E2setupResponse(
        transaction_id=1,
        global_ric_id=e.GlobalRIC_ID(plmn, BitString(b"\x00\x01\x90", 20)),
        ran_functions_accepted=functions or (accepted(),),
        e2_node_component_config_addition_ack=tuple(components) or (acknowledged(),),
    )


def action(
    number: int = 1, kind: Any = "report", definition: bytes | None = None, **more: Any
) -> e.RICaction_ToBeSetup_Item:
    """An action to be set up."""
    return e.RICaction_ToBeSetup_Item(number, kind, definition, **more)


def insert_action(number: int = 1, definition: bytes | None = None) -> e.RICaction_ToBeSetup_Item:
    """An action of type INSERT with what has to follow it."""
    return action(number, "insert", definition, ric_subsequent_action=e.RICsubsequentAction("wait", "w10ms"))


def subscription(
    *actions: e.RICaction_ToBeSetup_Item, of: int = PLAIN, name: e.RICrequestID = FIRST_ID, trigger: bytes = b"trigger"
) -> m.RICsubscriptionRequest:
    """A Subscription request with action 1 unless told otherwise."""
    return m.RICsubscriptionRequest(name, of, e.RICsubscriptionDetails(trigger, actions or (action(),)))


def admitted(
    *numbers: int, of: int = PLAIN, name: e.RICrequestID = FIRST_ID, refused: Sequence[int] | None = None
) -> m.RICsubscriptionResponse:
    """The Subscription response that admits action 1 unless told otherwise."""
    return m.RICsubscriptionResponse(
        name,
        of,
        tuple(e.RICaction_Admitted_Item(number) for number in numbers or (1,)),
        None if refused is None else tuple(e.RICaction_NotAdmitted_Item(number, CAUSE) for number in refused),
    )


def indication(
    number: int = 1,
    *,
    of: int = PLAIN,
    name: e.RICrequestID = FIRST_ID,
    sn: int | None = None,
    kind: Any = "report",
    header: bytes = b"header",
    message: bytes = b"message",
    call_process: bytes | None = None,
) -> m.RICindication:
    """An indication of action 1 unless told otherwise."""
    return m.RICindication(name, of, number, sn, kind, header, message, call_process)


class Scene:
    """A history in the making: messages in turn, ten milliseconds apart, encoded by one edition of E2AP."""

    def __init__(self, edition: str = "7.00", *, roles: bool = False) -> None:
        self.edition = edition
        self.events: list[Event] = []
        self.now = 0.0
        self.association = "1"
        self.ends = dict(ADDRESS)
        self.ppid: int | None = 70
        self.roles = {address: role.value for role, address in ADDRESS.items()} if roles else {}

    # What happens

    def event(self, kind: EventKind, sender: Role, **more: Any) -> "Scene":
        """Any event, from that end."""
        self.now += 0.01
        number = len(self.events) + 1
        ends = (self.ends[sender], self.ends[sender.other])
        self.events.append(Event(number, self.now, kind, self.association, *ends, frame=100 + number, **more))
        return self

    def up(self, message: str | None = None) -> "Scene":
        """The association comes up; the node connects."""
        return self.event(EventKind.UP, NODE, message=message)

    def octets(self, sender: Role, octets: bytes, *, stream: int = 0, injected: bool = False) -> "Scene":
        """Octets, whatever they are."""
        return self.event(EventKind.OCTETS, sender, stream=stream, ppid=self.ppid, octets=octets, injected=injected)

    def say(self, sender: Role, *messages: Message, stream: int | None = None, **how: Any) -> "Scene":
        """Messages; the interface's own go on stream 0, RIC services on stream 1."""
        for message in messages:
            own = 1 if PROCEDURES[message.PROCEDURE_CODE].service else 0
            octets = codec(self.edition).encode(message, **how)
            self.octets(sender, octets, stream=own if stream is None else stream)
        return self

    def node(self, *messages: Message, **how: Any) -> "Scene":
        """Messages of the E2 node."""
        return self.say(NODE, *messages, **how)

    def ric(self, *messages: Message, **how: Any) -> "Scene":
        """Messages of the near-RT RIC."""
        return self.say(RIC, *messages, **how)

    def wait(self, seconds: float) -> "Scene":
        """Let time pass."""
        self.now += seconds
        return self

    def set_up(self, *functions: e.RANfunction_Item) -> "Scene":
        """The association comes up, and E2 Setup succeeds."""
        offered = functions or (function(),)
        answers = tuple(accepted(each.ran_function_id, each.ran_function_revision) for each in offered)
        return self.up().node(setup_request(*offered)).ric(setup_response(*answers))

    def first_edition(self) -> "Scene":
        """A Setup in E2AP 1.01, without Transaction IDs and components."""
        request, response = setup_request(), setup_response()
        self.up().node(m.E2setupRequest(None, request.global_e2_node_id, request.ran_functions_added))
        return self.ric(m.E2setupResponse(None, response.global_ric_id, response.ran_functions_accepted))

    def subscribed(self, *actions: e.RICaction_ToBeSetup_Item, **how: Any) -> "Scene":
        """After a Setup, a subscription of which all is admitted."""
        numbers = [each.ric_action_id for each in actions]
        request = subscription(*actions, **how)
        how.pop("trigger", None)
        return self.ric(request).node(admitted(*numbers, **how))

    def shut_down(self, by: Role) -> "Scene":
        """The association is shut down in order."""
        return self.event(EventKind.SHUTDOWN, by).event(EventKind.DOWN, by)

    def abort(self, by: Role) -> "Scene":
        """The association is cut off."""
        return self.event(EventKind.ABORT, by)

    def note(self, text: str) -> "Scene":
        """The recording says something about the association."""
        return self.event(EventKind.NOTE, NODE, message=text)

    def another(self, node: str = "192.0.2.3:38000") -> "Scene":
        """From now on, another association, of another node with the same RIC."""
        self.association = str(int(self.association) + 1)
        self.ends[NODE] = node
        return self

    # What comes of it

    def audit(self, rules: Sequence[Rule] | None = None) -> AuditResult:
        """What the audit makes of it."""
        audit = Audit(HistoryHeader(EPOCH, self.roles), rules)
        for event in self.events:
            audit.feed(event)
        return audit.finish()

    def findings(self) -> tuple[Finding, ...]:
        """All that is found."""
        return self.audit().findings

    def fired(self) -> set[tuple[str, str | None]]:
        """Which rules fired, and whom each blamed."""
        return {(found.rule, found.blame) for found in self.findings()}


Play = Callable[[Scene], object]
"""What happens in a scene."""


@dataclass(frozen=True)
class Case:
    """A rule with a scene that breaks it, and one that comes close and does not.

    ``blame`` is whom the finding names, ``also`` the other rules that the same scene breaks; ``edition`` is that of
    E2AP.
    """

    rule: str
    blame: Role | None
    broken: Play
    kept: Play
    also: frozenset[str] = frozenset()
    edition: str = "7.00"


def case(rule: str, blame: Role | None, broken: Play, kept: Play, *also: str, edition: str = "7.00") -> Case:
    """A row of a table of cases."""
    return Case(rule, blame, broken, kept, frozenset(also), edition)


def check_broken(row: Case) -> None:
    """The rule fires once, with the right blame, and nothing else does but what the row names."""
    scene = Scene(row.edition)
    row.broken(scene)
    findings = scene.findings()
    told = "\n".join(f"{each.rule} {each.blame}: {each.message}" for each in findings)
    mine = [each for each in findings if each.rule == row.rule]
    assert mine, f"{row.rule} is silent; there is:\n{told}"
    assert {each.blame for each in mine} == {row.blame}, told
    assert {each.rule for each in findings} == {row.rule, *row.also}, told


def check_kept(row: Case) -> None:
    """The rule is silent, and so are all others of level must."""
    scene = Scene(row.edition)
    row.kept(scene)
    assert scene.audit().messages, "nothing was said"
    told = [f"{each.rule} {each.blame}: {each.message}" for each in scene.findings()]
    assert told == []


def rules_by_id() -> Mapping[str, Rule]:
    """All rules."""
    return {rule.id: rule for rule in RULES}
