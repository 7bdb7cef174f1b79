"""When a step is done, and how: one pure function of what was recorded, the same live and in a replay.

Everything is decided from recorded receive times against deadlines that follow from recorded times. ``now`` only says
how far the record goes: deciding late gives what deciding in time would have given.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from oran_harness.model.finding import HARNESS
from oran_harness.model.restart import LONGEST_S
from oran_harness.model.role import Role
from oran_harness.model.verdict import Verdict
from oran_harness.steps.attempts.attempt import Attempt, AttemptError
from oran_harness.steps.claims import Claims
from oran_harness.steps.inbox import TURNED_AWAY, Gone, Inbox, Moment, Risen, moment
from oran_harness.steps.manners import Manners
from oran_harness.steps.outcome import CaseOutcome, not_applicable
from oran_harness.steps.received import Ended, Incoming, Stimulated
from oran_harness.steps.step import Close, Expect, ExpectEnd, Listen, Open, Pause, Silence, Step, Stimulate, Wanted
from oran_harness.steps.words import messages_text, seconds, wanted_text

CLOSE_LIMIT = 30.0
"""Seconds after which an association that we close must be over: the driver sees to it long before."""
LISTEN_LIMIT = 10.0
"""Seconds that it may take to open an address of our own."""
STIMULUS_LIMIT = 60.0
"""Seconds that an adapter has for a stimulus."""
ATTEMPT_LIMIT = 300.0
"""Seconds that an attempt at the transport may take: many connections, each with its own time limit."""
EPOCH = Moment(-1.0, -1)


@dataclass(frozen=True, slots=True)
class Terms:
    """What steps are decided by besides the record.

    ``sut`` is the role under test, ``manners`` are those of its interface, ``comes`` tells that it is the SUT that
    opens associations, so that it may come back. ``timeout`` and ``connect_timeout`` are the seconds that an ``expect``
    and an ``open`` wait unless they say.
    """

    sut: Role
    manners: Manners
    comes: bool
    timeout: float = 5.0
    connect_timeout: float = 30.0
    needs: tuple[str, ...] = ()
    claims: Claims = field(default_factory=Claims)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Not settled yet; ``until`` is the time in seconds at which it will be, if nothing comes; None: no limit."""

    until: float | None


@dataclass(frozen=True, slots=True)
class Done:
    """The step's result. ``at`` is when it was settled, ``cause`` what settled it, ``taken`` the message used up."""

    result: Any
    at: Moment
    cause: Moment
    taken: Incoming | None = None


@dataclass(frozen=True, slots=True)
class Over:
    """The step ends the case."""

    outcome: CaseOutcome
    at: Moment
    cause: Moment


Decision = Waiting | Done | Over


@dataclass(frozen=True, slots=True)
class Begun:
    """A step under way. ``ticket`` is the number of its opening or stimulus, ``association`` the one that it ends."""

    step: Step[Any]
    began: Moment
    ticket: int | None = None
    association: str | None = None


def decide(begun: Begun, inbox: Inbox, now: float, terms: Terms, *, after: float = -1) -> Decision:
    """Whether a step is done at ``now`` (seconds of the history), and how.

    ``after`` is the number of the last event with which it was decided before. Raises what a case's own ``where``
    raises on a message that conforms.
    """
    step, began = begun.step, begun.began
    match step:
        case Expect():
            return _expect(step, began, inbox, now, terms, after)
        case Silence():
            return _silence(step, began, inbox, now, terms, after)
        case ExpectEnd():
            return _end(step, began, inbox, now, terms)
        case Open():
            return _open(step, begun, inbox, now, terms)
        case Listen():
            return _listen(begun, inbox, now, terms)
        case Close():
            return _close(begun, inbox, now)
        case Stimulate():
            return _stimulate(step, begun, inbox, now, terms)
        case Attempt():
            return _attempt(step, begun, inbox, now)
        case Pause(length):
            deadline = later(began, length)
            return _settled(None, Moment(deadline), began) if now >= deadline else Waiting(deadline)
    return Done(None, began, EPOCH)


