"""Payloads to values and back, in every edition; octets that are known from elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString, EncodeError
from oran_harness.model.complaint import ComplaintKind
from oran_harness.model.errors import UsageError
from oran_harness.service_models.common.elements import NR_CGI, S_NSSAI
from oran_harness.service_models.kpm.elements import MeasurementLabel
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.elements import E2SM_RC_ControlOutcome, E2SM_RC_ControlOutcome_Format1
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.registry import MODELS, identify
from tests.service_models.recorded import captured, vectors
from tests.service_models.samples import (
    ACTIONS,
    CONTROLS,
    KPM_OID,
    MESSAGES,
    UE_DU,
    control_message,
    element,
    header,
    kpm_definition,
    measurement,
    message_1,
    structure,
    style_1,
    trigger,
)

FAST = settings(max_examples=60, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ALL = KPM.editions
TRIGGER, ACTION = PayloadKind.EVENT_TRIGGER_DEFINITION, PayloadKind.ACTION_DEFINITION
HEADER, MESSAGE = PayloadKind.INDICATION_HEADER, PayloadKind.INDICATION_MESSAGE
DEFINITION = PayloadKind.FUNCTION_DEFINITION
NUMBER = element(("valueInt", 1))
EIGHT, FOUR = bytes.fromhex("ed0037801f7ced91"), bytes.fromhex("ed003780")
UE_THROUGHPUT = bytes.fromhex("00010100000000a04452422e5545546870446c012000004003e7")
EXACT: list[tuple[ServiceModel, str, Any, str]] = [
    (KPM, "MeasurementRecordItem", ("integer", 0), "0000"),
    (KPM, "MeasurementRecordItem", ("integer", 5), "0005"),
    (KPM, "MeasurementRecordItem", ("integer", 4294967295), "18ffffffff"),
    (KPM, "MeasurementRecordItem", ("real", 1.5), "200380ff03"),
    (KPM, "MeasurementRecordItem", ("noValue", None), "40"),
    (KPM, "UEID", UE_DU, "1005"),
    (KPM, "CGI", ("nR-CGI", NR_CGI(b"\x00\xf1\x10", BitString(b"\x12\x34\x56\x78\x90", 36))), "0000f1101234567890"),
    (KPM, "S-NSSAI", S_NSSAI(b"\x01"), "0040"),
    (KPM, "S-NSSAI", S_NSSAI(b"\x01", b"\xff\xff\xff"), "4040ffffff"),
    (RC, "UEID", UE_DU, "1005"),
]


@pytest.mark.parametrize("edition", ALL)
@pytest.mark.parametrize(
    ("period", "octets"),
    [(1, "0000"), (100, "0063"), (1000, "0803e7"), (10000, "08270f"), (100000, "1001869f")],
)
def test_event_triggers(edition: str, period: int, octets: str) -> None:
    """A periodic trigger carries the period less one, in as few octets as it needs, in every edition."""
    assert KPM.encode(TRIGGER, trigger(period), edition).hex() == octets
    assert KPM.decode(TRIGGER, bytes.fromhex(octets), edition).value == trigger(period)


@pytest.mark.parametrize("edition", ALL)
def test_an_action_of_style_1(edition: str) -> None:
    """One measurement without label every second: 26 octets, the style in the third."""
    action = style_1(measurement("DRB.UEThpDl"))
    assert KPM.encode(ACTION, action, edition) == UE_THROUGHPUT
    decoded = KPM.decode(ACTION, UE_THROUGHPUT, edition)
    assert decoded.value == action
    assert decoded.conforms
    assert decoded.accepting == ALL


@pytest.mark.parametrize("edition", ["5.00", "6.00"])
def test_style_255_takes_two_octets(edition: str) -> None:
    """A style is an INTEGER without bounds, so 255 is not 1 octet but 2."""
    action = style_1(measurement("A"))
    octets = KPM.encode(ACTION, type(action)(255, action.action_definition_formats), edition)
    assert octets[:4].hex() == "000200ff"


def test_headers_tell_2_03_from_the_others() -> None:
    """A header without options has 5 octets in 2.03 and 9 from 3.00 on, and neither reads the other's."""
    old, new = KPM.encode(HEADER, header(FOUR), "2.03"), KPM.encode(HEADER, header(EIGHT), "3.00")
    assert (old, new) == (b"\0" + FOUR, b"\0" + EIGHT)
    assert KPM.accepting(HEADER, old) == ("2.03",)
    assert KPM.accepting(HEADER, new) == ALL[1:]


