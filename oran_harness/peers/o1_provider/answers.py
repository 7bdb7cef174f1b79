"""What get-config gave before, as octets: the same question about the same contents has the same answer."""

from collections import OrderedDict
from typing import Any

from oran_harness.peers.o1_provider.datastore import Snapshot

_MOST_OCTETS = 32 * 1024 * 1024
_MOST = 256


class Answers:
    """Answers by question and contents. Rights come from running, so all are forgotten when that changes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Any, tuple[Snapshot, bytes]] = OrderedDict()
        self._octets = 0

    def find(self, snapshot: Snapshot, question: Any) -> bytes | None:
        """The answer that was given to this question about these contents."""
        kept = self._kept.get(question)
        return kept[1] if kept is not None and kept[0] is snapshot else None

    def keep(self, snapshot: Snapshot, question: Any, octets: bytes) -> None:
        """Keep an answer; the oldest go where there are many."""
        replaced = self._kept.pop(question, None)
        if replaced is not None:
            self._octets -= len(replaced[1])
        self._kept[question] = snapshot, octets
        self._octets += len(octets)
        while self._kept and (len(self._kept) > _MOST or self._octets > _MOST_OCTETS):
            _, (_, gone) = self._kept.popitem(last=False)
            self._octets -= len(gone)

    def forget(self) -> None:
        """Keep none."""
        self._kept.clear()
        self._octets = 0
