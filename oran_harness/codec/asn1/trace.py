"""Where the parts of a value lie in the octets."""

from dataclasses import dataclass
from typing import Any

from oran_harness.model.complaint import Complaint


@dataclass(frozen=True, slots=True)
class TraceNode:
    """One value of a decoded message with its place.

    ``name`` is the member's name, ``[3]`` for a list element, the type's name at the root; ``start_bit`` and
    ``end_bit`` count from the first bit of the whole message, the end is not included. ``value`` is None where it
    could not be read. ``complaints`` are those about this very value, not about its children.
    """

    name: str
    type_name: str
    start_bit: int
    end_bit: int
    value: Any
    children: tuple["TraceNode", ...] = ()
    complaints: tuple[Complaint, ...] = ()
