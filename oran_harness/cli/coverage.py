"""``coverage``: which clauses have cases, and where the holes are."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.options import AsJson
from oran_harness.cli.shown.terminal import Terminal, terminal
from oran_harness.model import Role, UsageError

if TYPE_CHECKING:
    from oran_harness.cli.shown.coverage_table import Covered

SCHEMA = "oran-harness/coverage/1"
_SHOWN_IDS = 4
_NARROWEST = 10


def coverage(
    role: Annotated[
        str | None,
        typer.Option("--role", metavar="ROLE", help="Only for a SUT of that role: near-rt-ric, e2-node, ..."),
    ] = None,
    keyword: Annotated[
        list[str] | None,
        typer.Option(
            "-k", "--keyword", metavar="TEXT", help="Only clauses with this text in document, number or title."
        ),
    ] = None,
    holes: Annotated[bool, typer.Option("--holes", help="Only clauses without a case.")] = False,
    as_json: AsJson = False,
) -> int:
    """Lay the cases and rules over the clauses of the specifications, and show the holes.

    A clause counts at a role if its text asks something of that role. A hole has neither a case nor a rule;
    "rules only" is watched in every case, and provoked in none.

    Examples:
      oran-harness coverage --holes
      oran-harness coverage --role e2-node -k E2SM-KPM
      oran-harness coverage --json
    """
    from oran_harness.checkers import RULES
    from oran_harness.cli.shown.coverage_table import broader
    from oran_harness.cli.shown.coverage_table import coverage as laid
    from oran_harness.conformance import descriptions
    from oran_harness.conformance.clauses import clauses

    wanted = _role(role)
    cases = descriptions()
    rows = [
        row
        for row in laid(clauses(), cases, RULES)
        if (wanted is None or row.role is wanted)
        and all(
            text.casefold() in f"{row.clause.document} {row.clause.number} {row.clause.title}".casefold()
            for text in keyword or []
        )
        and not (holes and row.cases)
    ]
    if as_json:
        sys.stdout.write(json.dumps({"schema": SCHEMA, "clauses": [row.to_json() for row in rows]}, indent=2) + "\n")
    else:
        screen = terminal()
        screen.lines(_lines(screen, rows))
        whole = [case.id for case in broader(clauses(), cases) if wanted in (None, case.under_test)]
        if whole and not (keyword or holes):
            screen.lines(screen.wrapped(f"About a procedure as a whole: {', '.join(whole)}."))
    return ExitCode.FINE


def _role(name: str | None) -> Role | None:
    if name is None:
        return None
    try:
        return Role(name)
    except ValueError:
        raise UsageError(f"There is no role {name!r}; roles are {', '.join(each.value for each in Role)}.") from None


def _lines(screen: Terminal, rows: list["Covered"]) -> Iterator[str]:
    from oran_harness.cli.shown.coverage_table import counted

    if not rows:
        yield "No clause is left; leave an option out to see more."
        return
    document, wide = None, max(_NARROWEST, *(len(row.clause.number) for row in rows))
    for row in rows:
        if row.clause.document != document:
            document = row.clause.document
            yield screen.paint(document, "bold")
        text = f"  {row.clause.number:<{wide}} {row.role.value:<11} {_what(row)}"
        yield screen.paint(text, "yellow") if row.state == "hole" else text
    yield counted(rows)


def _what(row: "Covered") -> str:
    title = f"{row.clause.title:<58}"
    if row.cases:
        more = f" and {len(row.cases) - _SHOWN_IDS} more" if len(row.cases) > _SHOWN_IDS else ""
        return f"{title} {len(row.cases):>3}  {', '.join(row.cases[:_SHOWN_IDS])}{more}"
    if row.rules:
        return f"{title}   -  rules only: {', '.join(row.rules[:_SHOWN_IDS])}"
    return f"{title}   -  hole"
