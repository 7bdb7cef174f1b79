"""The text of one generated function."""

from collections.abc import Iterator
from contextlib import contextmanager

from oran_harness.codec.asn1.generated.unit import Unit


class Text:
    """Lines, indented by the blocks that are open, and the names of local variables."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.lines: list[str] = []
        self.depth = 1
        self.names = 0

    def line(self, text: str) -> None:
        """Append one statement."""
        self.lines.append(f"{' ' * self.depth}{text}")

    def insert(self, place: int, depth: int, texts: list[str]) -> None:
        """Put statements before the line number ``place``."""
        self.lines[place:place] = [f"{' ' * depth}{text}" for text in texts]

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """What is appended meanwhile stands in a block of that head; one without a statement gets ``pass``."""
        self.line(head)
        start = len(self.lines)
        self.depth += 1
        yield
        if len(self.lines) == start:
            self.line("pass")
        self.depth -= 1

    def fresh(self) -> str:
        """A name that no other local variable has."""
        self.names += 1
        return f"v{self.names}"

    def keep(self, expression: str) -> str:
        """A name for the value that the expression has now."""
        if expression.isidentifier():
            return expression
        name = self.fresh()
        self.line(f"{name} = {expression}")
        return name
