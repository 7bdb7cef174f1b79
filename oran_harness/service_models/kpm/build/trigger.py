"""KPM event triggers (KPM 7.3, 8.2.1.1)."""

from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_EventTriggerDefinition,
    E2SM_KPM_EventTriggerDefinition_Format1,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind


def event_trigger(period_ms: int, edition: str) -> bytes:
    """The event trigger of style 1, Periodic Report.

    ``period_ms`` is the reporting period, 1..4294967295 ms; raises ``EncodeError`` for another.
    """
    content = E2SM_KPM_EventTriggerDefinition_Format1(period_ms)
    value = E2SM_KPM_EventTriggerDefinition(("eventDefinition-Format1", content))
    return KPM.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, value, edition)
