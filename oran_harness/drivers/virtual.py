"""Performs a case on virtual time against an actor in the same process: waits cost nothing."""

import heapq
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.drivers.body import error_text
from oran_harness.drivers.demand import AskStimulus, CloseLink, Demand, ListenAt, MakeAttempt, OpenLink, SendOctets
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.performance import Performance
from oran_harness.drivers.setting import Performed, Setting, Sink
from oran_harness.model import Role
from oran_harness.model.restart import KILL, RESTART, RETURN_WITHIN
from oran_harness.peers.actor import (
    Actor,
    Answer,
    Command,
    Connect,
    Die,
    End,
    Happening,
    Heard,
    Lasting,
    Over,
    Refused,
    Say,
    Stimulus,
    Store,
    Storing,
    Up,
)
from oran_harness.peers.secured import client_side_of, side_of
from oran_harness.peers.simulated_client import SimulatedClient
from oran_harness.peers.simulated_transport import SimulatedTransport
from oran_harness.steps.attempts import Attempt, Unmade
from oran_harness.steps.case import Case
from oran_harness.transports.side import ClientSide, ServerSide

ADDRESS = "sctp://192.0.2.1:36421"
"""Where an actor that opens associations finds us."""
_PORT = 36421
_OUR_HOSTS = "192.0.2."
_NEXT_HOST = 3
_THEIR_HOST = "192.0.2.2"
_FIRST_PORT = 49152
"""The actor's end of each association: its own port at an address of documentation (RFC 5737; RFC 6335 6)."""
DOWN_S = 0.3
"""Seconds of virtual time from the end of an actor that is restarted until the next one begins."""
AnyTransport = SimulatedTransport | SimulatedClient
MOST_TURNS = 1_000_000
"""Happenings in one performance; beyond, the actor is taken to spin."""


def perform_virtual(
    case: Case,
    setting: Setting,
    make_actor: Callable[[], Actor],
    *,
    latency: float = 0.001,
    sink: Sink | None = None,
    transport: AnyTransport | None = None,
) -> Performed:
    """Perform a case against a fresh actor; messages take ``latency`` seconds of virtual time each way.

    ``make_actor`` is asked for another one when the case has the SUT restarted. ``transport`` is what attempts at the
    transport meet; the actor's own unless told.
    """
    return Virtual(case, setting, make_actor, latency, sink, transport).run()


@dataclass(slots=True, eq=False)
class _Link:
    """An association between the two: its name on either side, None until it has one."""

    theirs: str
    ours: str | None = None
    over: bool = False


