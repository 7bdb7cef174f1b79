"""How the cases with an o1-provider under test are declared."""

from collections.abc import Callable

from oran_harness.conformance.declare import case
from oran_harness.model import Level, Role
from oran_harness.steps.case import Body


def provider_case(
    id: str,
    title: str,
    clause: str,
    *,
    level: Level = Level.MUST,
    needs: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> Callable[[Body], Body]:
    """Declare the decorated coroutine function as a case of O1 with a managed element under test."""
    return case(
        id=id, title=title, clause=clause, level=level, under_test=Role.O1_PROVIDER, needs=needs, tags=tags, suite="o1"
    )
