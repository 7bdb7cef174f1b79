"""Modules of YANG 1.1 stand beside those of YANG 1 (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-4)."""

import re

from oran_harness.conformance.o1.element_modules import LIBRARY_1_0, LIBRARY_1_1
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.schemas import delivered, demand_monitoring, implemented
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive

CLAUSE = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-4"
_VERSION = re.compile(r"^\s*yang-version\s+[\"']?([0-9.]+)[\"']?\s*;", re.MULTILINE)


@provider_case(
    "O1-SCHEMA-110", "Modules of YANG 1.1 are announced as such", f"{CLAUSE}; RFC 7950 5.6.4", tags=("schema",)
)
async def announces_newer(manager: Manager) -> None:
    """Of the modules of the element some are of YANG 1.1: its hello points to the YANG library that has them."""
    await demand_monitoring(manager)
    newer = []
    for each in await implemented(manager):
        found = _VERSION.search(await delivered(manager, each.name, each.revision))
        newer += [each.name] if found is not None and found[1] == "1.1" else []
    if not newer:
        raise inconclusive(
            f"no module of the {manager.sut} is of YANG 1.1, so that it is not seen whether it knows that"
        )
    announced = any(manager.has(uri) for uri in (LIBRARY_1_0, LIBRARY_1_1))
    requirement = f"An element has YANG 1.1 ({CLAUSE}), and its modules of it in a YANG library (RFC 7950 5.6.4)"
    actual = f"no such capability, and {len(newer)} modules of YANG 1.1, as {newer[0]}"
    check(announced, requirement, expected="the capability yang-library", actual=actual)
