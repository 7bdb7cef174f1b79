"""RIC Service Update and RIC Service Query (E2AP 8.3.4, 8.3.4A)."""

from typing import Any

import pytest

from oran_harness.model import Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import answer
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage


def acknowledge(stage: Stage, update: m.RICserviceUpdate) -> Stage:
    """The RIC accepts everything."""
    items: list[Any] = [*(update.ran_functions_added or ()), *(update.ran_functions_modified or ())]
    items += update.ran_functions_deleted or ()
    accepted = tuple(e.RANfunctionID_Item(each.ran_function_id, each.ran_function_revision) for each in items)
    return stage.hear(m.RICserviceUpdateAcknowledge(update.transaction_id, accepted or None))


def numbers(items: Any) -> list[int]:
    """The functions of a list."""
    return [each.ran_function_id for each in items or ()]


def told(stage: Stage) -> list[tuple[int, int]]:
    """What the node offers, by a Query without list."""
    update = stage.hear(m.RICserviceQuery(None if stage.edition == "1.01" else 3)).one(m.RICserviceUpdate)
    acknowledge(stage, update)
    return [(each.ran_function_id, each.ran_function_revision) for each in update.ran_functions_added or ()]


@pytest.mark.parametrize("edition", ["1.01", "3.01"])
def test_a_query_without_list_asks_for_everything(edition: str) -> None:
    """All functions are in the Added list, and the Query's Transaction ID is used where it is free."""
    stage = Stage(edition).set_up()
    update = stage.hear(m.RICserviceQuery(None if edition == "1.01" else 3)).one(m.RICserviceUpdate)
    assert numbers(update.ran_functions_added) == [PLAIN, OTHER]
    assert update.transaction_id == (None if edition == "1.01" else 3)
    acknowledge(stage, update).silent()
    assert stage.blamed() == []


def test_a_query_with_the_same_list_changes_nothing() -> None:
    """If both agree the Update has no lists (8.3.4A.2)."""
    stage = Stage().set_up()
    held = (e.RANfunctionID_Item(PLAIN, 1), e.RANfunctionID_Item(OTHER, 1))
    update = stage.hear(m.RICserviceQuery(3, held)).one(m.RICserviceUpdate)
    assert update == m.RICserviceUpdate(3)
    acknowledge(stage, update)
    assert stage.blamed() == []


def test_a_query_with_another_list_gets_the_difference() -> None:
    """What the RIC lacks is added, what it has otherwise modified, what there is not deleted."""
    stage = Stage().set_up()
    held = (e.RANfunctionID_Item(OTHER, 9), e.RANfunctionID_Item(77, 1))
    update = stage.hear(m.RICserviceQuery(3, held)).one(m.RICserviceUpdate)
    assert numbers(update.ran_functions_added) == [PLAIN]
    assert numbers(update.ran_functions_modified) == [OTHER]
    assert numbers(update.ran_functions_deleted) == [77]


def test_a_function_is_modified() -> None:
    """The stimulus changes a definition and its revision; what the RIC accepts is in force."""
    stage = Stage().set_up()
    assert stage.stimulate("service-update", change="modify").status == "done"
    update = stage.one(m.RICserviceUpdate)
    (item,) = update.ran_functions_modified or ()
    assert (item.ran_function_id, item.ran_function_revision, item.ran_function_definition) == (PLAIN, 2, b"plain 2")
    acknowledge(stage, update)
    assert told(stage) == [(PLAIN, 2), (OTHER, 1)]
    assert stage.blamed() == []


def test_a_function_is_added() -> None:
    """The stimulus takes a new function into use; it can be subscribed to once it is acknowledged."""
    stage = Stage("3.01").set_up()
    assert stage.stimulate("service-update", change="add").status == "done"
    update = stage.one(m.RICserviceUpdate)
    (number,) = numbers(update.ran_functions_added)
    acknowledge(stage, update)
    assert number == OTHER + 1
    assert [each for each, _ in told(stage)] == [PLAIN, OTHER, number]
    assert stage.blamed() == []


