"""The audit of a history: every event through every rule that it concerns, findings out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oran_harness.checkers.association import Association, End
from oran_harness.checkers.book import RULES
from oran_harness.checkers.findings import Findings
from oran_harness.checkers.follow import Follower
from oran_harness.checkers.harness import harness_failed
from oran_harness.checkers.identity import describe
from oran_harness.checkers.netconf.session import Session
from oran_harness.checkers.observation import (
    ComplaintObserved,
    HarnessFailed,
    HistoryEnded,
    IrregularityObserved,
    MessageObserved,
    NetconfBreachObserved,
    NoteObserved,
    Observation,
    PayloadObserved,
)
from oran_harness.checkers.rule import Rule, Subject
from oran_harness.model import HARNESS, Event, Finding, HistoryHeader, UsageError
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.service_models import RevisionTracker

MOST_SUMMARIES = 10_000
"""Associations that are summed up one by one."""


@dataclass(frozen=True, slots=True)
class EndSummary:
    """One end of an association; unknown is None. ``id`` is its Global E2 Node ID or Global RIC ID for people."""

    role: str | None
    address: str
    id: str | None


@dataclass(frozen=True, slots=True)
class AssociationSummary:
    """One association of E2AP, or one NETCONF session.

    ``version`` is the oldest E2AP edition that both ends may have spoken, or the version of NETCONF's base that both
    hellos name; None where that is unknown or there is none. ``service_models`` are those of its RAN functions, with
    the oldest edition that fits. ``interface`` is named as the lines of results name it.
    """

    id: str
    ends: tuple[EndSummary, ...]
    version: str | None
    messages: int
    service_models: tuple[str, ...]
    interface: str = "e2"


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What an audit found.

    ``messages`` are those of E2AP and NETCONF, ``decoded`` those of them that could be read at least in part;
    ``ignored`` are messages on associations that carry something else. ``further`` counts associations beyond those
    summed up.
    """

    messages: int
    decoded: int
    associations: tuple[AssociationSummary, ...]
    findings: tuple[Finding, ...]
    ignored: int = 0
    further: int = 0


