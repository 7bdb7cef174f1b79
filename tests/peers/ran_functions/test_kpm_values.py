"""Values of KPM measurements in one granularity period."""

import pytest

from oran_harness.peers.ran_functions.kpm_values import Window, in_slice, value, window
from oran_harness.peers.ran_functions.radio import PRBS, Radio
from oran_harness.service_models.common.build import TEST_PLMN, s_nssai
from oran_harness.service_models.kpm.build import (
    CATALOGUE,
    bin_label,
    five_qi_label,
    no_label,
    plmn_label,
    slice_label,
)
from oran_harness.service_models.kpm.elements import MeasurementLabel


def seen(start: float = 10.0, seconds: float = 1.0, seed: int = 1) -> Window:
    """A window of a whole node with two cells."""
    radio = Radio(seed=seed)
    radio.age(0.0)
    return window(radio, start, seconds)


def of(name: str, label: MeasurementLabel | None = None, given: Window | None = None, cells: int = 2) -> float | None:
    """The value of a measurement."""
    return value(name, label or no_label(), given or seen(), cells, TEST_PLMN)


@pytest.mark.parametrize("name", CATALOGUE)
def test_everything_in_the_catalogue_has_values(name: str) -> None:
    """Each measurement has a value of the type that TS 28.552 gives it, never negative, at any time."""
    for start in range(0, 60, 7):
        found = of(name, given=seen(float(start)))
        assert isinstance(found, float) == CATALOGUE[name].real
        assert found is not None
        assert found >= 0


@pytest.mark.parametrize("name", ["RRU.PrbTotDl", "RRU.PrbTotUl"])
def test_shares(name: str) -> None:
    """A share of resources is a percentage."""
    assert all(0 <= (of(name, given=seen(float(start))) or 0) <= 100 for start in range(100))


def test_parts_make_the_whole() -> None:
    """PRBs split by 5QI, by cell or by UE add up, but for rounding; the PLMN is that of all, or of nobody."""
    whole, given = of("RRU.PrbUsedDl"), seen()
    assert whole is not None
    by_flow = sum(of("RRU.PrbUsedDl", five_qi_label(flow)) or 0 for flow in (9, 7, 1))
    by_cell = sum(of("RRU.PrbUsedDl", given=given.of_cell(cell)) or 0 for cell in (0, 1))
    by_ue = sum(of("RRU.PrbUsedDl", given=given.of_ue(each.ue.number)) or 0 for each in given.traffic)
    assert abs(by_flow - whole) <= 2
    assert abs(by_cell - whole) <= 2
    assert abs(by_ue - whole) <= 4
    assert of("RRU.PrbUsedDl", plmn_label(TEST_PLMN)) == whole
    assert of("RRU.PrbUsedDl", plmn_label(b"\x02\xf8\x59")) == 0
    assert of("RRU.PrbAvailDl", given=given.of_cell(0), cells=1) == PRBS


def test_slices() -> None:
    """An SST alone means all of its slices, SD ffffff the one without SD (KPM 8.3.11)."""
    plain, detailed = s_nssai(1), s_nssai(1, 1)
    assert [in_slice(each, s_nssai(1)) for each in (plain, detailed, s_nssai(2))] == [True, True, False]
    assert [in_slice(each, s_nssai(1, 1)) for each in (plain, detailed)] == [False, True]
    assert [in_slice(each, s_nssai(1, 0xFFFFFF)) for each in (plain, detailed)] == [True, False]
    assert of("DRB.UEThpDl", slice_label(77)) is None
    assert of("RRU.PrbUsedDl", slice_label(77)) == 0


def test_distributions() -> None:
    """Bins hold all samples of a period, each once; dimensions that are not asked for are summed up."""
    total = of("CARR.WBCQIDist")
    by_quality = [of("CARR.WBCQIDist", bin_label(x)) or 0 for x in range(1, 17)]
    every = [of("CARR.WBCQIDist", bin_label(x, y, z)) or 0 for x in range(1, 17) for y in (1, 2, 3, 4) for z in (1, 2)]
    assert total == sum(by_quality) == sum(every) == 10 * len(seen().traffic)
    loads = [of("RRU.PrbTotDlDist", bin_label(x)) for x in range(1, 6)]
    assert sorted(loads) == [0, 0, 0, 0, 10]  # type: ignore[type-var]
    share = of("RRU.PrbTotDl")
    assert share is not None
    assert loads[int(share) // 20] == 10


def test_counts_grow_with_the_period() -> None:
    """Volumes and counts are of the whole period; events are counted in the period in which they happen."""
    short, long = (of("DRB.PdcpSduVolumeDL", given=seen(10.0, seconds)) for seconds in (0.001, 10.0))
    assert short is not None
    assert long is not None
    assert long > 1000 * short > 0
    counted = [of("MM.HoExeIntraSucc", given=seen(float(start))) for start in range(40)]
    assert sum(each or 0 for each in counted) == of("MM.HoExeIntraSucc", given=seen(0.0, 40.0))
    assert max(each or 0 for each in counted) >= 1


def test_who_is_not_there() -> None:
    """There is no window of a UE that is not there."""
    assert seen().of_ue(4000) is None
    given = seen()
    one = given.of_ue(1)
    assert one is not None
    assert [each.ue.number for each in one.traffic] == [1]
    assert (one.start, one.seconds) == (given.start, given.seconds)
