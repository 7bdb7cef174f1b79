"""From a performed case to its verdict: the worst of its body and of what the rules find in its history."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from oran_harness.checkers import RULES, Audit
from oran_harness.checkers.observation import ComplaintObserved, MessageObserved, NetconfBreachObserved
from oran_harness.model import (
    HARNESS,
    CaseDescription,
    CaseResult,
    Event,
    Finding,
    HistoryHeader,
    Level,
    Role,
    Scope,
    Verdict,
)
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.netconf.breach_kind import SYNTAX
from oran_harness.runner.case_parts import Parts
from oran_harness.runner.death import REQUIREMENT, SUT_DIED, deaths
from oran_harness.steps import CaseOutcome

MOST_AUDITED = 20_000
"""Events of a case that are audited: of a flood the beginning tells all."""
VERSION_DRIFT = "E2AP-VERSION-DRIFT"
OF_THE_HARNESS = "HARNESS-"
"""How the ids of rules begin that are about the harness itself."""

_OUR_DOING = {Role.O1_MANAGER: ("NETCONF-UNANSWERED",), Role.O1_PROVIDER: ("NETCONF-AFTER-CLOSE",)}
"""Remarks that, while a role is under test, are about us at the far end: cases want such things."""
_RULES = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Audited:
    """What the rules found in a case's history.

    ``of_case`` counts for the case, ``of_run`` are findings of rules that are lines of their own, ``complaints`` the
    kinds of what is wrong with messages of the SUT. ``understood`` tells that both ends spoke one edition of E2AP.
    ``leftovers`` are subscriptions that an E2 node under test may have kept.
    """

    of_case: tuple[Finding, ...] = ()
    of_run: tuple[Finding, ...] = ()
    complaints: tuple[str, ...] = ()
    understood: bool = False
    leftovers: frozenset[RICrequestID] = frozenset()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with all that explains it; ``findings`` were made in the case's history."""

    verdict: Verdict
    reason: str = ""
    blame: str | None = None
    requirement: str = ""
    expected: str = ""
    actual: str = ""
    findings: tuple[Finding, ...] = field(default=())


def audit(case: CaseDescription, history: str, header: HistoryHeader, events: Sequence[Event]) -> Audited:
    """Let the rules judge a history, and see whether the SUT outlived it. We are blamed as ``harness``.

    What the SUT must not have done in a preamble, or while things are put away, is a line of its own: the case is not
    about it, and all cases would fail for one reason. What the harness injected on purpose, and what follows from it,
    is nobody's fault and left out; so is what it only should not have done, for cases ask for such things: to close an
    association upon a request, say.
    """
    auditing = Audit(header)
    complaints = []
    understood = False
    for event in events[:MOST_AUDITED]:
        for seen in auditing.feed(event):
            if isinstance(seen, MessageObserved):
                understood |= not set(seen.sender.editions).isdisjoint(seen.receiver.editions)
            if isinstance(seen, ComplaintObserved) and seen.event.source == case.under_test:
                complaints.append(seen.complaint.kind.value)
            if isinstance(seen, NetconfBreachObserved) and seen.blame is case.under_test:
                complaints += [seen.breach.kind.value] if seen.breach.kind in SYNTAX else []
    ours: AbstractSet[int | None] = {event.n for event in events if event.injected}
    # Where we spoke another edition on purpose, or the two do understand each other, nothing has drifted.
    settled = bool(ours) or understood
    found = [
        replace(each, case=case.id, history=f"{history}.jsonl")
        for finding in auditing.finish().findings
        if (each := _ours(finding, case.under_test, ours)) is not None
        and not (settled and finding.rule == VERSION_DRIFT)
    ]
    parts = Parts.of(case, events)
    of_run = [finding for finding in found if _of_run(finding) or parts.besides(finding, case.under_test)]
    return Audited(
        of_case=(*(finding for finding in found if finding not in of_run), *deaths(case, history, events)),
        of_run=tuple(of_run),
        complaints=tuple(complaints),
        understood=understood,
        leftovers=auditing.leftovers if case.under_test is Role.E2_NODE else frozenset(),
    )


