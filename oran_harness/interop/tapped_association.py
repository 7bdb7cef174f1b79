"""One association through the tap: a link to each side, and what passes between them."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from oran_harness.faults import Fate, Meddling, MessageRule
from oran_harness.interop.crossing import Crossing, Outgoing
from oran_harness.interop.record import SIDES, Record
from oran_harness.model import Role
from oran_harness.transports import Delivery, Ending, Link, LinkEnded, NoSuchStream, TransportError

_TURN = 16
"""Messages after which other associations get their turn."""
_PATIENCE = 5.0
"""Seconds that what a side sent before its end has to be passed on, once nothing can be sent to it any more."""
_MOMENT = 0.5
_ABORT = "abort"
_WE_ABORTED = "we aborted the association"
_LAST_STREAM = 0xFFFF


@dataclass(frozen=True, slots=True)
class End:
    """How it ended. ``source`` is whose doing it was, None if it was neither's; ``told`` if both links are over."""

    source: Role | None
    how: str
    reason: str
    told: bool = False


class TappedAssociation:
    """Passes messages on, both ways and each way by itself, until one side ends it; then ends the other alike.

    ``number`` is its own, from 1. ``trouble`` gets sentences for people. Whatever passes is written down first.
    """

    def __init__(
        self,
        number: int,
        node: Link,
        ric: Link,
        record: Record,
        *,
        rules: Sequence[MessageRule] = (),
        seed: int = 0,
        trouble: Callable[[str], None] = lambda text: None,
    ) -> None:
        self.number = number
        self.passed = 0
        self.meddled = 0
        self._links = {Role.E2_NODE: node, Role.NEAR_RT_RIC: ric}
        self._record = record
        self._meddling = Meddling(rules, number, seed) if rules else None
        self._trouble = trouble
        self._began = time.monotonic()
        self._looked = asyncio.Event()
        self._folded: set[tuple[Role, int]] = set()
        self._cut: str | None = None
        self._cut_asked = asyncio.Event()

    @property
    def struck(self) -> set[str]:
        """The texts of the rules that have done something on it."""
        return self._meddling.struck if self._meddling is not None else set()

    def cut(self, how: str = _ABORT) -> None:
        """Cut it between the two, as a link that is lost does: to each it is as if the other had ended it."""
        self._cut = how
        self._meddle("the association is cut")
        self._cut_asked.set()

    async def run(self) -> None:
        """Pass everything on until the association is over at both sides."""
        node, ric = self._links.values()
        self._record.up(self.number, f"ends: {node.remote} is the e2-node, {ric.remote} the near-rt-ric")
        works: list[Coroutine[Any, Any, End]] = [*(self._direction(source) for source in SIDES), self._asked_to_cut()]
        if self._meddling is not None and any(rule.timed for rule in self._meddling.rules):
            works.append(self._wait_for_cut(self._meddling))
        tasks = [asyncio.create_task(work) for work in works]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._end(next(task for task in tasks if task in done).result())

    async def close(self, how: str = "shutdown") -> None:
        """End both links."""
        ends = [link.abort() if how == _ABORT else link.shutdown() for link in self._links.values()]
        await asyncio.gather(*ends)

    async def _end(self, end: End) -> None:
        """Tell both sides."""
        if self._cut is not None:
            self._record.cut(self.number, self._cut)
            await self.close(self._cut)
            return
        if end.source is None:
            self._record.ended(None, self.number, _ABORT, end.reason)
            await self.close(_ABORT)
            return
        if end.how not in ("shutdown", _ABORT):
            self._note(f"the {end.source.value} does not answer any more: its association is aborted at the other side")
        there = self._links[end.source.other]
        how = "shutdown" if end.how == "shutdown" else _ABORT
        self._record.end_passed(end.source, self.number, how, end.reason)
        if how == "shutdown":
            await there.shutdown()
            return
        # What was passed on before has a moment to arrive, as it would have had without us; an abort waits for nothing.
        with suppress(TimeoutError):
            async with asyncio.timeout(_MOMENT):
                await there.delivered()
        await there.abort()

    async def _direction(self, source: Role) -> End:
        """Pass on what one side sends, until its end."""
        try:
            ending = await (self._straight(source) if self._meddling is None else self._crossing(source))
        except LinkEnded as error:
            # What the far side had sent before its end is passed on first; it is the other direction that tells of it.
            await asyncio.sleep(_PATIENCE)
            return self._heard_end(source.other, error.ending)
        except TransportError as error:
            self._note(f"a message of the {source.value} cannot be passed on, so the association is aborted: {error}")
            return End(None, _ABORT, str(error))
        if ending is None:
            return End(None, self._cut or _ABORT, "cut")
        return self._heard_end(source, ending)

    def _heard_end(self, source: Role, ending: Ending) -> End:
        """A side's end, which is written down; what is over because it cannot be carried is nobody's doing."""
        if ending.how == _ABORT and ending.reason.endswith(_WE_ABORTED):
            self._note(f"{ending.reason} of the {source.value}, and the other side's")
            return End(None, _ABORT, ending.reason)
        self._record.ended(source, self.number, ending.how, ending.reason)
        return End(source, ending.how, ending.reason)

    async def _straight(self, source: Role) -> Ending:
        """Pass everything on as it comes."""
        link, turn = self._links[source], 0
        while True:
            come = await link.receive()
            if isinstance(come, Ending):
                return come
            self._record.heard(source, self.number, come)
            await self._send(source, come)
            turn += 1
            if turn % _TURN == 0:
                await asyncio.sleep(0)

    async def _crossing(self, source: Role) -> Ending | None:
        """Pass on what the rules let pass; None where they cut the association."""
        assert self._meddling is not None
        meddling = self._meddling

        def decide(come: Delivery) -> Fate | None:
            self._record.heard(source, self.number, come)
            fate = meddling.look(source, come, self._age)
            self._looked.set()
            for note in fate.notes:
                self._meddle(note)
            if fate.cut is not None:
                self._cut = fate.cut
                return None
            return fate

        async def out(outgoing: Outgoing) -> None:
            self._record.passed(source, self.number, outgoing.delivery, outgoing.injected)
            await self._send(source, outgoing.delivery)

        return await Crossing(self._links[source], decide, out).run()

    async def _send(self, source: Role, delivery: Delivery) -> None:
        """Send a message on; on another stream where the far side has none of its number. Raises ``LinkEnded``."""
        link, ppid = self._links[source.other], delivery.ppid or 0
        try:
            await link.send(delivery.octets, stream=delivery.stream, ppid=ppid)
        except NoSuchStream as error:
            stream = folded(delivery.stream, error.streams)
            if (source, delivery.stream) not in self._folded and len(self._folded) <= _LAST_STREAM:
                self._folded.add((source, delivery.stream))
                self._note(
                    f"stream {delivery.stream} of the {source.value} goes on as stream {stream}: the other side has "
                    f"only {error.streams} streams"
                )
            await link.send(delivery.octets, stream=stream, ppid=ppid)
        self.passed += 1

    async def _asked_to_cut(self) -> End:
        """Return when somebody cuts it."""
        await self._cut_asked.wait()
        return End(None, self._cut or _ABORT, "cut")

    async def _wait_for_cut(self, meddling: Meddling) -> End:
        """Return when a rule cuts the association by time."""
        while (rule := meddling.cut_due(self._age)) is None:
            at = meddling.next_cut()
            self._looked.clear()
            try:
                async with asyncio.timeout(None if at is None else max(0.0, at - self._age)):
                    await self._looked.wait()
            except TimeoutError:
                continue
        how: str = rule.values.get("how", _ABORT)
        self._cut = how
        self._meddle(f"the association is cut ({rule.text})")
        return End(None, how, "cut")

    @property
    def _age(self) -> float:
        return time.monotonic() - self._began

    def _meddle(self, text: str) -> None:
        self.meddled += 1
        self._note(f"fault: {text}", injected=True)

    def _note(self, text: str, *, injected: bool = False) -> None:
        self._record.note(text, self.number, injected=injected)
        self._trouble(f"association {self.number}: {text}")


def folded(stream: int, streams: int) -> int:
    """The stream that stands in for one that is not there: never 0, which interface procedures have, if there are more.

    What is in order on one stream stays so.
    """
    return 1 + (stream - 1) % (streams - 1) if streams > 1 else 0
