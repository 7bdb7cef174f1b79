"""E2SM-RC: its payloads and their types."""

from oran_harness.service_models.common.elements import RECORDS as COMMON_RECORDS
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.elements import RECORDS

RC = ServiceModel(
    "rc",
    {
        PayloadKind.FUNCTION_DEFINITION: "E2SM-RC-RANFunctionDefinition",
        PayloadKind.EVENT_TRIGGER_DEFINITION: "E2SM-RC-EventTrigger",
        PayloadKind.ACTION_DEFINITION: "E2SM-RC-ActionDefinition",
        PayloadKind.INDICATION_HEADER: "E2SM-RC-IndicationHeader",
        PayloadKind.INDICATION_MESSAGE: "E2SM-RC-IndicationMessage",
        PayloadKind.CALL_PROCESS_ID: "E2SM-RC-CallProcessID",
        PayloadKind.CONTROL_HEADER: "E2SM-RC-ControlHeader",
        PayloadKind.CONTROL_MESSAGE: "E2SM-RC-ControlMessage",
        PayloadKind.CONTROL_OUTCOME: "E2SM-RC-ControlOutcome",
        PayloadKind.QUERY_HEADER: "E2SM-RC-QueryHeader",
        PayloadKind.QUERY_DEFINITION: "E2SM-RC-QueryDefinition",
        PayloadKind.QUERY_OUTCOME: "E2SM-RC-QueryOutcome",
    },
    {**COMMON_RECORDS, **RECORDS},
)
"""E2SM-RC from 1.03 on; QUERY came after 1.03 (RC 7.8)."""
