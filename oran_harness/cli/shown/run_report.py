"""A run for people: the table of verdicts, what was wrong with the messages, and where it all lies."""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from oran_harness.captures import read_recording
from oran_harness.checkers import Audit
from oran_harness.cli.shown.chart import Chart
from oran_harness.cli.shown.common_causes import EXPLAINED, counted, look_first, next_step, overview
from oran_harness.cli.shown.entry import remark
from oran_harness.cli.shown.known_report import as_listed, reckoned, standing_of
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import CaseResult, Diagnosis, DiagnosisKind, HarnessError, Level, Reckoning, Verdict
from oran_harness.runner.gathering import Gathered, gathered, ids_in_short
from oran_harness.runner.run_lines import SUITE

MOST_CHARTS = 20
"""Cases of which the messages are shown."""
CHART_BEGIN, CHART_END = 6, 34
"""Lines of a chart that are shown: of a long one the end tells what went wrong."""
_MOST_READ = 5_000
"""Events of a history that are read for its chart: of a flood the beginning tells all."""
_FEW = 3
_OWN_CLAUSE = re.compile(r" \((?P<clause>(RFC|O-RAN|E2AP|E2SM|E2TS|TS)[^()]*\d[^()]*)\)$")
_LEFT_OUT = (Verdict.UNSUPPORTED, Verdict.SKIP)


def run_report(
    screen: Terminal,
    results: Sequence[CaseResult],
    folder: Path,
    *,
    unwritten: bool = False,
    diagnosis: Diagnosis | None = None,
    command: str | None = None,
    known: Reckoning | None = None,
) -> Iterator[str]:
    """All of it, as lines.

    ``folder`` is the run's, ``unwritten`` says that not everything is there. ``diagnosis`` says why cases were not
    performed. ``command`` is the command line of the run without its cases: with an id behind it, it runs that again.
    ``known`` compares the run with what was listed of the product; what is as listed is not explained once more.
    """
    yield from _table(screen, results, diagnosis)
    unlisted = [result for result in results if not as_listed(result)]
    causes = [cause for verdict in EXPLAINED for cause in gathered(unlisted, verdict)]
    charts = 0
    for cause in causes:
        yield ""
        charts += cause.first.history is not None
        yield from told(screen, cause, folder, chart=charts <= MOST_CHARTS, command=command)
    if diagnosis is not None:
        yield ""
        yield from diagnosed(screen, diagnosis, folder, some=any(result.history is not None for result in results))
    yield ""
    yield from overview(screen, causes)
    if known is not None:
        yield from reckoned(screen, known, results)
    yield summary(screen, results)
    lies = "Some of the results could not be written; what could lies in" if unwritten else "The results lie in"
    yield f"{lies} {printable(str(folder))}: results.json, junit.xml, metrics.prom, and history/ for each case."


def diagnosed(screen: Terminal, diagnosis: Diagnosis, folder: Path, *, some: bool) -> Iterator[str]:
    """What is wrong with the SUT's being there, or its E2 Setup, and what to try; ``some`` cases were performed."""
    title = "E2 SETUP DOES NOT WORK"
    if diagnosis.kind is DiagnosisKind.LOST:
        title = "THE SUT IS GONE"
    elif diagnosis.hopeless:
        title = "NO MORE CASES COULD BE PERFORMED" if some else "NO CASE COULD BE PERFORMED"
    yield screen.paint(title, "yellow", "bold")
    history = str(folder / diagnosis.history) if diagnosis.history is not None else ""
    parts = (("Seen", diagnosis.seen), ("What to try", diagnosis.advice), ("History", history))
    for name, text in parts:
        if text:
            yield from remark(screen, name, text)


def _table(screen: Terminal, results: Sequence[CaseResult], diagnosis: Diagnosis | None) -> Iterator[str]:
    together = [cause for verdict in _LEFT_OUT for cause in gathered(results, verdict) if len(cause.results) > _FEW]
    alone = {id(result) for cause in together for result in cause.results}
    yield from _rows(screen, [result for result in results if id(result) not in alone])
    for cause in together:
        verdict = screen.paint(f"{cause.verdict.value:<11}", *STYLES[cause.verdict])
        below = diagnosis is not None and cause.subject == diagnosis.seen
        reason = "for the reason below" if below else printable(cause.subject)
        yield f"{verdict}  {len(cause.results)} cases: {reason}"
        yield from screen.wrapped(screen.paint(ids_in_short(cause.results), "dim"), " " * 13)


