"""Rules about E2 Setup and what it exchanges."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    NODE,
    RIC,
    Case,
    Scene,
    accepted,
    acknowledged,
    case,
    check_broken,
    check_kept,
    component,
    function,
    setup_request,
    setup_response,
    subscription,
)

REFUSED = m.E2setupFailure(1, CAUSE, time_to_wait=5)
HERE = e.TNLinformation(BitString(bytes((192, 0, 2, 9)), 32))
THERE = e.TNLinformation(BitString(bytes((192, 0, 2, 8)), 32))
ADD = m.E2connectionUpdate(9, (e.E2connectionUpdate_Item(HERE, "both"),))


def clean(scene: Scene) -> None:
    """A Setup with two functions."""
    scene.set_up(function(1), function(2, revision=7))


def configuration_update(number: int) -> m.E2nodeConfigurationUpdate:
    """The update of a component's configuration."""
    added = component(number)
    item = e.E2nodeComponentConfigUpdate_Item(
        e2_node_component_interface_type=added.e2_node_component_interface_type,
        e2_node_component_id=added.e2_node_component_id,
        e2_node_component_configuration=added.e2_node_component_configuration,
    )
    return m.E2nodeConfigurationUpdate(4, e2_node_component_config_update=(item,))


def configuration_done(number: int) -> m.E2nodeConfigurationUpdateAcknowledge:
    """Its acknowledge."""
    done = acknowledged(number)
    item = e.E2nodeComponentConfigUpdateAck_Item(
        e2_node_component_interface_type=done.e2_node_component_interface_type,
        e2_node_component_id=done.e2_node_component_id,
        e2_node_component_configuration_ack=done.e2_node_component_configuration_ack,
    )
    return m.E2nodeConfigurationUpdateAcknowledge(4, e2_node_component_config_update_ack=(item,))


CASES = (
    case(
        "E2AP-FIRST-MESSAGE",
        NODE,
        lambda s: s.up().node(m.RICserviceUpdate(3)).ric(m.RICserviceUpdateAcknowledge(3)),
        clean,
    ),
    case(
        "E2AP-BEFORE-SETUP",
        RIC,
        lambda s: s.up().node(setup_request()).ric(subscription(), stream=0).ric(setup_response()),
        lambda s: s.set_up().ric(subscription()),
        "E2-STREAMS-SHARED",
    ),
    case(
        "E2AP-TIME-TO-WAIT",
        NODE,
        lambda s: s.up().node(setup_request()).ric(REFUSED).wait(4).node(setup_request()).ric(setup_response()),
        lambda s: s.up().node(setup_request()).ric(REFUSED).wait(5).node(setup_request()).ric(setup_response()),
    ),
    case("E2AP-FUNCTION-ID-ZERO", NODE, lambda s: s.set_up(function(0)), clean),
    case(
        "E2AP-FUNCTION-TWICE",
        NODE,
        lambda s: s.up().node(setup_request(function(1), function(1))).ric(setup_response()),
        clean,
    ),
    case(
        "E2AP-FUNCTIONS-ANSWERED",
        RIC,
        lambda s: s.up().node(setup_request(function(1), function(2))).ric(setup_response()),
        clean,
    ),
    case(
        "E2AP-ACCEPTED-REVISION",
        RIC,
        lambda s: (
            s.set_up()
            .node(m.RICserviceUpdate(4, None, (function(revision=2),)))
            .ric(m.RICserviceUpdateAcknowledge(4, (accepted(revision=0),)))
        ),
        clean,
    ),
    case(
        "E2AP-COMPONENTS-ANSWERED",
        RIC,
        lambda s: (
            s.up()
            .node(setup_request(components=(component(1), component(2))))
            .ric(setup_response(components=(acknowledged(1),)))
        ),
        lambda s: (
            s.up()
            .node(setup_request(components=(component(1), component(2))))
            .ric(setup_response(components=(acknowledged(2), acknowledged(1))))
        ),
    ),
    case(
        "E2AP-COMPONENT-TWICE",
        RIC,
        lambda s: s.up().node(setup_request()).ric(setup_response(components=2 * (acknowledged(),))),
        clean,
    ),
    case(
        "E2AP-UNKNOWN-COMPONENT",
        RIC,
        lambda s: s.set_up().node(configuration_update(5)).ric(configuration_done(5)),
        lambda s: s.set_up().node(configuration_update(1)).ric(configuration_done(1)),
    ),
    case(
        "E2AP-CONNECTIONS-REPORTED",
        NODE,
        lambda s: (
            s.set_up().ric(ADD).node(m.E2connectionUpdateAcknowledge(9, (e.E2connectionUpdate_Item(THERE, "both"),)))
        ),
        lambda s: (
            s.set_up().ric(ADD).node(m.E2connectionUpdateAcknowledge(9, (e.E2connectionUpdate_Item(HERE, "both"),)))
        ),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_time_to_wait_holds_over_a_new_association() -> None:
    """A node that is told to wait does not get around it by connecting again."""
    scene = Scene().up().node(setup_request()).ric(REFUSED).shut_down(NODE)
    scene.another("192.0.2.2:38001").wait(1).up().node(setup_request()).ric(setup_response())
    assert scene.fired() == {("E2AP-TIME-TO-WAIT", "e2-node")}


def test_another_node_need_not_wait() -> None:
    """A Time to Wait binds the node that it was given to."""
    from tests.checkers.scene import node_id

    scene = Scene().up().node(setup_request()).ric(REFUSED).shut_down(NODE)
    scene.another().wait(1).up().node(setup_request(identity=node_id(2))).ric(setup_response())
    assert scene.fired() == set()


def test_functions_may_all_be_rejected() -> None:
    """A Setup response that rejects every function is legal."""
    rejected = (e.RANfunctionIDcause_Item(1, CAUSE),)
    response = m.E2setupResponse(
        1, setup_response().global_ric_id, None, rejected, e2_node_component_config_addition_ack=(acknowledged(),)
    )
    assert Scene().up().node(setup_request()).ric(response).fired() == set()