@pytest.mark.parametrize(("model", "type_name", "value", "octets"), EXACT)
def test_elements_have_exact_octets(model: ServiceModel, type_name: str, value: Any, octets: str) -> None:
    """Values that stand in many payloads have the octets that other encoders give them, in every edition."""
    for edition in model.editions:
        assert model.codec(edition).encode(type_name, value).hex() == octets
        assert model.codec(edition).decode(type_name, bytes.fromhex(octets)) == value


@pytest.mark.parametrize("edition", RC.editions)
def test_an_empty_control_outcome(edition: str) -> None:
    """An outcome of format 1 may say nothing, and has two octets then."""
    outcome = E2SM_RC_ControlOutcome(("controlOutcome-Format1", E2SM_RC_ControlOutcome_Format1(())))
    assert RC.encode(PayloadKind.CONTROL_OUTCOME, outcome, edition) == b"\0\0"


def test_each_model_knows_its_editions() -> None:
    """Titles, OIDs and editions are those of specs/; a service that came later is not in older editions."""
    assert (KPM.title, KPM.oid, KPM.short_name) == ("E2SM-KPM", KPM_OID, "ORAN-E2SM-KPM")
    assert ALL == ("2.03", "3.00", "4.00", "5.00", "6.00")
    assert RC.editions == ("1.03", "5.00", "7.00")
    assert RC.editions_with(PayloadKind.QUERY_HEADER) == ("5.00", "7.00")
    assert RC.editions_with(PayloadKind.CONTROL_HEADER) == RC.editions
    assert KPM.editions_with(PayloadKind.CONTROL_HEADER) == ()
    assert repr(KPM) == "ServiceModel('kpm')"


@pytest.mark.parametrize("model", MODELS, ids=repr)
def test_every_type_is_in_the_newest_edition(model: ServiceModel) -> None:
    """No payload is bound to a name that the schema does not have."""
    assert all(model.editions[-1] in model.editions_with(kind) for kind in model.types)
    assert set(model.types.values()) <= model.codec(model.editions[-1]).types


def test_a_service_that_the_model_has_not() -> None:
    """A control message for a KPM function, or a query of RC 1.03, is a complaint and no error."""
    decoded = KPM.decode(PayloadKind.CONTROL_MESSAGE, b"\0\0", path="E2AP.here", offset=7)
    assert (decoded.value, decoded.edition, decoded.accepting) == (None, None, ())
    assert [(one.kind, one.path, one.octet) for one in decoded.complaints] == [
        (ComplaintKind.UNKNOWN_PROCEDURE, "E2AP.here", 7)
    ]
    query = RC.decode(PayloadKind.QUERY_HEADER, b"\0\1\1", "1.03")
    assert query.complaints[0].message == "E2SM-RC 1.03 has no query header"
    assert query.accepting == ("5.00", "7.00")


def test_wrong_calls_raise() -> None:
    """An unknown edition, a payload that the edition has not, a value that does not fit: the caller's mistakes."""
    with pytest.raises(UsageError, match=r"9\.99"):
        KPM.decode(TRIGGER, b"\0\0", "9.99")
    with pytest.raises(UsageError, match=r"E2SM-KPM 6\.00 has no control header"):
        KPM.encode(PayloadKind.CONTROL_HEADER, None, "6.00")
    with pytest.raises(UsageError, match=r"E2SM-RC 1\.03 has no query outcome"):
        RC.trace(PayloadKind.QUERY_OUTCOME, b"\0", "1.03")
    with pytest.raises(EncodeError):
        KPM.encode(TRIGGER, trigger(0), "6.00")


