"""The metrics of a tap."""

from collections import Counter
from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric

from oran_harness.interop import Tap


class TapMetrics:
    """What a tap has come to, looked up whenever somebody asks; ``registry`` holds nothing else."""

    def __init__(self, tap: Tap) -> None:
        self._tap = tap
        self.registry = CollectorRegistry()
        self.registry.register(self)

    def collect(self) -> Iterator[Metric]:
        """The metrics at this moment."""
        tap = self._tap
        yield CounterMetricFamily("oran_harness_tap_messages", "Messages that were passed on", tap.passed)
        yield GaugeMetricFamily("oran_harness_tap_associations", "Associations that are up", tap.standing)
        yield CounterMetricFamily(
            "oran_harness_tap_refused", "Associations that the near-RT RIC did not take", tap.refused
        )
        yield CounterMetricFamily("oran_harness_tap_faults", "How often a rule has done something", tap.meddled)
        yield GaugeMetricFamily("oran_harness_tap_unjudged", "Events that wait to be judged", tap.unjudged)
        found = CounterMetricFamily(
            "oran_harness_tap_findings",
            "Findings; one that recurs on its association counts once",
            labels=("rule", "level", "blame"),
        )
        findings = Counter((each.rule, each.level.value, str(each.blame or "nobody")) for each in tuple(tap.findings))
        for labels, count in findings.items():
            found.add_metric(labels, count)
        yield found