def _expect(step: Expect, began: Moment, inbox: Inbox, now: float, terms: Terms, after: float) -> Decision:
    deadline = later(began, terms.timeout if step.within is None else step.within)
    end = _no_more(step.wanted, began, inbox, terms)
    limit = Moment(deadline) if end is None else min(Moment(deadline), max(began, moment(end)))
    asked = None if step.optional else terms.manners.request_of(step.wanted, inbox)
    for received in inbox.since(after):
        if moment(received) > limit:
            break
        if step.wanted.matches(received):
            return _settled(received.message or received, moment(received), began, received)
        if asked is not None and terms.manners.settles(received, step.wanted, asked, inbox):
            return _over(_answered_otherwise(step, received, terms), moment(received), began)
    if end is not None and moment(end).t <= deadline:
        if step.optional:
            return _settled(None, moment(end), began)
        return _over(_association_gone(step, end, terms), moment(end), began)
    if now < deadline:
        return Waiting(deadline)
    if step.optional:
        return _settled(None, Moment(deadline), began)
    return _over(_nothing_came(step, began, deadline, inbox, terms), Moment(deadline), began)


def _silence(step: Silence, began: Moment, inbox: Inbox, now: float, terms: Terms, after: float) -> Decision:
    deadline = Moment(later(began, step.lasting))
    for received in inbox.since(after):
        if moment(received) > deadline:
            break
        if moment(received) > began and step.wanted.matches(received):
            return _over(_not_silent(step, began, received, terms), moment(received), began)
    return _settled(None, deadline, began) if now >= deadline.t else Waiting(deadline.t)


def _end(step: ExpectEnd, began: Moment, inbox: Inbox, now: float, terms: Terms) -> Decision:
    deadline = later(began, terms.timeout if step.within is None else step.within)
    up = [each for each in inbox.risen if moment(each) <= began and each.place is None]
    name = step.association or (up[-1].association if up else None)
    ends = [each for each in inbox.ends.values() if name in (None, each.association)]
    first = min(ends, key=moment, default=None)
    if first is not None and moment(first) <= Moment(deadline):
        return _settled(first, moment(first), began)
    if now < deadline:
        return Waiting(deadline)
    expected = f"the {terms.sut} ends the association within {seconds(deadline - began.t)}"
    actual = f"the association stands after {seconds(deadline - began.t)}"
    requirement = step.requirement or f"The {terms.sut} ends the association"
    return _over(_outcome(step.otherwise, requirement, expected, actual), Moment(deadline), began)


def _open(step: Open, begun: Begun, inbox: Inbox, now: float, terms: Terms) -> Decision:
    began = begun.began
    length = terms.connect_timeout if step.within is None else step.within
    deadline = later(began, length)
    risen = _risen(step, begun, inbox, terms)
    if risen is not None and moment(risen) <= Moment(deadline):
        return _settled(risen.association, moment(risen), began)
    refused = inbox.refused.get(-1 if begun.ticket is None else begun.ticket)
    if refused is not None and refused.t <= deadline:
        reason = f"no association with the {terms.sut} can be had: {refused.reason}"
        return _over(_no_association(step, reason, terms), moment(refused), began)
    if inbox.gone is not None and moment(inbox.gone) <= Moment(deadline):
        reason = f"the {terms.sut} is gone: {inbox.gone.reason}"
        return _over(_no_association(step, reason, terms), moment(inbox.gone), began)
    if now < deadline:
        return Waiting(deadline)
    doing = "did not connect" if terms.comes else "did not take an association"
    reason = f"the {terms.sut} {doing} within {seconds(length)}"
    if step.besides and terms.comes:
        lone = not_applicable(f"{reason} beside a session that was up: it calls home with one at a time")
        return _over(lone, Moment(deadline), began)
    came = inbox.refused.get(TURNED_AWAY)
    if came is not None and terms.comes:
        reason += f"; who came was turned away: {came.reason.rstrip('.')}"
    return _over(_no_association(step, reason, terms), Moment(deadline), began)


def _risen(step: Open, begun: Begun, inbox: Inbox, terms: Terms) -> Risen | None:
    """The association that an ``open`` gives: the one asked for, or the oldest there that no other has given."""
    if not terms.comes:
        return next((each for each in inbox.risen if each.attempt == begun.ticket), None)
    for each in inbox.risen:
        end = inbox.ends.get(each.association)
        here = each.place == step.place and each.association not in inbox.opened
        if here and (end is None or moment(end) > begun.began):
            return each
    return None


def _listen(begun: Begun, inbox: Inbox, now: float, terms: Terms) -> Decision:
    ticket = -1 if begun.ticket is None else begun.ticket
    opened, refused = inbox.listening.get(ticket), inbox.refused.get(ticket)
    if opened is not None:
        return _settled(opened.uri, moment(opened), begun.began)
    if refused is not None or not terms.comes:
        reason = f"the {terms.sut} does not connect to us" if refused is None else refused.reason
        cause = begun.began if refused is None else moment(refused)
        return _over(CaseOutcome(Verdict.SKIP, f"no further address to listen at: {reason}"), cause, begun.began)
    deadline = later(begun.began, LISTEN_LIMIT)
    if now < deadline:
        return Waiting(deadline)
    reason = f"a further address was not open {seconds(LISTEN_LIMIT)} after it was asked for"
    return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS), Moment(deadline), begun.began)


