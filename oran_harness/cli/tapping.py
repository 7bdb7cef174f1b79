"""What ``tap`` does: a tap until it is ended, with what people and programs want to know of it."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from oran_harness.adapters import list_vendors
from oran_harness.captures import Statistics, alone_in
from oran_harness.checkers.claimed import claims_note
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.interruption import ending_signals
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import terminal
from oran_harness.cli.verdict import Verdict
from oran_harness.faults import MessageRule
from oran_harness.interop import Tap, TapResult
from oran_harness.model import EventKind, Finding, InputError, Level, Role, UsageError

SCHEMA = "oran-harness/tap/1"
_SOON = 1.0
"""Seconds after which people are told that the rest is still being judged."""


@dataclass(frozen=True, slots=True)
class TapOptions:
    """The options of ``tap``, as they were given."""

    listen: str
    connect: str
    folder: Path
    rules: tuple[MessageRule, ...] = ()
    seed: int = 0
    vendors: Mapping[Role, str] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    seconds: float | None = None
    strict: bool = False
    as_json: bool = False
    metrics_at: str | None = None


class Tapping:
    """One tap. ``run`` gives what the command ends with."""

    def __init__(self, options: TapOptions) -> None:
        self._options = options
        self._screen = terminal(sys.stderr if options.as_json else sys.stdout)
        self._uri = options.listen
        self._tap = Tap(
            options.connect,
            options.folder,
            rules=options.rules,
            seed=options.seed,
            vendors=options.vendors,
            on_finding=self._found,
            on_note=self._note,
        )

    def run(self) -> ExitCode:
        """Tap until it is ended, then say what it came to.

        Raises ``UsageError`` or ``TransportError`` for what cannot be, ``KeyboardInterrupt`` after a second Ctrl-C.
        """
        with alone_in(self._options.folder):
            result = asyncio.run(self._perform())
        verdict = self._verdict(result)
        if self._options.as_json:
            sys.stdout.write(json.dumps(self._document(result, verdict), indent=2) + "\n")
        else:
            self._screen.line()
            lines = list(verdict.lines(self._screen))
            if result.broken is not None and not result.audit.messages:
                lines.pop()  # what was in it nobody knows: the last line would say that there was nothing
            self._screen.lines(lines)
            self._screen.lines(self._closing_lines(result))
        return exit_code_of(verdict.exit_code, result)

    async def _perform(self) -> TapResult:
        async with self._tap as tap:
            self._uri = await tap.start(self._options.listen)
            for note in self._options.claims:
                tap.happened(EventKind.NOTE, note)
            asked = asyncio.Event()
            with self._served(), ending_signals(asked.set):
                self._say(f"ready: {self._uri}")
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(self._options.seconds):
                        await asked.wait()
                stopping = asyncio.ensure_future(tap.stop())
                try:
                    await asyncio.wait({stopping}, timeout=_SOON)
                    if not stopping.done():
                        self._note("judging the rest; Ctrl-C again leaves at once, and check judges the record later")
                    return await stopping
                finally:
                    stopping.cancel()

    @contextlib.contextmanager
    def _served(self) -> Iterator[None]:
        """Metrics, where they were asked for."""
        if self._options.metrics_at is None:
            yield
            return
        from oran_harness.metrics import MetricsServer, TapMetrics

        with MetricsServer(TapMetrics(self._tap).registry, self._options.metrics_at) as server:
            self._note(f"metrics are served at {server.url}")
            yield

    def _verdict(self, result: TapResult) -> Verdict:
        """What the rules make of it. To people an end is its vendor: the role is told anyway."""
        findings = tuple(replace(each, blamed_end=result.vendor(each)) for each in result.audit.findings)
        path = f"{self._uri} to {self._options.connect}"
        return Verdict(path, replace(result.audit, findings=findings), self._options.strict, Statistics(), ())

    def _document(self, result: TapResult, verdict: Verdict) -> dict[str, Any]:
        """As ``check --json`` has it, with the vendors, where the record is, and what was passed on and injected."""
        return {
            **verdict.document(),
            "schema": SCHEMA,
            "findings": [{**finding.to_json(), "vendor": result.vendor(finding)} for finding in result.audit.findings],
            "vendors": {role.value: name for role, name in result.vendors.items()},
            "histories": [str(path) for path in result.histories],
            "passed": result.passed,
            "refused": result.refused,
            "faults": [rule.text for rule in self._options.rules],
            "injected": result.meddled,
            "idle": list(result.idle),
            "broken": result.broken,
        }

    def _closing_lines(self, result: TapResult) -> Iterator[str]:
        passed = f"{result.passed} messages were passed on"
        if result.refused:
            passed += f", {result.refused} associations refused by the RIC"
        if self._options.rules:
            passed += f", {result.meddled} faults injected (seed {self._options.seed})"
        yield f"{passed}; the record: {', '.join(printable(str(path)) for path in result.histories)}"
        for rule in result.idle:
            yield f"Never struck: {printable(rule)}"
        if result.broken is not None:
            yield f"Not all could be judged: {result.broken}."

    def _found(self, finding: Finding) -> None:
        """Tell a finding as it comes."""
        blame = finding.blame or "nobody"
        name = next((name for role, name in self._options.vendors.items() if role.value == blame), None)
        who = f"{blame} ({printable(name)})" if name is not None else blame
        level = self._screen.paint(finding.level.value, "red" if finding.level is Level.MUST else "yellow", "bold")
        where = f"association {finding.association}: " if finding.association is not None else ""
        self._say(f"{where}{finding.rule} {level}, blames {who}: {printable(finding.message)}")

    def _say(self, line: str) -> None:
        with contextlib.suppress(OSError, ValueError):  # nobody listens; the tap goes on
            self._screen.line(line)
            self._screen.stream.flush()

    def _note(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"oran-harness: {printable(text)}\n")
            sys.stderr.flush()


def vendors_of(texts: Sequence[str]) -> dict[Role, str]:
    """Who is in which role, from texts like ``e2-node=alfa``; raises ``UsageError``."""
    vendors: dict[Role, str] = {}
    roles = {role.value: role for role in (Role.E2_NODE, Role.NEAR_RT_RIC)}
    for text in texts:
        name, _, vendor = text.partition("=")
        role = roles.get(name)
        if role is None or not vendor.strip():
            raise UsageError(
                f"{printable(text)!r} names no vendor; write {' or '.join(f'{each}=NAME' for each in roles)}."
            )
        if role in vendors:
            raise UsageError(f"--vendor names the {name} twice; name it once.")
        vendors[role] = vendor.strip()
    return vendors


def claims_of(vendors: Mapping[Role, str]) -> tuple[str, ...]:
    """What the profiles of these vendors claim, as notes of a history; those that have none claim nothing.

    Raises ``InputError`` for a profile that cannot be used.
    """
    notes = []
    known = {vendor.name: vendor for vendor in list_vendors()}
    for role, name in vendors.items():
        vendor = known.get(name)
        if vendor is not None and vendor.profile is None:
            raise InputError(vendor.problem)
        profile = vendor.profile.roles.get(role) if vendor is not None and vendor.profile is not None else None
        if profile is not None and profile.claims is not None:
            models = [(each.name, each.revision) for each in profile.claims.service_models]
            notes.append(claims_note(role, name, profile.claims.e2ap, models))
    return tuple(notes)


def exit_code_of(code: ExitCode, result: TapResult) -> ExitCode:
    """A must-level finding is one; where not all was recorded and judged, nothing better than 3 can be said."""
    if result.broken is not None and any(finding.level is Level.MUST for finding in result.audit.findings):
        return ExitCode.FAILED  # told as it came, before judging broke
    return ExitCode.NOTHING_JUDGED if result.broken is not None and code is not ExitCode.FAILED else code
