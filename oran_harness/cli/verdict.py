"""What ``check`` has to say in the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from oran_harness.captures import NoteKind, Statistics
from oran_harness.checkers import RULES, AuditResult
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.shown.association_table import association_document, association_lines
from oran_harness.cli.shown.findings_report import counts, report
from oran_harness.cli.shown.note_text import note_text
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import Event, Level

SCHEMA = "oran-harness/check/1"
OF_THE_HARNESS = "HARNESS-"
"""How the ids of rules begin that are about the harness itself."""


@dataclass(frozen=True, slots=True)
class CountedNote:
    """The first note of a kind, and how many there are of it."""

    first: Event
    count: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of an audit. ``judged`` is the one role that was judged, None if both sides were."""

    path: str
    result: AuditResult
    strict: bool
    statistics: Statistics
    notes: tuple[CountedNote, ...]
    judged: str | None = None

    @property
    def exit_code(self) -> ExitCode:
        """What the command ends with."""
        if not self.result.messages:
            return ExitCode.NOTHING_JUDGED
        if any(self.strict or finding.level is Level.MUST for finding in self.result.findings):
            return ExitCode.FAILED
        if any(finding.rule.startswith(OF_THE_HARNESS) for finding in self.result.findings):
            return ExitCode.NOTHING_JUDGED
        return ExitCode.FINE

    def document(self) -> dict[str, Any]:
        """The verdict as JSON (schema ``oran-harness/check/1``)."""
        return {
            "schema": SCHEMA,
            **({} if self.judged is None else {"judged": self.judged}),
            "messages": self.result.messages,
            "decoded": self.result.decoded,
            "associations": [association_document(each) for each in self.result.associations],
            "findings": [finding.to_json() for finding in self.result.findings],
        }

    def lines(self, screen: Terminal) -> Iterator[str]:
        """The verdict for people: associations, what the recording lacks, findings, a last line that sums up."""
        if self.result.messages:
            yield from association_lines(screen, self.result.associations)
        if self.result.further:
            yield f"  ... and {self.result.further} more associations"
        if self.judged is not None and self.result.messages:
            yield ""
            yield from screen.wrapped(
                f"Only the {self.judged} is judged: this is what it saw, behind a tap that injected faults. The other "
                "side has a history of its own.",
                "",
            )
        yield from self._notes(screen)
        cards = {rule.id: rule for rule in RULES}
        yield from report(screen, self.result.findings, cards)
        if self.result.messages or self.notes:
            yield ""
        yield self.summary(screen)

    def _notes(self, screen: Terminal) -> Iterator[str]:
        if not self.notes:
            return
        yield ""
        yield screen.paint("THE RECORDING ITSELF", "bold")
        for note in self.notes:
            yield from screen.wrapped(_note_text(note), "  ")
        kinds = [NoteKind.of(note.first.message) for note in self.notes]
        if any(kind is not None and kind.loses_messages for kind in kinds):
            yield "  Messages may be lacking; nobody is blamed for what may have been in them."

    def summary(self, screen: Terminal) -> str:
        """The verdict in one line."""
        name = printable(self.path)
        messages, decoded = self.result.messages, self.result.decoded
        if not messages and self.statistics.encrypted is not None:
            why = f"the NETCONF in it is encrypted ({self.statistics.encrypted}) and cannot be judged"
            return screen.paint(f"{name}: {why}; check the history of a run instead.", "yellow", "bold")
        if not messages:
            return screen.paint(f"{name}: no E2AP in it, and no NETCONF ({self._seen()}).", "yellow", "bold")
        read = "all decoded" if decoded == messages else f"{decoded} of them decoded"
        count = len(self.result.associations) + self.result.further
        what = f"{messages} {self._spoken()} message{_s(messages)} on {count} association{_s(count)}, {read}"
        if ignored := self.result.ignored:
            what += f" ({ignored} message{_s(ignored)} of other protocols left alone)"
        if not self.result.findings:
            return screen.paint(f"{name}: {what}; nothing is wrong.", "green", "bold")
        colour = "red" if self.exit_code is ExitCode.FAILED else "yellow"
        return screen.paint(f"{name}: {what}; {counts(self.result.findings)}.", colour, "bold")

    def _spoken(self) -> str:
        names = {"e2": "E2AP", "o1": "NETCONF"}
        return " and ".join(sorted({names[each.interface] for each in self.result.associations}))

    def _seen(self) -> str:
        packets, sctp, ignored = self.statistics.packets, self.statistics.sctp_packets, self.result.ignored
        seen = f"{packets} packet{_s(packets)}, {sctp} of them SCTP" if packets else "no packets"
        return f"{seen}, {ignored} message{_s(ignored)} of other protocols" if ignored else seen


def _note_text(note: CountedNote) -> str:
    event = note.first
    where = f"frame {event.frame}" if event.frame is not None else f"event {event.n}"
    if event.association is not None:
        where += f", association {printable(event.association)}"
    if note.count > 1:
        where += f"; {note.count - 1} more of this kind"
    return f"{note_text(event.message)} ({where})"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
