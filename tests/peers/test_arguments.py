"""The arguments of stimuli, whoever takes them."""

import pytest

from oran_harness.peers.arguments import Arguments, Unfit


def test_what_fits() -> None:
    """Numbers, words, flags and octets as they are given, else as the caller says."""
    arguments = Arguments({"n": 3, "word": "b", "flag": True, "octets": "00ff", "words": ["a"]})
    assert arguments.integer("n", 1) == 3
    assert arguments.word("word", "a", ("a", "b")) == "b"
    assert arguments.flag("flag", False)
    assert arguments.octets("octets") == b"\0\xff"
    assert arguments.words("words") == ("a",)
    assert arguments.integer("none", 7) == 7
    assert "none" not in arguments


def test_what_does_not_fit() -> None:
    """Another kind, a value out of bounds, a name that there is not."""
    arguments = Arguments({"n": "3"})
    for wrong in (lambda: arguments.integer("n", 1), lambda: arguments.flag("n", False)):
        with pytest.raises(Unfit):
            wrong()
    with pytest.raises(Unfit, match="there is no argument 'n' here"):
        arguments.refuse_unknown(("m",))
