"""E2SM-KPM: its payloads and their types."""

from oran_harness.service_models.common.elements import RECORDS as COMMON_RECORDS
from oran_harness.service_models.kpm.elements import RECORDS
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import PayloadKind

KPM = ServiceModel(
    "kpm",
    {
        PayloadKind.FUNCTION_DEFINITION: "E2SM-KPM-RANfunction-Description",
        PayloadKind.EVENT_TRIGGER_DEFINITION: "E2SM-KPM-EventTriggerDefinition",
        PayloadKind.ACTION_DEFINITION: "E2SM-KPM-ActionDefinition",
        PayloadKind.INDICATION_HEADER: "E2SM-KPM-IndicationHeader",
        PayloadKind.INDICATION_MESSAGE: "E2SM-KPM-IndicationMessage",
    },
    {**COMMON_RECORDS, **RECORDS},
)
"""E2SM-KPM from 2.03 on; it has REPORT alone (KPM 7.5 to 7.7A)."""
