"""What the exit code of a command says."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes that all commands share."""

    FINE = 0
    """The command did its work, and nothing must-level is wrong."""
    FAILED = 1
    """A must-level finding; for ``decode``: no edition accepts the octets."""
    USAGE = 2
    """Wrong usage or configuration: an unknown option, a missing file, a file of another kind."""
    NOTHING_JUDGED = 3
    """There was nothing to judge (no E2AP in a capture), or the harness itself failed."""
    INTERRUPTED = 130
    """Ctrl-C; what was judged so far was printed."""
    BROKEN_PIPE = 141
    """Whoever read standard output stopped reading, as in ``oran-harness list rules | head -3``."""
