"""E2 Node Configuration Update (E2AP 8.3.5)."""

from collections.abc import Callable, Iterable
from typing import Any

from oran_harness.peers.e2_node.initiation import Begun, begin, wait
from oran_harness.peers.e2_node.link import Link, LinkState
from oran_harness.peers.e2_node.own_requests import OwnRequest
from oran_harness.peers.e2_node.state import State
from oran_harness.peers.e2_node.turn import Turn
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2nodeConfigurationUpdateFailure,
)
from oran_harness.steps.node_components import NodeComponent
from oran_harness.steps.offers import another_component
from oran_harness.steps.offers import configuration_update as update_message

CODE = E2nodeConfigurationUpdate.PROCEDURE_CODE
CHANGES = ("add", "update", "remove", "none")


def join(state: State, link: Link, now: float) -> None:
    """Tie a further association to this node: its first message names the node (8.3.6.2)."""
    begin(state, CODE, now, lambda number: update_message(state.offer, number, identify=True), link=link.name)


def change(state: State, what: str, now: float) -> Begun:
    """Tell the RIC of a change: a component more, changed or gone, or none at all."""
    build: dict[str, Callable[[int | None], Message]] = {
        "add": lambda number: update_message(state.offer, number, added=(another_component(state.offer),)),
        "update": lambda number: update_message(state.offer, number, updated=state.components[:1]),
        "remove": lambda number: update_message(state.offer, number, removed=state.components[-1:]),
        "none": lambda number: update_message(state.offer, number),
    }
    if what not in build:
        return Begun(reason=f"there is no change {what!r}; choose one of {', '.join(CHANGES)}")
    if what in ("update", "remove") and not state.components:
        return Begun(reason="there is no component left")
    return begin(state, CODE, now, build[what])


def let_go(state: State, now: float) -> Begun:
    """Tell the RIC that the oldest association will be removed; it is closed when the RIC has acknowledged that.

    It is told on another one: no node gives up its last association so.
    """
    staying = [link for link in state.links.values() if link.state is LinkState.READY]
    if len(staying) < 2:
        return Begun(reason="there is no other association that stays")
    addresses = staying[0].addresses
    if addresses is None:
        return Begun(reason="the addresses of the association are not known as IP addresses and ports")
    return begin(
        state, CODE, now, lambda number: update_message(state.offer, number, leaving=(addresses,)), link=staying[1].name
    )


def acknowledge(turn: Turn, message: E2nodeConfigurationUpdateAcknowledge, request: OwnRequest) -> None:
    """The RIC has taken the changes, or some of them: those are in force (8.3.5.2)."""
    state = turn.state
    if turn.link.state is LinkState.JOINING:
        turn.link.state = LinkState.READY
        turn.link.attempts = 0
    sent = request.message
    assert isinstance(sent, E2nodeConfigurationUpdate)
    _close(state, sent)
    added = {_key(each) for each in sent.e2_node_component_config_addition or ()}
    removed = {_key(each) for each in sent.e2_node_component_config_removal or ()}
    added -= _failed(message.e2_node_component_config_addition_ack)
    removed -= _failed(message.e2_node_component_config_removal_ack)
    present = {(each.interface, each.id) for each in state.components}
    fresh = tuple(
        NodeComponent(
            each.e2_node_component_interface_type,
            each.e2_node_component_id,
            each.e2_node_component_configuration.e2_node_component_request_part,
            each.e2_node_component_configuration.e2_node_component_response_part,
        )
        for each in sent.e2_node_component_config_addition or ()
        if _key(each) in added - present
    )
    kept = tuple(each for each in state.components if (each.interface, each.id) not in removed)
    state.components = (*kept, *fresh)


def failure(turn: Turn, message: E2nodeConfigurationUpdateFailure, request: OwnRequest) -> None:
    """The RIC refuses: all stays as it was; with a Time to Wait we try again after it (8.3.5.3)."""
    if wait(turn.state, CODE, message.time_to_wait, turn.now) and request.again is not None:
        request.again(request.attempts, turn.now)
    elif turn.link.state is LinkState.JOINING:
        # An association that belongs to no node is of no use.
        turn.state.end(turn.link)


def _close(state: State, sent: E2nodeConfigurationUpdate) -> None:
    """End the associations that the update lists, unless no other one is left."""
    listed = {(item.tnl_information, item.tnl_information_ric) for item in sent.e2_node_tnl_association_removal or ()}
    leaving = [link for link in state.links.values() if link.addresses in listed]
    if any(link.in_use for link in state.links.values() if link not in leaving):
        for link in leaving:
            state.end(link)


def _key(item: Any) -> tuple[Any, Any]:
    return item.e2_node_component_interface_type, item.e2_node_component_id


def _failed(items: Iterable[Any] | None) -> set[tuple[Any, Any]]:
    return {_key(item) for item in items or () if item.e2_node_component_configuration_ack.update_outcome == "failure"}
