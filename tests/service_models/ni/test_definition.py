"""What an NI function definition announces."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.service_models.ni.build import function_definition
from oran_harness.service_models.ni.definition import announced
from oran_harness.service_models.ni.elements import (
    E2SM_NI_RANfunction_Description,
    E2SM_NI_RANfunction_Item,
    RANfunction_Name,
    RIC_EventTriggerStyle_List,
)
from oran_harness.service_models.ni.model import NI
from oran_harness.service_models.payload import DecodedPayload, PayloadKind

DEFINITION = PayloadKind.FUNCTION_DEFINITION


def test_interfaces_and_styles() -> None:
    """Each interface has its trigger styles, and its report styles with their three formats."""
    function = announced(NI.decode(DEFINITION, function_definition("1.00", interfaces=("ng", "xn"), instance=3)))
    assert function is not None
    assert (function.short_name, function.oid, function.instance) == (NI.short_name, NI.oid, 3)
    assert [each.kind for each in function.interfaces] == ["ng", "xn"]
    xn = function.interface("xn")
    assert xn is not None
    assert (xn.trigger_formats, xn.reports) == ({1: 1}, {1: (1, 1, 1)})
    assert function.interface("f1") is None
    assert function.report_styles == (1,)
    assert function.complete


def test_what_is_broken_is_left_out() -> None:
    """Styles without their numbers and interfaces without their type announce nothing."""
    nothing: Any = None
    triggers = (RIC_EventTriggerStyle_List(nothing, "a", 1), RIC_EventTriggerStyle_List(2, "b", 3), nothing)
    items = (E2SM_NI_RANfunction_Item("e1", triggers), E2SM_NI_RANfunction_Item(nothing), nothing)
    value = E2SM_NI_RANfunction_Description(RANfunction_Name("a", "b", "c"), items)
    function = announced(DecodedPayload("ni", DEFINITION, "1.00", value, b""))
    assert function is not None
    assert [(each.kind, each.trigger_formats) for each in function.interfaces] == [("e1", {2: 3})]
    bare = announced(DecodedPayload("ni", DEFINITION, "1.00", E2SM_NI_RANfunction_Description(nothing), b""))
    assert bare is not None
    assert (bare.short_name, bare.interfaces) == (None, ())


@given(octets=st.binary(max_size=80))
def test_any_octets_announce_something_or_nothing(octets: bytes) -> None:
    """Whatever a node sends, nothing is raised."""
    announced(NI.decode(DEFINITION, octets))
    assert announced(NI.decode(PayloadKind.INDICATION_HEADER, octets)) is None
