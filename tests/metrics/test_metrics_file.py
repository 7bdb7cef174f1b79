"""metrics.prom holds the gauges of the run and nothing else."""

from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from oran_harness.metrics import MetricsFile, RunMetrics
from tests.reports.a_run import FINDING, events, result


def test_gauges_only(tmp_path: Path) -> None:
    """Every family is a gauge, and the verdicts are among them."""
    metrics = RunMetrics()
    file = MetricsFile(tmp_path / "metrics.prom", metrics)
    for event in events([result()], (FINDING,)):
        metrics(event)
        file(event)
    families = list(text_string_to_metric_families((tmp_path / "metrics.prom").read_text()))
    assert {family.type for family in families} == {"gauge"}
    assert {family.name for family in families} >= {"oran_harness_case_verdict", "oran_harness_run_timestamp_seconds"}
