"""``metrics.prom``: the gauges of a run, for a textfile collector or a push gateway."""

from collections.abc import Iterator
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import Metric

from oran_harness.captures import whole_file
from oran_harness.metrics.run_metrics import RunMetrics
from oran_harness.model.run_event import CaseFinished, RunEvent, RunFinished


class MetricsFile:
    """Writes the file anew, whole, whenever a case has its verdict.

    It holds gauges only: a counter that starts again with each run would mislead whoever scrapes the file. ``metrics``
    has to hear each event before this does. Raises ``UsageError`` when the file cannot be written.
    """

    def __init__(self, path: Path, metrics: RunMetrics) -> None:
        self._path = path
        self._registry = CollectorRegistry()
        self._registry.register(_Gauges(metrics.registry))

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, CaseFinished | RunFinished):
            with whole_file(self._path) as file:
                file.write(generate_latest(self._registry))


class _Gauges:
    """The gauges among the metrics of a registry."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry

    def collect(self) -> Iterator[Metric]:
        return (family for family in self._registry.collect() if family.type == "gauge")
