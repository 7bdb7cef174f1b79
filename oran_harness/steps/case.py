"""A case as drivers perform it: what is declared of it, and its body."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.model.case import CaseDescription

Body = Callable[[Any], Awaitable[None]]
"""A case's body: it awaits steps of its participant and nothing else, and is a function of their results alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what is declared beside the body, and the body with all that comes before it (E2 Setup)."""

    description: CaseDescription
    body: Body
    module: str
    example: tuple[Any, ...] = ()
    """Of one example of a property: what makes it anew, in terms of JSON."""

    @property
    def id(self) -> str:
        """The case's stable id."""
        return self.description.id
