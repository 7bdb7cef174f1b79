"""When a step is done, and how, follows from recorded times alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import Role, Verdict
from oran_harness.model.restart import LONGEST_S
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps import (
    Claims,
    Close,
    ExpectEnd,
    Listen,
    Open,
    Pause,
    Send,
    Silence,
    Stimulate,
    Stimulated,
    Wanted,
)
from oran_harness.steps.correlation import answers
from oran_harness.steps.decision import (
    CLOSE_LIMIT,
    LISTEN_LIMIT,
    STIMULUS_LIMIT,
    Begun,
    Decision,
    Done,
    Over,
    Terms,
    Waiting,
    decide,
    unwanted_requests,
)
from oran_harness.steps.inbox import TURNED_AWAY, Listening, Moment, Refused, Risen
from oran_harness.steps.offers import node_offer, setup_request
from tests.steps.record import (
    ERROR,
    MANNERS,
    NODE_TERMS,
    REMOVAL,
    REMOVAL_REFUSED,
    REMOVED,
    RESET,
    RESET_DONE,
    START,
    TERMS,
    UNSPECIFIED,
    Record,
    expect,
)

ANYTHING = Wanted((Message,))


def outcome(decision: Decision) -> Any:
    assert isinstance(decision, Over)
    return decision.outcome


def done(decision: Decision) -> Done:
    assert isinstance(decision, Done)
    return decision


# Expect


def test_a_message_within_the_deadline_is_given() -> None:
    """The oldest that matches; it is settled when it came."""
    record = Record()
    record.heard(RESET, 1.0)
    wanted = record.heard(REMOVAL, 2.0)
    record.heard(REMOVAL, 3.0)
    settled = done(record.decide(expect(m.E2RemovalRequest), 4.0))
    assert (settled.result, settled.taken, settled.at) == (REMOVAL, wanted, Moment(2.0, wanted.n))


def test_a_message_on_the_deadline_counts_and_one_behind_it_does_not() -> None:
    """However late that is decided."""
    record = Record()
    record.heard(REMOVAL, 5.0)
    assert done(record.decide(expect(m.E2RemovalRequest), 99.0)).result == REMOVAL
    late = Record()
    late.heard(REMOVAL, 5.000000001)
    assert "within 5 s" in outcome(late.decide(expect(m.E2RemovalRequest), 99.0)).actual


def test_what_came_before_the_step_is_given_at_once() -> None:
    """It is settled when the step began."""
    record = Record()
    record.heard(REMOVAL, 1.0)
    settled = done(record.decide(expect(m.E2RemovalRequest), 3.0, began=Moment(3.0, 7)))
    assert settled.at == Moment(3.0, 7)


def test_waiting_tells_until_when() -> None:
    """The step's own limit, or the run's."""
    record = Record()
    assert record.decide(expect(m.E2RemovalRequest), 1.0) == Waiting(5.0)
    assert record.decide(expect(m.E2RemovalRequest, within=2.0), 1.0) == Waiting(2.0)


def test_silence_until_the_deadline_is_told_with_what_came() -> None:
    """The verdict is that of the step; what is expected and what came are sentences."""
    record = Record()
    record.heard(RESET, 1.0)
    record.heard(RESET, 2.0)
    failed = outcome(record.decide(expect(m.E2RemovalResponse, requirement="R"), 5.0))
    assert (failed.verdict, failed.requirement) == (Verdict.FAIL, "R")
    assert failed.expected == "E2RemovalResponse within 5 s"
    assert failed.actual == "no answer within 5 s; what came: 2 ResetRequest"
    nothing = outcome(Record().decide(expect(m.E2RemovalRequest, otherwise=Verdict.INCONC), 5.0))
    assert (nothing.verdict, nothing.actual) == (Verdict.INCONC, "nothing came within 5 s")
    assert "expected E2RemovalRequest" in nothing.reason


def test_an_answer_with_other_ids_is_told_with_them() -> None:
    """It is of the kind that is waited for, and yet no answer to this request."""
    request = m.RICsubscriptionDeleteRequest(e.RICrequestID(7, 8), 2)
    record = Record()
    record.asked(request, 0.5)
    record.heard(m.RICsubscriptionDeleteFailure(e.RICrequestID(0, 0), 0, UNSPECIFIED), 1.0)
    failed = outcome(record.decide(expect(m.RICsubscriptionDeleteFailure, where=answers(request)), 5.0))
    assert failed.actual == (
        "no answer within 5 s; what came: RICsubscriptionDeleteFailure, with RICrequestID 0/0 in answer to "
        "RICrequestID 7/8"
    )
    record.asked(REMOVAL, 5.0)
    record.heard(m.E2RemovalResponse(3), 6.0)
    failed = outcome(record.decide(expect(m.E2RemovalResponse, where=answers(REMOVAL)), 11.0, began=Moment(5.0, 9)))
    assert failed.actual.endswith("with TransactionID 3 in answer to TransactionID 9")


def test_a_failure_always_names_a_requirement() -> None:
    """The case's, else what the step means."""
    unanswered = outcome(Record().decide(expect(m.E2RemovalResponse), 5.0))
    assert unanswered.requirement == "The near-rt-ric answers with E2RemovalResponse"
    unheard = outcome(Record().decide(expect(m.E2RemovalRequest), 5.0))
    assert unheard.requirement == "The near-rt-ric sends E2RemovalRequest"


