"""TOML files that people wrote."""

import os
from pathlib import Path

import pytest

from oran_harness.adapters.toml_file import LARGEST, read_toml, refuse
from oran_harness.model import InputError


def test_a_file_with_its_lines(tmp_path: Path) -> None:
    """The document, and where each key stands."""
    path = tmp_path / "a.toml"
    path.write_text("# ours\n[[known]]\nid = 'A'\n")
    file = read_toml(path, "list", "write one")
    assert file.document == {"known": [{"id": "A"}]}
    assert file.lines["known[0].id"] == 3


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (b"a = ", "is not TOML"),
        (b"\xff", "is not UTF-8"),
        (b"#" * (LARGEST + 1), "which no list is"),
        (b"a = " + b"[" * 100_000, "is nested too deeply to be a list"),
        (b"a = " + b"9" * 10_000, r"is not TOML: it holds a number of thousands of digits\.$"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, octets: bytes, said: str) -> None:
    """One sentence each."""
    path = tmp_path / "a.toml"
    path.write_bytes(octets)
    with pytest.raises(InputError, match=said):
        read_toml(path, "list", "write one")


def test_what_is_not_there(tmp_path: Path) -> None:
    """The sentence says what to do; a folder is no file."""
    with pytest.raises(InputError, match="does not exist; write one"):
        read_toml(tmp_path / "a.toml", "list", "write one")
    with pytest.raises(InputError, match="is a folder where a list is expected; write one"):
        read_toml(tmp_path, "list", "write one")


def test_what_would_be_waited_for(tmp_path: Path) -> None:
    """A pipe, to which nobody may ever write, is no file of people."""
    os.mkfifo(tmp_path / "a.toml")
    with pytest.raises(InputError, match="is a pipe or a terminal where a list is expected; write one"):
        read_toml(tmp_path / "a.toml", "list", "write one")


def test_marks_of_other_systems(tmp_path: Path) -> None:
    """Editors of Windows put a mark before the text, and end lines in their own way; the lines are the same."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf# ours\r\n[[known]]\r\nid = 'A'\r\n")
    file = read_toml(path, "list", "write one")
    assert file.document == {"known": [{"id": "A"}]}
    assert file.lines["known[0].id"] == 3


def test_problems_are_told_together() -> None:
    """In one sentence; of very many the rest is counted, of none nothing is said."""
    refuse("a.toml", [])
    with pytest.raises(InputError, match=r"a\.toml cannot be used: one; two\.$"):
        refuse("a.toml", ["one", "two"])
    with pytest.raises(InputError, match="and 5 more problems"):
        refuse("a.toml", ["one"] * 25)
