"""The cases of the conformance suite as a page."""

from collections.abc import Iterable

from oran_harness.model import CaseDescription, Role

HEAD = """# Cases

{count} cases; `oran-harness explain ID` shows one, `oran-harness run ... ID` runs it. This page is generated: do not
edit it.

`must` stands for a “shall” of the text, `should` for everything weaker. What a case needs: a stimulus that the
product's profile can give, a procedure or service model (which the product may leave unclaimed and refuse), an edition
of E2AP.
"""
TITLES = {Role.NEAR_RT_RIC: "The near-RT RIC under test", Role.E2_NODE: "The E2 node under test"}


def cases_as_markdown(cases: Iterable[CaseDescription]) -> str:
    """The page: each case in a table, by the role under test."""
    every = sorted(cases, key=lambda case: case.id)
    lines = [HEAD.format(count=len(every))]
    for role, title in TITLES.items():
        chosen = [case for case in every if case.under_test is role]
        lines += [f"## {title}", "", f"{len(chosen)} cases.", "", "| Case | Title | Level | Clause | Needs |"]
        lines += ["|---|---|---|---|---|", *map(_row, chosen), ""]
    return "\n".join(lines)


def _row(case: CaseDescription) -> str:
    cells = (f"`{case.id}`", case.title, case.level.value, case.clause, ", ".join(f"`{each}`" for each in case.needs))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
