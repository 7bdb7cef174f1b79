"""Messages whose fields are members of a record, read and written without a ``Field`` in between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ContainerRow:
    """One field of a message: its key, the member of the record that holds its value, and whether it must be there.

    ``values`` are, for some ENUMERATED types, what the record holds instead of each name.
    """

    key: int
    member: str
    mandatory: bool
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A message that is a list of fields: its record class, and its fields in their order.

    ``alternative`` of the outermost CHOICE holds the message under ``key``.
    """

    type_name: str
    alternative: str
    key: int
    record: type
    rows: tuple[ContainerRow, ...]


@dataclass(frozen=True, slots=True)
class Regular:
    """How a message is read and written that is regular: it conforms, and its fields stand in their order.

    ``head`` are the octets that all its encodings begin with. Both functions raise one of ``GIVEN_UP`` for anything
    else, which says nothing about what is wrong. ``decode`` takes a list, to which it adds a ``Deviation`` for each
    criticality that is another than that of the tables; the paths of those begin with the message.
    """

    head: bytes
    decode: Callable[[bytes, list[Any]], Any]
    encode: Callable[[Any], bytes]
