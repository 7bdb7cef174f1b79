"""From a performed case to its verdict."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from oran_harness.checkers import RULES
from oran_harness.drivers import Setting, perform_virtual
from oran_harness.model import HARNESS, Event, EventKind, Finding, HistoryHeader, Level, Role, Verdict
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupResponse, RICsubscriptionRequest
from oran_harness.runner import judgement
from oran_harness.runner.death import note_of
from oran_harness.runner.judgement import Judgement, audit, judge, result_of
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.offers import node_offer, setup_request
from tests.runner.scene import case, ric


async def nothing(peer: Peer) -> None:
    """Nothing."""


MUST = replace(case(nothing).description, needs=("association.none",))
SHOULD = replace(MUST, level=Level.SHOULD)
RULE = next(rule for rule in RULES if rule.scope == "case" and rule.level is Level.MUST)
FINDING = Finding(RULE.id, RULE.clause, Level.MUST, "near-rt-ric", "said too much", "less", "more", "hint", event=3)
WEAK = replace(FINDING, level=Level.SHOULD)


def fail(**parts: Any) -> CaseOutcome:
    """A body that failed."""
    return CaseOutcome(Verdict.FAIL, **parts)


@pytest.mark.parametrize(
    ("of", "outcome", "findings", "verdict", "blame"),
    [
        (MUST, None, (), "pass", None),
        (MUST, fail(actual="nothing came"), (), "fail", "near-rt-ric"),
        (MUST, fail(blame="harness"), (), "fail", "harness"),
        (MUST, None, (FINDING,), "fail", "near-rt-ric"),
        (MUST, None, (WEAK,), "pass", None),
        (SHOULD, None, (WEAK,), "fail", "near-rt-ric"),
        (MUST, None, (replace(FINDING, blame=None),), "pass", None),
        (MUST, None, (replace(FINDING, blame=HARNESS),), "error", "harness"),
        (MUST, None, (replace(WEAK, blame=HARNESS),), "pass", None),
        (MUST, None, (replace(WEAK, rule="HARNESS-FAILED", blame=HARNESS),), "error", "harness"),
        (MUST, CaseOutcome(Verdict.INCONC, "x"), (FINDING,), "fail", "near-rt-ric"),
        (MUST, CaseOutcome(Verdict.ERROR, "x", blame=HARNESS), (FINDING,), "error", "harness"),
        (MUST, CaseOutcome(Verdict.UNSUPPORTED, "refused"), (WEAK,), "unsupported", None),
    ],
)
def test_the_worst_counts(
    of: Any, outcome: CaseOutcome | None, findings: Sequence[Finding], verdict: str, blame: str | None
) -> None:
    """Of the body, and of must-level findings (for a should-level case, of all) that blame the SUT or us."""
    found = judge(of, outcome, findings)
    assert (found.verdict.value, found.blame) == (verdict, blame if verdict != "pass" else found.blame)
    assert found.findings == tuple(findings)
    assert found.verdict is Verdict.PASS or found.reason or found.verdict is Verdict.FAIL


def test_the_words_of_what_counts() -> None:
    """Of the body where it failed, else of the first finding that counts, with its rule's requirement."""
    by_body = judge(MUST, fail(requirement="be quick", expected="1 s", actual="2 s"), (FINDING,))
    assert (by_body.requirement, by_body.expected, by_body.actual) == ("be quick", "1 s", "2 s")
    by_rule = judge(MUST, None, (WEAK, FINDING))
    assert (by_rule.requirement, by_rule.expected, by_rule.actual) == (RULE.requirement, "less", "more")
    assert by_rule.reason == f"{RULE.id}: said too much"


@pytest.mark.parametrize("verdict", [Verdict.INCONC, Verdict.ERROR, Verdict.UNSUPPORTED, Verdict.SKIP])
def test_a_reason_is_never_empty(verdict: Verdict) -> None:
    """Of what neither passed nor failed, the reason is owed."""
    for outcome in (CaseOutcome(verdict), CaseOutcome(verdict, actual="nothing came"), CaseOutcome(verdict, "x")):
        assert judge(MUST, outcome, ()).reason


