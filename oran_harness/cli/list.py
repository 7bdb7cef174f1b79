"""``list``: what there is."""

import json
import sys
from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.options import AsJson, VendorsFolder
from oran_harness.cli.shown.case_entry import case_entry
from oran_harness.cli.shown.catalogue import KINDS, Item, in_full, vendors
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal, columns, terminal
from oran_harness.model.errors import UsageError

SCHEMA = "oran-harness/list/1"


def _complete_kind(incomplete: str) -> list[str]:
    return [kind for kind in KINDS if kind.startswith(incomplete)]


def list_(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="cases, rules, vendors, flaws, faults or operators.", autocompletion=_complete_kind
        ),
    ],
    keyword: Annotated[
        list[str] | None,
        typer.Option("-k", "--keyword", metavar="TEXT", help="Only what has this text in its id, title or clause."),
    ] = None,
    as_json: AsJson = False,
    full: Annotated[
        bool, typer.Option("--full", help="Cases with purpose, preconditions, message chart, what passes and fails.")
    ] = False,
    folder: VendorsFolder = None,
) -> int:
    """Show what there is: cases, rules, vendors, flaws, faults or operators.

    Several -k narrow: an item must contain all of the texts, whatever their case.

    Examples:
      oran-harness list cases -k setup
      oran-harness list cases -k E2AP-SETUP-204 --full
      oran-harness list vendors
      oran-harness list flaws
      oran-harness list rules -k subscription
      oran-harness list rules --json
    """
    if kind not in KINDS:
        raise UsageError(f"There is no list of {kind!r}; {nearest(kind, KINDS)}")
    if folder is not None and kind != "vendors":
        raise UsageError(f"--vendors is about vendors and not about {kind}; leave it out.")
    if full and kind != "cases":
        raise UsageError(f"--full is about cases and not about {kind}; leave it out.")
    everything = vendors(folder) if folder is not None else KINDS[kind]()
    chosen = [item for item in everything if _matches(item, keyword or [])]
    if as_json and full:
        chosen = in_full(chosen)
    if as_json:
        sys.stdout.write(json.dumps({"schema": SCHEMA, kind: chosen}, indent=2) + "\n")
    elif full and chosen:
        screen = terminal()
        for item in chosen:
            screen.lines([*(case_entry(screen, item["id"]) or []), ""])
    else:
        _show(terminal(), kind, chosen, bool(everything))
    return ExitCode.FINE


def _matches(item: Item, keywords: list[str]) -> bool:
    text = " ".join(str(item.get(part, "")) for part in ("id", "title", "clause")).casefold()
    return all(keyword.casefold() in text for keyword in keywords)


def _show(screen: Terminal, kind: str, items: list[Item], any_at_all: bool) -> None:
    if not any_at_all:
        screen.line(f"There are no {kind} in this version yet.")
        return
    if not items:
        screen.line(f"None of the {kind} contains that; leave -k out to see all.")
        return
    screen.lines(columns([_row(item) for item in items]))


def _row(item: Item) -> list[str]:
    """One thing as cells: its id, what it is of, its title."""
    if "under_test" in item:
        return [item["id"], item["level"], item["under_test"], item["title"]]
    if "roles" in item:
        return [printable(each) for each in (item["id"], ", ".join(item["roles"]), item["place"], item["title"])]
    return [item["id"], item.get("level", item.get("role", "")), item["title"]]