def _close(begun: Begun, inbox: Inbox, now: float) -> Decision:
    end = inbox.ends.get(begun.association or "")
    if end is not None:
        return _settled(None, moment(end), begun.began)
    deadline = later(begun.began, CLOSE_LIMIT)
    if now < deadline:
        return Waiting(deadline)
    reason = f"association {begun.association} was not over {seconds(CLOSE_LIMIT)} after it was closed"
    return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS), Moment(deadline), begun.began)


def _stimulate(step: Stimulate, begun: Begun, inbox: Inbox, now: float, terms: Terms) -> Decision:
    reply = inbox.replies.get(-1 if begun.ticket is None else begun.ticket)
    limit = LONGEST_S if step.restarts else STIMULUS_LIMIT
    deadline = later(begun.began, limit)
    if reply is None or reply.t > deadline:
        if now < deadline:
            return Waiting(deadline)
        reason = f"the adapter did not answer the stimulus {step.name} within {seconds(limit)}"
        return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS, of_adapter=True), Moment(deadline), begun.began)
    if reply.status == "done":
        return _settled(Stimulated(step.name, reply.details), moment(reply), begun.began)
    if reply.status == "unsupported":
        return _over(CaseOutcome(Verdict.SKIP, f"no stimulus: {step.name}"), moment(reply), begun.began)
    if step.may_decline:
        return _settled(Stimulated(step.name, reply.details, declined=True), moment(reply), begun.began)
    why = reply.details.get("reason", "no reason given")
    if step.restarts:
        # When it has to be back is not said anywhere, and what keeps it away may be the machine.
        reason = f"the {terms.sut} did not come back from its restart: {why}"
        return _over(CaseOutcome(Verdict.INCONC, reason), moment(reply), begun.began)
    reason = f"the adapter failed at the stimulus {step.name}: {why}"
    return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS, of_adapter=True), moment(reply), begun.began)


def _attempt(step: Attempt[Any], begun: Begun, inbox: Inbox, now: float) -> Decision:
    came = inbox.attempted.get(-1 if begun.ticket is None else begun.ticket)
    deadline = later(begun.began, ATTEMPT_LIMIT)
    if came is None:
        if now < deadline:
            return Waiting(deadline)
        reason = f"it was not over after {seconds(ATTEMPT_LIMIT)}: {step.text}"
        return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS), Moment(deadline), begun.began)
    if came.unmade is not None:
        return _over(CaseOutcome(Verdict.SKIP, f"cannot {step.text}: {came.unmade}"), moment(came), begun.began)
    if came.broken is not None:
        reason = f"cannot {step.text}: {came.broken}"
        return _over(CaseOutcome(Verdict.INCONC, reason), moment(came), begun.began)
    try:
        return _settled(step.came.from_json(came.told), moment(came), begun.began)
    except AttemptError as error:
        reason = f"what was recorded cannot have come of it: {error}"
        return _over(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS), moment(came), begun.began)


def _no_more(wanted: Wanted, began: Moment, inbox: Inbox, terms: Terms) -> Ended | Gone | None:
    """What makes sure that the wanted comes no more: the end of the SUT, or of the last association it may come on."""
    return _last_end(wanted, began, inbox, terms) or inbox.gone


def _last_end(wanted: Wanted, began: Moment, inbox: Inbox, terms: Terms) -> Ended | None:
    """The end of the last association on which the wanted may come, if the SUT ended it and it cannot come back.

    Answers come where their request went; an initiating message may come on a new association of a SUT that connects.
    """
    if wanted.association is not None:
        names = [wanted.association]
    elif wanted.only_answers:
        names = [each.association for each in inbox.risen if moment(each) <= began]
    elif terms.comes or inbox.attempts:
        return None
    else:
        names = [each.association for each in inbox.risen]
    ends = [inbox.ends.get(name) for name in names]
    known = [each for each in ends if each is not None]
    if not known or len(known) < len(ends):
        return None
    last = max(known, key=moment)
    return last if last.by_sut else None