def test_the_line_of_a_judgement() -> None:
    """What is declared, what came of it, and where the history lies."""
    line = result_of(MUST, Judgement(Verdict.FAIL, "r", "near-rt-ric", "q", "e", "a"), 1.5, "history/A")
    assert (line.id, line.title, line.suite, line.level) == (MUST.id, MUST.title, "tests", Level.MUST)
    assert (line.verdict, line.reason, line.requirement, line.expected, line.actual) == ("fail", "r", "q", "e", "a")
    assert (line.duration_s, line.history) == (1.5, "history/A.jsonl")
    assert result_of(MUST, Judgement(Verdict.SKIP, "x")).history is None


def events(*, edition: str = "3.01", octets: bytes | None = None) -> tuple[HistoryHeader, tuple[Event, ...]]:
    """A history with the reference RIC: E2 Setup, or octets that are none."""

    async def body(peer: Peer) -> None:
        await peer.open()
        if octets is not None:
            await peer.send_octets(octets)
            await peer.pause(0.1)
        else:
            await peer.send(setup_request(node_offer(edition=edition, number=1), 5))
            await peer.expect(E2setupResponse)

    performed = perform_virtual(case(body).case, Setting(Role.NEAR_RT_RIC), ric)
    assert performed.outcome is None
    return performed.header, performed.events


def test_what_is_wrong_with_a_preamble_is_no_fault_of_the_case() -> None:
    """It is a line of its own, once for the whole run, and the body's verdict stands."""
    header, recorded = events()
    spoilt = [
        replace(event, octets=(event.octets or b"")[:-3]) if event.source == "near-rt-ric" and event.octets else event
        for event in recorded
    ]
    whole = replace(MUST, needs=())
    audited = audit(whole, "history/A", header, spoilt)
    assert audited.of_case == ()
    assert {finding.blame for finding in audited.of_run} == {"near-rt-ric"}
    assert judge(whole, None, audited.of_case).verdict is Verdict.PASS


def test_a_clean_history_has_no_findings() -> None:
    """The reference RIC answers as it has to."""
    audited = audit(MUST, "history/A", *events())
    assert (audited.of_case, audited.complaints, audited.understood) == ((), (), True)


def test_who_says_nothing_is_not_understood() -> None:
    """That takes messages of both ends, of one edition."""
    header, recorded = events()
    assert not audit(MUST, "history/A", header, [each for each in recorded if each.source != "near-rt-ric"]).understood


def test_what_the_sut_says_wrong_is_found() -> None:
    """With case, history and event; findings of run-scoped rules apart; complaints by their kind."""
    header, recorded = events()
    spoilt = [
        replace(event, octets=(event.octets or b"")[:-3], ppid=0)
        if event.source == "near-rt-ric" and event.octets
        else event
        for event in recorded
    ]
    audited = audit(MUST, "history/A", header, spoilt)
    assert audited.of_case
    assert {finding.blame for finding in audited.of_case} == {"near-rt-ric"}
    assert {(finding.case, finding.history) for finding in audited.of_case} == {(MUST.id, "history/A.jsonl")}
    assert [finding.rule for finding in audited.of_run] == ["E2-PPID"]
    assert audited.complaints


def test_what_we_say_wrong_is_ours() -> None:
    """Injected, it is nobody's fault; else the harness is blamed, whatever role it plays."""
    header, recorded = events(octets=b"\x00\x01\x02")
    assert any(event.injected for event in recorded)
    assert audit(MUST, "history/A", header, recorded).of_case == ()
    plain = [replace(event, injected=False) for event in recorded]
    assert {finding.blame for finding in audit(MUST, "history/A", header, plain).of_case} == {HARNESS}


