"""What is compiled together: functions of generated text, and the objects that they name."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from types import CodeType
from typing import Any

from oran_harness.codec.asn1.generated.later import Later

Compile = Callable[[str], CodeType]


class Unit:
    """A module in the making.

    Objects that text cannot hold (record classes, tables, nodes) are globals of it, named in the order in which they
    are met: equal schemas give equal text. Decoders that are ``lax`` do not look at padding.
    """

    def __init__(self, given: Mapping[str, Any], lax: bool = False) -> None:
        self.lax = lax
        self.names: dict[int, str] = {}
        self.globals: dict[str, Any] = dict(given)
        self.functions: list[str] = []
        self.count = itertools.count(1)

    def constant(self, value: Any) -> str:
        """The name under which the functions find an object."""
        name = self.names.get(id(value))
        if name is None:
            name = self.names[id(value)] = f"C{len(self.names)}"
            self.globals[name] = value
        return name

    def function_name(self) -> str:
        """A name for one more function."""
        return f"f{next(self.count)}"

    def function(self, head: str, lines: Sequence[str]) -> None:
        """Add a function."""
        self.functions.append("\n".join((head, *lines)))

    def run(self, name: str, compiled: Compile) -> Any:
        """Compile the text; returns the function of that name."""
        exec(compiled("\n".join(self.functions)), self.globals)
        for each, value in tuple(self.globals.items()):
            if isinstance(value, Later):
                value.stand_in(self.globals, each)
        return self.globals[name]