def test_an_edition_that_must_skip_additions_does_not_accept_while_another_knows_them() -> None:
    """A label with a cell is none of 3.00, which could only skip it; one with a beam is none of 5.00 either."""
    cell = MeasurementLabel(cell_global_id=("nR-CGI", NR_CGI(b"\x00\xf1\x10", BitString(bytes(5), 36))))
    beam = MeasurementLabel(beam_id=("nR-Beam-ID", 3))
    of_4 = KPM.encode(ACTION, style_1(measurement("A", cell)), "4.00")
    of_6 = KPM.encode(ACTION, style_1(measurement("A", beam)), "6.00")
    assert KPM.accepting(ACTION, of_4) == ("4.00", "5.00", "6.00")
    assert KPM.accepting(ACTION, of_6) == ("4.00", "6.00")
    assert KPM.accepting(ACTION, of_6, ("3.00", "5.00")) == ("3.00", "5.00")
    assert KPM.decode(ACTION, of_6, "3.00").conforms


def test_without_an_edition_the_newest_that_accepts_is_taken() -> None:
    """What several editions accept is read by the newest; what none accepts by the one that gets furthest."""
    assert KPM.decode(HEADER, b"\0" + FOUR).edition == "2.03"
    assert KPM.decode(HEADER, b"\0" + EIGHT).edition == "6.00"
    assert KPM.decode(HEADER, b"\0" + EIGHT + b"\0").edition == "6.00"
    assert KPM.decode(HEADER, b"\0" + FOUR + b"\0").edition == "2.03"


def test_complaints_say_where() -> None:
    """Path and octet of a complaint count from where the payload lies in its message."""
    broken = UE_THROUGHPUT[:8] + b"\0" + UE_THROUGHPUT[9:]
    decoded = KPM.decode(ACTION, broken, "6.00", path="ricActionDefinition", offset=100)
    assert len(decoded.complaints) == 1
    assert decoded.complaints[0].kind is ComplaintKind.OUT_OF_RANGE
    assert decoded.complaints[0].octet == 108
    assert decoded.complaints[0].path.startswith("ricActionDefinition.actionDefinition-formats")
    assert decoded.accepting == ()
    assert decoded.octets == broken
    assert decoded.value.ric_style_type == 1


def test_trace_knows_the_places() -> None:
    """The tree of a payload covers its octets from the offset on."""
    tree = KPM.trace(TRIGGER, bytes.fromhex("0803e7"), "6.00", offset=10)
    assert (tree.start_bit, tree.end_bit) == (80, 104)
    assert tree.value == trigger(1000)


@given(octets=st.binary(max_size=60), model=st.sampled_from(MODELS), kind=st.sampled_from(PayloadKind))
@FAST
def test_no_octets_raise(octets: bytes, model: ServiceModel, kind: PayloadKind) -> None:
    """What a peer sends comes back with its octets, and with complaints that break the syntax unless it is accepted."""
    decoded = model.decode(kind, octets)
    assert decoded.octets == octets
    assert decoded.accepting == model.accepting(kind, octets)
    assert any(complaint.kind.breaks_syntax for complaint in decoded.complaints) == (not decoded.accepting)
    for edition in model.editions:
        assert model.decode(kind, octets, edition).octets == octets


