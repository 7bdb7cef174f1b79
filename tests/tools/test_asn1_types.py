"""Types of several editions, merged."""

from pathlib import Path

import pytest
from asn1_types import Types, canonical, members, parse, values

OLD = """M DEFINITIONS AUTOMATIC TAGS ::= BEGIN
Neighbor ::= SEQUENCE { a INTEGER, ... }
E ::= ENUMERATED { x, ... }
END
"""
NEW = """M DEFINITIONS AUTOMATIC TAGS ::= BEGIN
Neighbour ::= SEQUENCE { a INTEGER, ..., b INTEGER }
END
"""


@pytest.fixture
def types(tmp_path: Path) -> Types:
    """Two editions of one module; the second respells a type and lacks another."""
    merged = Types()
    for edition, text in (("1.00", OLD), ("2.00", NEW)):
        (tmp_path / f"{edition}.asn").write_text(text)
        merged.add(edition, parse(tmp_path / f"{edition}.asn")["M"]["types"])
    return merged


def test_a_respelled_type_is_one_type(types: Types) -> None:
    """E2SM-RC 7.00 writes Neighbour where older editions write Neighbor: one class serves both, by either name."""
    assert canonical("NeighborCell-List") == "NeighbourCell-List"
    assert types.types["Neighbour"].spellings == ["Neighbor", "Neighbour"]
    assert types.types["Neighbour"].editions == ["1.00", "2.00"]


def test_a_type_knows_its_editions_and_newest_kind(types: Types) -> None:
    """A type that a later edition dropped keeps the editions that have it."""
    assert types.types["E"].editions == ["1.00"]
    assert types.types["E"].kind == "ENUMERATED"
    assert types.all_editions == ["1.00", "2.00"]


def test_extension_markers_are_no_members(types: Types) -> None:
    """The marker is a place, not a member or a value."""
    newest = types.types["Neighbour"].definitions[-1][1]
    assert [member["name"] for member in members(newest)] == ["a", "b"]
    assert values(types.types["E"].definitions[0][1]) == ["x"]
