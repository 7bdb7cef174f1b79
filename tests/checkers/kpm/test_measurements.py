"""Rules about measurements and labels."""

import pytest

from oran_harness.service_models import PayloadKind
from oran_harness.service_models.kpm.elements import LabelInfoItem, MeasurementInfoItem, MeasurementLabel
from tests.checkers.payloads_of import (
    NAME,
    kpm,
    kpm_definition_of,
    kpm_function,
    kpm_indication,
    kpm_subscribed,
    kpm_trigger,
)
from tests.checkers.scene import (
    KPM,
    NODE,
    RIC,
    Case,
    Scene,
    accepted,
    action,
    case,
    check_broken,
    check_kept,
    setup_request,
    setup_response,
)
from tests.service_models.samples import measurement, message_1, style_1, style_4

OTHER = "RRU.PrbUsedDl"


def by_id(number: int) -> MeasurementInfoItem:
    """A measurement by its ID."""
    return MeasurementInfoItem(("measID", number), (LabelInfoItem(MeasurementLabel(no_label="true")),))


def labelled(**members: object) -> MeasurementInfoItem:
    """The measurement with one label."""
    return measurement(NAME, MeasurementLabel(**members))  # type: ignore[arg-type]


def clean(scene: Scene) -> None:
    """Measurements by name and by published ID, and their report."""
    items = (measurement(NAME), by_id(7))
    kpm_subscribed(scene, style_1(*items)).node(kpm_indication(message_1(2, items=items)))


def ranged(first: str, second: str) -> MeasurementInfoItem:
    """Two bins with these range indications."""
    return measurement(
        NAME,
        MeasurementLabel(dist_bin_x=1, start_end_ind=first),  # type: ignore[arg-type]
        MeasurementLabel(dist_bin_x=4, start_end_ind=second),  # type: ignore[arg-type]
    )


CASES = (
    case("KPM-MEASUREMENT-ID", RIC, lambda s: kpm_subscribed(s, style_1(by_id(99))), clean),
    case(
        "KPM-MEASUREMENT-NAME",
        RIC,
        lambda s: kpm_subscribed(s, style_1(measurement(OTHER))),
        clean,
    ),
    case(
        "KPM-UNPUBLISHED-REPORTED",
        NODE,
        lambda s: kpm_subscribed(s).node(kpm_indication(message_1(1, items=(measurement(OTHER),)))),
        clean,
    ),
    case(
        "KPM-NO-LABEL-ALONE",
        RIC,
        lambda s: kpm_subscribed(s, style_1(labelled(no_label="true", five_qi=9))),
        lambda s: kpm_subscribed(s, style_1(labelled(five_qi=9))),
    ),
    case(
        "KPM-BIN-DIMENSIONS",
        RIC,
        lambda s: kpm_subscribed(s, style_1(labelled(dist_bin_y=1))),
        lambda s: kpm_subscribed(s, style_1(labelled(dist_bin_x=1, dist_bin_y=1))),
    ),
    case(
        "KPM-LABEL-RANGE",
        RIC,
        lambda s: kpm_subscribed(s, style_1(ranged("start", "start"))),
        lambda s: kpm_subscribed(s, style_1(ranged("start", "end"))),
    ),
    case(
        "KPM-SLICE-TEST",
        RIC,
        lambda s: kpm_subscribed(s, style_4(measurement(NAME), slice_octets=b"\1\2"), kpm_definition_of(4, (NAME,))),
        lambda s: kpm_subscribed(
            s, style_4(measurement(NAME), slice_octets=b"\1\2\3\4"), kpm_definition_of(4, (NAME,))
        ),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_a_name_may_have_the_filter_suffix_or_not() -> None:
    """KPM's own names end in _Filter, which PrintableString cannot spell and nodes drop: neither is held against
    anyone.
    """
    written = rewritten(Scene(), f"{NAME}XFilter".encode(), f"{NAME}_Filter".encode())
    assert written.fired() == set()


def rewritten(scene: Scene, old: bytes, new: bytes) -> Scene:
    """A subscription to a measurement whose name has a character that the encoder refuses."""
    scene.up().node(setup_request(kpm_function())).ric(setup_response(accepted(KPM)))
    definition = kpm(PayloadKind.ACTION_DEFINITION, style_1(measurement(old.decode()))).replace(old, new)
    return scene.subscribed(action(definition=definition), of=KPM, trigger=kpm_trigger())
