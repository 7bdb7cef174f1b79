"""RAN parameters with values."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.elements import (
    E2SM_RC_ActionDefinition,
    E2SM_RC_ActionDefinition_Format1,
    E2SM_RC_ActionDefinition_Format1_Item,
    E2SM_RC_ActionDefinition_Format2,
    E2SM_RC_ActionDefinition_Format2_Item,
    E2SM_RC_ControlMessage,
    E2SM_RC_ControlMessage_Format1,
    E2SM_RC_ControlMessage_Format1_Item,
    E2SM_RC_ControlMessage_Format2,
    E2SM_RC_ControlMessage_Format2_ControlAction_Item,
    E2SM_RC_ControlMessage_Format2_Style_Item,
    E2SM_RC_ControlMessage_Format3,
    E2SM_RC_ControlOutcome,
    E2SM_RC_ControlOutcome_Format1,
    E2SM_RC_ControlOutcome_Format1_Item,
    E2SM_RC_EntityFilter,
    E2SM_RC_IndicationMessage,
    E2SM_RC_IndicationMessage_Format2,
    E2SM_RC_IndicationMessage_Format2_Item,
    E2SM_RC_IndicationMessage_Format2_RANParameter_Item,
    EntityAgnostic_ranP_ControlParameters,
    EntitySpecific_ranP_ControlParameters,
    RANParameter_Testing_Item,
    RANParameter_Testing_Item_Choice_ElementTrue,
    RIC_PolicyAction,
    RIC_PolicyAction_RANParameter_Item,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import (
    Parameter,
    ParameterKind,
    empty_parameters,
    key_parameters,
    parameters,
    walk,
)
from tests.service_models.recorded import vectors
from tests.service_models.samples import CONTROLS, UE_DU, bare_structure, control_message, element, listed, structure

ONE: Any = ("valueInt", 1)
TESTING = (
    RANParameter_Testing_Item(99, ("ranP-Choice-ElementTrue", RANParameter_Testing_Item_Choice_ElementTrue(ONE))),
)


def paths(*found: Parameter) -> list[str]:
    """Where parameters are."""
    return [parameter.path for parameter in found]


def test_a_tree_is_walked_in_the_order_of_its_octets() -> None:
    """Outermost first, list items by their index, members of structures by their IDs."""
    quota = listed(
        bare_structure(
            (
                3,
                structure((5, element(ONE))),
            ),
            (11, element(ONE)),
        ),
        bare_structure((3, element(ONE))),
    )
    found = parameters(control_message((1, quota), (2, element(ONE, key=True))))
    assert paths(*found) == ["1", "1[0].3", "1[0].3.5", "1[0].11", "1[1].3", "2"]
    kinds = [parameter.kind for parameter in found]
    assert kinds[:3] == [ParameterKind.LIST, ParameterKind.STRUCTURE, ParameterKind.ELEMENT]
    assert kinds[-1] is ParameterKind.KEY_ELEMENT
    assert (found[0].size, found[1].size, found[2].value) == (2, 1, ONE)


@pytest.mark.parametrize("content", [element(None), structure(), listed()])
def test_parameters_that_carry_nothing(content: object) -> None:
    """An element without value, a structure without members and a list without items are empty, at any depth."""
    message = control_message((1, structure((2, content))), (3, element(ONE)))
    assert paths(*empty_parameters(message)) == ["1.2"]
    assert empty_parameters(control_message((3, element(ONE)))) == ()


def test_keys_are_found() -> None:
    """Key elements are told from others."""
    assert paths(
        *key_parameters(
            control_message(
                (
                    1,
                    structure((2, element(ONE, key=True))),
                )
            )
        )
    ) == ["1.2"]


def test_messages_of_other_formats() -> None:
    """Several actions, groups of UEs, UEs of a report, policies and outcomes: their parameters are found alike."""
    item = E2SM_RC_ControlMessage_Format1_Item(1, element(ONE))
    action = E2SM_RC_ControlMessage_Format2_ControlAction_Item(6, E2SM_RC_ControlMessage_Format1((item,)))
    several = E2SM_RC_ControlMessage_Format2((E2SM_RC_ControlMessage_Format2_Style_Item(2, (action,)),))
    assert paths(*parameters(E2SM_RC_ControlMessage(("controlMessage-Format2", several)))) == ["1"]
    group = E2SM_RC_ControlMessage_Format3(
        (E2SM_RC_EntityFilter(1, TESTING, (EntitySpecific_ranP_ControlParameters(4, element(ONE)),)),),
        (EntityAgnostic_ranP_ControlParameters(5, element(ONE)),),
    )
    assert paths(*parameters(E2SM_RC_ControlMessage(("controlMessage-Format3", group)))) == ["4", "5"]
    reported = E2SM_RC_IndicationMessage_Format2_RANParameter_Item(7, element(None))
    report = E2SM_RC_IndicationMessage_Format2((E2SM_RC_IndicationMessage_Format2_Item(UE_DU, (reported,)),))
    assert paths(*parameters(E2SM_RC_IndicationMessage(("indicationMessage-Format2", report)))) == ["7"]
    policy = RIC_PolicyAction(1, (RIC_PolicyAction_RANParameter_Item(8, element(ONE)),))
    policies = E2SM_RC_ActionDefinition_Format2((E2SM_RC_ActionDefinition_Format2_Item(policy, TESTING),))
    assert paths(*parameters(E2SM_RC_ActionDefinition(1, ("actionDefinition-Format2", policies)))) == ["8"]
    outcome = E2SM_RC_ControlOutcome_Format1((E2SM_RC_ControlOutcome_Format1_Item(1, ("valueOctS", bytes(8))),))
    (timestamp,) = parameters(E2SM_RC_ControlOutcome(("controlOutcome-Format1", outcome)))
    assert (timestamp.path, timestamp.value) == ("1", ("valueOctS", bytes(8)))


def test_named_parameters_have_no_values() -> None:
    """What a report's action definition asks for is no parameter with a value."""
    asked = E2SM_RC_ActionDefinition_Format1((E2SM_RC_ActionDefinition_Format1_Item(202),))
    assert parameters(E2SM_RC_ActionDefinition(4, ("actionDefinition-Format1", asked))) == ()
    assert parameters(None) == ()
    assert list(walk(None)) == []


@given(message=CONTROLS, data=st.data())
@settings(max_examples=60, database=None, deadline=None)
def test_anything_decoded_leniently_is_walked(message: E2SM_RC_ControlMessage, data: st.DataObject) -> None:
    """Messages with one octet changed, as far as they can be read, raise nothing; IDs end their paths."""
    octets = bytearray(RC.encode(PayloadKind.CONTROL_MESSAGE, message, "7.00"))
    octets[data.draw(st.integers(0, len(octets) - 1))] ^= data.draw(st.integers(1, 255))
    value = RC.decode(PayloadKind.CONTROL_MESSAGE, bytes(octets), "7.00").value
    assert all(one.path.split(".")[-1].split("[")[0] == str(one.id) for one in parameters(value))


def test_control_messages_of_real_stacks(reference: Path) -> None:
    """SrsRAN's slice quotas and handover carry no empty parameter, in both layouts of list items."""
    found = [
        paths(*parameters(value))
        for one in vectors(reference)
        if one.kind is PayloadKind.CONTROL_MESSAGE
        if not empty_parameters(value := RC.decode(one.kind, one.octets).value)
    ]
    assert ["1", "1.2", "1.2.3", "1.2.3.4"] in found
    assert any("1[0].2.3.5[0].6.8.9" in each for each in found)
    assert any("1[0].3.5[0].8.9" in each for each in found)
    assert len(found) == 3
