"""RAN parameters: trees of elements, structures and lists (RC 8.1, 9.3.11 to 9.3.14, 9.3.51)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from oran_harness.service_models.formats import content_of
from oran_harness.service_models.rc.elements import (
    RANParameter_STRUCTURE,
    RANParameter_Value,
    RANParameter_ValueType_Choice_ElementFalse,
    RANParameter_ValueType_Choice_ElementTrue,
    RANParameter_ValueType_Choice_List,
    RANParameter_ValueType_Choice_Structure,
)


class ParameterKind(StrEnum):
    """What a RAN parameter is."""

    KEY_ELEMENT = "key element"
    ELEMENT = "element"
    STRUCTURE = "structure"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One RAN parameter of a tree.

    ``path`` are the IDs from the outermost parameter to this one, joined by dots, list items as ``[0]``. ``value`` is
    that of an element, None where it has none. ``size`` is the number of a structure's members or a list's items.
    """

    id: int
    path: str
    kind: ParameterKind
    value: RANParameter_Value | None = None
    size: int = 0

    @property
    def empty(self) -> bool:
        """Whether it carries nothing: an element without value, a structure or list without content."""
        element = self.kind in (ParameterKind.ELEMENT, ParameterKind.KEY_ELEMENT)
        return self.value is None if element else self.size == 0


def walk(items: Iterable[Any] | None) -> Iterator[Parameter]:
    """All parameters of a list of items, outermost first, in the order of the octets.

    ``items`` are any of the values with a RAN Parameter ID and a RAN Parameter Value Type or Value. What could not be
    read is left out.
    """
    # A stack of iterators and not recursion: hostile trees nest as deeply as the decoder lets them.
    stack: list[tuple[str, Iterator[Any]]] = [("", iter(items or ()))]
    while stack:
        prefix, rest = stack[-1]
        item = next(rest, None)
        if item is None:
            # Either the end, or an item that could not be read, which is the last one then.
            stack.pop()
            continue
        parameter, inner = _look(prefix, item)
        if parameter is not None:
            yield parameter
            stack += reversed(inner)


def _look(prefix: str, item: Any) -> tuple[Parameter | None, list[tuple[str, Iterator[Any]]]]:
    """One item: the parameter that it is, and what to walk inside it."""
    number = getattr(item, "ran_parameter_id", None)
    if not isinstance(number, int):
        return None, []
    path = f"{prefix}.{number}" if prefix else f"{number}"
    if hasattr(item, "ran_parameter_value"):
        # Control outcomes of formats 1 and 2 have the bare value.
        return Parameter(number, path, ParameterKind.ELEMENT, item.ran_parameter_value), []
    chosen = getattr(item, "ran_parameter_value_type", None)
    content = chosen[1] if isinstance(chosen, tuple) else None
    if isinstance(content, RANParameter_ValueType_Choice_ElementTrue):
        return Parameter(number, path, ParameterKind.KEY_ELEMENT, content.ran_parameter_value), []
    if isinstance(content, RANParameter_ValueType_Choice_ElementFalse):
        return Parameter(number, path, ParameterKind.ELEMENT, content.ran_parameter_value), []
    if isinstance(content, RANParameter_ValueType_Choice_Structure):
        members = _members(content.ran_parameter_structure)
        return Parameter(number, path, ParameterKind.STRUCTURE, size=len(members)), [(path, iter(members))]
    if isinstance(content, RANParameter_ValueType_Choice_List):
        listed = content.ran_parameter_list
        structures = () if listed is None else listed.list_of_ran_parameter or ()
        inner = [(f"{path}[{index}]", iter(_members(one))) for index, one in enumerate(structures)]
        return Parameter(number, path, ParameterKind.LIST, size=len(structures)), inner
    return None, []


def _members(structure: RANParameter_STRUCTURE | None) -> tuple[Any, ...]:
    return () if structure is None else structure.sequence_of_ran_parameters or ()


def parameters(value: Any) -> tuple[Parameter, ...]:
    """All parameters with values in a payload: messages of every format, outcomes, policies, groups of UEs.

    Members of RAN parameter tests are not among them, nor parameters that are only named, as in a report's action
    definition: see ``requests``.
    """
    found: list[Parameter] = []
    waiting: list[Any] = [content_of(value)]
    while waiting:
        holder = waiting.pop()
        if hasattr(holder, "ran_parameter_id"):
            found += walk((holder,))
        elif isinstance(holder, tuple):
            waiting += reversed(holder)
        else:
            waiting += [getattr(holder, field) for _, field in reversed(getattr(type(holder), "MEMBERS", ()))]
    return tuple(found)


def empty_parameters(message: Any) -> tuple[Parameter, ...]:
    """The parameters of a control message that carry nothing, as none may (RC 9.3.11 to 9.3.13)."""
    return tuple(parameter for parameter in parameters(message) if parameter.empty)


def key_parameters(message: Any) -> tuple[Parameter, ...]:
    """The key elements of a control message; in one for a group of UEs there must be none (RC 9.2.1.7.3)."""
    return tuple(parameter for parameter in parameters(message) if parameter.kind is ParameterKind.KEY_ELEMENT)
