"""Answers that are kept: never one about other contents, never without bound."""

from oran_harness.peers.o1_provider.answers import Answers
from oran_harness.peers.o1_provider.datastore import Snapshot
from oran_harness.peers.o1_provider.datastore.trees import empty_tree
from tests.peers.o1_provider.chart import MODELS


def snapshot() -> Snapshot:
    return Snapshot(MODELS, empty_tree())


def test_find() -> None:
    """An answer is that to the same question about the same contents, and to no other."""
    answers, contents = Answers(), snapshot()
    answers.keep(contents, "all", b"old")
    answers.keep(contents, "all", b"new")
    assert answers.find(contents, "all") == b"new"
    assert answers.find(contents, "some") is None
    assert answers.find(snapshot(), "all") is None
    answers.forget()
    assert answers.find(contents, "all") is None


def test_many() -> None:
    """Of very many the last are kept."""
    answers, contents = Answers(), snapshot()
    for n in range(1000):
        answers.keep(contents, n, b"x")
    kept = [n for n in range(1000) if answers.find(contents, n) is not None]
    assert kept == list(range(1000 - len(kept), 1000))
    assert 0 < len(kept) < 1000


def test_large() -> None:
    """The oldest go for a large one, one that is replaced does not count, and one larger than all room is not kept."""
    answers, contents, half = Answers(), snapshot(), bytes(16 * 1024 * 1024)
    answers.keep(contents, "first", b"x")
    for _ in range(4):
        answers.keep(contents, "half", half[1:])
    assert answers.find(contents, "first") is not None
    answers.keep(contents, "other", half)
    assert answers.find(contents, "first") is not None
    answers.keep(contents, "more", half)
    assert [answers.find(contents, name) is not None for name in ("first", "half", "other")] == [False, False, True]
    answers.keep(contents, "huge", half * 3)
    assert answers.find(contents, "huge") is None
