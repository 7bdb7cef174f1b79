"""One direction of an association: TSNs put in order, each delivered once, fragments joined to user messages.

Messages are delivered as the receiving stack would deliver them (RFC 9260 6.5, 6.6, 6.9): whole, ordered within a
stream, unordered ones at once, a retransmitted TSN only once. Where the capture lacks packets the receiver's own
acknowledgements tell that it had them, and the gap is passed over; without acknowledgements patience and bounds do the
same. A chunk that comes after its gap was passed over is still delivered if it is a whole message.

TSNs are kept here as integers that do not wrap, congruent to those on the wire modulo 2**32.
"""

from heapq import heappop, heappush
from typing import NamedTuple

from oran_harness.captures.assembly import OVERHEAD, Assembly, Budget, Fragment
from oran_harness.captures.chunks import FIRST, LAST, UNORDERED
from oran_harness.captures.note_kind import NoteKind

_MASK = 0xFFFFFFFF
_HALF = 1 << 31
WINDOW = 65_536
"""TSNs this far ahead or behind are plausible; further ones need a second, consecutive one to be believed."""
MOST_HELD = 4096
"""Chunks that wait behind a gap in one direction."""
MOST_HELD_OCTETS = 4 * 1024 * 1024
"""Octets that wait behind a gap in one direction."""
PATIENCE = 10_000_000_000
"""Nanoseconds of capture time after which a gap is passed over."""
_BEFORE_FIRST = 1024
_MOST_GAPS = 64
_MOST_STREAMS = 64


class Message(NamedTuple):
    """One whole user message and the frame that completed it."""

    stream: int
    ppid: int
    octets: bytes
    frame: int


# Delivered ahead of its turn: the TSN still has to be passed.
_DONE = Fragment(FIRST | LAST, 0, 0, 0, None, 0)


