"""What a product prints: read as fast as it comes, remembered and told within bounds."""

from collections import deque
from collections.abc import Callable

from oran_harness.adapters.secrets import LARGEST_SECRET, guises, hidden

LONGEST_LINE = 2000
"""Characters of a line that are told; of a longer one the rest is left out."""
LARGEST_WHOLE_LINE = 1 << 16
"""Octets of a line that is looked at whole, as the answer to a stimulus has to be."""
BURST = 500
"""Lines that are told at once; from then on ``LINES_A_SECOND``."""
LINES_A_SECOND = 50
_KEPT = 256 * 1024

Teller = Callable[[str], None]
"""Who is told what a product does: one sentence, or one line of its output."""


class Output:
    """One or both output streams of a product.

    ``tell`` gets the lines, marked with the name of their stream; a flood of them is counted instead. ``now`` is in
    seconds of one monotonic clock.
    """

    def __init__(self, tell: Teller, secrets: tuple[str, ...] = ()) -> None:
        self._tell = tell
        self._secrets = guises(secrets)
        self._partial: dict[str, bytes] = {}
        self._cut: dict[str, bool] = {}
        self._budget = float(BURST)
        self._at: float | None = None
        self._suppressed = 0
        self._tail: deque[str] = deque(maxlen=20)
        self._kept = bytearray()

    def take(self, stream: str, octets: bytes, now: float) -> list[str]:
        """Take in what came; the lines that it completes, for whoever waits for one of them."""
        self._kept += octets
        if len(self._kept) > 2 * _KEPT:
            del self._kept[: -_KEPT - LARGEST_SECRET]
        *whole, rest = (self._partial.get(stream, b"") + octets).split(b"\n")
        lines = []
        for octets_of_line in whole:
            if not self._cut.pop(stream, False):  # of a line that was cut the beginning has been told
                lines.append(self._line(stream, octets_of_line, now))
        if len(rest) > LARGEST_WHOLE_LINE:
            if not self._cut.get(stream):
                lines.append(self._line(stream, rest, now))
            self._cut[stream], rest = True, b""
        self._partial[stream] = rest
        return lines

    def pending(self, stream: str) -> str:
        """The line that is not complete yet."""
        return self._partial.get(stream, b"").decode("utf-8", "replace")

    def end(self, stream: str, now: float) -> list[str]:
        """The stream is at its end; a last line without its break counts."""
        rest = self._partial.pop(stream, b"")
        lines = [self._line(stream, rest, now)] if rest and not self._cut.get(stream) else []
        self.flush()
        return lines

    def flush(self) -> None:
        """Tell how many lines were not told."""
        if self._suppressed:
            self._tell(f"{self._suppressed} more lines of output are not recorded")
            self._suppressed = 0

    @property
    def last(self) -> str:
        """The last line that is not empty; empty if there was none."""
        return self._tail[-1] if self._tail else ""

    def kept(self) -> bytes:
        """The last of all that was printed, as it came but without secrets; at most 256 KiB."""
        # Hidden before it is cut: of a secret that the cut goes through nothing would be found.
        text = hidden(bytes(self._kept).decode("utf-8", "surrogateescape"), self._secrets)
        return text.encode("utf-8", "surrogateescape")[-_KEPT:]

    def _line(self, stream: str, octets: bytes, now: float) -> str:
        line = hidden(octets.decode("utf-8", "replace").rstrip("\r"), self._secrets)
        short = line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}... ({len(line)} characters)"
        if line.strip():
            self._tail.append(short[:300])
        self._refill(now)
        if self._budget >= 1:
            self.flush()
            self._budget -= 1
            self._tell(f"{stream}: {short}")
        else:
            self._suppressed += 1
        return line

    def _refill(self, now: float) -> None:
        if self._at is not None:
            self._budget = min(self._budget + (now - self._at) * LINES_A_SECOND, BURST)
        self._at = now
