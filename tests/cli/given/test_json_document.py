"""Where JSON documents come from."""

import io
import sys
from pathlib import Path

import pytest

from oran_harness.cli.given.json_document import given_document
from oran_harness.model import InputError, UsageError


def test_files_standard_input_and_the_word_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same document by all three ways."""
    path = tmp_path / "m.json"
    path.write_text('{"a": 1}')
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"a": 1}')))
    assert given_document(str(path)) == given_document("-") == given_document(' {"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"{", "is no JSON: .* line 1, column 2"),
        (b"\xff\xfe\xfd{", "is no JSON"),
        (b"{'a': 1}", "is no JSON"),
        (b"[" * 200_000, "nested too deeply"),
        (b"1" * 5000, "cannot be read"),
    ],
)
def test_what_is_no_json(tmp_path: Path, content: bytes, said: str) -> None:
    """Every kind of broken document ends in a sentence that names the file and the place."""
    path = tmp_path / "m.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said) as caught:
        given_document(str(path))
    assert str(path) in str(caught.value)


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Directories, missing files and a closed standard input."""
    with pytest.raises(InputError, match="is a directory"):
        given_document(str(tmp_path))
    with pytest.raises(FileNotFoundError):
        given_document(str(tmp_path / "none"))
    with pytest.raises(InputError, match=r"a\\x00b cannot be a path"):
        given_document("a\0b")
    with pytest.raises(InputError, match="is empty"):
        given_document("")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="closed"):
        given_document("-")
