"""Stimuli that start RIC functional procedures."""

from typing import Any

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import PayloadKind, service_model, style_of
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.steps.offers import KPM_FUNCTION, RC_FUNCTION, model_edition
from tests.peers.near_rt_ric.chart import CAUSE, Chart


def _actions(request: m.RICsubscriptionRequest) -> list[e.RICaction_ToBeSetup_Item]:
    assert request.ric_subscription_details is not None
    return list(request.ric_subscription_details.ric_action_to_be_setup_list)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("style", [1, 2, 3, 4, 5])
def test_subscribe_to_each_report_style_of_kpm(edition: str, style: int) -> None:
    """In every edition, with octets that the service model's own edition reads."""
    chart = Chart(edition=edition).set_up()
    request = chart.subscribed(style=style, period_ms=500)
    (action,) = _actions(request)
    model = model_edition("kpm", edition)
    reading = service_model("kpm").decode(PayloadKind.ACTION_DEFINITION, action.ric_action_definition or b"", model)
    assert reading.conforms
    assert style_of(reading.value) == style
    assert request.ric_subscription_details.ric_event_trigger_definition == event_trigger(500, model)  # type: ignore[union-attr]
    assert chart.state()["subscriptions"][0]["admitted"] == [1]


@pytest.mark.parametrize(
    ("service", "style", "kind"), [("report", 4, "report"), ("insert", 3, "insert"), ("policy", 2, "policy")]
)
def test_subscribe_to_rc(service: str, style: int, kind: str) -> None:
    """REPORT, INSERT with what has to follow it, POLICY."""
    request = Chart().set_up().start("subscribe", service_model="rc", service=service, style=style, actions=2)
    actions = _actions(request)
    assert request.ran_function_id == RC_FUNCTION
    assert [each.ric_action_id for each in actions] == [1, 2]
    assert {each.ric_action_type for each in actions} == {kind}
    assert all((each.ric_subsequent_action is not None) == (kind == "insert") for each in actions)


def test_subscribe_with_octets_of_ones_own() -> None:
    """Trigger and definition in hex go out as they are."""
    chart = Chart(judged=False).set_up()
    request = chart.start("subscribe", function=9, event_trigger="0102", action_definition="03")
    assert request.ran_function_id == 9
    assert request.ric_subscription_details.ric_event_trigger_definition == b"\x01\x02"
    assert _actions(request)[0].ric_action_definition == b"\x03"
    mixed = chart.start("subscribe", action_definition="03")
    assert _actions(mixed)[0].ric_action_definition == b"\x03"


def test_a_subscription_that_is_refused() -> None:
    """It is gone, and whoever waits is told the cause."""
    chart = Chart().set_up()
    request = chart.start("subscribe", wait=True)
    chart.node(m.RICsubscriptionFailure(request.ric_request_id, KPM_FUNCTION, ("ricRequest", "system-not-ready")))
    assert chart.answers[1].status == "done"
    assert chart.answers[1].details["outcome"] == "RICsubscriptionFailure"
    assert chart.answers[1].details["cause"] == "ricRequest/system-not-ready"
    assert chart.state()["subscriptions"] == []


def test_ids_are_not_used_twice() -> None:
    """Each subscription and control has its own."""
    chart = Chart(edition="5.00").set_up()
    names = [chart.start(each).ric_request_id for each in ("subscribe", "control", "query", "audit") * 3]
    assert len(set(names)) == 12


def _changed(chart: Chart, request: m.RICsubscriptionModificationRequest) -> None:
    added = [each.ric_action_id for each in request.ric_actions_to_be_added_for_modification_list or ()]
    removed = [each.ric_action_id for each in request.ric_actions_to_be_removed_for_modification_list or ()]
    modified = [each.ric_action_id for each in request.ric_actions_to_be_modified_for_modification_list or ()]
    response = m.RICsubscriptionModificationResponse(
        ric_request_id=request.ric_request_id,
        ran_function_id=request.ran_function_id,
        ric_actions_removed_for_modification_list=tuple(map(e.RICaction_RemovedForModification_Item, removed)) or None,
        ric_actions_modified_for_modification_list=tuple(map(e.RICaction_ModifiedForModification_Item, modified))
        or None,
        ric_actions_added_for_modification_list=tuple(map(e.RICaction_AddedForModification_Item, added)) or None,
    )
    assert chart.node(response) == []


def test_modify() -> None:
    """The trigger gets twice the period; actions are added, removed and changed as asked."""
    chart = Chart().set_up()
    chart.subscribed(period_ms=100)
    request: Any = chart.start("modify")
    assert request.ric_event_trigger_definition_to_be_modified == event_trigger(200, "3.00")
    _changed(chart, request)
    request = chart.start("modify", add=2, change=[1], granularity_ms=50)
    assert request.ric_event_trigger_definition_to_be_modified is None
    _changed(chart, request)
    assert chart.state()["subscriptions"][0]["admitted"] == [1, 2, 3]
    request = chart.start("modify", remove=[1], trigger=True, period_ms=7)
    assert request.ric_event_trigger_definition_to_be_modified == event_trigger(7, "3.00")
    busy = chart.ask("modify")
    assert busy is not None
    assert "under way" in busy.details["reason"]
    _changed(chart, request)
    assert chart.state()["subscriptions"][0]["admitted"] == [2, 3]


