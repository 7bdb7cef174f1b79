"""What a SUT's process says."""

from oran_harness.drivers.history import History, new_header
from oran_harness.runner.journal import MOST_WAITING, Journal


def history() -> History:
    """An empty one."""
    return History(new_header(1), lambda: 0.0)


def lines(of: History) -> list[str | None]:
    """What its process events say."""
    return [event.message for event in of.events if event.kind == "process"]


def test_lines_go_into_the_history_that_runs_or_the_next() -> None:
    """Those between two cases stand at the beginning of the second."""
    journal, first, second = Journal(), history(), history()
    journal("before")
    journal.open(first)
    journal("within")
    journal.close()
    journal("between")
    journal.open(second)
    assert lines(first) == ["before", "within"]
    assert lines(second) == ["between"]


def test_a_flood_between_cases_is_bounded() -> None:
    """The newest stay, the rest is counted."""
    journal, found = Journal(), history()
    for number in range(MOST_WAITING + 5):
        journal(str(number))
    journal.open(found)
    assert lines(found)[:2] == ["5 more lines of output are not recorded", "5"]
    assert len(lines(found)) == MOST_WAITING + 1