def _rows(screen: Terminal, results: Sequence[CaseResult]) -> Iterator[str]:
    if not results:
        return
    width = max((len(result.id) for result in results), default=0)
    head = f"{'VERDICT':<11}  {'LEVEL':<6}  {'CASE':<{width}}  {'SECONDS':>7}  TITLE"
    yield screen.paint(head, "bold")
    for result in results:
        verdict = screen.paint(f"{result.verdict.value:<11}", *STYLES[result.verdict])
        row = f"{verdict}  {result.level.value:<6}  {result.id:<{width}}  {result.duration_s:>7.2f}"
        yield f"{row}  {printable(result.title)}"
        if result.reason and result.verdict not in EXPLAINED:
            yield from screen.wrapped(screen.paint(printable(result.reason), "dim"), " " * (width + 32))
        if result.known is not None:
            style = "dim" if as_listed(result) else "bold"
            yield from screen.wrapped(screen.paint(standing_of(result), style), " " * (width + 32))


def told(
    screen: Terminal, cause: Gathered, folder: Path, *, chart: bool = True, command: str | None = None
) -> Iterator[str]:
    """A cause: the case alone, or what it is, the cases, what to try, and one of them for an example."""
    first = cause.first
    if len(cause.results) == 1:
        yield from explained(screen, first, folder, chart=chart, command=command)
        return
    verdict = screen.paint(cause.verdict.value.upper(), *STYLES[cause.verdict])
    yield f"{verdict}  {screen.paint(counted(cause), 'bold')}: {printable(cause.what)}"
    parts = (
        ("Cases", ids_in_short(cause.results)),
        ("What to try", next_step(cause)),
        ("Look first", look_first(cause)),
        ("Example", f"{first.id}  {first.level.value}  {first.title}"),
    )
    for name, text in parts:
        yield from remark(screen, name, text)
    yield from _behind(screen, first, folder, chart, command)


def explained(
    screen: Terminal, result: CaseResult, folder: Path, *, chart: bool = True, command: str | None = None
) -> Iterator[str]:
    """What is behind a verdict: requirement, expected, actual, how to run it again, and the messages."""
    verdict = screen.paint(result.verdict.value.upper(), *STYLES[result.verdict])
    yield f"{verdict}  {screen.paint(result.id, 'bold')}  {result.level.value}  {printable(result.title)}"
    yield from _behind(screen, result, folder, chart, command)


def _behind(screen: Terminal, result: CaseResult, folder: Path, chart: bool, command: str | None) -> Iterator[str]:
    fails = result.verdict is Verdict.FAIL
    parts = (
        ("Requirement", _demand(result) if fails else result.requirement),
        ("Expected", result.expected),
        ("Actual", result.actual),
        ("Reason", result.reason if result.reason not in (result.actual, result.requirement) else ""),
        ("Blame", result.blame or ""),
        ("History", str(folder / result.history) if result.history is not None else ""),
        ("Run again", f"{command} {result.id}" if command is not None and result.suite != SUITE else ""),
    )
    for name, text in parts:
        if text:
            yield from remark(screen, name, text)
    if chart and result.history is not None:
        yield from _chart(screen, folder / result.history)


def _demand(result: CaseResult) -> str:
    """What was demanded, and where, which is said once: by the clause at the end of the sentence, or by the case."""
    text = result.requirement or result.title
    own = _OWN_CLAUSE.search(text)
    if own is None:
        return f"{text} ({result.clause})"
    return f"{text[: own.start()]} ({result.clause})" if own["clause"] in result.clause else text


def _chart(screen: Terminal, path: Path) -> Iterator[str]:
    """The messages of a history; nothing where it cannot be read."""
    chart = Chart(screen)
    begin: list[str] = []
    end: deque[str] = deque(maxlen=CHART_END)
    left_out = 0
    try:
        with read_recording(path) as recording:
            audit = Audit(recording.header)
            for event in islice(recording.events, _MOST_READ):
                for line in (line for seen in audit.feed(event) for line in chart.lines(seen)):
                    left_out += len(end) == CHART_END
                    # The head is the first line, and not counted.
                    (begin if len(begin) <= CHART_BEGIN else end).append(line)
    except HarnessError as error:
        end.append(f"    the messages cannot be shown: {printable(str(error))}")
    yield from begin
    if left_out:
        told = f"{left_out} lines are not shown; all: oran-harness check --chart {printable(str(path))}"
        yield screen.paint(f"{'...':>12} {told}", "dim")
    yield from end


def summary(screen: Terminal, results: Sequence[CaseResult]) -> str:
    """The run in a line."""
    counts = Counter(result.verdict for result in results)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict]) or "nothing"
    failed = [result for result in results if result.verdict is Verdict.FAIL]
    should = sum(result.level is Level.SHOULD for result in failed)
    if should:
        told += f" ({should} of the fails at should-level)"
    listed = sum(as_listed(result) for result in results)
    if listed:
        told += f"; {listed} as listed"
    text = f"{len(results)} verdict{'' if len(results) == 1 else 's'}: {told}."
    worst = Verdict.worst(counts)
    return screen.paint(text, *STYLES[worst if counts[Verdict.PASS] or worst is not Verdict.PASS else Verdict.SKIP])
