"""One repetition that came home: its lines, its files, and all repetitions as one run."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from oran_harness.checkers import RULES
from oran_harness.cli.repeating import OUTCOME
from oran_harness.cli.run_record import LEFT_BEHIND
from oran_harness.cli.testing_ground import SEEDS
from oran_harness.errands import Parcel
from oran_harness.model import HARNESS, CaseResult, Diagnosis, Finding, InputError, Scope, Verdict
from oran_harness.runner import Planned
from oran_harness.runner.judgement import Judgement, result_of
from oran_harness.runner.meeting import MEETING
from oran_harness.runner.plan import HISTORIES
from oran_harness.runner.repetition import together
from oran_harness.runner.run_lines import RunLines

_OF_RUN = frozenset(rule.id for rule in RULES if rule.scope is Scope.RUN)
Line = tuple[CaseResult, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Repetition:
    """All chosen cases, performed once. ``problem`` says why nothing came home, empty if it did.

    ``findings`` are in the order in which they were made, those of rules that count for a whole run among them.
    """

    turn: int
    results: tuple[CaseResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnosis: Diagnosis | None = None
    remarks: tuple[str, ...] = ()
    understood: bool = False
    problem: str = ""
    by_id: dict[str, CaseResult] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {result.id: result for result in self.results})

    def of(self, planned: Planned, repeat: int) -> CaseResult:
        """The line of a case; an error where it did not come home."""
        case = planned.description
        known = self.by_id.get(case.id)
        if known is not None:
            return known
        why = f"repetition {self.turn} of {repeat}: {self.problem or 'it has no line of this case'}"
        return result_of(case, Judgement(Verdict.ERROR, why, HARNESS))


def came_home(parcel: Parcel, turn: int, planned: Sequence[Planned], folder: Path, seeds: Path) -> Repetition:
    """Put the files of a repetition into the run's folder, and failing examples into ``seeds``; its lines.

    Raises ``InputError`` if it is not whole, ``OSError`` if a file cannot be written.
    """
    suites = {each.description.id: each.description.suite for each in planned}
    with TemporaryDirectory(prefix=".repetition-", dir=folder) as place:
        here = Path(place)
        parcel.unpack(here)
        try:
            results = json.loads((here / "results.json").read_bytes())
            outcome = json.loads((here / OUTCOME).read_bytes())
            there = f"{outcome['folder']}/{SEEDS}"
            repetition = Repetition(
                turn,
                tuple(
                    _placed(CaseResult.from_json(each, suites[each["id"]]), there, seeds)
                    for each in results["cases"]
                    if each["id"] in suites
                ),
                tuple(map(Finding.from_json, results["findings"])),
                None if outcome["diagnosis"] is None else _met(Diagnosis.from_json(outcome["diagnosis"]), turn),
                tuple(map(str, outcome["remarks"])),
                bool(outcome["understood"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(f"what came home is not whole ({type(error).__name__}: {error})") from error
        _keep(here / HISTORIES, folder / HISTORIES, turn)
        if (here / LEFT_BEHIND).is_dir():
            shutil.copytree(here / LEFT_BEHIND, folder / LEFT_BEHIND / f"repetition-{turn}", dirs_exist_ok=True)
        if (here / SEEDS).is_dir():
            shutil.copytree(here / SEEDS, seeds, dirs_exist_ok=True)
    return repetition


def lines(planned: Sequence[Planned], repetitions: Sequence[Repetition]) -> Iterator[Line]:
    """The lines of a run in which each case was performed in all repetitions, of which there is at least one.

    They are the same in whatever order the repetitions came home.
    """
    ordered = sorted(repetitions, key=lambda each: each.turn)
    repeat = max(len(each.turns) for each in planned)
    places = {each.description.id: place for place, each in enumerate(planned)}
    of_case: dict[str, list[Finding]] = {}
    of_run: list[tuple[int, int, Finding]] = []
    for each in ordered:
        for finding in each.findings:
            if finding.rule in _OF_RUN:
                of_run.append((places.get(finding.case or "", len(places)), each.turn, finding))
            else:
                of_case.setdefault(finding.case or "", []).append(finding)
    for each_planned in planned:
        result = together([each.of(each_planned, repeat) for each in ordered])
        yield result, tuple(of_case.get(result.id, ()))
    gathered = RunLines(planned[0].description.interface if planned else "e2")
    gathered.add(
        (finding for _, _, finding in sorted(of_run, key=lambda found: found[:2])),
        understood=any(each.understood for each in ordered),
    )
    yield from gathered.lines()


def _placed(result: CaseResult, there: str, seeds: Path) -> CaseResult:
    """A line that names failing examples where they are now."""
    return replace(result, reason=result.reason.replace(there, str(seeds)))


def _met(diagnosis: Diagnosis, turn: int) -> Diagnosis:
    history = diagnosis.history
    if history is None:
        return diagnosis
    path = Path(history)
    return replace(diagnosis, history=f"{path.parent}/{_name(path.name, turn)}")


def _name(name: str, turn: int) -> str:
    """The name of a history among those of all repetitions: each has its meeting."""
    if turn == 1 or not name.startswith(f"{MEETING}."):
        return name
    return f"{MEETING}-{turn}{name.removeprefix(MEETING)}"


def _keep(source: Path, place: Path, turn: int) -> None:
    if source.is_dir():
        for path in sorted(source.iterdir()):
            shutil.move(path, place / _name(path.name, turn))
