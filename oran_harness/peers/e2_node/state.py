"""Everything that the node knows of its interface with a near-RT RIC, and what it has decided to do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from oran_harness.model.errors import UsageError
from oran_harness.peers.actor import Command, Connect, End, Say
from oran_harness.peers.e2_node.config import NodeConfig
from oran_harness.peers.e2_node.connecting import Connecting
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.node_function import NodeFunction, functions_for
from oran_harness.peers.e2_node.own_requests import OwnRequest, OwnRequests
from oran_harness.peers.e2_node.subscription_table import NodeSubscription, SubscriptionTable
from oran_harness.peers.ran_functions import RanFunction
from oran_harness.peers.timers import Timers
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import Cause, RICrequestID
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.e2ap.tables import tables
from oran_harness.steps.causes import cause
from oran_harness.steps.node_components import NodeComponent
from oran_harness.steps.offers import NodeOffer, node_offer

if TYPE_CHECKING:
    from oran_harness.peers.e2_node.assistance import Assistance
    from oran_harness.peers.e2_node.load import LoadReport

SUPPORT_STREAM = 0
SERVICE_STREAM = 1
"""Streams of support functions and of RIC services, which have to differ (E2GAP 6.2)."""

FIRST_EDITION = "1.01"


class State:
    """The node's state and its outbox. Procedures read and change it; ``E2Node`` empties the outbox."""

    def __init__(
        self, config: NodeConfig, behaviours: Mapping[int, RanFunction] | None = None, *, prefix: str = ""
    ) -> None:
        self.config = config
        self.codec = codec(config.edition)
        self.tables = tables(config.edition)
        self.base: NodeOffer = node_offer(
            edition=config.edition,
            kind=config.kind,
            number=config.number,
            plmn=config.plmn,
            service_models=(),
            gnb_id_length=config.gnb_id_length,
        )
        self._behaviours = behaviours
        self.interfaces = 0
        """How often the interface was begun; what was put off for an earlier one is not done any more."""
        self.functions: dict[int, NodeFunction] = {}
        self.components: tuple[NodeComponent, ...] = ()
        self.begin_anew()
        if not self.functions and config.edition != FIRST_EDITION:
            raise UsageError("A node of this E2AP edition has to offer a RAN function; name a service model.")
        self.links: dict[str, Link] = {}
        self.subscriptions = SubscriptionTable()
        self.loads: dict[int, LoadReport] = {}
        """The loads that are reported, by the RIC's Load Measurement ID (8.2.8)."""
        self.assistances: dict[RICrequestID, Assistance] = {}
        """The assistances whose updates the node waits for, by the ids that it gave (8.2.11)."""
        self.assistance_ids = 0
        self.requests = OwnRequests(config.seed)
        self.timers = Timers()
        self.connecting: list[Connecting] = []
        self.waits: dict[int, float] = {}
        """Until when a procedure that the RIC refused with a Time to Wait is not started again, by its code."""
        self.quiet = False
        """Whether the node keeps its indications back: its own E2 Removal waits for an answer."""
        self.commands: list[Command] = []
        self._names = 0
        self._prefix = prefix

    @property
    def edition(self) -> str:
        """The edition of E2AP that is spoken."""
        return self.config.edition

    @property
    def first_edition(self) -> bool:
        """Whether E2AP 1.01 is spoken, which has no Transaction IDs."""
        return self.edition == FIRST_EDITION

    @property
    def offer(self) -> NodeOffer:
        """What the node offers now."""
        items = tuple(function.item for function in self.functions.values())
        return replace(self.base, functions=items, components=self.components)

    def begin_anew(self) -> None:
        """Offer what the configuration says, whatever was changed: the next interface begins with E2 Setup."""
        self.interfaces += 1
        if self._behaviours is None:
            self.functions = functions_for(self.config, self.base)
        else:
            self.functions = {number: NodeFunction(number, each) for number, each in self._behaviours.items()}
        self.components = self.base.components

    def has(self, procedure_code: int) -> bool:
        """Whether the edition has the procedure."""
        return procedure_code in self.tables.procedures

    def cause(self, name: str) -> Cause:
        """A cause as the edition spells it."""
        return cause(name, self.edition)

    # Associations

    def new_link(self) -> Link:
        """An association that is going to be opened."""
        self._names += 1
        link = Link(f"{self._prefix}{self._names}")
        self.links[link.name] = link
        return link

    def connect(self, link: Link, address: str | None = None) -> None:
        """Ask for the association."""
        self.commands.append(Connect(link.name, address))

    def end(self, link: Link, how: str = "shutdown") -> None:
        """End an association."""
        self.commands.append(End(link.name, how))

    def usable(self, *, support: bool) -> Link | None:
        """The association to begin something on; ``support`` for support functions (8.3), else for RIC services.

        One that is meant for the other kind is taken if there is none else.
        """
        ready = [link for link in self.links.values() if link.state is LinkState.READY]
        unfit = "ric-service" if support else "support-function"
        return next((link for link in ready if link.usage != unfit), ready[0] if ready else None)

    def link_of(self, subscription: NodeSubscription) -> Link | None:
        """The association that carries a subscription; another one if that is gone."""
        link = self.links.get(subscription.link)
        return link if link is not None and link.in_use else self.usable(support=False)

    # Messages

    def say(self, link: Link, message: Message) -> None:
        """Send a message on the stream of its kind."""
        octets = self.codec.encode(message)
        self.commands.append(Say(link.name, octets, SERVICE_STREAM if _of_services(message) else SUPPORT_STREAM))

    def request(
        self, link: Link, message: Message, again: Callable[[int, float], None] | None = None, attempts: int = 0
    ) -> None:
        """Send a class 1 request, and wait for its answer."""
        self.requests.add(OwnRequest(link.name, message, again, attempts))
        self.say(link, message)

    def may_begin(self, procedure_code: int) -> bool:
        """Whether another run of one of our global procedures can be told from those that wait for an answer."""
        return not (self.first_edition and self.requests.waits_for(procedure_code))

    def when(self, procedure_code: int, now: float) -> float:
        """When the procedure may be started: now, or when its Time to Wait is over (9.2.5)."""
        return max(now, self.waits.get(procedure_code, now))

    # RIC services

    def clear_services(self) -> None:
        """Delete all subscriptions, call processes, load reports and assistances."""
        for subscription in self.subscriptions:
            self._stop(subscription)
        for function in self.functions.values():
            function.behaviour.clear()
        self.subscriptions.clear()
        for report in self.loads.values():
            if report.timer is not None:
                self.timers.cancel(report.timer)
        self.loads.clear()
        self.assistances.clear()
        self.requests.drop(lambda each: PROCEDURES[each.message.PROCEDURE_CODE].service)

    def forget(self, subscription: NodeSubscription, now: float) -> None:
        """Release what a subscription holds."""
        self._stop(subscription)
        function = self.functions.get(subscription.function_id)
        if function is not None:
            function.behaviour.unsubscribe(subscription.request_id, now)
        self.subscriptions.remove(subscription.request_id)

    def _stop(self, subscription: NodeSubscription) -> None:
        if subscription.timer is not None:
            self.timers.cancel(subscription.timer)


def _of_services(message: Message) -> bool:
    """Whether a message is of RIC services: an error about one of them is too (8.3.3.1)."""
    code = message.PROCEDURE_CODE
    if isinstance(message, ErrorIndication):
        if message.ric_request_id is not None:
            return True
        diagnostics = message.criticality_diagnostics
        code = code if diagnostics is None or diagnostics.procedure_code is None else diagnostics.procedure_code
    procedure = PROCEDURES.get(code)
    return procedure is not None and procedure.service
