"""``results.json``: what a run came to (schema ``oran-harness/results/1``)."""

import json
from pathlib import Path
from typing import Any

from oran_harness.captures import whole_file
from oran_harness.model import CaseResult, Diagnosis, Finding, Reckoning, Verdict
from oran_harness.model.run_event import CaseFinished, MeetingEnded, RunEvent, RunFinished, RunStarted, SutLost

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
        self._diagnosis: Diagnosis | None = None
        self._known: Reckoning | None = None
        self._duration = 0.0
        # What was written once is kept as text: a long run would else write all of its results again for each case.
        self._texts: dict[str, list[str]] = {"cases": [], "findings": []}

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        if isinstance(event, RunStarted):
            self._started = event
            self._write()
        elif isinstance(event, MeetingEnded | SutLost):
            self._diagnosis = event.diagnosis or self._diagnosis
            self._write()
        elif isinstance(event, CaseFinished):
            self._cases.append(event.result)
            self._findings += event.findings
            self._texts["cases"].append(_text(event.result.to_json(), 2))
            self._texts["findings"] += (_text(finding.to_json(), 2) for finding in event.findings)
            self._duration += event.result.duration_s
            self._write()
        elif isinstance(event, RunFinished):
            self._duration = event.duration_s
            self._known = event.known
            self._write()

    def document(self) -> dict[str, Any]:
        """What is written; empty before the run began."""
        head = self._head()
        if head:
            head["cases"] = [case.to_json() for case in self._cases]
            head["findings"] = [finding.to_json() for finding in self._findings]
        return head

    def _head(self) -> dict[str, Any]:
        """The document without its cases and findings."""
        started = self._started
        if started is None:
            return {}
        verdicts = [case.verdict for case in self._cases]
        return {
            "schema": RESULTS_SCHEMA,
            "run": {
                "id": started.id,
                "started": started.started,
                "duration_s": round(self._duration, 3),
                "harness": started.harness,
                "suites": list(started.suites),
                "seed": started.seed,
                "order": started.order.value,
                "faults": list(started.faults),
            },
            "sut": {
                "vendor": started.sut.vendor,
                "role": started.sut.role,
                "version": started.sut.version,
                "address": started.sut.address,
            },
            "diagnosis": None if self._diagnosis is None else self._diagnosis.to_json(),
            **({} if self._known is None else {"known": self._known.to_json()}),
            "cases": [],
            "findings": [],
            "summary": {verdict.value: verdicts.count(verdict) for verdict in _IN_ORDER},
        }

    def _write(self) -> None:
        members = [
            f" {json.dumps(key)}: {_listed(self._texts[key]) if key in self._texts else _text(value, 1).lstrip()}"
            for key, value in self._head().items()
        ]
        text = "{\n" + ",\n".join(members) + "\n}\n"
        with whole_file(self._path) as file:
            file.write(text.encode("utf-8", "backslashreplace"))


def _text(value: Any, depth: int) -> str:
    """A value as it stands in the file, so deep."""
    margin = depth * " "
    # A line break in the text is one of the layout: those of strings are escaped.
    return margin + json.dumps(value, indent=1, ensure_ascii=False).replace("\n", f"\n{margin}")


def _listed(texts: list[str]) -> str:
    return "[\n" + ",\n".join(texts) + "\n ]" if texts else "[]"


_IN_ORDER = (Verdict.PASS, Verdict.FAIL, Verdict.INCONC, Verdict.ERROR, Verdict.UNSUPPORTED, Verdict.SKIP)
