"""Whether each asked item is answered, once, and no other."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

_Item = TypeVar("_Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Tally(Generic[_Item]):
    """What a comparison of asked and answered items found, each in the order of the messages."""

    unanswered: tuple[_Item, ...]
    unasked: tuple[_Item, ...]
    repeated: tuple[_Item, ...]


def tally(asked: Iterable[_Item], *answered: Iterable[_Item]) -> Tally[_Item]:
    """Compare what was asked with all lists of an answer; an item asked twice may be answered twice."""
    wanted = Counter(iter(asked))
    given: Counter[_Item] = Counter()
    for items in answered:
        given.update(iter(items))
    return Tally(
        unanswered=tuple(item for item in wanted if item not in given),
        unasked=tuple(item for item in given if item not in wanted),
        repeated=tuple(item for item, count in given.items() if count > max(1, wanted.get(item, 0))),
    )


def present(items: Iterable[_Item | None] | None, *members: str) -> tuple[_Item, ...]:
    """The items of a list that may be absent, without those that could not be read, or lack one of ``members``."""
    return tuple(
        item
        for item in items or ()
        if item is not None and all(getattr(item, member, None) is not None for member in members)
    )
