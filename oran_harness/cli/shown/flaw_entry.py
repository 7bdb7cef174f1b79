"""What a flaw of a reference peer means, for people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from oran_harness.cli.shown.entry import entry
from oran_harness.cli.shown.terminal import Terminal

if TYPE_CHECKING:
    from oran_harness.peers.flaws import Flaw


def flaw_ids() -> list[str]:
    """The ids of all flaws."""
    # Imported here: whoever asks for a rule need not wait for the peers.
    from oran_harness.peers.flaws import FLAWS

    return list(FLAWS)


def flaw_entry(screen: Terminal, word: str) -> list[str] | None:
    """What the flaw of that id does and who finds it, as lines; None if there is none. Capitals do not matter."""
    from oran_harness.peers.flaws import FLAWS

    flaw = FLAWS.get(word.casefold())
    return None if flaw is None else list(entry(screen, f"{flaw.id}: {flaw.title}", _parts(flaw)))


def _parts(flaw: "Flaw") -> Iterator[tuple[str, str]]:
    yield "Role", flaw.role.value
    if flaw.field_fault is not None:
        yield "Seen in", f"the field: fault {flaw.field_fault}"
    yield "Found by", ", ".join(flaw.caught_by)
    from oran_harness.peers.flaws.lasting import LastingActor

    # What does not outlive the process is no misbehaviour after its restart.
    keep = " --keep FILE" if isinstance(flaw.wrap, type) and issubclass(flaw.wrap, LastingActor) else ""
    yield "Plant it", f"oran-harness serve {flaw.role} --flaw {flaw.id}{keep} ..."
