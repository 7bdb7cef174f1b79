"""What flaws do to values."""

from oran_harness.peers.flaws import alteration
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.peers.flaws.near_rt_ric.script import GNB, WHY, setup_request

DELETE = m.RICsubscriptionDeleteRequest(e.RICrequestID(1, 2), 3)
SETUP = setup_request(GNB, 255)


def test_ids() -> None:
    """Others, in their range; an id that is not there is not made up."""
    assert alteration.other_transaction(SETUP).transaction_id == 0
    assert alteration.other_transaction(m.ResetResponse()) == m.ResetResponse()
    assert alteration.other_request(DELETE).ric_request_id == e.RICrequestID(1, 3)
    assert alteration.exchanged_request(DELETE).ric_request_id == e.RICrequestID(2, 1)
    assert alteration.put(ran_function_id=0)(DELETE) == m.RICsubscriptionDeleteRequest(e.RICrequestID(1, 2), 0)


def test_within() -> None:
    """Every field of the name, however deep, and nothing else."""
    changed = alteration.within(SETUP, ("ran_function_id", "plmn_id"), lambda value: b"747" if value == GNB.plmn else 9)
    assert [item.ran_function_id for item in changed.ran_functions_added or ()] == [9, 9]
    assert changed.global_e2_node_id is not None
    assert changed.global_e2_node_id[1].global_gnb_id.plmn_id == b"747"
    assert changed.e2_node_component_config_addition == SETUP.e2_node_component_config_addition
    assert alteration.within(SETUP, ("nothing",), lambda value: None) == SETUP


def test_ies() -> None:
    """Left out, in another order, with another criticality."""
    ies = codec("3.01").decode(codec("3.01").encode(SETUP)).ies
    assert [ie.id for ie in ies] == [49, 3, 10, 50]
    assert [ie.id for ie in alteration.without(49, 10)(ies)] == [3, 50]
    assert [ie.id for ie in alteration.exchanged(ies)] == [3, 49, 10, 50]
    changed = alteration.with_criticality(3, "notify")(ies)
    assert [ie.criticality for ie in changed if ie.id == 3] == ["notify"]
    assert changed[2:] == ies[2:]


def test_an_error_about_an_error() -> None:
    """It says what it is about: procedure 2."""
    echo = alteration.error_about_error(m.ErrorIndication(transaction_id=4, cause=WHY), "3.01")
    assert echo.transaction_id == 4
    assert echo.criticality_diagnostics is not None
    assert echo.criticality_diagnostics.procedure_code == 2
    assert alteration.unchanged(DELETE) is DELETE
