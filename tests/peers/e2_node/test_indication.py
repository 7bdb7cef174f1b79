"""RIC Indication as the node sends it (E2AP 8.2.3)."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage, address, insert, report


def test_reports_come_in_their_period() -> None:
    """Each names its subscription, function and action, on one stream."""
    stage = Stage().set_up().subscribed(report(1), report(2)).wait(2.5)
    said = stage.take()
    assert [type(each) for each in said] == [m.RICindication] * 4
    assert {(each.ric_request_id, each.ran_function_id) for each in said if isinstance(each, m.RICindication)} == {
        (FIRST_ID, PLAIN)
    }
    assert [each.ric_action_id for each in said if isinstance(each, m.RICindication)] == [1, 2, 1, 2]
    assert stage.blamed() == []


def test_a_report_is_sent_on_request() -> None:
    """The stimulus sends one of each REPORT action at once."""
    stage = Stage().set_up().subscribed(report(1), insert(2))
    assert stage.stimulate("report").details == {"indications": 1}
    found = stage.one(m.RICindication)
    assert (found.ric_action_id, found.ric_indication_type, found.ric_call_process_id) == (1, "report", None)
    assert stage.blamed() == []


def test_an_insert_is_sent_on_request() -> None:
    """The stimulus sends one of each INSERT action, with its call process."""
    stage = Stage().set_up().subscribed(report(1), insert(2))
    assert stage.stimulate("insert").details == {"indications": 1}
    found = stage.one(m.RICindication)
    assert (found.ric_action_id, found.ric_indication_type, found.ric_call_process_id) == (2, "insert", b"call")
    assert stage.blamed() == []


def test_nothing_can_be_sent_without_a_subscription() -> None:
    """The stimuli fail with a reason."""
    stage = Stage().set_up()
    for name in ("report", "insert"):
        assert stage.stimulate(name).status == "failed"
    stage.silent()


def test_it_follows_the_ric_to_another_association() -> None:
    """What the RIC last used for a subscription carries it (E2GAP 6.2)."""
    stage = Stage().set_up()
    stage.hear(m.E2connectionUpdate(8, (e.E2connectionUpdate_Item(address(9), "both"),))).up("2").take()
    stage.subscribed(association="2").wait(1.1).one(m.RICindication)
    assert stage.events[-1].association == "2"
    change = m.RICsubscriptionModificationRequest(FIRST_ID, PLAIN, b"another trigger")
    stage.hear(change, "1").one(m.RICsubscriptionModificationResponse)
    stage.wait(1).one(m.RICindication)
    assert stage.events[-1].association == "1"
