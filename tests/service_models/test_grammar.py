"""Which editions spell a type alike."""

from pathlib import Path

import pytest

from oran_harness.resources import interface
from oran_harness.service_models.grammar import Spelling, definitions, extends, spelling

TEXT = """-- A comment with a name ::= in it
M DEFINITIONS AUTOMATIC TAGS ::= BEGIN

bound INTEGER ::= 5

A ::= SEQUENCE {
    b B,   -- trailing
    ...
}

B ::= INTEGER (0..bound)

C ::= NULL

END
"""


def test_definitions_are_found_without_comments(tmp_path: Path) -> None:
    """Every assignment of a file is there, types and bounds, with its white space made alike."""
    path = tmp_path / "m.asn"
    path.write_text(TEXT)
    assert definitions((path,)) == {
        "bound": "5",
        "A": "SEQUENCE { b B, ... }",
        "B": "INTEGER (0..bound)",
        "C": "NULL",
    }


def test_a_type_is_spelt_by_all_that_it_refers_to(tmp_path: Path) -> None:
    """A bound far below makes a difference, an unrelated type does not."""
    one, other = tmp_path / "one.asn", tmp_path / "other.asn"
    one.write_text(TEXT)
    other.write_text(TEXT.replace("INTEGER ::= 5", "INTEGER ::= 6").replace("C ::= NULL", "C ::= BOOLEAN"))
    here, there = definitions((one,)), definitions((other,))
    assert spelling(here, "A") != spelling(there, "A")
    assert spelling(here, "C") != spelling(there, "C")
    assert spelling(here, "D") is None
    other.write_text(TEXT.replace("C ::= NULL", "C ::= BOOLEAN"))
    definitions.cache_clear()
    assert spelling(definitions((other,)), "A") == spelling(here, "A")


def test_types_inside_themselves_end() -> None:
    """RAN parameters contain RAN parameters; following them ends."""
    found = spelling(definitions(interface("rc").edition("7.00").schema), "E2SM-RC-ControlMessage")
    assert found is not None
    assert "RANParameter-LIST" in dict(found)


def test_the_known_difference_of_kpm() -> None:
    """KPM 2.03 and 3.00 differ in the time stamp alone: headers differ, messages do not."""
    old, new = (definitions(interface("kpm").edition(name).schema) for name in ("2.03", "3.00"))
    assert spelling(old, "E2SM-KPM-IndicationHeader") != spelling(new, "E2SM-KPM-IndicationHeader")
    assert spelling(old, "E2SM-KPM-IndicationMessage") == spelling(new, "E2SM-KPM-IndicationMessage")


def spelt(**bodies: str) -> Spelling:
    """A spelling of these definitions."""
    return frozenset(bodies.items())


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("SEQUENCE { a A, ... }", "SEQUENCE { a A, ... }"),
        ("SEQUENCE { a A, ... }", "SEQUENCE { a A, ..., b B OPTIONAL, c C OPTIONAL }"),
        ("SEQUENCE { a A, ..., b B }", "SEQUENCE { a A, ..., b B, c C }"),
        ("ENUMERATED { true, ... }", "ENUMERATED { true, ..., false }"),
        ("SEQUENCE { f CHOICE { a A, ... }, ... }", "SEQUENCE { f CHOICE { a A, ..., b B }, ... }"),
        (
            "SEQUENCE { a OCTET STRING (SIZE (1..2, ...)), ... }",
            "SEQUENCE { a OCTET STRING (SIZE (1..2, ...)), ..., b B }",
        ),
    ],
)
def test_additions_behind_the_marker(older: str, newer: str) -> None:
    """A newer edition may add behind an extension marker, at any depth, and bring new types along."""
    assert extends(spelt(T=newer, New="NULL"), spelt(T=older))
    assert (older == newer) == extends(spelt(T=older), spelt(T=newer))


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("SEQUENCE { a A }", "SEQUENCE { a A, b B }"),
        ("SEQUENCE { a A, ... }", "SEQUENCE { a A, b B, ... }"),
        ("SEQUENCE { a A, ... }", "SEQUENCE { a B, ... }"),
        ("SEQUENCE { a A, ... }", "CHOICE { a A, ... }"),
        ("SEQUENCE { a A, ..., b B }", "SEQUENCE { a A, ..., c C, b B }"),
        ("CHOICE { a A, ... }", "CHOICE { a NULL, ... }"),
        ("INTEGER (1..5, ...)", "INTEGER (1..5, ..., 6)"),
        ("OCTET STRING (SIZE (4))", "OCTET STRING (SIZE (8))"),
    ],
)
def test_other_changes_are_no_additions(older: str, newer: str) -> None:
    """Whatever else differs may read the same octets otherwise."""
    assert not extends(spelt(T=newer), spelt(T=older))


def test_editions_that_add_to_each_other() -> None:
    """KPM messages grow from 3.00 to 6.00, except that 5.00 lacks the beam of 4.00; headers changed after 2.03."""
    editions = interface("kpm").editions
    found = {
        edition.edition: spelling(definitions(edition.schema), "E2SM-KPM-IndicationMessage") for edition in editions
    }
    messages = {name: one for name, one in found.items() if one is not None}
    growing = {
        (old, new) for old in messages for new in messages if old < new and extends(messages[new], messages[old])
    }
    assert {pair for pair in ((a, b) for a in messages for b in messages if a < b) if pair not in growing} == {
        ("4.00", "5.00")
    }
    old, new = (spelling(definitions(one.schema), "E2SM-KPM-IndicationHeader") for one in editions[:2])
    assert old is not None
    assert new is not None
    assert not extends(new, old)
