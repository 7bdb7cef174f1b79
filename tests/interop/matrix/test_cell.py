"""One cell of the matrix."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.interop.matrix.cell import SCHEMA, Cell, document, known_cell, write_cell
from oran_harness.interop.pairs.verdicts import Played
from oran_harness.model import HARNESS, CaseResult, Level, Verdict

COUNTS = st.fixed_dictionaries({verdict.value: st.integers(0, 50) for verdict in Verdict})
TEXT = st.none() | st.text(max_size=20)
CELLS = st.builds(
    Cell, st.text(min_size=1), st.text(min_size=1), st.just("e2"), COUNTS, TEXT, TEXT, TEXT, TEXT, st.text(), TEXT
)


@given(CELLS)
def test_a_cell_is_read_as_it_was_written(cell: Cell) -> None:
    """A matrix that is taken up again knows what it had."""
    assert Cell.from_json(cell.to_json()) == cell


def test_the_document_is_in_order() -> None:
    """The same again whichever pair was ready first."""
    one, other = Cell("alfa", "bravo"), Cell("alfa", "charlie")
    assert document([other, one]) == document([one, other])
    assert document([one])["schema"] == SCHEMA
    assert list(document([one])["cells"][0]) == [
        "a", "b", "interface", "summary", "first_failure", "blame", "vendor", "drift", "reason", "results",
    ]  # fmt: skip


def test_the_verdict_of_a_cell_is_its_worst() -> None:
    """And a pair that did not meet has shown nothing."""
    assert Cell("a", "b").verdict is Verdict.UNSUPPORTED
    assert Cell("a", "b", summary={"pass": 3, "skip": 1}).verdict is Verdict.SKIP
    assert Cell("a", "b", summary={"pass": 3, "fail": 1, "inconc": 2}, first_failure="A").verdict is Verdict.FAIL
    assert Cell("a", "b", summary={"pass": 3, "fail": 1}).verdict is Verdict.PASS


def line(id: str, verdict: Verdict, blame: str | None = None, level: Level = Level.MUST) -> CaseResult:
    """A verdict of a pair."""
    return CaseResult(
        id, "a title", "a clause", level, "e2", "interop", (), verdict, reason=f"{id} happened", blame=blame
    )


GOOD = line("GOOD", Verdict.PASS)
REFUSED = line("REFUSED", Verdict.FAIL)
BROKEN = line("BROKEN", Verdict.ERROR, HARNESS)
WRONG = line("WRONG", Verdict.FAIL, "near-rt-ric")
UNKIND = line("UNKIND", Verdict.FAIL, "e2-node", Level.SHOULD)


@pytest.mark.parametrize(
    ("lines", "first", "blame", "vendor", "reason"),
    [
        ((GOOD,), None, None, None, "1 scene passes"),
        ((REFUSED, GOOD), "REFUSED", None, None, "REFUSED: REFUSED happened"),
        ((REFUSED, BROKEN, WRONG), "WRONG", "near-rt-ric", "bravo", "WRONG: WRONG happened"),
        ((REFUSED, BROKEN), "BROKEN", HARNESS, None, "BROKEN: BROKEN happened"),
        ((GOOD, GOOD, UNKIND), None, None, None, "2 scenes pass; UNKIND (should-level): UNKIND happened"),
        ((UNKIND, REFUSED), "REFUSED", None, None, "REFUSED: REFUSED happened"),
    ],
)
def test_a_pair_fails_by_what_has_to_be(
    lines: tuple[CaseResult, ...], first: str | None, blame: str | None, vendor: str | None, reason: str
) -> None:
    """Who breaks a must comes before what merely breaks and what broke of ours; nobody is blamed for a should."""
    cell = Cell.of("alfa", "bravo", Played(tuple((each, ()) for each in lines), None, ()), "results.json")
    assert (cell.first_failure, cell.blame, cell.vendor, cell.reason) == (first, blame, vendor, reason)
    assert sum(cell.summary.values()) == len(lines)


def test_a_cell_is_known_by_its_order_and_its_results(tmp_path: Path) -> None:
    """What is broken off, of another order, or without what it points to, is not known."""
    folder = tmp_path / "alfa--bravo"
    folder.mkdir()
    cell = Cell("alfa", "bravo", results="alfa--bravo/results.json")
    write_cell(folder, "an order", cell)
    assert known_cell(folder, "an order") is None
    (folder / "results.json").write_text("{}")
    assert known_cell(folder, "an order") == cell
    assert known_cell(folder, "another order") is None
    (folder / "results.json").write_text('{"cases": [')
    assert known_cell(folder, "an order") is None
    (folder / "results.json").write_text("{}")
    (folder / "cell.json").write_text('{"order": "an order", "cell": ')
    assert known_cell(folder, "an order") is None