def test_an_association_narrows() -> None:
    """What comes on another one is not it."""
    record = Record()
    record.risen("2", 0.1)
    record.heard(REMOVAL, 1.0, "2")
    assert isinstance(record.decide(expect(m.E2RemovalRequest, association="1"), 2.0), Waiting)
    assert done(record.decide(expect(m.E2RemovalRequest, association="2"), 2.0)).result == REMOVAL


def test_where_is_asked() -> None:
    """A message that does not fulfil it waits on."""
    record = Record()
    record.heard(REMOVAL, 1.0)
    assert isinstance(record.decide(expect(m.E2RemovalRequest, where=lambda r: r.transaction_id == 3), 2.0), Waiting)


def test_where_may_fail_on_what_does_not_conform_only() -> None:
    """What a SUT sends never raises; what a case does wrong does."""
    broken = Record()
    broken.heard(bytes.fromhex("000d00060000010031"), 1.0)
    assert isinstance(broken.decide(expect(m.E2RemovalRequest, where=lambda r: r.transaction_id + 1), 2.0), Waiting)
    right = Record()
    right.heard(REMOVAL, 1.0)
    with pytest.raises(AttributeError):
        right.decide(expect(m.E2RemovalRequest, where=lambda r: r.nothing), 2.0)


# What settles an expect otherwise


@pytest.mark.parametrize("other", [REMOVAL_REFUSED, ERROR], ids=lambda each: each.NAME)
def test_another_outcome_of_the_procedure_ends_waiting(other: Message) -> None:
    """At once, with its cause: nothing better will come."""
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(other, 1.0)
    failed = outcome(record.decide(expect(m.E2RemovalResponse), 1.0))
    assert failed.verdict is Verdict.FAIL
    assert failed.actual.startswith(f"{other.NAME} (cause ")
    assert failed.event == record.n


def test_success_where_a_failure_is_expected_ends_waiting() -> None:
    """It is the other outcome of the procedure, too."""
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(REMOVED, 1.0)
    assert outcome(record.decide(expect(m.E2RemovalFailure), 1.0)).actual == "E2RemovalResponse"


def test_an_outcome_of_another_run_is_not_it() -> None:
    """Ids tell runs apart; so does the association."""
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(m.E2RemovalFailure(8, UNSPECIFIED), 1.0)
    record.heard(m.ErrorIndication(transaction_id=8, cause=UNSPECIFIED), 1.1)
    record.heard(REMOVAL_REFUSED, 1.2, "2")
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 2.0), Waiting)


