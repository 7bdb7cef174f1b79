"""The tap: stands between E2 nodes, which connect to it, and a near-RT RIC, to which it connects.

In a program, with ``read_rules`` of ``oran_harness.faults``::

    rules = read_rules(["drop message=RICsubscriptionResponse nth=1"])
    async with Tap("tcp://127.0.0.1:36421", Path("results/alfa-bravo"), rules=rules) as tap:
        uri = await tap.start("sctp://127.0.0.1:0")  # with the port that was taken
        ...  # let the node connect to it
        result = await tap.stop()  # ends the associations, waits until all was judged
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from oran_harness.checkers import AuditResult, EndSummary
from oran_harness.checkers.audit import MOST_SUMMARIES
from oran_harness.drivers.arrivals import arrivals
from oran_harness.faults import MessageRule
from oran_harness.interop.judging import Judging
from oran_harness.interop.record import Onlooker, Record
from oran_harness.interop.tapped_association import TappedAssociation
from oran_harness.model import EventKind, Finding, Role, UsageError
from oran_harness.transports import Link, Listener, TransportError, connect, leads_back, listen, parse_address

CONNECT_WITHIN = 5.0
"""Seconds that the near-RT RIC has to take an association."""
_OPENING_AT_ONCE = 64
_FAREWELL = 1.0
_MOST_TOLD = 1000


@dataclass(frozen=True, slots=True)
class TapResult:
    """What a tap came to.

    ``audit`` is what both sides are found to have done: of one history, or, where faults were injected, of what each
    side saw. ``vendors`` names the products by role. ``passed`` counts messages that were passed on, ``meddled`` what
    the rules did, ``idle`` has the texts of rules that never did anything, ``associations`` those that were up at both
    sides, ``refused`` those that the RIC did not take. ``broken`` says why the audit is not whole, None if it is; what
    ``histories`` hold can always be judged again.
    """

    audit: AuditResult
    histories: tuple[Path, ...]
    vendors: Mapping[Role, str]
    passed: int
    meddled: int
    associations: int
    refused: int
    broken: str | None = None
    idle: tuple[str, ...] = ()

    def vendor(self, finding: Finding) -> str | None:
        """The vendor that a finding blames, None where it blames no side, or nobody has said who that is."""
        return next((name for role, name in self.vendors.items() if role.value == finding.blame), None)


class Tap:
    """Passes every association on to the RIC at ``connect``, writes it down in ``folder``, and has it judged meanwhile.

    ``rules`` are faults to inject (``faults.read_rules``), decided by ``seed`` where chance has a say; neither side is
    ever blamed for them. ``vendors`` names the products by role. ``on_finding`` is told each new finding as it comes,
    ``on_note`` sentences for people, ``onlooker`` what passes. Use it as an asynchronous context manager: ``start`` it,
    and ``stop`` it for the result. What either side does ends no more than its own association.
    """

    def __init__(
        self,
        connect: str,
        folder: Path,
        *,
        rules: Sequence[MessageRule] = (),
        seed: int = 0,
        vendors: Mapping[Role, str] | None = None,
        on_finding: Callable[[Finding], None] = lambda finding: None,
        on_note: Callable[[str], None] = lambda text: None,
        onlooker: Onlooker | None = None,
    ) -> None:
        self.findings: list[Finding] = []
        """What was found so far."""
        self.refused = 0
        self._connect = connect
        self._folder = folder
        self._rules = tuple(rules)
        self._seed = seed
        self._vendors = dict(vendors or {})
        self._on_finding = on_finding
        self._on_note = on_note
        self._onlooker = onlooker
        self._told: set[str] = set()
        self._standing: dict[int, TappedAssociation] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._associations = self._up = 0
        self._addresses: dict[str, Mapping[str, str]] = {}
        self._passed = self._meddled = 0
        self._struck: set[str] = set()
        self._listener: Listener | None = None
        self._record: Record | None = None
        self._judging: Judging | None = None
        self._closing = False
        self._gate = asyncio.Semaphore(_OPENING_AT_ONCE)

    @property
    def passed(self) -> int:
        """Messages that were passed on so far."""
        return self._passed + sum(each.passed for each in tuple(self._standing.values()))

    @property
    def meddled(self) -> int:
        """How often a rule did something so far."""
        return self._meddled + sum(each.meddled for each in tuple(self._standing.values()))

    @property
    def standing(self) -> int:
        """Associations that are up at this moment."""
        return len(self._standing)

    @property
    def events(self) -> int:
        """Events that were recorded so far."""
        return self._record.events if self._record is not None else 0

    def happened(self, kind: EventKind, text: str, source: Role | None = None) -> None:
        """Write down something that is about no association: a note, a step, a line that a product has printed."""
        if self._record is not None:
            self._record.happened(kind, text, source)

    def cut(self, association: str, how: str = "abort") -> None:
        """Cut an association between the two, as a link that is lost does; nothing if it is over."""
        tapped = self._standing.get(int(association))
        if tapped is not None:
            tapped.cut(how)

    @property
    def judged(self) -> int:
        """Events of the record that were judged so far; it may lag behind."""
        return self._judging.judged if self._judging is not None else 0

    @property
    def unjudged(self) -> int:
        """Events of the record that wait to be judged."""
        return max(0, self._record.written - self.judged) if self._record is not None else 0

    async def start(self, uri: str) -> str:
        """Open the address for E2 nodes; gives it with the port that was taken.

        Raises ``UsageError`` or ``TransportError`` if it cannot be opened, or the record not be written.
        """
        there = parse_address(self._connect)
        listener = await listen(uri)
        try:
            if await leads_back(there, replace(parse_address(uri), port=parse_address(listener.uri).port)):
                raise UsageError(f"{self._connect} leads back to the tap itself; give the address of the near-RT RIC.")
            record = Record(
                self._folder,
                apart=bool(self._rules),
                seed=self._seed,
                on_trouble=self._note,
                onlooker=self._onlooker,
            )
        except BaseException:
            await listener.close()
            raise
        self._listener, self._record = listener, record
        rules = "".join(f"; {rule.text}" for rule in self._rules)
        products = "".join(f"; {role.value}: {name}" for role, name in self._vendors.items())
        record.note(f"tap: {listener.uri} to {self._connect}; seed {self._seed}{products}{rules}")
        self._judging = Judging(record.paths, self._found, self._note)
        await self._judging.start()
        self._spawn(self._accept(listener))
        return listener.uri

    async def stop(self) -> TapResult:
        """End all associations, and wait until everything was judged.

        What passed before is judged as a history that ends there. Cancelling it gives the rest of the judging up.
        """
        assert self._listener is not None
        assert self._record is not None
        assert self._judging is not None
        self._closing = True
        await self._listener.close()
        self._record.note("tap: ends here")
        self._record.close()
        try:
            await self._close_all()
            results = await self._judging.finish()
        finally:
            await self._judging.abandon()
        broken = self._record.broken
        if results is None:
            broken = broken or "the process that judges has ended before it was done; check judges the record again"
        return TapResult(
            merged(results or (), self.findings, self._addresses),
            self._record.paths,
            self._vendors,
            self._passed,
            self._meddled,
            self._up,
            self.refused,
            broken,
            tuple(rule.text for rule in self._rules if rule.text not in self._struck),
        )

    async def __aenter__(self) -> "Tap":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing behind, also where ``stop`` was not called."""
        self._closing = True
        if self._listener is not None:
            await self._listener.close()
        await self._close_all()
        if self._record is not None:
            self._record.close()
        if self._judging is not None:
            await self._judging.abandon()

    async def _close_all(self) -> None:
        # What is being cancelled may begin something on its way out.
        while self._tasks:
            for task in tuple(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            await asyncio.sleep(0)

    async def _accept(self, listener: Listener) -> None:
        async for link in arrivals(listener, self._note, lambda: self._closing):
            self._associations += 1
            self._spawn(self._associate(self._associations, link))

    async def _associate(self, number: int, node: Link) -> None:
        """One association from its beginning to its end."""
        assert self._record is not None
        try:
            async with self._gate:
                ric = await connect(self._connect, timeout=CONNECT_WITHIN)
        except TransportError as error:
            # To the node it is as if it had reached the RIC itself, and had been turned away.
            self.refused += 1
            self._record.note(f"refused: {node.remote}: {error}")
            self._note(str(error))
            await node.abort()
            return
        except BaseException:
            await node.abort()
            raise
        self._up += 1
        if len(self._addresses) < MOST_SUMMARIES:
            self._addresses[str(number)] = {Role.E2_NODE.value: node.remote, Role.NEAR_RT_RIC.value: ric.remote}
        tapped = TappedAssociation(
            number, node, ric, self._record, rules=self._rules, seed=self._seed, trouble=self._note
        )
        self._standing[number] = tapped
        try:
            await tapped.run()
        finally:
            del self._standing[number]
            self._passed += tapped.passed
            self._meddled += tapped.meddled
            self._struck |= tapped.struck
            # It is over already, or the tap ends: then in order, if the two sides let that happen.
            with suppress(TimeoutError):
                async with asyncio.timeout(_FAREWELL):
                    await tapped.close("shutdown" if self._closing else "abort")

    def _spawn(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self._note(f"the harness broke on an association, which is ended: {type(error).__name__}: {error}")

    def _found(self, finding: Finding) -> None:
        self.findings.append(finding)
        self._on_finding(finding)

    def _note(self, text: str) -> None:
        """Tell people something, once."""
        if text not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(text)
            self._on_note(text)


def merged(
    results: Sequence[AuditResult], found: Sequence[Finding], addresses: Mapping[str, Mapping[str, str]]
) -> AuditResult:
    """One result of what each side is judged by; of ``found`` alone where there is none.

    Histories name ends by their roles; ``addresses`` are theirs, by association and role.
    """
    if not results:
        return AuditResult(0, 0, (), tuple(found))
    first = results[0]
    associations = tuple(
        replace(each, ends=(_located(each.ends[0], known), _located(each.ends[1], known)))
        for each in first.associations
        for known in (addresses.get(each.id, {}),)
    )
    return replace(
        first, associations=associations, findings=tuple(finding for each in results for finding in each.findings)
    )


def _located(end: EndSummary, known: Mapping[str, str]) -> EndSummary:
    return replace(end, address=known.get(end.address, end.address))
