"""The reference node and the reference RIC on one virtual clock, and what the audit makes of their conversation."""

import heapq
from collections.abc import Sequence
from typing import Any

from oran_harness.checkers import Audit
from oran_harness.model import Event, EventKind, HistoryHeader, Role
from oran_harness.peers.actor import (
    Actor,
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
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.protocols.e2ap.codec import codec

DELAY = 0.001
"""Seconds that everything takes from one end to the other."""
NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC


class Duo:
    """Both roles, with a wire between them that keeps the order; addresses in ``closed`` refuse."""

    def __init__(self, node: NodeConfig, ric: RicConfig, *, closed: Sequence[str] = ()) -> None:
        self.actors: dict[Role, Actor] = {NODE: E2Node(node), RIC: NearRtRic(ric)}
        self.edition = node.edition
        self.epoch = node.epoch
        self.closed = closed
        self.now = 0.0
        self.events: list[Event] = []
        self.names: dict[tuple[Role, str], tuple[Role, str]] = {}
        self.queue: list[tuple[float, int, Role, Happening]] = []
        self.answers: list[Answer] = []
        self.count = 0
        for role, actor in self.actors.items():
            self._obey(role, actor.begin(self.now))

    def run(self, seconds: float) -> "Duo":
        """Let time pass."""
        until = self.now + seconds
        for _ in range(100_000):
            wakes = [(at, role) for role, actor in self.actors.items() if (at := actor.wakes_at) is not None]
            arrival = self.queue[0][0] if self.queue else None
            at = min([each for each, _ in wakes] + ([] if arrival is None else [arrival]), default=None)
            if at is None or at > until:
                self.now = until
                return self
            self.now = max(self.now, at)
            if arrival is not None and arrival <= at:
                _, _, role, happening = heapq.heappop(self.queue)
                self._obey(role, self.actors[role].handle(happening, self.now))
            else:
                role = min(wakes, key=lambda each: each[0])[1]
                self._obey(role, self.actors[role].wake(self.now))
        raise AssertionError("they never come to rest")

    def ask(self, role: Role, name: str, **arguments: Any) -> Answer:
        """Someone asks one of them for something, and the conversation goes on for half a second."""
        self.count += 1
        self.answers.clear()
        self._obey(role, self.actors[role].handle(Stimulus(self.count, name, arguments), self.now))
        (found,) = self.answers
        self.run(0.5)
        return found

    def names_said(self) -> list[str]:
        """The messages, in order, by their names."""
        return [codec(self.edition).name_of(each.octets or b"") or "?" for each in self.events if each.octets]

    def accusations(self) -> list[str]:
        """All findings that blame anybody."""
        roles = {role.value: role.value for role in (NODE, RIC)}
        audit = Audit(HistoryHeader(self.epoch, roles))
        for event in self.events:
            audit.feed(event)
        return [f"{each.rule} {each.blame}: {each.message}" for each in audit.finish().findings if each.blame]

    def _obey(self, role: Role, commands: Sequence[Command]) -> None:
        for command in commands:
            match command:
                case Connect():
                    self._connect(role, command)
                case Say():
                    self._say(role, command)
                case End():
                    self._end(role, command)
                case Answer():
                    self.answers.append(command)

    def _connect(self, role: Role, command: Connect) -> None:
        if command.address is not None and any(each in command.address for each in self.closed):
            self._later(role, Refused(command.association, "nobody answers there"))
            return
        theirs = f"from-{command.association}"
        self.names[role, command.association] = (role.other, theirs)
        self.names[role.other, theirs] = (role, command.association)
        self._record(EventKind.UP, role, command.association)
        self._later(role.other, Up(theirs, outbound=False))
        self._later(role, Up(command.association, outbound=True))

    def _say(self, role: Role, command: Say) -> None:
        far = self.names.get((role, command.association))
        if far is None:
            return
        more = {"octets": command.octets, "stream": command.stream, "ppid": command.ppid}
        self._record(EventKind.OCTETS, role, command.association, **more)
        self._later(far[0], Heard(far[1], command.octets, command.stream, command.ppid))

    def _end(self, role: Role, command: End) -> None:
        far = self.names.pop((role, command.association), None)
        if far is None:
            return
        self.names.pop(far, None)
        kind = EventKind.SHUTDOWN if command.how == "shutdown" else EventKind.ABORT
        self._record(kind, role, command.association)
        if kind is EventKind.SHUTDOWN:
            self._record(EventKind.DOWN, role, command.association)
        self._later(role, Over(command.association, command.how))
        self._later(far[0], Over(far[1], command.how))

    def _later(self, role: Role, happening: Happening) -> None:
        self.count += 1
        heapq.heappush(self.queue, (self.now + DELAY, self.count, role, happening))

    def _record(self, kind: EventKind, role: Role, association: str, **more: Any) -> None:
        name = association if role is NODE else association.removeprefix("from-")
        ends = (role.value, role.other.value)
        self.events.append(Event(len(self.events) + 1, self.now, kind, name, *ends, **more))
