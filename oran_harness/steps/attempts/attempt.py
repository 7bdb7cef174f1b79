"""What all attempts at the transport of a SUT have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self, TypeVar, get_args, get_origin, get_type_hints

from oran_harness.steps.step import Step


class AttemptError(ValueError):
    """What was recorded of an attempt cannot have come of it."""


@dataclass(frozen=True, slots=True)
class Unmade:
    """An attempt that could not be made: ``reason`` says what it takes."""

    reason: str


@dataclass(frozen=True)
class Came:
    """What came of an attempt. Its fields are texts, numbers, truth values, octets, tuples of them, or None."""

    def to_json(self) -> dict[str, Any]:
        """As a history keeps it; octets in hexadecimal."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """From a history. Raises ``AttemptError``."""
        kinds = get_type_hints(cls)
        if set(told) != {each.name for each in fields(cls)}:
            raise AttemptError(f"{', '.join(told) or 'nothing'} is not what is told of a {cls.__name__}")
        return cls(**{name: _typed(value, kinds[name]) for name, value in told.items()})


C = TypeVar("C", bound=Came)


@dataclass(frozen=True)
class Attempt(Step[C]):
    """Something that is tried at the transport, on a connection of its own; the result says what came of it.

    Where it cannot be made the case is ``skip``.
    """

    came: ClassVar[type[Came]] = Came

    @property
    def text(self) -> str:
        """What is tried, for people."""
        raise AssertionError(f"{type(self).__name__} says nothing of itself")


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _typed(value: Any, kind: Any) -> Any:
    options = [each for each in get_args(kind) if each is not type(None)]
    if value is None and len(options) < len(get_args(kind)):
        return None
    if get_origin(kind) is tuple and isinstance(value, list):
        return tuple(_typed(each, options[0]) for each in value)
    if get_origin(kind) is not None and get_origin(kind) is not tuple:
        return _typed(value, options[0])
    if kind is bytes and isinstance(value, str):
        try:
            return bytes.fromhex(value)
        except ValueError:
            raise AttemptError("octets are not hexadecimal") from None
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise AttemptError(f"{value!r:.40} is no {getattr(kind, '__name__', kind)}")
    return value
