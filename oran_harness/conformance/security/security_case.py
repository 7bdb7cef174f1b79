"""How the security cases are declared, and what they share."""

from collections.abc import Callable

from oran_harness.conformance.declare import case
from oran_harness.model import Level, Role
from oran_harness.steps.case import Body

STS = "O-RAN.WG11 STS R004-v09.00"
"""The security test specification; its clauses have other numbers in other editions."""


def security_case(
    id: str,
    title: str,
    clause: str,
    *,
    needs: tuple[str, ...],
    level: Level = Level.MUST,
    tags: tuple[str, ...] = (),
    under_test: Role = Role.O1_PROVIDER,
) -> Callable[[Body], Body]:
    """Declare the decorated coroutine function as a security case, of a managed element unless told."""
    return case(
        id=id,
        title=title,
        clause=clause,
        level=level,
        under_test=under_test,
        needs=needs,
        tags=("security", *tags),
        suite="security",
    )
