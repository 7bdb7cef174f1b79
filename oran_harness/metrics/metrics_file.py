"""``metrics.prom``: the gauges of a run, for a textfile collector or a push gateway."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import Metric

from oran_harness.captures import whole_file
from oran_harness.metrics.run_metrics import RunMetrics
from oran_harness.model.run_event import CaseFinished, RunEvent, RunFinished

LEAST_PAUSE = 1.0
"""Seconds between two writings: nobody scrapes more often."""
PAUSE_OVER_WORK = 100
"""So many times as long as a writing took lies before the next: it takes longer the more cases there were."""


class MetricsFile:
    """Writes the file anew, whole, when a case has its verdict, and at the end.

    It does so at most once a second, and takes little of the run's time for it. The file holds gauges only: a counter
    that starts again with each run would mislead whoever scrapes it. ``metrics`` has to hear each event before this
    does. ``clock`` gives seconds. Raises ``UsageError`` when the file cannot be written.
    """

    def __init__(self, path: Path, metrics: RunMetrics, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._due = float("-inf")
        self._changed = False
        self._registry = CollectorRegistry()
        self._registry.register(_Gauges(metrics.registry))

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        self._changed = self._changed or isinstance(event, CaseFinished)
        began = self._clock()
        if (self._changed and began >= self._due) or isinstance(event, RunFinished):
            with whole_file(self._path) as file:
                file.write(generate_latest(self._registry))
            took = self._clock() - began
            self._due, self._changed = began + max(LEAST_PAUSE, PAUSE_OVER_WORK * took), False


class _Gauges:
    """The gauges among the metrics of a registry."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def collect(self) -> Iterator[Metric]:
        return (family for family in self._registry.collect() if family.type == "gauge")
