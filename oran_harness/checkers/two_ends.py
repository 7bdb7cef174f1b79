"""What everything that is followed between two ends has in common: who they are, and how far it came."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from oran_harness.model import Event, EventKind, Role


@dataclass(slots=True, eq=False)
class OneEnd:
    """One end: ``name`` is how the history names it, ``role`` what it is, None until known."""

    name: str
    role: Role | None = None
    messages: int = 0


_E = TypeVar("_E", bound=OneEnd)


@dataclass(slots=True, eq=False)
class TwoEnds(Generic[_E]):
    """An association of two ends, whatever is said on it, as far as it was followed."""

    id: str
    first: _E
    second: _E
    messages: int = field(default=0, kw_only=True)
    decoded: int = field(default=0, kw_only=True)
    closing: Event | None = field(default=None, kw_only=True)
    ended: bool = field(default=False, kw_only=True)

    @property
    def closer(self) -> _E | None:
        """The end that began to shut the association down, None while none has."""
        return self.end(self.closing.source) if self.closing is not None else None

    def ended_by(self, event: Event) -> _E | None:
        """The end by which an event ends it, None if that is not known."""
        if self.closer is None and event.kind is not EventKind.NOTE and event.source is not None:
            return self.end(event.source)
        return self.closer

    @property
    def ends(self) -> tuple[_E, _E]:
        """Both ends."""
        return self.first, self.second

    def end(self, name: str | None) -> _E:
        """The end of that name; the first for a name that is neither's."""
        return self.second if name == self.second.name else self.first

    def other(self, end: _E) -> _E:
        """The far end."""
        return self.first if end is self.second else self.second

    def with_role(self, role: Role) -> _E | None:
        """The end in that role, None if not known."""
        return next((end for end in self.ends if end.role is role), None)
