"""What a manager makes of rpc-errors (RFC 6241 4.3, 7.2, 8.3)."""

from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.provoking import (
    EDIT,
    EDITED,
    GET_SCHEMA,
    QUIET_S,
    READ,
    SCHEMA,
    SUBSCRIBE,
    SUBSCRIBED,
    SUBSCRIBING,
    advertised,
    provoked,
    takes,
)
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import BASE, Rpc, speaking
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, not_applicable

TAGS = ("error", "negative")
STEPS = ("lock", "edit-config", "validate", "commit")
MOST_STEPS = 20
GOES_ON = "A session goes on after an rpc-error (RFC 6241 4.3)"


@manager_case(
    "O1-ERROR-201", "A session goes on after an rpc-error", "RFC 6241 4.3", level=Level.SHOULD, needs=(READ,), tags=TAGS
)
async def goes_on(element: ManagedElement) -> None:
    """What the manager wants to read is refused; it keeps the session, and asks again when it is to."""

    async def speak(rpc: Rpc) -> None:
        await element.refuse(rpc, "resource-denied", message="not now")

    await takes(element, speak, GOES_ON)


@manager_case(
    "O1-ERROR-202",
    "An rpc-error with all that there can be",
    "RFC 6241 4.3",
    level=Level.SHOULD,
    needs=(READ,),
    tags=TAGS,
)
async def takes_all(element: ManagedElement) -> None:
    """Two errors come at once, with app-tag, path, messages in two languages and an info of a vendor."""
    error = (
        "<rpc-error><error-type>application</error-type><error-tag>operation-failed</error-tag>"
        "<error-severity>error</error-severity><error-app-tag>too-many-elements</error-app-tag>"
        '<error-path xmlns:t="urn:oran-harness:example">/t:top/t:list[t:name="a&amp;b"]</error-path>'
        '<error-message xml:lang="cs">\u017dlu\u0165ou\u010dk\u00fd k\u016f\u0148</error-message>'
        '<error-info><t:reason xmlns:t="urn:oran-harness:example">none</t:reason></error-info></rpc-error>'
    )
    content = f'<e xmlns="{BASE}">{error * 2}</e>'.encode()

    async def speak(rpc: Rpc) -> None:
        errors = content[content.index(b">") + 1 : content.rindex(b"</")].replace(
            b"<rpc-error>", f'<rpc-error xmlns="{BASE}">'.encode()
        )
        await element.reply(speaking.reply(rpc, errors))

    await takes(element, speak, GOES_ON)


@manager_case(
    "O1-ERROR-203",
    "A refused edit is not committed",
    "RFC 6241 4.3, 8.3",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=TAGS,
)
async def commits_nothing_refused(element: ManagedElement) -> None:
    """The candidate's edit-config is refused: no commit follows, for nothing is there that was accepted."""
    await element.greet(capabilities=advertised(element, "writable-running"))
    rpc = await up_to(element, "edit-config")
    await element.refuse(rpc, "invalid-value", message="no such value")
    await never(element, "commit", "An rpc-error means that the operation is not done (RFC 6241 4.3)")


@manager_case(
    "O1-ERROR-204",
    "What is not valid is not committed",
    "RFC 6241 4.3, 8.6",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=TAGS,
)
async def commits_nothing_invalid(element: ManagedElement) -> None:
    """The manager validates the candidate, and is told that it is not valid: no commit follows."""
    await element.greet(capabilities=advertised(element, "writable-running"))
    rpc = await up_to(element, "validate", "commit")
    if rpc.name == "commit":
        raise not_applicable(f"the {element.sut} commits without validating, as it may")
    await element.refuse(rpc, "operation-failed", message="not valid")
    await never(element, "commit", "An rpc-error means that the operation is not done (RFC 6241 4.3)")