def test_an_outcome_of_before_the_request_is_not_it() -> None:
    """What came earlier does not answer it."""
    record = Record()
    record.heard(REMOVAL_REFUSED, 0.2)
    record.asked(REMOVAL, 0.5)
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 2.0), Waiting)


def test_where_names_the_request_among_several() -> None:
    """With ``answers`` the refusal of another request settles nothing."""
    first, second = m.E2RemovalRequest(1), m.E2RemovalRequest(2)
    record = Record()
    record.asked(first, 0.1)
    record.asked(second, 0.2)
    record.heard(m.E2RemovalFailure(2, UNSPECIFIED), 1.0)
    assert isinstance(record.decide(expect(m.E2RemovalResponse, where=answers(first)), 2.0), Waiting)
    assert isinstance(record.decide(expect(m.E2RemovalResponse, where=answers(second)), 2.0), Over)


def test_both_outcomes_may_be_wanted() -> None:
    """Then neither settles it against the other."""
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(REMOVAL_REFUSED, 1.0)
    assert done(record.decide(expect(m.E2RemovalResponse, m.E2RemovalFailure), 1.0)).result == REMOVAL_REFUSED


def test_an_error_indication_without_ids_is_about_the_only_request() -> None:
    """Unless something illegal was sent that it may be about, or several requests are under way."""
    nameless = m.ErrorIndication(cause=("protocol", "transfer-syntax-error"))
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(nameless, 1.0)
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 1.0), Over)
    record.inbox.injected = True
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 1.0), Waiting)
    several = Record()
    several.asked(RESET, 0.4)
    several.asked(REMOVAL, 0.5)
    several.heard(nameless, 1.0)
    assert isinstance(several.decide(expect(m.E2RemovalResponse), 1.0), Waiting)


def test_an_unreadable_answer_ends_waiting() -> None:
    """It is the answer, and it is broken."""
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(bytes.fromhex("200d0005"), 1.0)
    assert "does not conform" in outcome(record.decide(expect(m.E2RemovalResponse), 1.0)).actual


@pytest.mark.parametrize(
    ("needs", "claims", "verdict"),
    [
        (("procedure:E2removal",), Claims(), Verdict.UNSUPPORTED),
        (("procedure:E2removal",), Claims(True, procedures=("E2removal",)), Verdict.FAIL),
        ((), Claims(), Verdict.FAIL),
    ],
)
def test_a_proper_refusal_of_what_is_not_claimed(needs: tuple[str, ...], claims: Claims, verdict: Verdict) -> None:
    """Is ``unsupported``; of what is claimed, or needs no claim, it fails."""
    terms = Terms(Role.NEAR_RT_RIC, MANNERS, False, needs=needs, claims=claims)
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(REMOVAL_REFUSED, 1.0)
    assert outcome(record.decide(expect(m.E2RemovalResponse), 1.0, terms=terms)).verdict is verdict
    kept = record.decide(expect(m.E2RemovalResponse, refusable=False), 1.0, terms=terms)
    assert outcome(kept).verdict is Verdict.FAIL


def test_silence_and_an_end_are_no_proper_refusal() -> None:
    """However little the SUT claims."""
    terms = Terms(Role.NEAR_RT_RIC, MANNERS, False, needs=("procedure:E2removal",))
    record = Record()
    record.asked(REMOVAL, 0.5)
    assert outcome(record.decide(expect(m.E2RemovalResponse), 9.0, terms=terms)).verdict is Verdict.FAIL
    record.ended("1", 1.0)
    assert outcome(record.decide(expect(m.E2RemovalResponse), 1.0, terms=terms)).verdict is Verdict.FAIL


# Associations that end meanwhile


