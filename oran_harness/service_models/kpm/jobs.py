"""Jobs of report style 255: what each asks for, and what of an indication answers it (KPM 7.4.7, 8.2.1.2.6)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from oran_harness.service_models.formats import alternative_of, content_of
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_ActionDefinition_Format2,
    E2SM_KPM_ActionDefinition_Format3,
    E2SM_KPM_ActionDefinition_Format5,
    E2SM_KPM_ActionDefinition_Format255,
    E2SM_KPM_IndicationMessage_Format255,
    MultiReportActionDefinitionItem,
)

JOBS_STYLE = 255
"""The integrated level report style (KPM 7.4.1)."""
_INNER = ("subscript_info", "subscription_info")


@dataclass(frozen=True, slots=True)
class Job:
    """A job of an action: ``definition`` is what it goes by, None if neither the job nor the action has one.

    ``own`` tells that the definition is the job's own, not the common one with the job's overrides.
    """

    job_id: int
    definition: Any
    own: bool


def jobs(action_definition: Any) -> tuple[Job, ...]:
    """The jobs of an action definition of format 255 that could be read, in their order; none in other formats."""
    content = content_of(action_definition)
    if not isinstance(content, E2SM_KPM_ActionDefinition_Format255):
        return ()
    items = content.multi_report_action_definition_list or ()
    return tuple(
        _job(item, content.common_action_definition) for item in items if item is not None and item.job_id is not None
    )


def _job(item: MultiReportActionDefinitionItem, common: Any) -> Job:
    if item.job_action_definition is not None:
        return Job(item.job_id, item.job_action_definition, True)
    return Job(item.job_id, None if common is None else overridden(common, item), False)


def job_definitions(action_definition: Any) -> dict[int, Any]:
    """The action definition that each job goes by, by Job ID; None for a job without any."""
    found: dict[int, Any] = {}
    for job in jobs(action_definition):
        found.setdefault(job.job_id, job.definition)
    return found


def definitions(action_definition: Any) -> tuple[Any, ...]:
    """The fundamental level definitions in an action: the jobs' own and the common one, or the definition itself."""
    content = content_of(action_definition)
    if not isinstance(content, E2SM_KPM_ActionDefinition_Format255):
        return () if action_definition is None else (action_definition,)
    found = [job.definition for job in jobs(action_definition) if job.own]
    return (*found, *(() if content.common_action_definition is None else (content.common_action_definition,)))


def approach(action_definition: Any) -> str | None:
    """The reporting approach of an action of style 255, ``"single"`` or ``"multiple"``; None for other formats."""
    return getattr(content_of(action_definition), "multi_report_approach", None)


def overridden(common: E2SM_KPM_ActionDefinition, item: MultiReportActionDefinitionItem) -> E2SM_KPM_ActionDefinition:
    """The common definition with a job's cell, UE and UEs in place of its own (KPM 7.4.7.2).

    What the format of the common definition has no place for is left out.
    """
    alternative = alternative_of(common)
    if alternative is None:
        return common
    name, content = alternative
    if item.job_cell_global_id is not None:
        content = _in_cell(content, item.job_cell_global_id)
    if item.job_ue_id is not None and isinstance(content, E2SM_KPM_ActionDefinition_Format2):
        content = replace(content, ue_id=item.job_ue_id)
    if item.job_matching_ue_id_list is not None and isinstance(content, E2SM_KPM_ActionDefinition_Format5):
        content = replace(content, matching_ue_id_list=item.job_matching_ue_id_list)
    changed: Any = (name, content)
    return replace(common, action_definition_formats=changed)


def _in_cell(content: Any, cell: Any) -> Any:
    if isinstance(content, E2SM_KPM_ActionDefinition_Format1 | E2SM_KPM_ActionDefinition_Format3):
        return replace(content, cell_global_id=cell)
    for field in _INNER:
        inner = getattr(content, field, None)
        if inner is not None:
            changed: dict[str, Any] = {field: _in_cell(inner, cell)}
            return replace(content, **changed)
    return content


def messages(indication_message: Any) -> tuple[tuple[int | None, Any], ...]:
    """The messages in an indication message with their Job IDs: those of format 255, or the message itself.

    The Job ID is None where the message names none.
    """
    return tuple(_messages(indication_message))


def _messages(message: Any) -> Iterator[tuple[int | None, Any]]:
    content = content_of(message)
    if not isinstance(content, E2SM_KPM_IndicationMessage_Format255):
        yield getattr(message, "job_id", None), message
        return
    for item in content.multi_report_indication_message_list or ():
        if item is not None:
            yield item.job_id, item.indication_message
