"""Bits that a generated encoder has not yet written, as far as they are known when it is generated."""

from dataclasses import dataclass, field

Term = tuple[str, int]
"""An expression, and the bits that it takes."""


@dataclass(slots=True)
class Pending:
    """Bits behind the last octet boundary.

    If ``counted``, the first of them are in the variable ``a`` and their number is in ``c``; ``terms`` follow.
    """

    counted: bool = False
    terms: list[Term] = field(default_factory=list)

    def copy(self) -> "Pending":
        """The same bits."""
        return Pending(self.counted, self.terms.copy())

    @property
    def width(self) -> int:
        """How many bits the terms are."""
        return sum(width for _, width in self.terms)

    @property
    def entry(self) -> "Entry":
        """The number of bits, None where only a run tells."""
        return None if self.counted else self.width

    def held(self) -> list[str]:
        """Statements that put all bits into ``a``, and their number into ``c``."""
        width = self.width
        if not self.counted:
            return [f"a = {combined(self.terms)}; c = {width}"]
        if not self.terms:
            return []
        return [f"a = a << {width} | {combined(self.terms)}; c += {width}"]


Entry = int | None


def combined(terms: list[Term]) -> str:
    """One number of all bits."""
    shift = sum(width for _, width in terms)
    constant = 0
    found = []
    for expression, width in terms:
        shift -= width
        if expression.isdigit():
            constant |= int(expression) << shift
        else:
            found.append(f"{expression} << {shift}" if shift else expression)
    if constant or not found:
        found.append(str(constant))
    return " | ".join(found)


def common(states: list[Pending]) -> Pending:
    """What the bits of several branches can be brought to."""
    if all(state == states[0] for state in states):
        return states[0].copy()
    entries = {state.entry for state in states}
    if len(entries) > 1 or None in entries:
        return Pending(True)
    return Pending(False, [("a", width)] if (width := states[0].width) else [])


def brought(state: Pending, target: Pending) -> list[str]:
    """Statements that bring bits to ``target``."""
    if state == target:
        return []
    if target.counted:
        return state.held()
    if not target.terms:
        return []
    return [f"a = {combined(state.terms)}"]