def test_the_end_of_the_association_ends_waiting() -> None:
    """At once, and the end is told."""
    record = Record()
    record.ended("1", 1.0, "abort")
    failed = outcome(record.decide(expect(m.E2RemovalResponse), 1.0))
    assert failed.actual == "association 1 ended (abort by the near-rt-ric)"


def test_what_came_before_the_end_counts() -> None:
    """An answer, then the end: that is answered."""
    record = Record()
    record.heard(REMOVED, 0.9)
    record.ended("1", 1.0, "shutdown")
    assert done(record.decide(expect(m.E2RemovalResponse), 1.0)).result == REMOVED


def test_a_node_may_come_back_with_what_it_begins() -> None:
    """An initiating message may come on its next association; an answer may not."""
    record = Record()
    record.ended("1", 1.0)
    assert isinstance(record.decide(expect(m.E2setupRequest), 1.0, terms=NODE_TERMS), Waiting)
    record.risen("2", 2.0)
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 2.0, terms=NODE_TERMS), Over)
    named = expect(m.E2RemovalRequest, association="1")
    assert isinstance(record.decide(named, 2.0, terms=NODE_TERMS), Over)


def test_an_end_of_our_own_ends_no_waiting() -> None:
    """Nothing can come, but that is not the SUT's doing: the deadline decides."""
    record = Record()
    record.ended("1", 1.0, by_sut=False)
    assert record.decide(expect(m.E2RemovalResponse), 1.0) == Waiting(5.0)


def test_another_association_that_stands_may_bring_it() -> None:
    """Only when all have ended nothing can come."""
    record = Record()
    record.risen("2", 0.0)
    record.ended("1", 1.0)
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 1.0), Waiting)
    record.ended("2", 2.0)
    assert isinstance(record.decide(expect(m.E2RemovalResponse), 2.0), Over)


# Hear


def test_hear_gives_none_where_nothing_comes() -> None:
    """At its deadline, or when nothing can come any more; a refusal is not its business."""
    step = expect(m.E2RemovalResponse, optional=True, within=2.0)
    record = Record()
    record.asked(REMOVAL, 0.5)
    record.heard(REMOVAL_REFUSED, 1.0)
    assert record.decide(step, 1.0) == Waiting(2.0)
    assert done(record.decide(step, 2.0)).result is None
    record.ended("1", 1.5)
    settled = done(record.decide(step, 9.0))
    assert (settled.result, settled.at.t) == (None, 1.5)


# Silence


def test_silence_is_broken_by_what_it_names() -> None:
    """And by nothing else."""
    record = Record()
    record.heard(RESET, 1.0)
    quiet = Silence(Wanted((m.E2RemovalRequest,)), 2.0)
    assert record.decide(quiet, 1.5) == Waiting(2.0)
    assert done(record.decide(quiet, 2.0)).at == Moment(2.0)
    record.heard(REMOVAL, 1.8)
    assert outcome(record.decide(quiet, 2.0)).actual == "E2RemovalRequest after 1.800 s"


def test_silence_judges_only_what_came_after_it_began() -> None:
    """By time, and by order where the time is the same."""
    record = Record()
    before = record.heard(REMOVAL, 1.0)
    quiet = Silence(ANYTHING, 2.0)
    assert isinstance(record.decide(quiet, 3.0, began=Moment(1.0, before.n)), Done)
    record.heard(REMOVAL, 1.0)
    assert isinstance(record.decide(quiet, 3.0, began=Moment(1.0, before.n)), Over)
    assert isinstance(record.decide(quiet, 3.0, began=Moment(1.0)), Done)


def test_silence_of_everything_is_broken_by_undecodable_octets() -> None:
    """Whatever comes, comes."""
    record = Record()
    record.heard(b"\xff", 1.0)
    assert "undecodable" in outcome(record.decide(Silence(ANYTHING, 2.0), 2.0)).actual
    assert isinstance(record.decide(Silence(Wanted((m.E2RemovalRequest,)), 2.0), 2.0), Done)


