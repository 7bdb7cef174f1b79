"""What the UEs of a radio network want and get at a time."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.peers.ran_functions.radio import PRBS, Quota, Radio
from oran_harness.peers.ran_functions.traffic import traffic


@settings(max_examples=60)
@given(st.integers(0, 1000), st.floats(0, 1e6), st.integers(2, 40))
def test_bounds(seed: int, now: float, ues: int) -> None:
    """No cell gives more PRBs than it has; figures are in the ranges that their reports have."""
    radio = Radio(seed=seed, ues=ues)
    radio.age(0.0)
    told = traffic(radio, now)
    for cell in (0, 1):
        assert sum(each.prbs for each in told if each.ue.cell == cell) <= PRBS + 1e-6
    for each in told:
        assert (each.prbs > 0) == each.ue.connected
        assert 1 <= each.cqi <= 15
        assert 0 <= each.rsrp <= 126
        assert each.uplink_kbps <= each.downlink_kbps
        assert each.uplink_prbs <= PRBS


def test_traffic_moves_smoothly() -> None:
    """From one tenth of a second to the next a UE's share changes by little, within a minute by much."""
    radio = Radio(seed=1)
    told = [next(iter(traffic(radio, step / 10))).prbs for step in range(600)]
    assert max(abs(after - before) for before, after in pairwise(told)) < 10
    assert max(told) - min(told) > 15


@given(st.integers(0, 100), st.integers(0, 100))
def test_quotas(seed: int, maximum: int) -> None:
    """The UEs of a slice get no more than its largest share of each cell."""
    radio = Radio(seed=seed, ues=20)
    slices = {ue.slice for ue in radio.ues(0.0)}
    for slice_ in slices:
        radio.set_quota(slice_, Quota(0, maximum, 0), 0.0)
    told = traffic(radio, 3.0)
    for slice_ in slices:
        for cell in (0, 1):
            used = sum(each.prbs for each in told if each.ue.slice == slice_ and each.ue.cell == cell)
            assert used <= PRBS * maximum / 100 + 1e-6
