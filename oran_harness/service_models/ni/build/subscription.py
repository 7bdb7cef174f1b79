"""NI event triggers and action definitions (NI 7.3.2, 7.4.2, 8.2.1.1, 8.2.1.2)."""

from typing import Any

from oran_harness.service_models.ni.build.definition import ADD_TIMESTAMP
from oran_harness.service_models.ni.elements import (
    E2SM_NI_ActionDefinition,
    E2SM_NI_ActionDefinition_Format1,
    E2SM_NI_EventTriggerDefinition_Format1,
    NI_Direction,
    NI_Identifier,
    NI_MessageTypeApproach1,
    NI_Type,
    RANparameter_Item,
    TypeOfMessage,
)
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind


def event_trigger(
    interface: NI_Type,
    identifier: NI_Identifier,
    procedure_code: int,
    edition: str,
    *,
    outcome: TypeOfMessage = "initiating-message",
    direction: NI_Direction = "both",
) -> bytes:
    """The event trigger of style 1, Interface Message Event: one message of one procedure of one interface."""
    message: Any = (f"{interface}MessageType", NI_MessageTypeApproach1(procedure_code, outcome))
    content = E2SM_NI_EventTriggerDefinition_Format1(interface, identifier, direction, message)
    return NI.encode(PayloadKind.EVENT_TRIGGER_DEFINITION, ("eventDefinition-Format1", content), edition)


def action_definition(edition: str, *, timestamp: bool | None = None) -> bytes:
    """The action definition of report style 1; ``timestamp`` is whether headers shall have one (None: not said)."""
    given = None if timestamp is None else (RANparameter_Item(ADD_TIMESTAMP, ("valueBool", timestamp)),)
    content = E2SM_NI_ActionDefinition_Format1(given)
    value = E2SM_NI_ActionDefinition(1, ("actionDefinition-Format1", content))
    return NI.encode(PayloadKind.ACTION_DEFINITION, value, edition)
