"""Values that the tests of the service models share."""

from typing import Any

from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models.common.elements import (
    GUAMI,
    NR_CGI,
    S_NSSAI,
    UEID_GNB,
    UEID_GNB_CU_UP,
    UEID_GNB_DU,
    RANfunction_Name,
)
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_ActionDefinition,
    E2SM_KPM_ActionDefinition_Format1,
    E2SM_KPM_ActionDefinition_Format4,
    E2SM_KPM_ActionDefinition_Format5,
    E2SM_KPM_EventTriggerDefinition,
    E2SM_KPM_EventTriggerDefinition_Format1,
    E2SM_KPM_IndicationHeader,
    E2SM_KPM_IndicationHeader_Format1,
    E2SM_KPM_IndicationMessage,
    E2SM_KPM_IndicationMessage_Format1,
    E2SM_KPM_IndicationMessage_Format3,
    E2SM_KPM_RANfunction_Description,
    LabelInfoItem,
    MatchingUeCondPerSubItem,
    MatchingUEidPerSubItem,
    MeasurementDataItem,
    MeasurementInfo_Action_Item,
    MeasurementInfoItem,
    MeasurementLabel,
    RIC_EventTriggerStyle_Item,
    RIC_ReportStyle_Item,
    TestCondInfo,
    UEMeasurementReportItem,
)
from oran_harness.service_models.rc.elements import (
    E2SM_RC_ControlHeader,
    E2SM_RC_ControlHeader_Format1,
    E2SM_RC_ControlMessage,
    E2SM_RC_ControlMessage_Format1,
    E2SM_RC_ControlMessage_Format1_Item,
    RANParameter_LIST,
    RANParameter_STRUCTURE,
    RANParameter_STRUCTURE_Item,
    RANParameter_ValueType_Choice_ElementFalse,
    RANParameter_ValueType_Choice_ElementTrue,
    RANParameter_ValueType_Choice_List,
    RANParameter_ValueType_Choice_Structure,
)

KPM_OID = "1.3.6.1.4.1.53148.1.2.2.2"
RC_OID = "1.3.6.1.4.1.53148.1.1.2.3"
NO_LABEL = MeasurementLabel(no_label="true")
UE_DU: Any = ("gNB-DU-UEID", UEID_GNB_DU(5))
UE_CU_UP: Any = ("gNB-CU-UP-UEID", UEID_GNB_CU_UP(7))
UE_GNB: Any = (
    "gNB-UEID",
    UEID_GNB(
        112358132134,
        GUAMI(bytes.fromhex("05f510"), BitString(b"\x09", 8), BitString(b"\x02\xc0", 10), BitString(b"\x18", 6)),
    ),
)


def measurement(name: str, *labels: MeasurementLabel) -> MeasurementInfoItem:
    """A measurement by name with these labels, noLabel if there are none."""
    return MeasurementInfoItem(("measName", name), tuple(LabelInfoItem(label) for label in labels or (NO_LABEL,)))


def trigger(period: int) -> E2SM_KPM_EventTriggerDefinition:
    """A periodic trigger, in milliseconds."""
    return E2SM_KPM_EventTriggerDefinition(("eventDefinition-Format1", E2SM_KPM_EventTriggerDefinition_Format1(period)))


def action_1(*items: MeasurementInfoItem, period: int = 1000) -> E2SM_KPM_ActionDefinition_Format1:
    """Format 1 with these measurements."""
    return E2SM_KPM_ActionDefinition_Format1(items, period)


def style_1(*items: MeasurementInfoItem, period: int = 1000) -> E2SM_KPM_ActionDefinition:
    """An action of style 1."""
    return E2SM_KPM_ActionDefinition(1, ("actionDefinition-Format1", action_1(*items, period=period)))


def style_4(*items: MeasurementInfoItem, slice_octets: bytes = b"\x01") -> E2SM_KPM_ActionDefinition:
    """An action of style 4 whose one condition is a slice."""
    condition = TestCondInfo(("sNSSAI", "true"), "equal", ("valueOctS", slice_octets))
    content = E2SM_KPM_ActionDefinition_Format4((MatchingUeCondPerSubItem(condition),), action_1(*items))
    return E2SM_KPM_ActionDefinition(4, ("actionDefinition-Format4", content))


