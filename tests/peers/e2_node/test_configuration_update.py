"""E2 Node Configuration Update (E2AP 8.3.5)."""

from typing import Any

import pytest

from oran_harness.model import Role
from oran_harness.peers.actor import Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import answer
from tests.peers.e2_node.stage import Stage, address, connects, ends

CAUSE: e.Cause = ("misc", "unspecified")


def agree(stage: Stage, update: m.E2nodeConfigurationUpdate) -> None:
    """The RIC acknowledges everything."""
    reply = answer(update, by=Role.NEAR_RT_RIC, edition=stage.edition)
    assert reply is not None
    stage.hear(reply).silent()


def change(stage: Stage, what: str) -> m.E2nodeConfigurationUpdate:
    """Ask the node for a change; gives what it sends."""
    assert stage.stimulate("configuration-update", change=what).status == "done"
    return stage.one(m.E2nodeConfigurationUpdate)


def names(items: Any) -> list[Any]:
    """What names the components of a list."""
    return [(each.e2_node_component_interface_type, each.e2_node_component_id) for each in items or ()]


@pytest.mark.parametrize("kind", ["gnb", "cu-cp", "cu-up", "du", "enb"])
@pytest.mark.parametrize("edition", ["2.03", "3.01", "5.00"])
def test_components_come_and_go(edition: str, kind: str) -> None:
    """A component is added, all can be updated, and it is removed again."""
    stage = Stage(edition, kind=kind).set_up()
    first = change(stage, "add")
    (added,) = names(first.e2_node_component_config_addition)
    agree(stage, first)
    second = change(stage, "add")
    assert names(second.e2_node_component_config_addition) != [added]
    stage.hear(m.E2nodeConfigurationUpdateFailure(second.transaction_id, CAUSE))
    update = change(stage, "update")
    assert len(update.e2_node_component_config_update or ()) == 1
    agree(stage, update)
    removal = change(stage, "remove")
    assert names(removal.e2_node_component_config_removal) == [added]
    agree(stage, removal)
    assert names(change(stage, "add").e2_node_component_config_addition) == [added]
    assert stage.blamed() == []


def test_an_update_may_be_empty() -> None:
    """With nothing but a Transaction ID it changes nothing."""
    stage = Stage().set_up()
    update = change(stage, "none")
    assert update == m.E2nodeConfigurationUpdate(update.transaction_id)
    agree(stage, update)
    assert stage.blamed() == []


def test_the_first_edition_knows_updates_only() -> None:
    """E2AP 1.01 tells parts of a node by updates; that one is gone cannot be told."""
    stage = Stage("1.01").set_up()
    agree(stage, change(stage, "add"))
    assert len(change(stage, "update").e2_node_component_config_update or ()) == 1
    assert stage.stimulate("configuration-update", change="remove").status == "unsupported"


def test_a_component_that_fails_is_not_taken() -> None:
    """Only what the RIC reports as a success counts (8.3.5.2)."""
    stage = Stage().set_up()
    update = change(stage, "add")
    ((interface, name),) = names(update.e2_node_component_config_addition)
    failed = e.E2nodeComponentConfigurationAck("failure", CAUSE)
    item = e.E2nodeComponentConfigAdditionAck_Item(interface, name, failed)
    stage.hear(m.E2nodeConfigurationUpdateAcknowledge(update.transaction_id, (item,)))
    assert names(change(stage, "add").e2_node_component_config_addition) == [(interface, name)]


def test_time_to_wait_is_kept() -> None:
    """A refused update is sent again when its Time to Wait is over (8.3.5.3)."""
    stage = Stage().set_up()
    update = change(stage, "add")
    stage.hear(m.E2nodeConfigurationUpdateFailure(update.transaction_id, CAUSE, 5)).wait(4.9).silent()
    agree(stage, stage.wait(0.2).one(m.E2nodeConfigurationUpdate))
    assert stage.blamed() == []


@pytest.mark.parametrize("edition", ["1.01", "3.01"])
def test_a_further_association_begins_with_it(edition: str) -> None:
    """The first message on a further association names the node (8.3.5.1); 1.01 has no place for the name."""
    stage = Stage(edition).set_up()
    number = None if edition == "1.01" else 8
    stage.hear(m.E2connectionUpdate(number, (e.E2connectionUpdate_Item(address(9), "both"),))).up("2")
    update = stage.take()[0]
    assert isinstance(update, m.E2nodeConfigurationUpdate)
    assert (update.global_e2_node_id is None) == (edition == "1.01")


