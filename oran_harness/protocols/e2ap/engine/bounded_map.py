"""A mapping that forgets its oldest entries."""

from collections.abc import Hashable, Iterator, MutableMapping
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class BoundedMap(MutableMapping[_Key, _Value]):
    """A mapping of at most ``limit`` entries, oldest first; one too many pushes the oldest out.

    An entry that is set again keeps its age. ``overflowed`` tells whether anything was ever pushed out: what is not
    found may then have been forgotten.
    """

    __slots__ = ("_entries", "limit", "overflowed")

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.overflowed = False
        self._entries: dict[_Key, _Value] = {}

    def __getitem__(self, key: _Key) -> _Value:
        return self._entries[key]

    def __setitem__(self, key: _Key, value: _Value) -> None:
        self._entries[key] = value
        if len(self._entries) > self.limit:
            del self._entries[next(iter(self._entries))]
            self.overflowed = True

    def __delitem__(self, key: _Key) -> None:
        del self._entries[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def get_or_none(self, key: _Key) -> _Value | None:
        """The value of a key, None if there is none."""
        return self._entries.get(key)

    def copy(self) -> "BoundedMap[_Key, _Value]":
        """A mapping of its own with the same entries."""
        twin: BoundedMap[_Key, _Value] = BoundedMap(self.limit)
        twin.overflowed = self.overflowed
        twin._entries = dict(self._entries)
        return twin
