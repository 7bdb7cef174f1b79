"""What ``interop`` makes of its cells, and which pairs it is about."""

from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.interoperation import check_attended, exit_code_of, matches_of
from oran_harness.interop.matrix.cell import Cell
from oran_harness.model import InputError, UsageError

PROFILE = """
[vendor]
name = "{name}"
product = "a product"
[roles.{role}]
{way} = "tcp://127.0.0.1:36421"
"""
BLANK = Cell("", "").summary
FAILED = Cell("a", "b", summary={**BLANK, "pass": 3, "fail": 1}, first_failure="E2AP-SETUP-301", blame="e2-node")


def vendor(root: Path, name: str, role: str, folder: str | None = None) -> Path:
    """A vendor's folder."""
    place = root / (folder or name)
    place.mkdir(parents=True)
    way = "listen" if role == "e2-node" else "address"
    (place / "profile.toml").write_text(PROFILE.format(name=name, role=role, way=way))
    return place


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([Cell("a", "b", summary={**BLANK, "pass": 3, "skip": 2})], ExitCode.FINE),
        ([FAILED], ExitCode.FAILED),
        ([replace(FAILED, blame=None)], ExitCode.NOTHING_JUDGED),
        ([replace(FAILED, first_failure=None, blame=None)], ExitCode.FINE),
        ([replace(FAILED, summary={**BLANK, "fail": 1, "error": 1})], ExitCode.FAILED),
        ([Cell("a", "b", summary={**BLANK, "error": 1}, blame="harness")], ExitCode.NOTHING_JUDGED),
        ([Cell("a", "b", summary={**BLANK, "pass": 3}), Cell("a", "c")], ExitCode.FINE),
        ([Cell("a", "b")], ExitCode.NOTHING_JUDGED),
        ([], ExitCode.NOTHING_JUDGED),
    ],
)
def test_exit_codes(cells: list[Cell], code: ExitCode) -> None:
    """1 only where somebody is to blame for a must; a pair that cannot meet by what is declared spoils nothing."""
    assert exit_code_of(cells) is code


def test_all_vendors_of_a_folder_meet(tmp_path: Path) -> None:
    """Without names every role that meets another."""
    vendor(tmp_path, "alfa", "e2-node")
    vendor(tmp_path, "bravo", "near-rt-ric")
    vendor(tmp_path, "charlie", "near-rt-ric")
    names = {(each.node.vendor, each.ric.vendor) for each in matches_of((), tmp_path, None)}
    assert {("alfa", "bravo"), ("alfa", "charlie")} <= names


def test_named_vendors_meet(tmp_path: Path) -> None:
    """By name or by the path of a folder, each once."""
    vendor(tmp_path, "alfa", "e2-node")
    path = vendor(tmp_path, "bravo", "near-rt-ric")
    (match,) = matches_of(("alfa", "alfa:e2-node", str(path)), tmp_path, None)
    assert match.name == "alfa--bravo"
    assert match.addresses == ("tcp://127.0.0.1:36421", "tcp://127.0.0.1:36421")


def test_what_cannot_be_is_said(tmp_path: Path) -> None:
    """A role that nobody can take, two vendors of one name, a profile that is broken, an edition that there is not."""
    vendor(tmp_path, "alfa", "e2-node")
    other = vendor(tmp_path / "elsewhere", "alfa", "near-rt-ric")
    with pytest.raises(UsageError, match="No two of alfa meet"):
        matches_of(("alfa",), tmp_path, None)
    with pytest.raises(UsageError, match="Two vendors are named 'alfa'"):
        matches_of(("alfa", str(other)), tmp_path, None)
    with pytest.raises(UsageError, match="no role near-rt-ric"):
        matches_of(("alfa:near-rt-ric",), tmp_path, None)
    with pytest.raises(UsageError, match="There is no vendor 'nobody'"):
        matches_of(("nobody",), tmp_path, None)
    with pytest.raises(UsageError, match=r"9\.99"):
        matches_of(("alfa",), tmp_path, "9.99")
    (tmp_path / "alfa" / "profile.toml").write_text("not TOML")
    with pytest.raises(InputError, match="not TOML"):
        matches_of(("alfa",), tmp_path, None)


def test_who_has_to_be_asked_is_no_obstacle_to_others(tmp_path: Path) -> None:
    """Only where every pair that can meet needs somebody, and nobody is there, is there nothing to begin with."""
    vendor(tmp_path, "alfa", "e2-node")
    vendor(tmp_path, "bravo", "near-rt-ric")
    by_hand = vendor(tmp_path, "charlie", "near-rt-ric") / "profile.toml"
    by_hand.write_text(f"{by_hand.read_text()}operator = true\n")
    mixed = matches_of(("alfa", "bravo", "charlie"), tmp_path, None)
    check_attended(mixed, "nobody is there")
    only = matches_of(("alfa", "charlie"), tmp_path, None)
    check_attended(only, "")
    with pytest.raises(UsageError, match=r"^charlie:near-rt-ric is looked after by a person .* and nobody is there\."):
        check_attended(only, "nobody is there")


def test_an_end_of_o1_is_in_no_pair() -> None:
    """Of all vendors it is left out; one that is named is told of."""
    assert all(
        {"yuma123", "oran-harness-element"}.isdisjoint((m.node.vendor, m.ric.vendor))
        for m in matches_of((), None, None)
    )
    with pytest.raises(UsageError, match="yuma123 is an end of O1, and the matrix is one of E2; leave it out"):
        matches_of(("alfa", "delta", "yuma123"), None, None)
