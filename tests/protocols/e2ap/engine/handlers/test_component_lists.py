"""E2 node components declared, changed and removed."""

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap.engine import ComponentKey
from oran_harness.protocols.e2ap.engine.handlers.component_lists import key_of
from tests.protocols.e2ap.engine.conversation import component, component_id, fresh, setup_request, setup_response


def test_a_component_is_named_by_interface_and_id() -> None:
    """Interface type and component id together name a component (E2AP 9.2.26)."""
    assert key_of(component(3)) == ComponentKey("f1", component_id(3))  # type: ignore[arg-type]
    assert key_of(e.E2nodeComponentConfigUpdate_Item()) is None


def test_irregularities_name_components_for_people() -> None:
    """The text says which component, not how Python writes it."""
    talk = fresh()
    talk.node(setup_request(components=(1, 2)))
    talk.ric(setup_response(components=(1,)))
    assert "f1 gNB-DU-ID 2" in talk.found[0].message
