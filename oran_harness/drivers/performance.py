"""A case being performed, sans-IO: happenings in, demands out, and the history of both.

A driver tells what happens by ``up``, ``refused``, ``heard``, ``ended``, ``replied`` and ``wake``, does what
``demands`` asks after each, and wakes it when ``deadline`` has come. The same code runs live, on virtual time and in a
replay.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from oran_harness.drivers.body import BodyRun, Finished, error_text
from oran_harness.drivers.demand import AskStimulus, Demand, ListenAt, MakeAttempt, OpenLink
from oran_harness.drivers.history import History
from oran_harness.drivers.interfaces import interface
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.model import HARNESS, EventKind, Verdict
from oran_harness.steps import CaseOutcome, Close, Listen, Open, Send, Sent, Step, Stimulate
from oran_harness.steps.attempts import Attempt, Visit
from oran_harness.steps.case import Case
from oran_harness.steps.concert import Concert, Part, leaves
from oran_harness.steps.decision import EPOCH, Begun, Done, Terms, unwanted_requests
from oran_harness.steps.inbox import TURNED_AWAY, Attempted, Gone, Inbox, Listening, Moment, Refused, Reply
from oran_harness.steps.patience import patient, stimulates
from oran_harness.steps.words import step_text

MOST_STEPS = 100_000
"""Steps of one body: one that takes more never ends."""
LONGEST = 600.0
"""Seconds that a case may take; a body that waits for ever on what keeps coming ends there."""
CLOSING = 2.0
"""Seconds that associations have to end in order when the case is over; then they are cut off."""
SETTING = "setting"
STIMULUS = "stimulus"
ATTEMPTED = "attempted"
LISTENING = "listening"
REFUSED = "refused"
GONE = "gone"
OUTCOME = "outcome"
"""The words that notes begin with, before a colon: what a replay needs, and what came of the body."""


class Performance:
    """Performs one case. ``history`` may hold events of before: a probe goes on where its case ended."""

    def __init__(self, case: Case, setting: Setting, history: History) -> None:
        self.case = case
        self.setting = setting
        self.history = history
        self._interface = interface(setting.role.interface)
        self.peer = self._interface.participant(setting)
        self.inbox = Inbox()
        self.outcome: CaseOutcome | None = None
        self.body_over = False
        self.leftover: list[str] = []
        self._demands: list[Demand] = []
        self._associations = self._interface.ends(self.peer, self.inbox, history, self._demands)
        self._terms = Terms(
            setting.role,
            self._interface.manners,
            setting.sut_connects,
            setting.timeout,
            setting.connect_timeout,
            case.description.needs,
            setting.claims,
        )
        self._body = BodyRun(case.body, self.peer)
        self._concert: Concert | None = None
        self._at = Moment(0.0, 0)
        self._tickets = 0
        self._asked_for: dict[int, int] = {}
        """The number of the near-RT RIC that each further address is for, by ticket."""
        self._steps = 0
        self._limit = LONGEST
        self._closing_until: float | None = None
        self._first = history.last
        self._turning = False
        self._again = False

    @property
    def deadline(self) -> float | None:
        """When to wake it if nothing happens, in seconds of the history; None for never."""
        if self.body_over:
            return self._closing_until
        until = self._concert.until if self._concert is not None else None
        return self._limit if until is None else min(until, self._limit)

    @property
    def over(self) -> bool:
        """Whether nothing is left to be done: the body has ended, and so has every association."""
        return self.body_over and not self._associations.standing

    def demands(self) -> Sequence[Demand]:
        """What is to be done now, in this order; asked once."""
        demands = tuple(self._demands)
        self._demands.clear()
        return demands

    def performed(self, diverged: int | None = None) -> Performed:
        """What came of it."""
        events = tuple(self.history.events[self._first :])
        return Performed(self.outcome, self.history.header, events, diverged, tuple(self.leftover))

    def begin(self) -> None:
        """Start the body."""
        told: dict[str, Any] = {"case": self.case.id, **self.setting.to_json()}
        if self.case.example:
            told["example"] = list(self.case.example)
        event = self.history.note(f"{SETTING}: {json.dumps(told, separators=(',', ':'))}")
        self._at = Moment(event.t, event.n)
        self._limit = event.t + LONGEST
        self._go(self._body.begin())
        self._turn()

    def up(self, *, opened_by_sut: bool, place: str | None = None) -> str:
        """An association is up, opened by the SUT or asked for by us; the name that it gets.

        ``place`` is the URI of the further address of ours at which it came up, None for the first one.
        """
        name = self._associations.up(opened_by_sut, place)
        if self.body_over:
            self._associations.close(name, "shutdown")
        self._turn()
        return name

    def listening(self, ticket: int, uri: str) -> None:
        """The further address that was asked for is open; ``uri`` is how the SUT reaches it."""
        event = self.history.note(f"{LISTENING}: {json.dumps({'ticket': ticket, 'uri': uri})}")
        self.peer.places[uri] = self._asked_for.get(ticket, 1)
        self.inbox.listening[ticket] = Listening(event.n, event.t, uri)
        self._turn()

    def refused(self, attempt: int, reason: str) -> None:
        """An association, or an address of our own, that was asked for cannot be had."""
        event = self.history.note(f"{REFUSED}: {json.dumps({'attempt': attempt, 'reason': reason})}")
        self.inbox.attempts.discard(attempt)
        self.inbox.refused[attempt] = Refused(event.n, event.t, reason)
        self._turn()

    def turned_away(self, reason: str) -> None:
        """Somebody came, and was not let in: the SUT, or a stranger."""
        self.refused(TURNED_AWAY, reason)

    def heard(self, association: str, octets: bytes, stream: int = 0, ppid: int | None = None) -> None:
        """The SUT has sent a message."""
        self.history.heard += 1
        self._associations.heard(association, octets, stream, ppid)
        self._turn()

    def ended(self, association: str, how: str, by_sut: bool, reason: str = "") -> None:
        """An association is over: ``how`` is ``"shutdown"``, ``"abort"`` or ``"down"``; once is enough."""
        if self._associations.ended(association, how, by_sut, reason):
            self.history.heard += by_sut
            self._turn()

    def gone(self, reason: str) -> None:
        """The SUT itself came to its end; ``reason`` says how. What waits for it waits no longer."""
        if self.inbox.gone is None:
            event = self.history.note(f"{GONE}: {json.dumps({'reason': reason})}")
            self.inbox.gone = Gone(event.n, event.t, reason)
            self._turn()

    def replied(self, ticket: int, status: str, details: Mapping[str, Any]) -> None:
        """What came of a stimulus: ``"done"``, ``"unsupported"`` or ``"failed"``, with details in terms of JSON."""
        plain = json.loads(json.dumps(dict(details), default=str))
        told = {"ticket": ticket, "status": status, "details": plain}
        event = self.history.note(f"{STIMULUS}: {json.dumps(told, separators=(',', ':'))}")
        self.inbox.replies[ticket] = Reply(event.n, event.t, status, plain)
        self._turn()

    def attempted(
        self, ticket: int, told: Mapping[str, Any], *, unmade: str | None = None, broken: str | None = None
    ) -> None:
        """What came of an attempt at the transport, in terms of JSON; or why none was made, or came to an end."""
        content = {"ticket": ticket, "told": dict(told), "unmade": unmade, "broken": broken}
        event = self.history.note(f"{ATTEMPTED}: {json.dumps(content, separators=(',', ':'))}")
        self.inbox.attempted[ticket] = Attempted(event.n, event.t, told, unmade, broken)
        self._turn()

    def wake(self) -> None:
        """The time of ``deadline`` may have come."""
        if self.body_over and self._closing_until is not None and self.history.now >= self._closing_until:
            self._close_all("abort")
        self._turn()

    def interrupt(self, reason: str) -> None:
        """Stop here: nothing can be said of the case."""
        if not self.body_over:
            self._end(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS), how="abort")
        else:
            self._close_all("abort")

    # The body

    def _turn(self) -> None:
        """Go on as far as what has happened lets the body go."""
        self._again = True
        if self._turning:
            return
        self._turning = True
        try:
            while self._again and not self.body_over:
                self._again = False
                excess = self._excess()
                if excess is not None:
                    self._end(CaseOutcome(Verdict.INCONC, excess), how="abort")
                elif self._concert is not None and self._decide(self._concert):
                    self._again = True
        finally:
            self._turning = False

    def _excess(self) -> str | None:
        """What there is too much of, so that the case ends; None if all is within its bounds."""
        flood = self.history.flooded
        if flood is not None:
            return f"the {self.setting.role} floods the harness: {flood} in one case"
        if self.history.now >= self._limit:
            return f"the case did not come to its end within {LONGEST:g} s"
        return None

    def _decide(self, concert: Concert) -> bool:
        """Decide the steps under way; whether the body went on."""
        seen = concert.seen
        try:
            concert.decide(self.inbox, self.history.now, self._terms, self.history.last)
            self._answer(concert, seen)
        except Exception as error:
            reason = f"what was recorded cannot be judged: {error_text(error)}"
            self._throw(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS))
            return True
        if concert.over is not None:
            self._at = max(self._at, concert.over.at)
            self._throw(concert.over.outcome)
            return True
        if not concert.done:
            return False
        self._at = max(self._at, concert.at)
        for received in concert.taken:
            self.peer.last = received
            began = min(part.begun.began.t for part in concert.parts)
            self.peer.slowest = max(self.peer.slowest, received.t - began)
            mistaken = self._interface.manners.mistaken(received, self.peer.edition)
            if mistaken is not None:
                self._body.spoilt = mistaken
        self._note_opened(concert)
        self._go(self._body.give(concert.result))
        return True

    def _answer(self, concert: Concert, seen: float) -> None:
        """Answer the requests that none of the steps under way wants."""
        if not concert.attentive:
            return
        until = Moment(float("inf"))
        if concert.over is not None:
            until = concert.over.cause
        elif concert.done:
            until = concert.cause
        for received in unwanted_requests(concert.pending, self.inbox, until, self._terms, seen):
            self._associations.answer(received)

    def _throw(self, outcome: CaseOutcome) -> None:
        self._go(self._body.throw(outcome))

    def _go(self, step: Step[Any] | Finished) -> None:
        """Begin the body's next step, or end."""
        while not isinstance(step, Finished):
            self._steps += 1
            if self._steps > MOST_STEPS:
                reason = f"the body of the case takes more than {MOST_STEPS} steps"
                step = Finished(CaseOutcome(Verdict.ERROR, reason, blame=HARNESS))
                break
            try:
                self._begin(step)
                return
            except CaseOutcome as outcome:
                step = self._body.throw(outcome)
        self._end(step.outcome)

    def _begin(self, step: Step[Any]) -> None:
        """Start what a step wants to be done."""
        step = self._patient(step)
        if not isinstance(step, Send):
            text = step_text(step, self.setting.timeout)
            self.history.add(EventKind.STEP, source=self.peer.role, association=self.peer.here, message=text)
        parts = [Part(Begun(each, self._at)) for each in leaves(step)]
        self._concert = Concert(step, parts)
        for part in parts:
            match part.begun.step:
                case Send() as send:
                    sent = self._send(send)
                    place = Moment(sent.t, sent.n)
                    part.done = Done(sent, place, EPOCH)
                case Open(user=user):
                    part.begun = self._open(part.begun, user)
                case Listen(number):
                    part.begun = self._listen(part.begun, number)
                case Close(association, how):
                    part.begun = self._close(part.begun, association, how)
                case Stimulate() as stimulate:
                    part.begun = self._stimulate(part.begun, stimulate)
                case Attempt() as attempt:
                    if isinstance(attempt, Visit):
                        self._close_all("shutdown")
                    self._tickets += 1
                    self._demands.append(MakeAttempt(self._tickets, attempt))
                    part.begun = Begun(attempt, part.begun.began, self._tickets)

    def _patient(self, step: Step[Any]) -> Step[Any]:
        """The step, patient with what a stimulus sets off, now or before in this case."""
        limit = self.setting.effect_timeout
        if limit is None:
            return step
        done = any(reply.status == "done" for reply in self.inbox.replies.values())
        return patient(step, limit) if done or stimulates(step) else step

    def _send(self, step: Send) -> Sent:
        name = step.association or self.peer.here
        if name is not None and name in self._associations.standing:
            return self._associations.send(name, step)
        ended = self.inbox.ends.get(name or "") or max(self.inbox.ends.values(), key=lambda end: end.n, default=None)
        what = step_text(step, self.setting.timeout)
        if ended is not None and ended.by_sut:
            by = f"the {self.setting.role} has ended association {ended.association} ({ended.how})"
            raise CaseOutcome(Verdict.INCONC, f"cannot {what}: {by}", event=ended.n)
        raise CaseOutcome(Verdict.ERROR, f"cannot {what}: no such association is up", blame=HARNESS)

    def _open(self, begun: Begun, user: str | None) -> Begun:
        self._tickets += 1
        if not self.setting.sut_connects:
            self.inbox.attempts.add(self._tickets)
            self._demands.append(OpenLink(self._tickets, user))
        return Begun(begun.step, begun.began, self._tickets)

    def _listen(self, begun: Begun, number: int) -> Begun:
        self._tickets += 1
        self._asked_for[self._tickets] = number
        if self.setting.sut_connects:
            self._demands.append(ListenAt(self._tickets, number))
        return Begun(begun.step, begun.began, self._tickets)

    def _close(self, begun: Begun, association: str | None, how: str) -> Begun:
        name = association or self.peer.here
        if name in self._associations.standing and name is not None:
            self._associations.close(name, how)
        elif name is None or name not in self.inbox.ends:
            if not self.inbox.ends:
                raise CaseOutcome(Verdict.ERROR, "cannot close an association: none was ever up", blame=HARNESS)
            name = max(self.inbox.ends.values(), key=lambda end: end.n).association
        return Begun(begun.step, begun.began, association=name)

    def _stimulate(self, begun: Begun, step: Stimulate) -> Begun:
        self._tickets += 1
        if self.setting.stimuli is not None and step.name not in self.setting.stimuli:
            self.inbox.replies[self._tickets] = Reply(self.history.last, self.history.now, "unsupported")
        else:
            self._demands.append(AskStimulus(self._tickets, step.name, step.arguments, step.once))
        return Begun(begun.step, begun.began, self._tickets)

    def _note_opened(self, concert: Concert) -> None:
        for part in concert.parts:
            if isinstance(part.begun.step, Open) and part.done is not None:
                self.inbox.opened.add(part.done.result)

    def _end(self, outcome: CaseOutcome | None, how: str = "shutdown") -> None:
        """The body is over: say so, answer what is owed, and close what is open."""
        self.body_over = True
        self.outcome = outcome
        self._concert = None
        self._body.close()
        self.history.note(f"{OUTCOME}: {outcome_text(outcome)}")
        if how == "shutdown":
            self._associations.settle()
        self._close_all(how)
        self._closing_until = self.history.now + CLOSING

    def _close_all(self, how: str) -> None:
        for name in tuple(self._associations.standing):
            self._associations.close(name, how)


def outcome_text(outcome: CaseOutcome | None) -> str:
    """What came of a body, in a line."""
    if outcome is None:
        return Verdict.PASS.value
    reason = outcome.reason or f"{outcome.requirement or 'expected'}: {outcome.expected}; {outcome.actual}"
    return f"{outcome.verdict.value}: {reason}"