@manager_case(
    "O1-ERROR-205",
    "A refused commit leaves no candidate behind",
    "RFC 6241 8.3.4.2",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=TAGS,
)
async def gives_up(element: ManagedElement) -> None:
    """The commit is refused: the manager discards what it has put into the candidate, tries again, or leaves."""
    await element.greet(capabilities=advertised(element, "writable-running"))
    rpc = await up_to(element, "commit")
    name = element.last_session
    await element.refuse(rpc, "operation-failed", message="not now")
    asked = await rest(element)
    requirement = (
        "A candidate that is not committed is given up, so that it is not committed by others (RFC 6241 8.3.4.2)"
    )
    cleared = {"discard-changes", "commit", "copy-config", "close-session"} & set(asked) or name not in element.standing
    check(bool(cleared), requirement, expected="discard-changes", actual=", ".join(asked) or "nothing more")


@manager_case(
    "O1-ERROR-206",
    "What is locked by others is not edited",
    "O-RAN.WG4 MP 9.1.5",
    level=Level.SHOULD,
    needs=(FRESH, EDITED),
    tags=("lock", *TAGS),
)
async def respects_locks(element: ManagedElement) -> None:
    """The lock is denied as another session has it: the manager does not edit that datastore."""
    await element.greet()
    rpc = await up_to(element, "lock", "edit-config")
    if rpc.name != "lock":
        raise not_applicable(f"the {element.sut} edits without a lock")
    denied = (
        f'<rpc-error xmlns="{BASE}"><error-type>protocol</error-type><error-tag>lock-denied</error-tag>'
        "<error-severity>error</error-severity><error-info><session-id>99</session-id></error-info></rpc-error>"
    )
    await element.reply(speaking.reply(rpc, denied.encode()))
    await never(element, "edit-config", "What another session has locked is left alone (O-RAN.WG4 MP 9.1.5)")


@manager_case(
    "O1-ERROR-207",
    "A subscription that is refused",
    "RFC 5277 2.1.1",
    level=Level.SHOULD,
    needs=(SUBSCRIBED,),
    tags=("notification", *TAGS),
)
async def lives_without(element: ManagedElement) -> None:
    """The element refuses a subscription; the session goes on."""
    rpc = await provoked(element, SUBSCRIBE, *SUBSCRIBING)
    await element.refuse(rpc, "operation-failed", message="no such stream")
    await still_up(element)


@manager_case(
    "O1-SCHEMA-202",
    "A module that cannot be had",
    "RFC 6022 3.1",
    level=Level.SHOULD,
    needs=(SCHEMA,),
    tags=("schema", *TAGS),
)
async def lives_without_schema(element: ManagedElement) -> None:
    """The element refuses a get-schema; the session goes on."""
    rpc = await provoked(element, GET_SCHEMA, "get-schema")
    await element.refuse(rpc, "invalid-value", message="there is no such schema")
    await still_up(element)


async def still_up(element: ManagedElement) -> None:
    """The session that was heard last stands a while later, or was closed as sessions are."""
    name = element.last_session
    closed = await element.hear(Rpc, where=lambda rpc: rpc.name == "close-session", within=QUIET_S)
    check(closed is not None or name in element.standing, GOES_ON, expected="the session goes on", actual="its end")


async def up_to(element: ManagedElement, *names: str) -> Rpc:
    """Have the SUT edit, and answer properly what it asks before the first rpc of these names, which is given."""
    rpc = await provoked(element, EDIT)
    for _ in range(MOST_STEPS):
        if rpc.name in names:
            return rpc
        await element.answer(rpc)
        rpc = await element.request()
    raise not_applicable(f"the {element.sut} does not ask for {' or '.join(names)}")


async def rest(element: ManagedElement) -> list[str]:
    """Answer all that still comes; the names of it."""
    names: list[str] = []
    for _ in range(MOST_STEPS):
        rpc = await element.hear(Rpc, within=2 * QUIET_S)
        if rpc is None:
            break
        names.append(rpc.name)
        await element.answer(rpc)
    return names


async def never(element: ManagedElement, name: str, requirement: str) -> None:
    """What still comes is answered; fail the case if it is of that name."""
    names = await rest(element)
    check(name not in names, requirement, expected=f"no {name}", actual=", ".join(names))
