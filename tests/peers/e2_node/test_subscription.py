"""RIC Subscription and RIC Subscription Delete as the node serves them (E2AP 8.2.1, 8.2.2)."""

from typing import Any

import pytest

from oran_harness.peers.e2_node.subscription_table import UNIX_IN_NTP
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, OTHER, PLAIN, Stage, insert, report

SECOND_ID = e.RICrequestID(10, 2)


def ntp(stage: Stage, seconds: float) -> bytes:
    """The time in so many seconds, as a RIC tells it."""
    unix = stage.config.epoch + stage.now + seconds
    return int((unix + UNIX_IN_NTP) * (1 << 32)).to_bytes(8, "big")


def test_what_can_be_served_is_admitted() -> None:
    """The response echoes both ids and has each action in one list."""
    stage = Stage().set_up()
    stage.plain.refuses = {2}
    response = stage.subscribe(report(1), report(2), report(3)).one(m.RICsubscriptionResponse)
    assert (response.ric_request_id, response.ran_function_id) == (FIRST_ID, PLAIN)
    assert [each.ric_action_id for each in response.ric_actions_admitted or ()] == [1, 3]
    assert [each.ric_action_id for each in response.ric_actions_not_admitted or ()] == [2]
    assert stage.blamed() == []


def test_nothing_admitted_is_a_failure() -> None:
    """If the function takes no action, the answer is a failure with its cause."""
    stage = Stage().set_up()
    stage.plain.refuses, stage.plain.failure = {1}, ("ricRequest", "eventTriggerNotSupported")
    failure = stage.subscribe().one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "eventTriggerNotSupported")
    assert failure.ric_request_id == FIRST_ID
    assert stage.blamed() == []


def test_the_first_edition_refuses_by_a_list() -> None:
    """E2AP 1.01 has no cause in the failure, but each refused action with one."""
    stage = Stage("1.01").set_up()
    failure = stage.subscribe(report(1), report(2), of=77).one(m.RICsubscriptionFailure)
    assert failure.cause is None
    refused = [(each.ric_action_id, each.cause) for each in failure.ric_actions_not_admitted or ()]
    assert refused == [(number, ("ricRequest", "ran-function-id-Invalid")) for number in (1, 2)]
    assert stage.blamed() == []


def test_an_unknown_function_is_refused() -> None:
    """A RAN function that the node does not offer cannot be subscribed to (8.2.1.4)."""
    failure = Stage().set_up().subscribe(of=77).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "ran-function-id-invalid")


@pytest.mark.parametrize("trigger", [b"trigger", b"another"])
def test_an_id_names_one_subscription(trigger: bytes) -> None:
    """A second request with the same id is refused, identical (8.2.1.4) or not."""
    stage = Stage().set_up().subscribed()
    failure = stage.subscribe(trigger=trigger).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "duplicate-ric-request-id")
    assert stage.plain.subscriptions == (FIRST_ID,)
    assert stage.blamed() == []


def test_a_bad_sequence_is_refused() -> None:
    """An INSERT without what has to follow it, and one Action ID twice, are refused as a whole (8.2.1.3)."""
    stage = Stage().set_up()
    bare = e.RICaction_ToBeSetup_Item(2, "insert", b"definition")
    failure = stage.subscribe(report(1), bare).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "inconsistent-action-subsequent-action-sequence")
    failure = stage.subscribe(report(1), report(1)).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "duplicate-action")


def test_the_number_of_subscriptions_is_bounded() -> None:
    """Beyond its bound the node refuses, and takes one again after a delete."""
    stage = Stage(most_subscriptions=1).set_up().subscribed()
    failure = stage.subscribe(name=SECOND_ID).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "function-resource-limit")
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    stage.subscribed(name=SECOND_ID)


def test_it_begins_at_its_start_time() -> None:
    """The trigger is enabled from the start time on (8.2.1.2)."""
    stage = Stage().set_up()
    stage.subscribed(ric_subscription_start_time=ntp(stage, 2.5)).wait(2.4).silent()
    stage.wait(1).one(m.RICindication)
    assert stage.blamed() == []


