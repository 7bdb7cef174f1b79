"""The matrix of vendors for a terminal: E2 nodes down, near-RT RICs across."""

from collections.abc import Iterator, Sequence

from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.interop.matrix.cell import INTERRUPTED, Cell
from oran_harness.model import HARNESS, Verdict

_GAP = "  "
_CORNER = "E2 node \\ RIC"


def matrix_lines(screen: Terminal, cells: Sequence[Cell]) -> Iterator[str]:
    """The table, then a paragraph for each pair that does not just pass."""
    rics = sorted({cell.b for cell in cells})
    nodes = sorted({cell.a for cell in cells})
    known = {(cell.a, cell.b): cell for cell in cells}
    texts = {key: _mark(cell) for key, cell in known.items()}
    first = max((len(name) for name in (*nodes, _CORNER)), default=0)
    widths = {ric: max(len(ric), *(len(texts.get((node, ric), "-")) for node in nodes)) for ric in rics}
    yield screen.paint("MATRIX", "bold")
    head = _GAP.join([f"{_CORNER:<{first}}", *(f"{ric:<{widths[ric]}}" for ric in rics)])
    yield f"  {screen.paint(head.rstrip(), 'dim')}"
    for node in nodes:
        row = [f"{printable(node):<{first}}"]
        for ric in rics:
            cell = known.get((node, ric))
            padded = f"{texts.get((node, ric), '-'):<{widths[ric]}}"
            row.append(padded if cell is None else screen.paint(padded, *STYLES[shown_as(cell)]))
        yield f"  {_GAP.join(row).rstrip()}"
    broken_off = [cell for cell in cells if cell.reason == INTERRUPTED]
    for cell in sorted(cells, key=lambda each: (each.a, each.b)):
        if cell not in broken_off and (shown_as(cell) is not Verdict.PASS or cell.drift is not None):
            yield ""
            yield from _told(screen, cell)
    if broken_off:
        count = "1 pair was" if len(broken_off) == 1 else f"{len(broken_off)} pairs were"
        yield ""
        yield f"{screen.paint('SKIP', *STYLES[Verdict.SKIP])} {count} not through: {INTERRUPTED}"


def shown_as(cell: Cell) -> Verdict:
    """The verdict by which a cell is coloured: what is skipped or not offered is no blemish where something passes."""
    worst = cell.verdict
    if worst in (Verdict.SKIP, Verdict.UNSUPPORTED) and cell.summary.get(Verdict.PASS):
        return Verdict.PASS
    return worst


def _mark(cell: Cell) -> str:
    """A cell in a few characters: passes of all that could be played, and who is to blame."""
    passed = cell.summary.get(Verdict.PASS, 0)
    troubles = (*((Verdict.FAIL,) if cell.first_failure is not None else ()), Verdict.INCONC, Verdict.ERROR)
    played = passed + sum(cell.summary.get(each, 0) for each in troubles)
    verdict = shown_as(cell)
    if not played:
        return "not together" if verdict is Verdict.UNSUPPORTED and cell.results is None else verdict.value
    if verdict is Verdict.PASS:
        return f"{passed}/{played}"
    blamed = f" {cell.vendor}" if cell.vendor is not None else f" {HARNESS}" if cell.blame == HARNESS else ""
    return f"{passed}/{played} {verdict.value}{blamed}"


def _told(screen: Terminal, cell: Cell) -> Iterator[str]:
    verdict = shown_as(cell)
    yield (
        f"{screen.paint(verdict.value.upper(), *STYLES[verdict])} "
        f"{screen.paint(f'{printable(cell.a)} with {printable(cell.b)}', 'bold')}"
    )
    yield from screen.wrapped(printable(cell.reason), "  ")
    if verdict is Verdict.FAIL or cell.vendor is not None:
        whose = (
            f"{cell.vendor} ({cell.blame})" if cell.vendor is not None else "nobody: the evidence does not settle it"
        )
        yield f"  Blame: {printable(whose)}"
    if cell.drift is not None:
        yield from screen.wrapped(f"Drift: {printable(cell.drift)}", "  ")
    if cell.results is not None:
        yield f"  See {printable(cell.results)}"
