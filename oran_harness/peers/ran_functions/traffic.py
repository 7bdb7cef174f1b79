"""What the UEs of a radio network want and get at a time: it moves smoothly, with a little noise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sin, tau
from typing import Any

from oran_harness.peers.ran_functions.chance import mixed, share
from oran_harness.peers.ran_functions.radio import PRBS, Radio
from oran_harness.peers.ran_functions.radio_event import Ue

_SLOWEST, _FASTEST = 60.0, 7.0
_NOISE_A_SECOND = 10
_PRBS = (4.0, 44.0)
_CQI = (4.0, 15.0)
_RSRP = (30.0, 90.0)
_KBPS_PER_PRB_AND_CQI = 60.0
_UPLINK_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Traffic:
    """A UE, its PRBs of the downlink, its channel quality (CQI, 1..15), and its SS-RSRP as an index, 0..126."""

    ue: Ue
    prbs: float
    cqi: int
    rsrp: int

    @property
    def downlink_kbps(self) -> float:
        """Throughput of the downlink in kbit/s."""
        return self.prbs * self.cqi * _KBPS_PER_PRB_AND_CQI

    @property
    def uplink_kbps(self) -> float:
        """Throughput of the uplink in kbit/s."""
        return self.downlink_kbps * _UPLINK_SHARE

    @property
    def uplink_prbs(self) -> float:
        """PRBs of the uplink."""
        return self.prbs * 2 * _UPLINK_SHARE


def traffic(radio: Radio, at: float) -> tuple[Traffic, ...]:
    """What each UE gets: what it wants, within the largest share of its slice, and within what its cell has."""
    wanted = tuple(_wanted(radio.seed, ue, radio.age(at)) for ue in radio.ues(at))
    if radio.quotas:
        wanted = _bounded(
            wanted, lambda ue: (ue.cell, ue.slice.sst, ue.slice.sd), lambda key: _allowed(radio, *key[1:])
        )
    return _bounded(wanted, lambda ue: ue.cell, lambda _: PRBS)


def _allowed(radio: Radio, sst: bytes, sd: bytes | None) -> float:
    quota = radio.quotas.get((sst, sd))
    return PRBS if quota is None else PRBS * quota.maximum / 100


def _bounded(
    wanted: tuple[Traffic, ...], group: Callable[[Ue], Any], limit: Callable[[Any], float]
) -> tuple[Traffic, ...]:
    """The same traffic, so that no group of UEs has more PRBs than its limit."""
    totals: dict[Any, float] = {}
    for each in wanted:
        key = group(each.ue)
        totals[key] = totals.get(key, 0.0) + each.prbs
    factors = {key: limit(key) / total for key, total in totals.items() if total > limit(key)}
    if not factors:
        return wanted
    return tuple(replace(each, prbs=each.prbs * factors.get(group(each.ue), 1.0)) for each in wanted)


def _wanted(seed: int, ue: Ue, age: float) -> Traffic:
    bits = mixed(seed, ue.number)
    first, second, third, fourth = ((bits >> shift & 0xFFFF) / 65536 for shift in (0, 16, 32, 48))
    noise = 0.1 * (share(seed, ue.number, int(age * _NOISE_A_SECOND)) - 0.5)
    load = 0.5 + 0.4 * sin(tau * (age / (_FASTEST + third * (_SLOWEST - _FASTEST)) + first)) + noise
    quality = 0.5 + 0.45 * sin(tau * (age / (_FASTEST * 3 + fourth * _SLOWEST) + second))
    prbs = _between(_PRBS, load) if ue.connected else 0.0
    return Traffic(ue, prbs, round(_between(_CQI, quality)), round(_between(_RSRP, quality)))


def _between(ends: tuple[float, float], place: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * place
