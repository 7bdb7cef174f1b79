"""How a process ended."""

import pytest

from oran_harness.adapters.process_end import exit_status, in_words


@pytest.mark.parametrize(
    ("status", "words", "number"),
    [
        (0, "exit status 0", 0),
        (3 << 8, "exit status 3", 3),
        (9, "killed by signal 9 (SIGKILL)", -9),
        (11 | 0x80, "killed by signal 11 (SIGSEGV, core dumped)", -11),
        (60, "killed by signal 60 (an unnamed one)", -60),
    ],
)
def test_in_words(status: int, words: str, number: int) -> None:
    """A wait status as people say it, and as a number."""
    assert in_words(status) == words
    assert exit_status(status) == number
