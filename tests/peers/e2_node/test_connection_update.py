"""E2 Connection Update (E2AP 8.3.6)."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.peers.e2_node.stage import FIRST_ID, PLAIN, Stage, address, connects, ends

BOTH = e.E2connectionUpdate_Item(address(9), "both")
SERVICE = e.E2connectionUpdate_Item(address(10), "ric-service")


def join(stage: Stage, name: str) -> None:
    """A further association comes up, and the RIC ties it to the node."""
    stage.up(name)
    updates = [each for each in stage.take() if isinstance(each, m.E2nodeConfigurationUpdate)]
    assert [each.global_e2_node_id for each in updates] == [stage.node._state.base.node_id]
    stage.hear(m.E2nodeConfigurationUpdateAcknowledge(updates[0].transaction_id), name)


def two(**config: object) -> Stage:
    """A node with two associations."""
    stage = Stage(**config).set_up()  # type: ignore[arg-type]
    stage.hear(m.E2connectionUpdate(8, (BOTH,)))
    join(stage, "2")
    stage.take()
    stage.commands.clear()
    return stage


def test_the_node_opens_what_it_is_told() -> None:
    """Each address is connected to; when all are up or failed, the answer lists them with their usage (8.3.6.2)."""
    stage = Stage(scheme="tcp").set_up()
    stage.commands.clear()
    stage.hear(m.E2connectionUpdate(8, (BOTH, SERVICE))).silent()
    assert connects(stage) == [("2", "tcp://192.0.2.9:36421"), ("3", "tcp://192.0.2.10:36421")]
    join(stage, "2")
    answer = stage.refused("3").one(m.E2connectionUpdateAcknowledge)
    assert answer.transaction_id == 8
    assert answer.e2_connection_setup == (BOTH,)
    why: e.Cause = ("transport", "transport-resource-unavailable")
    assert answer.e2_connection_setup_failed == (e.E2connectionSetupFailed_Item(address(10), why),)
    assert stage.blamed() == []


def test_one_that_does_not_come_up_has_failed() -> None:
    """After a while an association that is neither up nor refused counts as failed, and is given up."""
    stage = Stage().set_up()
    stage.hear(m.E2connectionUpdate(8, (BOTH,))).wait(4.9).silent()
    assert stage.wait(0.2).one(m.E2connectionUpdateAcknowledge).e2_connection_setup is None
    stage.commands.clear()
    stage.up("2").silent()
    assert ends(stage) == [("2", "shutdown")]


@pytest.mark.parametrize("bits", [1, 33, 160, 128])
def test_an_address_that_is_none_has_failed(bits: int) -> None:
    """Lengths that no IP address has cannot be connected to; IPv6, and both together, can."""
    stage = Stage().set_up()
    odd = e.TNLinformation(BitString(bytes((bits + 7) // 8), bits))
    stage.hear(m.E2connectionUpdate(8, (e.E2connectionUpdate_Item(odd, "both"),)))
    assert bool(stage.said) == (bits in (1, 33))


def test_an_empty_update_is_acknowledged() -> None:
    """With nothing but a Transaction ID it changes nothing."""
    stage = Stage().set_up()
    assert stage.hear(m.E2connectionUpdate(8)).one(m.E2connectionUpdateAcknowledge) == m.E2connectionUpdateAcknowledge(
        8
    )


def test_an_association_is_removed() -> None:
    """The answer comes first, then the association is closed; what it carried goes on over the other one."""
    stage = two()
    stage.subscribed(association="2").wait(1.1).one(m.RICindication)
    assert stage.events[-1].association == "2"
    stage.hear(m.E2connectionUpdate(9, None, (e.E2connectionUpdateRemove_Item(address(9)),)))
    stage.one(m.E2connectionUpdateAcknowledge)
    assert ends(stage) == [("2", "shutdown")]
    stage.over("2").wait(1).one(m.RICindication)
    assert stage.events[-1].association == "1"
    stage.hear(m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)).one(m.RICsubscriptionDeleteResponse)


def test_the_last_association_stays() -> None:
    """A removal that would leave none is refused."""
    stage = Stage(far_end="sctp://192.0.2.1:36421").set_up()
    stage.hear(m.E2connectionUpdate(9, None, (e.E2connectionUpdateRemove_Item(address(1)),)))
    assert stage.one(m.E2connectionUpdateFailure).transaction_id == 9
    assert ends(stage) == []


def test_the_first_association_may_go() -> None:
    """With another one left the first is closed, and support functions move to that."""
    stage = two(far_end="sctp://192.0.2.1:36421")
    stage.hear(m.E2connectionUpdate(9, None, (e.E2connectionUpdateRemove_Item(address(1)),)), "2")
    stage.one(m.E2connectionUpdateAcknowledge)
    assert ends(stage) == [("1", "shutdown")]
    stage.over("1").wait(5)
    assert connects(stage) == []
    stage.stimulate("service-update", change="modify")
    stage.one(m.RICserviceUpdate)
    assert stage.events[-1].association == "2"


def test_a_usage_is_changed() -> None:
    """An association that is meant for RIC services only carries no support functions."""
    stage = two(far_end="sctp://192.0.2.1:36421")
    item = e.E2connectionUpdate_Item(address(1), "ric-service")
    stage.hear(m.E2connectionUpdate(9, e2_connection_update_modify=(item,)))
    assert stage.one(m.E2connectionUpdateAcknowledge).e2_connection_setup == (item,)
    stage.stimulate("service-update", change="modify")
    assert stage.events[-1].association == "2"


def test_an_unknown_address_cannot_be_changed() -> None:
    """To change what there is not fails; to remove it changes nothing."""
    stage = Stage().set_up()
    gone = (e.E2connectionUpdateRemove_Item(address(77)),)
    stage.hear(m.E2connectionUpdate(9, None, gone, (BOTH,)))
    answer = stage.one(m.E2connectionUpdateAcknowledge)
    assert [each.tnl_information for each in answer.e2_connection_setup_failed or ()] == [address(9)]


def test_an_answer_that_nobody_waits_for_is_not_given() -> None:
    """If the association on which it was asked for is gone, there is nobody to answer."""
    stage = two()
    stage.hear(m.E2connectionUpdate(9, (SERVICE,)), "2").over("2")
    join(stage, "3")
    stage.silent()


def test_the_number_of_associations_is_bounded() -> None:
    """What is beyond the bound has failed."""
    stage = Stage(most_associations=3).set_up()
    items = tuple(e.E2connectionUpdate_Item(address(number), "both") for number in range(20, 30))
    stage.hear(m.E2connectionUpdate(9, items))
    assert len(connects(stage)) == 3
    for name in ("2", "3"):
        stage.refused(name)
    assert len(stage.one(m.E2connectionUpdateAcknowledge).e2_connection_setup_failed or ()) == 10
    assert stage.blamed() == []
