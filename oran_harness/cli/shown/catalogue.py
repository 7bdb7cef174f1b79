"""What ``list`` shows and ``explain`` knows: the kinds of things there are, and the things."""

from collections.abc import Callable
from typing import Any

Item = dict[str, Any]
"""One thing as ``list --json`` writes it; ``id`` and ``title`` are always there."""


def rules() -> list[Item]:
    """The rules that ``check`` applies, in their order."""
    # Imported here: whoever lists something else need not wait for the rules.
    from oran_harness.checkers.catalogue import rows

    return rows()


def _nothing() -> list[Item]:
    return []


KINDS: dict[str, Callable[[], list[Item]]] = {
    "cases": _nothing,
    "rules": rules,
    "vendors": _nothing,
    "flaws": _nothing,
    "faults": _nothing,
    "operators": _nothing,
}
