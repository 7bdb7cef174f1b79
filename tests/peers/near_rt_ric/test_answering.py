"""What the RIC answers to what a node starts."""

from typing import Any

import pytest

from oran_harness.peers.near_rt_ric import RicConfig
from oran_harness.peers.near_rt_ric.answering import cause_name
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc.build import call_process_id, insert_header, insert_message
from oran_harness.steps.answers import ric_identity
from oran_harness.steps.offers import (
    KPM_FUNCTION,
    RC_FUNCTION,
    another_component,
    configuration_update,
    node_offer,
    setup_request,
)
from tests.checkers.scene import function
from tests.peers.near_rt_ric.chart import CAUSE, Chart


@pytest.mark.parametrize("edition", editions())
def test_setup(edition: str) -> None:
    """In every edition: all functions and components accepted, by the identity that was configured."""
    chart = Chart(edition=edition, number=77, plmn="310410").set_up()
    (response,) = chart.said
    assert response.global_ric_id == ric_identity(77, "310410")  # type: ignore[attr-defined]
    assert chart.state()["functions"] == {str(KPM_FUNCTION): "accepted", str(RC_FUNCTION): "accepted"}


def test_setups_that_are_refused() -> None:
    """As many as configured, with cause and Time to Wait; the next one is accepted."""
    chart = Chart(refuse_setups=2, time_to_wait=5).up()
    request = _setup(chart)
    for _ in range(2):
        (failure,) = chart.node(request)
        assert isinstance(failure, m.E2setupFailure)
        assert failure.time_to_wait == 5
        chart.now += 6
    assert isinstance(chart.node(request)[0], m.E2setupResponse)


def _setup(chart: Chart, *functions: e.RANfunction_Item) -> m.E2setupRequest:
    request = setup_request(node_offer(edition=chart.edition), 1)
    return m.E2setupRequest(
        request.transaction_id,
        request.global_e2_node_id,
        functions or request.ran_functions_added,
        request.e2_node_component_config_addition,
    )


def test_functions_that_are_rejected() -> None:
    """Id 0, an id that is offered twice, and those beyond what the RIC takes: each once, with a cause."""
    chart = Chart(most_functions=1).up()
    (response,) = chart.node(_setup(chart, function(0), function(7), function(8), function(8), function(9)))
    assert isinstance(response, m.E2setupResponse)
    assert [item.ran_function_id for item in response.ran_functions_accepted or ()] == [7]
    rejected = {item.ran_function_id: item.cause[1] for item in response.ran_functions_rejected or ()}
    assert rejected == {
        0: "ran-function-not-supported",
        8: "ran-function-not-supported",
        9: "excessive-functions",
    }


def test_a_second_setup_on_a_live_association() -> None:
    """It is answered like the first; what was subscribed before is forgotten."""
    chart = Chart().set_up()
    chart.subscribed()
    assert isinstance(chart.node(_setup(chart))[0], m.E2setupResponse)
    assert chart.state()["subscriptions"] == []


@pytest.mark.parametrize("edition", editions())
def test_resets_and_removals_of_the_node(edition: str) -> None:
    """Both are answered; subscriptions are gone, and what was under way about them."""
    chart = Chart(edition=edition).set_up()
    chart.subscribed()
    chart.ask("control", wait=True)
    (response,) = chart.node(m.ResetRequest(chart.transaction_id(1), CAUSE))
    assert isinstance(response, m.ResetResponse)
    assert chart.state()["subscriptions"] == []
    assert chart.answers[2].status == "failed"
    assert "Reset" in chart.answers[2].details["reason"]
    assert chart.advance(60) == []
    if edition != "1.01":
        assert isinstance(chart.node(m.E2RemovalRequest(2))[0], m.E2RemovalResponse)
        assert chart.ended == {}


