"""The RC function of our E2 node: REPORT, INSERT, CONTROL, POLICY and QUERY over the radio model (RC 7)."""

import functools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from oran_harness.peers.ran_functions.book import Book, Refusal, Subscription
from oran_harness.peers.ran_functions.call_processes import CallProcess, CallProcesses
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_event import RadioEvent, Ue
from oran_harness.peers.ran_functions.radio_events import next_event_at, own_events
from oran_harness.peers.ran_functions.ran_function import (
    Answered,
    Controlled,
    Failed,
    Indication,
    Modified,
    RequestedAction,
    Subscribed,
)
from oran_harness.peers.ran_functions.rc_action import RcAction, read_action
from oran_harness.peers.ran_functions.rc_control import (
    INVALID,
    Order,
    Request,
    answers_only,
    plan,
    read_request,
)
from oran_harness.peers.ran_functions.rc_information import Information
from oran_harness.peers.ran_functions.rc_policy import wanted
from oran_harness.peers.ran_functions.rc_query import answer
from oran_harness.peers.ran_functions.rc_trigger import Fired, RcTrigger, read_trigger
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.common.timestamp import timestamp
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.rc.build import (
    call_process_id,
    call_process_number,
    control_outcome,
    function_definition,
    insert_header,
    multiple_outcome,
    offers,
    report_header,
)
from oran_harness.service_models.rc.build.offer import Offer
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps.causes import cause

RECEIVED = 1
"""The RAN parameter of an outcome that holds when the request was received (RC 7.6.2.5)."""
_REVISIONS = 4096
_REJECT = "reject"


