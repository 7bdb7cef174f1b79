"""The cases of the conformance suite as a page."""

from collections.abc import Iterable, Iterator

from oran_harness.cli.shown.case_sheet import CaseSheet
from oran_harness.model import CaseDescription, Role

HEAD = """# Cases

{count} cases; `oran-harness explain ID` shows one, `oran-harness run ... ID` runs it. This page is generated: do not
edit it.

`must` stands for a “shall” of the text, `should` for everything weaker. The tables name all; behind them each case has
its purpose, what it needs, what passes and what fails, planted flaws that it is known to find, and its message chart:
the case performed against a reference peer that does everything right, with what stands in brackets the number of the
association, where there are several, and `!` for what the harness says though nobody may.
"""
TITLES = {Role.NEAR_RT_RIC: "The near-RT RIC under test", Role.E2_NODE: "The E2 node under test"}


def cases_as_markdown(sheets: Iterable[CaseSheet]) -> str:
    """The page: each case in a table, by the role under test, and then in full."""
    every = sorted(sheets, key=lambda sheet: sheet.description.id)
    by_role = {role: [sheet for sheet in every if sheet.description.under_test is role] for role in TITLES}
    lines = [HEAD.format(count=len(every))]
    for role, title in TITLES.items():
        lines += [f"## {title}", "", f"{len(by_role[role])} cases.", "", "| Case | Title | Level | Clause |"]
        lines += ["|---|---|---|---|", *(_row(sheet.description) for sheet in by_role[role]), ""]
    for role, title in TITLES.items():
        lines += [f"## {title}: each case", ""]
        for sheet in by_role[role]:
            lines += _section(sheet)
    return "\n".join(lines)


def _row(case: CaseDescription) -> str:
    cells = (f"[`{case.id}`](#{case.id.lower()})", case.title, case.level.value, case.clause)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _section(sheet: CaseSheet) -> Iterator[str]:
    said = sheet.description
    yield from (f"### {said.id}", "", f"**{said.title}.** {sheet.purpose}", "")
    tags = f"; tags: {', '.join(said.tags)}" if said.tags else ""
    yield f"- {said.clause}; {said.level.value}; suite `{said.suite}`{tags}"
    yield f"- Before it: {'; '.join(sheet.preconditions)}."
    yield f"- Passes when: {'; '.join(each.rstrip('.') for each in sheet.passes)}."
    yield f"- Fails when: {sheet.fails}"
    if sheet.flaws:
        yield f"- Found by it: {', '.join(f'`{flaw.id}`' for flaw in sheet.flaws)}."
    yield ""
    if sheet.chart:
        yield from ("```", *sheet.chart, "```", "")
