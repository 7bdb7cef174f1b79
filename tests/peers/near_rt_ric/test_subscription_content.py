"""What a subscription asks for."""

import pytest

from oran_harness.peers.near_rt_ric import RicConfig
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import far_node
from oran_harness.peers.near_rt_ric.subscription_content import Content, content_of
from tests.peers.near_rt_ric.chart import Chart


def _content(**arguments: object) -> Content:
    chart = Chart().set_up()
    return content_of(Arguments(arguments), chart.functions(), far_node(None), RicConfig())


def test_actions_are_numbered_from_1() -> None:
    """All alike; an INSERT has what has to follow it, as it is asked for."""
    assert [item.ric_action_id for item in _content(actions=3).actions] == [1, 2, 3]
    assert _content().actions[0].ric_subsequent_action is None
    content = _content(service_model="rc", service="insert", after="continue", time_to_wait="w20ms")
    subsequent = content.action(4).ric_subsequent_action
    assert subsequent is not None
    assert (subsequent.ric_subsequent_action_type, subsequent.ric_time_to_wait) == ("continue", "w20ms")


@pytest.mark.parametrize(
    "arguments",
    [
        {"actions": 17},
        {"service_model": "ni"},
        {"function": 0},
        {"style": 77},
        {"style": 2, "ues": [1, 2]},
        {"event_trigger": "xx"},
        {"service_model": "rc", "service": "insert", "time_to_wait": "w3s"},
    ],
)
def test_what_cannot_be_subscribed_to(arguments: dict[str, object]) -> None:
    """One sentence each."""
    with pytest.raises(Unfit):
        _content(**arguments)


def test_raw_octets_need_no_function_that_is_known() -> None:
    """With both payloads and the function's id, nothing is looked up."""
    content = _content(function=500, event_trigger="", action_definition="")
    assert (content.function_id, content.trigger, content.definition) == (500, b"", b"")
