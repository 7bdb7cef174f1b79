"""E2 Node Configuration Update and E2 Connection Update (E2AP 8.3.5, 8.3.6)."""

from collections.abc import Hashable, Iterable
from typing import Any

from oran_harness.protocols.e2ap.engine.handlers.component_lists import (
    declare,
    judge_acknowledgements,
    judge_updated,
    remove,
)
from oran_harness.protocols.e2ap.engine.handlers.refusal import note_time_to_wait
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.tally import tally
from oran_harness.protocols.e2ap.engine.turn import Turn, listed
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2connectionUpdateFailure,
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2nodeConfigurationUpdateFailure,
)


def update(turn: Turn, message: E2nodeConfigurationUpdate) -> None:
    """The node tells changes; as first message it ties a further association to the node (8.3.6.2)."""
    records = turn.records
    if message.global_e2_node_id is not None:
        records.node_id = message.global_e2_node_id
    if records.state is not AssociationState.NEW:
        return
    # What was agreed on the node's other associations is not seen here.
    records.doubt()
    if message.global_e2_node_id is None:
        turn.irregular(
            IrregularityKind.JOINED_WITHOUT_NODE_ID,
            f"{turn.name} begins an association without the Global E2 Node ID",
            expected="the Global E2 Node ID, to tie the association to its node",
            actual="none",
        )


def update_acknowledge(turn: Turn, message: E2nodeConfigurationUpdateAcknowledge) -> None:
    """The RIC acknowledges each component by lists (8.3.5.2)."""
    run = turn.answers
    if run is None or not isinstance(run.request, E2nodeConfigurationUpdate):
        turn.records.components_known = False
        return
    sent = run.request
    added = judge_acknowledgements(
        turn, "addition", sent.e2_node_component_config_addition, message.e2_node_component_config_addition_ack
    )
    declare(turn, sent.e2_node_component_config_addition, added, run.request_n)
    updated = judge_acknowledgements(
        turn, "update", sent.e2_node_component_config_update, message.e2_node_component_config_update_ack
    )
    judge_updated(turn, updated)
    removed = judge_acknowledgements(
        turn, "removal", sent.e2_node_component_config_removal, message.e2_node_component_config_removal_ack
    )
    remove(turn, removed)
    turn.records.components_known &= run.intact


def update_failure(turn: Turn, message: E2nodeConfigurationUpdateFailure) -> None:
    """The RIC refuses: both keep what they had, and the node waits (8.3.5.3)."""
    note_time_to_wait(turn, message.time_to_wait)


def connection_update(turn: Turn, message: E2connectionUpdate) -> None:
    """The RIC asks for other associations; nothing changes before the answer."""


def connection_acknowledge(turn: Turn, message: E2connectionUpdateAcknowledge) -> None:
    """The node reports each connection as set up or failed (8.3.6.2)."""
    run = turn.answers
    if message.e2_connection_setup:
        # From now on another association may carry what belongs to this interface.
        turn.records.doubt()
    if run is None or not isinstance(run.request, E2connectionUpdate):
        return
    added = _addresses(run.request.e2_connection_update_add)
    changed = (
        *_addresses(run.request.e2_connection_update_modify),
        *_addresses(run.request.e2_connection_update_remove),
    )
    answered = (*_addresses(message.e2_connection_setup), *_addresses(message.e2_connection_setup_failed))
    found = tally(added, answered)
    unasked = [address for address in found.unasked if address not in set(changed)]
    expected = f"each connection to add once, set up or failed: {_named(added)}"
    if found.unanswered:
        turn.irregular(
            IrregularityKind.CONNECTION_NOT_REPORTED,
            f"{turn.name} does not report connections to add: {_named(found.unanswered)}",
            expected=expected,
            actual=f"reported: {_named(answered)}",
            certain=turn.whole,
        )
    if unasked:
        turn.irregular(
            IrregularityKind.CONNECTION_NEVER_ASKED,
            f"{turn.name} reports connections that were not asked for: {_named(unasked)}",
            expected=expected,
            actual=f"reported: {_named(answered)}",
            certain=run.intact and not turn.mispaired,
        )


def connection_failure(turn: Turn, message: E2connectionUpdateFailure) -> None:
    """The node refuses: connections stay as they were, and the RIC waits (8.3.6.3)."""
    note_time_to_wait(turn, message.time_to_wait)


def _addresses(items: Iterable[Any] | None) -> tuple[Hashable, ...]:
    """The transport addresses of a list's items, without the ports: a node may add one that was not given."""
    found = (getattr(getattr(item, "tnl_information", None), "tnl_address", None) for item in items or ())
    return tuple(address for address in found if address is not None)


def _named(addresses: Iterable[Hashable]) -> str:
    return listed(getattr(address, "octets", b"").hex() or str(address) for address in addresses)
