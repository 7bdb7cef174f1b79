"""A SUT that has introduced itself, for the person at the bench."""

from collections.abc import Iterator

from oran_harness.cli.shown.printable import printable, shortened
from oran_harness.cli.shown.terminal import Terminal, columns
from oran_harness.model import IntroducedFunction, Introduction, Role

MOST_FUNCTIONS = 12
_LONGEST = 200


def introduced(screen: Terminal, introduction: Introduction, role: Role) -> Iterator[str]:
    """Who it is, and what it offers or accepts, as lines."""
    if role.interface == "o1":
        what = "The managed element" if role is Role.O1_PROVIDER else "The manager"
        yield screen.paint(f"{what} is here: {printable(introduction.identity or '')}", "green", "bold")
        yield from (f"  {printable(remark)}" for remark in introduction.remarks)
        return
    node = role is Role.E2_NODE
    who = printable(introduction.identity or "without an identity that can be read")
    what = "The E2 node" if node else "The near-RT RIC"
    said = f", E2AP {_span(introduction.editions)}" if introduction.editions else ""
    yield screen.paint(f"{what} is here: {who}{said}", "green", "bold")
    yield from _functions(introduction, node)
    if introduction.components:
        yield f"  components: {shortened(', '.join(introduction.components), _LONGEST)}"
    yield from (f"  {printable(remark)}" for remark in introduction.remarks)


def _functions(introduction: Introduction, node: bool) -> Iterator[str]:
    functions = introduction.functions
    if not functions:
        yield "  it offers no RAN function" if node else "  it names no RAN function"
        return
    if not node:
        yield from _answers(functions)
        return
    rows = [
        [f"RAN function {each.id}", shortened(each.name or "-", 32), f"revision {each.revision}", _about(each)]
        for each in functions[:MOST_FUNCTIONS]
    ]
    yield from (f"  {line}" for line in columns(rows))
    if len(functions) > MOST_FUNCTIONS:
        yield f"  and {len(functions) - MOST_FUNCTIONS} more"


def _answers(functions: tuple[IntroducedFunction, ...]) -> Iterator[str]:
    accepted = [str(each.id) for each in functions if each.accepted]
    rejected = [str(each.id) for each in functions if not each.accepted]
    if accepted:
        yield f"  it accepts our RAN functions {shortened(', '.join(accepted), _LONGEST)}"
    if rejected:
        yield f"  it rejects our RAN functions {shortened(', '.join(rejected), _LONGEST)}"


def _about(function: IntroducedFunction) -> str:
    parts = [*([shortened(function.oid, 64)] if function.oid else []), *function.styles]
    return shortened("; ".join(parts), _LONGEST)


def _span(editions: tuple[str, ...]) -> str:
    return editions[0] if len(editions) == 1 else f"{editions[0]} to {editions[-1]}"
