"""An open type whose content a key decides: a Protocol IE, or the message of a procedure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.model.complaint import ComplaintKind


@dataclass(frozen=True, slots=True)
class Field:
    """One key, criticality and open type as they stood in the octets.

    ``value`` is None where the key is unknown or its content cannot be read at all; ``octets`` are the open type's
    content, ``offset`` the position of its first octet in the whole message. To encode, ``value`` None writes
    ``octets`` as they are.
    """

    id: int
    criticality: str
    value: Any
    octets: bytes = b""
    offset: int = 0


@dataclass(frozen=True, slots=True)
class FieldRow:
    """What one key stands for: a name for people, the type of the content, and the criticality it should have.

    ``optional`` tells that a list of fields may lack it; decoding does not ask.
    """

    name: str
    type_name: str
    criticality: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The keys of one set (X.681: an information object set), for SEQUENCEs of key, criticality and octets.

    ``items`` tells that the set's one row wraps the elements of a list; such an element decodes to its content
    alone. ``unknown`` is the complaint that a key outside the table earns.
    """

    rows: Mapping[int, FieldRow]
    items: bool = False
    unknown: ComplaintKind = ComplaintKind.UNKNOWN_IE
