"""An actor on the wire: its commands are carried out, and it is told what happens."""

import asyncio
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from oran_harness.drivers.hosted_link import HostedLink, Spawn
from oran_harness.faults import NO_FAULTS, LinkFaults, faulty
from oran_harness.model import UsageError
from oran_harness.peers.actor import (
    Actor,
    Answer,
    Clocked,
    Command,
    Connect,
    Die,
    End,
    Happening,
    Heard,
    Over,
    Refused,
    Say,
    Stimulus,
    Store,
    Up,
)
from oran_harness.transports import Delivery, Link, Side, TransportError, connect

_CONNECT_TIMEOUT = 5.0
_CLOCK_S = 0.5
"""By how many seconds the time of day has to jump for actors to be told."""
_PAUSE = 0.05
"""Seconds after which an actor is looked at again whose associations take nothing at present."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What hosted actors share.

    ``spawn`` runs coroutines beside each other, ``trouble`` gets sentences for people, ``broke`` what an actor raised,
    which is a mistake of the harness. ``far_end`` is the URI for what connects without saying where, ``gate`` bounds
    how many associations are being opened at a time. ``faults`` is what is done to the messages of all associations.
    ``side`` is which side of SSH or TLS the actors are, None elsewhere. ``store`` keeps what outlives the process;
    without it nothing does. ``clock`` is the time of day, in seconds since 1970.
    """

    spawn: Spawn
    trouble: Callable[[str], None]
    broke: Callable[[Exception], None]
    far_end: str | None
    gate: asyncio.Semaphore
    faults: LinkFaults = NO_FAULTS
    side: Side | None = None
    store: Callable[[str, bytes], None] | None = None
    clock: Callable[[], float] = time.time


class HostedActor:
    """One actor, its associations, its timer, and the stimuli that wait for its answer."""

    def __init__(self, actor: Actor, surroundings: Surroundings) -> None:
        self.actor = actor
        self.links: dict[str, HostedLink] = {}
        self._around = surroundings
        self._loop = asyncio.get_running_loop()
        self._epoch = self._around.clock() - self._loop.time()
        self._alarm: asyncio.TimerHandle | None = None
        self._inbound = 0
        self._tickets = 0
        self._opened = 0
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._stopped = False

    def begin(self) -> None:
        """Let the actor do what it does first."""
        self._obey(self.actor.begin(self._loop.time()))

    async def stimulate(self, name: str, arguments: Mapping[str, Any]) -> Answer:
        """Have the actor do something; gives its answer."""
        self._tickets += 1
        ticket = self._tickets
        waiting = self._waiting[ticket] = self._loop.create_future()
        try:
            self._tell(Stimulus(ticket, name, arguments))
            answer: Answer = await waiting
            return answer
        finally:
            self._waiting.pop(ticket, None)

    def accept(self, link: Link) -> None:
        """Serve an association that the far end has opened."""
        self._inbound += 1
        self._serve(f"in-{self._inbound}", link, outbound=False)

    def stop(self) -> None:
        """Begin nothing more: no timer goes off, no association is opened."""
        self._stopped = True
        if self._alarm is not None:
            self._alarm.cancel()

    def _tell_clock(self) -> None:
        """Tell the actor if somebody has set the machine's clock."""
        epoch = self._around.clock() - self._loop.time()
        if abs(epoch - self._epoch) > _CLOCK_S and isinstance(self.actor, Clocked):
            self._epoch = epoch
            self.actor.set_clock(epoch)

    def _tell(self, happening: Happening) -> None:
        self._tell_clock()
        self._obey(self.actor.handle(happening, self._loop.time()))

    def _obey(self, commands: Sequence[Command]) -> None:
        for command in commands:
            self._do(command)
        if not self._stopped:
            self._set_alarm()

    def _do(self, command: Command) -> None:
        match command:
            case Say(association):
                if association in self.links:
                    self.links[association].say(command)
            case Answer(ticket):
                waiting = self._waiting.get(ticket)
                if waiting is not None and not waiting.done():
                    waiting.set_result(command)
            case Connect(association, address) if not self._stopped:
                self._around.spawn(self._connect(association, address))
            case End(association, how):
                if association in self.links:
                    self.links[association].end(how)
            case Store(name, octets):
                if self._around.store is not None:
                    self._around.store(name, octets)
            case Die(signal):
                os.kill(os.getpid(), signal)

    async def _connect(self, association: str, address: str | None) -> None:
        uri = address or self._around.far_end
        if uri is None:
            self._tell(Refused(association, "there is no address to connect to"))
            return
        try:
            async with self._around.gate:
                if self._around.faults:
                    await asyncio.sleep(self._around.faults.opening(Random(self._fault_seed())))
                link = await connect(uri, timeout=_CONNECT_TIMEOUT, side=self._around.side)
        except (TransportError, UsageError) as error:
            if isinstance(error, UsageError) and address is None:
                # Our own address is wrong; one that the far end has named is its own business.
                raise
            self._around.trouble(str(error))
            self._tell(Refused(association, str(error)))
            return
        self._serve(association, link, outbound=True)

    def _serve(self, association: str, link: Link, *, outbound: bool) -> None:
        def hear(delivery: Delivery) -> None:
            self._tell(Heard(association, delivery.octets, delivery.stream, delivery.ppid))

        user = getattr(link, "user", "")
        link = faulty(link, self._around.faults, self._fault_seed())
        served = self.links[association] = HostedLink(link, self._around.spawn, hear, self._around.trouble)
        self._around.spawn(self._listen(association, served))
        self._tell(Up(association, outbound, link.local, link.remote, user))

    async def _listen(self, association: str, served: HostedLink) -> None:
        """Let the actor hear an association until it is over."""
        ending = await served.receive()
        del self.links[association]
        self._tell(Over(association, ending.how))

    def _fault_seed(self) -> str:
        """What decides which messages are lost: another for each association."""
        self._opened += 1
        return f"{self.actor.role} {self._opened}"

    # Its timer

    def _set_alarm(self) -> None:
        when = self.actor.wakes_at
        if self._alarm is not None:
            if when == self._alarm.when():
                return
            self._alarm.cancel()
        self._alarm = None if when is None else self._loop.call_at(when, self._wake)

    def _wake(self) -> None:
        self._alarm = None
        if self.links and all(link.congested for link in self.links.values()):
            # Nobody takes what is there already; more of it helps nobody.
            self._alarm = self._loop.call_later(_PAUSE, self._wake)
            return
        self._tell_clock()
        try:
            self._obey(self.actor.wake(self._loop.time()))
        except Exception as error:
            self._around.broke(error)
