"""What the action of an indication asked for, job by job: worked out once for all of its indications (KPM 7.4.7)."""

import functools
from collections.abc import Mapping
from typing import Any

from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.payloads import standing
from oran_harness.service_models import PayloadKind, format_of, style_of
from oran_harness.service_models.kpm.elements import MeasurementInfoItem
from oran_harness.service_models.kpm.jobs import definitions, job_definitions
from oran_harness.service_models.kpm.measurement_list import MeasurementList, survey
from oran_harness.service_models.kpm.records import subscribed_measurements

_MATCHING = 3
_CACHED = 16
"""Actions that are kept; one of style 255 has up to 65,535 jobs."""


def asked_of_jobs(seen: PayloadObserved) -> Mapping[int, Any]:
    """The action definition that each job of its action goes by, by Job ID; empty for other styles than 255."""
    return {} if seen.action_definition is None else _of_jobs(seen.action_definition.octets)


def asked_form(seen: PayloadObserved) -> tuple[int | None, int | None]:
    """The RIC Style Type and the format of its action; None for what is not known."""
    return (None, None) if seen.action_definition is None else _form(seen.action_definition.octets)


def asked_measurements(seen: PayloadObserved, job_id: int | None) -> MeasurementList | None:
    """The measurements that its action asked for, or that job of it; None where the action is not known."""
    return None if seen.action_definition is None else _measurements(seen.action_definition.octets, job_id)


def may_withhold(seen: PayloadObserved) -> bool:
    """Whether its action has conditions under which values are withheld; false where the action is not known."""
    return seen.action_definition is not None and _conditional(seen.action_definition.octets)


@functools.lru_cache(maxsize=_CACHED)
def _of_jobs(action_definition: bytes) -> Mapping[int, Any]:
    return job_definitions(_value(action_definition))


@functools.lru_cache(maxsize=_CACHED)
def _form(action_definition: bytes) -> tuple[int | None, int | None]:
    value = _value(action_definition)
    return style_of(value), format_of(value)


@functools.lru_cache(maxsize=_CACHED)
def _measurements(action_definition: bytes, job_id: int | None) -> MeasurementList:
    value = _value(action_definition) if job_id is None else _of_jobs(action_definition).get(job_id)
    return survey(subscribed_measurements(value))


@functools.lru_cache(maxsize=_CACHED)
def _conditional(action_definition: bytes) -> bool:
    # In style 3 conditions stand with each measurement.
    return any(
        style_of(each) == _MATCHING or any(map(_has_condition, subscribed_measurements(each) or ()))
        for each in definitions(_value(action_definition))
    )


def _has_condition(item: MeasurementInfoItem | None) -> bool:
    return item is None or item.match_cond_report_list is not None


def _value(action_definition: bytes) -> Any:
    return standing("kpm", PayloadKind.ACTION_DEFINITION, action_definition).value
