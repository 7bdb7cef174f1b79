"""Secrets: named in a profile, never written in it, never shown."""

import json
import os
from pathlib import Path

import pytest

from oran_harness.adapters.secrets import guises, hidden, must_be_hidden, resolve
from oran_harness.model import UsageError


def test_what_looks_like_a_secret_must_be_named() -> None:
    """By the end of its name; a reference is fine, and so is nothing."""
    for name in ("TOKEN", "alfa_password", "API_KEY", "X_SECRET"):
        assert must_be_hidden(name, "hunter2")
        assert not must_be_hidden(name, "env:X")
        assert not must_be_hidden(name, "file:x")
        assert not must_be_hidden(name, "")
    assert not must_be_hidden("TOKENS_PER_SECOND", "5")


def test_references_are_resolved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """From our environment, from a file beside the profile, else as it stands."""
    monkeypatch.setenv("ALFA", "a:b")
    (tmp_path / "key").write_bytes(b"line\r\n")
    assert resolve("X", "env:ALFA", tmp_path) == ("a:b", True)
    assert resolve("X", "file:key", tmp_path) == ("line", True)
    assert resolve("X", "http:x", tmp_path) == ("http:x", False)
    assert resolve("X", "env:", tmp_path) == ("env:", False)


def test_what_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One sentence that names the variable or the file."""
    monkeypatch.delenv("ALFA", raising=False)
    (tmp_path / "huge").write_bytes(b"x" * 70_000)
    (tmp_path / "octets").write_bytes(b"\xff")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for given, said in (
        ("env:ALFA", "variable ALFA"),
        ("file:none", "none, which cannot be read"),
        ("file:huge", "no secret"),
        ("file:octets", "not UTF-8"),
        ("file:folder", "folder, which is no file"),
        ("file:pipe", "pipe, which is no file"),
    ):
        with pytest.raises(UsageError, match=said):
            resolve("X", given, tmp_path)


def test_secrets_are_hidden_unless_they_are_nothing() -> None:
    """A text of a character or two stands everywhere; hiding that would garble all."""
    assert hidden("a hunter2 b hunter2", guises(("hunter2", "b"))) == "a *** b ***"


def test_secrets_in_their_guises() -> None:
    """As JSON writes them; a key of several lines also line by line; the longer first, where one holds another."""
    assert hidden(json.dumps({"a": 'p"w\u00e9!'}), guises(('p"w\u00e9!',))) == '{"a": "***"}'
    key = "-----BEGIN KEY-----\nMIIBVgIBADANBg\nkqhk\n-----END KEY-----"
    found = guises((key,))
    assert hidden(f"x {key} y", found) == "x *** y"
    assert hidden("x MIIBVgIBADANBg y", found) == "x *** y"
    assert hidden("kqhk", found) == "kqhk"
    assert hidden("hunter2hunter2", guises(("hunter2", "hunter2hunter2"))) == "***"


def test_secrets_with_line_breaks_and_odd_octets() -> None:
    """A line break at the end is not printed; octets that are no text are printed as whatever stands for them."""
    assert hidden("x hunter2 y", guises(("hunter2\n",))) == "x *** y"
    odd = b"hunter\xff2".decode("utf-8", "surrogateescape")
    assert hidden(b"x hunter\xff2 y".decode("utf-8", "replace"), guises((odd,))) == "x *** y"


def test_secrets_in_addresses() -> None:
    """As they stand in a URI."""
    assert hidden("http://a?t=p%2Fw%26d+1 p%2Fw%26d%201", guises(("p/w&d 1",))) == "http://a?t=*** ***"
