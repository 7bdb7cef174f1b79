"""NI RAN function definitions (NI 7.1, 8.2.2.1)."""

from collections.abc import Sequence

from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.ni.elements import (
    E2SM_NI_RANfunction_Description,
    E2SM_NI_RANfunction_Item,
    NI_Type,
    RANfunction_Name,
    RANparameterDef_Item,
    RIC_EventTriggerStyle_List,
    RIC_ReportStyle_List,
)
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import PayloadKind

DESCRIPTION = "Network Interface"
"""What NI 7.2 gives as the function's description."""
ADD_TIMESTAMP = 1
"""The RAN parameter of report style 1 (NI 7.4.2.2)."""
_INTERFACES: dict[str, tuple[NI_Type, ...]] = {"du": ("f1",), "cu-up": ("e1",), "enb": ("s1",)}


def function_definition(
    edition: str,
    *,
    kind: NodeType | str = NodeType.GNB,
    interfaces: Sequence[NI_Type] | None = None,
    instance: int | None = None,
) -> bytes:
    """The definition of an NI function that reports complete messages (report style 1) of these interfaces.

    Without ``interfaces`` it is the one that a node of that ``kind`` has towards what controls it.
    """
    kinds = _INTERFACES.get(str(kind), ("ng",)) if interfaces is None else tuple(interfaces)
    value = E2SM_NI_RANfunction_Description(
        RANfunction_Name(NI.short_name, NI.oid, DESCRIPTION, instance), tuple(map(_interface, kinds)) or None
    )
    return NI.encode(PayloadKind.FUNCTION_DEFINITION, value, edition)


def _interface(kind: NI_Type) -> E2SM_NI_RANfunction_Item:
    parameters = (RANparameterDef_Item(ADD_TIMESTAMP, "AddTimestamp", "boolean"),)
    return E2SM_NI_RANfunction_Item(
        kind,
        (RIC_EventTriggerStyle_List(1, "Interface Message Event", 1),),
        (RIC_ReportStyle_List(1, "Complete message", 1, parameters, 1, 1),),
    )
