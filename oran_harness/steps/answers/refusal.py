"""The unsuccessful outcome of a request."""

from typing import Any

from oran_harness.protocols.e2ap.elements import (
    Cause,
    CriticalityDiagnostics,
    RANfunctionIDcause_Item,
    RICaction_NotAdmitted_Item,
)
from oran_harness.protocols.e2ap.engine.tally import present
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES, RICserviceUpdate, RICsubscriptionRequest
from oran_harness.protocols.e2ap.tables import tables

_REFUSALS = {each.PROCEDURE_CODE: each for each in MESSAGES if each.OUTCOME == "unsuccessfulOutcome"}
_IDS = (
    "transaction_id",
    "ric_request_id",
    "ran_function_id",
    "ric_call_process_id",
    "ric_load_measurement_id",
    "e2_node_load_measurement_id",
)
_LOAD_STATUS = 18


def refusal(
    request: Message,
    cause: Cause,
    edition: str,
    *,
    diagnostics: CriticalityDiagnostics | None = None,
    time_to_wait: int | None = None,
) -> Message | None:
    """The request's unsuccessful outcome, with the request's ids; what the edition does not have is left out.

    ``time_to_wait`` is in seconds. None where the procedure, in that edition, has no such message (Reset), or where
    the request lacks an id that it needs.
    """
    kind = _REFUSALS.get(request.PROCEDURE_CODE)
    table = tables(edition)
    if kind is None or table.message_name(kind.PROCEDURE_CODE, kind.OUTCOME) != kind.NAME:
        return None
    values: dict[str, Any] = {name: getattr(request, name, None) for name in _IDS}
    values |= {"cause": cause, "criticality_diagnostics": diagnostics, "time_to_wait": time_to_wait}
    values |= _lists(request, cause)
    if kind.PROCEDURE_CODE == _LOAD_STATUS and values["e2_node_load_measurement_id"] is None:
        # Mandatory even where the node has given none yet: its value is open (8.2.8.3).
        values["e2_node_load_measurement_id"] = values["ric_load_measurement_id"]
    names = dict(kind.IES)
    rows = {names[row.id]: row for row in table.ies(kind.NAME)}
    if any(row.mandatory and values.get(name) is None for name, row in rows.items()):
        return None
    return kind(**{name: value for name, value in values.items() if name in rows and value is not None})


def _lists(request: Message, cause: Cause) -> dict[str, Any]:
    """The lists that E2AP 1.01 has in place of a cause."""
    if isinstance(request, RICsubscriptionRequest):
        details = request.ric_subscription_details
        actions = present(None if details is None else details.ric_action_to_be_setup_list, "ric_action_id")
        refused = dict.fromkeys(item.ric_action_id for item in actions)
        return {"ric_actions_not_admitted": tuple(RICaction_NotAdmitted_Item(each, cause) for each in refused) or None}
    if isinstance(request, RICserviceUpdate):
        changed = (
            *present(request.ran_functions_added, "ran_function_id"),
            *present(request.ran_functions_modified, "ran_function_id"),
        )
        deleted = present(request.ran_functions_deleted, "ran_function_id")
        refused = dict.fromkeys((*(e.ran_function_id for e in changed), *(e.ran_function_id for e in deleted)))
        return {"ran_functions_rejected": tuple(RANfunctionIDcause_Item(each, cause) for each in refused) or None}
    return {}
