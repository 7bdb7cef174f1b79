"""KPM action definitions."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import BitString, EncodeError
from oran_harness.model.errors import UsageError
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.build import TEST_PLMN, nr_cell, ue_id
from oran_harness.service_models.kpm.build import action_definition, condition, five_qi_label, no_label, slice_label
from oran_harness.service_models.kpm.labels import labels_of
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.kpm.records import subscribed_measurements
from oran_harness.service_models.kpm.styles import action_format
from oran_harness.service_models.kpm.ues import subscribed_ues
from tests.service_models.kpm.build.read import value

CELL = nr_cell(TEST_PLMN, BitString(b"\x00\x00\x01\x00", 28), 1)
UES = (ue_id("gnb", 1), ue_id("gnb", 2))
NEEDED: dict[int, dict[str, Any]] = {
    1: {},
    2: {"ues": UES[:1]},
    3: {"conditions": (slice_label(1), condition("rSRP", "greaterthan", 40))},
    4: {"conditions": (condition("sNSSAI", "equal", b"\x01"),)},
    5: {"ues": UES},
}


def read(style: int, edition: str = "3.00", **more: Any) -> Any:
    """An action definition of a style, built and read back."""
    octets = action_definition(style, edition=edition, **NEEDED[style], **more)
    return value("kpm", PayloadKind.ACTION_DEFINITION, octets, edition)


@pytest.mark.parametrize("edition", KPM.editions)
@pytest.mark.parametrize("style", NEEDED)
def test_format_of_the_style(edition: str, style: int) -> None:
    """An action has the style that was asked for and the format of that style (table 7.8-2)."""
    definition = read(style, edition)
    assert (style_of(definition), format_of(definition)) == (style, action_format(style))


def test_known_octets() -> None:
    """The plainest action has the octets that another encoder gives it."""
    assert action_definition(1, edition="3.00").hex() == "0001010000000" + "0a04452422e5545546870446c012000004003e7"


def test_measurements_and_labels() -> None:
    """Measurements go by name or ID, with labels of their own or those that hold for all."""
    asked = ("DRB.UEThpDl", 3, ("RRU.PrbUsedDl", (slice_label(1), slice_label(1, 1))))
    definition = read(1, measurements=asked, labels=(five_qi_label(9),), granularity_ms=100, cell=CELL)
    items = subscribed_measurements(definition)
    assert items is not None
    assert [item.meas_type for item in items] == [
        ("measName", "DRB.UEThpDl"),
        ("measID", 3),
        ("measName", "RRU.PrbUsedDl"),
    ]
    assert [labels_of(item.label_info_list) for item in items] == [
        (five_qi_label(9),),
        (five_qi_label(9),),
        (slice_label(1), slice_label(1, 1)),
    ]
    assert (content_of(definition).granul_period, content_of(definition).cell_global_id) == (100, CELL)


def test_ues_and_conditions() -> None:
    """Styles 2 and 5 name their UEs, style 4 its tests, style 3 its conditions for each measurement."""
    assert subscribed_ues(read(2)) == UES[:1]
    assert subscribed_ues(read(5)) == UES
    tests = [item.test_cond_info for item in content_of(read(4)).matching_ue_cond_list]
    assert tests == list(NEEDED[4]["conditions"])
    listed = content_of(read(3, measurements=("DRB.UEThpDl", "RRU.PrbTotDl"), cell=CELL)).meas_cond_list
    assert [[one.matching_cond_choice[1] for one in item.matching_cond] for item in listed] == [
        list(NEEDED[3]["conditions"])
    ] * 2
    plain = value("kpm", PayloadKind.ACTION_DEFINITION, action_definition(3, edition="3.00"), "3.00")
    assert content_of(plain).meas_cond_list[0].matching_cond[0].matching_cond_choice == ("measLabel", no_label())


@pytest.mark.parametrize(
    ("style", "given", "message"),
    [
        (2, {}, "give the one UE"),
        (4, {}, "give tests"),
        (4, {"conditions": (no_label(),)}, "give tests"),
        (5, {}, "give two or more"),
        (255, {}, "choose a style from 1 to 5"),
    ],
)
def test_what_a_style_needs(style: int, given: dict[str, Any], message: str) -> None:
    """What a style cannot be without is asked for."""
    with pytest.raises(UsageError, match=message):
        action_definition(style, edition="3.00", **given)


def test_one_ue_is_too_few() -> None:
    """Style 5 with one UE cannot be encoded (KPM 8.2.1.2.5)."""
    with pytest.raises(EncodeError):
        action_definition(5, edition="3.00", ues=UES[:1])