def style_5(*ue_ids: Any) -> E2SM_KPM_ActionDefinition:
    """An action of style 5 for these UEs."""
    ues = tuple(MatchingUEidPerSubItem(ue_id) for ue_id in ue_ids)
    content = E2SM_KPM_ActionDefinition_Format5(ues, action_1(measurement("DRB.UEThpDl")))
    return E2SM_KPM_ActionDefinition(5, ("actionDefinition-Format5", content))


def header(time: bytes, **options: str) -> E2SM_KPM_IndicationHeader:
    """A KPM indication header with that collection start time."""
    return E2SM_KPM_IndicationHeader(("indicationHeader-Format1", E2SM_KPM_IndicationHeader_Format1(time, **options)))


def records(*lengths: int) -> tuple[MeasurementDataItem, ...]:
    """Records of so many values each."""
    return tuple(MeasurementDataItem((("integer", 5),) * length) for length in lengths)


def message_1(*lengths: int, items: tuple[MeasurementInfoItem, ...] | None = None) -> E2SM_KPM_IndicationMessage:
    """A message of format 1 with records of these lengths."""
    content = E2SM_KPM_IndicationMessage_Format1(records(*lengths), items)
    return E2SM_KPM_IndicationMessage(("indicationMessage-Format1", content))


def message_3(*ue_ids: Any) -> E2SM_KPM_IndicationMessage:
    """A message of format 3 with one value for each of these UEs."""
    reports = tuple(UEMeasurementReportItem(ue_id, E2SM_KPM_IndicationMessage_Format1(records(1))) for ue_id in ue_ids)
    return E2SM_KPM_IndicationMessage(("indicationMessage-Format3", E2SM_KPM_IndicationMessage_Format3(reports)))


def kpm_definition(oid: str = KPM_OID, short_name: str = "ORAN-E2SM-KPM") -> E2SM_KPM_RANfunction_Description:
    """A KPM function with the one trigger style and report style 1."""
    return E2SM_KPM_RANfunction_Description(
        RANfunction_Name(short_name, oid, "KPM Monitor"),
        (RIC_EventTriggerStyle_Item(1, "Periodic Report", 1),),
        (
            RIC_ReportStyle_Item(
                1,
                "E2 Node Measurement",
                1,
                (MeasurementInfo_Action_Item("DRB.UEThpDl", 7), MeasurementInfo_Action_Item("RRU.PrbTotDl")),
                1,
                1,
            ),
        ),
    )


def element(value: Any, *, key: bool = False) -> Any:
    """An element parameter's value; ``value`` None is one without."""
    if key:
        return ("ranP-Choice-ElementTrue", RANParameter_ValueType_Choice_ElementTrue(value))
    return ("ranP-Choice-ElementFalse", RANParameter_ValueType_Choice_ElementFalse(value))


def structure(*members: tuple[int, Any]) -> Any:
    """A structure parameter's value; without members it is an empty one."""
    return ("ranP-Choice-Structure", RANParameter_ValueType_Choice_Structure(bare_structure(*members)))


def bare_structure(*members: tuple[int, Any]) -> RANParameter_STRUCTURE:
    """A structure as lists hold it."""
    return RANParameter_STRUCTURE(tuple(RANParameter_STRUCTURE_Item(*member) for member in members) or None)


def listed(*structures: RANParameter_STRUCTURE) -> Any:
    """A list parameter's value."""
    return ("ranP-Choice-List", RANParameter_ValueType_Choice_List(RANParameter_LIST(structures)))


def control_header(style: int = 2, action: int = 6, ue_id: Any = UE_DU) -> E2SM_RC_ControlHeader:
    """A control header of format 1."""
    return E2SM_RC_ControlHeader(("controlHeader-Format1", E2SM_RC_ControlHeader_Format1(ue_id, style, action)))


def control_message(*parameters: tuple[int, Any]) -> E2SM_RC_ControlMessage:
    """A control message of format 1."""
    items = tuple(E2SM_RC_ControlMessage_Format1_Item(*parameter) for parameter in parameters)
    return E2SM_RC_ControlMessage(("controlMessage-Format1", E2SM_RC_ControlMessage_Format1(items)))


