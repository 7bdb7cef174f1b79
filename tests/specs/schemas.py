"""What the tests of specs/ read: the editions there are, their parse trees and tables, and the reference's facts."""

import functools
import json
import tomllib
from pathlib import Path
from typing import Any

from asn1_types import parse
from asn1tools.parser import EXTENSION_MARKER

SPECS = Path(__file__).resolve().parents[2] / "specs"
EDITIONS: dict[str, Any] = tomllib.loads((SPECS / "editions.toml").read_text("utf-8"))
E2AP = [row["edition"] for row in EDITIONS["e2ap"]["editions"]]
SERVICE_MODELS = [(key, row["edition"]) for key in EDITIONS if key != "e2ap" for row in EDITIONS[key]["editions"]]


def schema_files(key: str, edition: str) -> list[Path]:
    """The schema files of an edition, in the order in which the table names them."""
    row = next(row for row in EDITIONS[key]["editions"] if row["edition"] == edition)
    return [SPECS / name for name in row["schema"]]


@functools.cache
def parsed(path: Path) -> dict[str, Any]:
    """The parse tree of one schema file: modules by name. An extension marker is None; tags are left out."""
    tree: dict[str, Any] = plain(parse(path))
    return tree


def plain(tree: Any) -> Any:
    """A parse tree as JSON would hold it."""
    if isinstance(tree, dict):
        return {key: plain(value) for key, value in tree.items() if key not in ("tag", "module-name")}
    if isinstance(tree, list | tuple):
        return [plain(value) for value in tree]
    return None if tree is EXTENSION_MARKER else tree


@functools.cache
def tables(edition: str) -> dict[str, Any]:
    """The procedure and IE tables of an E2AP edition as they stand in the file."""
    read: dict[str, Any] = json.loads((SPECS / f"e2ap/{edition}.json").read_text("utf-8"))
    return read


@functools.cache
def facts(reference: Path, name: str) -> dict[str, Any]:
    """One file of facts; E2AP 3.01 is read with the spelling that 5.00 gave RICquery."""
    text = (reference / "facts" / f"{name}.json").read_text("utf-8")
    read: dict[str, Any] = json.loads(text.replace("RICQuery", "RICquery"))
    return read


def differing(ours: dict[str, Any], theirs: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What both name and define otherwise, or only the reference has: ours and the reference's definition."""
    return {name: (ours.get(name), value) for name, value in theirs.items() if ours.get(name) != value}
