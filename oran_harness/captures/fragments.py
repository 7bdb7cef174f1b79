"""Fragments of IP datagrams put together again, within bounds (RFC 791, RFC 8200 4.5, RFC 5722)."""

from bisect import bisect_left

_MOST_DATAGRAMS = 1024
_MOST_OCTETS = 8 * 1024 * 1024
_PIECE_COST = 160
"""What a piece costs besides its octets, roughly, in octets."""
_PATIENCE = 30_000_000_000
"""Nanoseconds after which the rest of a datagram no longer comes (identifications wrap)."""
_LARGEST = 65_535


class _Datagram:
    """The pieces of one datagram so far, by offset; ``spoilt`` once they contradict each other."""

    __slots__ = ("began", "cost", "offsets", "pieces", "received", "spoilt", "total")

    def __init__(self, began: int) -> None:
        self.began = began
        self.offsets: list[int] = []
        self.pieces: dict[int, bytes] = {}
        self.received = 0
        self.total: int | None = None
        self.cost = 0
        self.spoilt = False

    def add(self, offset: int, more: bool, payload: bytes) -> None:
        """Take a piece in; contradictions spoil the datagram."""
        end = offset + len(payload)
        if self.pieces.get(offset) == payload and (more or self.total == end):
            return
        if end > _LARGEST or (more and (len(payload) % 8 or not payload)) or self._overlaps(offset, end):
            self._spoil()
            return
        if not more:
            if self.total is not None:
                self._spoil()
                return
            self.total = end
        self.offsets.insert(bisect_left(self.offsets, offset), offset)
        self.pieces[offset] = payload
        self.received += len(payload)
        self.cost += len(payload) + _PIECE_COST
        if self.total is not None and self.offsets[-1] + len(self.pieces[self.offsets[-1]]) > self.total:
            self._spoil()

    def _overlaps(self, offset: int, end: int) -> bool:
        place = bisect_left(self.offsets, offset)
        if place < len(self.offsets) and self.offsets[place] < end:
            return True
        if not place:
            return False
        before = self.offsets[place - 1]
        return before + len(self.pieces[before]) > offset

    def _spoil(self) -> None:
        self.spoilt = True
        self.offsets.clear()
        self.pieces.clear()
        self.cost = 0

    def whole(self) -> bytes | None:
        """The payload once no piece is missing."""
        if self.spoilt or self.received != self.total:
            return None
        return b"".join(self.pieces[offset] for offset in self.offsets)


class Fragments:
    """Datagrams that still lack pieces; ``lost`` counts those that were given up after their beginning.

    Pieces that repeat are ignored; pieces that overlap otherwise, or reach beyond 65,535 octets, spoil their
    datagram. At most 1,024 datagrams and 8 MiB are kept, the oldest go first, and none waits longer than 30 s of
    capture time.
    """

    def __init__(self) -> None:
        self.lost = 0
        self._pending: dict[bytes, _Datagram] = {}
        self._cost = 0

    def add(self, key: bytes, offset: int, more: bool, payload: bytes, now: int) -> bytes | None:
        """Take one fragment in; the whole payload once it is complete.

        ``key`` tells datagrams apart (addresses, protocol, identification), ``offset`` is in octets, ``now`` in
        nanoseconds.
        """
        datagram = self._pending.get(key)
        if datagram is not None and now - datagram.began > _PATIENCE:
            self._give_up(key)
            datagram = None
        if datagram is None:
            datagram = self._pending[key] = _Datagram(now)
        before = datagram.cost
        datagram.add(offset, more, payload)
        self._cost += datagram.cost - before
        whole = datagram.whole()
        if whole is not None:
            self._cost -= datagram.cost
            del self._pending[key]
        while self._cost > _MOST_OCTETS or len(self._pending) > _MOST_DATAGRAMS:
            self._give_up(next(iter(self._pending)))
        return whole

    def _give_up(self, key: bytes) -> None:
        datagram = self._pending.pop(key)
        self._cost -= datagram.cost
        # A rest without its beginning is what a frame that was captured twice leaves behind.
        self.lost += datagram.spoilt or 0 in datagram.pieces

    def finish(self) -> int:
        """Give up all that is pending; how many datagrams were lost in all."""
        for key in list(self._pending):
            self._give_up(key)
        return self.lost