# Other steps


def test_a_pause_ends_at_its_time() -> None:
    """Whatever comes."""
    record = Record()
    record.heard(REMOVAL, 1.0)
    assert record.decide(Pause(2.0), 1.5) == Waiting(2.0)
    assert done(record.decide(Pause(2.0), 7.0)).at == Moment(2.0)


def test_an_end_is_expected_of_the_newest_association() -> None:
    """Unless one is named; it may have ended already."""
    record = Record()
    record.risen("2", 0.1)
    record.ended("1", 0.5)
    began = Moment(0.6, 50)
    assert record.decide(ExpectEnd(), 1.0, began=began) == Waiting(5.6)
    assert done(record.decide(ExpectEnd("1"), 1.0, began=began)).result.association == "1"
    assert "stands after 5 s" in outcome(record.decide(ExpectEnd(), 9.0, began=began)).actual
    record.ended("2", 2.0, "shutdown")
    assert done(record.decide(ExpectEnd(), 2.0, began=began)).result.how == "shutdown"


def test_an_association_is_had_or_refused() -> None:
    """The opening's own number tells which; nothing for long enough is a refusal, too."""
    record = Record(up=False)
    assert record.decide(Open(), 1.0, ticket=1) == Waiting(30.0)
    record.refused(1, 1.0)
    refused = outcome(record.decide(Open(), 1.0, ticket=1))
    assert (refused.verdict, refused.reason) == (
        Verdict.INCONC,
        "no association with the near-rt-ric can be had: nobody listens",
    )
    assert outcome(record.decide(Open(3.0, Verdict.FAIL), 3.0, ticket=2)).verdict is Verdict.FAIL
    record.risen("1", 2.0, attempt=2)
    assert done(record.decide(Open(3.0), 3.0, ticket=2)).result == "1"


def test_the_next_association_of_a_sut_that_connects() -> None:
    """The oldest that no step has given and that did not end before."""
    record = Record(up=False)
    for number, name in enumerate("123", 1):
        record.risen(name, float(number))
    record.inbox.opened.add("1")
    record.ended("2", 3.5)
    assert done(record.decide(Open(), 4.0, began=Moment(4.0, 9), terms=NODE_TERMS)).result == "3"
    assert done(record.decide(Open(), 4.0, began=Moment(1.0, 1), terms=NODE_TERMS)).result == "2"
    never = outcome(Record(up=False).decide(Open(2.0), 2.0, terms=NODE_TERMS))
    assert never.reason == "the e2-node did not connect within 2 s"


def test_the_next_association_at_a_further_address() -> None:
    """Those at other addresses are not counted, neither there nor at the first one; nor does the newest one count."""
    record = Record(up=False)
    record.risen("1", 1.0)
    record.inbox.risen.append(Risen(50, 2.0, "2", place="memory://there"))
    began = Moment(3.0, 60)
    assert done(record.decide(Open(place="memory://there"), 4.0, began=began, terms=NODE_TERMS)).result == "2"
    assert done(record.decide(Open(), 4.0, began=began, terms=NODE_TERMS)).result == "1"
    assert record.decide(Open(place="memory://elsewhere"), 4.0, began=began, terms=NODE_TERMS) == Waiting(33.0)
    record.ended("2", 3.5)
    assert record.decide(ExpectEnd(), 4.0, began=began) == Waiting(8.0)


