"""Plain answers to the procedures of the interface itself (E2AP 8.3)."""

from collections.abc import Iterable, Mapping
from typing import Any

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.elements import (
    Cause,
    E2connectionSetupFailed_Item,
    GlobalRIC_ID,
    RANfunction_Item,
    RANfunctionID_Item,
    RANfunctionIDcause_Item,
)
from oran_harness.protocols.e2ap.engine import Association, FunctionStatus
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2connectionUpdate,
    E2connectionUpdateAcknowledge,
    E2nodeConfigurationUpdate,
    E2nodeConfigurationUpdateAcknowledge,
    E2RemovalRequest,
    E2RemovalResponse,
    E2setupRequest,
    E2setupResponse,
    ResetRequest,
    ResetResponse,
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
)
from oran_harness.steps.answers import components
from oran_harness.steps.answers.circumstances import Circumstances
from oran_harness.steps.answers.identity import GLOBAL_RIC_ID
from oran_harness.steps.causes import FIRST_EDITION

BREATH_S = 0.01
"""Seconds that a node has for itself after its E2 Setup, before anything else happens on its association."""
RESERVED_FUNCTION = 0
"""The RAN Function ID that is the RIC's own (9.2.8): never accepted."""


def setup(request: E2setupRequest, circumstances: Circumstances) -> Message | None:
    """E2 Setup (8.3.1)."""
    return setup_response(request, edition=circumstances.edition, identity=circumstances.identity)


def setup_response(
    request: E2setupRequest,
    *,
    edition: str,
    identity: GlobalRIC_ID = GLOBAL_RIC_ID,
    rejected: Mapping[int, Cause] | None = None,
) -> E2setupResponse | None:
    """The E2 Setup Response (8.3.1.2): each offered function in one list, each component acknowledged.

    Functions are accepted but for those in ``rejected``, and id 0. None for a request without Transaction ID or,
    since edition 2.03, without components, which a response must acknowledge.
    """
    circumstances = Circumstances(Role.NEAR_RT_RIC, edition, identity)
    offered = {item.ran_function_id: item for item in _items(request.ran_functions_added)}
    refused = dict(rejected or {})
    if RESERVED_FUNCTION in offered:
        refused[RESERVED_FUNCTION] = circumstances.cause("ran-function-not-supported")
    accepted = tuple(
        RANfunctionID_Item(identifier, item.ran_function_revision)
        for identifier, item in offered.items()
        if identifier not in refused
    )
    turned_down = tuple(RANfunctionIDcause_Item(each, refused[each]) for each in offered if each in refused)
    if edition == FIRST_EDITION:
        return E2setupResponse(
            global_ric_id=identity,
            ran_functions_accepted=accepted or None,
            ran_functions_rejected=turned_down or None,
            e2_node_component_config_update_ack=components.updated(request, circumstances),
        )
    acknowledged = components.added(request, circumstances)
    if request.transaction_id is None or acknowledged is None:
        return None
    return E2setupResponse(
        transaction_id=request.transaction_id,
        global_ric_id=identity,
        ran_functions_accepted=accepted or None,
        ran_functions_rejected=turned_down or None,
        e2_node_component_config_addition_ack=acknowledged,
    )


def reset(request: ResetRequest, circumstances: Circumstances) -> Message | None:
    """Reset (8.3.2), by either role."""
    if _unnamed(request, circumstances):
        return None
    return ResetResponse(transaction_id=_transaction_id(request, circumstances))


def removal(request: E2RemovalRequest, circumstances: Circumstances) -> Message | None:
    """E2 Removal (8.3.7), by either role."""
    return None if request.transaction_id is None else E2RemovalResponse(transaction_id=request.transaction_id)


