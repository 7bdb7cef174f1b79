"""E2SM-KPM's payloads."""

from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind


def test_kpm_reports_and_does_nothing_else() -> None:
    """KPM has REPORT alone: no call process, no control, no query."""
    assert set(KPM.types) == {
        PayloadKind.FUNCTION_DEFINITION,
        PayloadKind.EVENT_TRIGGER_DEFINITION,
        PayloadKind.ACTION_DEFINITION,
        PayloadKind.INDICATION_HEADER,
        PayloadKind.INDICATION_MESSAGE,
    }
    assert all(KPM.editions_with(kind) == KPM.editions for kind in KPM.types)
