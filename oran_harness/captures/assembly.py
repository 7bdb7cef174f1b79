"""Fragments of user messages, in the order of their TSNs, joined to whole messages (RFC 9260 6.9, RFC 8260 2.2)."""

from typing import NamedTuple

from oran_harness.captures.chunks import FIRST, LAST, UNORDERED
from oran_harness.captures.note_kind import NoteKind

LARGEST_MESSAGE = 16 * 1024 * 1024
"""Octets; a longer user message is given up."""
OVERHEAD = 160
"""What a kept chunk costs besides its octets, roughly, in octets."""
_MOST_OPEN = 64
_DATA = (-1, 0, 0)
"""Where the one message stands that DATA chunks can have open; I-DATA may have several, each under its own key."""

_Key = tuple[int, int, int]


class Fragment(NamedTuple):
    """One DATA or I-DATA chunk; ``octets`` is None where its end was not captured.

    ``sequence`` is the stream sequence number of DATA, the message identifier of I-DATA; ``ppid`` is the fragment
    sequence number in all but the first I-DATA chunk of a message.
    """

    flags: int
    stream: int
    sequence: int
    ppid: int
    octets: bytes | None
    frame: int
    interleaved: bool = False


class Budget:
    """Octets held by all associations of a capture together."""

    __slots__ = ("used",)

    def __init__(self) -> None:
        self.used = 0


class _Partial:
    """A message of which fragments are still to come."""

    __slots__ = ("cost", "first", "frame", "pieces")

    def __init__(self, first: Fragment, octets: bytes) -> None:
        self.first = first
        self.frame = first.frame
        self.pieces = [octets]
        self.cost = len(octets) + OVERHEAD


class Assembly:
    """The messages of one direction that are not whole yet; what goes wrong is said in ``notes``.

    ``headless`` is true while chunks go by that belong to a message whose beginning is not there.
    """

    def __init__(self, budget: Budget, notes: list[str]) -> None:
        self.headless = False
        self._budget = budget
        self._notes = notes
        self._partials: dict[_Key, _Partial] = {}

    @property
    def idle(self) -> bool:
        """Nothing is open."""
        return not self._partials and not self.headless

    def take(self, fragment: Fragment) -> Fragment | None:
        """Take the chunk whose turn it is; its whole message as one fragment, once that is complete.

        The octets of what comes back are None if the message was complete but not captured whole.
        """
        flags = fragment.flags
        if fragment.interleaved:
            return self._join(fragment, (fragment.stream, flags & UNORDERED, fragment.sequence))
        if self.headless and not flags & FIRST:
            self.headless = not flags & LAST
            return None
        self.headless = False
        return self._join(fragment, _DATA)

    def _join(self, fragment: Fragment, key: _Key) -> Fragment | None:
        flags, octets = fragment.flags, fragment.octets
        if flags & FIRST and key in self._partials:
            self._say(
                NoteKind.INCOMPLETE, f"the message seen first in frame {self._forget(key).frame} is not continued"
            )
        if flags & FIRST and flags & LAST:
            return fragment
        if octets is None:
            self._lose(key, fragment, None)
        elif flags & FIRST:
            if len(self._partials) >= _MOST_OPEN:
                self.drop(NoteKind.GIVEN_UP, "fragments of messages, because too many are open at once")
            self._partials[key] = _Partial(fragment, octets)
            self._budget.used += self._partials[key].cost
        elif key in self._partials:
            return self._extend(self._partials[key], fragment, octets, key)
        else:
            # What is left of an interleaved message after a gap stays silent: the gap was reported.
            self._lose(key, fragment, None if fragment.interleaved else "has no beginning in this capture")
        return None

    def _extend(self, found: _Partial, fragment: Fragment, octets: bytes, key: _Key) -> Fragment | None:
        first = found.first
        mine = (first.stream, first.sequence, first.flags & UNORDERED)
        if mine != (fragment.stream, fragment.sequence, fragment.flags & UNORDERED):
            self._lose(key, fragment, "is continued by a fragment of another")
        elif fragment.interleaved and fragment.ppid != len(found.pieces):
            self._lose(key, fragment, "lacks fragments in between")
        elif found.cost + len(octets) > LARGEST_MESSAGE:
            self._lose(key, fragment, "is longer than 16 MiB")
        else:
            found.pieces.append(octets)
            found.frame = max(found.frame, fragment.frame)
            found.cost += len(octets) + OVERHEAD
            self._budget.used += len(octets) + OVERHEAD
            if fragment.flags & LAST:
                self._forget(key)
                return first._replace(octets=b"".join(found.pieces), frame=found.frame)
        return None

    def _lose(self, key: _Key, fragment: Fragment, why: str | None) -> None:
        """A message cannot become whole any more; its further fragments are passed over."""
        began = self._forget(key) if key in self._partials else fragment
        if not fragment.interleaved:
            self.headless = not fragment.flags & LAST
        if why is not None:
            self._say(NoteKind.INCOMPLETE, f"the message seen first in frame {began.frame} {why}")

    def _forget(self, key: _Key) -> Fragment:
        partial = self._partials.pop(key)
        self._budget.used -= partial.cost
        return partial.first

    def interrupt(self) -> None:
        """Chunks are missing here: what DATA had open is lost, and nothing can be joined before the next beginning."""
        if _DATA in self._partials:
            self._forget(_DATA)
        self.headless = True

    def drop(self, kind: NoteKind, text: str) -> None:
        """Give up everything that is open, with a note if there was anything."""
        if self._partials:
            self.headless = self.headless or _DATA in self._partials
            for key in list(self._partials):
                self._forget(key)
            self._say(kind, text)

    def _say(self, kind: NoteKind, text: str) -> None:
        self._notes.append(kind.text(text))
