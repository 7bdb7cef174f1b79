"""What a tap tells Prometheus."""

from pathlib import Path

from prometheus_client import generate_latest

from oran_harness.interop import Tap
from oran_harness.metrics import TapMetrics
from oran_harness.model import Finding, Level


def finding(rule: str, blame: str | None) -> Finding:
    """A finding of a rule."""
    return Finding(rule, "a clause", Level.MUST, blame, "wrong", "this", "that", "a hint", 1)


def test_metrics_are_those_of_the_moment(tmp_path: Path) -> None:
    """Each is looked up when it is asked for; findings are told by rule, level and blame."""
    tap = Tap("memory://ric", tmp_path)
    metrics = TapMetrics(tap)
    text = generate_latest(metrics.registry).decode()
    for name in ("messages_total", "associations", "refused_total", "faults_total", "unjudged"):
        assert f"oran_harness_tap_{name} 0.0" in text
    tap.findings += [finding("E2-PPID", "e2-node"), finding("E2-PPID", "e2-node"), finding("E2-PPID", None)]
    tap.refused = 2
    text = generate_latest(metrics.registry).decode()
    assert 'oran_harness_tap_findings_total{blame="e2-node",level="must",rule="E2-PPID"} 2.0' in text
    assert 'oran_harness_tap_findings_total{blame="nobody",level="must",rule="E2-PPID"} 1.0' in text
    assert "oran_harness_tap_refused_total 2.0" in text
