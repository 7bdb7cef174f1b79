"""Which format and style a decoded payload is of."""

import functools
import re
from typing import Any

_FORMAT = re.compile(r"-Format(\d+)$")
_CHOICES = ("_formats", "_definition_format")
_STYLES = ("ric_style_type", "ric_insert_style_type")


def alternative_of(value: Any) -> tuple[str, Any] | None:
    """The alternative of a payload's CHOICE of formats and what it holds; None if the value has no such CHOICE.

    ``value`` is the value of a payload as it was decoded, leniently or not.
    """
    if isinstance(value, tuple):
        # Most payloads of E2SM-NI are the CHOICE itself.
        return _alternative(value)
    record: type = type(value)
    for field in _choices(record):
        found = _alternative(getattr(value, field))
        if found is not None:
            return found
    return None


def _alternative(chosen: Any) -> tuple[str, Any] | None:
    return chosen if isinstance(chosen, tuple) and len(chosen) == 2 and isinstance(chosen[0], str) else None


@functools.cache
def _choices(record: type) -> tuple[str, ...]:
    """The fields of a class of values that are a CHOICE of formats."""
    return tuple(field for _, field in getattr(record, "MEMBERS", ()) if field.endswith(_CHOICES))


def format_of(value: Any) -> int | None:
    """The number of a payload's format; None where it has none, or could not be read, or is of a newer edition."""
    alternative = alternative_of(value)
    return None if alternative is None else _number(alternative[0])


@functools.lru_cache(maxsize=256)
def _number(name: str) -> int | None:
    """The number in the name of a format."""
    match = _FORMAT.search(name)
    return int(match.group(1)) if match else None


def content_of(value: Any) -> Any:
    """What a payload's format holds: one of the ``..._Format1`` values; None where it could not be read."""
    alternative = alternative_of(value)
    return None if alternative is None else alternative[1]


def style_of(value: Any) -> int | None:
    """The RIC Style Type that a payload names, None if it names none.

    Action definitions name theirs before their format (KPM 8.2.1.2, RC 9.2.1.2); in RC control headers, query
    headers and header format 2 of INSERT it stands inside the format (RC 9.2.1.3, 9.2.1.6, 9.2.1.9).
    """
    for holder in (value, content_of(value)):
        for field in _STYLES:
            style = getattr(holder, field, None)
            if isinstance(style, int):
                return style
    return None
