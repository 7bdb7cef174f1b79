"""What one message, or the end of an association, meant."""

from dataclasses import dataclass

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.function import OfferedFunction
from oran_harness.protocols.e2ap.engine.irregularity import Irregularity
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.transaction import Transaction
from oran_harness.protocols.e2ap.procedures import Procedure


@dataclass(frozen=True, slots=True)
class Step:
    """What one message meant, with the state of things right after it.

    ``procedure`` is None for a procedure code that no edition of ours knows. ``outcome`` is the alternative of
    E2AP-PDU. ``answers`` is the run that the message answers, as it was before (with its request; a Service Update
    answers a Service Query); ``opened`` the run that it opens; ``aborted`` are the runs that it ends without an answer
    (a Reset, a Removal, a Delete that gives up a Subscription). ``subscription``, ``action`` and ``function`` are those
    that the message is about, as far as known; ``subscription`` may be one that is over.
    """

    n: int
    sender: Role
    procedure: Procedure | None
    outcome: str | None
    state: AssociationState
    answers: Transaction | None = None
    opened: Transaction | None = None
    aborted: tuple[Transaction, ...] = ()
    subscription: Subscription | None = None
    action: SubscribedAction | None = None
    function: OfferedFunction | None = None
    irregularities: tuple[Irregularity, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """How an association ended, and what was left.

    ``how`` is the caller's word for it (``"shutdown"``, ``"abort"``, ``"capture ends"``), ``by`` the role that ended
    it, None if unknown. ``unanswered`` are the runs whose answer was owed; ``subscriptions`` those that still stood.
    """

    n: int
    t: float
    how: str
    by: Role | None
    state: AssociationState
    unanswered: tuple[Transaction, ...] = ()
    subscriptions: tuple[Subscription, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
