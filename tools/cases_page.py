"""The cases of the conformance suite as pages: one that names all, and one for each family with each case in full."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from oran_harness.cli.shown.case_sheet import CaseSheet
from oran_harness.model import CaseDescription, Role

FOLDER = "docs/cases"
HEAD = """# Cases

{count} cases; `oran-harness explain ID` shows one, `oran-harness run ... ID` runs it. These pages are generated: do not
edit them.

`must` stands for a “shall” of the text, `should` for everything weaker. Behind each id is the case in full: its
purpose, what it needs, what passes and what fails, planted flaws that it is known to find, and its message chart.
"""
FAMILY = """# {family}

[All cases](../cases.md). A chart shows the case performed against a reference peer that does everything right; in
brackets stands the number of the association, where there are several, and `!` marks what the harness says though
nobody may. This page is generated: do not edit it.

"""
TITLES = {Role.NEAR_RT_RIC: "The near-RT RIC under test", Role.E2_NODE: "The E2 node under test"}


def case_pages(sheets: Iterable[CaseSheet]) -> dict[str, str]:
    """Each page's path in the checkout, and its text."""
    every = sorted(sheets, key=lambda sheet: sheet.description.id)
    pages = {"docs/cases.md": _index([sheet.description for sheet in every])}
    for name, of_family in groupby(every, key=lambda sheet: family(sheet.description)):
        sections = "\n".join(line for sheet in of_family for line in _section(sheet))
        pages[f"{FOLDER}/{name}.md"] = FAMILY.format(family=name) + sections
    return pages


def family(case: CaseDescription) -> str:
    """What an id begins with, before its number: ``E2AP-SETUP``."""
    return case.id.rpartition("-")[0]


def _index(cases: list[CaseDescription]) -> str:
    lines = [HEAD.format(count=len(cases))]
    for role, title in TITLES.items():
        chosen = [case for case in cases if case.under_test is role]
        lines += [f"## {title}", "", f"{len(chosen)} cases.", "", "| Case | Title | Level | Clause |"]
        lines += ["|---|---|---|---|", *map(_row, chosen), ""]
    return "\n".join(lines)


def _row(case: CaseDescription) -> str:
    link = f"[`{case.id}`](cases/{family(case)}.md#{case.id.lower()})"
    cells = (link, case.title, case.level.value, case.clause)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _joined(sentences: Sequence[str]) -> str:
    """Sentences as one; three dots at the end stand for what differs, and stay."""
    text = "; ".join(each if each.endswith("...") else each.rstrip(".") for each in sentences)
    return text if text.endswith("...") else f"{text}."


def _section(sheet: CaseSheet) -> Iterator[str]:
    said = sheet.description
    yield from (f"## {said.id}", "", f"**{said.title}.** {sheet.purpose}", "")
    tags = f"; tags: {', '.join(said.tags)}" if said.tags else ""
    yield f"- The SUT is the {said.under_test}, we play the {said.under_test.other}."
    yield f"- {said.clause}; {said.level.value}; suite `{said.suite}`{tags}"
    yield f"- Before it: {'; '.join(sheet.preconditions)}."
    yield f"- Passes when: {_joined(sheet.passes)}"
    yield f"- Fails when: {sheet.fails}"
    if sheet.flaws:
        yield f"- Found by it: {', '.join(f'`{flaw.id}`' for flaw in sheet.flaws)}."
    yield ""
    if sheet.chart:
        yield from ("```", *sheet.chart, "```", "")
