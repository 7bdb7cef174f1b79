"""Where a generated decoder reads, as far as that is known when it is generated."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Cursor:
    """So many bits behind a base.

    The base is the octet ``i`` or the bit ``p``, both local variables, or the first octet, which needs no variable
    (``start``). ``octets`` names variables that hold octets, by their distance from an octet base; ``window`` is a
    variable that holds bits behind ``p``: its name, its first bit, how many of them count, and its width.
    """

    base: str
    at: int = 0
    octets: dict[int, str] = field(default_factory=dict)
    window: tuple[str, int, int, int] | None = None

    def copy(self) -> "Cursor":
        """The same place."""
        return Cursor(self.base, self.at, self.octets.copy(), self.window)

    @property
    def entry(self) -> "Entry":
        """What is known of the place without regard to whole octets."""
        return None if self.base == "p" else self.at & 7

    def octet(self, distance: int) -> str:
        """An expression for the number of the octet that is so far from the base."""
        if self.base == "start":
            return str(distance)
        return f"i + {distance}" if distance else "i"

    def bit(self) -> str:
        """An expression for the number of the bit at which the cursor stands."""
        if self.base == "p":
            return f"p + {self.at}" if self.at else "p"
        if self.base == "start":
            return str(self.at)
        return f"i * 8 + {self.at}" if self.at else "i * 8"

    def moved(self, target: "Cursor") -> list[str]:
        """Statements that make the target's base and distance those of the same place."""
        if target.base == "p":
            if self.base == "p":
                return [f"p += {self.at - target.at}"] if self.at != target.at else []
            here = Cursor(self.base, self.at - target.at)
            return [f"p = {here.bit()}"]
        octets = (self.at - target.at) >> 3
        if self.base == "start":
            return [f"i = {octets}"] if target.base == "i" else []
        return [f"i += {octets}"] if octets else []


Entry = int | None
"""The bit within an octet at which a value begins or ends, None where only a run tells."""


def common(cursors: list[Cursor]) -> Cursor:
    """The place that several branches can agree on; what they know of octets is forgotten."""
    entries = {cursor.entry for cursor in cursors}
    if len(entries) > 1 or None in entries:
        return Cursor("p")
    at = min(cursor.at for cursor in cursors)
    alike = all(cursor.base == "start" and cursor.at == at for cursor in cursors)
    return Cursor("start" if alike else "i", at)
