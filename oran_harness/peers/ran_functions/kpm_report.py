"""Indication messages of KPM: the records of one reporting period (KPM 7.4, 8.2.1.4)."""

from collections.abc import Callable

from oran_harness.peers.ran_functions.kpm_action import Column, KpmAction
from oran_harness.peers.ran_functions.kpm_jobs import KpmJobs
from oran_harness.peers.ran_functions.kpm_matching import meets_conditions, meets_tests, reportable
from oran_harness.peers.ran_functions.kpm_values import Window, value, window
from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.traffic import Traffic
from oran_harness.service_models.common.build import NodeType
from oran_harness.service_models.kpm.build import (
    NOT_SATISFIED,
    indication_message,
    job_message,
    matched_indication_message,
    multiple_indication_message,
    ue_indication_message,
)
from oran_harness.service_models.kpm.build.indication import Value

MAXIMUM_RECORDS = 1000
"""How many granularity periods a reporting period may have."""
MAXIMUM_VALUES = 16_384
"""How many values an indication may have, for each UE."""
_LARGEST = (1 << 32) - 1
_QCI_NODES = (NodeType.ENB,)


def records_of(period_ms: int, granularity_ms: int) -> int:
    """How many records an indication has.

    One for each whole granularity period; one, too, where the granularity period is the longer one (KPM 8.3.8 leaves
    that open).
    """
    return max(1, period_ms // granularity_ms)


class Report:
    """The reporting period that ends at ``end``: each granularity period is looked at once for all actions."""

    def __init__(self, radio: Radio, end: float, period_ms: int, edition: str) -> None:
        self.radio = radio
        self.end = end
        self.period_ms = period_ms
        self.edition = edition
        self._windows: dict[int, tuple[Window, ...]] = {}

    @property
    def start(self) -> float:
        """When the collection of the period began."""
        return self.end - self.period_ms / 1000

    def messages(self, action: KpmAction | KpmJobs) -> list[bytes]:
        """The indication messages for an action: none where there is nothing to report, several for several jobs."""
        if isinstance(action, KpmAction):
            message = self.message(action)
            return [] if message is None else [message]
        found = [(number, self.message(job)) for number, job in action.jobs]
        told = [(number, message) for number, message in found if message is not None]
        if action.multiple:
            return [job_message(number, message, self.edition) for number, message in told]
        return [multiple_indication_message(told, self.edition)] if told else []

    def message(self, action: KpmAction) -> bytes | None:
        """The indication message for an action or job; None where there is nothing to report."""
        return _STYLES[action.style](self, action)

    def windows(self, action: KpmAction) -> tuple[Window, ...]:
        """The granularity periods of an action, oldest first, of the cell that it is about."""
        length = action.granularity_ms
        if length not in self._windows:
            count = min(records_of(self.period_ms, length), MAXIMUM_RECORDS)
            seconds = length / 1000
            first = self.end - count * seconds
            periods = (window(self.radio, first + index * seconds, seconds) for index in range(count))
            self._windows[length] = tuple(periods)
        whole = self._windows[length]
        return whole if action.cell is None else tuple(each.of_cell(action.cell) for each in whole)

    def node(self, action: KpmAction) -> bytes | None:
        """Style 1: the node, or one of its cells."""
        cells = len(self.radio.cells) if action.cell is None else 1
        records = [[self.figure(column, seen, cells) for column in action.columns] for seen in self.windows(action)]
        return indication_message(
            records, self.edition, measurements=action.measurements, granularity_ms=action.granularity_ms
        )

    def one_ue(self, action: KpmAction) -> bytes | None:
        """Style 2: one UE, until it is gone."""
        records = self.records_of_ue(action, action.ues[0])
        if records is None:
            return None
        return indication_message(
            records, self.edition, measurements=action.measurements, granularity_ms=action.granularity_ms
        )

    def common(self, action: KpmAction) -> bytes | None:
        """Style 4: the UEs that meet all tests; no indication without any (KPM 7.4.5.4)."""
        qci = self.radio.kind in _QCI_NODES
        latest = self.latest(action)
        return self.ues(action, [each.ue.number for each in latest if meets_tests(each, action.tests, qci)])

    def several(self, action: KpmAction) -> bytes | None:
        """Style 5: those of the named UEs that are there (KPM 7.4.6.4)."""
        there = {each.ue.number for each in self.latest(action)}
        return self.ues(action, [number for number in action.ues if number in there])

    def ues(self, action: KpmAction, numbers: list[int]) -> bytes | None:
        """A message of format 3 about these UEs."""
        reports = [(number, self.records_of_ue(action, number)) for number in numbers]
        told = [(self.radio.ue_id(number), records) for number, records in reports if records is not None]
        if not told:
            return None
        return ue_indication_message(
            told, self.edition, measurements=action.measurements, granularity_ms=action.granularity_ms
        )

    def matched(self, action: KpmAction) -> bytes | None:
        """Style 3: UEs matched measurement by measurement; no indication if none matches any."""
        qci, plmn = self.radio.kind in _QCI_NODES, self.radio.plmn
        latest = self.latest(action)
        numbers = [
            [each.ue.number for each in latest if meets_conditions(each, one.conditions, plmn, qci)]
            for one in action.matched
        ]
        if not any(numbers):
            return None
        records = [
            [
                self.ue_figure(one.column, seen, number)
                for one, matching in zip(action.matched, numbers, strict=True)
                for number in matching
            ]
            for seen in self.windows(action)
        ]
        items = [
            (one.asked, one.conditions, [self.radio.ue_id(number) for number in matching])
            for one, matching in zip(action.matched, numbers, strict=True)
        ]
        return matched_indication_message(items, records, self.edition, granularity_ms=action.granularity_ms)

    def latest(self, action: KpmAction) -> list[Traffic]:
        """The UEs that were there in the period, each by its latest figures."""
        found: dict[int, Traffic] = {}
        for seen in self.windows(action):
            found.update((each.ue.number, each) for each in seen.traffic)
        return list(found.values())

    def records_of_ue(self, action: KpmAction, number: int) -> list[list[Value]] | None:
        """The records of one UE, with no value for periods without it; None if it never was there."""
        seen = [each.of_ue(number) for each in self.windows(action)]
        if not any(seen):
            return None
        return [[None if one is None else self.figure(column, one, 1) for column in action.columns] for one in seen]

    def ue_figure(self, column: Column, seen: Window, number: int) -> Value:
        """The value of one UE in one period."""
        own = seen.of_ue(number)
        return None if own is None else self.figure(column, own, 1)

    def figure(self, column: Column, seen: Window, cells: int) -> Value:
        """The value of a column in one period."""
        number = value(column.measurement.name, column.label, seen, cells, self.radio.plmn)
        if not reportable(number, column.conditions):
            return NOT_SATISFIED
        return min(number, _LARGEST) if isinstance(number, int) else number


_STYLES: dict[int, Callable[[Report, KpmAction], bytes | None]] = {
    1: Report.node,
    2: Report.one_ue,
    3: Report.matched,
    4: Report.common,
    5: Report.several,
}
