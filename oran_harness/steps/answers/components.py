"""Acknowledgements of a node's components (E2AP 8.3.1, 8.3.5)."""

from collections.abc import Iterable
from typing import Any

from oran_harness.protocols.e2ap.elements import (
    E2nodeComponentConfigAdditionAck_Item,
    E2nodeComponentConfigRemovalAck_Item,
    E2nodeComponentConfigUpdateAck,
    E2nodeComponentConfigUpdateAck_Item,
    E2nodeComponentConfigurationAck,
)
from oran_harness.protocols.e2ap.engine import ComponentKey
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.messages import E2nodeConfigurationUpdate, E2setupRequest
from oran_harness.steps.answers.circumstances import Circumstances


def added(
    request: E2setupRequest | E2nodeConfigurationUpdate, circumstances: Circumstances
) -> tuple[E2nodeComponentConfigAdditionAck_Item, ...] | None:
    """The Addition Acknowledge list: all added; None if nothing was to be added."""
    done = E2nodeComponentConfigurationAck("success")
    keys = _keys(request.e2_node_component_config_addition)
    return tuple(E2nodeComponentConfigAdditionAck_Item(key.interface_type, key.id, done) for key in keys) or None  # type: ignore[arg-type]


def updated(
    request: E2setupRequest | E2nodeConfigurationUpdate, circumstances: Circumstances
) -> tuple[E2nodeComponentConfigUpdateAck_Item, ...] | None:
    """The Update Acknowledge list; failed are components that were never declared. None if none was to be updated."""
    items = request.e2_node_component_config_update
    if circumstances.first:
        success = E2nodeComponentConfigUpdateAck("success")
        named = present(items, "e2_node_component_type")
        return (
            tuple(
                E2nodeComponentConfigUpdateAck_Item(
                    e2_node_component_type=item.e2_node_component_type,
                    e2_node_component_id=item.e2_node_component_id,
                    e2_node_component_config_update_ack=success,
                )
                for item in named
            )
            or None
        )
    declared = _keys(request.e2_node_component_config_addition)
    return (
        tuple(
            E2nodeComponentConfigUpdateAck_Item(
                e2_node_component_id=key.id,
                e2_node_component_interface_type=key.interface_type,  # type: ignore[arg-type]
                e2_node_component_configuration_ack=_verdict(key, declared, circumstances),
            )
            for key in _keys(items)
        )
        or None
    )


def removed(
    request: E2nodeConfigurationUpdate, circumstances: Circumstances
) -> tuple[E2nodeComponentConfigRemovalAck_Item, ...] | None:
    """The Removal Acknowledge list; failed are components that were never declared. None if none was to be removed."""
    declared = _keys(request.e2_node_component_config_addition)
    return (
        tuple(
            E2nodeComponentConfigRemovalAck_Item(key.interface_type, key.id, _verdict(key, declared, circumstances))  # type: ignore[arg-type]
            for key in _keys(request.e2_node_component_config_removal)
        )
        or None
    )


def _verdict(
    key: ComponentKey, declared: Iterable[ComponentKey], circumstances: Circumstances
) -> E2nodeComponentConfigurationAck:
    engine = circumstances.engine
    known = engine is None or not engine.complete or ComponentKey.of(*key) in engine.components
    if known or key in declared:
        return E2nodeComponentConfigurationAck("success")
    return E2nodeComponentConfigurationAck("failure", circumstances.cause("e2node-component-unknown"))


def _keys(items: Iterable[Any] | None) -> tuple[ComponentKey, ...]:
    """The components of a list, each once."""
    named = present(items, "e2_node_component_interface_type", "e2_node_component_id")
    keys = (ComponentKey(item.e2_node_component_interface_type, item.e2_node_component_id) for item in named)
    return tuple(dict.fromkeys(keys))
