"""RIC Subscription Modification and Modification Required (E2AP 8.2.5, 8.2.6)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.engine.handlers.service_answer import judge_served_function
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.tally import present, tally
from oran_harness.protocols.e2ap.engine.turn import LONGEST_DELAY, UNORDERED, Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionModificationConfirm,
    RICsubscriptionModificationFailure,
    RICsubscriptionModificationRefuse,
    RICsubscriptionModificationRequest,
    RICsubscriptionModificationRequired,
    RICsubscriptionModificationResponse,
)


def _ids(items: Iterable[Any] | None) -> tuple[int, ...]:
    """The Action IDs of any of the modification lists."""
    return present([getattr(item, "ric_action_id", None) for item in items or ()])


def request(turn: Turn, message: RICsubscriptionModificationRequest) -> None:
    """The RIC changes trigger or actions of a subscription."""
    turn.look_up_function(message.ran_function_id)
    repeated = _repeated(message)
    if repeated:
        turn.irregular(
            IrregularityKind.MODIFICATION_ACTION_REPEATED,
            f"{turn.name} names actions {listed(repeated)} more than once",
            expected="each Action ID in one list",
            actual=f"several times: {listed(repeated)}",
        )
    subscription = _standing(turn, message.ric_request_id)
    if subscription is None:
        return
    added = [
        SubscribedAction(
            id=item.ric_action_id,
            type=item.ric_action_type,
            definition=item.ric_action_definition,
            subsequent_action=item.ric_subsequent_action,
            execution_order=item.ric_action_execution_order,
        )
        for item in present(message.ric_actions_to_be_added_for_modification_list, "ric_action_id")
        if item.ric_action_id not in subscription.actions or subscription.actions[item.ric_action_id].removed
    ]
    turn.subscription = subscription.with_actions(*added)
    turn.records.keep(turn.subscription)


def _asked_lists(message: RICsubscriptionModificationRequest) -> tuple[tuple[int, ...], ...]:
    return (
        _ids(message.ric_actions_to_be_removed_for_modification_list),
        _ids(message.ric_actions_to_be_modified_for_modification_list),
        _ids(message.ric_actions_to_be_added_for_modification_list),
    )


def _repeated(message: RICsubscriptionModificationRequest) -> list[int]:
    """The actions in more than one list, and those that would be added twice (9.2.10)."""
    added = Counter(_ids(message.ric_actions_to_be_added_for_modification_list))
    return list(dict.fromkeys((*_across_lists(message), *(name for name, count in added.items() if count > 1))))


def _across_lists(message: RICsubscriptionModificationRequest) -> list[int]:
    """The actions in more than one list, which has to be refused (8.2.5.4); twice in one list is open."""
    often = Counter(identifier for asked in _asked_lists(message) for identifier in set(asked))
    return [identifier for identifier, count in often.items() if count > 1]


def _standing(turn: Turn, name: RICrequestID | None) -> Subscription | None:
    """The subscription that a request wants changed; notes if there is none."""
    records = turn.records
    if name is None:
        records.doubt_subscriptions(new=False)
        return None
    subscription = records.subscriptions.get_or_none(name)
    turn.subscription = subscription or records.gone.get_or_none(name)
    if subscription is None and records.subscriptions_known:
        over = turn.subscription
        turn.irregular(
            IrregularityKind.MODIFICATION_OF_UNKNOWN,
            f"{turn.name} for {request_name(name)}, which does not stand"
            + ("" if over is None else f": {over.state.value} in event {over.ended_n}"),
            expected="the id of a subscription",
            actual=request_name(name),
            certain=_long_gone(turn, over),
        )
    return subscription


def _long_gone(turn: Turn, over: Subscription | None) -> bool:
    """Whether nobody can speak of a subscription any more because of not having heard of its end."""
    if over is not None:
        return over.certain and turn.now - over.changed > LONGEST_DELAY
    reset = turn.records.reset
    return reset is None or turn.now - reset.t > LONGEST_DELAY


def response(turn: Turn, message: RICsubscriptionModificationResponse) -> None:
    """The node reports what became of each change (8.2.5.2)."""
    judge_served_function(turn, message.ran_function_id)
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionModificationRequest):
        _doubt(turn, message.ric_request_id)
        return
    asked = run.request
    removed = _ids(message.ric_actions_removed_for_modification_list)
    modified = _ids(message.ric_actions_modified_for_modification_list)
    added = _ids(message.ric_actions_added_for_modification_list)
    _judge_reports(turn, (
        ("removal", asked.ric_actions_to_be_removed_for_modification_list, removed,
         message.ric_actions_failed_to_be_removed_for_modification_list),
        ("modification", asked.ric_actions_to_be_modified_for_modification_list, modified,
         message.ric_actions_failed_to_be_modified_for_modification_list),
        ("addition", asked.ric_actions_to_be_added_for_modification_list, added,
         message.ric_actions_failed_to_be_added_for_modification_list),
    ))  # fmt: skip
    trigger = asked.ric_event_trigger_definition_to_be_modified
    wanted = any(_ids(items) for items in (
        asked.ric_actions_to_be_removed_for_modification_list,
        asked.ric_actions_to_be_modified_for_modification_list,
        asked.ric_actions_to_be_added_for_modification_list,
    ))  # fmt: skip
    if trigger is None and wanted and not (removed or modified or added):
        _note_nothing_done(turn, "RICsubscriptionModificationFailure")
    if across := _across_lists(asked):
        _note_wrongly_accepted(turn, f"actions {listed(across)} stand in several lists")
    subscription = _changeable(turn, asked.ric_request_id, run.request_n)
    if subscription is None:
        return
    proposed = set(_ids(asked.ric_actions_to_be_removed_for_modification_list))
    _judge_all_removed(turn, subscription, proposed, run.request_n, extended=bool(_ids(
        asked.ric_actions_to_be_added_for_modification_list
    )))  # fmt: skip
    if trigger is not None:
        subscription = replace(subscription, event_trigger=trigger)
    subscription = _removed(turn, subscription, removed)
    subscription = _admitted(subscription, asked, set(added), set(modified))
    if trigger is not None or modified:
        subscription = replace(subscription, redefined=turn.now)
    _keep(turn, subscription)


def _admitted(
    subscription: Subscription, asked: RICsubscriptionModificationRequest, added: set[int], modified: set[int]
) -> Subscription:
    actions = []
    for item in present(asked.ric_actions_to_be_added_for_modification_list, "ric_action_id"):
        action = subscription.actions.get(item.ric_action_id)
        if action is not None:
            actions.append(replace(action, admitted=item.ric_action_id in added))
    for change in present(asked.ric_actions_to_be_modified_for_modification_list, "ric_action_id"):
        action = subscription.actions.get(change.ric_action_id)
        if action is None or change.ric_action_id not in modified:
            continue
        actions.append(
            replace(
                action,
                definition=change.ric_action_definition or action.definition,
                subsequent_action=change.ric_subsequent_action or action.subsequent_action,
                execution_order=(
                    action.execution_order
                    if change.ric_action_execution_order is None
                    else change.ric_action_execution_order
                ),
            )
        )
    return subscription.with_actions(*actions)


def failure(turn: Turn, message: RICsubscriptionModificationFailure) -> None:
    """The node refuses: the subscription stays as it was."""
    judge_served_function(turn, message.ran_function_id, served=False)
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionModificationRequest):
        _doubt(turn, message.ric_request_id)
        return
    subscription = turn.records.subscription(run.request.ric_request_id)
    if subscription is None or subscription.state.over:
        turn.subscription = subscription
        return
    refused = [
        replace(subscription.actions[identifier], admitted=False)
        for identifier in _ids(run.request.ric_actions_to_be_added_for_modification_list)
        if identifier in subscription.actions and subscription.actions[identifier].admitted is None
    ]
    _keep(turn, subscription.with_actions(*refused))


def required(turn: Turn, message: RICsubscriptionModificationRequired) -> None:
    """The node wants actions removed, or other times to wait."""
    turn.look_up_function(message.ran_function_id)
    _standing(turn, message.ric_request_id)


def confirm(turn: Turn, message: RICsubscriptionModificationConfirm) -> None:
    """The RIC says what it confirms; the node applies that (8.2.6.2)."""
    judge_served_function(turn, message.ran_function_id, served=False)
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionModificationRequired):
        _doubt(turn, message.ric_request_id)
        return
    asked = run.request
    modified = _ids(message.ric_actions_confirmed_for_modification_list)
    removed = _ids(message.ric_actions_confirmed_for_removal_list)
    _judge_reports(turn, (
        ("modification", asked.ric_actions_required_to_be_modified_list, modified,
         message.ric_actions_refused_to_be_modified_list),
        ("removal", asked.ric_actions_required_to_be_removed_list, removed,
         message.ric_actions_refused_to_be_removed_list),
    ))  # fmt: skip
    if not modified and not removed:
        _note_nothing_done(turn, "RICsubscriptionModificationRefuse")
    subscription = _changeable(turn, asked.ric_request_id, run.request_n)
    if subscription is None:
        return
    proposed = set(_ids(asked.ric_actions_required_to_be_removed_list))
    _judge_all_removed(turn, subscription, proposed, run.request_n, extended=False)
    subscription = _removed(turn, subscription, removed)
    waits = [
        replace(action, subsequent_action=replace(action.subsequent_action, ric_time_to_wait=item.ric_time_to_wait))
        for item in present(asked.ric_actions_required_to_be_modified_list, "ric_action_id")
        if item.ric_action_id in modified
        and (action := subscription.actions.get(item.ric_action_id)) is not None
        and action.subsequent_action is not None
    ]
    _keep(turn, subscription.with_actions(*waits))


def refuse(turn: Turn, message: RICsubscriptionModificationRefuse) -> None:
    """The RIC refuses: the subscription stays as it was."""
    judge_served_function(turn, message.ran_function_id, served=False)
    turn.subscription = turn.records.subscription(message.ric_request_id)


def _judge_reports(turn: Turn, lists: Sequence[tuple[str, Any, tuple[int, ...], Any]]) -> None:
    """Each requested change belongs in exactly one of its two result lists."""
    for what, asked, done, undone in lists:
        wanted, failed = _ids(asked), _ids(undone)
        found = tally(dict.fromkeys(wanted), done, failed)
        expected = f"the {what} of each of the actions {listed(wanted)} reported once"
        actual = f"done {listed(done)}, not done {listed(failed)}"
        rows = (
            (found.unanswered, IrregularityKind.MODIFICATION_ACTION_NOT_REPORTED, "does not report", turn.whole),
            (found.unasked, IrregularityKind.MODIFICATION_ACTION_NEVER_ASKED, "reports without request",
             turn.answers is not None and turn.answers.intact),
            (found.repeated, IrregularityKind.MODIFICATION_ACTION_REPORTED_TWICE, "reports more than once", True),
        )  # fmt: skip
        for actions, kind, text, certain in rows:
            if actions:
                turn.irregular(
                    kind,
                    f"{turn.name} {text} the {what} of actions {listed(actions)}",
                    expected=expected,
                    actual=actual,
                    certain=certain and not turn.mispaired,
                )


def _note_nothing_done(turn: Turn, instead: str) -> None:
    turn.irregular(
        IrregularityKind.MODIFICATION_NOTHING_DONE,
        f"{turn.name} although no change is made",
        expected=instead,
        actual=turn.name,
        certain=turn.whole and not turn.mispaired,
    )


def _note_wrongly_accepted(turn: Turn, why: str, *, certain: bool = True) -> None:
    turn.irregular(
        IrregularityKind.MODIFICATION_WRONGLY_ACCEPTED,
        f"{turn.name} although {why}",
        expected="the procedure's failure message",
        actual=turn.name,
        certain=certain and turn.whole and not turn.mispaired,
    )


def _changeable(turn: Turn, name: RICrequestID | None, request_n: int) -> Subscription | None:
    """The subscription that an answer changes; one that did not stand when asked must not be granted anything."""
    records = turn.records
    subscription = None if name is None else records.subscriptions.get_or_none(name)
    if subscription is not None or name is None:
        return subscription
    over = records.gone.get_or_none(name)
    turn.subscription = over
    ended_before = over is None or (over.certain and over.ended_n is not None and over.ended_n < request_n)
    if records.knew_subscriptions(request_n) and ended_before:
        _note_wrongly_accepted(turn, f"the subscription {request_name(name)} does not stand")
    return None


def _judge_all_removed(
    turn: Turn, subscription: Subscription, proposed: set[int], request_n: int, *, extended: bool
) -> None:
    """To remove all actions has to be refused (8.2.5.3, 8.2.6.3)."""
    standing = {action.id for action in subscription.actions.values() if action.admitted and not action.removed}
    settled = subscription.answered_n is not None and subscription.answered_n < request_n
    if standing and standing <= proposed and not extended:
        _note_wrongly_accepted(
            turn,
            f"all actions ({listed(sorted(standing))}) were to be removed",
            certain=subscription.certain and settled,
        )


def _removed(turn: Turn, subscription: Subscription, actions: Iterable[int]) -> Subscription:
    changed = [replace(subscription.actions[name], removed=True) for name in actions if name in subscription.actions]
    if not changed:
        return subscription
    # When a node knows that its proposal is confirmed cannot be seen.
    stream = turn.stream if turn.sender is Role.E2_NODE else UNORDERED
    return replace(subscription.with_actions(*changed), actions_changed=turn.now, actions_changed_stream=stream)


def _keep(turn: Turn, subscription: Subscription) -> None:
    turn.subscription = subscription.doubtful() if turn.mispaired else subscription
    turn.records.keep(turn.subscription)


def _doubt(turn: Turn, name: RICrequestID | None) -> None:
    subscription = turn.records.subscription(name)
    if subscription is not None:
        turn.subscription = subscription.doubtful()
        turn.records.keep(turn.subscription)
