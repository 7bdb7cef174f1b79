"""Values of KPM measurements in one granularity period, for any set of UEs (TS 28.552, KPM 7.9.1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from oran_harness.peers.ran_functions.radio import PRBS, Radio
from oran_harness.peers.ran_functions.radio_event import CONNECTED, HANDED_OVER, RadioEvent
from oran_harness.peers.ran_functions.radio_events import events
from oran_harness.peers.ran_functions.traffic import Traffic, traffic
from oran_harness.service_models.common.elements import S_NSSAI
from oran_harness.service_models.kpm.build import Bins
from oran_harness.service_models.kpm.elements import MeasurementLabel

_SAMPLES_A_SECOND = 10
_BLOCKS_A_SECOND = 1000
_NO_SD = b"\xff\xff\xff"
_SSBS = 4

Number = int | float | None


class Window:
    """A granularity period: when it began, its length in seconds, the traffic in its middle, and what happened in it.

    Few measurements count events, so that they are looked up when first asked for.
    """

    __slots__ = ("_events", "_lookup", "seconds", "start", "traffic")

    def __init__(
        self,
        start: float,
        seconds: float,
        traffic: tuple[Traffic, ...],
        lookup: Callable[[], Iterable[RadioEvent]],
    ) -> None:
        self.start = start
        self.seconds = seconds
        self.traffic = traffic
        self._lookup = lookup
        self._events: tuple[RadioEvent, ...] | None = None

    @property
    def events(self) -> tuple[RadioEvent, ...]:
        """What happened in the period."""
        if self._events is None:
            self._events = tuple(self._lookup())
        return self._events

    def of_ue(self, number: int) -> "Window | None":
        """The same for one UE alone; None if it is not there."""
        own = tuple(each for each in self.traffic if each.ue.number == number)
        if not own:
            return None
        return Window(self.start, self.seconds, own, lambda: (each for each in self.events if _about(each, number)))

    def of_cell(self, cell: int) -> "Window":
        """The same for one cell alone, by index."""
        own = tuple(each for each in self.traffic if each.ue.cell == cell)
        return Window(self.start, self.seconds, own, lambda: (each for each in self.events if each.cell == cell))

    def happened(self, id_change: int) -> int:
        """How many UEs changed so (RC 7.3.5)."""
        return sum(event.id_change == id_change for event in self.events)


def _about(event: RadioEvent, number: int) -> bool:
    return event.ue is not None and event.ue.number == number


def window(radio: Radio, start: float, seconds: float) -> Window:
    """A granularity period of the whole node."""
    middle = traffic(radio, start + seconds / 2)
    return Window(start, seconds, middle, lambda: events(radio, start, start + seconds))


def value(name: str, label: MeasurementLabel, seen: Window, cells: int, plmn: bytes) -> Number:
    """The value of a measurement of the catalogue under a label; None where nothing was generated.

    ``cells`` is how many cells the window is about, ``plmn`` the node's. The label is one that the catalogue has for
    the measurement.
    """
    chosen = [each for each in seen.traffic if _matches(each, label, plmn)]
    return _VALUES[name](_Asked(chosen, seen, cells, label))


def _matches(each: Traffic, label: MeasurementLabel, plmn: bytes) -> bool:
    return (
        (label.five_qi is None or each.ue.five_qi == label.five_qi)
        and (label.slice_id is None or in_slice(each.ue.slice, label.slice_id))
        and (label.ssb_index is None or each.ue.slot % _SSBS == label.ssb_index)
        and (label.plmn_id is None or label.plmn_id == plmn)
    )


def in_slice(slice_: S_NSSAI, asked: S_NSSAI) -> bool:
    """Whether a slice is meant by an SST alone, by SST and SD, or by SD ``ffffff`` for "no SD" (KPM 8.3.11)."""
    if slice_.sst != asked.sst:
        return False
    return asked.sd is None or slice_.sd == (None if asked.sd == _NO_SD else asked.sd)


@dataclass(frozen=True, slots=True)
class _Asked:
    """UEs that a label leaves, and where they come from."""

    traffic: Sequence[Traffic]
    window: Window
    cells: int
    label: MeasurementLabel

    @property
    def prbs(self) -> float:
        """PRBs used in the downlink."""
        return sum(each.prbs for each in self.traffic)

    @property
    def kbit(self) -> float:
        """Volume of the downlink in kbit."""
        return sum(each.downlink_kbps for each in self.traffic) * self.window.seconds

    def mean(self, figure: Callable[[Traffic], float]) -> float | None:
        """The mean over the UEs; None without any."""
        return round(sum(map(figure, self.traffic)) / len(self.traffic), 3) if self.traffic else None

    def count(self, rate: float) -> int:
        """How often something happens that happens so often a second."""
        return round(rate * self.window.seconds)

    def in_bins(self, figures: Sequence[tuple[int, int, int]], each: int) -> int:
        """How many samples lie in the label's bin, if every figure stands for so many; bins count from 1."""
        wanted = (self.label.dist_bin_x, self.label.dist_bin_y, self.label.dist_bin_z)
        return each * sum(
            all(want is None or want == got for want, got in zip(wanted, figure, strict=True)) for figure in figures
        )


