"""metrics.prom holds the gauges of the run and nothing else."""

from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from oran_harness.metrics import MetricsFile, RunMetrics
from oran_harness.metrics.metrics_file import PAUSE_OVER_WORK
from oran_harness.model.run_event import CaseFinished
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


def test_not_more_than_once_a_second(tmp_path: Path) -> None:
    """A verdict that comes soon after another stands in the file with the next event after a second, or at the end."""
    path, metrics, now = tmp_path / "metrics.prom", RunMetrics(), 0.0
    file = MetricsFile(path, metrics, lambda: now)
    told = events([result(id=f"E2AP-A-00{number}") for number in range(4)])
    ends = [place for place, event in enumerate(told) if isinstance(event, CaseFinished)]
    seen = []
    for place, event in enumerate(told):
        now += {ends[1]: 0.5, ends[1] + 1: 0.6}.get(place, 0.0)
        metrics(event)
        file(event)
        lines = path.read_text().splitlines() if path.exists() else []
        seen.append(sum(line.startswith("oran_harness_case_verdict{") and line.endswith(" 1.0") for line in lines))
    assert [seen[end] for end in ends] == [1, 1, 2, 2]
    assert seen[-1] == 4


def test_a_writing_that_takes_long_is_not_soon_done_again(tmp_path: Path) -> None:
    """What a writing took lies a hundred times before the next, as it takes longer with each case."""
    path, metrics, now = tmp_path / "metrics.prom", RunMetrics(), 0.0

    def clock() -> float:
        nonlocal now
        now += 0.05  # each look at the clock finds that so much has passed
        return now

    file = MetricsFile(path, metrics, clock)
    written = 0
    told = events([result(id=f"E2AP-A-{number:03}") for number in range(150)])
    for event in told[:-1]:
        path.unlink(missing_ok=True)
        metrics(event)
        file(event)
        written += path.exists()
    assert written == 1 + int(len(told) * 0.05 / (PAUSE_OVER_WORK * 0.05))
