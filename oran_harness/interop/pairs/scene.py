"""A scene: one thing that two products are to do together, and how it is declared."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from oran_harness.interop.pairs.pair import Pair
from oran_harness.model import Level

Body = Callable[[Pair], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """What two products do, and are watched at.

    ``id`` is stable and never used again for anything else; ``purpose`` is for people. The body ends where all went
    well, or by ``SceneOver``.
    """

    id: str
    title: str
    clause: str
    purpose: str
    body: Body
    tags: tuple[str, ...] = ()
    level: Level = Level.MUST


def scene(*, id: str, title: str, clause: str, tags: tuple[str, ...] = ()) -> Callable[[Body], Scene]:
    """Declare a scene: the docstring of its body is its purpose."""

    def declare(body: Body) -> Scene:
        return Scene(id, title, clause, " ".join((inspect.getdoc(body) or "").split()), body, tags)

    return declare
