"""One association between a near-RT RIC and an E2 node, followed from outside."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import GlobalE2node_ID, GlobalRIC_ID, RICrequestID
from oran_harness.protocols.e2ap.engine.assistance import Assistance
from oran_harness.protocols.e2ap.engine.component import Component, ComponentKey
from oran_harness.protocols.e2ap.engine.function import OfferedFunction
from oran_harness.protocols.e2ap.engine.handlers import handle
from oran_harness.protocols.e2ap.engine.handlers.refusal import judge_cause
from oran_harness.protocols.e2ap.engine.handlers.reset import judge_service_during_reset
from oran_harness.protocols.e2ap.engine.irregularity import Irregularity
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.load_reports import LoadReports
from oran_harness.protocols.e2ap.engine.pairing import open_run, pair_answer
from oran_harness.protocols.e2ap.engine.place import judge_role, move, take_place
from oran_harness.protocols.e2ap.engine.records import Records, Wait
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.step import End, Step
from oran_harness.protocols.e2ap.engine.subscription import Subscription
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.engine.transactions import Transactions
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.engine.unread import read_envelope
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES

_INITIATING = "initiatingMessage"
_NAMES = {(message.PROCEDURE_CODE, message.OUTCOME): message.NAME for message in MESSAGES}


class Association:
    """What both ends of one association have said, and what follows from it (E2AP 8).

    It takes no side: give it each message with its sender, in the order seen, ``now`` in seconds of any one clock, and
    ``n``, the number of the event. Nothing that a message holds makes it raise, and its memory is bounded.

    ``started`` is False for a record that begins in the middle: what refers to earlier, unseen events is then not held
    against anyone. ``waits`` carries a Time to Wait over from an earlier association of the same two ends.
    """

    __slots__ = ("_records",)

    def __init__(self, *, started: bool = True, waits: Mapping[tuple[int, Role], Wait] | None = None) -> None:
        self._records = Records(
            state=AssociationState.NEW if started else AssociationState.UNKNOWN,
            transactions=Transactions(started),
            functions_known=started,
            components_known=started,
            subscriptions_known=started,
            call_processes_known=started,
            services_known=started,
            waits=dict(waits or {}),
        )

    @property
    def state(self) -> AssociationState:
        """Where the association stands."""
        return self._records.state

    @property
    def complete(self) -> bool:
        """Whether everything that was said is known; where not, what is not found accuses nobody."""
        return self._records.complete

    @property
    def node_id(self) -> GlobalE2node_ID | None:
        """The Global E2 Node ID, once told."""
        return self._records.node_id

    @property
    def ric_id(self) -> GlobalRIC_ID | None:
        """The Global RIC ID, once told."""
        return self._records.ric_id

    @property
    def functions(self) -> Mapping[int, OfferedFunction]:
        """The RAN functions that were ever offered, by id."""
        return MappingProxyType(self._records.functions)

    def function(self, function_id: int) -> OfferedFunction | None:
        """The RAN function of that id, None if none was ever offered under it."""
        return self._records.functions.get_or_none(function_id)

    @property
    def functions_known(self) -> bool:
        """Whether no function was offered, changed or deleted unseen."""
        return self._records.functions_known

    @property
    def components(self) -> Mapping[ComponentKey, Component]:
        """The components that the node has declared."""
        return MappingProxyType(self._records.components)

    @property
    def subscriptions(self) -> Mapping[RICrequestID, Subscription]:
        """The subscriptions that are not over."""
        return MappingProxyType(self._records.subscriptions)

    @property
    def load_reports(self) -> Mapping[int, LoadReports]:
        """The load reports that were ever started, by the RIC's measurement id."""
        return MappingProxyType(self._records.load_reports)

    @property
    def assistances(self) -> Mapping[RICrequestID, Assistance]:
        """The assistances that were asked for, by the node's id."""
        return MappingProxyType(self._records.assistances)

    @property
    def pending(self) -> tuple[Transaction, ...]:
        """The runs of procedures that are not over, oldest first."""
        return self._records.transactions.standing

    @property
    def waits(self) -> Mapping[tuple[int, Role], Wait]:
        """Times to Wait that were given, by procedure code and the role that has to wait."""
        return MappingProxyType(self._records.waits)

    def former_subscription(self, request_id: RICrequestID) -> Subscription | None:
        """The subscription with that id, even if it is over; None if there was none, or it is forgotten."""
        return self._records.subscription(request_id)

    def step(
        self, sender: Role, message: Message, now: float, n: int, *, stream: int | None = None, intact: bool = True
    ) -> Step:
        """Follow one message.

        ``stream`` is its SCTP stream where known: what came on two streams may have changed its order. ``intact`` is
        False for a message that could not be read whole: then what it lacks is not held against anyone.
        """
        procedure = PROCEDURES.get(message.PROCEDURE_CODE)
        turn = Turn(self._records, sender, procedure, message.OUTCOME, message.NAME, (now, n, stream), intact)
        self._records.first = self._records.first or sender
        if procedure is None or not judge_role(turn, procedure):
            return turn.step()
        take_place(turn, procedure)
        if message.OUTCOME == _INITIATING:
            judge_service_during_reset(turn)
            open_run(turn, procedure, message)
        else:
            pair_answer(turn, procedure, message)
            judge_cause(turn, message)
        handle(turn, message)
        move(turn, procedure)
        return turn.step()

    def step_unknown(
        self,
        sender: Role,
        outcome: str | None,
        procedure_code: int | None,
        now: float,
        n: int,
        *,
        stream: int | None = None,
    ) -> Step:
        """Follow a message of which at most the envelope could be read.

        An answer is paired if only one run can be meant; knowledge that the message may have changed is given up. With
        no readable envelope it may have been anything: that is like a lost message.
        """
        procedure = None if procedure_code is None else PROCEDURES.get(procedure_code)
        name = _unread_name(procedure_code, outcome)
        turn = Turn(self._records, sender, procedure, outcome, name, (now, n, stream), False)
        self._records.first = self._records.first or sender
        if procedure_code is None or outcome is None:
            self.lose()
        elif procedure is None and self._records.state is AssociationState.NEW:
            # Something came before the rest, so whoever answers it does not begin with the wrong message.
            self._records.state = AssociationState.UNKNOWN
        elif procedure is not None and judge_role(turn, procedure):
            take_place(turn, procedure)
            read_envelope(turn, procedure)
            move(turn, procedure)
        return turn.step()

    def objections(
        self, sender: Role, message: Message, now: float, *, stream: int | None = None
    ) -> tuple[Irregularity, ...]:
        """What would be held against ``sender`` if it sent the message now; the association stays as it is."""
        trial = Association.__new__(Association)
        trial._records = self._records.copy()
        step = trial.step(sender, message, now, -1, stream=stream)
        return tuple(found for found in step.irregularities if found.by is sender and not found.open)

    def may_send(self, sender: Role, message: Message, now: float, *, stream: int | None = None) -> bool:
        """Whether the procedures let ``sender`` send the message now."""
        return not self.objections(sender, message, now, stream=stream)

    def overdue(self, now: float, within: float) -> tuple[Transaction, ...]:
        """The runs whose answer has been owed for more than ``within`` seconds.

        E2AP gives no timer a value (9.5): the budget is the caller's.
        """
        return tuple(run for run in self._records.transactions if run.waiting and now - run.started > within)

    def lose(self) -> None:
        """Messages were lost: from now on what is not known accuses nobody."""
        records = self._records
        records.state = AssociationState.UNKNOWN
        self.share()
        records.waits.clear()

    def share(self) -> None:
        """Another association of the same interface exists: what happens there is not seen here (8.3.6)."""
        self._records.doubt()

    def inherit(self, former: "Association") -> None:
        """An earlier association of the same E2 node: whether its subscriptions outlive it is open (8.3.1.1)."""
        self._records.inherit(former._records)

    @property
    def leftovers(self) -> tuple[RICrequestID, ...]:
        """The subscriptions that may stand still at the E2 node when all associations are over."""
        return self._records.leftovers

    def remain(self, request_ids: Iterable[RICrequestID]) -> None:
        """Subscriptions made before this record begins, which the E2 node may have kept: they accuse nobody."""
        self._records.remain(request_ids)

    def end(self, how: str, by: Role | None, now: float, n: int) -> End:
        """The association, or the record of it, ends here; ``by`` is the role that ended it, None if unknown."""
        records = self._records
        unanswered = tuple(run for run in records.transactions if run.waiting)
        return End(
            n=n,
            t=now,
            how=how,
            by=by,
            state=records.state,
            unanswered=unanswered,
            subscriptions=tuple(records.subscriptions.values()),
            irregularities=tuple(
                # After a Removal the association has to be closed, whatever crossed it (8.3.7.2).
                _judge_silence(run, how, None if records.removal is not None else by)
                for run in unanswered
            ),
        )


def _judge_silence(run: Transaction, how: str, by: Role | None) -> Irregularity:
    broken = by is run.answerer
    return Irregularity(
        kind=IrregularityKind.ENDED_WITHOUT_ANSWER if broken else IrregularityKind.UNANSWERED_AT_END,
        by=run.answerer if broken else None,
        message=f"{run.procedure.title} of event {run.request_n} has no answer when the association ends ({how})",
        expected=f"an answer to the {run.procedure.title} request",
        actual=f"{how} by the {by.value}" if by is not None else how,
        certain=run.intact,
    )


def _unread_name(procedure_code: int | None, outcome: str | None) -> str:
    """The name of the message that an envelope announces."""
    if procedure_code is None or outcome is None:
        return "unreadable message"
    return _NAMES.get((procedure_code, outcome), f"{outcome} of procedure {procedure_code}")