def test_a_further_address_is_had_or_the_case_is_skipped() -> None:
    """Where the SUT does not connect to us, or the machine cannot; one that nobody opens is our own fault."""
    record = Record()
    assert record.decide(Listen(), 0.5, ticket=1, terms=NODE_TERMS) == Waiting(LISTEN_LIMIT)
    record.inbox.listening[1] = Listening(50, 1.0, "memory://there")
    assert done(record.decide(Listen(), 1.0, ticket=1, terms=NODE_TERMS)).result == "memory://there"
    record.refused(2, 1.0)
    refused = outcome(record.decide(Listen(), 1.0, ticket=2, terms=NODE_TERMS))
    assert (refused.verdict, refused.reason) == (
        Verdict.SKIP,
        "no further address to listen at: nobody listens",
    )
    dialled = outcome(record.decide(Listen(), 1.0, ticket=3))
    assert (dialled.verdict, dialled.reason) == (
        Verdict.SKIP,
        "no further address to listen at: the near-rt-ric does not connect to us",
    )
    late = outcome(record.decide(Listen(), LISTEN_LIMIT, ticket=4, terms=NODE_TERMS))
    assert (late.verdict, late.blame) == (Verdict.ERROR, "harness")


def test_closing_is_done_when_it_is_over() -> None:
    """A driver that never says so is broken."""
    record = Record()
    assert record.decide(Close(), 1.0, association="1") == Waiting(CLOSE_LIMIT)
    assert outcome(record.decide(Close(), CLOSE_LIMIT, association="1")).verdict is Verdict.ERROR
    record.ended("1", 1.0, by_sut=False)
    assert isinstance(record.decide(Close(), 1.0, association="1"), Done)


@pytest.mark.parametrize(
    ("status", "verdict", "reason"),
    [
        ("unsupported", Verdict.SKIP, "no stimulus: subscribe"),
        ("failed", Verdict.ERROR, "the adapter failed at the stimulus subscribe: out of order"),
    ],
)
def test_a_stimulus_that_is_not_given(status: str, verdict: Verdict, reason: str) -> None:
    """No means: skip. Means that fail: error."""
    record = Record()
    record.replied(4, 1.0, status, reason="out of order")
    given = outcome(record.decide(Stimulate("subscribe"), 1.0, ticket=4))
    assert (given.verdict, given.reason, given.of_adapter) == (verdict, reason, status == "failed")


def test_a_stimulus_that_may_be_declined() -> None:
    """Then a failure is an answer; without means the case is skipped all the same."""
    record = Record()
    record.replied(4, 1.0, "failed", reason="nothing to do")
    given = done(record.decide(Stimulate("subscribe", may_decline=True), 1.0, ticket=4)).result
    assert given == Stimulated("subscribe", {"reason": "nothing to do"}, declined=True)
    record.replied(5, 1.0, "unsupported")
    assert outcome(record.decide(Stimulate("subscribe", may_decline=True), 1.0, ticket=5)).verdict is Verdict.SKIP


def test_a_stimulus_gives_what_the_adapter_tells() -> None:
    """An adapter that does not answer is an error."""
    record = Record()
    assert record.decide(Stimulate("subscribe"), 1.0, ticket=4) == Waiting(STIMULUS_LIMIT)
    late = outcome(record.decide(Stimulate("subscribe"), STIMULUS_LIMIT, ticket=4))
    assert (late.verdict, late.of_adapter) == (Verdict.ERROR, True)
    record.replied(4, 1.0, request=7)
    assert done(record.decide(Stimulate("subscribe"), 1.0, ticket=4)).result == Stimulated("subscribe", {"request": 7})


def test_sending_waits_for_nothing() -> None:
    """It is done where it stands."""
    assert isinstance(Record().decide(Send(b""), 0.0), Done)


# Requests that nobody wants


def test_requests_that_nobody_wants() -> None:
    """All that came before what settled the step, but for what a step wants or forbids."""
    record = Record()
    first = record.heard(RESET, 1.0)
    record.heard(REMOVAL, 2.0)
    last = record.heard(RESET, 3.0)
    waiting = (Begun(expect(m.E2RemovalRequest), START), Begun(Silence(Wanted((m.E2setupRequest,)), 9.0), START))
    assert list(unwanted_requests(waiting, record.inbox, Moment(9.0), NODE_TERMS)) == [first, last]
    assert list(unwanted_requests(waiting, record.inbox, Moment(3.0, last.n), NODE_TERMS)) == [first]
    assert list(unwanted_requests(waiting, record.inbox, Moment(9.0), NODE_TERMS, first.n)) == [last]


