"""A session lives until its manager ends it (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6)."""

from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check

SILENT_S = 30.0
"""Seconds in which nothing is said; no clause says how long a manager may be silent."""
CLAUSE = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-6"


@provider_case("O1-SESSION-108", "A silent session lives on", CLAUSE, tags=("session", "slow"))
async def lives_on(manager: Manager) -> None:
    """Nothing is said on a session for half a minute; then it is asked for something, and answers."""
    name = manager.here
    await manager.pause(SILENT_S)
    requirement = f"A session lives until its manager ends it ({CLAUSE})"
    actual = f"the element has ended it within {SILENT_S:g} s"
    check(name in manager.standing, requirement, expected="a session that lives", actual=actual)
    await manager.done(NOTHING, requirement, session=name)


@provider_case("O1-SESSION-109", "Others that end do not end a session", CLAUSE, tags=("session",))
async def outlives(manager: Manager) -> None:
    """Sessions come and go, in order and cut off; the first one serves on."""
    name = manager.here
    for how in ("shutdown", "abort", "shutdown"):
        other = await manager.connect()
        await manager.close(other, how=how)
    requirement = f"A session lives until its manager ends it ({CLAUSE})"
    await manager.pause(1.0)
    check(name in manager.standing, requirement, expected="a session that lives", actual="the element has ended it")
    await manager.done(NOTHING, requirement, session=name)
