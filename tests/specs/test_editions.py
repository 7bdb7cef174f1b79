"""specs/editions.toml: complete, in order, and every edition compiles. Needs no reference: a new edition is covered."""

import copy
import re

import asn1tools
import pytest
from asn1_types import parse

from tests.specs.schemas import E2AP, EDITIONS, SERVICE_MODELS, SPECS, schema_files

EVERY = [*(("e2ap", edition) for edition in E2AP), *SERVICE_MODELS]


def test_every_file_is_named_once_in_the_table() -> None:
    """Each schema and table file belongs to an edition, and each that an edition names is there.

    What lies parsed, tests/tools/test_write_parsed.py holds.
    """
    rows = [row for key in EDITIONS for row in EDITIONS[key]["editions"]]
    named = {name for row in rows for name in [*row["schema"], *([row["tables"]] if "tables" in row else [])]}
    files = [path for path in SPECS.rglob("*") if path.suffix in (".asn", ".json") and path.parent.name != "parsed"]
    present = {path.relative_to(SPECS).as_posix() for path in files}
    assert named == present


@pytest.mark.parametrize("key", EDITIONS)
def test_editions_are_oldest_first(key: str) -> None:
    """Editions are written as O-RAN writes them (2.03), each once, oldest first: the last is taken as the newest."""
    editions = [row["edition"] for row in EDITIONS[key]["editions"]]
    assert all(re.fullmatch(r"\d+\.\d\d", edition) for edition in editions)
    assert editions == sorted(set(editions), key=lambda edition: tuple(map(int, edition.split("."))))


@pytest.mark.parametrize("key", EDITIONS)
def test_every_row_says_what_it_is(key: str) -> None:
    """An interface has title and document; a service model also its short name and OID, by which nodes announce it."""
    row = EDITIONS[key]
    needed = ["title", "document"] if key == "e2ap" else ["title", "document", "short_name", "oid"]
    assert [name for name in needed if not isinstance(row.get(name), str)] == []
    assert key == "e2ap" or re.fullmatch(r"1\.3\.6\.1\.4\.1\.53148(\.\d+)+", row["oid"])


@pytest.mark.parametrize(("key", "edition"), EVERY)
def test_every_edition_compiles(key: str, edition: str) -> None:
    """asn1tools compiles the edition's files together: no type or bound is missing."""
    tree = {name: module for path in schema_files(key, edition) for name, module in parse(path).items()}
    compiled = asn1tools.compile_dict(copy.deepcopy(tree), "per")
    assert set(compiled.types) >= {name for module in tree.values() for name in module["types"]}
