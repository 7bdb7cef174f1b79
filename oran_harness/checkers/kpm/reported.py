"""What an indication message reports, walked once for all rules that ask (KPM 8.2.1.4)."""

from typing import Any

from oran_harness.checkers.observation import PayloadObserved, once
from oran_harness.service_models.kpm.jobs import messages
from oran_harness.service_models.kpm.measurement_list import MeasurementList, survey
from oran_harness.service_models.kpm.records import Report, reports


@once
def told(seen: PayloadObserved) -> tuple[tuple[int | None, Any], ...]:
    """The messages in an indication message, each with its Job ID."""
    return messages(seen.value)


@once
def reported(seen: PayloadObserved) -> tuple[Report, ...]:
    """The reports in an indication message."""
    return reports(seen.value)


@once
def surveyed(seen: PayloadObserved) -> tuple[MeasurementList | None, ...]:
    """The measurement list of each report, None for a report that goes by the one of its action."""
    lists = (report.content.meas_info_list for report in reported(seen))
    return tuple(survey(each) if each else None for each in lists)
