"""What the element says of itself: /netconf-state (RFC 6022), and its YANG library (RFC 8525, RFC 7895)."""

from oran_harness.codec.xml import Element
from oran_harness.conformance.o1.answers import every, text
from oran_harness.conformance.o1.element_modules import (
    LIBRARY_1_0,
    LIBRARY_1_1,
    in_hello,
    in_library,
    libraries,
    library,
)
from oran_harness.conformance.o1.filters import netconf_state
from oran_harness.conformance.o1.locks import take
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import LIBRARY, MONITORING, NOTHING, close_session
from oran_harness.model import Level
from oran_harness.protocols.netconf import Side, capability
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable

TAGS = ("state",)
OF_LIBRARY = ("library",)
MOST_LOOKS = 5
"""How often, with a second between, is looked whether a counter has grown."""


@provider_case("O1-STATE-101", "The capabilities are those of the hello", "RFC 6022 2.1.1", tags=TAGS)
async def tells_capabilities(manager: Manager) -> None:
    """Each capability of the hello is in /netconf-state/capabilities."""
    listed = every(await netconf_state(manager, "<capabilities/>"), "capabilities/capability", MONITORING)
    there = {capability((each.text or "").strip()).base for each in listed}
    hello = manager.session().hello(Side.SERVER)
    missing = [] if hello is None else [each.base for each in hello.capabilities.all if each.base not in there]
    requirement = "The capabilities in /netconf-state are all those of the hello (RFC 6022 2.1.1)"
    check(not missing, requirement, expected="all of them", actual=f"without {', '.join(missing[:3])}")


@provider_case("O1-STATE-102", "Each session is listed while it is there", "RFC 6022 2.1.4", tags=TAGS)
async def tells_sessions(manager: Manager) -> None:
    """Two sessions are listed by their numbers; the second is not any more after it is closed."""
    first = manager.here
    second = await manager.connect()
    numbers = [str(manager.session(name).session_id) for name in (first, second)]
    requirement = "/netconf-state/sessions lists the sessions that there are (RFC 6022 2.1.4)"
    listed = await sessions(manager)
    for number in numbers:
        check(number in listed, requirement, expected=f"session {number}", actual=", ".join(listed) or "none")
    check(len(set(listed)) == len(listed), requirement, expected="each session once", actual=", ".join(listed))
    await manager.ask(close_session(), session=second)
    await manager.ending(second, requirement="After the ok the element closes the transport (RFC 6241 7.8)")
    listed = await sessions(manager)
    check(numbers[1] not in listed, requirement, expected=f"no session {numbers[1]} after its end", actual="listed")


async def sessions(manager: Manager) -> list[str]:
    """The numbers of the sessions that the element lists."""
    found = every(await netconf_state(manager, "<sessions/>"), "sessions/session", MONITORING)
    return [text(each, "session-id") for each in found]


@provider_case("O1-STATE-103", "Running is listed, and who has locked it", "RFC 6022 2.1.2", tags=TAGS)
async def tells_locks(manager: Manager) -> None:
    """Running is among the datastores; when it is locked, the holder is told, and not any more afterwards."""
    requirement = "/netconf-state/datastores lists running with its global lock (RFC 6022 2.1.2)"
    await take(manager)
    number = str(manager.session().session_id)
    running = await running_of(manager)
    check(running is not None, requirement, expected="running", actual="not listed")
    assert running is not None
    holder = text(running, "locks/global-lock/locked-by-session")
    check(holder == number, requirement, expected=f"locked by session {number}", actual=holder or "not locked")
    await manager.connect()
    running = await running_of(manager)
    holder = "" if running is None else text(running, "locks/global-lock/locked-by-session")
    check(holder == number, requirement, expected=f"locked by session {number}", actual=holder or "not locked")


async def running_of(manager: Manager) -> Element | None:
    """What the element tells of running."""
    found = every(await netconf_state(manager, "<datastores/>"), "datastores/datastore", MONITORING)
    return next((each for each in found if text(each, "name").rpartition(":")[2] == "running"), None)


@provider_case("O1-STATE-104", "Requests are counted", "RFC 6022 2.1.5", level=Level.SHOULD, tags=TAGS)
async def counts(manager: Manager) -> None:
    """Between two looks at the statistics are five rpcs: in-rpcs has grown by five at least, or does so soon."""
    before = await in_rpcs(manager)
    for _ in range(5):
        await manager.ask(NOTHING)
    expected, after = before + 5, await in_rpcs(manager)
    for _ in range(MOST_LOOKS):
        if after >= expected:
            return
        # No clause says how old a number may be. What we ask meanwhile is to be counted, too.
        await manager.pause(1.0)
        expected, after = expected + 1, await in_rpcs(manager)
    requirement = "/netconf-state/statistics counts the rpcs that were received (RFC 6022 2.1.5)"
    check(after >= expected, requirement, expected=f"{expected} or more", actual=str(after))


async def in_rpcs(manager: Manager) -> int:
    """How many rpcs the element says it has received; ``skip`` where it does not say."""
    said = text(await netconf_state(manager, "<statistics/>"), "statistics/in-rpcs")
    if not said.isdecimal():
        raise not_applicable(f"the {manager.sut} does not count rpcs")
    return int(said)


