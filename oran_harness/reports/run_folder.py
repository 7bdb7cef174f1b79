"""The folder of a run."""

from pathlib import Path

from oran_harness.model import UsageError
from oran_harness.model.run_event import RunEvent
from oran_harness.reports.history_files import HistoryFiles
from oran_harness.reports.junit_file import JunitFile
from oran_harness.reports.results_file import ResultsFile

_OURS = ("results.json", "junit.xml", "metrics.prom", "history/*.jsonl", "history/*.pcapng")


class RunFolder:
    """Makes the folder and writes all files of a run into it but ``metrics.prom``, which ``metrics`` writes.

    What an earlier run left there is removed, so that nothing of two runs is mixed. Raises ``UsageError`` when the
    folder cannot be used, and later when a file cannot be written.
    """

    def __init__(self, path: Path, *, strict: bool = False) -> None:
        self.path = path
        try:
            (path / "history").mkdir(parents=True, exist_ok=True)
            for pattern in _OURS:
                for old in path.glob(pattern):
                    old.unlink()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise UsageError(
                f"{path} cannot be used for results ({reason}); choose another place with --out"
            ) from error
        self.results = ResultsFile(path / "results.json")
        # The histories first: results.json names no file that is not there.
        self._writers = (HistoryFiles(path), self.results, JunitFile(path / "junit.xml", strict=strict))

    def __call__(self, event: RunEvent) -> None:
        """Take in what happened."""
        for writer in self._writers:
            writer(event)
