"""From scenes and findings to verdicts, and to whose doing a failure is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from oran_harness.checkers import RULES
from oran_harness.interop.pairs.outcome import Death, SceneOver
from oran_harness.interop.pairs.scene import Scene
from oran_harness.interop.tap import TapResult
from oran_harness.model import HARNESS, CaseDescription, CaseResult, Finding, Level, Role, Scope, Verdict
from oran_harness.runner.run_lines import RunLines

SUITE = "interop"
HISTORY = "history/tap.jsonl"
"""Where a pair's record is, in its folder."""
DRIFT = (
    "E2AP-EDITION-CLAIMED",
    "E2SM-EDITION-CLAIMED",
    "E2AP-EDITIONS-MIXED",
    "E2SM-EDITIONS-MIXED",
    "E2AP-VERSION-DRIFT",
    "E2SM-VERSION-DRIFT",
)
"""The rules that tell who speaks another edition than it announces, or than the other does; the most telling first."""
_REMOVAL = "E2removal"
_MOST_TOLD = 2
"""Findings that a verdict's reason tells; the others stand beside it."""
_OF_RUN = frozenset(rule.id for rule in RULES if rule.scope is Scope.RUN)


@dataclass(frozen=True, slots=True)
class Seen:
    """A scene as it was played.

    ``over`` is how it ended before its last line. ``first`` and ``last`` bound its events in the record. ``died`` says
    how products died in it, ``errors`` are the Error Indications that were sent, in words. ``found`` is what the rules
    found by the time that it was over.
    """

    scene: Scene
    over: SceneOver | None
    remarks: tuple[str, ...]
    first: int
    last: int
    duration_s: float
    died: Mapping[Role, Death] = field(default_factory=dict)
    errors: tuple[str, ...] = ()
    found: tuple[Finding, ...] = ()

    def result(self, history: str) -> CaseResult:
        """Its verdict: the worst of how it ended, what died of it, Error Indications, and what the rules found.

        Somebody is blamed where all that speaks against anybody speaks against the same.
        """
        over = self._end()
        described = describe(self.scene)
        failed = over.verdict is Verdict.FAIL
        return CaseResult(
            id=described.id,
            title=described.title,
            clause=described.clause,
            level=described.level,
            interface=described.interface,
            suite=described.suite,
            tags=described.tags,
            verdict=over.verdict,
            reason=over.reason,
            blame=HARNESS if over.verdict is Verdict.ERROR else self._blame(over) if failed else None,
            requirement=self.scene.purpose if failed else "",
            expected=over.expected,
            actual=over.actual,
            duration_s=self.duration_s,
            history=history,
        )

    def _end(self) -> SceneOver:
        """How it ended, all in all."""
        if self.over is not None and self.over.verdict is Verdict.ERROR:
            return self.over
        accusing = self._accusing()
        told = "; ".join(f"{finding.rule}: {finding.message}" for finding in accusing[:_MOST_TOLD])
        # Of two that died the one that is blamed for it says more.
        deaths = sorted(self._deaths(), key=lambda death: death.blame is None)
        over = next(iter(deaths), self.over)
        if over is not None and over.verdict is Verdict.FAIL:
            return replace(over, reason=f"{over.reason} ({told})") if told else over
        if accusing:
            return SceneOver(Verdict.FAIL, told, None, accusing[0].expected, accusing[0].actual)
        # One by which something is refused that nobody claims is in order.
        if self.errors and (self.over is None or self.over.verdict is not Verdict.UNSUPPORTED):
            what = self.errors[0]
            return SceneOver(Verdict.FAIL, f"an Error Indication was sent: {what}", None, "no ErrorIndication", what)
        return self.over or SceneOver(Verdict.PASS, "; ".join(self.remarks))

    def _deaths(self) -> Iterator[SceneOver]:
        """What the products come to that died."""
        for role, death in self.died.items():
            # Who has removed itself, or was removed, may be through.
            if death.orderly and _REMOVAL in self.scene.tags:
                continue
            own = "" if not death.by_others else "; who killed it is not known"
            reason = f"the {role.value} died: {death.how}{own}"
            yield SceneOver(
                Verdict.FAIL, reason, None if death.by_others else role, "a product that lives on", death.how
            )

    def _blame(self, over: SceneOver) -> str | None:
        accused = {finding.blame for finding in self._accusing()}
        accused |= {each.blame.value for each in self._deaths() if each.blame is not None}
        if over.blame is not None:
            accused.add(over.blame.value)
        return next(iter(accused)) if len(accused) == 1 else None

    def _accusing(self) -> list[Finding]:
        """What breaks a must, of rules that count for the scene, and blames one of the two."""
        roles = {role.value for role in Role.ends_of("e2")}
        return [
            finding
            for finding in self.found
            if finding.level is Level.MUST and finding.rule not in _OF_RUN and finding.blame in roles
        ]


