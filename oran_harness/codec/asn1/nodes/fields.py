"""How the values of a SEQUENCE are kept in Python."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import shown
from oran_harness.model.errors import UsageError


class Fields:
    """A record class, or, without one, a dict by ASN.1 name.

    A record class has ``MEMBERS``, pairs of ASN.1 name and field name, and takes its fields by keyword. It may
    have members that this edition does not: they are None when decoded, and must be None to be encoded.
    """

    __slots__ = ("absent", "blank", "foreign", "keys", "names", "record", "values")

    def __init__(self, type_name: str, names: Sequence[str], defaults: Mapping[str, Any], record: type | None) -> None:
        self.names = tuple(names)
        self.record = record
        fields: dict[str, str] = dict(getattr(record, "MEMBERS", ()))
        if record and (missing := [name for name in names if name not in fields]):
            raise UsageError(f"{record.__name__}.MEMBERS does not name {', '.join(missing)} of {type_name}")
        self.keys = {name: fields.get(name, name) for name in names}
        self.blank: dict[str, Any] = dict.fromkeys(fields.values())
        self.blank.update((self.keys[name], value) for name, value in defaults.items())
        self.values = _getter([self.keys[name] for name in names])
        # A member that editions spell differently has one field: under this edition's name it is none of another's.
        own = set(self.keys.values())
        foreign = [name for name in fields if fields[name] not in own]
        self.foreign = _getter([fields[name] for name in foreign]) if foreign else None
        self.absent = (None,) * len(foreign)

    def make(self, values: dict[str, Any]) -> Any:
        """The record, or the dict itself."""
        return self.record(**values) if self.record else values

    def take(self, value: Any, type_name: str) -> tuple[Any, ...]:
        """The members' values in order, None for absent ones; raises ``Misfit``."""
        if self.record is not None and isinstance(value, self.record):
            if self.foreign is not None and self.foreign(value) != self.absent:
                raise Misfit(f"this edition of {type_name} lacks {self.surplus(value)}")
            values: tuple[Any, ...] = self.values(value)
            return values
        if not isinstance(value, Mapping):
            wanted = self.record.__name__ if self.record else "dict"
            raise Misfit(f"{type_name} takes {wanted}, not {shown(value)}")
        if not value.keys() <= self.keys.keys():
            unknown = next(key for key in value if key not in self.keys)
            raise Misfit(f"{type_name} has no member {shown(unknown)}")
        return tuple(map(value.get, self.names))

    def surplus(self, value: Any) -> str:
        """The members that have a value but are none of this edition's."""
        pairs: Sequence[tuple[str, str]] = getattr(self.record, "MEMBERS", ())
        own = set(self.keys.values())
        return ", ".join(name for name, key in pairs if key not in own and getattr(value, key) is not None)


def _getter(keys: Sequence[str]) -> Any:
    """All these attributes of a value at once, as a tuple."""
    if len(keys) > 1:
        return attrgetter(*keys)
    return lambda value: tuple(getattr(value, key) for key in keys)
