"""A writer that can be told to write something as no encoder does."""

from collections.abc import Iterator
from contextlib import contextmanager

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.illegal.forms import ExtensionForm, FalseLength, LongForm, Padded
from oran_harness.codec.asn1.reader import FRAGMENT
from oran_harness.codec.asn1.writer import Writer

Otherwise = ExtensionForm | FalseLength | LongForm


class OddWriter(Writer):
    """As ``Writer``, for one complete encoding; ``padded`` says which of its paddings holds what.

    ``due`` is what is to be written otherwise, the next time there is such a thing. ``paddings`` are the bits of all
    paddings so far, ``lengths`` all unconstrained lengths.
    """

    __slots__ = ("due", "lengths", "padded", "paddings")

    def __init__(self, nesting: int = 0, padded: Padded | None = None) -> None:
        super().__init__(nesting)
        self.padded = padded
        self.paddings: list[int] = []
        self.lengths: list[int] = []
        self.due: Otherwise | None = None

    @contextmanager
    def otherwise(self, form: Otherwise) -> Iterator[None]:
        """What is written meanwhile is written so, the first part of it that can be; raises ``Misfit`` if none can."""
        if self.due is not None:
            raise Misfit("only one thing at a time can be written otherwise")
        self.due = form
        yield
        if self.due is not None:
            raise Misfit(f"nothing in it can be written as {type(form).__name__}")

    def as_extension(self) -> bool:
        """Whether the number or size that comes next is to be written as if it were outside of the root."""
        asked = isinstance(self.due, ExtensionForm)
        if asked:
            self.due = None
        return asked

    def align(self) -> None:
        """Append padding up to the next octet boundary."""
        if self.width & 7:
            self._pad(-self.width & 7)
        super().align()

    def length(self, length: int) -> int:
        """Append an unconstrained length determinant, or what is due instead of it."""
        self.lengths.append(length)
        due = self.due
        if not isinstance(due, FalseLength | LongForm):
            return super().length(length)
        self.due = None
        if isinstance(due, FalseLength):
            if not 0 <= due.length < FRAGMENT or length >= FRAGMENT:
                raise Misfit(f"only lengths below {FRAGMENT} can be false")
            super().length(due.length)
        else:
            if length >= 128:
                raise Misfit(f"length {length} has no longer form")
            self.octets((0x8000 | length).to_bytes(2))
        return length

    def small_number(self, number: int) -> None:
        """Append a normally small non-negative whole number, in the form of a larger one if that is due."""
        if not isinstance(self.due, LongForm):
            super().small_number(number)
            return
        self.due = None
        if number >= 64:
            raise Misfit(f"number {number} has no longer form")
        self.bits(1, 1)
        self.counted_octets(bytes([number]))

    def finish(self) -> bytes:
        """The complete encoding; what has no bits is one octet of padding (X.691 11.1.4)."""
        self.align()
        if not self.finished:
            self._pad(8)
        return super().finish()

    def _pad(self, width: int) -> None:
        wanted = self.padded is not None and self.padded.number == len(self.paddings)
        self.paddings.append(width)
        self.bits(self.padded.bits & (1 << width) - 1 if self.padded is not None and wanted else 0, width)
