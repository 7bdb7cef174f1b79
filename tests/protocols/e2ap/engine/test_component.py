"""A component of an E2 node."""

from oran_harness.protocols.e2ap.engine import Component, ComponentKey
from tests.protocols.e2ap.engine.conversation import component_id


def test_a_component_is_known_by_its_key() -> None:
    """Two components of one interface type differ by their ids."""
    one, other = (ComponentKey("f1", component_id(name)) for name in (1, 2))  # type: ignore[arg-type]
    held = {one: Component(one, 1), other: Component(other, 1, accepted=True)}
    assert held[ComponentKey("f1", component_id(1))].accepted is None  # type: ignore[arg-type]
