"""Reset (E2AP 8.3.2)."""

from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.pairing import abort_ric_services
from oran_harness.protocols.e2ap.engine.records import Moment
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import Subscription
from oran_harness.protocols.e2ap.engine.turn import UNORDERED, Turn
from oran_harness.protocols.e2ap.messages import ResetRequest, ResetResponse

RESET = 3


def request(turn: Turn, message: ResetRequest) -> None:
    """Both ends delete all subscriptions and abort RIC services; another Reset goes on (8.3.2.2)."""
    abort_ric_services(turn)
    reset_subscriptions(turn)


def reset_subscriptions(turn: Turn) -> None:
    """Let a Reset request act on everything that RIC services have set up."""
    records = turn.records
    for subscription in tuple(records.subscriptions.values()):
        # A request on another stream may reach the node after the Reset; all else is surely deleted.
        overtaken = subscription.state is SubscriptionState.REQUESTED and subscription.changed_stream != turn.stream
        changed = replace(records.advance(subscription, "ResetRequest", turn.moment), certain=not overtaken)
        records.keep(changed)
    records.doubt_services()


def response(turn: Turn, message: ResetResponse) -> None:
    """The subscriptions are gone, on both sides."""
    if turn.answers is None and turn.records.transactions.complete:
        return
    finish_subscriptions(turn)


def finish_subscriptions(turn: Turn) -> None:
    """Let a Reset response act on the subscriptions: what stood when its Reset was asked for is gone."""
    records = turn.records
    run = turn.answers
    # When a node knows that its own Reset is answered cannot be seen.
    moment = turn.moment if turn.sender is Role.E2_NODE else replace(turn.moment, stream=UNORDERED)
    if run is None or turn.mispaired or not run.certain or not run.intact:
        # Which subscriptions stood when an unseen or unread request came is not known.
        for subscription in tuple(records.subscriptions.values()):
            records.keep(records.advance(subscription.doubtful(), "ResetResponse", moment))
        return
    for subscription in tuple(records.subscriptions.values()):
        if subscription.state is SubscriptionState.RESETTING and subscription.requested_n < run.request_n:
            over = records.advance(subscription, "ResetResponse", moment)
            if records.unseen_n > run.request_n:
                records.keep(over.doubtful())
    if records.unseen_n > run.request_n:
        return
    records.outlived = False
    if not records.subscriptions_known:
        records.subscriptions_known = True
        records.reset = moment
    for former in tuple(records.gone.values()):
        if former.requested_n < run.request_n and _unsettled(former, moment):
            state = SubscriptionState.RESET
            records.keep(replace(former, state=state, certain=True, changed=turn.now, changed_stream=moment.stream))


def _unsettled(former: Subscription, moment: Moment) -> bool:
    """Whether a Reset's end tells more about a subscription than its own end did."""
    unordered = former.state is SubscriptionState.RESET and former.changed_stream == UNORDERED
    return (
        not former.certain or former.state is SubscriptionState.RELEASED or (unordered and moment.stream != UNORDERED)
    )


def judge_service_during_reset(turn: Turn) -> None:
    """An initiator that goes on with RIC services although its own Reset is not answered (open, 8.3.2.2)."""
    if turn.outcome != "initiatingMessage" or turn.procedure is None or not turn.procedure.service:
        return
    if turn.procedure.name == "RICindication":
        return
    waiting = [run for run in turn.records.transactions.of(RESET, turn.sender) if run.waiting]
    if waiting:
        turn.irregular(
            IrregularityKind.RIC_SERVICE_DURING_RESET,
            f"{turn.name} while this end's Reset (event {waiting[0].request_n}) is not answered",
            expected="RIC services again once the Reset is completed",
            actual=f"{turn.name} before that",
        )
