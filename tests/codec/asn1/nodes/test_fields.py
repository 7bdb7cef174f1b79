"""How the values of a SEQUENCE are kept in Python."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.fields import Fields
from oran_harness.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Pair:
    """A record of two members."""

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("a-b", "a_b"), ("c", "c"))
    a_b: int | None = None
    c: int | None = None


def test_dicts_hold_what_is_present() -> None:
    """Without a record class there is a dict by ASN.1 names, with the defaults."""
    fields = Fields("T", ["a-b", "c"], {"c": 5}, None)
    assert fields.make({**fields.blank, "a-b": 1}) == {"a-b": 1, "c": 5}
    assert fields.take({"c": 3}, "T") == (None, 3)


def test_records_hold_everything() -> None:
    """With a record class there is an instance, None where nothing is."""
    fields = Fields("T", ["a-b", "c"], {}, Pair)
    assert fields.make({**fields.blank, "a_b": 1}) == Pair(1, None)
    assert fields.take(Pair(1, 2), "T") == (1, 2)
    assert fields.take({"a-b": 1}, "T") == (1, None)


def test_records_of_no_or_one_member() -> None:
    """Few members are no special case."""
    assert Fields("T", ["c"], {}, Pair).take(Pair(None, 2), "T") == (2,)
    assert Fields("T", [], {}, Pair).take(Pair(), "T") == ()
    with pytest.raises(Misfit, match="this edition of T lacks a-b"):
        Fields("T", ["c"], {}, Pair).take(Pair(1, 2), "T")


def test_records_that_lack_a_member() -> None:
    """A class that does not name every member of its type is a mistake of ours, found when the schema is loaded."""
    with pytest.raises(UsageError, match=r"Pair\.MEMBERS does not name d, e of T"):
        Fields("T", ["a-b", "d", "e"], {}, Pair)


@dataclass(frozen=True, slots=True)
class Respelt:
    """A record with a member that two editions spell differently."""

    MEMBERS: ClassVar[tuple[tuple[str, str], ...]] = (("neighbor", "neighbour"), ("neighbour", "neighbour"))
    neighbour: int | None = None


def test_members_that_editions_spell_differently() -> None:
    """A value under one edition's name of a member is none that this edition lacks."""
    for name in ("neighbor", "neighbour"):
        assert Fields("T", [name], {}, Respelt).take(Respelt(5), "T") == (5,)
    with pytest.raises(Misfit, match="this edition of T lacks neighbor, neighbour"):
        Fields("T", [], {}, Respelt).take(Respelt(5), "T")