def test_updates_of_the_node() -> None:
    """Functions and components change; a RIC Service Query is answered by an Update, which is acknowledged."""
    chart = Chart().set_up()
    offer = node_offer()
    update = m.RICserviceUpdate(3, (function(9),), None, (e.RANfunctionID_Item(RC_FUNCTION, 1),))
    (acknowledge,) = chart.node(update)
    assert isinstance(acknowledge, m.RICserviceUpdateAcknowledge)
    assert chart.state()["functions"][str(RC_FUNCTION)] == "deleted"
    (configured,) = chart.node(configuration_update(offer, 4, added=(another_component(offer),)))
    assert isinstance(configured, m.E2nodeConfigurationUpdateAcknowledge)
    (configured,) = chart.node(configuration_update(offer, 5, updated=(another_component(offer, ()),)))
    assert isinstance(configured, m.E2nodeConfigurationUpdateAcknowledge)


def test_a_component_that_was_never_declared() -> None:
    """Its update is acknowledged as failed."""
    chart = Chart().set_up()
    offer = node_offer()
    (answer,) = chart.node(configuration_update(offer, 4, updated=(another_component(offer),)))
    assert isinstance(answer, m.E2nodeConfigurationUpdateAcknowledge)
    (item,) = answer.e2_node_component_config_update_ack or ()
    assert item.e2_node_component_configuration_ack.update_outcome == "failure"  # type: ignore[union-attr]


def test_delete_required() -> None:
    """The RIC deletes what is its own, and ignores the rest; twice asked, it deletes once."""
    chart = Chart().set_up()
    request = chart.subscribed()
    mine = e.RICsubscription_withCause_Item(request.ric_request_id, KPM_FUNCTION, CAUSE)  # type: ignore[arg-type]
    other = e.RICsubscription_withCause_Item(e.RICrequestID(9, 9), KPM_FUNCTION, CAUSE)
    (delete,) = chart.node(m.RICsubscriptionDeleteRequired((mine, other)))
    assert delete == m.RICsubscriptionDeleteRequest(request.ric_request_id, KPM_FUNCTION)
    assert chart.node(m.RICsubscriptionDeleteRequired((mine,))) == []
    assert chart.node(m.RICsubscriptionDeleteResponse(request.ric_request_id, KPM_FUNCTION)) == []
    assert chart.state()["subscriptions"] == []


@pytest.mark.parametrize("confirms", [True, False])
def test_modification_required(confirms: bool) -> None:
    """Confirmed or refused, as configured."""
    chart = Chart(confirm_modifications=confirms).set_up()
    request = chart.subscribed(actions=2)
    removed = (e.RICaction_RequiredToBeRemoved_Item(1, CAUSE),)
    (answer,) = chart.node(m.RICsubscriptionModificationRequired(request.ric_request_id, KPM_FUNCTION, None, removed))
    wanted = m.RICsubscriptionModificationConfirm if confirms else m.RICsubscriptionModificationRefuse
    assert isinstance(answer, wanted)


def test_error_indications() -> None:
    """One that names a Control ends it; about a subscription it has no stated effect, so the timer runs on."""
    chart = Chart().set_up()
    control = chart.start("control", wait=True)
    assert chart.node(m.ErrorIndication(None, control.ric_request_id, RC_FUNCTION, CAUSE)) == []
    assert chart.answers[1].details["outcome"] == "ErrorIndication"
    assert chart.answers[1].details["cause"] == "misc/unspecified"
    request = chart.start("subscribe", wait=True)
    assert chart.node(m.ErrorIndication(None, request.ric_request_id, KPM_FUNCTION, CAUSE)) == []
    (delete,) = chart.advance(5)
    assert isinstance(delete, m.RICsubscriptionDeleteRequest)
    assert chart.answers[2].status == "failed"
    assert chart.answers[2].details["cause"] == "misc/unspecified"


def test_error_indications_that_name_nothing_of_ours() -> None:
    """They are nobody's business, and never answered."""
    chart = Chart().set_up()
    chart.start("reset", wait=True)
    assert chart.node(m.ErrorIndication(None, None, None, CAUSE), m.ErrorIndication(200, None, None, CAUSE)) == []
    assert 1 not in chart.answers


