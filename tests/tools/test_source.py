"""Python source of merged types."""

from pathlib import Path

from asn1_types import Types, parse
from source import Writer, docstring, editions_note

OLD = """M DEFINITIONS AUTOMATIC TAGS ::= BEGIN
Choice ::= CHOICE { one INTEGER, two OCTET STRING, ... }
Kind ::= ENUMERATED { small, large, ... }
Pair ::= SEQUENCE { left INTEGER (0..255), right Kind OPTIONAL, gone BOOLEAN, ... }
END
"""
NEW = """M DEFINITIONS AUTOMATIC TAGS ::= BEGIN
Choice ::= CHOICE { one INTEGER, two OCTET STRING, ..., three Pair }
Kind ::= ENUMERATED { small, large, ..., huge }
Pair ::= SEQUENCE { left INTEGER (0..255), right Kind OPTIONAL, ..., added NULL }
END
"""


def merged(folder: Path) -> Types:
    """The two editions as one set of types."""
    types = Types()
    for edition, text in (("1.00", OLD), ("2.00", NEW)):
        (folder / f"{edition}.asn").write_text(text)
        types.add(edition, parse(folder / f"{edition}.asn")["M"]["types"])
    return types


def test_a_choice_is_alternative_and_value(tmp_path: Path) -> None:
    """CHOICE becomes a tuple of the alternative's name and its value, over all editions."""
    text = Writer(merged(tmp_path), {}).alias(merged(tmp_path).types["Choice"])
    assert 'tuple[Literal["one"], int]' in text
    assert 'tuple[Literal["two"], bytes]' in text
    assert 'tuple[Literal["three"], "Pair"]' in text


def test_an_enumerated_is_its_names(tmp_path: Path) -> None:
    """ENUMERATED becomes the names of its values, those of later editions too."""
    text = Writer(merged(tmp_path), {}).alias(merged(tmp_path).types["Kind"])
    assert text == 'Kind: TypeAlias = Literal["small", "large", "huge"]\n'


def test_a_member_that_an_edition_lacks_is_optional(tmp_path: Path) -> None:
    """One class serves all editions: what one of them does not have may be None, what all demand may not."""
    text = Writer(merged(tmp_path), {}).record(merged(tmp_path).types["Pair"])
    assert "    left: int\n" in text
    assert "    right: Kind | None = None\n" in text
    assert "    gone: bool | None = None\n" in text
    assert "    added: None" in text
    assert '"""Pair. All editions."""' in text


def test_a_note_names_the_editions(tmp_path: Path) -> None:
    """A class says which editions have its type."""
    entry = merged(tmp_path).types["Pair"]
    assert editions_note(entry, ["1.00", "2.00"]) == "All editions."
    assert editions_note(entry, ["0.90", "1.00", "2.00"]) == "Since 1.00."
    assert editions_note(entry, ["1.00", "2.00", "3.00"]) == "Editions 1.00 to 2.00."
    entry.definitions.pop()
    assert editions_note(entry, ["1.00", "2.00"]) == "Edition 1.00 only."


def test_docstrings_are_wrapped() -> None:
    """A module's docstring keeps to the line length."""
    assert max(map(len, docstring("word " * 60).splitlines())) <= 120
