"""A run for people."""

from dataclasses import replace
from pathlib import Path

from oran_harness.captures import write_history
from oran_harness.cli.shown.run_report import (
    CHART_BEGIN,
    CHART_END,
    MOST_CHARTS,
    explained,
    run_report,
    summary,
)
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import CaseResult, Diagnosis, DiagnosisKind, HistoryHeader, Level, Verdict
from tests.cli.recordings import exchange

SCREEN = Terminal()
PASS = CaseResult("A-001", "first", "1.2", Level.MUST, "e2", "s", (), Verdict.PASS, duration_s=1.234, history="a.jsonl")
FAIL = replace(
    PASS, id="A-002", verdict=Verdict.FAIL, blame="e2-node", requirement="be quick", expected="1 s", actual="2 s"
)
GONE = replace(PASS, id="A-003", verdict=Verdict.INCONC, reason="nobody is there", history=None)


def report(*results: CaseResult, folder: Path = Path("out")) -> list[str]:
    """The lines of a report."""
    return list(run_report(SCREEN, results, folder))


def test_the_table() -> None:
    """A line for each, with seconds; reasons of what was not performed below it."""
    lines = report(PASS, replace(PASS, id="A-004", verdict=Verdict.SKIP, reason="no stimulus: subscribe"))
    assert lines[1].split() == ["pass", "must", "A-001", "1.23", "first"]
    assert lines[2].split()[:3] == ["skip", "must", "A-004"]
    assert lines[3].strip() == "no stimulus: subscribe"
    assert lines[-2:] == [
        "2 verdicts: 1 pass, 1 skip.",
        "The results lie in out: results.json, junit.xml, metrics.prom, and history/ for each case.",
    ]


def test_a_fail_is_explained(tmp_path: Path) -> None:
    """Requirement with clause, expected, actual, blame, then the chart of its messages."""
    events = exchange()
    write_history(tmp_path / "a.jsonl", HistoryHeader(), events)
    text = "\n".join(explained(SCREEN, FAIL, tmp_path))
    assert text.splitlines()[0] == "FAIL  A-002  must  first"
    for part in ("Requirement: be quick (1.2)", "Expected:    1 s", "Actual:      2 s", "Blame:       e2-node", "|---"):
        assert part in text
    assert "|---" not in "\n".join(explained(SCREEN, FAIL, tmp_path, chart=False))


def test_a_clause_stands_once() -> None:
    """A requirement that ends on a clause is not given it again; one of its own is kept, and the case's left out."""
    same = replace(FAIL, requirement="lock it (RFC 6241 7.5)", clause="RFC 6241 7.5; O-RAN.WG10 O1 6", history=None)
    assert any(line.endswith("lock it (RFC 6241 7.5; O-RAN.WG10 O1 6)") for line in explained(SCREEN, same, Path()))
    own = replace(FAIL, requirement="lock it (RFC 6241 7.5)", clause="RFC 6241 7.6", history=None)
    assert any(line.endswith("Requirement: lock it (RFC 6241 7.5)") for line in explained(SCREEN, own, Path()))
    aside = replace(own, requirement="lock it (now)")
    assert any(line.endswith("lock it (now) (RFC 6241 7.6)") for line in explained(SCREEN, aside, Path()))


def test_charts_are_bounded(tmp_path: Path) -> None:
    """Of a long history the middle is left out: the end tells what went wrong. Of many cases the first have a chart."""
    events = list(exchange())
    shown = CHART_BEGIN + CHART_END
    many = [replace(events[n % 2], n=n + 1, t=float(n)) for n in range(shown + 20)]
    write_history(tmp_path / "a.jsonl", HistoryHeader(), many)
    failed = [replace(FAIL, id=f"A-{n:03}", requirement=f"be quick {n}") for n in range(MOST_CHARTS + 3)]
    lines = report(*failed, folder=tmp_path)
    # The line of the association is one of the first.
    assert sum("|---" in line or "|<--" in line for line in lines) == MOST_CHARTS * (shown - 1)
    told = [line.strip() for line in lines if "not shown" in line]
    assert told == [f"... 21 lines are not shown; all: oran-harness check --chart {tmp_path / 'a.jsonl'}"] * MOST_CHARTS
    assert any(line.split()[1:2] == [str(len(many))] for line in lines)


def test_a_chart_that_fits_is_whole(tmp_path: Path) -> None:
    """Nothing is left out, and nothing said of it."""
    events = list(exchange())
    many = [replace(events[n % 2], n=n + 1, t=float(n)) for n in range(CHART_BEGIN + CHART_END - 1)]
    write_history(tmp_path / "a.jsonl", HistoryHeader(), many)
    lines = list(explained(SCREEN, FAIL, tmp_path))
    assert sum("|---" in line or "|<--" in line for line in lines) == len(many)
    assert not any("not shown" in line for line in lines)


def test_a_history_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    """The rest of the explanation stands."""
    assert "the messages cannot be shown" in "\n".join(explained(SCREEN, FAIL, tmp_path))


