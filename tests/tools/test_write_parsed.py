"""Parsed schemas that are shipped."""

from pathlib import Path

import pytest
import write_parsed

from oran_harness.codec.asn1 import cache, load_schema
from oran_harness.resources import interface, parsed_schemas

SCHEMAS = write_parsed.schemas()


def test_each_schema_is_shipped_parsed() -> None:
    """All that specs/ has, and nothing else; if not, run: make classes."""
    assert {path.name for path in parsed_schemas().iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_shipped_is_what_asn1tools_parses(name: str) -> None:
    """To the octet."""
    assert (parsed_schemas() / name).read_bytes() == write_parsed.parsed(SCHEMAS[name])


def test_every_interface_is_among_them() -> None:
    """Whatever is named as an interface has its entries here."""
    for key in write_parsed.KEYS:
        for edition in interface(key).editions:
            assert cache.name(cache.read_texts(edition.schema)) in SCHEMAS


def test_a_first_start_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With an empty cache, which stays empty; a schema of one's own is parsed and kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "parse", None)
    monkeypatch.setattr("oran_harness.codec.asn1.codec.parse", None)
    assert load_schema(interface("e2ap").edition("7.00").schema).types
    assert list(tmp_path.iterdir()) == []


def test_what_is_shipped_broken_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor missed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "parsed_schemas", lambda: tmp_path)
    paths = interface("ni").edition("1.00").schema
    (tmp_path / cache.name(cache.read_texts(paths))).write_bytes(b"{")
    assert load_schema(paths).types


def test_entries_are_written_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are missing, and those that no schema has any more."""
    monkeypatch.setattr(write_parsed, "parsed_schemas", lambda: tmp_path)
    monkeypatch.setattr(write_parsed, "schemas", lambda: {"one": ("T DEFINITIONS ::= BEGIN A ::= NULL END",)})
    (tmp_path / "old").write_text("")
    assert write_parsed.main() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
