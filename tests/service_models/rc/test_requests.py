"""RAN parameters that are asked for or declared."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.elements import (
    E2SM_RC_ActionDefinition,
    E2SM_RC_ActionDefinition_Format1,
    E2SM_RC_ActionDefinition_Format1_Item,
    E2SM_RC_ActionDefinition_Format4,
    E2SM_RC_ActionDefinition_Format4_Indication_Item,
    E2SM_RC_ActionDefinition_Format4_RANP_Item,
    E2SM_RC_ActionDefinition_Format4_Style_Item,
    E2SM_RC_ControlMessage,
    E2SM_RC_ControlMessage_Format4,
    E2SM_RC_ControlMessage_Format4_Item,
    RANParameter_Definition,
    RANParameter_Definition_Choice_LIST,
    RANParameter_Definition_Choice_LIST_Item,
    RANParameter_Definition_Choice_STRUCTURE,
    RANParameter_Definition_Choice_STRUCTURE_Item,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.requests import NamedParameter, named, requested
from tests.service_models.samples import control_message, element

INSIDE = RANParameter_Definition(
    (
        "choiceSTRUCTURE",
        RANParameter_Definition_Choice_STRUCTURE((RANParameter_Definition_Choice_STRUCTURE_Item(3, "c"),)),
    )
)
DEFINITION = RANParameter_Definition(
    (
        "choiceLIST",
        RANParameter_Definition_Choice_LIST(
            (RANParameter_Definition_Choice_LIST_Item(2, "b", INSIDE), RANParameter_Definition_Choice_LIST_Item(4, "d"))
        ),
    )
)
REPORT = E2SM_RC_ActionDefinition(
    4,
    (
        "actionDefinition-Format1",
        E2SM_RC_ActionDefinition_Format1(
            (E2SM_RC_ActionDefinition_Format1_Item(1, DEFINITION), E2SM_RC_ActionDefinition_Format1_Item(202))
        ),
    ),
)
NAMED = (
    NamedParameter(1, "1"),
    NamedParameter(2, "1.2"),
    NamedParameter(3, "1.2.3"),
    NamedParameter(4, "1.4"),
    NamedParameter(202, "202"),
)


def test_members_are_asked_for_with_their_holders() -> None:
    """A definition names members inside lists and structures; all are asked for, outermost first."""
    assert requested(REPORT) == NAMED


def test_requests_of_other_formats() -> None:
    """Several inserts, and the request for information on a UE, ask for parameters too."""
    insert = E2SM_RC_ActionDefinition_Format4_Indication_Item(1, (E2SM_RC_ActionDefinition_Format4_RANP_Item(5),))
    content = E2SM_RC_ActionDefinition_Format4((E2SM_RC_ActionDefinition_Format4_Style_Item(1, (insert,)),))
    assert requested(E2SM_RC_ActionDefinition(255, ("actionDefinition-Format4", content))) == (NamedParameter(5, "5"),)
    asked = E2SM_RC_ControlMessage_Format4((E2SM_RC_ControlMessage_Format4_Item(6, INSIDE),))
    assert requested(E2SM_RC_ControlMessage(("controlMessage-Format4", asked))) == (
        NamedParameter(6, "6"),
        NamedParameter(3, "6.3"),
    )


def test_values_are_no_requests() -> None:
    """Parameters with values are set, not asked for."""
    assert requested(control_message((1, element(("valueInt", 1))))) == ()
    assert requested(None) == ()
    assert list(named(None)) == []


@given(place=st.integers(0, 60), change=st.integers(1, 255))
@settings(max_examples=100, database=None, deadline=None)
def test_nothing_raises(place: int, change: int) -> None:
    """A request with one octet changed asks for what could be read of it."""
    octets = bytearray(RC.encode(PayloadKind.ACTION_DEFINITION, REPORT, "7.00"))
    octets[place % len(octets)] ^= change
    value = RC.decode(PayloadKind.ACTION_DEFINITION, bytes(octets), "7.00").value
    assert all(one.path.endswith(str(one.id)) for one in requested(value))