def test_a_function_is_deleted() -> None:
    """Its subscriptions are to be deleted; they trigger no more, and can be deleted afterwards."""
    stage = Stage().set_up().subscribed(of=OTHER)
    assert stage.stimulate("service-update", change="delete").status == "done"
    required, update = stage.take()
    assert isinstance(required, m.RICsubscriptionDeleteRequired)
    assert isinstance(update, m.RICserviceUpdate)
    assert numbers(update.ran_functions_deleted) == [OTHER]
    acknowledge(stage, update).wait(5).silent()
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, OTHER)).one(m.RICsubscriptionDeleteResponse)
    stage.subscribe(of=OTHER).one(m.RICsubscriptionFailure)
    assert stage.blamed() == []


def test_the_last_function_stays() -> None:
    """A node without a RAN function could not set the interface up again."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="delete")
    acknowledge(stage, stage.one(m.RICserviceUpdate))
    assert stage.stimulate("service-update", change="delete").status == "failed"
    stage.silent()


def test_what_is_rejected_stays_as_it_was() -> None:
    """A deletion that the RIC does not accept leaves the function in use (8.3.4.2)."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="delete")
    update = stage.one(m.RICserviceUpdate)
    rejected = (e.RANfunctionIDcause_Item(OTHER, ("ricService", "ran-function-not-supported")),)
    stage.hear(m.RICserviceUpdateAcknowledge(update.transaction_id, None, rejected))
    assert told(stage) == [(PLAIN, 1), (OTHER, 1)]


@pytest.mark.parametrize("change", ["add", "modify", "delete"])
def test_after_a_failure_both_keep_what_they_had(change: str) -> None:
    """Nothing is changed by an Update that was refused (8.3.4.3)."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change=change)
    update = stage.one(m.RICserviceUpdate)
    stage.hear(m.RICserviceUpdateFailure(update.transaction_id, ("misc", "unspecified"))).wait(70).silent()
    assert told(stage) == [(PLAIN, 1), (OTHER, 1)]
    assert stage.blamed() == []


def test_time_to_wait_is_kept_and_then_tried_again() -> None:
    """A refused Update is sent again when its Time to Wait is over, a few times (8.3.4.3)."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="add")
    for attempt in range(3):
        update = stage.one(m.RICserviceUpdate)
        stage.hear(m.RICserviceUpdateFailure(update.transaction_id, ("misc", "unspecified"), 2)).wait(1.99).silent()
        assert stage.stimulate("service-update", change="nonsense").status == "failed"
        stage.wait(0.02)
        assert attempt == 2 or stage.said
    stage.silent()
    assert stage.blamed() == []


def test_an_update_asked_for_meanwhile_waits() -> None:
    """A stimulus during the Time to Wait is served when that is over."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="modify")
    update = stage.one(m.RICserviceUpdate)
    for _ in range(3):
        stage.hear(m.RICserviceUpdateFailure(update.transaction_id, ("misc", "unspecified"), 60))
    stage.take()
    assert stage.stimulate("service-update", change="delete").details == {"later": 60.0}
    stage.wait(59).silent()
    assert [type(each) for each in stage.wait(2).take()] == [m.RICserviceUpdate, m.RICserviceUpdate]
    assert stage.blamed() == []


@pytest.mark.parametrize(
    "arguments",
    [
        {"change": "nonsense"},
        {"change": "modify", "function": 77},
        {"change": "modify", "function": "one"},
        {"change": "add", "function": 0},
        {"change": "add", "function": PLAIN},
        {"change": "add", "function": 4096},
    ],
)
def test_what_cannot_be_changed_is_told(arguments: dict[str, object]) -> None:
    """A stimulus that makes no sense fails with a reason, and nothing is sent."""
    stage = Stage().set_up()
    answered = stage.stimulate("service-update", **arguments)
    assert answered.status == "failed"
    assert answered.details["reason"]
    stage.silent()


def test_the_plain_answer_suits_the_node() -> None:
    """What our RIC answers to an Update of several changes is what the node expects."""
    stage = Stage().set_up()
    stage.stimulate("service-update", change="modify")
    reply = answer(stage.one(m.RICserviceUpdate), by=Role.NEAR_RT_RIC, edition=stage.edition)
    assert isinstance(reply, m.RICserviceUpdateAcknowledge)
    stage.hear(reply)
    assert told(stage) == [(PLAIN, 2), (OTHER, 1)]
