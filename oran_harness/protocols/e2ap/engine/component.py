"""A component of an E2 node."""

from dataclasses import dataclass
from typing import NamedTuple

from oran_harness.protocols.e2ap.elements import E2nodeComponentID


class ComponentKey(NamedTuple):
    """What names a component: the type of its interface and its id (E2AP 9.2.26, since edition 2.03)."""

    interface_type: str
    id: E2nodeComponentID


@dataclass(frozen=True, slots=True)
class Component:
    """A component that the node declared in event ``since_n``; ``accepted`` is None until the RIC has answered."""

    key: ComponentKey
    since_n: int
    accepted: bool | None = None
