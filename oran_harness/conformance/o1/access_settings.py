"""Which access rules an element has from the first: O-RAN's settings and groups (O-RAN.WG11 SRS 5.2.2.3)."""

from oran_harness.conformance.o1.access_rules import WRITES, AccessRules, o1_rules
from oran_harness.conformance.o1.element_modules import in_hello, in_library, library
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive, not_applicable

TAGS = ("nacm",)
SRS = "O-RAN.WG11 SRS 5.2.2.3"
STS = "O-RAN.WG11 STS 11.3.3.2"
MODULE = "ietf-netconf-acm"
DEMANDED = ("O1_nacm_management", "O1_network_management", "O1_network_monitoring")
"""The groups that every element has; the others depend on its having local users, or on its being a PNF."""


@provider_case("O1-NACM-101", "The element has access control", f"{SRS}, REQ-NAC-FUN-1; RFC 8341 3", tags=TAGS)
async def has_module(manager: Manager) -> None:
    """ietf-netconf-acm is among the modules of the element."""
    found = await library(manager)
    names = {*in_hello(manager)} | {each.name for each in ([] if found is None else in_library(found))}
    if not names:
        raise inconclusive("neither the hello nor a YANG library that we may read names the modules of the element")
    requirement = f"A managed element has NACM ({SRS}, REQ-NAC-FUN-1)"
    check(MODULE in names, requirement, expected=MODULE, actual=f"{len(names)} modules without it")


@provider_case("O1-NACM-102", "Access control is on", f"{SRS}, table 5.2.2.3-1; {STS}", tags=TAGS)
async def is_on(manager: Manager) -> None:
    """enable-nacm is true."""
    await expect_setting(manager, "enable-nacm", "true")


@provider_case("O1-NACM-103", "Who may not write does not", f"{SRS}, table 5.2.2.3-1; {STS}", tags=TAGS)
async def denies_writing(manager: Manager) -> None:
    """write-default is deny."""
    await expect_setting(manager, "write-default", "deny")


@provider_case("O1-NACM-104", "Who may not ask does not", f"{SRS}, table 5.2.2.3-1; {STS}", tags=TAGS)
async def denies_executing(manager: Manager) -> None:
    """exec-default is deny, other than RFC 8341 has it."""
    await expect_setting(manager, "exec-default", "deny")


@provider_case("O1-NACM-105", "What nobody speaks of is read, or is not", f"{SRS}, table 5.2.2.3-1; {STS}", tags=TAGS)
async def decides_reading(manager: Manager) -> None:
    """read-default is deny, as the requirements say, or permit, as their test says: both are right, and noted."""
    rules = await o1_rules(manager)
    value = rules.setting("read-default")
    if value is None:
        raise not_applicable("the user that we are cannot read read-default")
    requirement = f"read-default is deny ({SRS}) or permit ({STS})"
    check(value in ("deny", "permit"), requirement, expected="deny or permit", actual=value)
    await manager.heading(f"read-default is {value}, as {SRS if value == 'deny' else STS} has it")


@provider_case("O1-NACM-106", "Groups may come from elsewhere", f"{SRS}, table 5.2.2.3-1; {STS}", tags=TAGS)
async def takes_groups(manager: Manager) -> None:
    """enable-external-groups is true."""
    await expect_setting(manager, "enable-external-groups", "true")


async def expect_setting(manager: Manager, name: str, wanted: str) -> None:
    """Fail the case unless a global setting of access control has a value."""
    rules = await o1_rules(manager)
    value = rules.setting(name)
    if value is None:
        raise not_applicable(f"the user that we are cannot read {name}")
    if not rules.whole and value != wanted:
        raise inconclusive(f"{name} is not reported, and the element does not report default values when asked to")
    check(value == wanted, f"{name} is {wanted} ({SRS}, table 5.2.2.3-1)", expected=wanted, actual=value)


@provider_case("O1-NACM-107", "O-RAN's groups are there", f"{SRS}, REQ-NAC-FUN-4 to REQ-NAC-FUN-8; {STS}", tags=TAGS)
async def has_groups(manager: Manager) -> None:
    """The groups that do not depend on what the element is are defined, or have rules."""
    groups = (await o1_rules(manager)).groups()
    requirement = f"A managed element has O-RAN's groups ({SRS}, REQ-NAC-FUN-4, -6, -7)"
    missing = [name for name in DEMANDED if name not in groups]
    actual = f"without {', '.join(missing)}"
    check(not missing, requirement, expected=", ".join(DEMANDED), actual=actual)


@provider_case("O1-NACM-108", "Who manages access may write its rules", f"{SRS}, REQ-NAC-FUN-4; {STS}", tags=TAGS)
async def manages_access(manager: Manager) -> None:
    """O1_nacm_management may read and write /nacm; the global settings alone may be kept from it."""
    rules = await with_group(manager, "O1_nacm_management")
    for access in ("read", *WRITES):
        said = rules.decision("O1_nacm_management", MODULE, access)
        default = rules.setting("read-default" if access == "read" else "write-default")
        denied = said == "deny" or (said == "default" and default == "deny")
        requirement = f"O1_nacm_management reads and writes /nacm ({SRS}, REQ-NAC-FUN-4)"
        check(not denied, requirement, expected=f"{access} of {MODULE} permitted", actual=f"{access} is denied")


@provider_case("O1-NACM-109", "Who manages the network leaves access", f"{SRS}, REQ-NAC-FUN-6, -7; {STS}", tags=TAGS)
async def leaves_access(manager: Manager) -> None:
    """No rule lets O1_network_management or O1_network_monitoring write /nacm, or read it."""
    rules = await o1_rules(manager)
    for group in {"O1_network_management", "O1_network_monitoring"} & rules.groups():
        for access in ("read", *WRITES):
            said = rules.decision(group, MODULE, access)
            requirement = f"{group} has no access to /nacm ({SRS}, REQ-NAC-FUN-6, REQ-NAC-FUN-7)"
            check(said != "permit", requirement, expected=f"{access} of {MODULE} not permitted", actual="permitted")


@provider_case("O1-NACM-110", "Who watches does not write", f"{SRS}, REQ-NAC-FUN-7; {STS}", tags=TAGS)
async def only_watches(manager: Manager) -> None:
    """No rule lets O1_network_monitoring create, update or delete anything."""
    rules = await with_group(manager, "O1_network_monitoring")
    found = next(rules.write_permits("O1_network_monitoring"), None)
    actual = "" if found is None else f"{found.operations} of module {found.module} permitted"
    requirement = f"O1_network_monitoring reads, and writes nothing ({SRS}, REQ-NAC-FUN-7)"
    check(found is None, requirement, expected="no rule that permits writing", actual=actual)


async def with_group(manager: Manager, name: str) -> AccessRules:
    """The access rules; ``skip`` unless they know that group."""
    rules = await o1_rules(manager)
    if name not in rules.groups():
        raise not_applicable(f"the element has no group {name}")
    return rules
