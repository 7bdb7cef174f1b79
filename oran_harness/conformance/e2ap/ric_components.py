"""The account that a RIC owes of each component of a node's configuration (E2AP 8.3.1, 8.3.5)."""

from collections.abc import Collection, Iterable

from oran_harness.protocols.e2ap.elements import (
    E2nodeComponentConfigAdditionAck_Item,
    E2nodeComponentConfigRemovalAck_Item,
    E2nodeComponentConfigUpdateAck_Item,
)
from oran_harness.steps import check
from oran_harness.steps.node_components import NodeComponent

Acknowledgement = (
    E2nodeComponentConfigAdditionAck_Item | E2nodeComponentConfigUpdateAck_Item | E2nodeComponentConfigRemovalAck_Item
)
_SHOWN = 6


def check_components(
    asked: Collection[NodeComponent], acknowledged: Iterable[Acknowledgement] | None, *, answer: str
) -> None:
    """Each component of a request is in the acknowledge list, by interface type and id, and no other is."""
    wanted = [str((each.interface, each.id)) for each in asked]
    found = [str((each.e2_node_component_interface_type, each.e2_node_component_id)) for each in acknowledged or ()]
    check(
        sorted(wanted) == sorted(found),
        f"{answer} acknowledges each component of the request once, under its interface type and id, and no other",
        expected=_text(wanted),
        actual=_text(found),
    )


def failed(acknowledged: Iterable[Acknowledgement] | None) -> bool:
    """Whether some component's outcome is failure."""
    acks = (each.e2_node_component_configuration_ack for each in acknowledged or ())
    return any(ack is not None and ack.update_outcome == "failure" for ack in acks)


def _text(components: list[str]) -> str:
    if len(components) > _SHOWN:
        return f"{len(components)} components, the first of them {components[0]}"
    return "; ".join(components) or "none"
