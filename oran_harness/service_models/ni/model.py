"""E2SM-NI: its payloads and their types."""

from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.ni.elements import RECORDS
from oran_harness.service_models.payload import PayloadKind

NI = ServiceModel(
    "ni",
    {
        PayloadKind.FUNCTION_DEFINITION: "E2SM-NI-RANfunction-Description",
        PayloadKind.EVENT_TRIGGER_DEFINITION: "E2SM-NI-EventTriggerDefinition",
        PayloadKind.ACTION_DEFINITION: "E2SM-NI-ActionDefinition",
        PayloadKind.INDICATION_HEADER: "E2SM-NI-IndicationHeader",
        PayloadKind.INDICATION_MESSAGE: "E2SM-NI-IndicationMessage",
        PayloadKind.CALL_PROCESS_ID: "E2SM-NI-CallProcessID",
        PayloadKind.CONTROL_HEADER: "E2SM-NI-ControlHeader",
        PayloadKind.CONTROL_MESSAGE: "E2SM-NI-ControlMessage",
        PayloadKind.CONTROL_OUTCOME: "E2SM-NI-ControlOutcome",
    },
    RECORDS,
)
"""E2SM-NI 1.00; it takes nothing from E2SM common, and has no QUERY (NI 5)."""
