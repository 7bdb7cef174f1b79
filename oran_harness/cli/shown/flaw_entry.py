"""What a flaw of a reference peer means, for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from oran_harness.cli.shown.terminal import Terminal

if TYPE_CHECKING:
    from oran_harness.peers.flaws import Flaw

_INDENT = " " * 15


def flaw_ids() -> list[str]:
    """The ids of all flaws."""
    # Imported here: whoever asks for a rule need not wait for the peers.
    from oran_harness.peers.flaws import FLAWS

    return list(FLAWS)


def flaw_entry(screen: Terminal, word: str) -> list[str] | None:
    """What the flaw of that id does and who finds it, as lines; None if there is none. Capitals do not matter."""
    from oran_harness.peers.flaws import FLAWS

    flaw = FLAWS.get(word.casefold())
    return None if flaw is None else list(_lines(screen, flaw))


def _lines(screen: Terminal, flaw: "Flaw") -> Iterator[str]:
    yield screen.paint(f"{flaw.id}: {flaw.title}", "bold")
    told = [
        ("Role", flaw.role.value),
        *([("Seen in", f"the field: fault {flaw.field_fault}")] if flaw.field_fault is not None else []),
        ("Found by", ", ".join(flaw.caught_by)),
        ("Plant it", f"oran-harness serve {flaw.role} --flaw {flaw.id} ..."),
    ]
    for heading, text in told:
        lines = screen.wrapped(text, _INDENT)
        yield screen.paint(f"  {heading:<13}", "dim") + lines[0][len(_INDENT) :]
        yield from lines[1:]
