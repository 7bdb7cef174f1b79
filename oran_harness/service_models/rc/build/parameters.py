"""RAN parameters with values, and tests of them (RC 8.1, 9.3.11 to 9.3.14, 9.3.30, 9.3.31)."""

from collections.abc import Sequence
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.rc.elements import (
    RANParameter_LIST,
    RANParameter_STRUCTURE,
    RANParameter_STRUCTURE_Item,
    RANParameter_Testing_Item,
    RANParameter_Testing_Item_Choice_ElementFalse,
    RANParameter_Value,
    RANParameter_ValueType,
    RANParameter_ValueType_Choice_ElementFalse,
    RANParameter_ValueType_Choice_ElementTrue,
    RANParameter_ValueType_Choice_List,
    RANParameter_ValueType_Choice_Structure,
)

Plain = bool | int | float | bytes | str | BitString
"""What an element can hold. Values that 3GPP enumerates travel as integers, by custom (RC leaves it open)."""
Parameters = Sequence[tuple[int, RANParameter_ValueType]]
"""RAN parameters: their IDs, and what ``element``, ``structure`` or ``listing`` made."""


def plain_value(value: Plain) -> RANParameter_Value:
    """A plain value as the alternative of RANParameter-Value that fits its type."""
    if isinstance(value, bool):
        return ("valueBoolean", value)
    if isinstance(value, int):
        return ("valueInt", value)
    if isinstance(value, float):
        return ("valueReal", value)
    if isinstance(value, bytes):
        return ("valueOctS", value)
    return ("valuePrintableString", value) if isinstance(value, str) else ("valueBitS", value)


def element(value: Plain | None, *, key: bool = False) -> RANParameter_ValueType:
    """An ELEMENT; ``key`` marks what an item is known by. Only indications may leave the value of others out."""
    if key and value is not None:
        return ("ranP-Choice-ElementTrue", RANParameter_ValueType_Choice_ElementTrue(plain_value(value)))
    held = None if value is None else plain_value(value)
    return ("ranP-Choice-ElementFalse", RANParameter_ValueType_Choice_ElementFalse(held))


def structure(*members: tuple[int, RANParameter_ValueType]) -> RANParameter_ValueType:
    """A STRUCTURE; in a control request it needs a member."""
    return ("ranP-Choice-Structure", RANParameter_ValueType_Choice_Structure(_structure(members)))


def listing(*items: Parameters) -> RANParameter_ValueType:
    """A LIST, each of whose items is a structure given by its members."""
    whole = RANParameter_LIST(tuple(_structure(item) for item in items))
    return ("ranP-Choice-List", RANParameter_ValueType_Choice_List(whole))


def _structure(members: Parameters) -> RANParameter_STRUCTURE:
    return RANParameter_STRUCTURE(tuple(RANParameter_STRUCTURE_Item(*member) for member in members) or None)


def comparison(parameter: int, relation: str, value: Plain) -> RANParameter_Testing_Item:
    """A test that compares an element: ``relation`` is ``equal``, ``greaterthan``, ``lessthan``, ..."""
    compared: Any = ("ranP-Choice-comparison", relation)
    return _test(parameter, RANParameter_Testing_Item_Choice_ElementFalse(compared, plain_value(value)))


def presence(parameter: int, state: str = "present") -> RANParameter_Testing_Item:
    """A test of whether an element is there: ``state`` is ``present``, ``configured``, ..."""
    tested: Any = ("ranP-Choice-presence", state)
    return _test(parameter, RANParameter_Testing_Item_Choice_ElementFalse(tested))


def _test(parameter: int, test: RANParameter_Testing_Item_Choice_ElementFalse) -> RANParameter_Testing_Item:
    return RANParameter_Testing_Item(parameter, ("ranP-Choice-ElementFalse", test))
