"""The components of our E2 node."""

import pytest

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.steps.node_components import components_of, global_enb, global_gnb, one_more

PLMN = bytes.fromhex("00f110")
KINDS = {
    "gnb": ["ng", "f1"],
    "cu-cp": ["ng", "e1", "f1"],
    "cu-up": ["e1"],
    "du": ["f1"],
    "enb": ["s1", "x2"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_ends_its_interfaces(kind: str) -> None:
    """A CU has core and split interfaces, a DU F1 alone, an eNB those of LTE."""
    found = components_of(kind, "3.01", PLMN, 7)
    assert [each.interface for each in found] == KINDS[kind]
    assert all(each.request and each.response for each in found)


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_always_one_more(kind: str) -> None:
    """Another far end of an interface that the node ends, which it does not have yet."""
    present = components_of(kind, "3.01", PLMN, 7)
    for _ in range(3):
        fresh = one_more(kind, "3.01", PLMN, 7, present)
        assert (fresh.interface, fresh.id) not in {(each.interface, each.id) for each in present}
        present = (*present, fresh)


def test_one_more_of_a_named_interface() -> None:
    """A neighbour, whose interface our node does not offer by itself."""
    neighbour = one_more("gnb", "3.01", PLMN, 7, interface="xn")
    assert (neighbour.interface, neighbour.id[0]) == ("xn", "e2nodeComponentInterfaceTypeXn")
    assert one_more("gnb", "3.01", PLMN, 7, (neighbour,), "xn").id != neighbour.id


def test_an_e1_interface_is_named_as_the_edition_does() -> None:
    """2.03 calls the member after the CU-CP, later editions after the CU-UP."""
    (old,), (new,) = (components_of("cu-up", edition, PLMN, 7) for edition in ("2.03", "3.01"))
    assert old.id[1] == e.E2nodeComponentInterfaceE1(gnb_cu_cp_id=7)
    assert new.id[1] == e.E2nodeComponentInterfaceE1(gnb_cu_up_id=7)


def test_items_name_the_component() -> None:
    """Addition, update and removal have the same interface and id; the removal has no configuration."""
    (component,) = components_of("du", "3.01", PLMN, 7)
    identity = ("e2nodeComponentInterfaceTypeF1", e.E2nodeComponentInterfaceF1(7))
    for item in (component.addition, component.update, component.removal):
        assert (item.e2_node_component_interface_type, item.e2_node_component_id) == ("f1", identity)
    configuration = component.addition.e2_node_component_configuration
    assert configuration.e2_node_component_request_part == component.request
    assert component.update.e2_node_component_configuration == configuration


def test_the_first_edition_tells_parts_of_nodes() -> None:
    """E2AP 1.01 names a part by its type, and its configuration by the protocol."""
    parts = {each.interface: each.update_of_1_01 for each in components_of("cu-cp", "1.01", PLMN, 7)}
    assert parts["ng"].e2_node_component_type == "gNB"
    assert parts["ng"].e2_node_component_id is None
    assert parts["e1"].e2_node_component_id == ("e2nodeComponentTypeGNB-CU-UP", e.E2nodeComponentGNB_CU_UP_ID(7))
    assert parts["f1"].e2_node_component_id == ("e2nodeComponentTypeGNB-DU", e.E2nodeComponentGNB_DU_ID(7))
    (s1, _) = components_of("enb", "1.01", PLMN, 7)
    assert s1.update_of_1_01.e2_node_component_type == "eNB"


def test_ids_have_their_lengths() -> None:
    """A gNB-ID has 28 bits here, a macro eNB-ID 20."""
    assert global_gnb(PLMN, 1).gnb_id[1] == (bytes.fromhex("00000010"), 28)
    assert global_enb(PLMN, 1).enb_id[1] == (bytes.fromhex("000010"), 20)


@pytest.mark.parametrize(("bits", "octets"), [(22, "00001c"), (28, "00000070"), (29, "00000038"), (32, "00000007")])
def test_a_gnb_id_has_the_length_that_is_wanted(bits: int, octets: str) -> None:
    """Left-aligned in its octets, and the same in the NG Setup that the node had with its AMF."""
    assert global_gnb(PLMN, 7, bits).gnb_id == ("gnb-ID", BitString(bytes.fromhex(octets), bits))
    ng = components_of("gnb", "3.01", PLMN, 7, bits)[0]
    assert bytes.fromhex(f"00{PLMN.hex()}{bits - 22 << 3:02x}{octets}") in ng.request
