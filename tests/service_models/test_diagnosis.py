"""What octets may be that no edition accepts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.diagnosis import diagnose
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc.model import RC
from tests.service_models.samples import control_message, element, measurement, message_1, structure, style_1

ACTION, MESSAGE = PayloadKind.ACTION_DEFINITION, PayloadKind.INDICATION_MESSAGE
OCTETS = KPM.encode(ACTION, style_1(measurement("DRB.UEThpDl")), "6.00")


def test_what_is_accepted_needs_no_hint() -> None:
    """A payload that some edition accepts is not diagnosed."""
    assert diagnose(KPM, ACTION, OCTETS) == ()


def test_the_payload_of_another_model() -> None:
    """An RC control message in a KPM action is recognised for what it is."""
    message = control_message(
        (
            1,
            structure(
                (
                    3,
                    element(("valueInt", 70_000)),
                )
            ),
        ),
        (2, element(None)),
    )
    octets = RC.encode(PayloadKind.CONTROL_MESSAGE, message, "7.00")
    assert "they read as a control message of E2SM-RC 7.00" in diagnose(KPM, ACTION, octets)


def test_a_payload_in_the_wrong_place() -> None:
    """An action definition where the indication message belongs is recognised too."""
    hints = diagnose(KPM, MESSAGE, OCTETS)
    assert "they read as an action definition of E2SM-KPM 6.00" in hints


def test_padding_behind_the_value() -> None:
    """Octets of zero that some encoder left behind are told from other trailing octets."""
    octets = KPM.encode(MESSAGE, message_1(3), "6.00")
    words = "without the 2 octets of zero at the end, E2SM-KPM 6.00 reads them"
    assert words in diagnose(KPM, MESSAGE, octets + b"\0\0")
    assert not any("octets of zero" in hint for hint in diagnose(KPM, MESSAGE, octets + b"\0\1"))


def test_text_and_nothing() -> None:
    """Text is quoted, shortened; no octets at all are said to be none."""
    assert diagnose(KPM, ACTION, b"MAC_STATS_V0") == ("the octets are the text 'MAC_STATS_V0'",)
    assert diagnose(KPM, ACTION, b"x" * 5000)[-1] == f"the octets are the text '{'x' * 40}...'"
    assert diagnose(KPM, ACTION, b"") == ("there are no octets at all",)


@given(st.binary(max_size=40), st.sampled_from((KPM, RC)), st.sampled_from(PayloadKind))
@settings(max_examples=60, database=None, deadline=None)
def test_nothing_raises(octets: bytes, model: object, kind: PayloadKind) -> None:
    """Any octets are diagnosed in a few sentences."""
    assert len(diagnose(KPM if model is KPM else RC, kind, octets)) < 20
