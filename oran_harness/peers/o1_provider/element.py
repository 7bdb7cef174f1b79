"""The managed element: what all sessions share."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from oran_harness.codec.xml import Element
from oran_harness.codec.yang import SchemaNode
from oran_harness.peers.actor import Command, Store
from oran_harness.peers.o1_provider.answers import Answers
from oran_harness.peers.o1_provider.capabilities import capabilities
from oran_harness.peers.o1_provider.config import RUNNING, STARTUP, ProviderConfig
from oran_harness.peers.o1_provider.datastore import Datastores, Nacm, Rights, Snapshot, initial_nacm, plausible_data
from oran_harness.peers.o1_provider.event_log import Event, EventLog
from oran_harness.peers.o1_provider.happened import config_change
from oran_harness.peers.o1_provider.library import content_id
from oran_harness.peers.o1_provider.locks import Locks
from oran_harness.peers.o1_provider.manner import Manner
from oran_harness.peers.o1_provider.pending_commit import PendingCommit
from oran_harness.peers.o1_provider.session import Session
from oran_harness.peers.timers import Timers
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.speaking import notification

if TYPE_CHECKING:
    from oran_harness.peers.o1_provider.alarms import Alarm


class ManagedElement:
    """Datastores, access rules, locks, sessions and events of one element.

    ``epoch`` is the time of day at which the monotonic clock was 0; it changes when the clock is set.
    ``commands`` gathers what its host is to do. ``kill`` ends a session, ``capabilities`` are those of every hello.
    ``manner`` is the right one, unless a misbehaviour was planted.
    """

    def __init__(self, config: ProviderConfig) -> None:
        self.config = config
        self.epoch = config.epoch
        self.models = config.models
        self.timers = Timers()
        self.commands: list[Command] = []
        self.sessions: dict[int, Session] = {}
        self.locks = Locks()
        self.capabilities = capabilities(config.models, content_id(config.models))
        self.pending: PendingCommit | None = None
        self.began = 0.0
        self.counters = dict.fromkeys(
            ("in-bad-hellos", "in-sessions", "dropped-sessions", "in-rpcs", "in-bad-rpcs", "out-rpc-errors"), 0
        )
        self.counters["out-notifications"] = 0
        self.denied = dict.fromkeys(("denied-operations", "denied-data-writes", "denied-notifications"), 0)
        self.alarms: dict[tuple[int, str], Alarm] = {}
        self.log = EventLog(config.events_kept)
        running = self._first_running()
        startup = config.stored.get(STARTUP)
        self.datastores = Datastores(
            config.models, running, running if startup is None else Snapshot.read(config.models, startup)
        )
        self.subscriptions_made = 0
        self.answers = Answers()
        self.manner = Manner()
        self.kill: Callable[[Session, float], None] = lambda session, now: None
        self._nacm: tuple[Snapshot, Nacm] | None = None

    def _first_running(self) -> Snapshot:
        """What was kept, else plausible data with O-RAN's access rules."""
        stored = self.config.stored.get(RUNNING)
        if stored is not None:
            return Snapshot.read(self.models, stored)
        tree = plausible_data(self.models, self.config.seed)
        tree.append(initial_nacm(self.models, self.config.groups, read_default=self.config.read_default))
        return Snapshot(self.models, tree)

    def clock(self, now: float) -> datetime:
        """The wall clock, in UTC."""
        return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=round((self.epoch + now) * 1e6))

    def rights(self, user: str) -> Rights:
        """What a user may do now."""
        running = self.datastores.running
        if self._nacm is None or self._nacm[0] is not running:
            before = None if self._nacm is None else self._nacm[1]
            self._nacm = running, Nacm(running, self.models, self.config.recovery, before)
        groups = () if user in self.config.groups else self.config.other_groups
        return self._nacm[1].rights(user, groups)

    def schema_of(self, element: Element) -> SchemaNode | None:
        """The operation or notification that an element is one of."""
        return self.models.schema.get(element.tag)

    def changed(self, name: str, before: Snapshot, session: Session | None, now: float) -> None:
        """A datastore holds something else: keep it durably, and tell of it.

        While a confirmed commit waits, what was before it is kept (RFC 6241 8.4.1).
        """
        after = self.datastores.holds(name)
        if after is before:
            return
        if name == "running":
            self.answers.forget()
            if self.pending is None:
                self.keep_running()
        elif name == "startup":
            self.commands.append(Store(STARTUP, after.octets()))
        if name != "candidate":
            self.tell(config_change(name, before, after, self.models, session), now)

    def keep_running(self) -> None:
        """Keep what running holds over a restart."""
        self.commands.append(Store(RUNNING, self.datastores.running.octets()))

    def tell(self, content: Element, now: float, only: Session | None = None) -> None:
        """Something has happened; ``only`` is the session that it is for, and then it is not kept."""
        schema = self.schema_of(content)
        if schema is None:
            return
        if only is not None:
            self.publish(Event(0, self.clock(now), content, schema), [only], now)
        else:
            self.publish(self.log.add(self.clock(now), content, schema), list(self.sessions.values()), now)

    def publish(self, event: Event, sessions: Sequence[Session], now: float) -> None:
        """Tell of an event where it was subscribed to."""
        for session in sessions:
            for subscription in tuple(session.subscriptions.values()):
                content = subscription.content_of(event, self.models)
                if content is None:
                    continue
                if self.rights(session.user).may_be_told(event.schema):
                    self.notify(session, event.time, content)
                else:
                    self.denied["denied-notifications"] += 1

    def notify(self, session: Session, time: datetime, content: Element) -> None:
        """Send one notification."""
        for message in self.manner.notifies(session, notification(time, content)):
            self._say(session, message)
        session.counters["out-notifications"] += 1
        self.counters["out-notifications"] += 1

    def reply(self, session: Session, rpc: Rpc | None, reply: bytes) -> None:
        """Send a reply; ``rpc`` is None where what it answers could not be read."""
        for message in self.manner.replies(session, rpc, reply):
            self._say(session, message)

    def _say(self, session: Session, message: bytes) -> None:
        if not session.over:
            self.commands += session.saying(message, self.manner.frames)

    def take_commands(self) -> Sequence[Command]:
        """What the host is to do, in order."""
        commands, self.commands = self.commands, []
        return commands
