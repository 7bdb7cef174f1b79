"""A manager uses what an element advertises, and nothing else (RFC 6241 8; RFC 6243)."""

from collections.abc import Callable

from oran_harness.codec.xml import local_name
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.manager_rpcs import within
from oran_harness.conformance.o1.provoking import (
    EDIT,
    EDITED,
    GET,
    READ,
    SUBSCRIBE,
    SUBSCRIBED,
    SUBSCRIBING,
    advertised,
    done_with,
)
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE, Rpc
from oran_harness.protocols.netconf.capabilities import capability
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check

TAGS = ("capabilities",)
NEEDS = (FRESH, EDITED)
WORDS = "what an element does not advertise cannot be asked of it"
WITH_DEFAULTS = "with-defaults"
COMMITTING = ("commit", "discard-changes", "cancel-commit")


@manager_case(
    "O1-OPTION-201",
    "Without :candidate nothing is asked of it",
    "RFC 6241 8.3",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def spares_candidate(element: ManagedElement) -> None:
    """The element has no candidate: the manager edits running, and commits nothing."""
    await element.greet(capabilities=advertised(element, "candidate", "confirmed-commit"))
    asked = await done_with(element, EDIT, "edit-config")
    demand(element, ":candidate", asked, lambda rpc: rpc.name in COMMITTING or uses(rpc, "candidate"))


@manager_case(
    "O1-OPTION-202",
    "Without :writable-running running is not edited",
    "RFC 6241 8.2",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def spares_running(element: ManagedElement) -> None:
    """Running can be changed by commits alone: the manager edits the candidate."""
    await element.greet(capabilities=advertised(element, "writable-running"))
    asked = await done_with(element, EDIT, "edit-config")
    demand(
        element,
        ":writable-running",
        asked,
        lambda rpc: rpc.name == "edit-config" and "running" in within(rpc, "target"),
    )


@manager_case(
    "O1-OPTION-203",
    "Without :validate nothing is validated",
    "RFC 6241 7.2, 8.6",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def spares_validation(element: ManagedElement) -> None:
    """The element does not validate: the manager asks for no validation, and for no test-option."""
    await element.greet(capabilities=advertised(element, "validate"))
    asked = await done_with(element, EDIT, "edit-config")
    demand(element, ":validate", asked, lambda rpc: rpc.name == "validate" or parameter(rpc, "test-option") is not None)


@manager_case(
    "O1-OPTION-204",
    "Without :rollback-on-error it is not asked for",
    "RFC 6241 7.2, 8.5",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def spares_rollback(element: ManagedElement) -> None:
    """The element does not roll back: no error-option asks for it."""
    await element.greet(capabilities=advertised(element, "rollback-on-error"))
    asked = await done_with(element, EDIT, "edit-config")
    demand(element, ":rollback-on-error", asked, lambda rpc: parameter(rpc, "error-option") == "rollback-on-error")


@manager_case(
    "O1-OPTION-205",
    "Without :confirmed-commit commits are plain",
    "RFC 6241 8.4",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def spares_confirmation(element: ManagedElement) -> None:
    """The element has no confirmed commit: the manager commits plainly, and declines to confirm when it is to."""
    await element.greet(capabilities=advertised(element, "confirmed-commit"))
    await done_with(element, EDIT, "edit-config")
    asked = await done_with(element, EDIT, "edit-config", declinable=True, confirmed=True)
    names = ("confirmed", "confirm-timeout", "persist", "persist-id")
    demand(element, ":confirmed-commit", asked, lambda rpc: any(parameter(rpc, name) is not None for name in names))


@manager_case(
    "O1-OPTION-206", "Without :startup there is no startup", "RFC 6241 8.7", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def spares_startup(element: ManagedElement) -> None:
    """The element has no startup: the manager copies nothing to it, and locks it not."""
    await element.greet(capabilities=advertised(element, "startup"))
    asked = await done_with(element, EDIT, "edit-config")
    demand(element, ":startup", asked, lambda rpc: uses(rpc, "startup"))


@manager_case(
    "O1-OPTION-207",
    "Without :xpath filters are subtrees",
    "RFC 6241 8.9",
    level=Level.SHOULD,
    needs=(FRESH, READ),
    tags=TAGS,
)
async def spares_xpath(element: ManagedElement) -> None:
    """The element does not know XPath: no filter is of that type."""
    await element.greet(capabilities=advertised(element, "xpath"))
    asked = await done_with(element, GET)
    demand(element, ":xpath", asked, lambda rpc: filter_type(rpc) == "xpath")


@manager_case(
    "O1-OPTION-208", "Without :url nothing is fetched", "RFC 6241 8.8", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def spares_url(element: ManagedElement) -> None:
    """The element fetches nothing: no source, target or content of the manager's edit is a URL."""
    await element.greet()
    asked = await done_with(element, EDIT, "edit-config")
    demand(element, ":url", asked, lambda rpc: uses(rpc, "url") or parameter(rpc, "url") is not None)


@manager_case(
    "O1-OPTION-209",
    "Without notifications nothing is subscribed to",
    "RFC 5277 2.1, 3.1",
    level=Level.SHOULD,
    needs=(FRESH, SUBSCRIBED),
    tags=(*TAGS, "notification"),
)
async def spares_notifications(element: ManagedElement) -> None:
    """The element has no notifications: the manager declines to subscribe, and asks for no subscription."""
    gone = advertised(element, "notification", "interleave")
    await element.greet(capabilities=[uri for uri in gone if "notification" not in uri])
    proposed = await element.propose(SUBSCRIBE)
    if not proposed.declined:
        await element.pause(1.0)
    demand(element, ":notification", element.asked(), lambda rpc: rpc.name in SUBSCRIBING)


@manager_case(
    "O1-DEFAULTS-201",
    "Without :with-defaults no mode is asked for",
    "RFC 6243 4",
    level=Level.SHOULD,
    needs=(FRESH, READ),
    tags=(*TAGS, "defaults"),
)
async def spares_defaults(element: ManagedElement) -> None:
    """The element does not know with-defaults: the manager reads without."""
    await element.greet(capabilities=advertised(element, WITH_DEFAULTS))
    asked = await done_with(element, GET)
    demand(element, ":with-defaults", asked, lambda rpc: parameter(rpc, WITH_DEFAULTS) is not None)


@manager_case(
    "O1-DEFAULTS-202",
    "Modes that are not advertised are not asked for",
    "RFC 6243 4.3",
    level=Level.SHOULD,
    needs=(FRESH, READ),
    tags=(*TAGS, "defaults"),
)
async def spares_modes(element: ManagedElement) -> None:
    """The element has the mode explicit alone: the manager asks for that, or for none."""
    plain = f"{CAPABILITIES[WITH_DEFAULTS]}?basic-mode=explicit"
    given = [plain if capability(uri).base == CAPABILITIES[WITH_DEFAULTS] else uri for uri in element.capabilities]
    await element.greet(capabilities=given)
    asked = await done_with(element, GET)
    demand(
        element,
        "that mode of :with-defaults",
        asked,
        lambda rpc: parameter(rpc, WITH_DEFAULTS) not in (None, "explicit"),
    )


def demand(element: ManagedElement, what: str, asked: list[Rpc], offends: Callable[[Rpc], bool]) -> None:
    """Fail the case if an rpc uses what is not advertised."""
    found = next((rpc for rpc in asked if offends(rpc)), None)
    actual = "" if found is None else f"{found.name} ({', '.join(used(found))})"
    requirement = (
        f"A manager uses what the element's hello advertises, and {what} is not among it: {WORDS} (RFC 6241 8)"
    )
    check(found is None, requirement, expected=f"no rpc that needs {what}", actual=actual)


def uses(rpc: Rpc, name: str) -> bool:
    """Whether an operation has that datastore, or a URL, as its source or target."""
    return name in within(rpc, "source") or name in within(rpc, "target")


def used(rpc: Rpc) -> list[str]:
    """The parameters of an operation, by name."""
    return [] if rpc.operation is None else [local_name(each.tag) for each in rpc.operation.iterchildren("*")]


def parameter(rpc: Rpc, name: str) -> str | None:
    """The text of a parameter, empty where it has none; None if it is not given."""
    found = None if rpc.operation is None else rpc.operation.find(f"{{*}}{name}")
    return None if found is None else (found.text or "").strip()


def filter_type(rpc: Rpc) -> str | None:
    """The type of a filter; None where there is none."""
    found = None if rpc.operation is None else rpc.operation.find("{*}filter")
    return None if found is None else found.get("type", found.get(f"{{{BASE}}}type", "subtree"))
