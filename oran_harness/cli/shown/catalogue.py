"""What ``list`` shows and ``explain`` knows: the kinds of things there are, and the things."""

from collections.abc import Callable, Iterable
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
    from oran_harness.conformance import descriptions

    return [case.to_json() for case in descriptions()]


def in_full(cases: Iterable[Item]) -> list[Item]:
    """Cases with purpose, preconditions, what passes and what fails, flaws that each finds, and message chart."""
    from oran_harness.cli.shown.case_sheet import case_sheet
    from oran_harness.conformance import load, load_properties

    wanted = {case["id"] for case in cases}
    sheets = [
        *(case_sheet(case) for case in load() if case.id in wanted),
        *(case_sheet(each) for each in load_properties() if each.id in wanted),
    ]
    return [sheet.to_json() for sheet in sorted(sheets, key=lambda sheet: sheet.description.id)]


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


def flaws() -> list[Item]:
    """The flaws that ``serve --flaw`` plants."""
    from oran_harness.peers.flaws import FLAWS

    return [
        {
            "id": flaw.id,
            "title": flaw.title,
            "role": flaw.role.value,
            "field_fault": flaw.field_fault,
            "caught_by": list(flaw.caught_by),
        }
        for flaw in FLAWS.values()
    ]


def faults() -> list[Item]:
    """The faults of ``run --fault`` and ``serve --fault``, which the link suffers, then those of ``tap --fault``."""
    from oran_harness.faults import ACTIONS, FAULTS, SELECTORS

    of_links = [{"id": kind.id, "title": kind.title, "example": kind.example} for kind in FAULTS.values()]
    of_messages = [
        {
            "id": f"tap {each.id}",
            "title": f"{each.title}; as in: {each.example}",
            "example": each.example,
            "words": [
                {"name": word.name, "title": word.title, "wanted": word.wanted}
                for word in (*each.words, *SELECTORS.values())
            ],
        }
        for each in ACTIONS.values()
    ]
    return of_links + of_messages


def _nothing() -> list[Item]:
    return []


KINDS: dict[str, Callable[[], list[Item]]] = {
    "cases": cases,
    "rules": rules,
    "vendors": vendors,
    "flaws": flaws,
    "faults": faults,
    "operators": _nothing,
}
