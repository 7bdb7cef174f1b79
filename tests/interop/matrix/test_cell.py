"""One cell of the matrix."""

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.interop.matrix.cell import SCHEMA, Cell, document
from oran_harness.model import Verdict

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
    assert Cell("a", "b", summary={"pass": 3, "fail": 1, "inconc": 2}).verdict is Verdict.FAIL
