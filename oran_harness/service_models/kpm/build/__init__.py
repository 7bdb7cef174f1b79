"""KPM payloads by kind: plain arguments in, octets out.

* ``catalogue`` - measurements of 3GPP TS 28.552: unit, type, object, labels
* ``definition`` - RAN function definitions
* ``trigger`` - event triggers
* ``labels``, ``conditions`` - what measurements are split by, and which UEs match
* ``action`` - action definitions of report styles 1 to 5
* ``indication`` - indication headers and messages
* ``jobs`` - both for report style 255, made of those of other styles
"""

from .action import action_definition
from .catalogue import CATALOGUE, Bins, Measurement, names
from .conditions import condition, reporting_conditions
from .definition import function_definition
from .indication import (
    NOT_SATISFIED,
    indication_header,
    indication_message,
    matched_indication_message,
    ue_indication_message,
)
from .jobs import job, job_message, multiple_action_definition, multiple_indication_message
from .labels import (
    average_label,
    bin_label,
    five_qi_label,
    max_label,
    min_label,
    no_label,
    plmn_label,
    slice_label,
    sum_label,
)
from .trigger import event_trigger

__all__ = [
    "CATALOGUE",
    "NOT_SATISFIED",
    "Bins",
    "Measurement",
    "action_definition",
    "average_label",
    "bin_label",
    "condition",
    "event_trigger",
    "five_qi_label",
    "function_definition",
    "indication_header",
    "indication_message",
    "job",
    "job_message",
    "matched_indication_message",
    "max_label",
    "min_label",
    "multiple_action_definition",
    "multiple_indication_message",
    "names",
    "no_label",
    "plmn_label",
    "reporting_conditions",
    "slice_label",
    "sum_label",
    "ue_indication_message",
]
