"""Modules of YANG 1.1 stand beside those of YANG 1 (O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-4)."""

import re

from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.schemas import delivered, demand_monitoring, implemented
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check

CLAUSE = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-4"
_VERSION = re.compile(r"^\s*yang-version\s+[\"']?([0-9.]+)[\"']?\s*;", re.MULTILINE)


@provider_case("O1-SCHEMA-110", "There are modules of YANG 1.1", f"{CLAUSE}; RFC 7950 7.1.2", tags=("schema",))
async def has_newer(manager: Manager) -> None:
    """Of the modules that the element says to have some are of YANG 1.1, as ietf-netconf-acm is (RFC 8341)."""
    await demand_monitoring(manager)
    versions = {}
    for each in await implemented(manager):
        found = _VERSION.search(await delivered(manager, each.name, each.revision))
        versions[each.name] = "1" if found is None else found[1]
    requirement = f"A managed element has YANG 1.1 beside YANG 1 ({CLAUSE})"
    newer = [name for name, version in versions.items() if version == "1.1"]
    check(bool(newer), requirement, expected="a module of YANG 1.1", actual=f"{len(versions)} modules of YANG 1")
