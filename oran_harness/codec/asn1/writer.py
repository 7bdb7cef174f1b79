"""Octets written bit by bit, as aligned PER lays them out."""

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.reader import FRAGMENT, MAXIMUM_NESTING


class Writer:
    """Octets so far and up to a few hundred bits behind them that are not yet octets."""

    __slots__ = ("finished", "nesting", "value", "width")

    def __init__(self, nesting: int = 0) -> None:
        self.finished = bytearray()
        self.value = 0
        self.width = 0
        self.nesting = nesting

    def bits(self, value: int, count: int) -> None:
        """Append ``count`` bits; ``value`` must fit."""
        self.value = self.value << count | value
        self.width += count
        if self.width > 512:
            rest = self.width & 7
            self.finished += (self.value >> rest).to_bytes(self.width >> 3)
            self.value &= (1 << rest) - 1
            self.width = rest

    def align(self) -> None:
        """Append zero bits up to the next octet boundary."""
        if self.width:
            self.finished += (self.value << (-self.width & 7)).to_bytes((self.width + 7) >> 3)
            self.value = self.width = 0

    def octets(self, octets: bytes) -> None:
        """Align, and append octets."""
        self.align()
        self.finished += octets

    def length(self, length: int) -> int:
        """Append an unconstrained length determinant (X.691 11.9.3.5 to 11.9.3.8), aligned.

        Returns how many units it stands for; fewer than ``length`` where a fragment begins.
        """
        self.align()
        if length < 128:
            self.finished.append(length)
            return length
        if length < FRAGMENT:
            self.finished += (0x8000 | length).to_bytes(2)
            return length
        multiplier = min(length // FRAGMENT, 4)
        self.finished.append(0xC0 | multiplier)
        return multiplier * FRAGMENT

    def counted_octets(self, octets: bytes) -> None:
        """Append octets behind their unconstrained length, in fragments where it must be."""
        start = 0
        while True:
            count = self.length(len(octets) - start)
            self.finished += octets[start : start + count]
            if count < FRAGMENT:
                return
            start += count

    def small_number(self, number: int) -> None:
        """Append a normally small non-negative whole number (X.691 11.6)."""
        if number < 64:
            self.bits(number, 7)
            return
        self.bits(1, 1)
        self.counted_octets(number.to_bytes((number.bit_length() + 7) >> 3))

    def small_length(self, length: int) -> None:
        """Append a normally small length (X.691 11.9.3.4), 1 or more."""
        if length <= 64:
            self.bits(length - 1, 7)
            return
        self.bits(1, 1)
        self.length(length)

    def deeper(self) -> None:
        """Enter a type that contains itself; raises ``Misfit`` where the nesting does not end."""
        self.nesting += 1
        if self.nesting > MAXIMUM_NESTING:
            raise Misfit(f"nested more than {MAXIMUM_NESTING} times")

    def finish(self) -> bytes:
        """The complete encoding: whole octets, at least one (X.691 11.1.4)."""
        self.align()
        return bytes(self.finished) or b"\0"