def test_a_further_association_that_is_refused_is_closed() -> None:
    """Without an acknowledgement the association belongs to no node, and is closed."""
    stage = Stage().set_up()
    stage.hear(m.E2connectionUpdate(8, (e.E2connectionUpdate_Item(address(9), "both"),))).up("2")
    update = stage.take()[0]
    assert isinstance(update, m.E2nodeConfigurationUpdate)
    stage.hear(m.E2nodeConfigurationUpdateFailure(update.transaction_id, CAUSE), "2")
    assert ends(stage) == [("2", "shutdown")]


@pytest.mark.parametrize("what", ["nonsense", ["add"]])
def test_what_cannot_be_changed_is_told(what: object) -> None:
    """A stimulus that makes no sense fails with a reason, and nothing is sent."""
    stage = Stage().set_up()
    assert stage.stimulate("configuration-update", change=what).status == "failed"
    stage.silent()


def test_the_next_interface_begins_as_configured() -> None:
    """After the association is gone, E2 Setup tells what the node was configured with."""
    stage = Stage().set_up()
    agree(stage, change(stage, "add"))
    stage.over().wait(1).up("2")
    assert len(stage.one(m.E2setupRequest).e2_node_component_config_addition or ()) == 2
    assert connects(stage)[-1] == ("2", None)


def two_ends() -> Stage:
    """A node with two associations whose ends are known."""
    stage = Stage()
    stage.begin().happen(Up("1", True, "sctp://192.0.2.2:49152", "sctp://192.0.2.9:36421"))
    request = stage.one(m.E2setupRequest)
    response = answer(request, by=Role.NEAR_RT_RIC, edition=stage.edition)
    assert response is not None
    stage.hear(response).hear(m.E2connectionUpdate(8, (e.E2connectionUpdate_Item(address(9), "both"),)))
    stage.happen(Up("2", True, "sctp://192.0.2.2:49153", "sctp://192.0.2.9:36421"))
    (update,) = (each for each in stage.take() if isinstance(each, m.E2nodeConfigurationUpdate))
    stage.hear(m.E2nodeConfigurationUpdateAcknowledge(update.transaction_id), "2").take()
    stage.commands.clear()
    return stage


def test_an_association_is_removed() -> None:
    """The oldest one is listed by both its ends, on another one, and closed when the RIC has acknowledged that."""
    stage = two_ends()
    assert stage.stimulate("connection-remove").status == "done"
    update = stage.one(m.E2nodeConfigurationUpdate)
    listed = e.E2nodeTNLassociationRemoval_Item(address(2, 49152), address(9))
    assert update == m.E2nodeConfigurationUpdate(update.transaction_id, e2_node_tnl_association_removal=(listed,))
    assert ends(stage) == []
    stage.hear(m.E2nodeConfigurationUpdateAcknowledge(update.transaction_id), "2")
    assert ends(stage) == [("1", "shutdown")]
    assert stage.over("1").stimulate("connection-remove").status == "failed"
    assert connects(stage) == []


def test_an_association_stays_where_its_removal_is_refused() -> None:
    """All stays as it was (8.3.5.3)."""
    stage = two_ends()
    stage.stimulate("connection-remove")
    update = stage.one(m.E2nodeConfigurationUpdate)
    stage.hear(m.E2nodeConfigurationUpdateFailure(update.transaction_id, CAUSE), "2")
    assert ends(stage) == []


def test_the_last_association_is_not_removed() -> None:
    """Without another one it is not told; and if that is over by the time of the acknowledgement, the node keeps it."""
    stage = two_ends()
    stage.stimulate("connection-remove")
    update = stage.one(m.E2nodeConfigurationUpdate)
    stage.over("2").hear(m.E2nodeConfigurationUpdateAcknowledge(update.transaction_id))
    assert ends(stage) == []
    assert stage.stimulate("connection-remove").status == "failed"


@pytest.mark.parametrize("edition", ["1.01", "5.00"])
def test_an_association_without_known_ends_is_not_removed(edition: str) -> None:
    """E2AP 1.01 cannot tell it, and nobody can where the addresses are not known; the answer says so."""
    stage = Stage(edition).set_up()
    told = stage.stimulate("connection-remove")
    assert (told.status, bool(told.details["reason"])) == ("unsupported" if edition == "1.01" else "failed", True)
    stage.silent()