@dataclass(frozen=True, slots=True)
class Played:
    """What a pair came to: the verdict of each scene, and of each rule that counts for all of it, with its findings.

    ``drift`` says who speaks another edition than it announces, or than the other does; None if nobody does.
    ``trouble`` are sentences about what could not be stopped or judged.
    """

    lines: tuple[tuple[CaseResult, tuple[Finding, ...]], ...]
    drift: str | None
    trouble: tuple[str, ...]

    @property
    def results(self) -> tuple[CaseResult, ...]:
        """All verdicts."""
        return tuple(result for result, _ in self.lines)


def describe(scene: Scene) -> CaseDescription:
    """A scene as the case that results tell of; the near-RT RIC stands for both."""
    return CaseDescription(
        scene.id, scene.title, scene.clause, scene.level, Role.NEAR_RT_RIC, suite=SUITE, tags=scene.tags
    )


def _come_late(seen: Seen) -> Seen:
    """A scene in the light of what came after it: nobody is blamed for having been slow."""
    over = seen.over
    seconds = over.late() if over is not None and over.late is not None else None
    if over is None or seconds is None:
        return seen
    reason = f"{over.reason}; it came after {seconds:.1f} s, and how soon it has to come is not said anywhere"
    return replace(seen, over=replace(over, reason=reason, blame=None))


def judge(seen: Sequence[Seen], result: TapResult, trouble: Sequence[str], vendors: Mapping[Role, str]) -> Played:
    """The verdicts of a pair, now that all is judged."""
    findings = [replace(each, history=HISTORY, vendor=_vendor(each, vendors)) for each in result.audit.findings]
    lines: list[tuple[CaseResult, tuple[Finding, ...]]] = []
    taken: set[int] = set()
    perhaps: str | None = None
    for each in map(_come_late, seen):
        own = [
            place
            for place, finding in enumerate(findings)
            if each.first < (finding.event or 0) <= each.last and finding.rule not in _OF_RUN
        ]
        taken.update(own)
        found = tuple(replace(findings[place], case=each.scene.id) for place in own)
        result_of_scene = replace(each, found=found).result(HISTORY)
        lines.append((result_of_scene, found))
        # What may be why is no news where it is known who failed.
        if each.over is not None and result_of_scene.blame is None:
            perhaps = perhaps or each.over.drift
    rest = [finding for place, finding in enumerate(findings) if place not in taken]
    of_run = RunLines()
    of_run.add(rest)
    lines += of_run.lines()
    words = (*trouble, *([result.broken] if result.broken is not None else []))
    return Played(tuple(lines), drift(findings) or perhaps, words)


def drift(findings: Sequence[Finding]) -> str | None:
    """Who speaks another edition, in a sentence; the most telling of several."""
    for rule in DRIFT:
        first = next((finding for finding in findings if finding.rule == rule), None)
        if first is not None:
            whose = f"blame {first.vendor or first.blame}" if first.blame is not None else "nobody to blame"
            return f"{first.message}; {whose}"
    return None


def _vendor(finding: Finding, vendors: Mapping[Role, str]) -> str | None:
    return next((name for role, name in vendors.items() if role.value == finding.blame), None)