def test_a_remark_about_what_we_injected_is_left_out() -> None:
    """It blames nobody, and says nothing about the SUT: no line of the run comes of it."""
    header, recorded = events()

    def otherwise(event: Event) -> Event:
        message = codec("3.01").decode(event.octets or b"").message
        if not isinstance(message, E2setupResponse):
            return event
        accepted = tuple(replace(item, ran_function_revision=4095) for item in message.ran_functions_accepted or ())
        return replace(event, octets=codec("3.01").encode(replace(message, ran_functions_accepted=accepted)))

    node = replace(MUST, under_test=Role.E2_NODE)
    plain = [otherwise(event) for event in recorded]
    assert [each.rule for each in audit(node, "history/A", header, plain).of_run] == ["E2AP-ACCEPTED-REVISION"]
    injected = [replace(event, injected=event.source == Role.NEAR_RT_RIC) for event in plain]
    assert audit(node, "history/A", header, injected).of_run == ()


def test_what_we_only_should_not_do_is_nobodys() -> None:
    """Cases ask for it: to abort an association upon a request, which a SUT would be told of."""

    async def body(peer: Peer) -> None:
        await peer.open()
        await peer.send(setup_request(node_offer(edition="3.01", number=1), 5))
        await peer.expect(E2setupResponse)
        await peer.stimulate("subscribe", service_model="kpm")
        await peer.expect(RICsubscriptionRequest)
        await peer.close(how="abort")

    performed = perform_virtual(case(body).case, Setting(Role.NEAR_RT_RIC, stimuli=None), ric)
    assert performed.outcome is None
    assert audit(MUST, "history/A", performed.header, performed.events).of_case == ()


def test_a_death_is_found_in_the_history() -> None:
    """The note of it is enough, so that a replay finds it too."""
    header, recorded = events()
    dead = Event(recorded[-1].n + 1, recorded[-1].t, EventKind.NOTE, message=note_of("killed by signal 11"))
    (finding,) = audit(MUST, "history/A", header, (*recorded, dead)).of_case
    assert (finding.rule, finding.actual) == ("SUT-DIED", "killed by signal 11")
    assert judge(MUST, None, (finding,)).verdict is Verdict.FAIL


def test_a_death_is_told_whatever_the_body_saw() -> None:
    """On the wire it is an end or silence: the words of the body stay, and how the SUT died is added."""
    header, recorded = events()
    dead = Event(recorded[-1].n + 1, recorded[-1].t, EventKind.NOTE, message=note_of("killed by signal 6"))
    found = audit(MUST, "history/A", header, (*recorded, dead)).of_case
    of_body = judge(MUST, fail(requirement="answer", expected="an answer", actual="association 1 ended"), found)
    assert (of_body.requirement, of_body.expected) == ("answer", "an answer")
    assert of_body.actual == "association 1 ended; the near-rt-ric died: killed by signal 6"
    assert judge(MUST, fail(), found).actual == "the near-rt-ric died: killed by signal 6"
    assert judge(MUST, CaseOutcome(Verdict.INCONC, "x"), found).actual == "killed by signal 6"


def test_of_a_flood_the_beginning_is_audited(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is beyond costs nothing."""
    monkeypatch.setattr(judgement, "MOST_AUDITED", 3)
    header, recorded = events()
    spoilt = [replace(event, octets=b"x") if event.octets else event for event in recorded]
    assert audit(MUST, "history/A", header, [*recorded[:3], *spoilt[3:]]).complaints == ()


def test_a_death_during_a_stimulus_is_the_verdict() -> None:
    """That its adapter then fails is no error of ours or of its own; without a death it is one."""
    reason = "the adapter failed at the stimulus reset: it has ended"
    outcome = CaseOutcome(Verdict.ERROR, reason, blame=HARNESS, of_adapter=True)
    death = replace(FINDING, rule="SUT-DIED", actual="killed by signal 11")
    judged = judge(MUST, outcome, (death,))
    assert (judged.verdict, judged.blame) == (Verdict.FAIL, "near-rt-ric")
    assert judge(MUST, outcome, ()).verdict is Verdict.ERROR
    assert (
        judge(MUST, CaseOutcome(Verdict.ERROR, "the harness broke", blame=HARNESS), (death,)).verdict is Verdict.ERROR
    )
