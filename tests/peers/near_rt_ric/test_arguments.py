"""The arguments of a stimulus."""

import pytest

from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.protocols.e2ap.elements import RICrequestID


def test_values_of_the_right_kind() -> None:
    """Each is given as it is, or its default."""
    given = Arguments({"n": 5, "f": False, "w": "x", "l": [1, 2], "t": ["a"], "o": "00ff", "r": [1, 2], "none": None})
    assert given.integer("n", 1) == 5
    assert given.integer("none", 1) == given.integer("absent", 1) == 1
    assert given.flag("f", True) is False
    assert given.word("w", "y", ("x", "y")) == "x"
    assert given.word("absent", "y", ("x", "y")) == "y"
    assert given.integers("l") == (1, 2)
    assert given.words("t") == ("a",)
    assert given.octets("o") == b"\x00\xff"
    assert given.request_id("r") == RICrequestID(1, 2)
    assert given.request_id("absent") is None
    assert given.octets("absent") is None
    assert given.integers("absent") == given.words("absent") == ()
    assert "n" in given
    assert "none" not in given


@pytest.mark.parametrize("value", ["5", 1.0, True, -1, 1 << 40, [], {}])
def test_values_of_another_kind(value: object) -> None:
    """They are refused with the argument's name."""
    given = Arguments({"x": value})
    for read in (given.integers, given.words, given.request_id, lambda name: given.integer(name, 1)):
        if value == [] and read in (given.integers, given.words):
            continue
        with pytest.raises(Unfit, match="x must be"):
            read("x")
    if value != "5":
        with pytest.raises(Unfit, match="x must be"):
            given.word("x", "", ("a", "b"))
    with pytest.raises(Unfit, match="x must be octets"):
        given.octets("x")
    if value is not True:
        with pytest.raises(Unfit, match="true or false"):
            given.flag("x", True)


def test_arguments_of_another_name() -> None:
    """They are refused, too."""
    with pytest.raises(Unfit, match="'b' here; there are a, c"):
        Arguments({"a": 1, "b": 2}).refuse_unknown(("a", "c"))
