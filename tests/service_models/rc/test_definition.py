"""What an RC function definition announces."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.common.elements import RANfunction_Name
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from oran_harness.service_models.rc.definition import AnnouncedFormats, announced
from oran_harness.service_models.rc.elements import (
    AdditionalSupportedFormat,
    ControlAction_RANParameter_Item,
    E2SM_RC_RANFunctionDefinition,
    InsertIndication_RANParameter_Item,
    PolicyAction_RANParameter_Item,
    PolicyCondition_RANParameter_Item,
    Query_RANParameter_Item,
    RANFunctionDefinition_Control,
    RANFunctionDefinition_Control_Action_Item,
    RANFunctionDefinition_Control_Item,
    RANFunctionDefinition_EventTrigger,
    RANFunctionDefinition_EventTrigger_Breakpoint_Item,
    RANFunctionDefinition_EventTrigger_CallProcess_Item,
    RANFunctionDefinition_EventTrigger_Style_Item,
    RANFunctionDefinition_Insert,
    RANFunctionDefinition_Insert_Indication_Item,
    RANFunctionDefinition_Insert_Item,
    RANFunctionDefinition_Policy,
    RANFunctionDefinition_Policy_Action_Item,
    RANFunctionDefinition_Policy_Item,
    RANFunctionDefinition_Query,
    RANFunctionDefinition_Query_Item,
    RANFunctionDefinition_Report,
    RANFunctionDefinition_Report_Item,
    Report_RANParameter_Item,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.requests import NamedParameter
from oran_harness.service_models.rc.styles import Service
from tests.service_models.recorded import captured
from tests.service_models.samples import RC_OID

KIND = PayloadKind.FUNCTION_DEFINITION
NAME = RANfunction_Name("ORAN-E2SM-RC", RC_OID, "RAN Control", 2)
DEFINITION = E2SM_RC_RANFunctionDefinition(
    NAME,
    RANFunctionDefinition_EventTrigger(
        (RANFunctionDefinition_EventTrigger_Style_Item(2, "Call Process Breakpoint", 2),),
        ran_call_process_types_list=(
            RANFunctionDefinition_EventTrigger_CallProcess_Item(
                3, "Mobility", (RANFunctionDefinition_EventTrigger_Breakpoint_Item(1, "Handover Preparation"),)
            ),
        ),
    ),
    RANFunctionDefinition_Report(
        (
            RANFunctionDefinition_Report_Item(
                2, "Call Process Outcome", 2, 1, 1, 2, (Report_RANParameter_Item(7, "a"),)
            ),
            RANFunctionDefinition_Report_Item(2, "Call Process Outcome", 3, 1, 1, 2),
        )
    ),
    RANFunctionDefinition_Insert(
        (
            RANFunctionDefinition_Insert_Item(
                3,
                "Connected Mode Mobility Control Request",
                2,
                3,
                2,
                5,
                1,
                (
                    RANFunctionDefinition_Insert_Indication_Item(
                        1, "Handover", (InsertIndication_RANParameter_Item(1, "Target"),)
                    ),
                ),
            ),
        )
    ),
    RANFunctionDefinition_Control(
        (
            RANFunctionDefinition_Control_Item(
                1,
                "Radio Bearer control",
                1,
                1,
                1,
                (
                    RANFunctionDefinition_Control_Action_Item(
                        1, "DRB QoS", (ControlAction_RANParameter_Item(1, "DRB ID"),), "true"
                    ),
                ),
                1,
                list_of_additional_supported_formats=(AdditionalSupportedFormat(3, 3),),
            ),
        )
    ),
    RANFunctionDefinition_Policy(
        (
            RANFunctionDefinition_Policy_Item(
                3,
                "Mobility policy",
                1,
                (
                    RANFunctionDefinition_Policy_Action_Item(
                        1,
                        "Handover",
                        2,
                        (PolicyAction_RANParameter_Item(1, "a"),),
                        (PolicyCondition_RANParameter_Item(5001, "b"),),
                    ),
                ),
            ),
        )
    ),
    RANFunctionDefinition_Query(
        (RANFunctionDefinition_Query_Item(1, "E2 Node Information", 1, 1, 1, (Query_RANParameter_Item(3, "c"),)),)
    ),
)
OCTETS = RC.encode(KIND, DEFINITION, "7.00")


def payload(value: object) -> DecodedPayload:
    """A definition as it would be decoded."""
    return DecodedPayload("rc", KIND, "7.00", value, b"")


def test_every_service_is_announced() -> None:
    """Styles of all services come with their formats, triggers, actions and parameters."""
    function = announced(RC.decode(KIND, OCTETS))
    assert function is not None
    assert (function.short_name, function.oid, function.instance) == ("ORAN-E2SM-RC", RC_OID, 2)
    assert function.trigger_formats == {2: 2}
    assert function.call_processes == {3: frozenset({1})}
    assert function.complete
    assert function.empty_parts == ()
    assert [(style.service, style.style) for style in function.styles] == [
        (Service.REPORT, 2),
        (Service.REPORT, 2),
        (Service.INSERT, 3),
        (Service.CONTROL, 1),
        (Service.POLICY, 3),
        (Service.QUERY, 1),
    ]
    formats = {style.service: style.formats for style in function.styles}
    assert formats == {
        Service.REPORT: AnnouncedFormats(action=1, header=1, message=2),
        Service.INSERT: AnnouncedFormats(action=3, header=2, message=5, call_process_id=1),
        Service.CONTROL: AnnouncedFormats(header=1, message=1, outcome=1, call_process_id=1),
        Service.POLICY: AnnouncedFormats(),
        Service.QUERY: AnnouncedFormats(header=1, definition=1, outcome=1),
    }


def test_parameters_stand_where_they_belong() -> None:
    """REPORT and QUERY have theirs in the style, the others in their actions; conditions are kept apart."""
    function = announced(payload(DEFINITION))
    assert function is not None
    styles = {(style.service, style.trigger_style): style for style in function.styles}
    assert styles[Service.REPORT, 2].parameters == (NamedParameter(7, "7"),)
    assert styles[Service.QUERY, None].parameters == (NamedParameter(3, "3"),)
    control = styles[Service.CONTROL, None].action(1)
    assert control is not None
    assert (control.parameters, control.groups) == ((NamedParameter(1, "1"),), True)
    assert styles[Service.CONTROL, None].additional_formats == (AnnouncedFormats(header=3, message=3),)
    assert styles[Service.CONTROL, None].action(2) is None
    policy = styles[Service.POLICY, 1].action(1)
    assert policy is not None
    assert (policy.parameters, policy.conditions) == ((NamedParameter(1, "1"),), (NamedParameter(5001, "5001"),))
    insert = styles[Service.INSERT, 2].action(1)
    assert insert is not None
    assert (insert.name, insert.groups) == ("Handover", False)


def test_several_triggers_are_several_items() -> None:
    """A style that goes with several triggers is announced once for each."""
    function = announced(payload(DEFINITION))
    assert function is not None
    assert [style.trigger_style for style in function.offered(Service.REPORT, 2)] == [2, 3]
    assert function.offered(Service.REPORT, 1) == ()


def test_a_part_without_styles() -> None:
    """A part that is there has at least one style; an absent part is no fault."""
    empty = E2SM_RC_RANFunctionDefinition(NAME, ran_function_definition_report=RANFunctionDefinition_Report(()))
    function = announced(payload(empty))
    assert function is not None
    assert function.empty_parts == (Service.REPORT,)
    assert announced(payload(None)) is None


@given(st.integers(0, len(OCTETS) - 1), st.integers(1, 255))
@settings(max_examples=100, database=None, deadline=None)
def test_nothing_raises(place: int, change: int) -> None:
    """A definition with one octet changed or cut off announces what could be read of it."""
    changed = bytes(octet ^ change * (index == place) for index, octet in enumerate(OCTETS))
    for octets in (changed, OCTETS[:place]):
        decoded = RC.decode(KIND, octets, "7.00")
        function = announced(decoded)
        assert function is None or function.complete == decoded.conforms


def test_functions_of_the_captures(reference: Path) -> None:
    """FlexRIC's gNB and CU offer a report and a control style and number formats from 0; its DU offers none."""
    found = set()
    for one in captured(reference):
        if one.kind is KIND and one.function == 3:
            function = announced(RC.decode(one.kind, one.octets))
            assert function is not None
            assert function.complete
            found.add(tuple((style.service, style.style, style.formats) for style in function.styles))
    assert found == {
        (),
        (
            (Service.REPORT, 4, AnnouncedFormats(action=0, header=0, message=1)),
            (Service.CONTROL, 1, AnnouncedFormats(header=0, message=0, outcome=0)),
        ),
    }
