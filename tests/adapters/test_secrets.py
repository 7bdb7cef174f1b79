"""Secrets: named in a profile, never written in it, never shown."""

import json
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
    for given, said in (
        ("env:ALFA", "variable ALFA"),
        ("file:none", "none, which cannot be read"),
        ("file:huge", "no secret"),
        ("file:octets", "not UTF-8"),
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