def test_a_request_that_was_answered_too_early_accuses_nobody() -> None:
    """The case waited for it only after the harness had answered it."""
    record = Record()
    record.inbox.answered.append(record.heard(REMOVAL, 1.0))
    record.inbox.take(record.n)
    assert outcome(record.decide(expect(m.E2RemovalRequest), 9.0)).verdict is Verdict.INCONC


# Late is as good as in time

STEPS: list[Any] = [
    expect(m.E2RemovalResponse, within=3.0),
    expect(m.E2RemovalRequest, m.ResetRequest, within=3.0),
    expect(m.E2RemovalRequest, within=3.0, optional=True),
    expect(m.ResetRequest, association="2", within=4.0),
    Silence(ANYTHING, 3.0),
    Silence(Wanted((m.ResetRequest,)), 2.0),
    Pause(2.0),
    ExpectEnd(within=3.0),
    ExpectEnd("2", within=3.0),
    Open(3.0),
    Stimulate("subscribe"),
]
HAPPENINGS = st.sampled_from(
    [RESET, REMOVAL, REMOVED, REMOVAL_REFUSED, ERROR, RESET_DONE, b"\xff", "end 1", "end 2", "up 3", "reply", "own end"]
)
GAPS = st.sampled_from([0.25, 0.5, 1.0, 1.5])
"""Seconds between events: no two of a history have the same time."""


def happen(record: Record, what: Message | bytes | str, t: float, terms: Terms) -> None:
    match what:
        case "end 1" | "end 2" | "own end":
            name = "1" if what == "own end" else what[-1]
            if name not in record.inbox.ends:
                record.ended(name, t, by_sut=what != "own end")
        case "up 3":
            if len(record.inbox.risen) == 2 and terms.comes:
                record.risen("3", t)
        case "reply":
            if 5 not in record.inbox.replies:
                record.replied(5, t)
        case _:
            assert not isinstance(what, str)
            record.heard(what, t)


def fresh() -> Record:
    record = Record()
    record.risen("2", 0.0)
    record.inbox.opened |= {"1", "2"}
    record.asked(REMOVAL, 0.0)
    return record


@given(
    st.sampled_from(STEPS),
    st.sampled_from([TERMS, NODE_TERMS]),
    st.lists(st.tuples(GAPS, HAPPENINGS), max_size=8),
    st.sampled_from([0, 2]),
)
def test_deciding_late_is_deciding_in_time(step: Any, terms: Terms, story: list[Any], early: int) -> None:
    """Decided at every event and deadline, or once long after: the same result, at the same moment."""
    record, t = fresh(), 0.0
    for gap, what in story[:early]:
        t += gap
        happen(record, what, t, terms)
    begun = Begun(step, Moment(t, record.n), ticket=5)
    in_time: Decision = decide(begun, record.inbox, t, terms)
    seen = record.n
    for gap, what in story[early:]:
        t += gap
        if isinstance(in_time, Waiting) and in_time.until is not None and in_time.until < t:
            in_time = decide(begun, record.inbox, in_time.until, terms, after=seen)
            assert not isinstance(in_time, Waiting)
        happen(record, what, t, terms)
        if isinstance(in_time, Waiting):
            in_time = decide(begun, record.inbox, t, terms, after=seen)
            seen = record.n
    if isinstance(in_time, Waiting):
        assert in_time.until is not None
        in_time = decide(begun, record.inbox, max(t, in_time.until), terms, after=seen)
    at_last = decide(begun, record.inbox, t + 100.0, terms)
    assert comparable(at_last) == comparable(in_time)


