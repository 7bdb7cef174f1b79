"""The clauses and their cases as a page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from oran_harness.cli.shown.coverage_table import Covered, counted
from oran_harness.model import CaseDescription, Role

HEAD = """# Coverage

Which clauses of the specifications have cases, at either role under test. A clause is here for a role if its text asks
something of that role. Where there is no case, rules that cite the clause watch every case, but nothing provokes what
they are about; a **hole** has neither. `oran-harness coverage` shows the same. This page is generated: do not edit it.

{counts}
"""
_NAMES = {
    Role.NEAR_RT_RIC: "near-RT RIC",
    Role.E2_NODE: "E2 node",
    Role.O1_PROVIDER: "managed element",
    Role.O1_MANAGER: "manager",
}


def coverage_as_markdown(rows: Iterable[Covered], whole: Iterable[CaseDescription], editions: dict[str, str]) -> str:
    """The page: a table for each document, a row for each clause; ``whole`` are cases about whole procedures."""
    every = tuple(rows)
    lines = [HEAD.format(counts=counted(every))]
    for document, of_document in groupby(every, key=lambda row: row.clause.document):
        lines += [f"## {document} ({editions[document]})", "", "| Clause | Title | Role | Cases |", "|---|---|---|---|"]
        lines += [*_rows(of_document), ""]
    named = ", ".join(f"`{case.id}`" for case in whole)
    lines += ["## Cases about a procedure as a whole", "", f"{named or 'None'}.", ""]
    return "\n".join(lines)


def _rows(rows: Iterable[Covered]) -> Iterator[str]:
    for row in rows:
        cell = ", ".join(f"`{id}`" for id in row.cases)
        if not cell:
            cell = f"rules only: {', '.join(f'`{id}`' for id in row.rules)}" if row.rules else "**hole**"
        yield f"| {row.clause.number} | {row.clause.title} | {_NAMES[row.role]} | {cell} |"
