"""NI function definitions."""

import pytest

from oran_harness.service_models.ni.build import function_definition
from oran_harness.service_models.payload import PayloadKind
from tests.service_models.kpm.build.read import value


@pytest.mark.parametrize(
    ("kind", "interface"), [("gnb", "ng"), ("cu-cp", "ng"), ("cu-up", "e1"), ("du", "f1"), ("enb", "s1")]
)
def test_each_kind_of_node_exposes_its_own_interface(kind: str, interface: str) -> None:
    """The one towards what controls it, with trigger style 1 and report style 1."""
    definition = value("ni", PayloadKind.FUNCTION_DEFINITION, function_definition("1.00", kind=kind), "1.00")
    (item,) = definition.ni_type_list
    assert item.interface_type == interface
    assert [each.ric_event_trigger_style_type for each in item.ric_event_trigger_style_list] == [1]
    (style,) = item.ric_report_style_list
    assert [each.ran_parameter_name for each in style.ric_report_ran_parameter_def_list] == ["AddTimestamp"]


def test_interfaces_may_be_chosen() -> None:
    """Also none at all: the list is optional."""
    octets = function_definition("1.00", interfaces=("x2",))
    read = value("ni", PayloadKind.FUNCTION_DEFINITION, octets, "1.00")
    assert [each.interface_type for each in read.ni_type_list] == ["x2"]
    none = value("ni", PayloadKind.FUNCTION_DEFINITION, function_definition("1.00", interfaces=()), "1.00")
    assert none.ni_type_list is None