def comparable(decision: Decision) -> Any:
    if isinstance(decision, Over):
        return decision.outcome, decision.at, decision.cause
    assert isinstance(decision, Done)
    return decision.result, decision.at, decision.cause, decision.taken


def test_nobody_waits_for_a_sut_that_is_gone() -> None:
    """Neither for a message, on whatever association it was to come, nor for an association."""
    record = Record()
    record.gone(2.0)
    told = "the e2-node is gone: killed by signal 6"
    failed = outcome(record.decide(expect(m.ResetRequest), 2.0, terms=NODE_TERMS))
    assert (failed.verdict, failed.actual) == (Verdict.FAIL, told)
    assert done(record.decide(expect(m.ResetRequest, optional=True), 2.0, terms=NODE_TERMS)).result is None
    record = Record(up=False)
    record.gone(2.0)
    assert outcome(record.decide(Open(), 2.0, terms=NODE_TERMS)).reason == told


def test_what_it_said_before_it_was_gone_counts() -> None:
    """As does an association that came up before."""
    record = Record(up=False)
    record.risen("1", 1.0)
    record.heard(RESET, 1.5)
    record.gone(2.0)
    assert done(record.decide(Open(), 3.0, terms=NODE_TERMS)).result == "1"
    assert done(record.decide(expect(m.ResetRequest), 3.0, terms=NODE_TERMS)).taken is not None


@pytest.mark.parametrize(
    ("status", "verdict", "reason"),
    [
        ("unsupported", Verdict.SKIP, "no stimulus: restart"),
        ("failed", Verdict.INCONC, "the near-rt-ric did not come back from its restart: the port is in use"),
    ],
)
def test_a_restart_that_does_not_succeed_accuses_nobody(status: str, verdict: Verdict, reason: str) -> None:
    """Neither the adapter nor the product: when it has to be back is not said anywhere."""
    record = Record()
    record.replied(1, 1.0, status, reason="the port is in use")
    ended = outcome(record.decide(Stimulate("restart", {"how": "kill"}), 1.0, ticket=1))
    assert (ended.verdict, ended.reason, ended.blame) == (verdict, reason, None)


def test_a_restart_may_take_long() -> None:
    """Longer than other stimuli; not for ever."""
    record, restart = Record(), Stimulate("restart")
    assert record.decide(restart, STIMULUS_LIMIT + 1, ticket=1) == Waiting(LONGEST_S)
    assert outcome(record.decide(restart, LONGEST_S, ticket=1)).verdict is Verdict.ERROR
    record.replied(1, STIMULUS_LIMIT + 1, return_within_s=30.0)
    given = record.decide(restart, LONGEST_S, ticket=1)
    assert isinstance(given, Done)
    assert given.result == Stimulated("restart", {"return_within_s": 30.0})


def test_what_comes_during_a_restart() -> None:
    """A product that takes its leave is answered; what it says first when it is back is for the case."""
    record = Record()
    leave = record.heard(REMOVAL, 1.0)
    record.heard(setup_request(node_offer(), 1), 2.0)
    begun = Begun(Stimulate("restart"), START, 1)
    assert list(unwanted_requests((begun,), record.inbox, Moment(9.0), NODE_TERMS)) == [leave]


def test_somebody_who_came_was_turned_away() -> None:
    """It may have been a stranger: the SUT is waited for all the same, and then both are told."""
    record = Record(up=False)
    record.inbox.refused[TURNED_AWAY] = Refused(7, 0.5, "its host key changed.")
    assert isinstance(record.decide(Open(2.0), 0.6, terms=NODE_TERMS), Waiting)
    never = outcome(record.decide(Open(2.0), 2.0, terms=NODE_TERMS))
    assert never.reason == "the e2-node did not connect within 2 s; who came was turned away: its host key changed"
    assert outcome(record.decide(Open(2.0, besides=True), 2.0, terms=NODE_TERMS)).verdict is Verdict.SKIP