@provider_case(
    "O1-LIBRARY-101",
    "The YANG library is advertised and there",
    "RFC 7950 5.6.4; RFC 8526 2; RFC 8525 3; O-RAN.WG10 O1 6.1.2, REQ-GNC-FUN-4",
    tags=OF_LIBRARY,
)
async def has_library(manager: Manager) -> None:
    """The hello names the capability yang-library; its content-id, or module-set-id, is that of the library."""
    hello = manager.session().hello(Side.SERVER)
    assert hello is not None
    named = [hello.capabilities.by_base[uri] for uri in (LIBRARY_1_1, LIBRARY_1_0) if uri in hello.capabilities]
    requirement = "An element with modules of YANG 1.1 advertises its YANG library (RFC 7950 5.6.4)"
    check(bool(named), requirement, expected=f"{LIBRARY_1_1} or 1.0", actual="neither")
    await read(manager)
    ids = {text(each, name) for each in await libraries(manager) for name in ("content-id", "module-set-id")} - {""}
    said = {each.parameters.get(name, "") for each in named for name in ("content-id", "module-set-id")} - {""}
    requirement = "The capability yang-library has the id of the library as it is (RFC 7950 5.6.4, RFC 8526 2)"
    same = bool(said & ids)
    check(same, requirement, expected=" or ".join(sorted(ids)) or "an id", actual=" or ".join(sorted(said)) or "none")


@provider_case("O1-LIBRARY-102", "The modules of the hello are in the YANG library", "RFC 7950 5.6.4", tags=OF_LIBRARY)
async def agrees(manager: Manager) -> None:
    """Each module that the hello announces is in the library, in the same revision and namespace."""
    found = in_library(await read(manager))
    requirement = "Hello and YANG library tell of the same modules (RFC 7950 5.6.4, RFC 8525 3)"
    for each in in_hello(manager).values():
        same = [other for other in found if other.name == each.name]
        check(bool(same), requirement, expected=f"{each.name} in the library", actual="not there")
        revisions = {other.revision for other in same}
        fits = not each.revision or each.revision in revisions
        check(fits, requirement, expected=f"{each.name}@{each.revision}", actual=", ".join(sorted(revisions)))
        spaces = {other.namespace for other in same}
        fits = each.namespace in spaces
        check(fits, requirement, expected=f"{each.namespace} for {each.name}", actual=", ".join(sorted(spaces)))


@provider_case(
    "O1-LIBRARY-103", "Hello and YANG library agree on features", "RFC 6020 5.6.4; RFC 8525 2", tags=OF_LIBRARY
)
async def agrees_on_features(manager: Manager) -> None:
    """The features of each module are the same in both."""
    by_name = {each.name: each for each in in_library(await read(manager)) if each.implemented}
    requirement = "Hello and YANG library tell of the same features (RFC 6020 5.6.4, RFC 8525 2)"
    for each in in_hello(manager).values():
        other = by_name.get(each.name)
        if other is not None:
            more, less = other.features - each.features, each.features - other.features
            actual = f"only in the library: {sorted(more)}; only in the hello: {sorted(less)}"
            check(not more and not less, requirement, expected=f"the same of {each.name}", actual=actual)


@provider_case("O1-LIBRARY-104", "The YANG library is whole", "RFC 8525 3", tags=OF_LIBRARY)
async def is_whole(manager: Manager) -> None:
    """Running is among the datastores, its schema is there, and so are the sets of modules that this names."""
    found = await read(manager)
    if not every(found, "datastore", LIBRARY):
        raise not_applicable("a YANG library of RFC 7895 tells of no datastores")
    requirement = "Datastores name schemas, and schemas sets of modules, that are in the library (RFC 8525 3)"
    schemas = {text(each, "name"): each for each in every(found, "schema", LIBRARY)}
    sets = {text(each, "name") for each in every(found, "module-set", LIBRARY)}
    stores = {
        text(each, "name").rpartition(":")[2]: text(each, "schema") for each in every(found, "datastore", LIBRARY)
    }
    check("running" in stores, requirement, expected="running", actual=", ".join(sorted(stores)) or "none")
    for store, schema in stores.items():
        check(
            schema in schemas,
            requirement,
            expected=f"the schema {schema} of {store}",
            actual=", ".join(schemas) or "none",
        )
        for each in every(schemas[schema], "module-set", LIBRARY):
            name = (each.text or "").strip()
            check(
                name in sets, requirement, expected=f"the module-set {name}", actual=", ".join(sorted(sets)) or "none"
            )


@provider_case("O1-LIBRARY-105", "One id, one YANG library", "RFC 8525 3", tags=OF_LIBRARY)
async def stays(manager: Manager) -> None:
    """Two sessions, one after the other, read the same id: then they read the same modules, too.

    An id may change though the library does not: nobody is blamed for that.
    """
    first = await read(manager)
    await manager.close()
    await manager.connect()
    second = await read(manager)
    requirement = "The id of the library changes when the library does (RFC 8525 3)"
    ids = [text(each, "content-id") or text(each, "module-set-id") for each in (first, second)]
    if ids[0] != ids[1]:
        return
    before, after = ({(each.name, each.revision) for each in in_library(found)} for found in (first, second))
    unlike = ", ".join(sorted(name for name, _ in before ^ after))
    check(
        before == after, requirement, expected=f"another id than {ids[0]}", actual=f"that id, and not alike: {unlike}"
    )


async def read(manager: Manager) -> Element:
    """The YANG library; ``skip`` where there is none that we may read."""
    found = await library(manager)
    if found is None:
        raise not_applicable(f"the {manager.sut} has no YANG library that we may read")
    return found
