"""What ``replay`` does: recorded cases to verdicts."""

import json
from collections.abc import Iterator
from pathlib import Path

from oran_harness.captures import read_recording
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.run_progress import line_of
from oran_harness.cli.running import exit_code_of
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.run_report import explained, summary
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.conformance import find, load_properties
from oran_harness.drivers import recorded_setting, replay
from oran_harness.model import CaseDescription, CaseResult, Event, HistoryHeader, InputError, Verdict
from oran_harness.runner import replay_property
from oran_harness.runner.judgement import audit, judge, result_of
from oran_harness.runner.meeting import MEETING
from oran_harness.steps import CaseOutcome

SCHEMA = "oran-harness/replay/1"


class Replaying:
    """The recorded cases at a path. Afterwards ``results`` has a line for each."""

    def __init__(self, path: Path) -> None:
        self.results: list[CaseResult] = []
        self._histories = _histories(path)
        self._folder = self._histories[0].parent

    def run(self) -> None:
        """Judge all of them; raises ``InputError`` for what is no history of a case."""
        for path in self._histories:
            self.results.append(_judged(path))

    def exit_code(self, strict: bool) -> ExitCode:
        """As that of a run."""
        return exit_code_of(self.results, strict)

    def document(self) -> str:
        """The verdicts as JSON."""
        cases = [result.to_json() for result in self.results]
        return json.dumps({"schema": SCHEMA, "cases": cases}, indent=2) + "\n"

    def lines(self, screen: Terminal) -> Iterator[str]:
        """The verdicts for people."""
        for result in self.results:
            yield line_of(screen, result)
        for result in self.results:
            if result.verdict not in (Verdict.PASS, Verdict.SKIP, Verdict.UNSUPPORTED):
                yield ""
                yield from explained(screen, result, self._folder)
        yield ""
        yield summary(screen, self.results)


def _histories(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted((path / "history").glob("*.jsonl")) or sorted(path.glob("*.jsonl"))
    # How the SUT was met before the first case is no case.
    found = [each for each in found if each.name.partition(".")[0] != MEETING]
    if not found:
        raise InputError(f"{printable(str(path))} holds no history; name a run's folder, or a file of its history/.")
    return found


def _judged(path: Path) -> CaseResult:
    with read_recording(path) as recording:
        if recording.kind != "history":
            raise InputError(f"{printable(str(path))} is a capture; oran-harness check audits it.")
        events = tuple(recording.events)
        case, outcome = _performed(recording.header, events)
        name = path.name.removesuffix(".jsonl")
        audited = audit(case, name, recording.header, events)
        judgement = judge(case, outcome, audited.of_case)
        return result_of(case, judgement, events[-1].t if events else 0.0, name)


def _performed(header: HistoryHeader, events: tuple[Event, ...]) -> tuple[CaseDescription, CaseOutcome | None]:
    """The case, or the property, of a history, and what its body comes to."""
    id, setting = recorded_setting(events)
    property = next((each for each in load_properties() if each.id == id), None)
    if property is not None:
        return property.description, replay_property(property, header, events)
    case = find(id)
    return case.description, replay(case, setting, header, events).outcome
