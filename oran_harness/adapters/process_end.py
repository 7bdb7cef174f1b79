"""How a process ended, in words."""

import os
import signal


def in_words(status: int) -> str:
    """A wait status for people: ``exit status 3``, ``killed by signal 6 (SIGABRT)``."""
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        core = ", core dumped" if os.WCOREDUMP(status) else ""
        return f"killed by signal {number} ({_name(number)}{core})"
    return f"exit status {os.waitstatus_to_exitcode(status)}"


def exit_status(status: int) -> int:
    """The exit status, or the signal's number as a negative one."""
    return os.waitstatus_to_exitcode(status)


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "an unnamed one"
