"""How the cases with an o1-manager under test are declared."""

from collections.abc import Callable

from oran_harness.conformance.declare import case
from oran_harness.model import Level, Role
from oran_harness.steps.case import Body


def manager_case(
    id: str,
    title: str,
    clause: str,
    *,
    level: Level = Level.MUST,
    needs: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> Callable[[Body], Body]:
    """Declare the decorated coroutine function as a case of O1 with a manager under test."""
    return case(
        id=id, title=title, clause=clause, level=level, under_test=Role.O1_MANAGER, needs=needs, tags=tags, suite="o1"
    )
