"""RIC Subscription (E2AP 8.2.1)."""

from collections import Counter
from dataclasses import replace

from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.handlers.service_answer import judge_served_function
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.tally import present, tally
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)

_STANDING = (SubscriptionState.ACTIVE, SubscriptionState.SUSPENDED, SubscriptionState.DELETING)
_UNSETTLED = (SubscriptionState.REQUESTED, SubscriptionState.GIVEN_UP, SubscriptionState.RESETTING)


def request(turn: Turn, message: RICsubscriptionRequest) -> None:
    """The RIC asks for a trigger and actions."""
    turn.refer_to_function(message.ran_function_id)
    _judge_actions(turn, message)
    records = turn.records
    name = message.ric_request_id
    if name is None:
        records.subscriptions_known = False
        records.unseen_n = turn.n
        return
    wanted = _subscription(turn, name, message)
    standing = records.subscriptions.get_or_none(name)
    if standing is not None and standing.state in _STANDING:
        turn.irregular(
            IrregularityKind.ID_OF_EXISTING_SUBSCRIPTION,
            f"{turn.name} has the id {request_name(name)} of a subscription that stands",
            expected="no rule but for identical contents, which the node has to refuse",
            actual=f"{request_name(name)} again, contents {'identical' if same(standing, wanted) else 'different'}",
        )
        records.keep(standing if same(standing, wanted) else standing.doubtful())
    elif standing is not None and standing.state in _UNSETTLED:
        records.keep(replace(wanted, certain=False))
    else:
        former = records.gone.get_or_none(name)
        # What is still on its way may go by the contents that the id stood for before.
        renewed = former is not None and not same(former, wanted)
        records.keep(replace(wanted, redefined=turn.now) if renewed else wanted)
    turn.subscription = records.subscriptions.get_or_none(name)


def _judge_actions(turn: Turn, message: RICsubscriptionRequest) -> None:
    details = message.ric_subscription_details
    actions = present(None if details is None else details.ric_action_to_be_setup_list, "ric_action_id")
    repeated = [
        identifier for identifier, often in Counter(item.ric_action_id for item in actions).items() if often > 1
    ]
    if repeated:
        turn.irregular(
            IrregularityKind.ACTION_ID_REPEATED,
            f"{turn.name} lists actions {listed(repeated)} more than once",
            expected="each Action ID once",
            actual=listed(item.ric_action_id for item in actions),
        )
    bare = [
        item.ric_action_id
        for item in actions
        if item.ric_action_type == "insert" and item.ric_subsequent_action is None
    ]
    if bare:
        turn.irregular(
            IrregularityKind.INSERT_WITHOUT_SUBSEQUENT_ACTION,
            f"{turn.name}: INSERT actions {listed(bare)} have no Subsequent Action",
            expected="a Subsequent Action for every INSERT",
            actual="none",
            certain=turn.intact,
        )


def _subscription(turn: Turn, name: RICrequestID, message: RICsubscriptionRequest) -> Subscription:
    details = message.ric_subscription_details
    items = present(None if details is None else details.ric_action_to_be_setup_list, "ric_action_id")
    return Subscription(
        request_id=name,
        ran_function_id=message.ran_function_id,
        event_trigger=None if details is None else details.ric_event_trigger_definition,
        actions={
            item.ric_action_id: SubscribedAction(
                id=item.ric_action_id,
                type=item.ric_action_type,
                definition=item.ric_action_definition,
                subsequent_action=item.ric_subsequent_action,
                execution_order=item.ric_action_execution_order,
            )
            for item in items
        },
        state=SubscriptionState.REQUESTED,
        requested_n=turn.n,
        changed=turn.now,
        changed_stream=turn.stream,
        start_time=message.ric_subscription_start_time,
        end_time=message.ric_subscription_end_time,
        certain=turn.intact and details is not None and _is_new(turn, name),
    )


def _is_new(turn: Turn, name: RICrequestID) -> bool:
    """Whether surely no subscription stands under that id, seen or unseen."""
    former = turn.records.gone.get_or_none(name)
    return turn.records.subscriptions_known if former is None else former.certain


def same(one: Subscription, other: Subscription) -> bool:
    """Whether two subscriptions were asked for with identical contents (8.2.1.4)."""

    def contents(subscription: Subscription) -> tuple[object, ...]:
        actions = {
            action.id: replace(action, admitted=None, removed=False, suspended=False)
            for action in subscription.actions.values()
        }
        return (
            subscription.ran_function_id,
            subscription.event_trigger,
            actions,
            subscription.start_time,
            subscription.end_time,
        )

    return contents(one) == contents(other)


