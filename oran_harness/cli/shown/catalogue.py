"""What ``list`` shows and ``explain`` knows: the kinds of things there are, and the things."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Item = dict[str, Any]
"""One thing as ``list --json`` writes it; ``id`` and ``title`` are always there."""


def rules() -> list[Item]:
    """The rules that ``check`` applies, in their order."""
    # Imported here: whoever lists something else need not wait for the rules.
    from oran_harness.checkers.catalogue import rows

    return rows()


def cases() -> list[Item]:
    """The cases of the conformance suite, by id."""
    from oran_harness.conformance import load

    return [case.description.to_json() for case in load()]


def vendors(folder: Path | None = None) -> list[Item]:
    """The vendors that ``run --sut`` finds, in the order of the places; ``folder`` is looked at first."""
    from oran_harness.adapters import list_vendors

    return [
        {
            "id": vendor.name,
            "title": vendor.profile.product if vendor.profile is not None else vendor.problem,
            "version": vendor.profile.version if vendor.profile is not None else None,
            "roles": [role.value for role in vendor.profile.roles] if vendor.profile is not None else [],
            "place": vendor.place,
            "folder": str(vendor.folder) if vendor.folder is not None else None,
            "problem": vendor.problem or None,
        }
        for vendor in list_vendors(folder)
    ]


def _nothing() -> list[Item]:
    return []


KINDS: dict[str, Callable[[], list[Item]]] = {
    "cases": cases,
    "rules": rules,
    "vendors": vendors,
    "flaws": _nothing,
    "faults": _nothing,
    "operators": _nothing,
}
