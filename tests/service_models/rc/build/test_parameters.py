"""RAN parameters with values, and tests of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import comparison, element, listing, presence, structure
from oran_harness.service_models.rc.parameters import Parameter, ParameterKind, walk


def walked(*parameters: tuple[int, Any]) -> list[Parameter]:
    """The parameters of a message, outermost first."""
    return list(walk(r.E2SM_RC_ControlMessage_Format1_Item(*each) for each in parameters))


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (True, ("valueBoolean", True)),
        (5, ("valueInt", 5)),
        (1.5, ("valueReal", 1.5)),
        (b"\x01", ("valueOctS", b"\x01")),
        ("one", ("valuePrintableString", "one")),
        (BitString(b"\x80", 1), ("valueBitS", BitString(b"\x80", 1))),
    ],
)
def test_elements_keep_their_types(value: Any, held: Any) -> None:
    """A plain value becomes the alternative of its type, in a key element or another."""
    plain, key = walked((1, element(value)), (2, element(value, key=True)))
    assert (plain.kind, plain.value) == (ParameterKind.ELEMENT, held)
    assert (key.kind, key.value) == (ParameterKind.KEY_ELEMENT, held)


def test_elements_without_value() -> None:
    """Only an element that is no key may leave its value out, as indications may."""
    (named,) = walked((1, element(None)))
    assert named.empty


def test_trees() -> None:
    """Structures hold members, lists hold structures."""
    tree = walked((1, listing([(2, structure((3, element(5)), (4, element(6))))], [(5, element(7))])))
    assert [(one.path, one.kind, one.size) for one in tree] == [
        ("1", ParameterKind.LIST, 2),
        ("1[0].2", ParameterKind.STRUCTURE, 2),
        ("1[0].2.3", ParameterKind.ELEMENT, 0),
        ("1[0].2.4", ParameterKind.ELEMENT, 0),
        ("1[1].5", ParameterKind.ELEMENT, 0),
    ]
    assert walked((1, structure()))[0].empty


@given(st.integers(-(1 << 60), 1 << 60) | st.binary(max_size=8) | st.booleans())
def test_comparisons_take_any_value(value: int | bytes | bool) -> None:
    """A test compares an element with a value; one of presence has none (RC 9.3.31)."""
    kind, test = comparison(3, "equal", value).ran_parameter_type
    assert (kind, test.ran_parameter_test_condition) == (
        "ranP-Choice-ElementFalse",
        ("ranP-Choice-comparison", "equal"),
    )
    assert test.ran_parameter_value[1] == value
    there = presence(4).ran_parameter_type[1]
    assert (there.ran_parameter_test_condition, there.ran_parameter_value) == (
        ("ranP-Choice-presence", "present"),
        None,
    )