PRINTABLE = st.text("ABCZabcz019 '()+,-./:=?", min_size=1, max_size=40)
PLMNS = st.binary(min_size=3, max_size=3)
INDICES = st.none() | st.integers(1, 65535)
SLICES = st.builds(S_NSSAI, st.binary(min_size=1, max_size=1), st.none() | st.binary(min_size=3, max_size=3))
CELLS = st.builds(
    lambda plmn, cell: ("nR-CGI", NR_CGI(plmn, BitString((cell << 4).to_bytes(5), 36))),
    PLMNS,
    st.integers(0, (1 << 36) - 1),
)
LABELS = st.one_of(
    st.just(NO_LABEL),
    st.builds(
        MeasurementLabel,
        plmn_id=st.none() | PLMNS,
        slice_id=st.none() | SLICES,
        five_qi=st.none() | st.integers(0, 255),
        dist_bin_x=INDICES,
        dist_bin_y=INDICES,
        pre_label_override=st.none() | st.just("true"),
        start_end_ind=st.none() | st.sampled_from(("start", "end")),
        ssb_index=INDICES,
        mimo_mode_index=st.none() | st.integers(1, 2),
    ),
)
UE_IDS = st.one_of(
    st.builds(lambda number: ("gNB-DU-UEID", UEID_GNB_DU(number)), st.integers(0, (1 << 32) - 1)),
    st.builds(
        lambda number, ran: ("gNB-CU-UP-UEID", UEID_GNB_CU_UP(number, ran)),
        st.integers(0, (1 << 32) - 1),
        st.none() | st.binary(min_size=8, max_size=8),
    ),
)
VALUES = st.one_of(
    st.tuples(st.just("integer"), st.integers(0, (1 << 32) - 1)),
    st.tuples(st.just("real"), st.floats(-1e6, 1e6, width=32)),
    st.just(("noValue", None)),
)
MEASUREMENTS = st.lists(
    st.builds(
        MeasurementInfoItem,
        st.tuples(st.just("measName"), PRINTABLE) | st.tuples(st.just("measID"), st.integers(1, 65536)),
        st.lists(st.builds(LabelInfoItem, LABELS), min_size=1, max_size=4).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(tuple)
ACTIONS = st.builds(
    lambda style, items, period, cell: E2SM_KPM_ActionDefinition(
        style, ("actionDefinition-Format1", E2SM_KPM_ActionDefinition_Format1(items, period, cell))
    ),
    st.integers(-300, 300),
    MEASUREMENTS,
    st.integers(1, (1 << 32) - 1),
    st.none() | CELLS,
)
REPORTS = st.builds(
    E2SM_KPM_IndicationMessage_Format1,
    st.lists(
        st.builds(
            MeasurementDataItem,
            st.lists(VALUES, min_size=1, max_size=5).map(tuple),
            st.none() | st.just("true"),
        ),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.none() | MEASUREMENTS,
    st.none() | st.integers(1, (1 << 32) - 1),
)
MESSAGES = st.one_of(
    st.builds(lambda report: E2SM_KPM_IndicationMessage(("indicationMessage-Format1", report)), REPORTS),
    st.builds(
        lambda items: E2SM_KPM_IndicationMessage(
            ("indicationMessage-Format3", E2SM_KPM_IndicationMessage_Format3(tuple(items)))
        ),
        st.lists(st.builds(UEMeasurementReportItem, UE_IDS, REPORTS), min_size=1, max_size=3),
    ),
)
PARAMETER_IDS = st.integers(1, (1 << 32) - 1)
PARAMETER_VALUES = st.recursive(
    st.builds(
        lambda value, key: element(value, key=key and value is not None),
        st.none()
        | st.tuples(st.just("valueInt"), st.integers(-(1 << 40), 1 << 40))
        | st.tuples(st.just("valueOctS"), st.binary(max_size=20))
        | st.tuples(st.just("valueBoolean"), st.booleans())
        | st.tuples(st.just("valuePrintableString"), PRINTABLE),
        st.booleans(),
    ),
    lambda inner: st.one_of(
        st.lists(st.tuples(PARAMETER_IDS, inner), max_size=3).map(lambda members: structure(*members)),
        st.lists(st.lists(st.tuples(PARAMETER_IDS, inner), max_size=2), min_size=1, max_size=2).map(
            lambda items: listed(*(bare_structure(*members) for members in items))
        ),
    ),
    max_leaves=6,
)
CONTROLS = st.lists(st.tuples(PARAMETER_IDS, PARAMETER_VALUES), max_size=4).map(lambda items: control_message(*items))
