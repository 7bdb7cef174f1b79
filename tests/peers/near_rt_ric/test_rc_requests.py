"""What the RIC asks of an RC function."""

from typing import Any

import pytest

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.node_functions import FarNode, NodeFunction, far_node, find_function
from oran_harness.peers.near_rt_ric.rc_requests import control_content, insert_answer, query_content, subscription
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models import PayloadKind, service_model, style_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc.build import function_definition, insert_header
from oran_harness.steps.offers import node_offer

RC = service_model("rc")
NODE: FarNode = far_node(node_offer().node_id)


def _function(edition: str = "5.00", **how: Any) -> NodeFunction:
    definition = function_definition(edition, **how)
    offered = OfferedFunction(3, definition, 1, RC.oid, 1, FunctionStatus.ACCEPTED)
    return find_function({3: offered}, "rc", "5.00", edition)


@pytest.mark.parametrize("edition", ["1.03", "5.00"])
@pytest.mark.parametrize("service", ["report", "insert", "policy"])
def test_subscriptions(edition: str, service: str) -> None:
    """Every style that our node offers, and the first without one."""
    function = _function(edition)
    for style in (None, 1, 2, 3, 4):
        arguments = Arguments({"service": service} | ({} if style is None else {"style": style}))
        try:
            trigger, definition = subscription(arguments, function, NODE)
        except Unfit:
            continue
        assert RC.decode(PayloadKind.EVENT_TRIGGER_DEFINITION, trigger, edition).conforms
        reading = RC.decode(PayloadKind.ACTION_DEFINITION, definition, edition)
        assert reading.conforms
        assert style in (None, style_of(reading.value))


def test_the_parameters_that_are_asked_for() -> None:
    """All outermost ones that the node declares, or those that are named."""
    for arguments, wanted in (({"style": 4}, {202, 10001}), ({"style": 4, "parameters": [202]}, {202})):
        _, definition = subscription(Arguments(arguments), _function(), NODE)
        value = RC.decode(PayloadKind.ACTION_DEFINITION, definition, "5.00").value
        listed = value.ric_action_definition_formats[1].ran_p_to_be_reported_list
        assert {item.ran_parameter_id for item in listed} == wanted


def test_controls() -> None:
    """The first harmless one that the node offers, or the one that is asked for."""
    header, _ = control_content(Arguments({}), _function(), NODE)
    assert style_of(RC.decode(PayloadKind.CONTROL_HEADER, header, "5.00").value) == 2
    header, message = control_content(Arguments({"style": 4}), _function(), NODE)
    assert style_of(RC.decode(PayloadKind.CONTROL_HEADER, header, "5.00").value) == 4
    assert RC.decode(PayloadKind.CONTROL_MESSAGE, message, "5.00").conforms
    with pytest.raises(Unfit, match="may only answer an INSERT"):
        control_content(Arguments({"style": 4, "action": 1}), _function(), NODE)
    assert control_content(Arguments({"style": 4, "action": 1, "call_process": "00"}), _function(), NODE)
    with pytest.raises(Unfit, match="offers no control style 7"):
        control_content(Arguments({"style": 7}), _function(), NODE)


def test_queries() -> None:
    """Where they are offered; an edition without them makes them unsupported."""
    header, definition = query_content(Arguments({"style": 2}), _function())
    assert RC.decode(PayloadKind.QUERY_HEADER, header, "5.00").conforms
    assert RC.decode(PayloadKind.QUERY_DEFINITION, definition, "5.00").conforms
    with pytest.raises(Unfit) as raised:
        query_content(Arguments({}), _function("1.03"))
    assert raised.value.status == "unsupported"


def test_answers_to_inserts() -> None:
    """The same style, action and UE, accepted; nothing for what cannot be read or is not known."""
    content = insert_answer(insert_header(ue_id("gnb", 5), 3, 1, "5.00"), "5.00", NODE)
    assert content is not None
    value = RC.decode(PayloadKind.CONTROL_HEADER, content[0], "5.00").value
    control = value.ric_control_header_formats[1]
    assert (control.ric_style_type, control.ric_control_action_id) == (3, 1)
    assert control.ric_control_decision == "accept"
    assert control.ue_id == ue_id("gnb", 5)
    assert insert_answer(b"\xff\xff", "5.00", NODE) is None
    assert insert_answer(insert_header(ue_id("gnb", 5), 7, 9, "5.00"), "5.00", NODE) is None
