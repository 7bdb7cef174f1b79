"""The matrix for a terminal."""

import io
from dataclasses import replace

from oran_harness.cli.shown.matrix_table import matrix_lines, shown_as
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.interop.matrix.cell import Cell
from oran_harness.model import Verdict

BLANK = Cell("", "").summary
GOOD = Cell("alfa", "bravo", summary={**BLANK, "pass": 19, "unsupported": 1}, reason="19 scenes pass")
BAD = Cell(
    "alfa", "charlie", summary={**BLANK, "pass": 3, "fail": 1}, first_failure="E2AP-SETUP-301", blame="near-rt-ric",
    vendor="charlie", reason="E2AP-SETUP-301: it refused", results="alfa--charlie/results.json",
)  # fmt: skip
APART = Cell("delta", "bravo", reason="delta offers E2AP 1.01 only, bravo accepts 2.03 and later; declared by both")


def shown(*cells: Cell) -> str:
    """What is printed."""
    return "\n".join(matrix_lines(Terminal(io.StringIO()), cells))


def test_nodes_go_down_and_rics_across() -> None:
    """Each cell says how much passes of what could be played, and who is to blame."""
    lines = shown(BAD, GOOD, APART).splitlines()
    assert lines[1].split() == ["E2", "node", "\\", "RIC", "bravo", "charlie"]
    assert lines[2].split() == ["alfa", "19/19", "3/4", "fail", "charlie"]
    assert lines[3].split() == ["delta", "not", "together", "-"]


def test_a_pair_that_does_not_just_pass_is_told_below() -> None:
    """With its reason, whom it blames, and where to look."""
    text = shown(GOOD, BAD, APART)
    assert "FAIL alfa with charlie" in text
    assert "Blame: charlie (near-rt-ric)" in text
    assert "See alfa--charlie/results.json" in text
    assert "UNSUPPORTED delta with bravo" in text
    assert "alfa with bravo" not in text


def test_what_nobody_can_be_blamed_for_says_so() -> None:
    """And who speaks another edition is told, whatever else the pair came to."""
    refused = replace(BAD, blame=None, vendor=None, reason="refused", drift="the ends differ")
    text = shown(refused)
    assert "Blame: nobody: the evidence does not settle it" in text
    assert "Drift: the ends differ" in text


def test_an_error_of_ours_does_not_hide_whom_the_failure_blames() -> None:
    """Both are in the cell."""
    assert "Blame: charlie (near-rt-ric)" in shown(replace(BAD, summary={**BAD.summary, "error": 1}))


def test_who_met_and_showed_nothing_was_together() -> None:
    """What they offer each other is less than what was asked for."""
    met = Cell("alfa", "bravo", summary={**BLANK, "unsupported": 2}, results="alfa--bravo/results.json")
    assert shown(met).splitlines()[2].split() == ["alfa", "unsupported"]


def test_what_fails_for_a_should_is_no_failure_of_the_pair() -> None:
    """It is no reason to send anybody away."""
    advised = replace(GOOD, summary={**BLANK, "pass": 19, "fail": 1})
    assert shown_as(advised) is Verdict.PASS
    assert shown(advised).splitlines()[2].split() == ["alfa", "19/19"]


def test_what_is_left_out_is_no_blemish() -> None:
    """Where something passes."""
    assert shown_as(GOOD) is Verdict.PASS
    assert shown_as(APART) is Verdict.UNSUPPORTED


def test_what_was_interrupted_is_told_once() -> None:
    """However many pairs it is; the table says which."""
    text = shown(GOOD, Cell.interrupted("alfa", "charlie", 30), Cell.interrupted("delta", "bravo", 30))
    lines = text.splitlines()
    assert lines[2].split() == ["alfa", "19/19", "skip"]
    assert lines[3].split() == ["delta", "skip", "-"]
    assert lines[4:] == ["", "SKIP 2 pairs were not through: interrupted"]