def _percent(prbs: float, cells: int) -> int:
    return min(100, round(100 * prbs / (PRBS * cells)))


def _load_bin(asked: _Asked, bins: Bins) -> tuple[int, int, int]:
    percent = _percent(asked.prbs, asked.cells)
    return (min(bins.x, 1 + percent * bins.x // 100), 1, 1)


_LOAD_BINS = Bins(5)
_VALUES: Mapping[str, Callable[[_Asked], Number]] = {
    "DRB.UEThpDl": lambda asked: asked.mean(lambda each: each.downlink_kbps),
    "DRB.UEThpUl": lambda asked: asked.mean(lambda each: each.uplink_kbps),
    "RRU.PrbTotDl": lambda asked: _percent(asked.prbs, asked.cells),
    "RRU.PrbTotUl": lambda asked: _percent(sum(each.uplink_prbs for each in asked.traffic), asked.cells),
    "RRU.PrbUsedDl": lambda asked: round(asked.prbs),
    "RRU.PrbUsedUl": lambda asked: round(sum(each.uplink_prbs for each in asked.traffic)),
    "RRU.PrbAvailDl": lambda asked: PRBS * asked.cells,
    "RRU.PrbAvailUl": lambda asked: PRBS * asked.cells,
    "RRU.PrbTotDlDist": lambda asked: asked.in_bins([_load_bin(asked, _LOAD_BINS)], asked.count(_SAMPLES_A_SECOND)),
    "DRB.AirIfDelayDl": lambda asked: asked.mean(lambda each: 40.0 + 600.0 / each.cqi),
    "DRB.RlcSduDelayDl": lambda asked: asked.mean(lambda each: 15.0 + 300.0 / each.cqi),
    "DRB.RlcPacketDropRateDl": lambda asked: round(asked.mean(lambda each: 4000.0 / each.cqi) or 0),
    "DRB.MeanActiveUeDl": lambda asked: sum(each.ue.connected for each in asked.traffic),
    "CARR.WBCQIDist": lambda asked: asked.in_bins(
        [(each.cqi, 1 + each.ue.slot % 2, 1) for each in asked.traffic], asked.count(_SAMPLES_A_SECOND)
    ),
    "TB.TotNbrDl": lambda asked: asked.count(_BLOCKS_A_SECOND * asked.prbs / PRBS),
    "TB.ErrTotNbrDl": lambda asked: asked.count(_BLOCKS_A_SECOND * asked.prbs / PRBS) // 12,
    "RACH.PreambleDedCell": lambda asked: asked.window.happened(HANDED_OVER),
    "L1M.DL-SS-RSRP": lambda asked: asked.mean(lambda each: float(each.rsrp)),
    "RRC.ConnMean": lambda asked: sum(each.ue.connected for each in asked.traffic),
    "RRC.ConnMax": lambda asked: sum(each.ue.connected for each in asked.traffic) + asked.window.happened(CONNECTED),
    "RRC.ConnEstabAtt": lambda asked: asked.window.happened(CONNECTED),
    "RRC.ConnEstabSucc": lambda asked: asked.window.happened(CONNECTED),
    "DRB.EstabSucc": lambda asked: asked.window.happened(CONNECTED),
    "DRB.SessionTime": lambda asked: round(1000 * asked.window.seconds * len(asked.traffic)),
    "SM.PDUSessionSetupReq": lambda asked: asked.window.happened(CONNECTED),
    "MM.HoExeIntraReq": lambda asked: asked.window.happened(HANDED_OVER),
    "MM.HoExeIntraSucc": lambda asked: asked.window.happened(HANDED_OVER),
    "DRB.PdcpSduVolumeDL": lambda asked: round(asked.kbit),
    "DRB.PdcpSduVolumeUL": lambda asked: round(sum(each.uplink_kbps for each in asked.traffic) * asked.window.seconds),
    "DRB.PdcpSduDelayDl": lambda asked: asked.mean(lambda each: 5.0 + 100.0 / each.cqi),
    "DRB.PdcpPacketDropRateDl": lambda asked: round(asked.mean(lambda each: 2000.0 / each.cqi) or 0),
    "PEE.AvgPower": lambda asked: round(120.0 * asked.cells + 1.5 * asked.prbs, 1),
    "PEE.AvgTemperature": lambda asked: round(35.0 + asked.prbs / 20, 1),
}
