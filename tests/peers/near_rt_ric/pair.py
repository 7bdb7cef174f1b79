"""The reference near-RT RIC and reference E2 nodes together on virtual time, with the history of what they say."""

import heapq
from collections.abc import Callable, Sequence
from typing import Any

from oran_harness.checkers import Audit
from oran_harness.model import Event, EventKind, Finding, HistoryHeader
from oran_harness.peers.actor import Actor, Answer, Command, Connect, End, Heard, Over, Say, Stimulus, Up
from oran_harness.protocols.e2ap.codec import codec

LATENCY = 0.002


class Pair:
    """A RIC that listens, and nodes that connect to it; messages take two milliseconds each way.

    ``events`` is the history, ``answers`` what came of stimuli, by ticket.
    """

    def __init__(self, ric: Actor, *nodes: Actor) -> None:
        self.now = 0.0
        self.events: list[Event] = []
        self.answers: dict[int, Answer] = {}
        self._ric = ric
        self._nodes = nodes
        self._queue: list[tuple[float, int, Callable[[], None]]] = []
        self._entered = 0
        self._links: dict[tuple[Actor, str], tuple[Actor, str, str]] = {}
        self._tickets = 0
        for actor in (ric, *nodes):
            self._obey(actor, actor.begin(0.0))

    def run(self, seconds: float) -> "Pair":
        """Let time pass."""
        until = self.now + seconds
        while True:
            wakes = [(actor.wakes_at, index) for index, actor in enumerate((self._ric, *self._nodes))]
            due = [(when, index) for when, index in wakes if when is not None]
            first = min(due, default=(float("inf"), -1))
            if self._queue and self._queue[0][0] <= min(first[0], until):
                self.now, _, happen = heapq.heappop(self._queue)
                happen()
            elif first[0] <= until:
                self.now = max(self.now, first[0])
                actor = (self._ric, *self._nodes)[first[1]]
                self._obey(actor, actor.wake(self.now))
            else:
                self.now = until
                return self

    def ask(self, actor: Actor, name: str, seconds: float = 0.1, **arguments: Any) -> Answer:
        """Someone asks an actor for something; gives its answer after so many seconds."""
        self._tickets += 1
        ticket = self._tickets
        self._obey(actor, actor.handle(Stimulus(ticket, name, arguments), self.now))
        self.run(seconds)
        return self.answers[ticket]

    def names(self) -> list[str]:
        """The names of all messages, in order."""
        return [event.message or "" for event in self.events if event.octets is not None]

    def findings(self) -> tuple[Finding, ...]:
        """What the audit makes of it."""
        ends = {self._ric: "near-rt-ric"} | {node: f"e2-node-{index}" for index, node in enumerate(self._nodes, 1)}
        roles = {name: "near-rt-ric" if actor is self._ric else "e2-node" for actor, name in ends.items()}
        audit = Audit(HistoryHeader(1_767_225_600.0, roles))
        for event in self.events:
            audit.feed(event)
        return audit.finish().findings

    def _obey(self, actor: Actor, commands: Sequence[Command]) -> None:
        for command in commands:
            if isinstance(command, Say):
                self._say(actor, command)
            elif isinstance(command, Connect):
                name = command.association
                self._later(lambda name=name: self._connect(actor, name))  # type: ignore[misc]
            elif isinstance(command, End):
                self._end(actor, command)
            elif isinstance(command, Answer):
                self.answers[command.ticket] = command

    def _connect(self, actor: Actor, name: str) -> None:
        far = self._ric if actor is not self._ric else self._nodes[0]
        wire = str(len(self._links) // 2 + 1)
        self._links[actor, name] = (far, f"in-{wire}", wire)
        self._links[far, f"in-{wire}"] = (actor, name, wire)
        self._record(EventKind.UP, actor, far, wire)
        self._obey(far, far.handle(Up(f"in-{wire}", False), self.now))
        self._obey(actor, actor.handle(Up(name, True), self.now))

    def _say(self, actor: Actor, command: Say) -> None:
        link = self._links.get((actor, command.association))
        if link is None:
            return
        far, name, wire = link
        label = codec("7.00").name_of(command.octets)
        self._record(
            EventKind.OCTETS, actor, far, wire,
            octets=command.octets, stream=command.stream, ppid=command.ppid, message=label,
        )  # fmt: skip
        heard = Heard(name, command.octets, command.stream, command.ppid)
        self._later(lambda: self._tell(far, name, heard))

    def _end(self, actor: Actor, command: End) -> None:
        link = self._links.pop((actor, command.association), None)
        if link is None:
            return
        far, name, wire = link
        self._record(EventKind.SHUTDOWN if command.how == "shutdown" else EventKind.ABORT, actor, far, wire)
        if command.how == "shutdown":
            self._record(EventKind.DOWN, actor, far, wire)
        self._later(lambda: self._over(far, name, command.how))
        self._later(lambda: self._obey(actor, actor.handle(Over(command.association, command.how), self.now)))

    def _over(self, actor: Actor, name: str, how: str) -> None:
        if self._links.pop((actor, name), None) is not None:
            self._obey(actor, actor.handle(Over(name, how), self.now))

    def _tell(self, actor: Actor, name: str, heard: Heard) -> None:
        if (actor, name) in self._links:
            self._obey(actor, actor.handle(heard, self.now))

    def _later(self, happen: Callable[[], None]) -> None:
        self._entered += 1
        heapq.heappush(self._queue, (self.now + LATENCY, self._entered, happen))

    def _record(self, kind: EventKind, source: Actor, target: Actor, wire: str, **more: Any) -> None:
        ends = {self._ric: "near-rt-ric"} | {node: f"e2-node-{index}" for index, node in enumerate(self._nodes, 1)}
        self.events.append(Event(len(self.events) + 1, self.now, kind, wire, ends[source], ends[target], **more))
