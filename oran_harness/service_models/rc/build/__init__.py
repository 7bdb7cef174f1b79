"""RC payloads by kind: plain arguments in, octets out.

* ``offer`` - what our node declares: styles, actions, RAN parameters
* ``definition`` - RAN function definitions
* ``parameters`` - RAN parameters: elements, structures, lists
* ``ready`` - parameters of particular control actions
* ``trigger``, ``action`` - event triggers and action definitions
* ``indication`` - indication headers and messages, call process IDs
* ``control``, ``query`` - requests and their outcomes
"""

from .action import action_definition, insert_action, policy_action, report_action
from .control import control, control_outcome, multiple_control, multiple_outcome
from .definition import function_definition
from .indication import (
    CellInformation,
    call_process_id,
    call_process_number,
    cells_message,
    insert_header,
    insert_message,
    neighbour,
    parameters_message,
    report_header,
    ue_parameters_message,
)
from .offer import OFFERS, Offer, offers
from .parameters import Parameters, comparison, element, listing, presence, structure
from .query import query, query_outcome_cells, query_outcome_ues
from .ready import drb_qos, handover_to, rrc_release, slice_quota
from .trigger import event_trigger

__all__ = [
    "OFFERS",
    "CellInformation",
    "Offer",
    "Parameters",
    "action_definition",
    "call_process_id",
    "call_process_number",
    "cells_message",
    "comparison",
    "control",
    "control_outcome",
    "drb_qos",
    "element",
    "event_trigger",
    "function_definition",
    "handover_to",
    "insert_action",
    "insert_header",
    "insert_message",
    "listing",
    "multiple_control",
    "multiple_outcome",
    "neighbour",
    "offers",
    "parameters_message",
    "policy_action",
    "presence",
    "query",
    "query_outcome_cells",
    "query_outcome_ues",
    "report_action",
    "report_header",
    "rrc_release",
    "slice_quota",
    "structure",
    "ue_parameters_message",
]
