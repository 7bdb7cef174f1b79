"""The process that judges a record as it grows, and writes it as captures; it ends when nobody writes it any more.

Standard input says so by its end: so it does, too, if whoever writes the record is killed, and then what was written
is judged, and its capture is whole, all the same. Standard output gets reports: octets of a length in four, then so
many of a pickled value. It yields the processor to whoever passes messages on.
"""

import contextlib
import os
import pickle
import select
import signal
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from oran_harness.captures import GrowingHistory, PcapngWriter
from oran_harness.checkers import Audit, AuditResult
from oran_harness.model import Finding, HarnessError

LENGTH = struct.Struct("!I")
"""What stands before each report."""
PAUSE_S = 0.05
"""Seconds until a record that has not grown is looked at again."""
_YIELDING = 5
_MOST_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Report:
    """What the judge has to say: new findings, how many events it has judged, and its results when it is done.

    ``trouble`` are sentences for people.
    """

    findings: tuple[Finding, ...] = ()
    judged: int = 0
    trouble: tuple[str, ...] = ()
    results: tuple[AuditResult, ...] | None = None


class Judge:
    """One history: audited, and written as a capture beside it."""

    def __init__(self, path: Path) -> None:
        self.judged = 0
        self.trouble: list[str] = []
        self._history = GrowingHistory(path)
        self._capture = path.with_suffix(".pcapng")
        self._audit: Audit | None = None
        self._writer: PcapngWriter | None = None
        self._file: BinaryIO | None = None

    def step(self) -> tuple[Finding, ...] | None:
        """Judge what has come; what was found in it. None if nothing has come.

        Raises ``InputError`` for a record that cannot be read.
        """
        before = self.judged
        for event in self._history.more():
            if self._audit is None and self._history.header is not None:
                self._audit = Audit(self._history.header)
                self._open()
            if self._audit is not None:
                self._audit.feed(event)
            if self._writer is not None:
                with self._writing():
                    self._writer.event(event)
            self.judged += 1
        if self._file is not None:
            with self._writing():
                self._file.flush()
        if self._audit is None or (self.judged == before and self._history.at_end):
            return None
        return self._audit.news()

    def finish(self) -> AuditResult:
        """Nothing more will come."""
        if self._writer is not None and self._file is not None:
            with self._writing():
                self._writer.close()
                self._file.close()
        self._history.close()
        return self._audit.finish() if self._audit is not None else AuditResult(0, 0, (), ())

    def _open(self) -> None:
        header = self._history.header
        assert header is not None
        with self._writing():
            self._file = self._capture.open("wb")
            self._writer = PcapngWriter(self._file, header, header.roles)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """The capture is beside the point: where it cannot be written, judging goes on without."""
        try:
            yield
        except OSError as error:
            self.trouble.append(f"{self._capture.name} cannot be written ({(error.strerror or str(error)).lower()})")
            self._writer = None
            if self._file is not None:
                with contextlib.suppress(OSError):
                    self._file.close()
                self._file = None


def judge(paths: Iterable[Path], over: int, out: BinaryIO) -> None:
    """Judge records until ``over``, a file descriptor, comes to its end, and everything was judged."""
    judges = [Judge(path) for path in paths]
    ended = False
    while True:
        found = [each.step() for each in judges]
        findings = tuple(finding for each in found for finding in each or ())
        trouble = tuple(text for each in judges for text in _taken(each.trouble))
        idle = all(each is None for each in found)
        if not idle or trouble:
            _report(out, Report(findings, sum(each.judged for each in judges), trouble))
        if idle and ended:
            break
        if not ended:
            ended = _ended(over, PAUSE_S if idle else 0)
    results = tuple(each.finish() for each in judges)
    trouble = tuple(text for each in judges for text in _taken(each.trouble))
    _report(out, Report((), sum(each.judged for each in judges), trouble, results))


def _taken(texts: list[str]) -> list[str]:
    taken = list(texts)
    texts.clear()
    return taken


def _ended(over: int, wait: float) -> bool:
    """Whether a descriptor came to its end; nothing else comes from it."""
    ready, _, _ = select.select([over], [], [], wait)
    return bool(ready) and not os.read(over, _MOST_AT_ONCE)


def _report(out: BinaryIO, report: Report) -> None:
    content = pickle.dumps(report)
    # Whoever started us may be gone: what is left to be done is done without him.
    with contextlib.suppress(BrokenPipeError):
        out.write(LENGTH.pack(len(content)) + content)
        out.flush()


def main() -> None:
    """Judge the records whose paths are the arguments."""
    os.nice(_YIELDING)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    # Whatever prints by mistake does not get between the reports.
    # What is left in the buffer when nobody reads any more is wanted by nobody.
    with contextlib.suppress(BrokenPipeError), open(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        try:
            judge(map(Path, sys.argv[1:]), 0, out)
        except HarnessError as error:
            _report(out, Report(trouble=(str(error),)))
            sys.exit(3)
