"""Verdicts that have one cause: a product with one fault fails many cases, and people want to read it once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from oran_harness.checkers import RULES
from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.runner.death import SUT_DIED
from oran_harness.runner.run_lines import SUITE
from oran_harness.steps.correlation import INITIATING
from oran_harness.steps.functions import OFFERS_WHAT_IS_CLAIMED


class Likeness(StrEnum):
    """What verdicts have in common."""

    RULE = "rule"
    """The same rule fired, with the same words."""
    DEATH = "death"
    """The SUT died."""
    UNANSWERED = "unanswered"
    """No answer of the same procedure came."""
    UNSAID = "unsaid"
    """The same message did not come that the SUT begins with."""
    UNOFFERED = "unoffered"
    """The same service model is claimed and not offered."""
    WORDS = "words"
    """Requirement, expected and actual are the same; where nothing failed, the reason is."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Verdicts with one cause, in the order of their cases.

    ``subject`` is the id of the rule, the name of the procedure or of the message, else a sentence.
    """

    likeness: Likeness
    subject: str
    results: tuple[CaseResult, ...]

    @property
    def verdict(self) -> Verdict:
        """The verdict that all of them have."""
        return self.results[0].verdict

    @property
    def first(self) -> CaseResult:
        """Where to look first: a must before a should, what has messages, and what is asked plainly."""
        return min(
            self.results, key=lambda each: (each.level is not Level.MUST, each.history is None, NEGATIVE in each.tags)
        )

    @property
    def should(self) -> int:
        """How many of them are at level ``should``."""
        return sum(result.level is Level.SHOULD for result in self.results)

    @property
    def what(self) -> str:
        """What it is, in a few words."""
        first = self.first
        match self.likeness:
            case Likeness.RULE:
                return first.requirement if first.suite == SUITE else f"{self.subject}: {first.requirement}"
            case Likeness.DEATH:
                return f"The {first.blame or 'SUT'} died or answers no longer: {first.actual}"
            case Likeness.UNANSWERED:
                return f"No answer came where one of {self.subject} was expected"
            case Likeness.UNSAID:
                return f"No {self.subject} came where one was expected"
            case Likeness.UNOFFERED:
                return f"{self.subject[:1].upper()}{self.subject[1:]} is claimed, and there is {first.actual}"
        return self.subject


NEGATIVE = "negative"
"""The tag of a case in which the SUT is sent what it cannot carry out."""
_ANSWERS = {
    message.NAME: PROCEDURES[message.PROCEDURE_CODE].name for message in MESSAGES if message.OUTCOME != INITIATING
}
_SAID = {message.NAME for message in MESSAGES}
_RULES = {rule.id for rule in RULES}
_NOTHING = re.compile(r"(?:no answer|nothing of the kind came|nothing came) within [\d.e+-]+ s(?:; what came: [^,]*)?")
_WAITED = re.compile(r"(?P<names>\w+(?: or \w+)*)(?: on association \S+)? within [\d.e+-]+ s")
# A number begins behind no dot: a text of nothing but "1.1.1" is looked at once, and not from each of its digits.
_PASSING = re.compile(r"(?: on)? association \S+|(?<![\w.])\d[\d.]*(?:e-?\d+)? s\b|\b\d+/\d+\b|\bevent \d+")
_DIGITS = re.compile(r"\d+")
_AGAIN = " (given up"

_Key = tuple[Likeness, str, str]


def gathered(results: Iterable[CaseResult], verdict: Verdict) -> list[Gathered]:
    """The results with that verdict, those with one cause together.

    Causes with a must-level line come first, then those of many cases, else they stand as the cases do.
    """
    alike: dict[tuple[Verdict, str | None, _Key], list[CaseResult]] = {}
    subjects: dict[tuple[Verdict, str | None, _Key], str] = {}
    for result in results:
        if result.verdict is verdict:
            likeness, subject, words = _cause(result)
            key = (verdict, result.blame, (likeness, "" if likeness is Likeness.WORDS else subject, words))
            alike.setdefault(key, []).append(result)
            subjects.setdefault(key, subject)
    found = [Gathered(key[2][0], subjects[key], tuple(each)) for key, each in alike.items()]
    return sorted(found, key=lambda each: (each.should == len(each.results), -len(each.results)))


def _cause(result: CaseResult) -> tuple[Likeness, str, str]:
    """What the verdict is due to: the kind, its subject, and what must be the same besides."""
    rule, _, message = result.reason.partition(": ")
    if result.suite == SUITE:
        return Likeness.RULE, result.id, _DIGITS.sub("#", result.reason)
    if rule in _RULES:
        return Likeness.RULE, rule, _DIGITS.sub("#", message)
    if rule == SUT_DIED:
        return Likeness.DEATH, rule, _passing(result.actual)
    if result.verdict is not Verdict.FAIL:
        return Likeness.WORDS, result.reason.partition(_AGAIN)[0], _passing(result.reason.partition(_AGAIN)[0])
    if result.requirement == OFFERS_WHAT_IS_CLAIMED:
        return Likeness.UNOFFERED, result.expected, result.actual
    return _of_silence(result) or (
        Likeness.WORDS,
        result.requirement or result.title,
        "\n".join((result.requirement or result.title, _passing(result.expected), _passing(result.actual))),
    )


def _of_silence(result: CaseResult) -> tuple[Likeness, str, str] | None:
    """What did not come, where nothing did; None for any other fail."""
    waited = _WAITED.fullmatch(result.expected)
    names = waited["names"].split(" or ") if waited is not None else []
    if not names or not _SAID.issuperset(names) or not _NOTHING.fullmatch(result.actual):
        return None
    procedures = sorted({_ANSWERS[name] for name in names if name in _ANSWERS})
    if procedures:
        return Likeness.UNANSWERED, " or ".join(procedures), ""
    return Likeness.UNSAID, " or ".join(names), ""


def _passing(text: str) -> str:
    """The text without what differs from case to case: times, numbers of associations and events, request ids."""
    return _PASSING.sub("#", text)


def ids_in_short(results: Sequence[CaseResult], most: int = 12) -> str:
    """The ids of the results: ``A-101 to 104, B-7``; at most so many parts, the rest is counted."""
    runs: list[list[str]] = []
    for result in results:
        if runs and _follows(runs[-1][-1], result.id):
            runs[-1].append(result.id)
        else:
            runs.append([result.id])
    shown = runs[:most]
    parts = [part for run in shown for part in ([f"{run[0]} to {_number(run[-1])}"] if len(run) > 2 else run)]
    left = len(results) - sum(map(len, shown))
    return ", ".join(parts) + (f" and {left} more" if left else "")


def _follows(before: str, id: str) -> bool:
    """Whether an id is the next number under the same name."""
    name, number = before.rpartition("-")[0], _number(before)
    return number.isdecimal() and id == f"{name}-{int(number) + 1:0{len(number)}}"


def _number(id: str) -> str:
    return id.rpartition("-")[2]
