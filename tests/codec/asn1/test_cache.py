"""Parsed schemas, kept between runs."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from oran_harness.codec.asn1 import cache, load_parsed, load_schema
from oran_harness.model.errors import InputError
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec, module


@pytest.fixture
def schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A schema file, and an empty cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "every.asn"
    path.write_text(module(EVERYTHING))
    return path


@pytest.fixture
def no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing is an error."""

    def parse(texts: Any) -> Any:
        raise AssertionError("parsed again")

    monkeypatch.setattr(cache, "parse", parse)
    monkeypatch.setattr("oran_harness.codec.asn1.codec.parse", parse)


def entry(schema: Path) -> Path:
    """The one entry of the cache."""
    (found,) = (schema.parent / "cache" / "oran-harness").iterdir()
    return found


def test_a_second_load_does_not_parse(schema: Path, request: pytest.FixtureRequest) -> None:
    """What the cache holds is what the parser gave, tuples and extension markers included."""
    parsed = load_parsed([schema])
    request.getfixturevalue("no_parser")
    assert load_parsed([schema]) == parsed
    assert load_schema([schema]).types == codec(EVERYTHING).types


def test_the_caller_owns_what_is_loaded(schema: Path) -> None:
    """Compiling changes a parse tree; the next one is as it should be."""
    first = load_parsed([schema])
    load_schema([schema])
    first.clear()
    assert "Test" in load_parsed([schema])


def test_another_text_is_another_entry(schema: Path) -> None:
    """The name of an entry follows the text, and where one file ends and the next begins."""
    load_parsed([schema])
    schema.write_text(schema.read_text().replace("Chain", "Train"))
    assert "Train" in load_parsed([schema])["Test"]["types"]
    assert len(list((schema.parent / "cache" / "oran-harness").iterdir())) == 2
    assert cache._path(["ab", "c"]) != cache._path(["a", "bc"])


def test_entries_are_the_users_alone(schema: Path) -> None:
    """Nobody else may read or write them."""
    load_parsed([schema])
    assert entry(schema).stat().st_mode & 0o777 == 0o600
    assert entry(schema).parent.stat().st_mode & 0o777 == 0o700


def sealed(body: bytes, name: str) -> bytes:
    """An entry with the checksum that it should have under that name."""
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode() + b"\n" + body


DAMAGED = {
    "empty": b"",
    "no checksum": b"{}",
    "wrong checksum": b"0" * 64 + b"\n{}",
    "not ASCII": b"\xff" * 64 + b"\n{}",
}
HOSTILE = {
    "not JSON": b"{",
    "not UTF-8": b'"\xff"',
    "a list": b"[]",
    "a number": b"1" * 5000,
    "nested": b"[" * 200_000,
    "a broken tuple": b'{"()": 5}',
    "no types": b'{"Test": {}}',
    "types that are none": (
        b'{"Test": {"types": {"T": 5}, "values": {}, "imports": {}, "object-classes": {}, "object-sets": {}}}'
    ),
    "a type that is none": (
        b'{"Test": {"types": {"T": {"type": "X"}}, "values": {}, "imports": {}, "object-classes": {}, '
        b'"object-sets": {}, "extensibility-implied": false}}'
    ),
    "members that are none": (
        b'{"Test": {"types": {"T": {"type": "SEQUENCE", "members": 5}}, "values": {}, "imports": {}, '
        b'"object-classes": {}, "object-sets": {}, "extensibility-implied": false}}'
    ),
}


@pytest.mark.parametrize("name", [*DAMAGED, *HOSTILE])
def test_broken_entries_only_cost_time(schema: Path, name: str) -> None:
    """Whatever an entry holds, the schema is loaded; a broken one is replaced."""
    load_parsed([schema])
    path = entry(schema)
    good = path.read_bytes()
    path.write_bytes(DAMAGED[name] if name in DAMAGED else sealed(HOSTILE[name], path.name))
    path.chmod(0o600)
    assert load_schema([schema]).types == codec(EVERYTHING).types
    assert path.read_bytes() == good


def test_entries_that_others_could_write_are_not_read(schema: Path, request: pytest.FixtureRequest) -> None:
    """Only a file that this user alone can have written is trusted."""
    load_parsed([schema])
    path = entry(schema)
    path.write_bytes(sealed(path.read_bytes().split(b"\n", 1)[1].replace(b"Chain", b"Train"), path.name))
    assert "Train" in load_parsed([schema])["Test"]["types"]
    path.chmod(0o666)
    assert "Chain" in load_parsed([schema])["Test"]["types"]


def test_a_cache_that_cannot_be_written(tmp_path: Path, schema: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file where the directory should be, a full disk, no home: all of it only costs time."""
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_schema([schema]).types
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "full"))

    def full(source: str, target: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert load_schema([schema]).types
    assert list((tmp_path / "full" / "oran-harness").iterdir()) == []

    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", homeless)
    assert load_schema([schema]).types


def test_a_relative_cache_home_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The XDG specification has it ignored: the cache is in the home directory."""
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    path = cache._path(["x"])
    assert path is not None
    assert path.parent == tmp_path / ".cache" / "oran-harness"


def test_an_entry_that_is_a_directory(schema: Path) -> None:
    """Not every name is a file."""
    load_parsed([schema])
    path = entry(schema)
    path.unlink()
    path.mkdir()
    assert load_schema([schema]).types


def test_processes_that_start_at_once(schema: Path) -> None:
    """All of them load the schema, and one whole entry is left."""
    program = f"""
from pathlib import Path
from oran_harness.codec.asn1 import load_schema
print(len(load_schema([Path({str(schema)!r})]).types))
"""
    root = Path(__file__).parents[3]
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=root, text=True) for _ in range(4)
    ]
    answers = {process.communicate(timeout=60)[0].strip() for process in running}
    assert answers == {str(len(codec(EVERYTHING).types))}
    _, body = entry(schema).read_bytes().split(b"\n", 1)
    assert sealed(body, entry(schema).name) == entry(schema).read_bytes()
    assert json.loads(body)


def test_files_that_are_no_schema(tmp_path: Path, schema: Path) -> None:
    """A missing file, one that is no text, no ASN.1, or not complete, is an InputError of one sentence."""
    with pytest.raises(InputError, match="cannot read the schema"):
        load_schema([tmp_path / "missing.asn"])
    schema.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="no text in UTF-8"):
        load_schema([schema])
    schema.write_text("This is no schema")
    with pytest.raises(InputError, match=r"no ASN\.1"):
        load_schema([schema])
    schema.write_text(module("T ::= SEQUENCE { a Missing }"))
    for _ in range(2):
        with pytest.raises(InputError, match="cannot be compiled"):
            load_schema([schema])
