"""Actions and messages of report style 255, made of those of other styles (KPM 7.4.7, 8.2.1.2.6, 8.2.1.4.4)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import CGI, UEID
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format255,
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format255,
    MatchingUEidPerSubItem,
    MultiReportActionDefinitionItem,
    MultiReportIndicationMessageItem,
)
from oran_harness.service_models.kpm.jobs import JOBS_STYLE
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind

Approach = Literal["single", "multiple"]


def job(
    job_id: int,
    definition: bytes | None = None,
    *,
    cell: CGI | None = None,
    ue: UEID | None = None,
    ues: Sequence[UEID] = (),
) -> MultiReportActionDefinitionItem:
    """A job with an action definition of its own, or with what it puts in place of the common one's.

    Raises ``UsageError`` if ``definition`` is no action definition.
    """
    own = None if definition is None else _read(PayloadKind.ACTION_DEFINITION, definition)
    return MultiReportActionDefinitionItem(job_id, own, cell, ue, tuple(map(MatchingUEidPerSubItem, ues)) or None)


def multiple_action_definition(
    jobs: Sequence[MultiReportActionDefinitionItem],
    edition: str,
    *,
    approach: Approach = "single",
    common: bytes | None = None,
) -> bytes:
    """The action definition of report style 255; ``common`` is the definition of jobs without one of their own."""
    shared = None if common is None else _read(PayloadKind.ACTION_DEFINITION, common)
    content = E2SM_KPM_ActionDefinition_Format255(tuple(jobs), approach, shared)
    value = E2SM_KPM_ActionDefinition(JOBS_STYLE, ("actionDefinition-Format255", content))
    return KPM.encode(PayloadKind.ACTION_DEFINITION, value, edition)


def multiple_indication_message(parts: Sequence[tuple[int, bytes]], edition: str) -> bytes:
    """An indication message of format 255: the messages of jobs, each with its Job ID."""
    kind = PayloadKind.INDICATION_MESSAGE
    items = tuple(MultiReportIndicationMessageItem(number, _read(kind, message)) for number, message in parts)
    content = E2SM_KPM_IndicationMessage_Format255(items)
    return KPM.encode(kind, E2SM_KPM_IndicationMessage(("indicationMessage-Format255", content)), edition)


def job_message(job_id: int, message: bytes, edition: str) -> bytes:
    """The message of one job that comes in an indication of its own."""
    kind = PayloadKind.INDICATION_MESSAGE
    return KPM.encode(kind, replace(_read(kind, message), job_id=job_id), edition)


def _read(kind: PayloadKind, octets: bytes) -> Any:
    decoded = KPM.decode(kind, octets)
    if not decoded.conforms:
        raise UsageError(
            f"{octets.hex()} is no {kind.value.replace('-', ' ')} of E2SM-KPM; build one for the job first."
        )
    return decoded.value