class Virtual:
    """One performance on virtual time. Everything that happens waits in one queue, in the order of its time."""

    def __init__(
        self,
        case: Case,
        setting: Setting,
        make_actor: Callable[[], Actor],
        latency: float = 0.001,
        sink: Sink | None = None,
        transport: AnyTransport | None = None,
    ) -> None:
        header = new_header(setting.seed, setting.clock_epoch, setting.role.interface)
        self.history = History(header, lambda: self.now, sink)
        if setting.address is None:
            setting = replace(setting, address=ADDRESS)
        self.performance = Performance(case, setting, self.history)
        self.now = 0.0
        self.died: str | None = None
        self._make_actor = make_actor
        self._actor = make_actor()
        self._transport = transport or _transport_of(self._actor)
        self._life = 1
        self._down = False
        self._latency = latency
        self._queue: list[tuple[float, int, Callable[[], None]]] = []
        self._entered = 0
        self._links: list[_Link] = []
        self._accepted = 0
        self._places: list[str] = []
        self._port = _FIRST_PORT
        self._stored: dict[str, bytes] = {}

    def run(self) -> Performed:
        """Perform the case to its end."""
        self._act(lambda: self._actor.begin(self.now))
        self.performance.begin()
        turns = 0
        while not self.performance.over:
            self._serve()
            if self.performance.over or not self._advance():
                break
            turns += 1
            if turns > MOST_TURNS:
                self.performance.interrupt(f"the peer in this process has done {MOST_TURNS} things and never rests")
        return self.performance.performed()

    def _advance(self) -> bool:
        """Let the next thing happen; False if nothing ever will."""
        deadline, wakes_at = self.performance.deadline, self._wakes_at
        times = [each for each in (deadline, wakes_at) if each is not None]
        if self._queue and self._queue[0][0] <= min(times, default=float("inf")):
            self.now, _, happen = heapq.heappop(self._queue)
            happen()
            return True
        if not times:
            self.performance.interrupt("nothing can happen any more, and the case waits without a limit")
            return False
        self.now = max(self.now, min(times))
        if wakes_at is not None and wakes_at <= self.now:
            self._act(lambda: self._actor.wake(self.now))
        else:
            self.performance.wake()
        return True

    @property
    def _wakes_at(self) -> float | None:
        return None if self.died is not None or self._down else self._actor.wakes_at

    def _later(self, happen: Callable[[], None]) -> None:
        self._entered += 1
        heapq.heappush(self._queue, (self.now + self._latency, self._entered, happen))

    def _later_to_it(self, happen: Callable[[], None]) -> None:
        """As ``_later``, for what is the actor's own: it ends with the actor."""
        life = self._life
        self._later(lambda: happen() if life == self._life else None)

    # What the performance asks

    def _serve(self) -> None:
        for demand in self.performance.demands():
            self._do(demand)

    def _do(self, demand: Demand) -> None:
        match demand:
            case OpenLink(attempt, user):
                self._later(lambda: self._accept(attempt, user or ""))
            case ListenAt(ticket, number):
                self._later(lambda: self._listen(ticket, number))
            case SendOctets(association, octets, stream, ppid):
                self._tell(self._find(association), octets, stream, ppid)
            case CloseLink(association, how):
                link = self._find(association)
                if link is not None:
                    self._later(lambda: self._part(link, how))
            case AskStimulus(ticket, name, arguments):
                if self.died is not None:
                    self.performance.replied(ticket, "failed", {"reason": self.died})
                elif name == RESTART:
                    self._later(lambda: self._restart(ticket, arguments))
                else:
                    self._later_to_it(lambda: self._inform(Stimulus(ticket, name, arguments)))
            case MakeAttempt(ticket, what):
                self._attempt(ticket, what)

    def _accept(self, attempt: int, user: str) -> None:
        if self.died is not None or self._down:
            self.performance.refused(attempt, f"nobody listens: {self.died or 'it is being restarted'}")
            return
        self._accepted += 1
        link = _Link(f"accepted-{self._accepted}", self.performance.up(opened_by_sut=False))
        self._links.append(link)
        self._inform(Up(link.theirs, outbound=False, local=self.performance.setting.address, user=user))

    def _attempt(self, ticket: int, attempt: Attempt[Any]) -> None:
        """What the simulated transport makes of it, after as long as that takes."""

        def tell() -> None:
            came = self._transport.meet(attempt, self._converse, self.now)
            if isinstance(came, Unmade):
                self.performance.attempted(ticket, {}, unmade=came.reason)
            else:
                self.performance.attempted(ticket, came.to_json())

        self._later(tell)

    def _converse(self, user: str, said: Sequence[bytes]) -> bytes:
        """What the actor says in a session of its own, to what is said there."""
        self._accepted += 1
        name = f"accepted-{self._accepted}"
        happenings: list[Happening] = [Up(name, outbound=False, user=user), *(Heard(name, each) for each in said)]
        heard = b""
        for happening in [*happenings, Over(name, "abort")]:
            commands = tuple(self._actor.handle(happening, self.now))
            heard += b"".join(each.octets for each in commands if isinstance(each, Say) and each.association == name)
            self._act(lambda commands=commands: commands)  # type: ignore[misc]
        return heard

    def _listen(self, ticket: int, number: int) -> None:
        """Another port of our host is the same near-RT RIC's, another host another one's."""
        taken = len(self._places)
        host, port = (1, _PORT + 1 + taken) if number == 1 else (_NEXT_HOST + taken, _PORT)
        self._places.append(f"sctp://{_OUR_HOSTS}{host}:{port}")
        self.performance.listening(ticket, self._places[-1])

    def _part(self, link: _Link, how: str) -> None:
        """Our end of an association reaches the actor; closing in order is answered."""
        if link.over:
            return
        link.over = True
        self._inform(Over(link.theirs, how))
        if link.ours is not None and how == "shutdown":
            name = link.ours
            self._later(lambda: self.performance.ended(name, how, False))

    # What the actor does

    def _tell(self, link: _Link | None, octets: bytes, stream: int, ppid: int) -> None:
        """A message of ours reaches the actor, unless its association is over by then."""
        if link is not None:
            heard = Heard(link.theirs, octets, stream, ppid)
            self._later(lambda: None if link.over else self._inform(heard))

    def _inform(self, happening: Happening) -> None:
        if self.died is None and not self._down:
            self._act(lambda: self._actor.handle(happening, self.now))

    def _act(self, move: Callable[[], Sequence[Command]]) -> None:
        try:
            for command in tuple(move()):
                self._obey(command)
        except Exception as error:
            self.died = f"the peer in this process broke: {error_text(error)}"
            self.performance.leftover.append(self.died)
            self.performance.interrupt(self.died)

    def _obey(self, command: Command) -> None:
        if self.died is not None:
            return
        match command:
            case Connect(association, address) if address in (None, ADDRESS, *self._places):
                self._later_to_it(lambda: self._connect(association, None if address == ADDRESS else address))
            case Connect(association, address):
                self._later_to_it(lambda: self._inform(Refused(association, f"nobody answers at {address}")))
            case Say(association, octets, stream, ppid):
                self._deliver(self._theirs(association), octets, stream, ppid)
            case End(association, how):
                link = self._theirs(association)
                if link is not None:
                    link.over = True
                    self._later(lambda: self._report(link, how))
                    self._later_to_it(lambda: self._inform(Over(association, how)))
            case Answer(ticket, status, details):
                self._later(lambda: self.performance.replied(ticket, status, details))
            case Store(name, octets):
                self._stored[name] = octets
            case Die(signal):
                self._die(f"the process of the SUT was ended by signal {signal}")

    def _connect(self, association: str, place: str | None) -> None:
        if self.performance.body_over or not self.performance.setting.sut_connects:
            self._inform(Refused(association, "nobody accepts"))
            return
        link = _Link(association)
        self._links.append(link)
        link.ours = self.performance.up(opened_by_sut=True, place=place)
        local = f"sctp://{_THEIR_HOST}:{self._port}"
        self._port += 1
        self._inform(Up(association, outbound=True, local=local, remote=place or ADDRESS))

    def _deliver(self, link: _Link | None, octets: bytes, stream: int, ppid: int) -> None:
        """A message of the actor reaches the case."""
        if link is not None and link.ours is not None:
            name = link.ours
            self._later(lambda: self.performance.heard(name, octets, stream, ppid))

    def _report(self, link: _Link, how: str) -> None:
        if link.ours is not None:
            self.performance.ended(link.ours, how, True)

    def _die(self, reason: str) -> None:
        self.died = reason
        self.history.process(reason)
        self.performance.leftover.append(reason)
        self._cut_off("abort")

    def _cut_off(self, how: str) -> None:
        """All associations end with the actor."""
        for link in self._links:
            if not link.over:
                link.over = True
                self._later(lambda link=link: self._report(link, how))  # type: ignore[misc]

    # Its restart

    def _restart(self, ticket: int, arguments: Mapping[str, Any]) -> None:
        """End the actor as somebody has asked for, and begin another one."""
        if self.died is not None:
            self.performance.replied(ticket, "failed", {"reason": self.died})
            return
        self._down = True
        self._life += 1
        self._cut_off("abort" if arguments.get("how") == KILL else "shutdown")
        self._entered += 1
        heapq.heappush(self._queue, (self.now + DOWN_S, self._entered, lambda: self._begin_again(ticket)))

    def _begin_again(self, ticket: int) -> None:
        """Another actor, with what the one before has kept."""
        left, self._actor = self._actor, self._make_actor()
        if isinstance(left, Lasting) and isinstance(self._actor, Lasting):
            self._actor.kept = json.loads(json.dumps(left.kept))
        if isinstance(self._actor, Storing):
            self._actor.restore(self._stored)
        self._down = False
        self._act(lambda: self._actor.begin(self.now))
        self.performance.replied(ticket, "done", {RETURN_WITHIN: self.performance.setting.connect_timeout})

    def _find(self, ours: str) -> _Link | None:
        return next((link for link in self._links if link.ours == ours), None)

    def _theirs(self, theirs: str) -> _Link | None:
        return next((link for link in reversed(self._links) if link.theirs == theirs and not link.over), None)


def _transport_of(actor: Actor) -> AnyTransport:
    """SSH and TLS as the actor has them."""
    if actor.role is Role.O1_MANAGER:
        return SimulatedClient(client_side_of(actor, ClientSide()))
    return SimulatedTransport(side_of(actor, ServerSide()))
