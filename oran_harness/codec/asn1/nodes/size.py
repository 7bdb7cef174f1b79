"""Constraints: which numbers, or which sizes, a type allows."""

from dataclasses import dataclass

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer
from oran_harness.model.complaint import ComplaintKind

UNSET = 65536
"""An upper bound from here on does not count for PER: the bound is "unset" (X.691 11.9, 17.8)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Which whole numbers are allowed; None is no bound.

    ``parts`` are the single ranges where the constraint is a union of several.
    """

    minimum: int | None = None
    maximum: int | None = None
    extensible: bool = False
    parts: tuple[tuple[int | None, int | None], ...] = ()

    def allows(self, number: int) -> bool:
        """Whether the number lies in the extension root."""
        if (self.minimum is not None and number < self.minimum) or (self.maximum is not None and number > self.maximum):
            return False
        return len(self.parts) < 2 or any(
            (low is None or number >= low) and (high is None or number <= high) for low, high in self.parts
        )

    def __str__(self) -> str:
        parts = self.parts or ((self.minimum, self.maximum),)
        shown = " | ".join(
            f"{low}" if low == high else f"{'MIN' if low is None else low}..{'MAX' if high is None else high}"
            for low, high in parts
        )
        return f"{shown}, ..." if self.extensible else shown


class Size:
    """The effective size constraint of a string or list, and its length determinant (X.691 11.9, 17, 20, 30).

    ``fixed`` is the size where there is only one below 64K; ``constrained`` says that the length is a constrained
    whole number.
    """

    __slots__ = ("base", "bounds", "constrained", "extensible", "fixed", "maximum", "minimum", "octets", "width")

    def __init__(self, bounds: Bounds | None) -> None:
        self.bounds = bounds or Bounds(0, None)
        self.minimum = self.bounds.minimum or 0
        self.maximum = self.bounds.maximum
        self.extensible = self.bounds.extensible
        self.constrained = self.maximum is not None and self.maximum < UNSET
        self.fixed = self.minimum if self.constrained and self.minimum == self.maximum else None
        extent = (self.maximum or 0) - self.minimum + 1
        # The width of the length as a constrained whole number (X.691 11.5.7): up to 255 sizes a bit-field, up to
        # 256 one octet, up to 64K two octets, aligned.
        self.octets = 0 if extent < 256 else 1 if extent == 256 else 2
        self.width = (extent - 1).bit_length() if extent < 256 else 8 * self.octets

    @property
    def minimum_bits(self) -> int:
        """A lower bound on the bits of the length determinant with extension bit."""
        return (1 if self.extensible else 0) + (8 if not self.constrained else 0 if self.extensible else self.width)

    def read(self, reader: Reader) -> int:
        """The length as a constrained whole number; only where the size is ``constrained`` and not fixed."""
        start = reader.position
        if self.octets:
            reader.align()
        length = self.minimum + reader.bits(self.width)
        if self.maximum is not None and length > self.maximum:
            self.complain(reader, start, length)
        elif len(self.bounds.parts) > 1:
            self.check(reader, start, length)
        return length

    def write(self, writer: Writer, length: int) -> None:
        """The counterpart of ``read``."""
        if self.octets:
            writer.align()
        writer.bits(length - self.minimum, self.width)

    def check(self, reader: Reader, start: int, length: int) -> None:
        """Complain about a size outside the root of a constraint that is not extensible."""
        if not self.bounds.allows(length):
            self.complain(reader, start, length)

    def check_extended(self, reader: Reader, start: int, length: int) -> None:
        """Complain about the form of a size outside the root for one inside it (X.691 17.3)."""
        if self.bounds.allows(length):
            reader.complain(
                ComplaintKind.MALFORMED, start, "a size of the root in the form of an extension", "", f"{length}"
            )

    def complain(self, reader: Reader, start: int, length: int) -> None:
        """Complain about a size that the constraint does not allow."""
        reader.complain(ComplaintKind.OUT_OF_RANGE, start, "size out of range", str(self.bounds), f"{length}")

    def fit(self, length: int) -> bool:
        """Whether a value's size lies in the root; raises ``Misfit`` if it may not be outside."""
        if length == self.fixed or self.bounds.allows(length):
            return True
        if not self.extensible:
            raise Misfit(f"size {length} is out of range ({self.bounds})")
        return False
