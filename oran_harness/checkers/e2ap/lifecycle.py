"""How runs and associations end: answers that never come, ends that die of a message, what follows a Removal."""

from collections.abc import Iterator
from dataclasses import replace

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import AssociationEnded, IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import AssociationState, Transaction
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.tables import tables

PATIENCE = 10.0
"""Seconds without an answer after which silence is reported; E2AP gives its timers no values (9.5)."""
AT_ONCE = 1.0
"""Seconds within which the end of an association is put down to the message before it."""
CLOSER = "the end that took the association down"


@rule(
    id="E2AP-CLOSED-UNANSWERED",
    title="A request that can be read is answered, not closed upon",
    clause="O-RAN.WG3.E2AP 4.1, 8.1, 10 (TS 36.413 10.3, 10.4)",
    # On the wire, a product stopped by hand at this very moment looks the same.
    level=Level.SHOULD,
    hint="Find out why the product ends on this request (an assertion, an unhandled procedure or state) and answer it "
    "instead: with the response, the failure message with a cause, or an Error Indication. If somebody stopped it at "
    "that moment, nothing is wrong.",
    blames=CLOSER,
    of=(Kind.ENDED_WITHOUT_ANSWER,),
)
def closed_unanswered(seen: IrregularityObserved) -> Iterator[Breach]:
    """An end that owes an answer, and can read the request, takes no association down within a second of it."""
    if _can_read(seen):
        yield from _closed_upon(seen)


@rule(
    id="E2AP-CLOSED-UNREAD",
    title="A request of another edition is refused, not closed upon",
    clause="O-RAN.WG3.E2AP 8.3.1.3, 10 (TS 36.413 10.2, 10.3)",
    level=Level.SHOULD,
    hint="The product ends on a request that is correct in some edition, perhaps not in its own. Send the failure "
    "message, or an Error Indication with cause protocol (transfer or abstract syntax error), and go on serving "
    "the other associations. Look for an assertion on a missing TransactionID or an unread list.",
    blames=CLOSER,
    of=(Kind.ENDED_WITHOUT_ANSWER,),
)
def closed_unread(seen: IrregularityObserved) -> Iterator[Breach]:
    """An end that cannot read a request says so, and takes no association down within a second of it."""
    if not _can_read(seen):
        yield from _closed_upon(seen)


@rule(
    id="E2AP-ABORTED",
    title="An association is not aborted upon a message",
    clause="O-RAN.WG3.E2AP 10 (TS 36.413 10.2); RFC 9260 9.1",
    level=Level.SHOULD,
    hint="The association was cut off right behind this message. See in the log of the end that aborted whether it "
    "died of it; a process that was stopped by hand looks the same on the wire.",
    blames="nobody: a stop by hand looks the same",
)
def aborted(seen: AssociationEnded) -> Iterator[Breach]:
    """An association in use is shut down, and no message makes the other end abort it."""
    last = seen.last
    if not seen.aborted or seen.by is None or last is None or last.sender is seen.by or not last.accepting:
        return
    if seen.end.unanswered or seen.event.t - last.event.t > AT_ONCE:
        return
    delay = (seen.event.t - last.event.t) * 1000
    yield Breach(
        blame=None,
        message=f"the association was aborted {delay:.1f} ms behind {last.decoded.label}",
        expected="an answer, an Error Indication or nothing; SHUTDOWN at the end",
        actual=f"ABORT from {seen.by.name}",
        key=last.decoded.label,
    )


@rule(
    id="E2AP-NO-ANSWER",
    title="Requests are answered",
    clause="O-RAN.WG3.E2AP 4.1, 8.1, 9.5",
    level=Level.SHOULD,
    hint="E2AP gives no time for an answer, but each of these procedures has one. Check whether the request arrived "
    "(SACK), whether its answer went to another stream or association, and whether the product knows the "
    "procedure at all.",
    blames="the end that owes the answer",
)
def no_answer(seen: AssociationEnded) -> Iterator[Breach]:
    """A request is answered while its association stands; silence is reported after ten seconds."""
    for run in seen.end.unanswered:
        waited = seen.end.t - run.started
        closed_upon = seen.by is not None and seen.by.role is run.answerer and _since(seen, run) <= AT_ONCE
        if not run.waiting or waited < PATIENCE or closed_upon or seen.end.state is AssociationState.REMOVED:
            continue
        yield Breach(
            blame=run.answerer,
            message=f"{run.procedure.title} of event {run.request_n} has no answer after {waited:.1f} s",
            expected=f"an answer within {PATIENCE:g} s, or at all",
            actual="none",
            key=run.procedure.name,
            event=run.request_n,
        )


@rule(
    id="E2AP-AFTER-REMOVAL",
    title="E2 Removal is the last word",
    clause="O-RAN.WG3.E2AP 8.3.7.2",
    level=Level.SHOULD,
    hint="After the Removal response both ends release the interface: stop all reports before, and close the "
    "association.",
    blames="the sender of the message",
    of=(Kind.MESSAGE_AFTER_REMOVAL,),
)
def after_removal(seen: IrregularityObserved) -> Iterator[Breach]:
    """After E2 Removal is completed no E2AP message follows on the association."""
    yield from of_irregularity(seen)


def _closed_upon(seen: IrregularityObserved) -> Iterator[Breach]:
    """The breach of an end that closes on a request, told with the request and the delay."""
    if seen.end is None:
        return
    closing = seen.association.closing or seen.event
    run = _run(seen)
    for breach in of_irregularity(seen):
        # What ends an association long after a request is something else: then there is silence (E2AP-NO-ANSWER). A
        # request that crosses a shutdown comes too late to be answered.
        if run is None or not 0 <= _since(seen, run) <= AT_ONCE:
            continue
        delay = (closing.t - run.started) * 1000
        yield replace(
            breach,
            message=f"{run.procedure.title} of event {run.request_n} was not answered: the {run.answerer.value} took "
            f"the association down ({seen.end.how}) {delay:.1f} ms behind the request",
            expected="the procedure's response or failure message, or an Error Indication",
            actual=f"{seen.end.how} by the {run.answerer.value}",
            key=run.procedure.name,
            event=closing.n,
            frame=closing.frame,
        )


def _since(seen: AssociationEnded | IrregularityObserved, run: Transaction) -> float:
    """Seconds from a request to when its association began to end."""
    return (seen.association.closing or seen.event).t - run.started


def _can_read(seen: IrregularityObserved) -> bool:
    """Whether both ends speak a common edition, and the end to blame none that lacks the procedure."""
    first, second = seen.association.ends
    run = _run(seen)
    blamed = seen.association.with_role(run.answerer) if run is not None else None
    if run is None or blamed is None or not set(first.editions) & set(second.editions):
        return False
    return run.procedure.code in tables(blamed.editions[0]).procedures


def _run(seen: IrregularityObserved) -> Transaction | None:
    """The run whose silence an irregularity is about."""
    if seen.end is None:
        return None
    runs = zip(seen.end.unanswered, seen.end.irregularities, strict=True)
    return next((each for each, irregularity in runs if irregularity is seen.irregularity), None)
