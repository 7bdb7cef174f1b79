"""Arbitrary messages of every class: right types, few values, and gaps wherever a lenient decoder may leave them."""

import dataclasses
import functools
import random
import typing
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES

_NAMES = {name: getattr(elements, name) for name in elements.__all__}
_NAMESPACE = {**vars(typing), **_NAMES, "BitString": BitString, "ClassVar": typing.ClassVar}
GAP = 0.08
"""How often a member is missing."""


@functools.cache
def _members(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind, _NAMESPACE)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def any_value(kind: Any, dice: random.Random) -> Any:
    """A value of a type, None now and then."""
    if kind is type(None) or dice.random() < GAP:
        return None
    if isinstance(kind, typing.ForwardRef):
        return any_value(_NAMES[kind.__forward_arg__], dice)
    if isinstance(kind, str):
        return any_value(_NAMES.get(kind), dice)
    origin = typing.get_origin(kind)
    if origin is typing.Literal:
        return dice.choice(typing.get_args(kind))
    if origin is tuple:
        return _any_tuple(typing.get_args(kind), dice)
    if origin is not None:
        choices = [choice for choice in typing.get_args(kind) if choice is not type(None)]
        return any_value(dice.choice(choices), dice)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind(**{name: any_value(hint, dice) for name, hint in _members(kind)})
    return _any_plain(kind, dice)


def _any_tuple(parts: tuple[Any, ...], dice: random.Random) -> Any:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(any_value(parts[0], dice) for _ in range(dice.choice((0, 1, 1, 2, 3))))
    return typing.get_args(parts[0])[0], any_value(parts[1], dice)


def _any_plain(kind: Any, dice: random.Random) -> Any:
    if kind is int:
        return dice.choice((0, 1, 1, 1, 2, 2, 300))
    if kind is bytes:
        return dice.choice((b"", b"a", b"b"))
    if kind is BitString:
        return BitString(b"\x0a", 8)
    return dice.choice(("", "a"))


def any_message(dice: random.Random) -> Message:
    """A message of any class."""
    kind = dice.choice(MESSAGES)
    return kind(**{name: any_value(hint, dice) for name, hint in _members(kind)})
