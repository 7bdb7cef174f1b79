"""Verdicts with one cause stand together, and no others."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.model import CaseResult, Level, Verdict
from oran_harness.runner.gathering import Gathered, Likeness, gathered, ids_in_short
from oran_harness.runner.run_lines import SUITE
from oran_harness.steps.functions import OFFERS_WHAT_IS_CLAIMED

FAIL = CaseResult("A-001", "first", "1.2", Level.MUST, "e2", "s", (), Verdict.FAIL, blame="e2-node", history="a.jsonl")
UNANSWERED = {"expected": "RICcontrolAcknowledge or RICcontrolFailure within 5 s", "actual": "no answer within 5 s"}


def cases(*changes: dict[str, Any]) -> list[CaseResult]:
    """A fail for each, numbered from 1."""
    return [replace(FAIL, id=f"A-{number:03}", **change) for number, change in enumerate(changes, 1)]


def fails(*changes: dict[str, Any]) -> list[Gathered]:
    """The causes of such fails."""
    return gathered(cases(*changes), Verdict.FAIL)


def test_silence_to_a_procedure_is_one_cause() -> None:
    """Whatever was asked of it, whichever of its answers would have done, and on whatever association."""
    (cause,) = fails(
        {"requirement": "A control is acknowledged", **UNANSWERED},
        {
            "requirement": "An unknown IE is reported",
            "expected": "ErrorIndication or RICcontrolFailure on association 2 within 5 s",
            "actual": "nothing came within 5 s",
        },
        {**UNANSWERED, "actual": "no answer within 5 s; what came: 3 RICindication"},
    )
    assert (cause.likeness, cause.subject, len(cause.results)) == (Likeness.UNANSWERED, "RICcontrol", 3)
    assert cause.what == "No answer came where one of RICcontrol was expected"


@pytest.mark.parametrize(
    "other",
    [
        {**UNANSWERED, "expected": "E2RemovalResponse within 5 s"},
        {**UNANSWERED, "blame": "near-rt-ric"},
        {**UNANSWERED, "actual": "ErrorIndication (cause protocol: unspecified)"},
        {**UNANSWERED, "actual": "no answer within 5 s; what came: RICcontrolFailure, with RICrequestID 1/2"},
        {**UNANSWERED, "expected": "no RICindication for 0.3 s"},
    ],
    ids=["another procedure", "another to blame", "an answer", "other ids", "no silence"],
)
def test_what_differs_stands_alone(other: dict[str, Any]) -> None:
    """Another procedure, another end, an answer after all."""
    assert [len(cause.results) for cause in fails(UNANSWERED, other)] == [1, 1]


def test_a_message_that_never_came() -> None:
    """One that the product begins with."""
    unsaid = {"expected": "RICsubscriptionRequest within 5 s", "actual": "nothing came within 5 s"}
    (cause,) = fails({**unsaid, "requirement": "x"}, {**unsaid, "requirement": "y"})
    assert (cause.likeness, cause.subject) == (Likeness.UNSAID, "RICsubscriptionRequest")
    assert "RICsubscriptionRequest" in cause.what


def test_what_is_claimed_and_not_offered() -> None:
    """A cause for each service model."""
    unoffered = {"requirement": OFFERS_WHAT_IS_CLAIMED, "actual": "none in what it offered"}
    kpm, rc = ({**unoffered, "expected": f"a RAN function of E2SM-{name}"} for name in ("KPM", "RC"))
    causes = fails(kpm, rc, kpm)
    assert [(cause.likeness, len(cause.results)) for cause in causes] == [
        (Likeness.UNOFFERED, 2),
        (Likeness.UNOFFERED, 1),
    ]
    assert causes[0].what == "A RAN function of E2SM-KPM is claimed, and there is none in what it offered"


def test_one_rule_is_one_cause() -> None:
    """Its line and the cases that fail by it, whatever the numbers in its words; other words are another."""
    said = {"reason": "E2AP-MALFORMED: IE 5 of event 7 is odd", "requirement": "Be even."}
    line = replace(FAIL, id="E2-PPID", suite=SUITE, reason="messages are sent with PPID 0")
    other = {**said, "reason": "E2AP-MALFORMED: IE 6 of event 9 is odd"}
    results = [*cases(said, other, {**said, "reason": "E2AP-MALFORMED: there is none"}), line]
    found = gathered(results, Verdict.FAIL)
    assert [(cause.likeness, cause.subject, len(cause.results)) for cause in found] == [
        (Likeness.RULE, "E2AP-MALFORMED", 2),
        (Likeness.RULE, "E2AP-MALFORMED", 1),
        (Likeness.RULE, "E2-PPID", 1),
    ]
    assert found[0].what == "E2AP-MALFORMED: Be even."


def test_deaths_alike() -> None:
    """Of one signal; another is another."""
    died = {"reason": "SUT-DIED: the e2-node did not outlive the case", "actual": "ended by signal 11"}
    first, second = fails(died, died, {**died, "actual": "ended by signal 6"})
    assert (first.likeness, len(first.results), len(second.results)) == (Likeness.DEATH, 2, 1)
    assert first.what == "The e2-node died or answers no longer: ended by signal 11"


def test_the_same_words() -> None:
    """But for times, ids and places, which differ each time; another requirement is another cause."""
    said = {"requirement": "Be quiet.", "expected": "no RICindication for 0.3 s"}
    first, second = fails(
        {**said, "actual": "RICindication after 0.084 s on association 1, request 791/46371"},
        {**said, "actual": "RICindication after 0.2 s on association 2, request 3/1"},
        {**said, "actual": "RICindication after 0.2 s on association 2, request 3/1", "requirement": "Be polite."},
    )
    assert (first.likeness, first.what, len(first.results), len(second.results)) == (
        Likeness.WORDS,
        "Be quiet.",
        2,
        1,
    )
    assert len(fails({**said, "actual": "style 1"}, {**said, "actual": "style 2"})) == 2


@pytest.mark.parametrize("verdict", [Verdict.INCONC, Verdict.SKIP, Verdict.UNSUPPORTED, Verdict.ERROR])
def test_where_nothing_failed_the_reason_counts(verdict: Verdict) -> None:
    """Whatever the requirement; how often it was tried does not matter."""
    one = {"verdict": verdict, "reason": "nobody is there", "requirement": "x"}
    again = {**one, "reason": "nobody is there (given up after 3 attempts)", "requirement": "y"}
    (cause, _) = gathered(cases(one, again, {**one, "reason": "no stimulus: x"}), verdict)
    assert (cause.what, len(cause.results), cause.verdict) == ("nobody is there", 2, verdict)


def test_the_gravest_come_first() -> None:
    """Musts before shoulds, many before few, else the order of the cases; the others are left alone."""
    should = {"requirement": "c", "level": Level.SHOULD}
    causes = fails({"requirement": "a"}, {"requirement": "b"}, {"requirement": "b"}, should, should, should)
    assert [cause.what for cause in causes] == ["b", "a", "c"]
    assert [cause.should for cause in causes] == [0, 0, 3]
    assert gathered(cases({}), Verdict.PASS) == []


def test_where_to_look_first() -> None:
    """At a must-level case with messages in which nothing illegal was sent."""
    should, bare, negative = {"level": Level.SHOULD}, {"history": None}, {"tags": ("negative",)}
    (cause,) = fails(should, bare, negative, {}, {})
    assert cause.first.id == "A-004"


def test_ids_in_short() -> None:
    """What follows one another is told by its ends; of many the rest is counted."""
    names = ["A-101", "A-102", "A-103", "A-105", "A-106", "B-107"]
    results = [replace(FAIL, id=name) for name in names]
    assert ids_in_short(results) == "A-101 to 103, A-105, A-106, B-107"
    assert ids_in_short(results, 2) == "A-101 to 103, A-105, A-106 and 1 more"
    assert ids_in_short([replace(FAIL, id=f"A-{n * 2}") for n in range(9)], 3) == "A-0, A-2, A-4 and 6 more"
    assert ids_in_short([replace(FAIL, id="E2-PPID"), replace(FAIL, id="E2-X")]) == "E2-PPID, E2-X"


def test_long_texts_of_a_product_are_compared_at_once() -> None:
    """Names of a product may be as long as a message: no text takes longer than its length."""
    (cause,) = fails(*[{"requirement": "r", "expected": "y", "actual": "1." * 500_000}] * 2)
    assert len(cause.results) == 2