def test_a_further_association() -> None:
    """It is tied to the node that its first message names; one of an unknown node is refused."""
    chart = Chart().set_up().up("2").up("3")
    known = configuration_update(node_offer(), 1, identify=True)
    assert isinstance(chart.node(known, name="2")[0], m.E2nodeConfigurationUpdateAcknowledge)
    unknown = configuration_update(node_offer(number=2), 1, identify=True)
    assert isinstance(chart.node(unknown, name="3")[0], m.E2nodeConfigurationUpdateFailure)
    assert chart.state(1)["state"] == "operational"
    assert chart.start("subscribe", node="2").ran_function_id == KPM_FUNCTION


def test_a_further_association_in_the_first_edition() -> None:
    """E2AP 1.01 names no node there: it can only be the one that is up; with two it is refused."""
    chart = Chart(edition="1.01").set_up().up("2")
    update = configuration_update(node_offer(edition="1.01"), None, identify=True)
    assert isinstance(chart.node(update, name="2")[0], m.E2nodeConfigurationUpdateAcknowledge)
    chart = Chart(edition="1.01").set_up().set_up(node_offer(edition="1.01", number=2), name="2").up("3")
    assert isinstance(chart.node(update, name="3")[0], m.E2nodeConfigurationUpdateFailure)


def _insert(chart: Chart, request: Any, style: int, indication: int) -> m.RICindication:
    edition = "1.03" if chart.edition != "5.00" else "5.00"
    header = insert_header(ue_id("gnb", 1), style, indication, edition)
    process = call_process_id(7, edition)
    message = insert_message((), edition)
    return m.RICindication(request.ric_request_id, RC_FUNCTION, 1, 1, "insert", header, message, process)


@pytest.mark.parametrize("answers", [True, False])
def test_inserts(answers: bool) -> None:
    """An INSERT of E2SM-RC is answered by a Control with its Call Process ID, if so configured."""
    chart = Chart(answer_inserts=answers).set_up()
    request = chart.subscribed(service_model="rc", service="insert", style=3)
    said = chart.node(_insert(chart, request, 3, 1))
    assert len(said) == answers
    for control in said:
        assert isinstance(control, m.RICcontrolRequest)
        assert control.ric_call_process_id == call_process_id(7, "1.03")
        acknowledge = m.RICcontrolAcknowledge(control.ric_request_id, RC_FUNCTION, control.ric_call_process_id)
        assert chart.node(acknowledge) == []


def test_inserts_that_cannot_be_answered() -> None:
    """Of a style that is not known here, without Call Process ID, or of another model: the RIC lets the time pass."""
    chart = Chart().set_up()
    request = chart.subscribed(service_model="rc", service="insert", style=3)
    assert chart.node(_insert(chart, request, 7, 1)) == []
    broken = m.RICindication(request.ric_request_id, RC_FUNCTION, 1, 1, "insert", b"\xff", b"", b"\x01")
    nameless = m.RICindication(request.ric_request_id, RC_FUNCTION, 1, 1, "insert", b"", b"")
    assert chart.node(broken, nameless) == []
    assert chart.state()["indications"] == 3


def test_assistance() -> None:
    """In 7.00 the RIC grants what a node asks for."""
    chart = Chart(edition="7.00").set_up()
    (answer,) = chart.node(m.RICassistanceRequest(e.RICrequestID(1, 1), b"h", b"m"))
    assert isinstance(answer, m.RICassistanceResponse)


def test_names_of_causes() -> None:
    """For people."""
    assert cause_name(("ricRequest", "request-id-unknown")) == "ricRequest/request-id-unknown"
    assert cause_name(None) is None
    assert cause_name(("serviceLayer", e.CauseServiceLayer(b""))) == "serviceLayer/service-layer"


def test_config_is_what_it_says() -> None:
    """A chart can be given a whole configuration."""
    assert Chart(RicConfig(edition="2.03")).ric.config.edition == "2.03"