def unwanted_requests(
    pending: tuple[Begun, ...], inbox: Inbox, until: Moment, terms: Terms, after: float = -1
) -> Iterator[Incoming]:
    """The messages up to a moment that no waiting step wants: those among them that need it are to be answered."""
    wanted = [each.step.wanted for each in pending if isinstance(each.step, Expect | Silence)]
    # What a SUT says first after its restart is what the case wants to see.
    wanted += [terms.manners.first_words for each in pending if isinstance(each.step, Stimulate) and each.step.restarts]
    for received in tuple(inbox.since(after)):
        if moment(received) >= until:
            return
        if not any(each.matches(received) for each in wanted):
            yield received


def later(began: Moment, length: float) -> float:
    """The deadline so many seconds behind a moment, in whole nanoseconds as recorded times are."""
    return round(began.t + length, 9)


def _settled(result: Any, cause: Moment, began: Moment, taken: Incoming | None = None) -> Done:
    return Done(result, max(began, cause), cause, taken)


def _over(outcome: CaseOutcome, cause: Moment, began: Moment) -> Over:
    return Over(outcome, max(began, cause), cause)


def _outcome(verdict: Verdict, requirement: str, expected: str, actual: str, event: int | None = None) -> CaseOutcome:
    reason = "" if verdict is Verdict.FAIL else f"expected {expected}; {actual}"
    return CaseOutcome(verdict, reason, requirement, expected, actual, event=event)


def _requirement(step: Expect, terms: Terms) -> str:
    """What the case says, else what waiting for it means: a failure always names what was asked of the SUT."""
    doing = "answers with" if step.wanted.only_answers else "sends"
    return step.requirement or f"The {terms.sut} {doing} {wanted_text(step.wanted)}"


def _expected(step: Expect, terms: Terms) -> str:
    within = seconds(terms.timeout if step.within is None else step.within)
    return f"{wanted_text(step.wanted)} within {within}"


def _answered_otherwise(step: Expect, received: Incoming, terms: Terms) -> CaseOutcome:
    verdict = terms.manners.verdict_of(received, step, terms.needs, terms.claims)
    actual = terms.manners.text(received)
    if verdict is Verdict.UNSUPPORTED:
        return CaseOutcome(verdict, f"the {terms.sut} refuses it properly: {actual}", event=received.n)
    return _outcome(verdict, _requirement(step, terms), _expected(step, terms), actual, received.n)


def _association_gone(step: Expect, end: Ended | Gone, terms: Terms) -> CaseOutcome:
    if isinstance(end, Gone):
        actual = f"the {terms.sut} is gone: {end.reason}"
    else:
        actual = f"association {end.association} ended ({end.how} by the {terms.sut})"
    return _outcome(step.otherwise, _requirement(step, terms), _expected(step, terms), actual, end.n)


def _nothing_came(step: Expect, began: Moment, deadline: float, inbox: Inbox, terms: Terms) -> CaseOutcome:
    length = seconds(deadline - began.t)
    what = "no answer" if step.wanted.only_answers else "nothing of the kind"
    seen = [each for each in inbox.messages if began < moment(each) <= Moment(deadline)]
    actual = f"{what if seen or what == 'no answer' else 'nothing'} came within {length}"
    if what == "no answer":
        actual = f"no answer within {length}"
    if seen:
        actual += f"; what came: {messages_text(seen)}{terms.manners.near_miss(step.wanted, tuple(seen))}"
    early = next((each for each in inbox.answered if step.wanted.matches(each)), None)
    if early is not None and step.otherwise is Verdict.FAIL:
        what = terms.manners.text(early)
        reason = f"{what} came at {early.t:.3f} s, before the case waited for it, and was answered then"
        return CaseOutcome(Verdict.INCONC, reason, event=early.n)
    beyond = terms.manners.not_read(tuple(seen))
    if beyond is not None and step.otherwise is Verdict.FAIL:
        return CaseOutcome(Verdict.INCONC, f"{actual}; what came may be it, but is not read here ({beyond})")
    return _outcome(step.otherwise, _requirement(step, terms), _expected(step, terms), actual)


def _not_silent(step: Silence, began: Moment, received: Incoming, terms: Terms) -> CaseOutcome:
    what = "nothing" if step.wanted.anything else f"no {wanted_text(step.wanted)}"
    expected = f"{what} from the {terms.sut} for {seconds(step.lasting)}"
    actual = f"{terms.manners.text(received)} after {received.t - began.t:.3f} s"
    requirement = step.requirement or f"The {terms.sut} sends {what}"
    return _outcome(Verdict.FAIL, requirement, expected, actual, received.n)


def _no_association(step: Open, reason: str, terms: Terms) -> CaseOutcome:
    requirement = f"The {terms.sut} {'opens' if terms.comes else 'takes'} an association"
    return CaseOutcome(step.otherwise, reason, requirement, "an association", reason)
