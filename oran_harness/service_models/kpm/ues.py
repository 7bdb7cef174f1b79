"""The UEs that a KPM action names against those that an indication reports (KPM 7.4.3, 7.4.6)."""

from typing import Any

from oran_harness.service_models.common.elements import UEID
from oran_harness.service_models.common.ue_id import identity
from oran_harness.service_models.formats import content_of
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition_Format2,
    E2SM_KPM_ActionDefinition_Format5,
)
from oran_harness.service_models.kpm.records import reports


def subscribed_ues(action_definition: Any) -> tuple[UEID, ...] | None:
    """The UEs that an action definition of format 2 or 5 names, None for other formats."""
    content = content_of(action_definition)
    if isinstance(content, E2SM_KPM_ActionDefinition_Format2):
        return (content.ue_id,)
    if isinstance(content, E2SM_KPM_ActionDefinition_Format5):
        return tuple(item.ue_id for item in content.matching_ue_id_list or () if item is not None)
    return None


def unsubscribed_ues(message: Any, action_definition: Any) -> tuple[UEID, ...]:
    """The UEs in an indication message of format 3 that its action of format 5 did not name.

    UEs are told apart by their variant and its mandatory ids. Empty if any UE-ID could not be read, or if the action
    finds its UEs by conditions.
    """
    subscribed = subscribed_ues(action_definition)
    if subscribed is None:
        return ()
    known = {identity(ue_id) for ue_id in subscribed}
    if None in known:
        return ()
    reported = [report.ue_id for report in reports(message) if report.ue_id is not None]
    return tuple(ue_id for ue_id in reported if (one := identity(ue_id)) is not None and one not in known)
