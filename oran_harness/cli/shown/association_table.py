"""The associations of a recording: who spoke with whom, in which version."""

from collections.abc import Iterator, Sequence
from typing import Any

from oran_harness.checkers import AssociationSummary, EndSummary
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal, columns

_PROTOCOLS = {"e2": "E2AP", "o1": "NETCONF"}
_OF_E2 = ("identity", "service models")
"""Columns at the end of which O1 has nothing to tell."""


def association_lines(screen: Terminal, associations: Sequence[AssociationSummary]) -> Iterator[str]:
    """A table, one row an end."""
    yield screen.paint("ASSOCIATIONS", "bold")
    interfaces = {each.interface for each in associations}
    version = _PROTOCOLS[interfaces.pop()] if len(interfaces) == 1 else "version"
    rows = [["assoc", "messages", version, "role", "address", *_OF_E2]]
    for each in associations:
        for number, end in enumerate(each.ends):
            first = number == 0
            rows.append(
                [
                    printable(each.id) if first else "",
                    str(each.messages) if first else "",
                    (each.version or "unknown") if first else "",
                    end.role or "role unknown",
                    printable(end.address),
                    printable(end.id or "-"),
                    ", ".join(each.service_models) if first else "",
                ]
            )
    if version == _PROTOCOLS["o1"]:
        rows = [row[: -len(_OF_E2)] for row in rows]
    head, *body = columns(rows)
    yield f"  {screen.paint(head, 'dim')}"
    yield from (f"  {line}" for line in body)


def association_document(association: AssociationSummary) -> dict[str, Any]:
    """An association as ``check --json`` writes it; unknown is null."""
    return {
        "id": association.id,
        "ends": [_end_document(end) for end in association.ends],
        "version": association.version,
        "messages": association.messages,
    }


def _end_document(end: EndSummary) -> dict[str, Any]:
    return {"role": end.role, "address": end.address, "id": end.id}