class RcFunction:
    """RC as our node offers it.

    ``edition`` is RC's, ``e2ap`` the E2AP edition that spells causes, ``unix_offset`` the Unix time at which ``now``
    is 0, in seconds. See ``RanFunction`` for the calls.
    """

    key = "rc"

    def __init__(self, radio: Radio, *, edition: str = "1.03", e2ap: str = "3.01", unix_offset: float) -> None:
        self.radio = radio
        self.edition = edition
        self.revision = 0
        self.offered: tuple[Offer, ...] = offers(radio.kind, edition)
        self._e2ap = e2ap
        self._definition: bytes | None = None
        self._offset = unix_offset
        self._told = Information(radio, edition)
        self._processes = CallProcesses()
        self._seen: float | None = None
        self._causes = 0
        self._book: Book[RcTrigger, RcAction] = Book(e2ap, self._read_trigger, self._read_action, _renewed)

    @property
    def oid(self) -> str:
        """The RAN Function OID."""
        return RC.oid

    @property
    def short_name(self) -> str:
        """The RAN Function Short Name."""
        return RC.short_name

    @property
    def definition(self) -> bytes:
        """The RAN Function Definition; each revision is another instance."""
        if self._definition is None:
            self._definition = _definition(self.edition, self.radio.kind, self.revision or None)
        return self._definition

    @property
    def subscriptions(self) -> tuple[RICrequestID, ...]:
        """The subscriptions that stand."""
        return tuple(self._book.standing)

    @property
    def wakes_at(self) -> float | None:
        """When something happens next in the radio network, if anybody subscribed."""
        if not self._book.standing or self._seen is None:
            return None
        return self._seen if self.radio.causes > self._causes else next_event_at(self.radio, self._seen)

    def revise(self) -> None:
        """Offer something else, under the next revision."""
        self.revision = (self.revision + 1) % _REVISIONS
        self._definition = None

    def subscribe(
        self, request_id: RICrequestID, event_trigger: bytes, actions: Sequence[RequestedAction], now: float
    ) -> Subscribed:
        """Set a subscription up; it hears what happens from now on."""
        self.radio.age(now)
        if not self._book.standing:
            self._seen, self._causes = now, self.radio.causes
        return self._book.subscribe(request_id, event_trigger, actions, now)

    def modify(
        self,
        request_id: RICrequestID,
        now: float,
        *,
        event_trigger: bytes | None = None,
        added: Sequence[RequestedAction] = (),
        modified: Sequence[RequestedAction] = (),
        removed: Sequence[int] = (),
    ) -> Modified:
        """Change a subscription."""
        subscription = self._book.standing.get(request_id)
        own = subscription.actions if subscription is not None else {}
        typed = [_typed(action, own[action.id]) if action.id in own else action for action in modified]
        return self._book.modify(request_id, now, event_trigger, added, typed, removed)

    def unsubscribe(self, request_id: RICrequestID, now: float) -> bool:
        """End a subscription and its call processes."""
        self._processes.drop(request_id)
        return self._book.drop(request_id) is not None

    def clear(self) -> None:
        """End all subscriptions and call processes."""
        self._processes.clear()
        self._book.standing.clear()

    def indications(self, now: float) -> tuple[Indication, ...]:
        """What has to be told of what happened since the last question; policies are carried out."""
        if not self._book.standing or self._seen is None:
            return ()
        found: list[Indication] = []
        for event in self._news(now):
            for subscription in tuple(self._book.standing.values()):
                fired = subscription.trigger.fired(self.radio, event)
                if fired is not None:
                    if not event.caused:
                        self._carry_out(subscription.actions.values(), event)
                    # What a RIC has asked for is not put to it again: its answer would cause the next question.
                    asked = () if event.caused else (Service.INSERT,)
                    found += self._of(subscription, event, fired, (Service.REPORT, *asked))
        return tuple(found)

    def report_now(self, now: float) -> tuple[Indication, ...]:
        """One of each REPORT action, as if something had happened to the first UE, or to all cells."""
        return self._now(now, Service.REPORT)

    def insert_now(self, now: float) -> tuple[Indication, ...]:
        """One of each INSERT action, as if the first UE had reached the breakpoint."""
        return self._now(now, Service.INSERT)

    def control(self, header: bytes, message: bytes, call_process_id: bytes | None, now: float) -> Controlled | Failed:
        """Execute a control request, all of it or nothing."""
        request = read_request(header, message, self.edition, self.offered)
        if isinstance(request, Refusal):
            return self._failed(request)
        if request.undeclared:
            return self._unexecuted(request, request.undeclared, now)
        process = self._process(request, call_process_id, now)
        if isinstance(process, Refusal):
            return self._failed(process)
        ue = None if request.ue_id is None else self.radio.find(request.ue_id, now)
        if process is not None:
            ue = ue or process.ue
        if request.decision != _REJECT:
            plans = [plan(order, self.radio, ue) for order in request.orders]
            both = zip(request.orders, plans, strict=True)
            refused = [(order, each) for order, each in both if isinstance(each, Refusal)]
            if refused:
                return self._unexecuted(request, refused, now)
            for each in plans:
                if not isinstance(each, Refusal):
                    each(now)
        if process is not None:
            self._processes.answer(process)
        return Controlled(self._outcome(request.multiple, request.orders, now))

    def query(self, header: bytes, definition: bytes, now: float) -> Answered | Failed:
        """Answer a query."""
        self.radio.age(now)
        outcome = answer(header, definition, self._told, self.offered, now)
        return self._failed(outcome) if isinstance(outcome, Refusal) else Answered(outcome)

    # Indications

    def _news(self, now: float) -> list[RadioEvent]:
        """What happened since the last question, and what was caused meanwhile, oldest first."""
        since = now if self._seen is None else self._seen
        caused = self.radio.causes - self._causes
        self._seen, self._causes = max(now, since), self.radio.causes
        latest = list(self.radio.caused)[-caused:] if caused else []
        return sorted([*latest, *own_events(self.radio, since, now)], key=lambda event: event.at)

    def _now(self, now: float, service: Service) -> tuple[Indication, ...]:
        ue = next(iter(self.radio.ues(now)), None)
        event = RadioEvent(now, ue)
        standing = self._book.standing.values()
        return tuple(each for one in standing for each in self._of(one, event, Fired(1), (service,)))

    def _of(
        self,
        subscription: Subscription[RcTrigger, RcAction],
        event: RadioEvent,
        fired: Fired,
        services: Sequence[Service],
    ) -> list[Indication]:
        """The indications of one occurrence of a trigger, for actions of these services."""
        found: list[Indication] = []
        sn = subscription.sn
        for number, action in subscription.actions.items():
            if action.service not in services or not self._concerns(action, event):
                continue
            message = self._told.message(action, fired, event)
            if message is None:
                continue
            if action.service is Service.INSERT and event.ue is not None:
                found.append(self._insert(subscription, number, action, event, event.ue, message))
            else:
                header = report_header(self.edition, fired.condition)
                found.append(Indication(subscription.request_id, number, "report", header, message, sn=sn))
        if found:
            subscription.take_sn()
        return found

    def _concerns(self, action: RcAction, event: RadioEvent) -> bool:
        """Whether an INSERT that is bound to one UE is about this one."""
        if action.ue is None:
            return True
        return event.ue is not None and identity(action.ue) == identity(self.radio.ue_id(event.ue.number))

    def _insert(
        self,
        subscription: Subscription[RcTrigger, RcAction],
        number: int,
        action: RcAction,
        event: RadioEvent,
        ue: Ue,
        message: bytes,
    ) -> Indication:
        indication = action.action or 0
        until = event.at + action.wait_s
        process = self._processes.suspend(subscription.request_id, action.style, indication, ue, until)
        header = insert_header(self.radio.ue_id(ue.number), action.style, indication, self.edition)
        octets = call_process_id(process.number, self.edition)
        return Indication(subscription.request_id, number, "insert", header, message, octets, subscription.sn)

    # Control and policy

    def _process(self, request: Request, octets: bytes | None, now: float) -> CallProcess | Refusal | None:
        """The call process that a control request answers; None for one that answers none."""
        unknown = Refusal("ric-call-process-id-invalid")
        if octets is None:
            if answers_only(request):
                return unknown
            return INVALID if request.decision is not None else None
        number = call_process_number(octets, self.edition)
        process = self._processes.find(number) if number is not None else None
        if process is None:
            return unknown
        if now > process.until:
            return Refusal("control-timer-expired")
        mine = any((order.style, order.action) == (process.style, process.action) for order in request.orders)
        return process if mine else INVALID

    def _unexecuted(self, request: Request, refused: Sequence[tuple[Order, Refusal]], now: float) -> Failed:
        """A failure; one of several actions comes with the outcome of those that failed (RC 7.6.10)."""
        failed = self._failed(refused[0][1])
        if not request.multiple:
            return failed
        return replace(failed, outcome=self._outcome(True, [order for order, _ in refused], now))

    def _outcome(self, multiple: bool, orders: Sequence[Order], now: float) -> bytes:
        received = ((RECEIVED, timestamp(self._offset + now)),)
        if multiple:
            return multiple_outcome([(order.style, order.action, received) for order in orders], self.edition)
        return control_outcome(orders[0].style, received, self.edition)

    def _carry_out(self, actions: Iterable[RcAction], event: RadioEvent) -> None:
        """Do what policies want of this event; what cannot be done is left, as nobody asked for an answer.

        Not for events that a RIC or a policy caused: a policy would go on answering itself.
        """
        for action in actions:
            item = wanted(action, event)
            if item is None:
                continue
            order = Order(action.style, item.ric_policy_action_id, item.ran_parameters_list or ())
            planned = plan(order, self.radio, event.ue)
            if not isinstance(planned, Refusal):
                planned(event.at)

    def _failed(self, refusal: Refusal) -> Failed:
        return Failed(cause(refusal.cause, self._e2ap))

    # Reading

    def _read_trigger(self, octets: bytes) -> RcTrigger | Refusal:
        styles = [offer.trigger for offer in self.offered if offer.trigger is not None]
        return read_trigger(octets, self.edition, styles)

    def _read_action(self, action: RequestedAction, trigger: RcTrigger, now: float) -> RcAction | Refusal:
        return read_action(action, self.edition, self.offered, trigger.style)


def _renewed(before: RcAction, action: RequestedAction) -> RcAction:
    """An action that goes on as it was, but for the Time to Wait."""
    return before if action.time_to_wait_s is None else replace(before, wait_s=action.time_to_wait_s)


def _typed(action: RequestedAction, before: RcAction) -> RequestedAction:
    """A modified action with the type, and the Time to Wait without another one, that it had."""
    wait = before.wait_s if action.time_to_wait_s is None else action.time_to_wait_s
    kind = before.service.value
    return RequestedAction(action.id, kind, action.definition, action.subsequent, wait)  # type: ignore[arg-type]


@functools.lru_cache(maxsize=64)
def _definition(edition: str, kind: NodeType, instance: int | None) -> bytes:
    """A definition by what it offers: the same for many nodes, and each time that a node sets up."""
    return function_definition(edition, kind=kind, instance=instance)
