"""Performs a case on the real wire, with asyncio."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

from oran_harness.drivers.attempts import Unmakeable, make_attempt, receive_visit
from oran_harness.drivers.body import error_text
from oran_harness.drivers.demand import AskStimulus, CloseLink, Demand, ListenAt, MakeAttempt, OpenLink, SendOctets
from oran_harness.drivers.history import History, new_header
from oran_harness.drivers.performance import Performance
from oran_harness.drivers.reach import Listening, Reach, address_for
from oran_harness.drivers.setting import Performed, Setting, Sink
from oran_harness.drivers.stimulation import SETTLING, StimulateCall, stimulated
from oran_harness.faults import faulty
from oran_harness.model import HarnessError, UsageError
from oran_harness.steps.attempts import Attempt, Came, Visit
from oran_harness.steps.case import Case
from oran_harness.transports import Ending, Link, LinkEnded, TransportError, connect
from oran_harness.transports.other_user import other_user

CLOSE_LIMIT = 5.0
"""Seconds that an association has to end in order; then it is cut off."""
STALL = 1.0
"""Seconds after which it is noted that the SUT takes no more octets."""
DELIVERY_LIMIT = 5.0
"""Seconds for which what was sent may be on its way: SCTP sends again what is lost after one, then after three."""
LAST_WORDS = 0.2
"""Seconds for which what a SUT said before its end may still be on its way."""
CLOCK_SET = 1.0
"""Seconds by which this machine's clock may be set while a case goes on, before that is noted."""

FAULT = "fault"
"""The word that notes begin with, before a colon, about what is done to the link."""

GoneCall = Callable[[], Awaitable[str]]
"""Comes back when the SUT itself came to its end, and says how."""


def live_history(seed: int, sink: Sink | None = None, interface: str = "e2") -> History:
    """A history whose clock is the machine's, beginning now. Call it where the event loop runs."""
    clock, began = asyncio.get_running_loop().time, asyncio.get_running_loop().time()
    return History(new_header(seed, time.time(), interface), lambda: clock() - began, sink)


async def perform_live(
    case: Case,
    setting: Setting,
    reach: Reach,
    sink: Sink | None = None,
    stimulate: StimulateCall | None = None,
    *,
    history: History | None = None,
    gone: GoneCall | None = None,
) -> Performed:
    """Perform a case against the SUT that ``reach`` gives.

    ``sink`` gets the events as they happen. ``history`` is one that was begun before (``live_history``), to which
    others may add what the SUT's process writes; it has its own sink. ``gone`` is asked when the SUT comes to its end:
    then nothing waits for it any longer. What the SUT does never raises. Raises what the sink raised. When cancelled,
    it leaves nothing open, and the history says so.
    """
    recorded = history or live_history(setting.seed, sink, setting.role.interface)
    other = None if reach.sut_connects else other_user(reach.uri)
    met = replace(
        setting,
        comes=reach.sut_connects,
        address=setting.address or reach.uri,
        other_user=setting.other_user if other is None else other.name,
    )
    performance = Performance(case, met, recorded)
    await _Live(performance, reach, stimulate, gone).run()
    if recorded.broken is not None:
        raise recorded.broken
    return performance.performed()


def _wall_clock() -> float:
    """What the time of day is ahead of the clock that histories have, which nobody can set."""
    return time.time() - asyncio.get_running_loop().time()


