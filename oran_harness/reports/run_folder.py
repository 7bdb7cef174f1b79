"""The folder of a run."""

import errno
import fcntl
import os
from pathlib import Path

from oran_harness.model import UsageError
from oran_harness.model.run_event import RunEvent
from oran_harness.reports.history_files import HistoryFiles
from oran_harness.reports.junit_file import JunitFile
from oran_harness.reports.results_file import ResultsFile

_FILES = ("results.json", "junit.xml", "metrics.prom")
# A run that was killed while it wrote leaves a part of a file.
_OURS = (
    *_FILES,
    *(f".{name}.*.part" for name in _FILES),
    *(f"history/*.{kind}" for kind in ("jsonl", "pcapng", "part")),
)


class RunFolder:
    """Makes the folder and writes all files of a run into it but ``metrics.prom``, which ``metrics`` writes.

    What an earlier run left there is removed, so that nothing of two runs is mixed; of two at once the second is
    refused. ``strict`` and ``against`` are as ``JunitFile`` has them. Raises ``UsageError`` when the folder cannot be
    used, and later when a file cannot be written.
    """

    def __init__(self, path: Path, *, strict: bool = False, against: bool = False) -> None:
        self.path = path
        self._lock: int | None = None
        try:
            (path / "history").mkdir(parents=True, exist_ok=True)
            self._lock = _lock(path)
            for pattern in _OURS:
                for old in path.glob(pattern):
                    old.unlink()
        except OSError as error:
            self.close()
            reason = (error.strerror or str(error)).lower()
            raise UsageError(
                f"{path} cannot be used for results ({reason}); choose another place with --out"
            ) from error
        self.results = ResultsFile(path / "results.json")
        # The histories first: results.json names no file that is not there.
        self._writers = (
            HistoryFiles(path),
            self.results,
            JunitFile(path / "junit.xml", strict=strict, against=against),
        )

    def close(self) -> None:
        """Let another run have the folder. It is also free when the process is gone, however that ended."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        for writer in self._writers:
            writer(event)


def _lock(path: Path) -> int:
    """A descriptor that keeps other runs out of a folder while it is open."""
    lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise UsageError(f"another run writes to {path} at this moment; choose another place with --out") from None
    except OSError as error:
        # Some file systems know no locks: there two runs at once are not found out.
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS):
            os.close(lock)
            raise
    return lock
