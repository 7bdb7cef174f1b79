"""RIC Subscription Modification Required as the node starts it (E2AP 8.2.6)."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage, insert, report


def test_an_action_is_given_up() -> None:
    """Of several actions the last is to be removed; it is, once the RIC has confirmed it."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    details = stage.stimulate("modification-required").details
    assert (details["request_id"], details["function"]) == ([10, 1], PLAIN)
    (item,) = stage.one(m.RICsubscriptionModificationRequired).ric_actions_required_to_be_removed_list or ()
    assert item.ric_action_id == 2
    confirmed = (e.RICaction_ConfirmedForRemoval_Item(2),)
    confirm = m.RICsubscriptionModificationConfirm(FIRST_ID, PLAIN, ric_actions_confirmed_for_removal_list=confirmed)
    stage.hear(confirm).silent()
    assert sorted(stage.plain.held[FIRST_ID]) == [1]
    assert stage.wait(1.1).one(m.RICindication).ric_action_id == 1
    assert stage.blamed() == []


def test_an_insert_may_wait_longer() -> None:
    """A single INSERT gets another Time to Wait, once the RIC has confirmed it."""
    stage = Stage().set_up().subscribed(insert(1))
    assert stage.stimulate("modification-required", request_id=[10, 1]).status == "done"
    (item,) = stage.one(m.RICsubscriptionModificationRequired).ric_actions_required_to_be_modified_list or ()
    assert (item.ric_action_id, item.ric_time_to_wait) == (1, "w1s")
    confirmed = (e.RICaction_ConfirmedForModification_Item(1),)
    stage.hear(m.RICsubscriptionModificationConfirm(FIRST_ID, PLAIN, confirmed)).silent()
    assert stage.plain.held[FIRST_ID][1].time_to_wait_s == 1.0
    assert stage.blamed() == []


def test_a_refusal_changes_nothing() -> None:
    """What the RIC refuses stays."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    stage.stimulate("modification-required")
    stage.take()
    stage.hear(m.RICsubscriptionModificationRefuse(FIRST_ID, PLAIN, ("misc", "unspecified"))).silent()
    assert sorted(stage.plain.held[FIRST_ID]) == [1, 2]
    assert stage.stimulate("modification-required").status == "done"


def test_more_than_asked_for_is_not_done() -> None:
    """A confirmation that would take all actions is not followed."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    stage.stimulate("modification-required")
    stage.take()
    every = tuple(map(e.RICaction_ConfirmedForRemoval_Item, (1, 2)))
    stage.hear(m.RICsubscriptionModificationConfirm(FIRST_ID, PLAIN, ric_actions_confirmed_for_removal_list=every))
    assert sorted(stage.plain.held[FIRST_ID]) == [1, 2]


def test_one_waits_for_its_answer() -> None:
    """A second one for the same subscription is not started meanwhile."""
    stage = Stage().set_up().subscribed(report(1), report(2))
    assert stage.stimulate("modification-required").status == "done"
    assert stage.stimulate("modification-required").status == "failed"


def test_what_cannot_be_asked_for_is_told() -> None:
    """Without a subscription, with one REPORT action alone, or for a bad name, the stimulus fails with a reason."""
    stage = Stage().set_up()
    assert stage.stimulate("modification-required").status == "failed"
    stage.subscribed()
    for arguments in ({}, {"request_id": [1, 2]}, {"request_id": "x"}, {"request_id": [True, 1]}):
        answer = stage.stimulate("modification-required", **arguments)
        assert answer.status == "failed"
        assert answer.details["reason"]
    stage.silent()
    assert Stage("2.03").set_up().stimulate("modification-required").status == "unsupported"
