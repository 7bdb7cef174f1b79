"""Metrics are served while the run goes; a real Prometheus reads them."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from oran_harness.metrics import MetricsServer, RunMetrics
from oran_harness.model import UsageError, Verdict
from tests.cli.run import PLAIN, ROOT, command
from tests.reports.a_run import events, result, tell

needs_prometheus = pytest.mark.skipif(
    shutil.which("prometheus") is None, reason="prometheus is not installed (Debian, Ubuntu: apt install prometheus)"
)


def test_metrics_are_live() -> None:
    """What the run told a moment ago is in the next answer."""
    metrics = RunMetrics()
    with MetricsServer(metrics.registry, "0") as server:
        assert "oran_harness_case_verdict{" not in get(server.url)
        tell(metrics, events([result()]))
        assert 'oran_harness_case_verdict{case="E2AP-A-001"' in get(server.url)


@pytest.mark.parametrize("where", ["", "no", "99999", "-1", "localhost:"])
def test_what_is_no_port_is_said(where: str) -> None:
    """The error shows how it should look."""
    with pytest.raises(UsageError, match="give PORT or HOST:PORT"):
        MetricsServer(RunMetrics().registry, where)


def test_a_port_in_use_is_said() -> None:
    """The error names the option to change."""
    with (
        MetricsServer(RunMetrics().registry, "127.0.0.1:0") as first,
        pytest.raises(UsageError, match="choose another --metrics-port"),
    ):
        MetricsServer(RunMetrics().registry, str(first.port))


@needs_prometheus
@pytest.mark.parametrize("host", ["no-such-host.invalid", "a..b", "a\x01b.."])
def test_a_host_that_there_is_not_is_said(host: str) -> None:
    """Also one that no name server can be asked for."""
    with pytest.raises(UsageError, match="choose another --metrics-port"):
        MetricsServer(RunMetrics().registry, f"{host}:0")


def test_prometheus_scrapes_a_run_and_answers_promql(tmp_path: Path) -> None:
    """Debian's Prometheus scrapes the metrics and answers questions about verdicts."""
    metrics = RunMetrics()
    tell(metrics, events([result(), result(Verdict.FAIL, "E2AP-A-002"), result(Verdict.FAIL, "E2AP-A-003")])[:-1])
    with MetricsServer(metrics.registry, "0") as server, Prometheus(tmp_path, server.port) as prometheus:
        assert prometheus.ask("oran_harness_sut_up", wanted=1.0) == 1.0
        assert prometheus.ask('sum(oran_harness_case_verdict{verdict="fail",vendor="alfa"})') == 2.0
        assert prometheus.ask('oran_harness_run_cases{verdict="pass"}') == 1.0
        assert prometheus.ask("sum by (direction) (oran_harness_messages_total)") == 3.0


@needs_prometheus
def test_prometheus_scrapes_oran_harness_run(tmp_path: Path) -> None:
    """A run on the wire, as a process of its own: while it goes, PromQL tells of verdicts, messages and the SUT."""
    port = free_port()
    arguments = ("--repeat", "5", "--metrics-port", str(port))
    run = subprocess.Popen(
        command("run", "--sut", "oran-harness-ric", "--out", str(tmp_path / "out"), *arguments),
        cwd=ROOT,
        env=os.environ | PLAIN,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with Prometheus(tmp_path, port) as prometheus:
            assert prometheus.ask("oran_harness_sut_up", wanted=1.0) == 1.0
            for query in (
                'sum(oran_harness_case_verdict{verdict="pass",vendor="oran-harness-ric",role="near-rt-ric"})',
                'sum(oran_harness_messages_total{procedure="E2setup",direction="to-sut"})',
                "sum(oran_harness_octets_total)",
                "count(oran_harness_build_info)",
            ):
                assert (prometheus.ask(f"{query} > 0") or 0) > 0, query
        assert run.poll() is None, "the run was over before Prometheus had asked"
    finally:
        run.send_signal(signal.SIGINT)
        run.wait(30)
    assert run.returncode == 130


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return str(answer.read().decode())


class Prometheus:
    """A Prometheus of its own that scrapes one port each 0.2 s."""

    def __init__(self, folder: Path, target: int) -> None:
        self.port = free_port()
        self.log = (folder / "log").open("wb")
        config = folder / "prometheus.yml"
        config.write_text(
            "global: {scrape_interval: 200ms}\n"
            f"scrape_configs: [{{job_name: run, static_configs: [{{targets: ['127.0.0.1:{target}']}}]}}]\n"
        )
        command = [
            "prometheus", f"--config.file={config}", f"--storage.tsdb.path={folder / 'data'}",
            f"--web.listen-address=127.0.0.1:{self.port}",
        ]  # fmt: skip
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)

    def __enter__(self) -> "Prometheus":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.log.close()

    def ask(self, query: str, wanted: float | None = None) -> float | None:
        """The first value of a PromQL query, once there is one, within 30 s."""
        url = f"http://127.0.0.1:{self.port}/api/v1/query?" + urllib.parse.urlencode({"query": query})
        for _ in range(150):
            try:
                found: list[dict[str, Any]] = json.loads(get(url))["data"]["result"]
            except OSError:
                found = []
            if found and wanted in (None, float(found[0]["value"][1])):
                return float(found[0]["value"][1])
            time.sleep(0.2)
        return None
