"""One message while it is being judged."""

from collections.abc import Callable, Collection, Hashable, Iterable
from itertools import islice
from typing import TypeVar

from oran_harness.codec.asn1 import maker
from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.function import FunctionStatus, OfferedFunction
from oran_harness.protocols.e2ap.engine.irregularity import Irregularity
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.records import Moment, Records
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.step import Step
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.procedures import Procedure

LONGEST_DELAY = 60.0
"""Seconds after which a message of another stream cannot have been under way any more: RTO.Max of RFC 4960, 15."""
UNORDERED = -1
"""In place of a stream: nothing that the end in question has sent tells when it knew."""
_SHOWN = 8
_Item = TypeVar("_Item")
_step = maker(Step)


def listed(items: Iterable[_Item], name: Callable[[_Item], str] = str) -> str:
    """Some of the items, for people: at most eight of them by name."""
    known = items if isinstance(items, Collection) else tuple(items)
    shown = ", ".join(name(item) for item in islice(known, _SHOWN))
    more = f" and {len(known) - _SHOWN} more" if len(known) > _SHOWN else ""
    return (shown + more) or "none"


def request_name(request_id: Hashable) -> str:
    """An id of a run as people write it: ``10/1`` for a RIC Request ID."""
    requestor = getattr(request_id, "ric_requestor_id", None)
    return str(request_id) if requestor is None else f"{requestor}/{getattr(request_id, 'ric_instance_id', '?')}"


class Turn:
    """What the handlers of one message share: the records, the message's circumstances, and what they find.

    ``answers``, ``late`` and ``mispaired`` come from pairing: the run that is answered; whether it was over (aborted,
    given up) so that the answer has no effect; whether another request may be meant. ``unread`` marks a message of
    which only the envelope is known.
    """

    __slots__ = (
        "aborted",
        "action",
        "answers",
        "function",
        "intact",
        "irregularities",
        "late",
        "mispaired",
        "n",
        "name",
        "now",
        "opened",
        "outcome",
        "procedure",
        "records",
        "sender",
        "stream",
        "subscription",
        "unread",
    )

    def __init__(
        self,
        records: Records,
        sender: Role,
        procedure: Procedure | None,
        outcome: str | None,
        name: str,
        moment: tuple[float, int, int | None],
        intact: bool,
    ) -> None:
        self.records = records
        self.sender = sender
        self.procedure = procedure
        self.outcome = outcome
        self.name = name
        self.now, self.n, self.stream = moment
        self.intact = intact
        self.answers: Transaction | None = None
        self.late = False
        self.unread = False
        self.mispaired = False
        self.opened: Transaction | None = None
        self.aborted: tuple[Transaction, ...] = ()
        self.subscription: Subscription | None = None
        self.action: SubscribedAction | None = None
        self.function: OfferedFunction | None = None
        self.irregularities: list[Irregularity] = []

    @property
    def moment(self) -> Moment:
        """When and where the message came."""
        return Moment(self.n, self.now, self.stream, self.sender)

    @property
    def whole(self) -> bool:
        """Whether the message and the request that it surely answers could be read whole: only then lists can lack."""
        return self.intact and not self.mispaired and (self.answers is None or self.answers.intact)

    def irregular(
        self,
        kind: IrregularityKind,
        message: str,
        *,
        expected: str,
        actual: str,
        by: Role | None = None,
        certain: bool = True,
    ) -> None:
        """Note a departure; ``by`` is the sender unless given."""
        culprit = self.sender if by is None else by
        self.irregularities.append(Irregularity(kind, culprit, message, expected, actual, certain))

    def ordered(self, stream: int | None, t: float) -> bool:
        """Whether the message was surely sent after what its sender sent on ``stream`` at ``t``.

        One stream keeps its order; what comes on another may have been held up, at most for so long.
        """
        return stream == self.stream or self.now - t > LONGEST_DELAY

    def look_up_function(self, function_id: int | None) -> None:
        """Keep the RAN function that the message is about, if there is one."""
        self.function = None if function_id is None else self.records.functions.get_or_none(function_id)

    @property
    def _set_up(self) -> bool:
        """Whether E2 Setup has been completed: a request before that is out of place as it is."""
        return self.records.state not in (AssociationState.SETTING_UP, AssociationState.NOT_SET_UP)

    def refer_to_function(self, function_id: int | None) -> None:
        """Note a request that names a RAN function which the RIC has no business with (E2AP 8.3.1, 8.3.4)."""
        self.look_up_function(function_id)
        if function_id is None:
            return
        if self.function is None:
            if self.records.functions_known and self._set_up and not self.records.functions.overflowed:
                self.irregular(
                    IrregularityKind.FUNCTION_NEVER_OFFERED,
                    f"{self.name} names RAN function {function_id}, which the node never offered",
                    expected=f"one of the functions offered: {listed(self.records.functions)}",
                    actual=f"RAN function {function_id}",
                )
            return
        kinds = {
            FunctionStatus.REJECTED: (IrregularityKind.FUNCTION_REJECTED, "the RIC rejected"),
            FunctionStatus.DELETED: (IrregularityKind.FUNCTION_DELETED, "the node took out of use"),
        }
        if self.function.status in kinds:
            kind, text = kinds[self.function.status]
            self.irregular(
                kind,
                f"{self.name} names RAN function {function_id}, which {text}",
                expected="a function that was offered and accepted",
                actual=f"RAN function {function_id}, {self.function.status.value}",
            )

    def step(self) -> Step:
        """What the message meant."""
        return _step(
            self.n,
            self.sender,
            self.procedure,
            self.outcome,
            self.records.state,
            self.answers,
            self.opened,
            self.aborted,
            self.subscription,
            self.action,
            self.function,
            tuple(self.irregularities),
        )
