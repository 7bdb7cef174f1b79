"""Schemas: every one that is advertised can be had, and loads (RFC 6022; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-10)."""

import re

from oran_harness.codec.xml import local_name
from oran_harness.conformance.o1.answers import every, not_done, text, told
from oran_harness.conformance.o1.element_modules import Listed, in_hello, in_library, library
from oran_harness.conformance.o1.filters import schemas
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import MONITORING, get_schema
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable

O_RAN = "O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-10"
TAGS = ("schema", "F41")
NEGATIVE = ("schema", "negative")
MONITORING_NAME = "ietf-netconf-monitoring"
HEAD = re.compile(r"^\s*(?:sub)?module\s+[\"']?([A-Za-z_][\w.-]*)", re.MULTILINE)
Key = tuple[str, str]
"""The name and the revision of a module."""


@provider_case("O1-SCHEMA-101", "Every schema that is listed can be had", f"RFC 6022 3.1; {O_RAN}", tags=TAGS)
async def delivers_listed(manager: Manager) -> None:
    """Each schema of /netconf-state/schemas comes with get-schema, and is the one that was asked for."""
    for name, revision in await listed(manager):
        await delivered(manager, name, revision)


@provider_case("O1-SCHEMA-102", "Every module of the hello can be had", f"RFC 6022 3.1; {O_RAN}", tags=TAGS)
async def delivers_announced(manager: Manager) -> None:
    """Each module that the hello announces comes with get-schema."""
    announced = in_hello(manager)
    if not announced:
        raise not_applicable(f"the hello of the {manager.sut} announces no modules by name")
    await demand_monitoring(manager)
    for each in announced.values():
        await delivered(manager, each.name, each.revision)


@provider_case("O1-SCHEMA-103", "Every module of the YANG library can be had", f"RFC 6022 3.1; {O_RAN}", tags=TAGS)
async def delivers_library(manager: Manager) -> None:
    """Each module that the YANG library says to be implemented comes with get-schema."""
    await demand_monitoring(manager)
    for each in await implemented(manager):
        await delivered(manager, each.name, each.revision)


@provider_case("O1-SCHEMA-104", "The modules load", f"RFC 7950 5; {O_RAN}", tags=TAGS)
async def loads(manager: Manager) -> None:
    """All schemas are had and loaded together: those that are implemented, with what they import."""
    # libyang is loaded when it is needed.
    from oran_harness.codec.yang.loading import Delivered, first_flaw

    wanted = {each.name: each for each in await implemented(manager)}
    texts = []
    for name, revision in await listed(manager):
        module = wanted.get(name)
        of_it = module is not None and module.revision in ("", revision)
        features = tuple(module.features) if module is not None else ()
        texts.append(Delivered(name, revision, await delivered(manager, name, revision), of_it, features))
    flaw = first_flaw(texts)
    requirement = "The modules that an element has load together (RFC 7950 5)"
    check(
        flaw is None, requirement, expected="all of them load", actual="" if flaw is None else f"{flaw[0]}: {flaw[1]}"
    )


@provider_case("O1-SCHEMA-105", "A schema that there is not cannot be had", "RFC 6022 3.1", tags=NEGATIVE)
async def knows_schemas(manager: Manager) -> None:
    """get-schema names a module that there is not: the error-tag is invalid-value; some say operation-failed."""
    await demand_monitoring(manager)
    requirement = "get-schema of what there is not gets the error-tag invalid-value (RFC 6022 3.1)"
    await manager.refused(get_schema("oran-harness-unknown"), requirement, "invalid-value", "operation-failed")


@provider_case("O1-SCHEMA-106", "A version that there is not cannot be had", "RFC 6022 3.1", tags=NEGATIVE)
async def knows_versions(manager: Manager) -> None:
    """get-schema names a revision that a module does not have."""
    name, _ = (await listed(manager))[0]
    requirement = "get-schema of a version that there is not gets the error-tag invalid-value (RFC 6022 3.1)"
    await manager.refused(get_schema(name, "1066-10-14"), requirement, "invalid-value", "operation-failed")


@provider_case("O1-SCHEMA-107", "A schema can be had without version and format", "RFC 6022 3.1", tags=("schema",))
async def defaults(manager: Manager) -> None:
    """get-schema names only the module: it comes in yang, or is said not to be unique if there are several."""
    found = await listed(manager)
    name, revision = found[0]
    if len([each for each in found if each[0] == name]) > 1:
        raise not_applicable(f"the {manager.sut} has several versions of {name}")
    await delivered(manager, name, revision, ask_version=False)


@provider_case("O1-SCHEMA-108", "A format that there is not cannot be had", "RFC 6022 3.1", tags=NEGATIVE)
async def knows_formats(manager: Manager) -> None:
    """get-schema names a format that there is not."""
    name, revision = (await listed(manager))[0]
    requirement = "get-schema in a format that there is not gets an rpc-error (RFC 6022 3.1)"
    await not_done(manager, get_schema(name, revision, "oran-harness-unknown"), requirement)


@provider_case("O1-SCHEMA-109", "The element has ietf-netconf-monitoring", O_RAN, tags=("schema",))
async def has_monitoring(manager: Manager) -> None:
    """The hello or the YANG library names the module that get-schema and /netconf-state are of."""
    there = MONITORING_NAME in in_hello(manager) or manager.has(MONITORING)
    if not there:
        there = any(each.name == MONITORING_NAME for each in await implemented(manager))
    requirement = f"A managed element has {MONITORING_NAME} ({O_RAN})"
    check(there, requirement, expected=f"{MONITORING_NAME} in the hello or the YANG library", actual="in neither")


async def listed(manager: Manager) -> list[Key]:
    """Name and revision of each schema that get-schema gives in the format yang."""
    found = []
    for each in await schemas(manager, "<schemas/>"):
        locations = {(place.text or "").strip() for place in every(each, "location", MONITORING)}
        if text(each, "format").rpartition(":")[2] == "yang" and "NETCONF" in locations:
            found.append((text(each, "identifier"), text(each, "version")))
    if not found:
        raise not_applicable(f"the {manager.sut} lists no schemas in yang that we may read")
    return found


async def demand_monitoring(manager: Manager) -> None:
    """End the case as ``skip`` where get-schema cannot be expected: that is another case's matter."""
    await schemas(manager, "<schemas/>")


async def implemented(manager: Manager) -> list[Listed]:
    """The modules that the element implements: by its YANG library, else by its hello."""
    found = await library(manager)
    if found is None:
        return list(in_hello(manager).values())
    return [each for each in in_library(found) if each.implemented]


async def delivered(manager: Manager, name: str, revision: str, *, ask_version: bool = True) -> str:
    """The text of a module, by get-schema; fails the case unless it is that module in that revision."""
    what = f"{name}@{revision}" if revision else name
    requirement = f"Every schema that is advertised can be had with get-schema, here {what} (RFC 6022 3.1)"
    reply = await manager.done(get_schema(name, revision if ask_version and revision else None), requirement)
    content = next((each for each in reply.content if local_name(each.tag) == "data"), None)
    module = "" if content is None else "".join(content.itertext())
    check(bool(module.strip()), requirement, expected="the text of the module", actual=told(reply))
    # Words of a comment may stand where the name of the module does.
    found = HEAD.findall(module)
    check(name in found, requirement, expected=name, actual=found[0] if found else "no module")
    check(revision in module, requirement, expected=f"the revision {revision}", actual="another one")
    return module
