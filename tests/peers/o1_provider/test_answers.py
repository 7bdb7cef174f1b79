"""What get-config gave before."""

from oran_harness.peers.o1_provider.answers import Answers
from oran_harness.peers.o1_provider.datastore import Snapshot
from oran_harness.peers.o1_provider.datastore.trees import empty_tree
from tests.peers.o1_provider.chart import MODELS


def snapshot() -> Snapshot:
    return Snapshot(MODELS, empty_tree())


def test_same_question_and_contents() -> None:
    """Only both together have the same answer."""
    answers, one, other = Answers(), snapshot(), snapshot()
    answers.keep(one, "a", b"1")
    assert answers.find(one, "a") == b"1"
    assert answers.find(other, "a") is None
    assert answers.find(one, "b") is None
    answers.keep(other, "a", b"2")
    assert (answers.find(one, "a"), answers.find(other, "a")) == (None, b"2")


def test_forgotten() -> None:
    """The oldest go when there are many or large ones, and all when rights may have changed."""
    answers, one = Answers(), snapshot()
    for number in range(300):
        answers.keep(one, number, b"x")
    assert answers.find(one, 0) is None
    assert answers.find(one, 299) == b"x"
    answers.keep(one, "large", bytes(40_000_000))
    assert answers.find(one, "large") is None
    answers.keep(one, 1, b"x")
    answers.forget()
    assert answers.find(one, 1) is None
