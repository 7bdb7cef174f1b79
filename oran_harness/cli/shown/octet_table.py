"""Rows of a tree beside the octets that they were read from."""

from collections.abc import Iterator, Sequence

from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.tree_row import TreeRow
from oran_harness.model.complaint import Complaint

PER_LINE = 8
LINES = 4
"""Lines of octets that one row has at most, unless all are asked for."""
_HEX_WIDTH = 3 * PER_LINE - 1
_OFFSET_WIDTH = 7


def table(screen: Terminal, rows: Sequence[TreeRow], every_octet: bool = False) -> Iterator[str]:
    """The lines: octet offset, octets, tree; complaints below the row that they are about.

    Every octet is in at least one line, but rows of more than ``LINES`` lines are cut unless ``every_octet``.
    """
    yield screen.paint(f"{'octet':>{_OFFSET_WIDTH}}  {'octets':<{_HEX_WIDTH}}  message", "dim")
    shown = 0
    for row in rows:
        # Padding and lengths between two values belong to no value: they are shown with the one behind them.
        start = min(row.start >> 3, max(shown - row.base, 0))
        end = max((row.end + 7) >> 3 if row.end > row.start else row.start >> 3, start)
        shown = max(row.base + end, shown)
        yield from _row(screen, row, start, end, every_octet)


def _row(screen: Terminal, row: TreeRow, start: int, end: int, every_octet: bool) -> Iterator[str]:
    head = screen.paint(printable(row.label), "cyan") + (f"  {printable(row.text)}" if row.text else "")
    chunks = [row.octets[at : min(at + PER_LINE, end)] for at in range(start, end, PER_LINE)] or [b""]
    cut = len(chunks) > LINES and not every_octet
    for number, chunk in enumerate(chunks[: LINES - 1] if cut else chunks):
        offset = f"{row.base + start + PER_LINE * number:>{_OFFSET_WIDTH}}"
        octets = f"{chunk.hex(' '):<{_HEX_WIDTH}}"
        text = "  " * row.depth + head if number == 0 else ""
        yield f"{screen.paint(offset, 'dim')}  {screen.paint(octets, 'blue')}  {text}".rstrip()
    if cut:
        left = end - start - PER_LINE * (LINES - 1)
        yield f"{'':>{_OFFSET_WIDTH}}  {screen.paint(f'... {left} more octets', 'dim')}"
    margin = " " * (_OFFSET_WIDTH + _HEX_WIDTH + 4 + 2 * row.depth)
    for complaint in row.complaints:
        yield margin + screen.paint(f"! {complaint_text(complaint)}", "red")


def complaint_text(complaint: Complaint) -> str:
    """A complaint in one line, without its place."""
    text = complaint.message
    if complaint.expected or complaint.actual:
        text += f" (expected {complaint.expected or 'nothing'}, found {complaint.actual or 'nothing'})"
    return printable(text)
