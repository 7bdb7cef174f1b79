"""The body of a generated encoder: statements that write, and the bits that they have not yet written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from oran_harness.codec.asn1.generated.encoding.pending import Entry, Pending, Term, brought, combined, common
from oran_harness.codec.asn1.generated.text import Text
from oran_harness.codec.asn1.generated.unit import Unit

Write = Callable[[], None]
"""Writes what writes something."""

Branch = tuple[int, int, Pending]
"""A branch that goes on: the line behind it, its depth, and the bits that it leaves."""


class Body(Text):
    """Octets go to ``o``, a ``bytearray``; ``n`` counts the nesting of recursive types."""

    def __init__(self, unit: Unit, entry: Entry) -> None:
        super().__init__(unit)
        self.pending = Pending(True) if entry is None else Pending(False, [("a", entry)] if entry else [])

    def off(self, condition: str) -> None:
        """Give up if the condition holds."""
        self.line(f"if {condition}: raise Off")

    def put(self, expression: str, width: int) -> None:
        """Append bits: a number that fits them."""
        if width:
            atom = expression.isidentifier() or expression.isdigit()
            self.pending.terms.append((expression if atom else f"({expression})", width))

    def align(self) -> None:
        """Write what is pending, with zero bits up to the next octet boundary."""
        pending = self.pending
        if pending.counted:
            self.hold()
            self.line("if c: o += (a << (-c & 7)).to_bytes(c + 7 >> 3, 'big')")
        elif pending.terms:
            pending.terms.append(("0", -pending.width & 7))
            self._write(pending.terms)
        self.pending = Pending()

    def octets(self, expression: str) -> None:
        """Append whole octets at an octet boundary."""
        self.align()
        self.line(f"o += {expression}")

    def hold(self) -> None:
        """Bring all pending bits into ``a`` and ``c``."""
        for line in self.pending.held():
            self.line(line)
        self.pending = Pending(True)

    def shorten(self) -> None:
        """Write the whole octets of what is pending."""
        pending = self.pending
        if pending.counted or pending.width < 8:
            return
        rest = pending.width & 7
        if not rest:
            self._write(pending.terms)
            self.pending = Pending()
            return
        octets = pending.width >> 3
        number = self.keep(combined(pending.terms))
        self._write([(f"({number} >> {rest})", 8 * octets)])
        self.pending = Pending(False, [(f"({number} & {(1 << rest) - 1})", rest)])

    def _write(self, terms: list[Term]) -> None:
        """Write terms that are whole octets together."""
        groups: list[list[Term]] = [[]]
        for term in terms:
            groups[-1].append(term)
            if not sum(width for _, width in groups[-1]) & 7:
                groups.append([])
        constant = b""
        for group in groups:
            octets = sum(width for _, width in group) >> 3
            number = combined(group)
            if number.isdigit():
                constant += int(number).to_bytes(octets)
                continue
            self._constant(constant)
            constant = b""
            self.line(f"o.append({number})" if octets == 1 else f"o += ({number}).to_bytes({octets}, 'big')")
        self._constant(constant)

    def _constant(self, octets: bytes) -> None:
        if octets:
            self.line(f"o.append({octets[0]})" if len(octets) == 1 else f"o += {octets!r}")

    @contextmanager
    def branch(self, head: str, branches: list[Branch]) -> Iterator[None]:
        """A block that begins with what is pending; it goes on as ``join`` has it."""
        before = self.pending.copy()
        with self.block(head):
            yield
            self.shorten()
            branches.append((len(self.lines), self.depth, self.pending))
        self.pending = before

    def extensible(self, inside: str, root: Write, extension: Write, closing: bool) -> None:
        """What an extensible constraint has: its bit, which the condition ``inside`` decides, then one of two forms."""
        branches: list[Branch] = []
        for head, bit, write in ((f"if {inside or 'True'}:", "0", root), ("else:", "1", extension)):
            with self.branch(head, branches):
                self.put(bit, 1)
                write()
                if closing:
                    self.align()
        self.join(branches)

    def join(self, branches: list[Branch]) -> None:
        """Bring the bits of all branches to one form."""
        target = common([pending for _, _, pending in branches])
        for line, depth, pending in reversed(branches):
            self.insert(line, depth, brought(pending, target))
        self.pending = target

    def settle(self) -> Entry:
        """Keep no more than ``a``, or ``a`` and ``c``, pending; returns how many bits that are."""
        self.shorten()
        if self.pending.counted:
            self.hold()
        elif self.pending.terms:
            width = self.pending.width
            self.line(f"a = {combined(self.pending.terms)}")
            self.pending = Pending(False, [("a", width)])
        return self.pending.entry
