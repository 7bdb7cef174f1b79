"""RIC Subscription Modification as the node serves it (E2AP 8.2.5)."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage, report

UNKNOWN_ID = e.RICrequestID(10, 99)


def request(
    removed: tuple[int, ...] = (),
    modified: tuple[int, ...] = (),
    added: tuple[int, ...] = (),
    *,
    trigger: bytes | None = None,
    name: e.RICrequestID = FIRST_ID,
    of: int = PLAIN,
) -> m.RICsubscriptionModificationRequest:
    """A modification of those actions."""
    return m.RICsubscriptionModificationRequest(
        name,
        of,
        trigger,
        tuple(map(e.RICaction_ToBeRemovedForModification_Item, removed)) or None,
        tuple(e.RICaction_ToBeModifiedForModification_Item(each, b"new") for each in modified) or None,
        tuple(e.RICaction_ToBeAddedForModification_Item(each, "report", b"new", 0) for each in added) or None,
    )


def ids(items: Any) -> list[int]:
    """The actions of a list."""
    return [each.ric_action_id for each in items or ()]


def test_each_change_is_reported() -> None:
    """What worked is in the list of the done, the rest in that of the failed (8.2.5.2)."""
    stage = Stage().set_up().subscribed(report(1), report(2), report(3))
    stage.plain.refuses = {3, 5}
    answer = stage.hear(request((1, 8), (2, 3, 9), (4, 5))).one(m.RICsubscriptionModificationResponse)
    assert ids(answer.ric_actions_removed_for_modification_list) == [1]
    assert ids(answer.ric_actions_failed_to_be_removed_for_modification_list) == [8]
    assert ids(answer.ric_actions_modified_for_modification_list) == [2]
    assert ids(answer.ric_actions_failed_to_be_modified_for_modification_list) == [3, 9]
    assert ids(answer.ric_actions_added_for_modification_list) == [4]
    assert ids(answer.ric_actions_failed_to_be_added_for_modification_list) == [5]
    assert [each.ric_action_id for each in stage.wait(1.1).take() if isinstance(each, m.RICindication)] == [2, 3, 4]
    assert stage.blamed() == []


def test_an_action_that_stands_is_not_added() -> None:
    """To add what there is fails, and does no harm to the others."""
    stage = Stage().set_up().subscribed()
    answer = stage.hear(request(added=(1, 2))).one(m.RICsubscriptionModificationResponse)
    assert ids(answer.ric_actions_failed_to_be_added_for_modification_list) == [1]
    assert ids(answer.ric_actions_added_for_modification_list) == [2]
    assert stage.blamed() == []


def test_the_trigger_alone_may_change() -> None:
    """A new trigger that is taken is a success though every action failed."""
    stage = Stage().set_up().subscribed()
    answer = stage.hear(request(trigger=b"new")).one(m.RICsubscriptionModificationResponse)
    assert answer == m.RICsubscriptionModificationResponse(FIRST_ID, PLAIN)
    stage.hear(request((9,), trigger=b"newer")).one(m.RICsubscriptionModificationResponse)
    assert stage.blamed() == []


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (request((1,), name=UNKNOWN_ID), ("ricRequest", "request-id-unknown")),
        (request((1,), of=77), ("ricRequest", "ran-function-id-invalid")),
        (request((1,), of=OTHER), ("ricRequest", "ran-function-id-invalid")),
        (request((1,), (1,)), ("ricRequest", "duplicate-action")),
        (request(added=(3, 3)), ("ricRequest", "duplicate-action")),
        (request((1, 2)), ("ricRequest", "inconsistent-action-subsequent-action-sequence")),
        (request((9,)), ("ricRequest", "action-not-supported")),
        (request(), ("protocol", "semantic-error")),
    ],
)
def test_what_has_to_be_refused_is(asked: m.RICsubscriptionModificationRequest, why: e.Cause) -> None:
    """Unknown ids, an action in several lists, removal of all, nothing done: a failure, and nothing changes."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    failure = stage.hear(asked).one(m.RICsubscriptionModificationFailure)
    assert (failure.ric_request_id, failure.ran_function_id) == (asked.ric_request_id, asked.ran_function_id)
    assert failure.cause == why
    assert sorted(stage.plain.held[FIRST_ID]) == [1, 2]
    assert stage.blamed() == []


def test_a_trigger_that_is_not_taken_fails_the_whole() -> None:
    """The function's refusal of the trigger is the answer (8.2.5.3)."""
    stage = Stage().set_up().subscribed()
    stage.plain.failure = ("ricRequest", "eventTriggerNotSupported")
    failure = stage.hear(request(trigger=b"bad")).one(m.RICsubscriptionModificationFailure)
    assert failure.cause == ("ricRequest", "eventTriggerNotSupported")
