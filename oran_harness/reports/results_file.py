"""``results.json``: what a run came to (schema ``oran-harness/results/1``)."""

import json
from pathlib import Path
from typing import Any

from oran_harness.captures import whole_file
from oran_harness.model import CaseResult, Finding, Verdict
from oran_harness.model.run_event import CaseFinished, RunEvent, RunFinished, RunStarted

RESULTS_SCHEMA = "oran-harness/results/1"


class ResultsFile:
    """Writes the file anew, whole, whenever a case has its verdict: a killed run leaves all that was judged.

    Raises ``UsageError`` when the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._started: RunStarted | None = None
        self._cases: list[CaseResult] = []
        self._findings: list[Finding] = []
        self._duration = 0.0

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            self._started = event
            self._write()
        elif isinstance(event, CaseFinished):
            self._cases.append(event.result)
            self._findings += event.findings
            self._duration += event.result.duration_s
            self._write()
        elif isinstance(event, RunFinished):
            self._duration = event.duration_s
            self._write()

    def document(self) -> dict[str, Any]:
        """What is written; empty before the run began."""
        if self._started is None:
            return {}
        return results_document(self._started, self._cases, self._findings, self._duration)

    def _write(self) -> None:
        text = json.dumps(self.document(), indent=1, ensure_ascii=False)
        with whole_file(self._path) as file:
            file.write(text.encode("utf-8", "backslashreplace") + b"\n")


def results_document(
    started: RunStarted, cases: list[CaseResult], findings: list[Finding], duration_s: float
) -> dict[str, Any]:
    """The document of a run: its head, each case, each finding, and how many cases have each verdict."""
    verdicts = [case.verdict for case in cases]
    return {
        "schema": RESULTS_SCHEMA,
        "run": {
            "id": started.id,
            "started": started.started,
            "duration_s": round(duration_s, 3),
            "harness": started.harness,
            "suites": list(started.suites),
            "seed": started.seed,
        },
        "sut": {
            "vendor": started.sut.vendor,
            "role": started.sut.role,
            "version": started.sut.version,
            "address": started.sut.address,
        },
        "cases": [case.to_json() for case in cases],
        "findings": [finding.to_json() for finding in findings],
        "summary": {verdict.value: verdicts.count(verdict) for verdict in _IN_ORDER},
    }


_IN_ORDER = (Verdict.PASS, Verdict.FAIL, Verdict.INCONC, Verdict.ERROR, Verdict.UNSUPPORTED, Verdict.SKIP)
