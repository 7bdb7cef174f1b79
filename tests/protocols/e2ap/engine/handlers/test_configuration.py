"""E2 Node Configuration Update and E2 Connection Update."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import AssociationState
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    NODE,
    RIC,
    Conversation,
    Row,
    check_fires,
    check_silent,
    component,
    component_ack,
    component_id,
    control_acknowledge,
    fresh,
    indication,
    names,
    operational,
    subscribed,
)


def _change(added: tuple[int, ...] = (), updated: tuple[int, ...] = (), removed: tuple[int, ...] = ()) -> Message:
    configuration = e.E2nodeComponentConfiguration(b"", b"")
    return m.E2nodeConfigurationUpdate(
        transaction_id=1,
        e2_node_component_config_addition=tuple(component(name) for name in added),
        e2_node_component_config_update=tuple(
            e.E2nodeComponentConfigUpdate_Item(
                e2_node_component_id=component_id(name),
                e2_node_component_interface_type="f1",
                e2_node_component_configuration=configuration,
            )
            for name in updated
        ),
        e2_node_component_config_removal=tuple(
            e.E2nodeComponentConfigRemoval_Item("f1", component_id(name)) for name in removed
        ),
    )


def _acknowledge(
    added: tuple[int, ...] = (),
    updated: tuple[int, ...] = (),
    removed: tuple[int, ...] = (),
    outcome: str = "success",
) -> Message:
    verdict = e.E2nodeComponentConfigurationAck(outcome)
    return m.E2nodeConfigurationUpdateAcknowledge(
        transaction_id=1,
        e2_node_component_config_addition_ack=tuple(component_ack(name) for name in added),
        e2_node_component_config_update_ack=tuple(
            e.E2nodeComponentConfigUpdateAck_Item(
                e2_node_component_id=component_id(name),
                e2_node_component_interface_type="f1",
                e2_node_component_configuration_ack=verdict,
            )
            for name in updated
        ),
        e2_node_component_config_removal_ack=tuple(
            e.E2nodeComponentConfigRemovalAck_Item("f1", component_id(name), verdict) for name in removed
        ),
    )


def _address(last: int) -> e.TNLinformation:
    return e.TNLinformation(BitString(bytes((10, 0, 0, last)), 32))


def _connect(*addresses: int) -> Message:
    return m.E2connectionUpdate(1, tuple(e.E2connectionUpdate_Item(_address(last), "both") for last in addresses))


def _connected(*addresses: int, failed: tuple[int, ...] = ()) -> Message:
    return m.E2connectionUpdateAcknowledge(
        1,
        tuple(e.E2connectionUpdate_Item(_address(last), "both") for last in addresses),
        tuple(e.E2connectionSetupFailed_Item(_address(last), ("misc", "unspecified")) for last in failed),
    )


ROWS = [
    Row(
        Kind.COMPONENT_NOT_ACKNOWLEDGED,
        RIC,
        lambda talk: (talk.node(_change(added=(2,), removed=(1,))), talk.ric(_acknowledge(added=(2,)))),
        lambda talk: (talk.node(_change(added=(2,), removed=(1,))), talk.ric(_acknowledge(added=(2,), removed=(1,)))),
    ),
    Row(
        Kind.COMPONENT_NEVER_OFFERED,
        RIC,
        lambda talk: (talk.node(_change(added=(2,))), talk.ric(_acknowledge(added=(2,), updated=(1,)))),
        lambda talk: (talk.node(_change(added=(2,), updated=(1,))), talk.ric(_acknowledge((2,), (1,)))),
    ),
    Row(
        Kind.UNKNOWN_COMPONENT_UPDATED,
        RIC,
        lambda talk: (talk.node(_change(updated=(7,))), talk.ric(_acknowledge(updated=(7,)))),
        lambda talk: (talk.node(_change(updated=(7,))), talk.ric(_acknowledge(updated=(7,), outcome="failure"))),
    ),
    Row(
        Kind.JOINED_WITHOUT_NODE_ID,
        NODE,
        lambda talk: talk.node(m.E2nodeConfigurationUpdate(transaction_id=1)),
        lambda talk: talk.node(m.E2nodeConfigurationUpdate(1, ("gNB", "an id"))),  # type: ignore[arg-type]
        begin=fresh,
    ),
    Row(
        Kind.CONNECTION_NOT_REPORTED,
        NODE,
        lambda talk: (talk.ric(_connect(1, 2)), talk.node(_connected(1))),
        lambda talk: (talk.ric(_connect(1, 2)), talk.node(_connected(1, failed=(2,)))),
    ),
    Row(
        Kind.CONNECTION_NEVER_ASKED,
        NODE,
        lambda talk: (talk.ric(_connect(1)), talk.node(_connected(1, 2))),
        lambda talk: (talk.ric(m.E2connectionUpdate(1)), talk.node(m.E2connectionUpdateAcknowledge(1))),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What a configuration procedure breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right configuration procedure is not."""
    check_silent(row)


def test_components_follow_what_is_acknowledged() -> None:
    """Additions and removals that succeeded take effect (E2AP 8.3.5.2)."""
    talk = operational()
    talk.node(_change(added=(2, 3), removed=(1,)))
    talk.ric(_acknowledge(added=(2, 3), removed=(1,)))
    assert [key.id[1].gnb_du_id for key in talk.association.components] == [2, 3]  # type: ignore[union-attr]
    assert talk.found == []


def test_first_edition_items_are_not_judged() -> None:
    """Items of E2AP 1.01 name their component otherwise; their lists were optional."""
    talk = operational()
    talk.node(
        m.E2nodeConfigurationUpdate(
            e2_node_component_config_update=(e.E2nodeComponentConfigUpdate_Item(e2_node_component_type="gNB"),)
        )
    )
    talk.ric(m.E2nodeConfigurationUpdateAcknowledge())
    assert talk.found == []


def test_a_further_association_knows_nothing_of_the_others() -> None:
    """What was agreed on the node's first association is not seen on the second (E2AP 8.3.6.2)."""
    talk = fresh()
    talk.node(m.E2nodeConfigurationUpdate(1, ("gNB", "an id")))  # type: ignore[arg-type]
    talk.ric(m.E2nodeConfigurationUpdateAcknowledge(1))
    assert talk.association.state is AssociationState.OPERATIONAL
    talk.node(indication(), control_acknowledge())
    assert talk.found == []
    assert not talk.association.complete


def test_the_first_association_gives_up_its_claims_to_completeness() -> None:
    """Once another association is set up, subscriptions may be re-bound to it (E2GAP 6.2)."""
    talk: Conversation = subscribed()
    talk.ric(_connect(1))
    talk.node(_connected(1), indication(instance=8))
    assert talk.accused == []
    assert not talk.association.complete
