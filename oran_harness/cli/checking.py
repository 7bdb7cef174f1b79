"""What ``check`` does: read, judge, chart and export a recording as it streams by."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from oran_harness.captures import NoteKind, Recording, Statistics, read_recording, write_history, write_pcapng
from oran_harness.checkers import RULES, Audit, AuditResult
from oran_harness.checkers.rule import Rule
from oran_harness.cli.collection import seldom_collected
from oran_harness.cli.interruption import Interruption
from oran_harness.cli.progress import Progress
from oran_harness.cli.shown.chart import Chart
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.verdict import OF_THE_HARNESS, CountedNote, Verdict
from oran_harness.model import Event, EventKind, InputError, UsageError

_MOST_NOTES = 20


@dataclass(slots=True)
class Checking:
    """One run over a recording; afterwards it knows what there is to say.

    ``interrupted`` tells that Ctrl-C came before the end, ``broken`` what made the rest unreadable: what came before is
    judged all the same. ``notes`` are what the recording has to say about itself, the first of each kind. ``judged`` is
    the one role that the recording is about, None if both sides are judged by it.
    """

    path: str
    rules: Sequence[Rule]
    chart: Chart | None = None
    interrupted: bool = False
    broken: InputError | None = None
    result: AuditResult | None = None
    statistics: Statistics = field(default_factory=Statistics)
    notes: dict[str, CountedNote] = field(default_factory=dict)
    judged: str | None = None

    def run(self, export: str | None = None) -> None:
        """Read everything, and write the history to ``export`` if that is given.

        Raises ``InputError`` if the file is no recording, ``UsageError`` if the export cannot be written.
        """
        with read_recording(self.path) as recording, seldom_collected():
            self.statistics, self.judged = recording.statistics, recording.header.judged
            audit = Audit(recording.header, self.rules)
            # A bar in the midst of a chart would help nobody.
            size = _size(self.path) if self.chart is None else 0
            with Interruption() as interruption, Progress(printable(Path(self.path).name), size) as progress:
                events = self._judged(recording, audit, interruption, progress)
                if export is None:
                    for _ in events:
                        pass
                elif export.endswith(".pcapng"):
                    write_pcapng(export, recording.header, events)
                else:
                    write_history(export, recording.header, events)
            self.result = audit.finish()

    def verdict(self, strict: bool = False) -> Verdict:
        """What the rules make of it; ``run`` must have been called."""
        assert self.result is not None
        return Verdict(self.path, self.result, strict, self.statistics, tuple(self.notes.values()), self.judged)

    def _judged(
        self, recording: Recording, audit: Audit, interruption: Interruption, progress: Progress
    ) -> Iterator[Event]:
        """The events, each passed on once it is judged and charted."""
        try:
            for event in recording.events:
                for observation in audit.feed(event):
                    if self.chart is not None:
                        self.chart.screen.lines(self.chart.lines(observation))
                if event.kind is EventKind.NOTE:
                    self._note(event)
                progress.at(recording.statistics.octets)
                yield event
                if interruption.asked:
                    self.interrupted = True
                    return
        except InputError as error:
            self.broken = error

    def _note(self, event: Event) -> None:
        kind = NoteKind.of(event.message)
        # Notes that are of no kind are the user's own; a bounded number of them is kept, too.
        key = kind.value if kind is not None else f"other {min(len(self.notes), _MOST_NOTES)}"
        first = self.notes.get(key)
        self.notes[key] = CountedNote(event) if first is None else CountedNote(first.first, first.count + 1)


def rules_to_judge_by(ids: Sequence[str], keywords: Sequence[str]) -> list[Rule]:
    """The rules of these ids whose card holds all the keywords; without either, all rules.

    Those about the harness itself are always among them: what could not be judged has to be told.
    Raises ``UsageError`` for an id that no rule has, and if nothing is left to judge by.
    """
    known = {rule.id.casefold(): rule for rule in RULES}
    for name in ids:
        if name.casefold() not in known:
            near = nearest(name, [rule.id for rule in RULES])
            raise UsageError(f"There is no rule {printable(name)!r}; {near}")
    chosen = [known[name.casefold()] for name in ids] or list(RULES)
    chosen = [rule for rule in chosen if all(word.casefold() in _card(rule) for word in keywords)]
    if not chosen:
        raise UsageError("No rule has these texts in its id, title or clause; oran-harness list rules shows them.")
    return [rule for rule in RULES if rule in chosen or rule.id.startswith(OF_THE_HARNESS)]


def _card(rule: Rule) -> str:
    return f"{rule.id} {rule.title} {rule.clause}".casefold()


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:  # what cannot be looked at gets no progress bar
        return 0
