"""How often passwords may be wrong."""

from oran_harness.transports import Guessing
from oran_harness.transports.ssh.guesses import Guesses


def test_a_lock() -> None:
    """A user who was wrong so often in a row is locked for a while, and nobody else is."""
    guesses = Guesses(Guessing(locked_after=3, locked_for=10.0))
    assert [guesses.let_in("a", False, 0.0) for _ in range(3)] == [False] * 3
    assert not guesses.let_in("a", True, 9.9)
    assert guesses.let_in("b", True, 9.9)
    assert guesses.let_in("a", True, 10.0)


def test_in_a_row() -> None:
    """The right password in between begins anew."""
    guesses = Guesses(Guessing(locked_after=2))
    for _ in range(5):
        assert not guesses.let_in("a", False, 0.0)
        assert guesses.let_in("a", True, 0.0)
