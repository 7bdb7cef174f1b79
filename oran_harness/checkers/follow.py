"""From events to observations: what associations carry, who is who, and what each message means."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oran_harness.captures import NoteKind
from oran_harness.checkers.association import Association, Bounded, End, History
from oran_harness.checkers.claimed import claimed_by, met_at
from oran_harness.checkers.e2ap.elements import CONTRADICTIONS
from oran_harness.checkers.identity import plmn_of
from oran_harness.checkers.kept import kept_by
from oran_harness.checkers.netconf.session import Session
from oran_harness.checkers.observation import (
    AssociationBegan,
    AssociationEnded,
    ComplaintObserved,
    HistoryEnded,
    IrregularityObserved,
    MessageObserved,
    NoteObserved,
    Observation,
)
from oran_harness.checkers.payloads import observe_payloads
from oran_harness.checkers.recognition import Protocol, Recognition
from oran_harness.checkers.sighted import (
    complaints_of,
    hashable,
    is_empty,
    last_sn,
    last_stream,
    note_indication,
    note_stream,
)
from oran_harness.checkers.two_ends import OneEnd
from oran_harness.codec.asn1 import maker
from oran_harness.model import Event, EventKind, HistoryHeader, Role, UsageError
from oran_harness.model.restart import ASKED
from oran_harness.protocols.e2ap.engine import Association as Procedures
from oran_harness.protocols.e2ap.engine import Step
from oran_harness.protocols.e2ap.engine.place import CONFIGURATION_UPDATE
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2setupFailure,
    E2setupRequest,
    E2setupResponse,
)
from oran_harness.protocols.e2ap.procedures import sender_role
from oran_harness.protocols.e2ap.speaker import Sighting, Speaker
from oran_harness.protocols.netconf.carriers import has_frames

MOST_ASSOCIATIONS = 4096
"""Associations followed at once; the oldest is given up beyond."""
if TYPE_CHECKING:
    from oran_harness.checkers.netconf.follow import Sessions
_HISTORY_ENDS = "history ends"
_observed = maker(MessageObserved)


@dataclass(slots=True)
class _Unrecognised:
    """An association of which it is not known, or known not, that it carries E2AP."""

    up: Event | None
    recognition: Recognition
    protocol: Protocol = Protocol.UNDECIDED


class Follower:
    """Follows a history event by event; all state that rules need is kept here, and bounded."""

    def __init__(self, header: HistoryHeader) -> None:
        self.history = History(header.clock_epoch)
        self._ignored = 0
        self.retired: list[Association | Session] = []
        self._roles = {name: Role(role) for name, role in header.roles.items() if role in set(Role)}
        self._between = header.judged is not None
        self._open: dict[str, Association | _Unrecognised] = {}
        self._ended: Bounded[str, Association | Session] = Bounded(256)
        self._netconf: Sessions | None = None
        self._framed = True
        self._restarted: set[str] = set()
        self._named: Bounded[str, Role] = Bounded(2 * MOST_ASSOCIATIONS)
        self.last: Event | None = None

    @property
    def ignored(self) -> int:
        """Messages of associations that carry something else."""
        return self._ignored + (self._netconf.ignored if self._netconf is not None else 0)

    def follow(self, event: Event) -> Iterator[Observation]:
        """What an event amounts to; state moves on as the observations are taken."""
        self.last = event
        match event.kind:
            case EventKind.UP:
                self._unrecognised(event, event)
            case EventKind.OCTETS:
                yield from self._octets(event)
            case EventKind.SHUTDOWN:
                association = self._known(_key(event))
                if association is not None and association.closing is None:
                    association.closing = event
            case EventKind.ABORT | EventKind.DOWN:
                yield from self._close(event)
            case EventKind.NOTE:
                yield from self._note(event)
            case EventKind.STEP if (event.message or "").startswith(ASKED):
                self._restarted.update(self._open)

    def finish(self) -> Iterator[Observation]:
        """The end of the history: associations that still stand end with it."""
        if self.last is None:
            return
        standing = tuple(each for each in self._open.values() if isinstance(each, Association))
        for association in standing:
            yield from self._end(association, self.last, _HISTORY_ENDS, association.closer)
        for key, each in self._open.items():
            if isinstance(each, _Unrecognised) and each.protocol is Protocol.NETCONF:
                yield from self._end_session(key, self.last, _HISTORY_ENDS, None)
        self._open.clear()
        yield HistoryEnded(self.last, standing)

    def _octets(self, event: Event) -> Iterator[Observation]:
        if event.octets is None:
            return
        key = _key(event)
        known = self._open.get(key) or self._ended.get(key)
        if isinstance(known, Association):
            yield from self._message(known, event, event.octets)
            return
        if isinstance(known, Session):
            return
        new = known or self._unrecognised(event, None)
        if new.protocol is Protocol.UNDECIDED:
            new.protocol = new.recognition.judge(event)
            if new.protocol is Protocol.NETCONF:
                self._sessions.begin(key, new.up, new.recognition.whole, self._framed)
        if new.protocol is Protocol.NETCONF:
            yield from self._sessions.octets(key, event, self._told(event))
            return
        if new.protocol is not Protocol.E2AP:
            self._ignored += 1
            return
        association = self._open[key] = self._begin(key, event, new)
        self.history.strangers[key] = association
        yield AssociationBegan(association.began, association)
        yield from self._message(association, event, event.octets)

    def _unrecognised(self, event: Event, up: Event | None) -> _Unrecognised:
        key = _key(event)
        whole = up is not None and up.message is None
        roles = [self._role(name) for name in (event.source, event.target)]
        told = all(role is not None for role in roles)
        new = _Unrecognised(up, Recognition(told, whole))
        if key in self._open:
            self._retire(key)
        if any(role is not None and role.interface == "o1" for role in roles):
            new.protocol = Protocol.NETCONF
            self._sessions.begin(key, up, whole, self._framed)
        self._open[key] = new
        self._ended.pop(key, None)
        if len(self._open) > MOST_ASSOCIATIONS:
            self._retire(next(iter(self._open)))
        return new

    def _begin(self, key: str, event: Event, new: _Unrecognised) -> Association:
        first, second = End(event.source or "?"), End(event.target or "?")
        for end, far in ((first, second), (second, first)):
            role, other = self._role(end.name), self._role(far.name)
            end.role = role if role is not None or other is None else other.other
        whole = new.recognition.whole
        self.history.begun += 1
        hosts = frozenset(end.name.rpartition(":")[0] for end in (first, second))
        return Association(
            key, first, second, self.history, Procedures(started=whole), began=new.up or event, whole=whole, hosts=hosts
        )

    def _role(self, name: str | None) -> Role | None:
        if name in self._roles:
            return self._roles[name]
        return Role(name) if name in set(Role) else None

    def _retire(self, key: str) -> None:
        association = self._open.pop(key)
        if isinstance(association, Association):
            association.ended = True
            self.history.leave(association)
            self.retired.append(association)
        elif association.protocol is Protocol.NETCONF:
            session = self._sessions.forget(key)
            self.retired += [session] if session is not None else []

    @property
    def _sessions(self) -> "Sessions":
        """Those of NETCONF; what they need is loaded with the first one."""
        if self._netconf is None:
            try:
                from oran_harness.checkers.netconf.follow import Sessions
            except ModuleNotFoundError as error:
                raise UsageError("Reading NETCONF needs lxml; install it by pip install 'oran-harness[o1]'.") from error
            self._netconf = Sessions()
        return self._netconf

    def _known(self, key: str) -> Association | Session | None:
        """The association of that key that stands and is followed."""
        known = self._open.get(key)
        if isinstance(known, Association):
            return known
        return self._netconf.find(key) if known is not None and self._netconf is not None else None

    def _told(self, event: Event) -> tuple[str | None, Role] | None:
        """An end of an event and its role, if the history tells that of either."""
        for name in (event.source, event.target):
            role = self._role(name)
            if role is not None and role.interface == "o1":
                return name, role
        return None

    def _end_session(self, key: str, event: Event, how: str, by: OneEnd | None) -> Iterator[Observation]:
        yield from self._sessions.settle(key)
        session = self._sessions.find(key)
        if session is not None:
            self.retired.append(session)
            yield from self._sessions.end(key, event, how, by)

    def _message(self, association: Association, event: Event, octets: bytes) -> Iterator[Observation]:
        sender = association.end(event.source)
        receiver = association.other(sender)
        former = sender.editions
        # What somebody between the two put in tells nothing of whom it seems to come from.
        speaker = Speaker() if self._between and event.injected else sender.speaker
        sighting = speaker.see(octets)
        decoded = sighting.decoded
        association.messages += 1
        association.decoded += decoded.message is not None
        sender.messages += 1
        self._tell_roles(sender, receiver, sighting)
        if association.messages == 1:
            self._carry_waits(association, sender, receiver, sighting)
        step = self._step(association, event, sender, sighting)
        self._learn(association, sender, receiver, sighting)
        note_stream(association, event, sighting)
        payloads = observe_payloads(event, association, sender, decoded, step)
        accepting = sighting.accepting
        seen = _observed(
            event,
            association,
            sender,
            receiver,
            decoded,
            accepting,
            step,
            payloads,
            association.messages,
            former if former and accepting and set(former).isdisjoint(accepting) else (),
            last_stream(association, sighting),
            last_sn(association, sighting),
        )
        association.latest = seen
        yield seen
        for complaint in complaints_of(sighting):
            yield ComplaintObserved(seen, complaint)
        for irregularity in step.irregularities if step is not None else ():
            yield IrregularityObserved(event, association, irregularity, seen, step)
        yield from payloads
        note_indication(association, event, sender, sighting)
        self._keep_waits(association, sender, sighting)

    def _tell_roles(self, sender: End, receiver: End, sighting: Sighting) -> None:
        decoded = sighting.decoded
        if (
            sender.role is not None
            or decoded.message is None
            or decoded.procedure_code is None
            or decoded.outcome is None
        ):
            return
        role = sender_role(decoded.procedure_code, decoded.outcome)
        if role is None:
            return
        if decoded.procedure_code == CONFIGURATION_UPDATE:
            # One clause has the RIC begin a further association with an empty one (8.3.6.2).
            known, far = self._named.get(sender.name), self._named.get(receiver.name)
            role = known or (far.other if far is not None else None if is_empty(decoded.message) else role)
            if role is None:
                return
        else:
            self._named[sender.name], self._named[receiver.name] = role, role.other
        sender.role, receiver.role = role, role.other

    def _carry_waits(self, association: Association, sender: End, receiver: End, sighting: Sighting) -> None:
        """A Time to Wait holds over a new association of the same node and RIC."""
        message = sighting.decoded.message
        identity = hashable(message.global_e2_node_id) if isinstance(message, E2setupRequest) else None
        waits = self.history.waits.get((identity, receiver.name)) if identity is not None else None
        if waits:
            association.procedures = Procedures(started=association.whole, waits=waits)

    def _step(self, association: Association, event: Event, sender: End, sighting: Sighting) -> Step | None:
        decoded, procedures = sighting.decoded, association.procedures
        if association.ended:
            return None
        if sender.role is None:
            procedures.lose()
            return None
        if decoded.message is None:
            return procedures.step_unknown(
                sender.role, decoded.outcome, decoded.procedure_code, event.t, event.n, stream=event.stream
            )
        intact = bool(sighting.accepting) or all(each.path in CONTRADICTIONS for each in decoded.complaints)
        return procedures.step(sender.role, decoded.message, event.t, event.n, stream=event.stream, intact=intact)

    def _learn(self, association: Association, sender: End, receiver: End, sighting: Sighting) -> None:
        """Who the ends are, and what a RIC makes of a node's PLMN."""
        message = sighting.decoded.message
        if isinstance(message, E2setupRequest | E2nodeConfigurationUpdate) and sender.role is Role.E2_NODE:
            identity = hashable(message.global_e2_node_id)
            if identity is not None and identity != sender.identity:
                sender.identity = identity
                self.history.join(association, identity)
                if any(association.may_share(each) for each in self.history.strangers.values()):
                    association.procedures.share()
        elif isinstance(message, E2setupResponse) and sender.role is Role.NEAR_RT_RIC:
            sender.identity = hashable(message.global_ric_id)
            mine, theirs = plmn_of(sender.identity), plmn_of(receiver.identity)
            if mine is None or theirs is None:
                return
            if mine != theirs:
                self.history.own_plmn[sender.name] = True
                return
            mirrored = self.history.mirrored.setdefault(sender.name, {})
            if len(mirrored) < MOST_ASSOCIATIONS:
                mirrored.setdefault(mine, set()).add(receiver.identity)

    def _keep_waits(self, association: Association, sender: End, sighting: Sighting) -> None:
        if isinstance(sighting.decoded.message, E2setupFailure) and association.procedures.waits:
            node = association.with_role(Role.E2_NODE)
            if node is not None and node.identity is not None:
                self.history.waits[node.identity, sender.name] = dict(association.procedures.waits)

    def _note(self, event: Event) -> Iterator[Observation]:
        kind = NoteKind.of(event.message)
        about = self._open.get(_key(event)) if event.association is not None else None
        if kind is NoteKind.RESTART and self._known(_key(event)) is not None:
            yield from self._close(event)
        elif kind is not None and kind.loses_messages:
            # A note on no association in particular may be about any of them.
            for each in self._open.values() if event.association is None else (about,):
                _lose(each)
            if self._netconf is not None:
                self._netconf.missed(None if event.association is None else _key(event), event)
        self.history.keep(kept_by(event.message))
        self.history.claim(claimed_by(event.message))
        self._framed = self._framed and kind is not NoteKind.FRAMES and has_frames(met_at(event.message))
        yield NoteObserved(event)

    def _close(self, event: Event) -> Iterator[Observation]:
        key = _key(event)
        unrecognised = self._open.get(key)
        if isinstance(unrecognised, _Unrecognised) and unrecognised.protocol is Protocol.NETCONF:
            yield from self._sessions.settle(key)
        association = self._known(key)
        self._open.pop(key, None)
        if association is None:
            return
        how = "restart" if event.kind is EventKind.NOTE else event.kind.value
        if event.kind is EventKind.DOWN and association.closer is not None:
            how = EventKind.SHUTDOWN.value
        on_purpose = key in self._restarted
        if on_purpose:
            # It ends with a process that was restarted on purpose: that is nobody's doing.
            self._restarted.discard(key)
            how = "restart"
        if isinstance(association, Association):
            yield from self._end(association, event, how, None if on_purpose else association.ended_by(event))
        else:
            yield from self._end_session(key, event, how, None if on_purpose else association.ended_by(event))
        self._ended[key] = association

    def _end(self, association: Association, event: Event, how: str, by: End | None) -> Iterator[Observation]:
        role = by.role if by is not None else None
        end = association.procedures.end(how, role, event.t, event.n)
        association.ended = True
        self.history.leave(association)
        self.retired.append(association)
        for irregularity in end.irregularities:
            yield IrregularityObserved(event, association, irregularity, None, None, end)
        yield AssociationEnded(event, association, how, by, end, association.latest)


def _lose(association: Association | _Unrecognised | None) -> None:
    """Messages of an association are not in the history."""
    if isinstance(association, Association):
        association.procedures.lose()
    elif association is not None:
        association.recognition.whole = False


def _key(event: Event) -> str:
    return event.association or "-".join(sorted((event.source or "", event.target or "")))
