"""A component of an E2 node."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.engine import Component, ComponentKey
from tests.protocols.e2ap.engine.conversation import component_id


def test_a_component_is_known_by_its_key() -> None:
    """Two components of one interface type differ by their ids."""
    one, other = (ComponentKey("f1", component_id(name)) for name in (1, 2))  # type: ignore[arg-type]
    held = {one: Component(one, 1), other: Component(other, 1, accepted=True)}
    assert held[ComponentKey("f1", component_id(1))].accepted is None  # type: ignore[arg-type]


def test_editions_agree_on_an_e1_interface() -> None:
    """One E1 interface has one key, however an edition names the member of its id (E2AP 9.2.26)."""
    names = (e.E2nodeComponentInterfaceE1(gnb_cu_cp_id=7), e.E2nodeComponentInterfaceE1(gnb_cu_up_id=7))
    keys = [ComponentKey.of("e1", ("e2nodeComponentInterfaceTypeE1", name)) for name in names]
    assert keys[0] == keys[1]
    assert keys[0] != ComponentKey.of("e1", ("e2nodeComponentInterfaceTypeE1", e.E2nodeComponentInterfaceE1(None, 8)))