def test_a_start_time_that_is_past_is_ignored() -> None:
    """A start time in the past means now (8.2.1.2)."""
    stage = Stage().set_up().wait(10)
    stage.subscribed(ric_subscription_start_time=ntp(stage, -5)).wait(1.1).one(m.RICindication)


def test_it_ends_at_its_end_time() -> None:
    """At the end time the trigger is disabled and the RIC asked to delete; the subscription stands until then."""
    stage = Stage().set_up()
    stage.subscribed(ric_subscription_end_time=ntp(stage, 1.5)).wait(1.2).one(m.RICindication)
    (item,) = stage.wait(1).one(m.RICsubscriptionDeleteRequired).ric_subscription_to_be_removed or ()
    assert (item.ric_request_id, item.cause) == (FIRST_ID, ("ricRequest", "ric-subscription-end-time-expired"))
    stage.wait(5).silent()
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    assert stage.blamed() == []


@pytest.mark.parametrize(("start", "end"), [(None, -1.0), (5.0, 4.0), (5.0, 5.0)])
def test_an_end_time_that_cannot_be_is_refused(start: float | None, end: float) -> None:
    """An end that is past, or not after the start, is refused (8.2.1.3)."""
    stage = Stage().set_up().wait(10)
    times: dict[str, Any] = {"ric_subscription_end_time": ntp(stage, end)}
    if start is not None:
        times["ric_subscription_start_time"] = ntp(stage, start)
    failure = stage.subscribe(**times).one(m.RICsubscriptionFailure)
    assert failure.cause == ("ricRequest", "ric-subscription-end-time-invalid")


def test_no_end_time_is_left_behind() -> None:
    """Deleting a subscription takes its end time with it."""
    stage = Stage().set_up()
    for _ in range(300):
        stage.subscribed(ric_subscription_end_time=ntp(stage, 1e6))
        stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    assert stage.node.wakes_at is None


def test_an_id_is_free_again_after_its_delete() -> None:
    """Delete is confirmed, nothing is indicated any more, and the id may name another subscription (8.2.2.2)."""
    stage = Stage().set_up().subscribed()
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)
    stage.wait(5).silent()
    stage.subscribed(insert(3)).wait(1)
    assert stage.blamed() == []


@pytest.mark.parametrize(
    ("name", "function", "why"),
    [
        (SECOND_ID, PLAIN, "request-id-unknown"),
        (FIRST_ID, 77, "ran-function-id-invalid"),
        (FIRST_ID, OTHER, "ran-function-id-invalid"),
        (SECOND_ID, 77, "ran-function-id-invalid"),
    ],
)
def test_what_is_unknown_cannot_be_deleted(name: e.RICrequestID, function: int, why: str) -> None:
    """An unknown id or function is told by the cause, and the ids of the request are repeated (8.2.2.4)."""
    stage = Stage().set_up().subscribed()
    failure = stage.hear(m.RICsubscriptionDeleteRequest(name, function)).one(m.RICsubscriptionDeleteFailure)
    assert (failure.ric_request_id, failure.ran_function_id) == (name, function)
    assert failure.cause == ("ricRequest", why)
    assert stage.plain.subscriptions == (FIRST_ID,)
    assert stage.blamed() == []


def test_a_repeated_delete_fails() -> None:
    """After the first delete the id is unknown."""
    stage = Stage().set_up().subscribed()
    delete = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)
    stage.hear(delete).one(m.RICsubscriptionDeleteResponse)
    assert stage.hear(delete).one(m.RICsubscriptionDeleteFailure).cause == ("ricRequest", "request-id-unknown")


def test_nothing_is_subscribed_while_a_reset_waits() -> None:
    """Between the node's own Reset and its answer nothing new is set up: the Reset would take it away unseen."""
    stage = Stage().set_up()
    assert stage.stimulate("reset").status == "done"
    stage.one(m.ResetRequest)
    assert stage.subscribe().one(m.RICsubscriptionFailure).cause == ("ricRequest", "system-not-ready")
