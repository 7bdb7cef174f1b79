"""A component of an E2 node."""

from dataclasses import dataclass
from typing import NamedTuple

from oran_harness.protocols.e2ap.elements import E2nodeComponentID, E2nodeComponentInterfaceE1


class ComponentKey(NamedTuple):
    """What names a component: the type of its interface and its id (E2AP 9.2.26, since edition 2.03)."""

    interface_type: str
    id: E2nodeComponentID

    @classmethod
    def of(cls, interface_type: str, id: E2nodeComponentID) -> "ComponentKey":
        """The key of a component as any edition reads it.

        2.03 names the only member of an E1 interface's id after the CU-CP, later ones after the CU-UP; the octets are
        the same.
        """
        value = id[1]
        if isinstance(value, E2nodeComponentInterfaceE1) and value.gnb_cu_up_id is None:
            number = value.gnb_cu_cp_id
            return cls(interface_type, ("e2nodeComponentInterfaceTypeE1", E2nodeComponentInterfaceE1(None, number)))
        return cls(interface_type, id)


@dataclass(frozen=True, slots=True)
class Component:
    """A component that the node declared in event ``since_n``; ``accepted`` is None until the RIC has answered."""

    key: ComponentKey
    since_n: int
    accepted: bool | None = None
