"""The reference near-RT RIC: any number of E2 nodes at once, complete for every procedure up to E2AP 7.00."""

import heapq
from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.checkers.identity import describe
from oran_harness.model.role import Role
from oran_harness.peers.actor import Answer, Command, Connect, End, Happening, Heard, Over, Refused, Stimulus, Up
from oran_harness.peers.near_rt_ric.arguments import Unfit
from oran_harness.peers.near_rt_ric.config import RicConfig
from oran_harness.peers.near_rt_ric.request_ids import RequestIds
from oran_harness.peers.near_rt_ric.session import Session, Shared
from oran_harness.peers.near_rt_ric.stimuli import STIMULI, choose, perform
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID
from oran_harness.protocols.e2ap.engine import OfferedFunction
from oran_harness.steps.answers import ric_identity

STATE = "state"
_OUTBOUND = "ric"


class NearRtRic:
    """A near-RT RIC as an actor. It waits for nodes to connect, or connects to one (``RicConfig.connect``).

    Besides the stimuli of ``stimuli.STIMULI`` it knows ``state``, whose answer tells about all nodes. Nothing that a
    node or a stimulus says makes it raise.
    """

    role = Role.NEAR_RT_RIC

    def __init__(self, config: RicConfig | None = None) -> None:
        self.config = config or RicConfig()
        self.identity = ric_identity(self.config.number, self.config.plmn)
        self.sessions: dict[str, Session] = {}
        self._shared = Shared(self.config, self.identity, RequestIds(self.config.seed), self._known)
        self._alarms: list[tuple[float, str]] = []
        self._reconnect_at: float | None = None
        self._numbers = 0
        self._outbound = 0

    def begin(self, now: float) -> Sequence[Command]:
        """Connect, if that is the way."""
        return self._connect() if self.config.connect else ()

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """Take what happened."""
        if isinstance(happening, Heard):
            session = self.sessions.get(happening.association)
            if session is None:
                return ()
            session.hear(happening.octets, happening.stream, now)
            if session.is_new:
                session.is_new = False
                for arguments in self.config.subscribe:
                    perform(session, "subscribe", arguments, now, None)
            return self._commands_of(session, now)
        if isinstance(happening, Up):
            self._numbers += 1
            self.sessions[happening.association] = Session(happening.association, self._numbers, self._shared)
            return ()
        if isinstance(happening, Stimulus):
            return self._stimulus(happening, now)
        if isinstance(happening, Over):
            return self._over(happening.association, f"the association ended ({happening.how})", now)
        if isinstance(happening, Refused):
            self._connect_again(happening.association, now)
        return ()

    def wake(self, now: float) -> Sequence[Command]:
        """Let timers expire, and connect again."""
        commands: list[Command] = []
        if self._reconnect_at is not None and self._reconnect_at <= now:
            self._reconnect_at = None
            commands += self._connect()
        while self._alarms and self._alarms[0][0] <= now:
            session = self.sessions.get(heapq.heappop(self._alarms)[1])
            if session is not None:
                session.alarm = None
                session.wake(now)
                commands += self._commands_of(session, now)
        return commands

    @property
    def wakes_at(self) -> float | None:
        """When the next timer expires."""
        while self._alarms and not self._rings(*self._alarms[0]):
            heapq.heappop(self._alarms)
        moments = [self._alarms[0][0]] if self._alarms else []
        if self._reconnect_at is not None:
            moments.append(self._reconnect_at)
        return min(moments, default=None)

    def _rings(self, when: float, name: str) -> bool:
        """Whether an alarm still means something: its association is there, and waits until then."""
        session = self.sessions.get(name)
        return session is not None and session.deadline == when

    def _commands_of(self, session: Session, now: float) -> Sequence[Command]:
        """What the association wants done; notes when it next wants to wake, and that it has ended itself."""
        commands, session.commands = session.commands, []
        if any(isinstance(command, End) for command in commands):
            return [*commands, *self._over(session.name, "the RIC ended the association", now)]
        if session.deadline != session.alarm:
            session.alarm = session.deadline
            if session.alarm is not None:
                heapq.heappush(self._alarms, (session.alarm, session.name))
        return commands

    def _over(self, name: str, why: str, now: float) -> Sequence[Command]:
        """An association is over, whoever ended it; it may be told twice."""
        session = self.sessions.pop(name, None)
        self._connect_again(name, now)
        if session is None:
            return ()
        session.abort(why, services_only=False)
        return session.commands

    def _connect(self) -> Sequence[Command]:
        self._outbound += 1
        return (Connect(f"{_OUTBOUND}-{self._outbound}"),)

    def _connect_again(self, name: str, now: float) -> None:
        if self.config.connect and name == f"{_OUTBOUND}-{self._outbound}":
            self._reconnect_at = now + self.config.reconnect_after

    def _known(self, node: GlobalE2node_ID | None, asking: Session) -> Mapping[int, OfferedFunction] | None:
        """The functions of a node that is up on another association than the one that asks.

        Without an id, which E2AP 1.01 does not have there, it is the only node that is up.
        """
        up = [session for session in self.sessions.values() if session is not asking and session.is_up]
        if node is None and len({session.node_id for session in up}) != 1:
            return None
        return next((dict(each.functions) for each in up if node in (None, each.node_id)), None)

    def _stimulus(self, stimulus: Stimulus, now: float) -> Sequence[Command]:
        ticket, name = stimulus.ticket, stimulus.name
        if name == STATE:
            return (Answer(ticket, "done", {"nodes": [_state(session) for session in self.sessions.values()]}),)
        if name not in STIMULI:
            known = ", ".join((*STIMULI, STATE))
            reason = f"there is no stimulus {str(name)[:40]!r}; a near-RT RIC knows {known}"
            return (Answer(ticket, "unsupported", {"reason": reason}),)
        try:
            session = choose(tuple(self.sessions.values()), stimulus.arguments)
        except Unfit as unfit:
            return (Answer(ticket, unfit.status, {"reason": str(unfit)}),)
        perform(session, name, stimulus.arguments, now, ticket)
        return self._commands_of(session, now)


def _state(session: Session) -> dict[str, Any]:
    """One association, for people."""
    return {
        "association": session.name,
        "number": session.number,
        "node": describe(session.node_id),
        "state": session.engine.state.value,
        "functions": {str(each.id): each.status.value for each in session.functions.values()},
        "subscriptions": [
            {
                "request_id": [held.request_id.ric_requestor_id, held.request_id.ric_instance_id],
                "ran_function_id": held.function_id,
                "active": held.active,
                "admitted": list(held.admitted),
                "indications": held.indications,
                "suspended": held.suspended,
            }
            for held in session.subscriptions.values()
        ],
        "loads": [{"measurement": each.ric_id, "updates": each.updates} for each in session.loads.values()],
        "assistances": len(session.assistances),
        "indications": session.indications,
        "under_way": [each.request.NAME for each in session.pending.values()],
    }
