"""The metrics of a run."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from oran_harness.model import CaseResult, Finding, Verdict
from oran_harness.model.run_event import (
    CaseFinished,
    DecodeFailed,
    EventRecorded,
    RunEvent,
    RunFinished,
    RunStarted,
    SutChanged,
)
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.netconf.operations import NAMES

OTHER = "other"
"""The label of whatever came from the wire and is not known: labels are bounded."""
_PROCEDURES = NAMES | {procedure.name for procedure in PROCEDURES.values()}
_DIRECTIONS = {"to-sut", "from-sut"}
_CASE = ("suite", "case", "vendor", "role", "interface", "verdict")
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class RunMetrics:
    """Listens to a run and keeps its metrics in ``registry``, which holds nothing else."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._verdict = self._gauge("case_verdict", "1 for the verdict of a case, 0 for the other verdicts", _CASE)
        self._cases = self._gauge("run_cases", "Cases with this verdict", ("suite", "vendor", "role", "verdict"))
        self._duration = Histogram(
            "oran_harness_case_duration_seconds",
            "How long cases took",
            ("suite", "vendor", "role"),
            buckets=_SECONDS,
            registry=self.registry,
        )
        wire = ("interface", "procedure", "direction")
        self._messages = self._counter("messages", "Messages to and from the SUT", wire)
        self._octets = self._counter("octets", "Octets of messages to and from the SUT", wire)
        self._decode_errors = self._counter("decode_errors", "Messages of the SUT that break their syntax", ("rule",))
        self._findings = self._counter("findings", "Findings of rules", ("rule", "level", "blame"))
        self._up = self._gauge("sut_up", "Whether the SUT is up", ())
        self._restarts = self._counter("sut_restarts", "Restarts of the SUT during the run", ())
        self._timestamp = self._gauge("run_timestamp_seconds", "When the run began, seconds since 1970", ())
        self._build = self._gauge("build_info", "The harness that ran", ("version",))
        self._started: RunStarted | None = None
        self._known_restarts = 0
        self._counts: dict[tuple[str, Verdict], int] = {}

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            self._begin(event)
        elif isinstance(event, CaseFinished):
            self._finish(event.result)
            for finding in event.findings:
                self._find(finding)
        elif isinstance(event, EventRecorded) and event.direction is not None:
            self._carry(event)
        elif isinstance(event, DecodeFailed):
            self._decode_errors.labels(rule=event.rule).inc()
        elif isinstance(event, SutChanged):
            self._up.set(event.up)
            self._restarts.inc(max(0, event.restarts - self._known_restarts))
            self._known_restarts = max(event.restarts, self._known_restarts)
        elif isinstance(event, RunFinished):
            self._up.set(0)

    def _begin(self, event: RunStarted) -> None:
        self._started = event
        self._timestamp.set(event.started)
        self._build.labels(version=event.harness).set(1)
        for suite in dict.fromkeys(case.suite for case in event.planned):
            for verdict in Verdict:
                self._count(suite, verdict, 0)

    def _finish(self, result: CaseResult) -> None:
        vendor, role = self._sut()
        for verdict in Verdict:
            labels = (result.suite, result.id, vendor, role, result.interface, verdict.value)
            self._verdict.labels(*labels).set(verdict is result.verdict)
        self._count(result.suite, result.verdict, 1)
        self._duration.labels(result.suite, vendor, role).observe(result.duration_s)

    def _count(self, suite: str, verdict: Verdict, more: int) -> None:
        self._counts[suite, verdict] = self._counts.get((suite, verdict), 0) + more
        self._cases.labels(suite, *self._sut(), verdict.value).set(self._counts[suite, verdict])

    def _carry(self, event: EventRecorded) -> None:
        labels = (
            event.interface or OTHER,
            event.procedure if event.procedure in _PROCEDURES else OTHER,
            event.direction if event.direction in _DIRECTIONS else OTHER,
        )
        self._messages.labels(*labels).inc()
        self._octets.labels(*labels).inc(len(event.event.octets or b""))

    def _find(self, finding: Finding) -> None:
        self._findings.labels(finding.rule, finding.level.value, str(finding.blame or "nobody")).inc(finding.count)

    def _sut(self) -> tuple[str, str]:
        return (self._started.sut.vendor, self._started.sut.role) if self._started is not None else (OTHER, OTHER)

    def _gauge(self, name: str, text: str, labels: tuple[str, ...]) -> Gauge:
        return Gauge(f"oran_harness_{name}", text, labels, registry=self.registry)

    def _counter(self, name: str, text: str, labels: tuple[str, ...]) -> Counter:
        return Counter(f"oran_harness_{name}", text, labels, registry=self.registry)
