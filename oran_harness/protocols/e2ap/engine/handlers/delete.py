"""RIC Subscription Delete and Delete Required (E2AP 8.2.2, 8.2.2A)."""

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.handlers.service_answer import judge_served_function
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import Subscription
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
    RICsubscriptionDeleteResponse,
)

SUBSCRIPTION = 8


def request(turn: Turn, message: RICsubscriptionDeleteRequest) -> None:
    """The RIC deletes a subscription, or gives up one that was never answered (8.2.1.3)."""
    records = turn.records
    name = message.ric_request_id
    if name is None:
        records.doubt_subscriptions(new=False)
        return
    turn.look_up_function(message.ran_function_id)
    subscription = records.subscriptions.get_or_none(name)
    if subscription is None:
        turn.subscription = records.gone.get_or_none(name)
        _note_unknown(turn, name)
        return
    if message.ran_function_id is not None and message.ran_function_id != subscription.ran_function_id:
        turn.irregular(
            IrregularityKind.DELETE_FUNCTION_DIFFERS,
            f"{turn.name} for {request_name(name)} names another RAN function than the subscription",
            expected=f"RAN function {subscription.ran_function_id}",
            actual=f"RAN function {message.ran_function_id}",
        )
    turn.subscription = records.advance(subscription, turn.name, turn.moment)
    for run in records.transactions.ongoing(SUBSCRIPTION, turn.sender, name):
        turn.aborted += (run,)
        records.transactions.advance(run, turn.name, turn.n)


def _note_unknown(turn: Turn, name: RICrequestID) -> None:
    if turn.records.subscriptions_known:
        turn.irregular(
            IrregularityKind.DELETE_OF_UNKNOWN_SUBSCRIPTION,
            f"{turn.name} for {request_name(name)}, which does not stand"
            + ("" if turn.subscription is None else f" ({turn.subscription.state.value})"),
            expected="the id of a subscription; any other is rightly answered with a failure",
            actual=request_name(name),
        )


def response(turn: Turn, message: RICsubscriptionDeleteResponse) -> None:
    """The subscription is gone; no Indication follows (8.2.2.2)."""
    judge_served_function(turn, message.ran_function_id)
    run = turn.answers
    records = turn.records
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionDeleteRequest):
        _doubt(turn, records.subscription(message.ric_request_id))
        return
    name = run.request.ric_request_id
    if name is None:
        return
    subscription = records.subscriptions.get_or_none(name)
    if subscription is None:
        _judge_unknown(turn, name, run.request_n)
        turn.subscription = records.gone.get_or_none(name)
        return
    subscription = records.advance(subscription, turn.name, turn.moment)
    if turn.mispaired:
        records.keep(subscription.doubtful())
    turn.subscription = records.subscription(name)


def _judge_unknown(turn: Turn, name: RICrequestID, request_n: int) -> None:
    """A Delete of what did not stand when it was asked has to be refused (8.2.2.3)."""
    over = turn.records.gone.get_or_none(name)
    stood = over is not None and (not over.certain or over.ended_n is None or over.ended_n > request_n)
    if stood or not turn.records.knew_subscriptions(request_n) or turn.mispaired:
        return
    turn.irregular(
        IrregularityKind.DELETE_OF_UNKNOWN_CONFIRMED,
        f"{turn.name} for {request_name(name)}, which did not stand"
        + ("" if over is None else f": {over.state.value} in event {over.ended_n}"),
        expected="RICsubscriptionDeleteFailure",
        actual=turn.name,
        certain=turn.answers is not None and turn.answers.intact,
    )


def failure(turn: Turn, message: RICsubscriptionDeleteFailure) -> None:
    """The node does not delete: it may not know the subscription, or may not be able to; what stands is open."""
    judge_served_function(turn, message.ran_function_id, served=False)
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionDeleteRequest):
        _doubt(turn, turn.records.subscription(message.ric_request_id))
        return
    subscription = turn.records.subscription(run.request.ric_request_id)
    if subscription is None or subscription.state.over:
        turn.subscription = subscription
        return
    _doubt(turn, turn.records.advance(subscription, turn.name, turn.moment))


def _doubt(turn: Turn, subscription: Subscription | None) -> None:
    if subscription is not None:
        turn.subscription = subscription.doubtful()
        turn.records.keep(turn.subscription)


def required(turn: Turn, message: RICsubscriptionDeleteRequired) -> None:
    """The node asks for deletions; a RIC may delete, and ignores what it does not know (8.2.2A)."""
    unknown = []
    items = present(message.ric_subscription_to_be_removed, "ric_request_id")
    for item in items:
        subscription = turn.records.subscription(item.ric_request_id)
        if len(items) == 1:
            turn.subscription = subscription
        if _stood(turn, subscription) or (subscription is None and turn.records.may_stand(item.ric_request_id)):
            continue
        unknown.append(request_name(item.ric_request_id))
    if unknown:
        turn.irregular(
            IrregularityKind.DELETE_REQUIRED_FOR_UNKNOWN,
            f"{turn.name} for subscriptions that do not stand: {listed(unknown)}",
            expected="ids of subscriptions that the node has admitted",
            actual=listed(unknown),
        )


def _stood(turn: Turn, subscription: Subscription | None) -> bool:
    """Whether a node may still speak of a subscription, as far as can be seen."""
    if subscription is None:
        reset = turn.records.reset
        crossed = reset is not None and not turn.ordered(reset.stream, reset.t)
        return crossed or not turn.records.subscriptions_known
    if not subscription.state.over or not subscription.certain:
        return True
    if subscription.state is SubscriptionState.RELEASED:
        return True
    # The node may have spoken before it heard of the end, or on another stream.
    return not turn.ordered(subscription.changed_stream, subscription.changed)