class _Line:
    """One association that is up: its link, and what waits to be sent on it."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.outgoing: asyncio.Queue[SendOctets | CloseLink] = asyncio.Queue()
        self._idle = asyncio.Event()
        self._idle.set()

    def put(self, demand: SendOctets | CloseLink) -> None:
        """Something is to be sent, or the end."""
        self._idle.clear()
        self.outgoing.put_nowait(demand)

    def done(self) -> None:
        """The latest demand was met, or cannot be any more."""
        if self.outgoing.empty():
            self._idle.set()

    async def sent(self) -> None:
        """Wait until everything is sent, if that goes quickly."""
        with suppress(TimeoutError):
            async with asyncio.timeout(STALL):
                await self._idle.wait()


class _Live:
    """One performance on the wire. Everything that happens is told to the performance at once, in one thread."""

    def __init__(
        self, performance: Performance, reach: Reach, stimulate: StimulateCall | None, gone: GoneCall | None
    ) -> None:
        self._performance = performance
        self._reach = reach
        self._stimulate = stimulate
        self._gone = gone
        self._lines: dict[str, _Line] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        self._acceptors: list[asyncio.Task[None]] = []
        self._beside: list[Listening] = []
        setting = performance.setting
        self._faults = setting.faults
        self._fault_seed = f"{setting.seed} {setting.number}"

    async def run(self) -> None:
        """Perform the case to its end."""
        wall = _wall_clock()
        try:
            await self._reach.begin()
            if isinstance(self._reach, Listening):
                self._reach.turned_away = self._turned_away
            if self._reach.sut_connects:
                self._acceptors.append(self._start(self._accept(self._reach)))
            if self._gone is not None:
                self._start(self._watch(self._gone))
            self._performance.begin()
            if self._faults:
                self._performance.history.note(f"{FAULT}: {self._faults} on each association")
            while not self._performance.over:
                self._serve()
                await self._wait()
                self._performance.wake()
        except asyncio.CancelledError:
            self._performance.interrupt("interrupted")
            raise
        finally:
            await self._clear()
            moved = _wall_clock() - wall
            if abs(moved) > CLOCK_SET:
                self._performance.history.note(
                    f"clock: this machine's clock was set {'forward' if moved > 0 else 'back'} by {abs(moved):.1f} s "
                    f"meanwhile; the times in this history do not follow it, and certificates may have run out by it"
                )

    async def _wait(self) -> None:
        """Wait until something happened, or the next deadline."""
        if self._performance.history.broken is not None:
            self._performance.interrupt("the history cannot be written")
            return
        if self._performance.over:
            return
        deadline, now = self._performance.deadline, self._performance.history.now
        try:
            async with asyncio.timeout(None if deadline is None else max(0.0, deadline - now)):
                await self._changed.wait()
        except TimeoutError:
            return
        self._changed.clear()

    async def _clear(self) -> None:
        """Leave nothing behind."""
        if isinstance(self._reach, Listening):
            self._reach.turned_away = None
        self._serve()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for line in self._lines.values():
            await line.link.abort()
        for place in self._beside:
            await place.close()

    # What the performance asks

    def _serve(self) -> None:
        if self._performance.body_over:
            # Whoever comes now comes for the next case.
            for acceptor in self._acceptors:
                acceptor.cancel()
        for demand in self._performance.demands():
            self._do(demand)

    def _do(self, demand: Demand) -> None:
        match demand:
            case OpenLink(attempt, user):
                self._start(self._open(attempt, user))
            case ListenAt(ticket):
                self._start(self._listen(ticket))
            case SendOctets(association):
                self._lines[association].put(demand)
            case CloseLink(association, "abort"):
                self._start(self._lines[association].link.abort())
            case CloseLink(association):
                self._lines[association].put(demand)
            case AskStimulus():
                self._start(self._ask(demand))
            case MakeAttempt():
                self._start(self._attempt(demand))

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._performance.interrupt(f"the harness broke: {error_text(error)}")
            self._tell()

    def _tell(self) -> None:
        """Something happened: do at once what it brings about."""
        self._serve()
        self._changed.set()

    async def _open(self, attempt: int, user: str | None) -> None:
        try:
            if self._faults and not self._reach.sut_connects:
                await asyncio.sleep(self._faults.opening(Random(f"{self._fault_seed} {attempt} opening")))
            timeout = self._performance.setting.connect_timeout
            other = None if user is None else other_user(self._reach.uri)
            link = await (self._reach.open(timeout) if other is None else connect(other.uri, timeout=timeout))
        except (TransportError, TimeoutError) as error:
            self._performance.refused(attempt, str(error) or "nobody answered in time")
            self._tell()
            return
        self._add(link, opened_by_sut=False)

    def _turned_away(self, sentence: str) -> None:
        """Somebody came to our address and was not let in; the SUT may come all the same."""
        self._performance.turned_away(sentence)
        self._tell()

    async def _listen(self, ticket: int) -> None:
        try:
            place = await self._reach.beside()
            self._beside.append(place)
            uri = address_for(place.uri, [line.link for line in self._lines.values()])
        except HarnessError as error:
            self._performance.refused(ticket, str(error))
        else:
            self._performance.listening(ticket, uri)
            if not self._performance.body_over:
                self._acceptors.append(self._start(self._accept(place, uri)))
        self._tell()

    async def _accept(self, reach: Reach, place: str | None = None) -> None:
        while True:
            try:
                link = await reach.open()
            except TransportError as error:
                self._performance.history.note(f"no association can be accepted: {error}")
                await asyncio.sleep(STALL)
                continue
            self._add(link, opened_by_sut=True, place=place)

    def _add(self, link: Link, *, opened_by_sut: bool, place: str | None = None) -> None:
        # The name is not known before the performance is told, and it may want to send at once.
        name = self._performance.up(opened_by_sut=opened_by_sut, place=place)
        note = partial(self._performance.history.note, association=name)
        line = _Line(faulty(link, self._faults, f"{self._fault_seed} {name}", note))
        self._lines[name] = line
        self._start(self._receive(name, line.link))
        self._start(self._send(name, line))
        self._tell()

    async def _watch(self, gone: GoneCall) -> None:
        reason = await gone()
        await asyncio.sleep(LAST_WORDS)
        self._performance.gone(reason)
        self._tell()

    async def _receive(self, name: str, link: Link) -> None:
        while True:
            come = await link.receive()
            if isinstance(come, Ending):
                self._performance.ended(name, come.how, come.by_peer, come.reason)
                self._tell()
                return
            self._performance.heard(name, come.octets, come.stream, come.ppid)
            self._tell()
            # A SUT that floods must not keep everything else from happening.
            await asyncio.sleep(0)

    async def _send(self, name: str, line: _Line) -> None:
        while True:
            demand = await line.outgoing.get()
            if isinstance(demand, CloseLink):
                await self._shut_down(line.link)
                line.done()
                return
            stalled = asyncio.get_running_loop().call_later(STALL, self._note_stall, name)
            try:
                await line.link.send(demand.octets, stream=demand.stream, ppid=demand.ppid)
                stalled.cancel()
                if demand.first:
                    await self._delivered(name, line)
            except LinkEnded:
                # Whoever receives on the link tells how it ended.
                continue
            finally:
                stalled.cancel()
                line.done()

    async def _arrived(self, name: str, line: _Line) -> None:
        """Wait until all is sent, and for a while until the far end has it."""
        await line.sent()
        await self._delivered(name, line)

    async def _delivered(self, name: str, line: _Line) -> None:
        """Wait until the far end has what was sent, if that does not take too long."""
        try:
            async with asyncio.timeout(DELIVERY_LIMIT):
                await line.link.delivered()
        except TimeoutError:
            self._performance.history.note(f"not acknowledged within {DELIVERY_LIMIT:g} s: what was sent so far", name)

    def _note_stall(self, name: str) -> None:
        self._performance.history.note(f"stalled: the {self._performance.setting.role} takes no more octets", name)

    async def _shut_down(self, link: Link) -> None:
        try:
            async with asyncio.timeout(CLOSE_LIMIT):
                await link.shutdown()
        except TimeoutError:
            await link.abort()

    async def _ask(self, demand: AskStimulus) -> None:
        await asyncio.gather(*(self._arrived(name, line) for name, line in self._lines.items()))
        await asyncio.sleep(SETTLING)
        note = self._performance.history.note
        answer = await stimulated(self._stimulate, demand.name, demand.arguments, note, once=demand.once)
        self._performance.replied(demand.ticket, answer.status.value, answer.details)
        self._tell()

    async def _attempt(self, demand: MakeAttempt) -> None:
        """Try something at the transport; whatever comes of it is told, and nothing raised."""
        told: Mapping[str, Any] = {}
        unmade = broken = None
        try:
            came = await self._made(demand.attempt)
            told = came.to_json()
        except (Unmakeable, UsageError) as error:
            unmade = str(error)
        except Exception as error:
            broken = str(error) or type(error).__name__
        self._performance.attempted(demand.ticket, told, unmade=unmade, broken=broken)
        self._tell()

    async def _made(self, attempt: Attempt[Any]) -> Came:
        setting = self._performance.setting
        if isinstance(attempt, Visit):
            async with self._reach.door() as door:
                patience = setting.connect_timeout
                return await receive_visit(attempt, door.take, door.uri, setting.means, patience, setting.timeout)
        if self._reach.sut_connects:
            raise Unmakeable("it takes an address to which we connect, and here the SUT connects to us")
        return await make_attempt(attempt, self._reach.uri, setting.means, setting.timeout)
