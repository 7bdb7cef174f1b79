"""RIC Subscription State Control (E2AP 8.2.10, since 7.00)."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import RICrequestID, RICsubscriptionList_Item
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import SubscriptionState
from oran_harness.protocols.e2ap.engine.subscription import Subscription
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.engine.turn import Turn, listed, request_name
from oran_harness.protocols.e2ap.messages import (
    RICsubscriptionStateControlFailure,
    RICsubscriptionStateControlRequest,
    RICsubscriptionStateControlResponse,
)

STATE_CONTROL = 20
_MANY = 16


class _Change(NamedTuple):
    """A subscription to suspend or resume, or that was; without actions it is the whole subscription."""

    what: str
    name: RICrequestID
    actions: tuple[int, ...]


def _changes(what: str, items: Iterable[RICsubscriptionList_Item | None] | None) -> list[_Change]:
    return [
        _Change(
            what,
            item.ric_request_id,
            tuple(action.ric_action_id for action in present(item.ric_action_list, "ric_action_id")),
        )
        for item in present(items, "ric_request_id")
    ]


def _asked(message: RICsubscriptionStateControlRequest) -> list[_Change]:
    found = []
    for function in present(message.ran_function_state_control_list):
        found += _changes("suspended", function.ric_subscription_to_be_suspended_list)
        found += _changes("resumed", function.ric_subscription_to_be_resumed_list)
    return found


def _done(message: RICsubscriptionStateControlResponse) -> list[_Change]:
    found = []
    for function in present(message.ran_function_state_confirm_list):
        found += _changes("suspended", function.ric_subscription_suspended_list)
        found += _changes("resumed", function.ric_subscription_resumed_list)
    return found


def resumption_asked(turn: Turn, subscription: Subscription) -> bool:
    """Whether the RIC has asked to resume the subscription and is not answered yet: it may run again.

    With very many such requests in flight it counts as asked.
    """
    runs = tuple(islice(turn.records.transactions.of(STATE_CONTROL, Role.NEAR_RT_RIC), _MANY))
    return len(runs) == _MANY or any(
        change.what == "resumed" and change.name == subscription.request_id
        for run in runs
        if isinstance(run.request, RICsubscriptionStateControlRequest)
        for change in _asked(run.request)
    )


def request(turn: Turn, message: RICsubscriptionStateControlRequest) -> None:
    """The RIC wants subscriptions or actions suspended or resumed; nothing changes before the answer."""


def response(turn: Turn, message: RICsubscriptionStateControlResponse) -> None:
    """The node lists what it has suspended and resumed; what it leaves out it has refused (8.2.10.2)."""
    done = _done(message)
    if not done:
        turn.irregular(
            IrregularityKind.STATE_CHANGE_NOTHING_DONE,
            f"{turn.name} lists no subscription",
            expected="RICsubscriptionStateControlFailure where nothing is suspended or resumed",
            actual="no item",
            certain=turn.intact,
        )
    run = turn.answers
    if turn.late:
        return
    if run is None or not isinstance(run.request, RICsubscriptionStateControlRequest):
        for change in done:
            _doubt(turn, change.name)
        return
    asked = {(change.what, change.name) for change in _asked(run.request)}
    unasked = [change for change in done if (change.what, change.name) not in asked]
    if unasked:
        turn.irregular(
            IrregularityKind.STATE_CHANGE_NEVER_ASKED,
            f"{turn.name} lists changes that were not asked for",
            expected=listed(f"{request_name(name)} {what}" for what, name in asked),
            actual=listed(f"{request_name(change.name)} {change.what}" for change in unasked),
            certain=run.intact and not turn.mispaired,
        )
    for change in done:
        _apply(turn, change)
        if turn.mispaired:
            _doubt(turn, change.name)


def _apply(turn: Turn, change: _Change) -> None:
    records = turn.records
    subscription = records.subscriptions.get_or_none(change.name)
    if subscription is None:
        return
    suspend = change.what == "suspended"
    if not change.actions or (not suspend and subscription.state is SubscriptionState.SUSPENDED):
        subscription = records.advance(subscription, f"{turn.name}({change.what})", turn.moment)
    touched = [action for action in subscription.actions.values() if action.id in change.actions]
    if not change.actions and not suspend:
        touched = list(subscription.actions.values())
    actions = [replace(action, suspended=suspend) for action in touched]
    records.keep(
        replace(subscription.with_actions(*actions), actions_changed=turn.now, actions_changed_stream=turn.stream)
    )


def _doubt(turn: Turn, name: RICrequestID) -> None:
    subscription = turn.records.subscription(name)
    if subscription is not None:
        turn.records.keep(subscription.doubtful())


def failure(turn: Turn, message: RICsubscriptionStateControlFailure) -> None:
    """The node refuses: everything goes on as before (8.2.10.3)."""
