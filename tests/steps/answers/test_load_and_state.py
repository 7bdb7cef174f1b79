"""Plain answers to Load Status and State Control."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import FIRST_ID, subscription
from tests.steps.answers.conversation import RIC, Conversation


def _wanted(*functions: int) -> tuple[e.RANfunctionLoadRequest_Item, ...]:
    service = e.RICserviceLoadRequest(ric_service_report_load_request="true")
    one = e.RICsubscriptionLoadRequest_ItemIE(FIRST_ID, "true", (e.RICactionLoadRequest_Item(1, "true"),))
    return tuple(e.RANfunctionLoadRequest_Item(each, "true", service, (one,)) for each in functions)


def test_load_status() -> None:
    """All that is asked is confirmed for the functions that are offered; then it is stopped."""
    talk = Conversation("7.00").set_up()
    started = talk.ask(RIC, m.RICserviceLoadStatusRequest(5, None, "start", _wanted(1, 99), "ms1000"))
    (confirmed,) = started.ran_function_load_confirm_list
    assert confirmed.ran_function_id == 1
    assert confirmed.ric_service_load_confirm.ric_service_report_load_confirm == "true"
    assert confirmed.ric_subscription_load_confirm_list[0].ric_action_load_confirm_list[0].ric_action_id == 1
    assert started.e2_node_load_measurement_id == 5
    stopped = talk.ask(RIC, m.RICserviceLoadStatusRequest(5, 5, "stop"))
    assert stopped == m.RICserviceLoadStatusResponse(5, 5)


def test_load_status_of_nothing() -> None:
    """Refused if no function is offered."""
    talk = Conversation("7.00").set_up()
    answer = talk.ask(RIC, m.RICserviceLoadStatusRequest(5, None, "start", _wanted(99), "ms1000"))
    assert isinstance(answer, m.RICserviceLoadStatusFailure)


def test_state_control() -> None:
    """Subscriptions that stand are suspended and resumed; with none of them it is refused."""
    talk = Conversation("7.00").set_up()
    talk.ask(RIC, subscription())
    known, unknown = e.RICsubscriptionList_Item(FIRST_ID), e.RICsubscriptionList_Item(e.RICrequestID(9, 9))

    def control(suspended: object, resumed: object = None) -> m.RICsubscriptionStateControlRequest:
        item = e.RANfunctionStateControl_Item(1, suspended, resumed)  # type: ignore[arg-type]
        return m.RICsubscriptionStateControlRequest(e.RICrequestID(40, 1), (item,))

    answer = talk.ask(RIC, control((known, unknown)))
    assert answer.ran_function_state_confirm_list[0].ric_subscription_suspended_list == (known,)
    assert talk.engine.subscriptions[FIRST_ID].suspended
    answer = talk.ask(RIC, control(None, (known,)))
    assert answer.ran_function_state_confirm_list[0].ric_subscription_resumed_list == (known,)
    assert isinstance(talk.ask(RIC, control((unknown,))), m.RICsubscriptionStateControlFailure)