class Reassembly:
    """The receiving side of one direction.

    ``ready`` and ``notes`` are taken and cleared by the caller. ``duplicates`` counts retransmissions. ``next_tsn``
    is the TSN whose turn it is, -1 before any is known; while not ``busy``, a whole message with that TSN needs
    nothing but ``pass_on``. ``acknowledged`` is the last TSN that the receiver said it has, -1 before it said so.
    """

    def __init__(self, budget: Budget) -> None:
        self.next_tsn = -1
        self.ready: list[Message] = []
        self.notes: list[str] = []
        self.duplicates = 0
        self.busy = True
        self.acknowledged = -1
        self.sequences: dict[int, int] = {}
        self._budget = budget
        self._from_start = False
        self._untouched = True
        self._held: dict[int, Fragment] = {}
        self._order: list[int] = []
        self._held_octets = 0
        self._held_since = 0
        self._waiting: dict[tuple[int, int], tuple[int, int]] = {}
        self._assembly = Assembly(budget, self.notes)
        self._gaps: list[tuple[int, int]] = []
        self._outlier: tuple[int, Fragment] | None = None

    def start(self, tsn: int) -> None:
        """The handshake tells the first TSN. Later calls replace it only while nothing was received."""
        if self._untouched:
            self.next_tsn = tsn
            self._from_start = True

    def receive(self, tsn: int, fragment: Fragment, now: int) -> None:
        """Take one chunk in; ``now`` is in nanoseconds."""
        self._untouched = False
        if self.next_tsn < 0:
            self.next_tsn = self._start_in_the_middle(tsn, fragment)
        ahead = tsn - self.next_tsn & _MASK
        if ahead == 0:
            self._accept(fragment)
            self._drain()
        elif ahead < WINDOW:
            self._hold(self.next_tsn + ahead, fragment, now)
        elif ahead > _MASK - WINDOW:
            self._late(self.next_tsn + ahead - _MASK - 1, fragment)
        else:
            self._far(tsn, ahead, fragment, now)
        if self._held and now - self._held_since > PATIENCE:
            self._pass_gap(now)
        self.busy = bool(self._held) or not self._assembly.idle

    def pass_on(self, stream: int, sequence: int, unordered: int) -> None:
        """A whole message in its turn was delivered by the caller, while nothing else was under way."""
        self.next_tsn += 1
        self._untouched = False
        if not unordered:
            self._follow(stream, sequence + 1 & 0xFFFF)

    def acknowledge(self, tsn: int, now: int) -> None:
        """The receiver says that it has everything up to ``tsn`` (SACK, SHUTDOWN)."""
        if self.next_tsn < 0:
            self.acknowledged = tsn
            return
        ahead = tsn + 1 - self.next_tsn & _MASK
        if 0 < ahead < _HALF:
            self.acknowledged = max(self.acknowledged, self.next_tsn + ahead - 1)
            self._pass_acknowledged(now)
            self.busy = bool(self._held) or not self._assembly.idle

    def forward(self, tsn: int) -> None:
        """The sender gives up everything up to ``tsn`` (FORWARD TSN, RFC 3758; I-FORWARD-TSN)."""
        if self.next_tsn < 0:
            return
        ahead = tsn + 1 - self.next_tsn & _MASK
        if 0 < ahead < _HALF:
            target = self.next_tsn + ahead
            while self._held and self._order[0] < target:
                self._skip(self._order[0], None)
            if self.next_tsn < target:
                self._skip(target, None)
            self.busy = True
            self._say(NoteKind.ABANDONED, f"the sender gave up everything up to TSN {tsn} (FORWARD TSN)")

    def finish(self) -> None:
        """No more chunks are coming: deliver what is whole, say what is not."""
        self._pass_all()
        if 0 <= self.next_tsn <= self.acknowledged:
            self._skip(self.acknowledged + 1, "the receiver acknowledged them, but they are not in the capture")
        self._assembly.drop(NoteKind.INCOMPLETE, "a message began, and its end never came")
        if self._outlier is not None:
            self._deliver_alone(self._outlier[1])
            self._keep_outlier(None)

    def relieve(self) -> None:
        """Memory is short: give up what waits."""
        self._pass_all()
        self._assembly.drop(
            NoteKind.GIVEN_UP, "fragments of a message, because too much waits for completion in this capture"
        )
        self._keep_outlier(None)

    def _start_in_the_middle(self, tsn: int, fragment: Fragment) -> int:
        """No handshake was seen: chunks shortly before the first one may still come."""
        self.acknowledged = -1
        first = tsn + (1 << 32)
        self._gaps.append((first - _BEFORE_FIRST, first - 1))
        self._assembly.headless = not fragment.flags & FIRST
        if self._assembly.headless:
            self._say(NoteKind.INCOMPLETE, "a message began before the capture did, only its end is here")
        return first

    # In order

    def _accept(self, fragment: Fragment) -> None:
        """The chunk whose turn it is."""
        self.next_tsn += 1
        if fragment is not _DONE:
            whole = self._assembly.take(fragment)
            if whole is not None:
                self._deliver(whole)

    def _drain(self) -> None:
        """What waited for the chunk just accepted."""
        while self._order and self._order[0] == self.next_tsn:
            fragment = self._held.pop(heappop(self._order))
            self._hold_octets(-len(fragment.octets or b"") - OVERHEAD)
            self._accept(fragment)

    def _deliver(self, whole: Fragment) -> None:
        """A message is whole, and it is its turn."""
        if whole.octets is not None:
            self.ready.append(Message(whole.stream, whole.ppid, whole.octets, whole.frame))
        if not whole.flags & UNORDERED and not whole.interleaved:
            self._follow(whole.stream, whole.sequence + 1 & 0xFFFF)
            if self._waiting:
                self._waiting.pop((whole.stream, whole.sequence), None)
                self._release(whole.stream)

    def _follow(self, stream: int, sequence: int) -> None:
        """Note which sequence number a stream delivers next."""
        if len(self.sequences) >= _MOST_STREAMS and stream not in self.sequences:
            self.sequences.clear()
            self._from_start = False
        self.sequences[stream] = sequence

    # Ahead of a gap

    def _hold(self, tsn: int, fragment: Fragment, now: int) -> None:
        """A chunk beyond a gap: kept, and delivered ahead where the order of its stream allows it."""
        if tsn in self._held:
            self.duplicates += 1
            return
        if not self._held:
            self._held_since = now
        self._held[tsn] = fragment
        heappush(self._order, tsn)
        self._hold_octets(len(fragment.octets or b"") + OVERHEAD)
        if fragment.flags & LAST and not fragment.interleaved:
            self._complete_ahead(tsn, fragment)
        self._pass_acknowledged(now)
        while len(self._held) > MOST_HELD or self._held_octets > MOST_HELD_OCTETS:
            self._pass_gap(now)

    def _hold_octets(self, change: int) -> None:
        self._held_octets += change
        self._budget.used += change

    def _complete_ahead(self, last: int, ending: Fragment) -> None:
        """The end of a message is here: if all of it is, deliver it or let it wait for its stream."""
        first, piece = last, ending
        while piece.octets is not None and not piece.flags & FIRST:
            first -= 1
            before = self._held.get(first)
            if before is None or before.flags & LAST or _belonging(before) != _belonging(ending):
                return
            piece = before
        if piece.octets is None:
            return
        if piece.flags & UNORDERED:
            self._deliver_ahead(first, last)
            return
        self._waiting[piece.stream, piece.sequence] = first, last
        self._release(piece.stream)

    def _release(self, stream: int) -> None:
        """Deliver what a stream can deliver now, as far as it goes."""
        following = self.sequences.get(stream, 0 if self._from_start else -1)
        while (span := self._waiting.pop((stream, following), None)) is not None:
            if span[0] not in self._held:
                return
            self._deliver_ahead(*span)
            following = following + 1 & 0xFFFF
            self._follow(stream, following)

    def _deliver_ahead(self, first: int, last: int) -> None:
        pieces = [self._held[tsn] for tsn in range(first, last + 1)]
        octets = b"".join(piece.octets or b"" for piece in pieces)
        frame = max(piece.frame for piece in pieces)
        self.ready.append(Message(pieces[0].stream, pieces[0].ppid, octets, frame))
        self._hold_octets(-len(octets))
        for tsn in range(first, last + 1):
            self._held[tsn] = _DONE

    def _pass_acknowledged(self, now: int) -> None:
        """Pass over what the receiver had and the capture has not."""
        while self._held and self.acknowledged >= self.next_tsn:
            target = min(self._order[0], self.acknowledged + 1)
            self._skip(target, "the receiver acknowledged them, but they are not in the capture")
            self._held_since = now

    def _pass_gap(self, now: int) -> None:
        self._skip(self._order[0], "they are not in the capture")
        self._held_since = now

    def _pass_all(self) -> None:
        while self._held:
            self._skip(self._order[0], "they are not in the capture")

    def _skip(self, target: int, why: str | None) -> None:
        """Go on at ``target``, which is ahead, and remember what was left out in case it comes late."""
        count = target - self.next_tsn
        if why is not None:
            chunks = "1 DATA chunk" if count == 1 else f"{count} DATA chunks"
            self._say(NoteKind.MISSING, f"{chunks} from TSN {self.next_tsn & _MASK}: {why}")
        self._gaps.append((self.next_tsn, target - 1))
        del self._gaps[:-_MOST_GAPS]
        self._assembly.interrupt()
        self.next_tsn = target
        self._drain()

    # Out of place

    def _late(self, tsn: int, fragment: Fragment) -> None:
        """A TSN whose turn is over: a retransmission, unless it was passed over."""
        for place, (low, high) in enumerate(self._gaps):
            if low <= tsn <= high:
                self._gaps[place : place + 1] = [gap for gap in ((low, tsn - 1), (tsn + 1, high)) if gap[0] <= gap[1]]
                del self._gaps[:-_MOST_GAPS]
                self._deliver_alone(fragment)
                return
        self.duplicates += 1

    def _deliver_alone(self, fragment: Fragment) -> None:
        if fragment.flags & FIRST and fragment.flags & LAST and fragment.octets is not None:
            self.ready.append(Message(fragment.stream, fragment.ppid, fragment.octets, fragment.frame))

    def _far(self, tsn: int, ahead: int, fragment: Fragment, now: int) -> None:
        """An implausible TSN; two in a row are believed."""
        if self._outlier is not None and self._outlier[0] == tsn:
            self.duplicates += 1
            return
        if self._outlier is None or self._outlier[0] + 1 & _MASK != tsn:
            self._say(
                NoteKind.OUT_OF_WINDOW,
                f"TSN {tsn}, where {self.next_tsn & _MASK} was next, waits for one that follows it",
            )
            self._keep_outlier((tsn, fragment))
            return
        first = self._outlier[1]
        self._keep_outlier(None)
        expected = self.next_tsn & _MASK
        self._pass_all()
        self._assembly.drop(NoteKind.INCOMPLETE, "a message was interrupted by a jump of the TSN")
        self._say(
            NoteKind.MISSING, f"the TSN jumps from {expected} to {tsn - 1 & _MASK}: the capture lacks what is between"
        )
        self.next_tsn += (tsn - 1 - self.next_tsn) & _MASK
        self.sequences.clear()
        self._from_start, self._assembly.headless = False, True
        self._gaps.append((self.next_tsn - _BEFORE_FIRST, self.next_tsn - 1))
        del self._gaps[:-_MOST_GAPS]
        self._accept(first)
        self.receive(tsn, fragment, now)

    def _say(self, kind: NoteKind, text: str) -> None:
        self.notes.append(kind.text(text))

    def _keep_outlier(self, outlier: tuple[int, Fragment] | None) -> None:
        for kept, sign in ((self._outlier, -1), (outlier, 1)):
            if kept is not None:
                self._budget.used += sign * (len(kept[1].octets or b"") + OVERHEAD)
        self._outlier = outlier


def _belonging(fragment: Fragment) -> tuple[int, int, int, bool]:
    """What fragments of one message have in common."""
    return fragment.stream, fragment.sequence, fragment.flags & UNORDERED, fragment.interleaved