class Audit:
    """Feed it a history event by event; memory does not grow with the number of messages.

    ``rules`` are those to apply, all of them by default. Nothing in a history raises, but ``UsageError`` where this
    machine lacks what its interface needs: where the harness itself fails,
    that is a finding that blames it. Where the head names the one side that is judged, only what that side did is
    found: the rest may be the doing of whoever stood between the two.
    """

    def __init__(self, header: HistoryHeader, rules: Sequence[Rule] | None = None) -> None:
        self._follower = Follower(header)
        self._findings = Findings()
        self._told = 0
        self._judged_role = header.judged
        self._by_subject: dict[tuple[type, Subject | type | None], list[Rule]] = {}
        self._concern: dict[tuple[type, Subject | type | None, str], tuple[Rule, ...]] = {}
        self._summaries: list[AssociationSummary] = []
        self._further = 0
        self._messages = 0
        self._decoded = 0
        for rule in RULES if rules is None else rules:
            for observed in rule.observes:
                for subject in rule.subjects or (None,):
                    self._by_subject.setdefault((observed, subject), []).append(rule)

    def feed(self, event: Event) -> tuple[Observation, ...]:
        """Take in the next event; what was observed in it, already judged."""
        return self._judged(event, self._follower.follow(event))

    def news(self) -> tuple[Finding, ...]:
        """The findings that were not there at the last call, with the count that they have by now."""
        new = self._findings.since(self._told)
        self._told += len(new)
        return new

    @property
    def leftovers(self) -> frozenset[RICrequestID]:
        """The subscriptions that E2 nodes may keep when the history is over."""
        return self._follower.history.leftovers

    def finish(self) -> AuditResult:
        """The history ends here: judge what is left and sum up."""
        last = self._follower.last
        if last is not None:
            self._judged(last, self._follower.finish())
        return AuditResult(
            messages=self._messages,
            decoded=self._decoded,
            associations=tuple(sorted(self._summaries, key=_order)),
            findings=self._findings.all(),
            ignored=self._follower.ignored,
            further=self._further,
        )

    def _judged(self, event: Event, observations: Iterator[Observation]) -> tuple[Observation, ...]:
        judged: list[Observation] = []
        while True:
            try:
                seen = next(observations, None)
            except UsageError:
                raise
            except Exception as error:
                seen, observations = HarnessFailed(event, None, "the follower", _text(error)), iter(())
            if seen is None:
                break
            self._apply(seen)
            judged.append(seen)
        if self._follower.retired:
            self._retire()
        return tuple(judged)

    def _apply(self, seen: Observation) -> None:
        association = None if isinstance(seen, (NoteObserved, HistoryEnded)) else seen.association
        for rule in self._concerned(seen):
            try:
                for breach in rule.check(seen):
                    if self._judged_role in (None, breach.blame) or breach.blame == HARNESS:
                        self._findings.add(rule, seen.event, association, breach)
            except Exception as error:
                failed = HarnessFailed(seen.event, association, rule.id, _text(error))
                for breach in harness_failed(failed):
                    self._findings.add(harness_failed, seen.event, association, breach)

    def _concerned(self, seen: Observation) -> tuple[Rule, ...]:
        subject: Subject | type | None = None
        model = ""
        if isinstance(seen, MessageObserved):
            subject = type(seen.message)
        elif isinstance(seen, PayloadObserved):
            # What a payload says is judged where all of it could be read.
            subject, model = seen.payload.kind, seen.payload.model if seen.payload.accepting else ""
        elif isinstance(seen, ComplaintObserved):
            subject = seen.complaint.kind
        elif isinstance(seen, IrregularityObserved):
            subject = seen.irregularity.kind
        elif isinstance(seen, NetconfBreachObserved):
            subject = seen.breach.kind
        key = (type(seen), subject, model)
        found = self._concern.get(key)
        if found is None:
            found = self._concern[key] = tuple(self._rules_of(*key))
        return found

    def _rules_of(self, kind: type, subject: Subject | type | None, model: str) -> Iterator[Rule]:
        """The rules for one kind of observation: those for all such, then those for its subject."""
        for narrowed in dict.fromkeys((None, subject)):
            found = self._by_subject.get((kind, narrowed), ())
            yield from (rule for rule in found if rule.model is None or rule.model == model)

    def _retire(self) -> None:
        """Sum up the associations that are over."""
        for association in self._follower.retired:
            self._messages += association.messages
            self._decoded += association.decoded
            if len(self._summaries) < MOST_SUMMARIES:
                self._summaries.append(summarise(association))
            else:
                self._further += 1
        self._follower.retired.clear()


def summarise(association: Association | Session) -> AssociationSummary:
    """What one association was."""
    if isinstance(association, Session):
        ends = tuple(EndSummary(end.role, end.name, None) for end in association.ends)
        return AssociationSummary(association.id, ends, association.version, association.messages, (), "o1")
    return AssociationSummary(
        id=association.id,
        ends=tuple(_end(end) for end in association.ends),
        version=_version(association),
        messages=association.messages,
        service_models=tuple(sorted(_service_models(association))),
    )


def _end(end: End) -> EndSummary:
    return EndSummary(end.role.value if end.role is not None else None, end.name, describe(end.identity))


def _version(association: Association) -> str | None:
    spoken = [end.editions for end in association.ends if end.editions]
    common = [edition for edition in spoken[0] if all(edition in each for each in spoken)] if spoken else []
    return common[0] if common else None


def _service_models(association: Association) -> set[str]:
    trackers: dict[int, list[RevisionTracker]] = {}
    for end in association.ends:
        for function, tracker in end.revisions.items():
            trackers.setdefault(function, []).append(tracker)
    return {_model_name(each) for each in trackers.values()}


def _model_name(trackers: list[RevisionTracker]) -> str:
    model = trackers[0].model
    common = [each for each in trackers[0].candidates if all(each in other.candidates for other in trackers)]
    candidates = common or list(trackers[0].candidates)
    return f"{model.title.removeprefix('E2SM-')} {candidates[0]}"


def _order(summary: AssociationSummary) -> tuple[int, str]:
    return (int(summary.id) if summary.id.isdecimal() else 0, summary.id)


def _text(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