def service_update(request: RICserviceUpdate, circumstances: Circumstances) -> Message | None:
    """RIC Service Update (8.3.4): what is added is accepted, what is unknown can be neither modified nor deleted."""
    if _unnamed(request, circumstances):
        return None
    changed = (*_items(request.ran_functions_modified), *_items(request.ran_functions_deleted))
    fine = [
        *(item for item in _items(request.ran_functions_added) if item.ran_function_id != RESERVED_FUNCTION),
        *(item for item in changed if circumstances.offers(item.ran_function_id)),
    ]
    accepted = {
        item.ran_function_id: RANfunctionID_Item(item.ran_function_id, item.ran_function_revision) for item in fine
    }
    cause = circumstances.cause("ran-function-not-supported")
    rejected = {
        item.ran_function_id: RANfunctionIDcause_Item(item.ran_function_id, cause)
        for item in (*_items(request.ran_functions_added), *changed)
        if item.ran_function_id not in accepted
    }
    if rejected and not accepted:
        return circumstances.refuse(request, "ran-function-not-supported")
    return RICserviceUpdateAcknowledge(
        transaction_id=_transaction_id(request, circumstances),
        ran_functions_accepted=tuple(accepted.values()) or None,
        ran_functions_rejected=tuple(rejected.values()) or None,
    )


def configuration_update(request: E2nodeConfigurationUpdate, circumstances: Circumstances) -> Message | None:
    """E2 Node Configuration Update (8.3.5): a component that was never declared is acknowledged as failed."""
    if _unnamed(request, circumstances):
        return None
    if circumstances.first:
        acknowledged = components.updated(request, circumstances)
        return E2nodeConfigurationUpdateAcknowledge(e2_node_component_config_update_ack=acknowledged)
    return E2nodeConfigurationUpdateAcknowledge(
        transaction_id=request.transaction_id,
        e2_node_component_config_addition_ack=components.added(request, circumstances),
        e2_node_component_config_update_ack=components.updated(request, circumstances),
        e2_node_component_config_removal_ack=components.removed(request, circumstances),
    )


def connection_update(request: E2connectionUpdate, circumstances: Circumstances) -> Message | None:
    """E2 Connection Update (8.3.6): we stay with the one association, so that none of the others is set up."""
    if _unnamed(request, circumstances):
        return None
    cause = circumstances.cause("transport-resource-unavailable")
    wanted = (
        *present(request.e2_connection_update_add, "tnl_information"),
        *present(request.e2_connection_update_modify, "tnl_information"),
    )
    failed = {item.tnl_information: E2connectionSetupFailed_Item(item.tnl_information, cause) for item in wanted}
    return E2connectionUpdateAcknowledge(
        transaction_id=_transaction_id(request, circumstances),
        e2_connection_setup_failed=tuple(failed.values()) or None,
    )


def update_after_query(
    query: RICserviceQuery, *, engine: Association, edition: str, transaction_id: int | None
) -> RICserviceUpdate:
    """The RIC Service Update that a node starts after a RIC Service Query (8.3.4A).

    Without a list in the query it adds all functions; with one it adds, modifies and deletes until both ends agree.
    ``transaction_id`` is the new procedure's own; E2AP 1.01 has none.
    """
    offered = {
        function.id: RANfunction_Item(function.id, function.definition, function.revision, function.oid)
        for function in engine.functions.values()
        if function.status is not FunctionStatus.DELETED
    }
    name = None if edition == FIRST_EDITION else transaction_id
    if query.ran_functions_accepted is None:
        return RICserviceUpdate(transaction_id=name, ran_functions_added=tuple(offered.values()) or None)
    held = {item.ran_function_id: item.ran_function_revision for item in _items(query.ran_functions_accepted)}
    added = tuple(item for identifier, item in offered.items() if identifier not in held)
    modified = tuple(
        item for identifier, item in offered.items() if held.get(identifier) not in (None, item.ran_function_revision)
    )
    deleted = tuple(
        RANfunctionID_Item(identifier, revision) for identifier, revision in held.items() if identifier not in offered
    )
    return RICserviceUpdate(
        transaction_id=name,
        ran_functions_added=added or None,
        ran_functions_modified=modified or None,
        ran_functions_deleted=deleted or None,
    )


def _items(items: Iterable[Any] | None) -> tuple[Any, ...]:
    """The items of a list of functions that could be read."""
    return present(items, "ran_function_id", "ran_function_revision")


def _unnamed(request: Any, circumstances: Circumstances) -> bool:
    """Whether the request lacks the Transaction ID that its answer must repeat."""
    return not circumstances.first and request.transaction_id is None


def _transaction_id(request: Any, circumstances: Circumstances) -> int | None:
    return None if circumstances.first else request.transaction_id
