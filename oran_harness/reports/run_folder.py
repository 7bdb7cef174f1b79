"""The folder of a run."""

import os
from pathlib import Path

from oran_harness.captures import lock_folder
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
            self._lock = lock_folder(path)
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