def test_modify_before_the_answer() -> None:
    """Only what was admitted can be modified."""
    chart = Chart().set_up()
    chart.start("subscribe")
    assert chart.ask("modify").status == "failed"  # type: ignore[union-attr]


def test_delete() -> None:
    """The latest, or the one that is named; not twice at once."""
    chart = Chart().set_up()
    first, second = chart.subscribed(), chart.subscribed()
    assert first.ric_request_id is not None
    named = [first.ric_request_id.ric_requestor_id, first.ric_request_id.ric_instance_id]
    assert chart.start("delete").ric_request_id == second.ric_request_id
    assert chart.start("delete", request=named).ric_request_id == first.ric_request_id
    for arguments in ({}, {"request": named}, {"request": [0, 0]}, {"request": [1]}):
        assert chart.ask("delete", **arguments).status == "failed"  # type: ignore[union-attr]
    chart.node(m.RICsubscriptionDeleteResponse(first.ric_request_id, KPM_FUNCTION))
    assert len(chart.state()["subscriptions"]) == 1
    # A refused Delete means that the node does not know it.
    chart.node(m.RICsubscriptionDeleteFailure(second.ric_request_id, KPM_FUNCTION, CAUSE))
    assert chart.state()["subscriptions"] == []


@pytest.mark.parametrize(("ack", "sent"), [("ack", "ack"), ("noAck", "noAck"), ("absent", None)])
def test_control(ack: str, sent: str | None) -> None:
    """With every kind of acknowledgement; for NoAck no timer runs."""
    chart = Chart().set_up()
    request = chart.start("control", ack=ack)
    assert request.ric_control_ack_request == sent
    reading = service_model("rc").decode(PayloadKind.CONTROL_HEADER, request.ric_control_header, "1.03")
    assert reading.conforms
    assert (chart.ric.wakes_at is None) == (ack == "noAck")


def test_control_of_a_style_and_with_octets() -> None:
    """Styles that the node offers and whose parameters are known; anything else in hex."""
    chart = Chart(judged=False).set_up()
    for style, action in ((1, 1), (2, 6), (3, 1), (4, 4)):
        assert chart.start("control", style=style, action=action, ue=2).ran_function_id == RC_FUNCTION
    assert "offers no control style" in chart.ask("control", style=9).details["reason"]  # type: ignore[union-attr]
    raw = chart.start("control", function=77, header="01", message="02", call_process="03")
    assert (raw.ran_function_id, raw.ric_control_header, raw.ric_control_message) == (77, b"\x01", b"\x02")
    assert raw.ric_call_process_id == b"\x03"


def test_query() -> None:
    """Where the node's RC function offers queries, and with octets of one's own."""
    chart = Chart(edition="5.00").set_up()
    request = chart.start("query", wait=True)
    reading = service_model("rc").decode(PayloadKind.QUERY_DEFINITION, request.ric_query_definition, "5.00")
    assert reading.conforms
    chart.node(m.RICqueryResponse(request.ric_request_id, RC_FUNCTION, b"outcome"))
    assert chart.answers[1].details["outcome"] == "RICqueryResponse"
    old = Chart(edition="3.01").set_up()
    assert old.ask("query").status == "unsupported"  # type: ignore[union-attr]
    assert old.start("query", header="00", definition="01").ric_query_header == b"\x00"


def test_audit() -> None:
    """Of the subscriptions that stand, as a list or not, perhaps of those alone."""
    chart = Chart(edition="5.00").set_up()
    assert chart.start("audit").ric_subscription_audit_list is None
    mine = chart.subscribed()
    request = chart.start("audit", listed_records_only=True)
    assert [each.ric_request_id for each in request.ric_subscription_audit_list] == [mine.ric_request_id]
    assert request.ric_subscription_audit_flag == e.RICsubscriptionAuditFlag("true")
    assert chart.start("audit", list=False).ric_subscription_audit_list is None


@pytest.mark.parametrize(
    ("edition", "known"), [("1.01", set()), ("2.03", set()), ("3.01", {"modify"}), ("5.00", {"modify", "audit"})]
)
def test_what_an_edition_does_not_have(edition: str, known: set[str]) -> None:
    """It is unsupported."""
    chart = Chart(edition=edition).set_up()
    chart.subscribed()
    for name in ("modify", "audit"):
        assert (chart.ask(name).status == "done") == (name in known)  # type: ignore[union-attr]
