"""One association between the RIC and an E2 node: what is said on it, and what follows."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.role import Role
from oran_harness.peers.actor import Answer, Command, End, Say
from oran_harness.peers.near_rt_ric import answering, assistance, load, outcomes
from oran_harness.peers.near_rt_ric.config import RicConfig
from oran_harness.peers.near_rt_ric.node_functions import FarNode, far_node
from oran_harness.peers.near_rt_ric.pending import MOST, Held, Key, Pending, key_of
from oran_harness.peers.near_rt_ric.request_ids import RequestIds
from oran_harness.peers.protocol_errors import error_indication, logical_error, reported, rule_on
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import CriticalityDiagnostics, GlobalE2node_ID, GlobalRIC_ID, RICrequestID
from oran_harness.protocols.e2ap.engine import Association, AssociationState, OfferedFunction
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.steps.causes import FIRST_EDITION, cause
from oran_harness.steps.peer import FIRST_STREAM, SERVICE_STREAM

RIC, NODE = Role.NEAR_RT_RIC, Role.E2_NODE
INITIATING = "initiatingMessage"
_UP = (AssociationState.OPERATIONAL, AssociationState.SETTING_UP_AGAIN, AssociationState.REMOVING)
_BEGINS = (m.E2setupRequest, m.E2nodeConfigurationUpdate)
_DELETE_TIMER = "TRICEVENTdelete"


@dataclass(slots=True)
class Shared:
    """What the associations of one RIC share. ``known`` gives the functions of a node that is up on another one."""

    config: RicConfig
    identity: GlobalRIC_ID
    ids: RequestIds
    known: Callable[[GlobalE2node_ID | None, "Session"], Mapping[int, OfferedFunction] | None]
    refused: int = 0
    """E2 Setups refused so far."""


@dataclass(slots=True)
class Session:
    """One association. ``number`` counts the associations of the RIC; ``commands`` are what its host is to do next.

    ``subscriptions`` are ours, ``pending`` our requests under way. ``joined`` are the node's functions where this is a
    further association of a node. ``is_new`` is True once when E2 Setup has succeeded.
    """

    name: str
    number: int
    shared: Shared
    engine: Association = field(default_factory=Association)
    pending: dict[Key, Pending] = field(default_factory=dict)
    subscriptions: dict[RICrequestID, Held] = field(default_factory=dict)
    loads: dict[int, load.Load] = field(default_factory=dict)
    """The load reports that run, by our Load Measurement IDs."""
    assistances: dict[RICrequestID, assistance.Assisted] = field(default_factory=dict)
    """The assistances that the node gets updates of, by its ids."""
    commands: list[Command] = field(default_factory=list)
    joined: Mapping[int, OfferedFunction] | None = None
    is_new: bool = False
    indications: int = 0
    messages: int = 0
    alarm: float | None = None
    """The deadline for which the RIC has set an alarm."""

    @property
    def config(self) -> RicConfig:
        """What the RIC is like."""
        return self.shared.config

    @property
    def edition(self) -> str:
        """The E2AP edition that the RIC speaks."""
        return self.shared.config.edition

    @property
    def is_up(self) -> bool:
        """Whether E2 Setup, or the joining of a further association, has been done."""
        return self.engine.state in _UP

    @property
    def node_id(self) -> GlobalE2node_ID | None:
        """Who the node is, once told."""
        return self.engine.node_id

    @property
    def node(self) -> FarNode:
        """The node at the far end."""
        return far_node(self.node_id)

    @property
    def functions(self) -> Mapping[int, OfferedFunction]:
        """The RAN functions of the node."""
        return self.engine.functions or self.joined or {}

    @property
    def deadline(self) -> float | None:
        """When the next timer expires, or the next update of an assistance is due."""
        due = [each.next_at for each in self.assistances.values()]
        return min((*due, *(each.deadline for each in self.pending.values())), default=None)

    # What the node says

    def hear(self, octets: bytes, stream: int, now: float) -> None:
        """Take one message of the node; nothing in it raises."""
        decoded = codec(self.edition).decode(octets)
        ruling = rule_on(decoded, self.edition, RIC)
        if ruling.answer is not None:
            self.say(ruling.answer, now, followed=False)
        if ruling.broken is not None:
            outcomes.take_broken(self, ruling.broken, now)
        message = ruling.message
        if message is None:
            return
        if self._out_of_place(message):
            self.follow(NODE, message, now, stream)
            if message.OUTCOME == INITIATING:
                why = cause("message-not-compatible-with-receiver-state", self.edition)
                self.say(logical_error(message, why, self.edition), now, followed=False)
            return
        self.follow(NODE, message, now, stream)
        if isinstance(message, m.RICindication):
            self._indication(message, now)
        elif isinstance(message, m.RICserviceLoadUpdate):
            load.reported(self, message)
        elif message.OUTCOME == INITIATING:
            answering.answer_node(self, message, ruling.report, now)
        else:
            outcomes.take(self, message, now)

    def _out_of_place(self, message: Message) -> bool:
        """Whether the message may not come now: nothing but E2 Setup before E2 Setup (8.3.1.4), or after a Removal."""
        if self.is_up or isinstance(message, m.E2setupRequest | m.ErrorIndication):
            return False
        if self.engine.state is AssociationState.REMOVED:
            return message.OUTCOME == INITIATING
        if self.engine.state is AssociationState.JOINING:
            return bool(PROCEDURES[message.PROCEDURE_CODE].service) and message.OUTCOME == INITIATING
        return not (isinstance(message, m.E2nodeConfigurationUpdate) and self.engine.state is AssociationState.NEW)

    def _indication(self, message: m.RICindication, now: float) -> None:
        """Count it; one for a subscription that is not ours is dropped, as the text does not say what else to do."""
        self.indications += 1
        held = None if message.ric_request_id is None else self.subscriptions.get(message.ric_request_id)
        if held is None:
            return
        held.indications += 1
        if message.ric_indication_type == "insert" and self.config.answer_inserts:
            answering.answer_insert(self, message, now)

    # What the RIC says

    def say(self, message: Message, now: float, *, followed: bool = True) -> bool:
        """Send a message; False for one that cannot be written, which only what a node sent can bring about."""
        try:
            octets = codec(self.edition).encode(message)
        except EncodeError:
            return False
        stream = SERVICE_STREAM if PROCEDURES[message.PROCEDURE_CODE].service else FIRST_STREAM
        if followed:
            self.follow(RIC, message, now, stream)
        self.commands.append(Say(self.name, octets, stream))
        return True

    def follow(self, sender: Role, message: Message, now: float, stream: int) -> None:
        """Let the engine follow a message."""
        self.messages += 1
        self.engine.step(sender, message, now, self.messages, stream=stream)

    def respond(self, answer: Message, report: CriticalityDiagnostics | None, now: float) -> None:
        """Send the answer of a procedure, with what is to be reported about its request."""
        for message in reported(answer, report, self.edition):
            self.say(message, now)

    def request(self, pending: Pending, now: float) -> bool:
        """Start a procedure; False if its request cannot be written."""
        if len(self.pending) >= MOST or not self.say(pending.request, now):
            return False
        self.pending[pending.key] = pending
        return True

    def new_transaction_id(self, code: int) -> int | None:
        """A Transaction ID for a procedure; None for E2AP 1.01, which has none, and if all are taken."""
        if self.edition == FIRST_EDITION:
            return None
        return self.shared.ids.transaction_id(lambda name: (code, name) in self.pending)

    def new_request_id(self) -> RICrequestID | None:
        """A RIC Request ID that names nothing that goes on with the node."""
        return self.shared.ids.request_id(self._named)

    def _named(self, name: Hashable) -> bool:
        return name in self.subscriptions or any(identifier == name for _, identifier in self.pending)

    def delete(self, held: Held, now: float) -> bool:
        """Start the deletion of a subscription, unless it is under way; False if it cannot be started."""
        request = m.RICsubscriptionDeleteRequest(held.request_id, held.function_id)
        if key_of(request) in self.pending:
            return False
        seconds = self.config.timers.event_delete
        return self.request(Pending(request, _DELETE_TIMER, seconds, now + seconds), now)

    def end(self, how: str = "shutdown") -> None:
        """End the association."""
        self.commands.append(End(self.name, how))

    # What comes of it

    def answer(self, ticket: int | None, status: str, details: Mapping[str, Any]) -> None:
        """Answer a stimulus, if one waits."""
        if ticket is not None:
            self.commands.append(Answer(ticket, status, details))

    def abort(self, why: str, *, services_only: bool = True) -> None:
        """Give up what is under way: RIC functional procedures, or all (8.3.2.2, 8.3.7.2)."""
        for key, pending in list(self.pending.items()):
            if PROCEDURES[key[0]].service or not services_only:
                del self.pending[key]
                self.answer(pending.ticket, "failed", {**pending.details, "reason": why})

    def release(self, why: str) -> None:
        """Forget all subscriptions, loads and assistances, and what is under way about any."""
        self.subscriptions.clear()
        self.loads.clear()
        self.assistances.clear()
        self.abort(why)

    def wake(self, now: float) -> None:
        """Let the timers expire that are due, and send the updates that are."""
        assistance.update(self, now)
        for key, pending in [(key, each) for key, each in self.pending.items() if each.deadline <= now]:
            del self.pending[key]
            self._expire(pending, now)

    def _expire(self, pending: Pending, now: float) -> None:
        request = pending.request
        details = {**pending.details, "timer": pending.timer, "reason": f"no answer within {pending.seconds:g} s"}
        if isinstance(request, m.RICsubscriptionRequest) and request.ric_request_id in self.subscriptions:
            # 8.2.1.3: the RIC has to start the Delete; answers that come late find nothing that waits for them.
            details["deleted"] = self.delete(self.subscriptions[request.ric_request_id], now)
        elif isinstance(request, m.RICsubscriptionDeleteRequest) and request.ric_request_id is not None:
            self.subscriptions.pop(request.ric_request_id, None)
        elif isinstance(request, m.RICcontrolRequest):
            # 8.2.4.4: the RIC has to send an Error Indication.
            report = error_indication(request, cause("control-timer-expired", self.edition), self.edition)
            self.say(replace(report, transaction_id=None), now)
        self.answer(pending.ticket, "failed", details)