@given(value=ACTIONS | MESSAGES, edition=st.sampled_from(ALL), data=st.data())
@FAST
def test_mutations_of_kpm_payloads_never_raise(value: Any, edition: str, data: st.DataObject) -> None:
    """Real payloads with one octet changed, or cut off, are read as far as they go."""
    kind = MESSAGE if hasattr(value, "job_id") else ACTION
    octets = bytearray(KPM.encode(kind, value, edition))
    place = data.draw(st.integers(0, len(octets) - 1))
    octets[place] ^= data.draw(st.integers(1, 255))
    for broken in (bytes(octets), bytes(octets[:place])):
        assert KPM.decode(kind, broken, edition).octets == broken


@given(value=ACTIONS | MESSAGES, edition=st.sampled_from(ALL))
@FAST
def test_kpm_round_trip(value: Any, edition: str) -> None:
    """What is encoded decodes to the same value, and that to the same octets; the edition accepts it."""
    kind = MESSAGE if hasattr(value, "job_id") else ACTION
    octets = KPM.encode(kind, value, edition)
    decoded = KPM.decode(kind, octets, edition)
    assert decoded.value == value
    assert edition in decoded.accepting
    assert KPM.encode(kind, decoded.value, edition) == octets


@given(value=CONTROLS, edition=st.sampled_from(RC.editions))
@FAST
def test_rc_round_trip(value: Any, edition: str) -> None:
    """The same for trees of RAN parameters."""
    octets = RC.encode(PayloadKind.CONTROL_MESSAGE, value, edition)
    decoded = RC.decode(PayloadKind.CONTROL_MESSAGE, octets, edition)
    assert decoded.value == value
    assert decoded.accepting == RC.editions
    assert RC.encode(PayloadKind.CONTROL_MESSAGE, decoded.value, edition) == octets


def test_deep_nesting_is_a_complaint() -> None:
    """A tree of parameters deeper than any real one is refused without end of memory or stack."""

    def nested(depth: int) -> bytes:
        return bytes.fromhex("0000010000" + "4400000000" * depth + "28800101")

    assert RC.encode(PayloadKind.CONTROL_MESSAGE, control_message((1, structure((1, NUMBER)))), "7.00") == nested(1)
    assert RC.accepting(PayloadKind.CONTROL_MESSAGE, nested(20)) == RC.editions
    decoded = RC.decode(PayloadKind.CONTROL_MESSAGE, nested(10_000), "7.00")
    assert [one.kind for one in decoded.complaints] == [ComplaintKind.MALFORMED]
    assert 5 * 10 < decoded.complaints[0].octet < 5 * 100


@given(value=ACTIONS | MESSAGES | CONTROLS, data=st.data())
@FAST
def test_editions_that_were_not_asked_would_have_said_the_same(value: Any, data: st.DataObject) -> None:
    """What is inferred from an older edition is what each edition's own codec reads, for any octets."""
    model, kind = KPM, MESSAGE if hasattr(value, "job_id") else ACTION
    if hasattr(value, "ric_control_message_formats"):
        model, kind = RC, PayloadKind.CONTROL_MESSAGE
    octets = bytearray(model.encode(kind, value, data.draw(st.sampled_from(model.editions))))
    octets[data.draw(st.integers(0, len(octets) - 1))] ^= data.draw(st.integers(0, 3))
    own = {name: model.codec(name).decode_lenient(model.types[kind], bytes(octets)) for name in model.editions}
    for name, reading in own.items():
        decoded = model.decode(kind, bytes(octets), name)
        assert (decoded.value, decoded.complaints) == (reading.value, reading.complaints)
    broken = {name for name, reading in own.items() if any(each.kind.breaks_syntax for each in reading.complaints)}
    conforming = [name for name in own if name not in broken]
    knowing = [name for name in conforming if not own[name].unknown_additions]
    assert list(model.accepting(kind, bytes(octets))) == (knowing or conforming)


def test_the_reading_whose_padding_is_zero_is_taken() -> None:
    """A header of 2.03 has no padding that is not zero; read as by 3.00 it has, and both accept it."""
    octets = bytes.fromhex("044fda8f3640665252272c2e7634")
    decoded = KPM.decode(HEADER, octets)
    assert (decoded.edition, decoded.complaints, decoded.accepting) == ("2.03", (), ALL)
    newer = KPM.decode(HEADER, octets, "3.00")
    assert [one.kind for one in newer.complaints] == [ComplaintKind.PADDING]
    assert newer.conforms


