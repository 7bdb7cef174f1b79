"""Action definitions of KPM as our E2 node reads them."""

from dataclasses import replace
from typing import Any

import pytest

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.kpm_action import (
    CONTRADICTORY,
    FOREIGN,
    TOO_MUCH,
    UNAVAILABLE,
    UNSUPPORTED,
    KpmAction,
    expand,
    read_action,
)
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm import elements as k
from oran_harness.service_models.kpm.build import (
    CATALOGUE,
    action_definition,
    average_label,
    bin_label,
    condition,
    five_qi_label,
    names,
    no_label,
    slice_label,
)
from oran_harness.service_models.kpm.model import KPM

OFFERED = {style: names("gnb", style, everything=True) for style in (1, 2, 3, 4)}
RADIO = Radio()


def read(style: int = 1, **given: Any) -> KpmAction | Refusal:
    """An action, as it is read."""
    return read_action(action_definition(style, edition="5.00", **given), "5.00", OFFERED, RADIO, 0.0)


def listed(*labels: k.MeasurementLabel, name: str = "RRU.PrbUsedDl") -> KpmAction | Refusal:
    """An action of style 1 with one measurement under these labels."""
    return read(measurements=((name, labels),))


def test_columns() -> None:
    """There is a column for each label of each measurement, by name or by ID."""
    asked = ("RRU.PrbTotDl", (CATALOGUE["RRU.PrbUsedDl"].id, (slice_label(1), five_qi_label(9))))
    action = read(measurements=asked, granularity_ms=20, cell=RADIO.cells[1])
    assert isinstance(action, KpmAction)
    assert [(column.measurement.name, column.label) for column in action.columns] == [
        ("RRU.PrbTotDl", no_label()),
        ("RRU.PrbUsedDl", slice_label(1)),
        ("RRU.PrbUsedDl", five_qi_label(9)),
    ]
    assert (action.style, action.granularity_ms, action.cell, len(action.measurements)) == (1, 20, 1, 2)


def test_ranges_and_overrides() -> None:
    """Ranges are written out, and what a label inherits is filled in (KPM 8.3.11)."""
    start, end = (replace(bin_label(number), start_end_ind=ind) for number, ind in ((2, "start"), (4, "end")))
    assert expand([start, end, bin_label(1)]) == [bin_label(2), bin_label(3), bin_label(4), bin_label(1)]
    inheriting = k.MeasurementLabel(five_qi=9, pre_label_override="true")
    assert expand([slice_label(1), inheriting]) == [slice_label(1), replace(slice_label(1), five_qi=9)]
    action = listed(start, end, name="RRU.PrbTotDlDist")
    assert isinstance(action, KpmAction)
    assert len(action.columns) == 3


def test_ues_tests_and_conditions() -> None:
    """Known UEs are kept by number; a UE that is unknown is left out where others are known."""
    known, unknown = RADIO.ue_id(2), RADIO.ue_id(4000)
    action = read_action(
        action_definition(5, edition="5.00", ues=[known, unknown]), "5.00", {5: OFFERED[2]}, RADIO, 0.0
    )
    assert isinstance(action, KpmAction)
    assert action.ues == (2,)
    assert read(2, ues=[unknown]) == UNAVAILABLE
    tests = read(4, conditions=[condition("gBR")])
    assert isinstance(tests, KpmAction)
    assert [item.test_cond_info for item in tests.tests] == [condition("gBR")]
    matched = read(3, conditions=[condition("gBR"), slice_label(1)], measurements=("DRB.UEThpDl", 3))
    assert isinstance(matched, KpmAction)
    assert [(one.asked, one.column.label) for one in matched.matched] == [
        ("DRB.UEThpDl", slice_label(1)),
        (3, no_label()),
    ]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"measurements": ("No.Such",)}, UNAVAILABLE),
        ({"measurements": (60000,)}, UNAVAILABLE),
        ({"measurements": ("RRU.PrbAvailDl",), "style": 4, "conditions": (condition("gBR"),)}, UNAVAILABLE),
        ({"measurements": ("RRU.PrbAvailDl",), "style": 3}, UNAVAILABLE),
        ({"style": 3, "conditions": (bin_label(1),)}, UNAVAILABLE),
        ({"style": 3, "cell": RADIO.neighbours[0]}, UNAVAILABLE),
        ({"style": 5, "ues": (RADIO.ue_id(1), RADIO.ue_id(2))}, UNSUPPORTED),
        ({"cell": RADIO.neighbours[0]}, UNAVAILABLE),
        ({"labels": (average_label(),)}, UNAVAILABLE),
        ({"labels": (k.MeasurementLabel(),)}, UNAVAILABLE),
        ({"labels": (k.MeasurementLabel(no_label="true", five_qi=9),)}, CONTRADICTORY),
        ({"labels": (replace(five_qi_label(1), start_end_ind="start"),)}, UNAVAILABLE),
        ({"measurements": (("RRU.PrbTotDlDist", (bin_label(6),)),)}, UNAVAILABLE),
        ({"measurements": ("RRU.PrbTotDl",) * 5000}, TOO_MUCH),
    ],
)
def test_what_is_refused(given: dict[str, Any], refusal: Refusal) -> None:
    """Styles, measurements, labels, cells and UEs that the node has not are refused, each for its reason."""
    assert read(**given) == refusal


def test_octets_that_are_no_action() -> None:
    """Octets of something else, and a format of another style, are told apart."""
    assert read_action(b"\xff" * 9, "5.00", OFFERED, RADIO, 0.0) == FOREIGN
    whole = action_definition(1, edition="5.00")
    content = KPM.decode(PayloadKind.ACTION_DEFINITION, whole, "5.00").value.action_definition_formats
    wrong = KPM.encode(PayloadKind.ACTION_DEFINITION, k.E2SM_KPM_ActionDefinition(4, content), "5.00")
    assert read_action(wrong, "5.00", OFFERED, RADIO, 0.0) == CONTRADICTORY
    for length in range(len(whole)):
        assert isinstance(read_action(whole[:length], "5.00", OFFERED, RADIO, 0.0), Refusal)
