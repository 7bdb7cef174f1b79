"""The body of a generated decoder: statements that read, and where they read next."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from oran_harness.codec.asn1.generated.decoding.cursor import Cursor, Entry, common
from oran_harness.codec.asn1.generated.text import Text
from oran_harness.codec.asn1.generated.unit import Unit

WINDOW = 9
"""Bits that two octets hold from any bit of the first one."""
WIDE = 25
"""The same of four octets."""

Read = Callable[[], str]
"""Writes what reads something; the expression that stands for it."""

Branch = tuple[int, int, Cursor]
"""A branch that goes on: the line behind it, its depth, and where it reads next."""


class Body(Text):
    """Octets are ``d``, with some more behind them; ``n`` counts the nesting of recursive types.

    No statement looks whether octets are there: those behind the end read as they are, or as nothing, and whoever
    gave the octets sees in the end that too many were read. Only what takes time or room by a number that was read
    is held against the octets that are left.
    """

    def __init__(self, unit: Unit, entry: Entry | str) -> None:
        super().__init__(unit)
        self.cursor = Cursor("start") if entry == "start" else Cursor("p") if entry is None else Cursor("i", int(entry))

    def off(self, condition: str) -> None:
        """Refuse the octets if the condition holds."""
        self.line(f"if {condition}: raise Off")

    def rare(self, condition: str) -> None:
        """Leave the octets to the nodes if the condition holds."""
        self.line(f"if {condition}: raise Rare")

    def padding(self, condition: str) -> None:
        """Leave the octets to the nodes if the condition holds, which is that padding is not zero."""
        if not self.unit.lax:
            self.line(f"if {condition}: raise Padded")

    def octet(self, distance: int) -> str:
        """A variable that holds an octet, so many octets behind an octet base."""
        known = self.cursor.octets
        if distance not in known:
            known[distance] = self.keep(f"d[{self.cursor.octet(distance)}]")
        return known[distance]

    def bits(self, width: int) -> str:
        """The next bits as an expression, good until the next statement that reads."""
        if not width:
            return "0"
        cursor = self.cursor
        if cursor.base == "p":
            return self._windowed(width)
        start = cursor.at
        cursor.at = stop = start + width
        first, last = start >> 3, (stop - 1) >> 3
        if first == last:
            if width == 8:
                return cursor.octets.get(first) or f"d[{cursor.octet(first)}]"
            whole = self.octet(first)
        elif last == first + 1:
            whole = f"({self.octet(first)} << 8 | {self.octet(last)})"
        else:
            whole = f"from_bytes(d[{cursor.octet(first)}:{cursor.octet(last + 1)}])"
        return self._part(whole, -stop & 7, width, 8 * (last - first + 1))

    def _part(self, whole: str, shift: int, width: int, total: int) -> str:
        """So many bits of a number of ``total`` bits, ``shift`` bits from its end."""
        shifted = f"{whole} >> {shift}" if shift else whole
        if total - shift > width:
            return f"{shifted} & {(1 << width) - 1}"
        return shifted

    def _windowed(self, width: int) -> str:
        """The next bits behind ``p``."""
        cursor = self.cursor
        if width > WIDE:
            stop = f"p + {cursor.at + width}"
            here = cursor.bit()
            cursor.at += width
            return f"from_bytes(d[{here} >> 3:({stop} + 7) >> 3]) >> (-({stop}) & 7) & {(1 << width) - 1}"
        if cursor.window is None or cursor.at + width > cursor.window[1] + cursor.window[2]:
            name, place = self.fresh(), self.fresh()
            self.line(f"{place} = {cursor.bit()} >> 3")
            shift = f"({cursor.bit()} & 7)"
            if width > WINDOW:
                self.line(f"{name} = from_bytes(d[{place}:{place} + 4]) << {shift}")
                cursor.window = (name, cursor.at, WIDE, 32)
            else:
                self.line(f"{name} = (d[{place}] << 8 | d[{place} + 1]) << {shift}")
                cursor.window = (name, cursor.at, WINDOW, 16)
        name, first, _, total = cursor.window
        shift_static = total - (cursor.at - first) - width
        cursor.at += width
        return f"{name} >> {shift_static} & {(1 << width) - 1}"

    def align(self) -> None:
        """Go to the next octet boundary; from there on whole octets count.

        Padding that is not zero is left to the nodes: it breaks no syntax.
        """
        cursor = self.cursor
        if cursor.base == "p":
            self.line(f"i = p + {cursor.at + 7} >> 3")
            self.padding(f"d[i - 1] & PADDING[{cursor.bit()} & 7]")
            self.cursor = Cursor("i")
        elif cursor.at & 7:
            last = cursor.at >> 3
            held = cursor.octets.get(last) or f"d[{cursor.octet(last)}]"
            self.padding(f"{held} & {255 >> (cursor.at & 7)}")
            cursor.at += -cursor.at & 7

    def place(self) -> str:
        """An expression for the number of the octet at which the cursor stands, aligned."""
        return self.cursor.octet(self.cursor.at >> 3)

    def octets(self, count: str | int) -> str:
        """So many octets from an octet boundary, as an expression that is good until the next statement."""
        cursor = self.cursor
        here = self.place()
        if isinstance(count, int):
            cursor.at += 8 * count
            return f"d[{here}:{self.place()}]"
        self.cursor = Cursor("i")
        return f"d[{here}:(i := {here} + {count})]"

    def jump(self, octet: str) -> None:
        """Go to the octet of that number."""
        self.line(f"i = {octet}")
        self.cursor = Cursor("i")

    def settle(self) -> None:
        """Make the base that of the cursor, up to the bits of an octet."""
        target = Cursor("p") if self.cursor.base == "p" else Cursor("i", self.cursor.at & 7)
        self.go(target)

    def go(self, target: Cursor) -> None:
        """Make the base and distance those of ``target``, which is the same place."""
        for line in self.cursor.moved(target):
            self.line(line)
        self.cursor = Cursor(target.base, target.at)

    @contextmanager
    def branch(self, head: str, branches: list[Branch]) -> Iterator[None]:
        """A block that begins where the cursor is; it goes on as ``join`` has it."""
        before = self.cursor.copy()
        with self.block(head):
            yield
            branches.append((len(self.lines), self.depth, self.cursor))
        # ``pass`` was put where nothing else was: the branch's own statements go before it.
        self.cursor = before

    def either(self, condition: str, read: Read, otherwise: Read, closing: bool) -> str:
        """What one of two ways to read gives; behind both the octet boundary if ``closing``."""
        value = self.fresh()
        branches: list[Branch] = []
        for head, way in ((f"if {condition}:", read), ("else:", otherwise)):
            with self.branch(head, branches):
                self.line(f"{value} = {way()}")
                if closing:
                    self.align()
        self.join(branches)
        return value

    def join(self, branches: list[Branch]) -> None:
        """Bring all branches to one place."""
        target = common([cursor for _, _, cursor in branches])
        for line, depth, cursor in reversed(branches):
            self.insert(line, depth, cursor.moved(target))
        self.cursor = Cursor(target.base, target.at)