def _ours(finding: Finding, under_test: Role, injected: AbstractSet[int | None]) -> Finding | None:
    """A finding as it counts here: ``injected`` are the events that the harness injected."""
    if finding.blame is None and (finding.event in injected or finding.rule in _OUR_DOING.get(under_test, ())):
        return None
    if finding.blame not in (under_test.other, HARNESS):
        return finding
    if not finding.rule.startswith(OF_THE_HARNESS) and (injected or finding.level is Level.SHOULD):
        return None
    return replace(finding, blame=HARNESS)


def _of_run(finding: Finding) -> bool:
    rule = _RULES.get(finding.rule)
    return rule is not None and rule.scope is Scope.RUN


def judge(case: CaseDescription, outcome: CaseOutcome | None, findings: Iterable[Finding]) -> Judgement:
    """The worst of what the body came to and of the findings that count for the case; a death is always told."""
    found = tuple(findings)
    if outcome is not None and outcome.verdict is Verdict.ERROR and outcome.of_adapter and _died(found):
        # Who has died cannot do what it is asked: that it died is what counts, and the adapter is not at fault.
        outcome = CaseOutcome(Verdict.INCONC, outcome.reason)
    judgements = [_of_body(case, outcome), *(_of_finding(case, finding) for finding in found)]
    worst = Verdict.worst(judgement.verdict for judgement in judgements)
    chosen = next(judgement for judgement in judgements if judgement.verdict is worst)
    died = _died(found)
    if died is not None and chosen is judgements[0] and chosen.verdict is Verdict.FAIL:
        # A body sees an end or silence on the wire; that the SUT died is what people have to know.
        what = f"the {case.under_test} died: {died.actual}"
        chosen = replace(chosen, actual=f"{chosen.actual}; {what}" if chosen.actual else what)
    return replace(chosen, findings=found)


def _died(findings: Iterable[Finding]) -> Finding | None:
    return next((finding for finding in findings if finding.rule == SUT_DIED), None)


def _of_body(case: CaseDescription, outcome: CaseOutcome | None) -> Judgement:
    if outcome is None or outcome.verdict is Verdict.PASS:
        return Judgement(Verdict.PASS)
    blame = outcome.blame
    if blame is None and outcome.verdict is Verdict.FAIL:
        blame = case.under_test.value
    reason = outcome.reason
    if not reason and outcome.verdict is not Verdict.FAIL:
        # A reason is owed where nothing failed: what was expected and did not come is one.
        reason = outcome.actual or outcome.requirement or f"the case says {outcome.verdict} and not why"
    return Judgement(outcome.verdict, reason, _name(blame), outcome.requirement, outcome.expected, outcome.actual)


def _of_finding(case: CaseDescription, finding: Finding) -> Judgement:
    requirement = REQUIREMENT if finding.rule == SUT_DIED else _RULES[finding.rule].requirement
    words = (f"{finding.rule}: {finding.message}", _name(finding.blame), requirement, finding.expected, finding.actual)
    if finding.rule.startswith(OF_THE_HARNESS):
        return Judgement(Verdict.ERROR, *words)
    if finding.blame == HARNESS:
        return Judgement(Verdict.ERROR if finding.level is Level.MUST else Verdict.PASS, *words)
    counts = finding.level is Level.MUST or case.level is Level.SHOULD
    if finding.blame == case.under_test and counts:
        return Judgement(Verdict.FAIL, *words)
    return Judgement(Verdict.PASS)


def _name(blame: str | None) -> str | None:
    return blame.value if isinstance(blame, Role) else blame


def result_of(
    case: CaseDescription, judgement: Judgement, duration_s: float = 0.0, history: str | None = None
) -> CaseResult:
    """The judgement as the line that listeners are told; ``history`` is without its suffix."""
    return CaseResult(
        id=case.id,
        title=case.title,
        clause=case.clause,
        level=case.level,
        interface=case.interface,
        suite=case.suite,
        tags=case.tags,
        verdict=judgement.verdict,
        reason=judgement.reason,
        blame=judgement.blame,
        requirement=judgement.requirement,
        expected=judgement.expected,
        actual=judgement.actual,
        duration_s=duration_s,
        history=f"{history}.jsonl" if history is not None else None,
    )