def test_fails_come_first_and_one_cause_stands_once(tmp_path: Path) -> None:
    """With its cases in short, what to try, and the first of them as an example with its messages."""
    write_history(tmp_path / "a.jsonl", HistoryHeader(), exchange())
    gone = [replace(GONE, id=f"B-{n}", reason="nobody is there") for n in range(20)]
    failed = [replace(FAIL, id=f"A-{n:03}") for n in range(2, 7)]
    lines = report(*gone, PASS, *failed, replace(FAIL, id="A-009", level=Level.SHOULD), folder=tmp_path)
    fails = [line for line in lines if line.startswith(("FAIL  ", "INCONC  "))]
    assert fails == ["FAIL  6 cases, 1 of them should: be quick", "INCONC  20 cases: nobody is there"]
    place = lines.index(fails[0])
    assert [line[4:17].strip() for line in lines[place + 1 : place + 10]] == [
        *("Cases:", "What to try:", "Look first:", "Example:", "Requirement:", "Expected:", "Actual:", "Blame:"),
        "History:",
    ]
    assert lines[place + 1].endswith("A-002 to 006, A-009")
    assert lines[place + 3].endswith("oran-harness explain A-002")
    assert lines[place + 4].endswith("A-002  must  first")
    assert sum("|---" in line for line in lines) == 1


def test_where_to_begin_stands_at_the_end() -> None:
    """Each cause in a line, before the summary; not where each verdict has a cause of its own."""
    alone = replace(FAIL, id="A-009", requirement="be kind", history=None)
    failed = [replace(FAIL, id=f"A-{n:03}", history=None) for n in range(2, 7)]
    assert report(*failed, alone)[-5:-2] == [
        "WHERE TO BEGIN: 2 causes of 6 verdicts",
        "    fail      5  A-002  be quick",
        "    fail      1  A-009  be kind",
    ]
    assert not any(line.startswith("WHERE TO BEGIN") for line in report(alone, failed[0]))


def test_what_was_left_out_for_one_reason_is_one_row() -> None:
    """Also where it was performed: many cases about something that the product does not have."""
    left_out = replace(PASS, verdict=Verdict.UNSUPPORTED, reason="no RAN function of E2SM-KPM is offered")
    lines = report(*[replace(left_out, id=f"A-{n:03}") for n in range(1, 5)], replace(left_out, id="B-1", reason="x"))
    assert lines[3:5] == [
        "unsupported  4 cases: no RAN function of E2SM-KPM is offered",
        "             A-001 to 004",
    ]
    assert sum(line.startswith("unsupported") for line in lines) == 2


def test_unprintable_text_is_made_printable() -> None:
    """Whatever a SUT put there cannot steer the terminal."""
    assert "\x1b" not in "\n".join(report(replace(FAIL, actual="\x1b[2J", title="\x1bx", history=None)))


def test_the_summary() -> None:
    """Counts, and which of the fails weigh less."""
    assert summary(SCREEN, [PASS, FAIL, replace(FAIL, level=Level.SHOULD)]) == (
        "3 verdicts: 1 pass, 2 fail (1 of the fails at should-level)."
    )
    assert summary(SCREEN, [PASS]) == "1 verdict: 1 pass."
    assert summary(SCREEN, []) == "0 verdicts: nothing."


def test_what_is_not_all_there_is_said_so() -> None:
    """The last line does not promise what could not be written."""
    assert list(run_report(SCREEN, [PASS], Path("out"), unwritten=True))[-1].startswith("Some of the results could not")


def test_what_is_wrong_with_the_sut_stands_once() -> None:
    """The cases that were left out are one line, the diagnosis stands before the summary."""
    diagnosis = Diagnosis(DiagnosisKind.REFUSED, "It refuses.", "Ask it.", history="history/MEETING.jsonl")
    skip = replace(PASS, verdict=Verdict.SKIP, reason="It refuses.", history=None)
    skipped = [replace(skip, id=f"A-{n:03}") for n in range(9)]
    lines = list(run_report(SCREEN, [PASS, *skipped], Path("out"), diagnosis=diagnosis))
    assert "skip         9 cases: for the reason below" in lines
    place = lines.index("E2 SETUP DOES NOT WORK")
    assert lines[place + 1 : place + 4] == [
        "    Seen:        It refuses.",
        "    What to try: Ask it.",
        "    History:     out/history/MEETING.jsonl",
    ]
    for kind, title in ((DiagnosisKind.LOST, "THE SUT IS GONE"), (DiagnosisKind.DIES, "NO CASE COULD BE PERFORMED")):
        hopeless = replace(diagnosis, kind=kind, hopeless=True)
        assert title in list(run_report(SCREEN, skipped, Path("out"), diagnosis=hopeless))


def test_what_was_performed_is_not_denied() -> None:
    """Where cases were performed before no more could be, the title of the diagnosis says no other."""
    hopeless = Diagnosis(DiagnosisKind.SAYS_NOTHING, "It says nothing.", "Ask it.", hopeless=True)
    skip = replace(PASS, verdict=Verdict.SKIP, reason="It says nothing.", history=None)
    failed = replace(FAIL, history="history/A-002.jsonl")
    lines = list(run_report(SCREEN, [failed, skip], Path("out"), diagnosis=hopeless))
    assert "NO MORE CASES COULD BE PERFORMED" in lines
    assert "NO CASE COULD BE PERFORMED" not in lines


def test_how_to_run_a_case_again() -> None:
    """The command with its id; a rule has none."""
    command = "oran-harness run --role e2-node --listen tcp://127.0.0.1:1"
    failed = replace(FAIL, history=None)
    lines = list(run_report(SCREEN, [failed, replace(failed, id="R", suite="rules")], Path("out"), command=command))
    assert [line.strip() for line in lines if "Run again:" in line] == [f"Run again:   {command} A-002"]
