"""What check says in the end."""

from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.captures import Statistics
from oran_harness.checkers import AuditResult
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.verdict import CountedNote, Verdict
from oran_harness.model import Event, EventKind, Finding, Level
from tests.cli.shown.test_association_table import KNOWN
from tests.cli.shown.test_findings_report import MUST, SHOULD

FAILED = replace(SHOULD, rule="HARNESS-FAILED", blame="harness")
PLAIN = Terminal()


def verdict(
    *findings: Finding, messages: int = 12, strict: bool = False, notes: tuple[CountedNote, ...] = ()
) -> Verdict:
    """A verdict over one association with these findings."""
    associations = (KNOWN,) if messages else ()
    return Verdict("file", AuditResult(messages, messages, associations, findings), strict, Statistics(9, 5, 4), notes)


@pytest.mark.parametrize(
    ("found", "code", "strict_code"),
    [
        ((), 0, 0),
        ((SHOULD,), 0, 1),
        ((MUST,), 1, 1),
        ((MUST, SHOULD), 1, 1),
        ((replace(MUST, blame=None),), 1, 1),
        ((FAILED,), 3, 1),
        ((FAILED, MUST), 1, 1),
    ],
)
def test_exit_codes(found: tuple[Finding, ...], code: int, strict_code: int) -> None:
    """1 for a must-level finding, --strict: for any; 3 where only the harness itself failed."""
    assert verdict(*found).exit_code == code
    assert verdict(*found, strict=True).exit_code == strict_code


def test_without_e2ap_nothing_was_judged() -> None:
    """Exit code 3, and what was there instead."""
    nothing = verdict(messages=0)
    assert nothing.exit_code is ExitCode.NOTHING_JUDGED
    assert list(nothing.lines(PLAIN)) == ["file: no E2AP in it, and no NETCONF (5 packets, 4 of them SCTP)."]
    other = replace(nothing, result=replace(nothing.result, ignored=3), statistics=Statistics())
    assert other.summary(PLAIN) == "file: no E2AP in it, and no NETCONF (no packets, 3 messages of other protocols)."


def test_the_last_line_sums_up() -> None:
    """Messages, associations, what was decoded, and how many findings of which level."""
    assert verdict().summary(PLAIN) == "file: 12 E2AP messages on 1 association, all decoded; nothing is wrong."
    partly = replace(verdict(MUST), result=replace(verdict(MUST).result, decoded=7))
    assert partly.summary(PLAIN) == (
        "file: 12 E2AP messages on 1 association, 7 of them decoded; 1 must-level finding."
    )
    beside = replace(verdict(), result=replace(verdict().result, ignored=1))
    assert "all decoded (1 message of other protocols left alone); nothing is wrong." in beside.summary(PLAIN)


def test_associations_beyond_those_summed_up_are_counted() -> None:
    """A recording with a flood of associations is still told whole."""
    many = replace(verdict(), result=replace(verdict().result, further=5))
    assert "  ... and 5 more associations" in list(many.lines(PLAIN))
    assert "on 6 associations" in many.summary(PLAIN)


def test_what_the_recording_lacks_is_told() -> None:
    """Notes, each kind once with its place and count; and that nobody is blamed for what is missing."""
    lost = Event(7, 1.0, EventKind.NOTE, "1", message="missing: 3 chunks\x1b", frame=9)
    own = Event(8, 1.0, EventKind.NOTE, message="somebody's remark")
    json = Event(9, 1.0, EventKind.NOTE, message='stimulus: {"ticket":1,"status":"done","details":{}}')
    lines = list(verdict(notes=(CountedNote(lost, 4), CountedNote(own), CountedNote(json))).lines(PLAIN))
    assert "  stimulus: done (event 9)" in lines
    assert r"  missing: 3 chunks\x1b (frame 9, association 1; 3 more of this kind)" in lines
    assert "  somebody's remark (event 8)" in lines
    assert any("nobody is blamed" in line for line in lines)
    assert not any("nobody is blamed" in line for line in verdict(notes=(CountedNote(own),)).lines(PLAIN))


def test_the_document_is_that_of_the_contract() -> None:
    """Exactly these members."""
    document = verdict(MUST).document()
    assert list(document) == ["schema", "messages", "decoded", "associations", "findings"]
    assert document["schema"] == "oran-harness/check/1"
    assert {"rule", "clause", "level", "blame", "message", "expected", "actual", "hint"} <= set(document["findings"][0])
    assert (document["findings"][0]["frame"], document["findings"][0]["association"]) == (3, "1")


def test_paths_are_printable() -> None:
    """The name of a file may hold anything."""
    assert "\x1b" not in replace(verdict(), path=str(Path("a\x1b[2Jb"))).summary(PLAIN)


def test_levels_are_two() -> None:
    """Everything that is not must is should."""
    assert set(Level) == {Level.MUST, Level.SHOULD}