def response(turn: Turn, message: RICsubscriptionResponse) -> None:
    """The node admits actions, at least one (8.2.1.2)."""
    judge_served_function(turn, message.ran_function_id)
    admitted = [item.ric_action_id for item in present(message.ric_actions_admitted, "ric_action_id")]
    refused = [item.ric_action_id for item in present(message.ric_actions_not_admitted, "ric_action_id")]
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionRequest):
        _doubt(turn, message.ric_request_id)
        return
    asked = run.request
    details = asked.ric_subscription_details
    if details is not None:
        requested = [item.ric_action_id for item in present(details.ric_action_to_be_setup_list, "ric_action_id")]
        _judge_admission(turn, requested, admitted, refused)
    _judge_repetition(turn, asked)
    name = asked.ric_request_id
    subscription = None if name is None else turn.records.subscriptions.get_or_none(name)
    if subscription is None:
        return
    if subscription.state in _STANDING:
        renewed = _subscription(turn, subscription.request_id, asked)
        subscription = replace(renewed, requested_n=run.request_n, certain=False)
    verdicts = dict.fromkeys(refused, False) | dict.fromkeys(admitted, True)
    actions = (replace(action, admitted=verdicts.get(action.id)) for action in subscription.actions.values())
    subscription = replace(subscription.with_actions(*actions), answered_n=turn.n)
    subscription = turn.records.advance(subscription, turn.name, turn.moment)
    if turn.mispaired or not turn.whole:
        subscription = subscription.doubtful()
    turn.records.keep(subscription)
    turn.subscription = subscription


def _judge_admission(turn: Turn, requested: list[int], admitted: list[int], refused: list[int]) -> None:
    found = tally(requested, admitted, refused)
    expected = f"each of the actions {listed(requested)} once, admitted or not"
    actual = f"admitted {listed(admitted)}, not admitted {listed(refused)}"
    rows = (
        (found.unanswered, IrregularityKind.ACTION_NOT_ANSWERED, "neither admits nor refuses", turn.whole),
        (found.unasked, IrregularityKind.ACTION_NEVER_REQUESTED, "answers without request",
         turn.answers is not None and turn.answers.intact),
        (found.repeated, IrregularityKind.ACTION_ANSWERED_TWICE, "answers more than once", True),
    )  # fmt: skip
    for actions, kind, text, certain in rows:
        if actions:
            turn.irregular(
                kind,
                f"{turn.name} {text} actions {listed(actions)}",
                expected=expected,
                actual=actual,
                certain=certain and not turn.mispaired,
            )
    if not admitted:
        turn.irregular(
            IrregularityKind.NOTHING_ADMITTED,
            f"{turn.name} admits no action",
            expected="RICsubscriptionFailure where no action is admitted",
            actual=actual,
            certain=turn.intact,
        )


def _judge_repetition(turn: Turn, asked: RICsubscriptionRequest) -> None:
    """A second request with identical contents has to be refused (8.2.1.4)."""
    run = turn.answers
    if run is None or asked.ric_request_id is None:
        return
    standing = turn.records.subscriptions.get_or_none(asked.ric_request_id)
    if standing is None or standing.answered_n is None or not standing.certain or standing.answered_n > run.request_n:
        return
    if standing.state is SubscriptionState.ACTIVE and same(standing, _subscription(turn, standing.request_id, asked)):
        turn.irregular(
            IrregularityKind.IDENTICAL_REQUEST_ACCEPTED,
            f"{turn.name} accepts a request identical to that of event {standing.requested_n}, which stands",
            expected="RICsubscriptionFailure",
            actual=turn.name,
            certain=run.intact and not turn.mispaired,
        )


def failure(turn: Turn, message: RICsubscriptionFailure) -> None:
    """The node refuses: nothing is subscribed (8.2.1.3)."""
    judge_served_function(turn, message.ran_function_id, served=False)
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionRequest):
        _doubt(turn, message.ric_request_id)
        return
    name = run.request.ric_request_id
    subscription = None if name is None else turn.records.subscriptions.get_or_none(name)
    if subscription is None:
        return
    subscription = turn.records.advance(subscription, turn.name, turn.moment)
    if turn.mispaired:
        subscription = subscription.doubtful()
        turn.records.keep(subscription)
    turn.subscription = subscription


def _doubt(turn: Turn, name: RICrequestID | None) -> None:
    """An answer that belongs to no request in sight: the subscription of that id accuses nobody from now on."""
    subscription = turn.records.subscription(name)
    if subscription is not None:
        turn.records.keep(subscription.doubtful())
        turn.subscription = subscription