def test_padding_is_nobodys_business_but_the_senders() -> None:
    """A header whose padding is not zero reads as the same header, with its complaint; all editions accept it still."""
    octets = bytearray(KPM.encode(HEADER, header(bytes(8)), "3.00"))
    clean = KPM.decode(HEADER, bytes(octets))
    octets[0] |= 1
    decoded = KPM.decode(HEADER, bytes(octets))
    assert [one.kind for one in decoded.complaints] == [ComplaintKind.PADDING]
    assert (decoded.value, decoded.accepting) == (clean.value, clean.accepting)
    assert KPM.accepting(HEADER, bytes(octets)) == clean.accepting


def test_function_definitions() -> None:
    """A definition survives a round trip in each edition, and all accept it."""
    for edition in ALL:
        octets = KPM.encode(DEFINITION, kpm_definition(), edition)
        assert KPM.decode(DEFINITION, octets).value == kpm_definition()
        assert KPM.accepting(DEFINITION, octets) == ALL
    assert KPM.decode(MESSAGE, KPM.encode(MESSAGE, message_1(1, 2), "2.03")).value == message_1(1, 2)


def test_payloads_of_the_captures(reference: Path) -> None:
    """Every KPM and RC payload on E2 in the captures conforms, the KPM headers to 2.03 alone."""
    functions = {(one.file, one.function): identify(one.oid, one.octets) for one in captured(reference) if one.oid}
    accepting: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for one in captured(reference):
        model = functions[one.file, one.function]
        if model is not None:
            key = (model.key, one.kind.value)
            accepting.setdefault(key, set()).add(model.decode(one.kind, one.octets).accepting)
    assert accepting == {
        ("kpm", "function-definition"): {ALL},
        ("kpm", "event-trigger-definition"): {ALL},
        ("kpm", "action-definition"): {ALL},
        ("kpm", "indication-header"): {("2.03",)},
        ("kpm", "indication-message"): {ALL},
        ("rc", "function-definition"): {RC.editions},
    }


def test_payloads_of_the_vectors(reference: Path) -> None:
    """Which payloads of other stacks no edition accepts, and at which octet each first breaks its type.

    In all others padding is zero.
    """
    rejected = {}
    for one in vectors(reference):
        model = identify(one.oid, one.octets if one.kind is DEFINITION else None)
        if model is None and one.function in (1, 3, 147) and b"_STATS_" not in one.octets:
            model = RC if one.function == 3 else KPM
        if model is not None:
            decoded = model.decode(one.kind, one.octets)
            if decoded.accepting:
                assert decoded.complaints == (), one
            else:
                first = next(each for each in decoded.complaints if each.kind.breaks_syntax)
                rejected[one.file, model.key, one.kind.value] = (first.octet, first.kind.value)
    assert rejected == {
        # FlexRIC of 2022, where names of style and measurement end in NUL.
        ("AbdouTlili/flexric-mec", "kpm", "function-definition"): (13, "out-of-range"),
        ("AbdouTlili/flexric-mec", "kpm", "action-definition"): (12, "out-of-range"),
        # A definition with a list of nodes, as KPM had one before 2.03.
        ("onosproject/onos-e2t", "kpm", "function-definition"): (9, "out-of-range"),
        # The INTEGER 0 in no octets.
        ("onosproject/onos-e2t", "rc", "function-definition"): (49, "malformed"),
        # A unit test's stand-ins for payloads.
        ("srsran/srsRAN_Project", "kpm", "event-trigger-definition"): (2, "trailing-octets"),
        ("srsran/srsRAN_Project", "kpm", "action-definition"): (4, "truncated"),
    }
