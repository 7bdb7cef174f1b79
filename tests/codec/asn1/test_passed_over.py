"""What the parser would read past is refused."""

from pathlib import Path

import pytest

from oran_harness.codec.asn1 import load_schema
from oran_harness.codec.asn1.passed_over import refuse_passed_over
from oran_harness.model.errors import InputError
from oran_harness.resources import interface
from tests.codec.asn1.schemas import codec, hexed, module


@pytest.mark.parametrize(
    "body",
    [
        "T ::= INTEGER (0..10)(ALL EXCEPT 5)",
        "A ::= INTEGER (0..3) T ::= INTEGER (INCLUDES A)",
        "T ::= INTEGER ((1..5) | (7..9))",
        'T ::= IA5String (SIZE (1..4) | FROM ("ab"))',
        'T ::= IA5String (FROM ("ab") | FROM ("cd"))',
        'T ::= IA5String (FROM ("ab"))(FROM ("b"))',
        'T ::= IA5String (FROM ("a"..MAX))',
        "T ::= OCTET STRING (SIZE (1..10))(SIZE (2..3))",
        "T ::= OCTET STRING (SIZE (1..10) ^ SIZE (2..3))",
        "T ::= OCTET STRING (SIZE (1..3) -- or -- | SIZE (8))",
        "T ::= SEQUENCE { a BOOLEAN DEFAULT v } v BOOLEAN ::= TRUE",
    ],
)
def test_refused(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser drops the rest of such a constraint: octets would be wrong, and nobody would know."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "t.asn").write_text(module(body))
    with pytest.raises(InputError, match=r"which is not supported \(.*\); say it in a plainer form"):
        load_schema([tmp_path / "t.asn"])


@pytest.mark.parametrize(
    "body",
    [
        "T ::= INTEGER (0..10) -- EXCEPT 5",
        "T ::= INTEGER (0..10) /* (1) | (2) */",
        'T ::= IA5String (FROM ("EXCEPT" | "a")) (SIZE (1..4))',
        "T ::= SEQUENCE (SIZE (1..4)) OF OCTET STRING (SIZE (2))",
        "T ::= SEQUENCE { a BOOLEAN DEFAULT FALSE }",
    ],
)
def test_not_refused(body: str) -> None:
    """Comments and texts do not count, nor does what the parser keeps."""
    refuse_passed_over(module(body))


def test_our_schemas_have_none_of_it() -> None:
    """They come parsed, and would not be looked at."""
    for key in ("e2ap", "kpm", "rc", "ni"):
        for edition in interface(key).editions:
            for path in edition.schema:
                refuse_passed_over(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "body",
    [
        "A ::= INTEGER (3..6) T ::= INTEGER (A)",
        "T ::= SEQUENCE { a INTEGER DEFAULT v } v INTEGER ::= 5",
        "T ::= SEQUENCE { a SEQUENCE { x BOOLEAN } DEFAULT { x TRUE } }",
        "T ::= SEQUENCE { a SEQUENCE OF INTEGER DEFAULT { 1, 2 } }",
        "T ::= SEQUENCE { a CHOICE { x NULL, y INTEGER } DEFAULT y:5 }",
        "T ::= SEQUENCE { a REAL DEFAULT PLUS-INFINITY }",
        "T ::= SEQUENCE { a INTEGER (0..3) DEFAULT 4 }",
    ],
)
def test_what_cannot_be_read(body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What asn1tools stumbles over, or makes nothing of, is an InputError too, not a TypeError or a wrong default."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "t.asn").write_text(module(body))
    with pytest.raises(InputError):
        load_schema([tmp_path / "t.asn"])


def test_defaults_that_are_understood() -> None:
    """An empty list, bits by name."""
    body = "T ::= SEQUENCE { a SEQUENCE OF INTEGER DEFAULT {}, b BIT STRING { p(0), q(1) } DEFAULT { q } }"
    assert codec(body).decode("T", b"\0") == {"a": (), "b": (b"\x40", 2)}
    assert hexed(body, {"a": (), "b": (b"\x40", 2)}) == "00"
