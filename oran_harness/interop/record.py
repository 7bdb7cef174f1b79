"""What passes the tap, as histories that grow: written before it is passed on, so that a kill loses nothing."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from oran_harness.captures import HistoryWriter
from oran_harness.model import Event, EventKind, HistoryHeader, Role
from oran_harness.protocols.e2ap.label import label_of
from oran_harness.transports import Delivery

SIDES = (Role.E2_NODE, Role.NEAR_RT_RIC)
FOLDER = "history"
_TICK = 1e-9


class Onlooker(Protocol):
    """Is told what happens on associations as it is written down."""

    def up(self, association: str) -> None:
        """One came up."""
        ...

    def said(self, association: str, sender: Role, octets: bytes) -> None:
        """A side has sent a message."""
        ...

    def ended(self, association: str, how: str, by: Role | None) -> None:
        """One is over: ``how`` is ``shutdown``, ``abort`` or ``down``; ``by`` is None where it was neither's doing."""
        ...


class _Book:
    """One history: its events get numbers and times. ``side`` is the only one that is judged by it, None for both."""

    def __init__(self, path: Path, epoch: float, seed: int, side: Role | None) -> None:
        self.path = path
        self.side = side
        roles = {role.value: role.value for role in SIDES}
        self._writer = HistoryWriter(path, HistoryHeader(epoch, roles, seed, None if side is None else side.value))
        self._n = 0
        self._t = -_TICK

    def add(
        self,
        now: float,
        kind: EventKind,
        association: int | None,
        source: Role | None = None,
        delivery: Delivery | None = None,
        message: str | None = None,
        injected: bool = False,
    ) -> None:
        self._n += 1
        self._t = max(round(now, 9), round(self._t + _TICK, 9))
        self._writer.add(
            Event(
                self._n,
                self._t,
                kind,
                None if association is None else str(association),
                None if source is None else source.value,
                None if source is None else source.other.value,
                None if delivery is None else delivery.stream,
                None if delivery is None else delivery.ppid,
                None if delivery is None else delivery.octets,
                message,
                injected,
            )
        )

    def close(self) -> None:
        self._writer.close()


class Record:
    """The histories of a tap, in ``folder/history``.

    Where nothing is done to what passes, both sides see the same: one history, ``tap``. Else (``apart``) each side has
    its own, ``tap-e2-node`` and ``tap-near-rt-ric``: what it sent and what it really got, by which it alone is judged.
    ``events`` counts what was written to the first of them, ``written`` to all. ``onlooker`` is told what happens as it
    is written. A file that takes no more is told to ``on_trouble``, once; then nothing more is written. Raises
    ``UsageError`` if it cannot be begun. What an earlier tap left there is removed.
    """

    def __init__(
        self,
        folder: Path,
        *,
        apart: bool,
        seed: int,
        on_trouble: Callable[[str], None],
        onlooker: Onlooker | None = None,
    ) -> None:
        self.broken: str | None = None
        self.events = self.written = 0
        self._onlooker = onlooker
        self._on_trouble = on_trouble
        self._apart = apart
        self._closed = False
        self._began = time.monotonic()
        self._books: list[_Book] = []
        try:
            self._begin(folder, SIDES if apart else (None,), seed)
        except BaseException:
            self.close()
            raise

    def _begin(self, folder: Path, sides: Sequence[Role | None], seed: int) -> None:
        place = folder / FOLDER
        with suppress(OSError):  # the file that cannot be made says why
            place.mkdir(parents=True, exist_ok=True)
            # What an earlier tap left would be taken for a part of this record.
            for name in map(_name, (None, *SIDES)):
                for kind in ("jsonl", "pcapng"):
                    (place / f"{name}.{kind}").unlink(missing_ok=True)
        epoch = time.time()
        for side in sides:
            self._books.append(_Book(place / f"{_name(side)}.jsonl", epoch, seed, side))

    @property
    def paths(self) -> tuple[Path, ...]:
        """The histories."""
        return tuple(book.path for book in self._books)

    def up(self, association: int, text: str) -> None:
        """An association is up at both sides; ``text`` says between which addresses."""
        self._add(self._books, EventKind.UP, association, Role.E2_NODE)
        self.note(text, association)
        if self._onlooker is not None:
            self._onlooker.up(str(association))

    def heard(self, source: Role, association: int, delivery: Delivery) -> None:
        """A side has sent a message."""
        label = label_of(delivery.octets)
        name = None if label is None else label.message
        self._add(self._of(source), EventKind.OCTETS, association, source, delivery, name)
        if self._onlooker is not None:
            self._onlooker.said(str(association), source, delivery.octets)

    def passed(self, source: Role, association: int, delivery: Delivery, injected: bool) -> None:
        """A message goes to the other side; ``injected`` if it is not what came, or not as it came."""
        if self._apart:
            label = label_of(delivery.octets)
            name = None if label is None else label.message
            self._add(self._of(source.other), EventKind.OCTETS, association, source, delivery, name, injected)

    def ended(self, source: Role | None, association: int, how: str, reason: str) -> None:
        """A side has ended the association; None if it was nobody of them."""
        self._end(self._books if source is None else self._of(source), source, association, how, reason)
        if self._onlooker is not None:
            self._onlooker.ended(str(association), how, source)

    def end_passed(self, source: Role, association: int, how: str, reason: str) -> None:
        """The other side is told of the end."""
        if self._apart:
            self._end(self._of(source.other), source, association, how, reason)

    def cut(self, association: int, how: str) -> None:
        """The association is cut between the two: to each it is as if the other had ended it."""
        for book in self._books:
            source = None if book.side is None else book.side.other
            self._end([book], source, association, how, "cut by the harness", injected=True)
        if self._onlooker is not None:
            self._onlooker.ended(str(association), how, None)

    def happened(self, kind: EventKind, text: str, source: Role | None = None) -> None:
        """Something that is about no association: a step of ours, a line that a product's process has printed."""
        self._add(self._books, kind, None, source, message=text)

    def note(self, text: str, association: int | None = None, *, injected: bool = False) -> None:
        """Something for people; ``injected`` if it says what was done to what passes."""
        self._add(self._books, EventKind.NOTE, association, message=text, injected=injected)

    def close(self) -> None:
        """Write nothing more."""
        self._closed = True
        for book in self._books:
            book.close()

    def _of(self, side: Role) -> list[_Book]:
        return [book for book in self._books if book.side in (None, side)]

    def _end(
        self,
        books: list[_Book],
        source: Role | None,
        association: int,
        how: str,
        reason: str,
        *,
        injected: bool = False,
    ) -> None:
        if how == EventKind.SHUTDOWN.value:
            self._add(books, EventKind.SHUTDOWN, association, source, injected=injected)
            how = EventKind.DOWN.value
        self._add(books, EventKind(how), association, source, message=reason, injected=injected)

    def _add(
        self,
        books: list[_Book],
        kind: EventKind,
        association: int | None,
        source: Role | None = None,
        delivery: Delivery | None = None,
        message: str | None = None,
        injected: bool = False,
    ) -> None:
        if self.broken is not None or self._closed:
            return
        now = time.monotonic() - self._began
        try:
            for book in books:
                book.add(now, kind, association, source, delivery, message, injected)
                self.events += book is self._books[0]
                self.written += 1
        except OSError as error:
            self.broken = f"the record cannot be written any more ({(error.strerror or str(error)).lower()})"
            self._on_trouble(f"{self.broken}: messages are passed on all the same, and nothing more is judged")


def _name(side: Role | None) -> str:
    """What the history of a side is called."""
    return "tap" if side is None else f"tap-{side.value}"
