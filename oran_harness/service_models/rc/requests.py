"""RAN parameters that are named without a value: what is asked for, and what a definition declares (RC 9.3.51)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.service_models.formats import content_of
from oran_harness.service_models.rc.elements import (
    RANParameter_Definition,
    RANParameter_Definition_Choice_LIST,
    RANParameter_Definition_Choice_STRUCTURE,
)


@dataclass(frozen=True, slots=True)
class NamedParameter:
    """A RAN parameter by its ID; ``path`` are the IDs from the outermost parameter to it, joined by dots."""

    id: int
    path: str


def named(items: Iterable[Any] | None) -> Iterator[NamedParameter]:
    """All parameters of a list of items with an ID and perhaps a definition of members, outermost first."""
    # A stack of iterators and not recursion: hostile trees nest as deeply as the decoder lets them.
    stack: list[tuple[str, Iterator[Any]]] = [("", iter(items or ()))]
    while stack:
        prefix, rest = stack[-1]
        item = next(rest, None)
        if item is None:
            stack.pop()
            continue
        number = getattr(item, "ran_parameter_id", None)
        if isinstance(number, int):
            path = f"{prefix}.{number}" if prefix else f"{number}"
            yield NamedParameter(number, path)
            stack.append((path, iter(_members(getattr(item, "ran_parameter_definition", None)))))


def _members(definition: RANParameter_Definition | None) -> tuple[Any, ...]:
    chosen = None if definition is None else definition.ran_parameter_definition_choice
    content = chosen[1] if isinstance(chosen, tuple) else None
    if isinstance(content, RANParameter_Definition_Choice_LIST):
        return content.ran_parameter_list or ()
    if isinstance(content, RANParameter_Definition_Choice_STRUCTURE):
        return content.ran_parameter_structure or ()
    return ()


def requested(value: Any) -> tuple[NamedParameter, ...]:
    """The parameters that a payload asks for: action definitions 1, 3 and 4, query definitions, control message 4.

    Only those that the function definition declares may be asked for (RC 9.2.1.2, 9.2.1.10); compare with
    ``AnnouncedStyle.parameters``. An ID means something only together with service, style and action.
    """
    found: list[NamedParameter] = []
    waiting: list[Any] = [content_of(value)]
    while waiting:
        holder = waiting.pop()
        if hasattr(holder, "ran_parameter_definition"):
            found += named((holder,))
        elif isinstance(holder, tuple):
            waiting += reversed(holder)
        elif not hasattr(holder, "ran_parameter_id"):
            waiting += [getattr(holder, field) for _, field in reversed(getattr(type(holder), "MEMBERS", ()))]
    return tuple(found)
