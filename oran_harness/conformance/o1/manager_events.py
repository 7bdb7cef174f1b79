"""A manager and notifications (RFC 5277; O-RAN.WG4 MP 6.7)."""

from oran_harness.conformance.o1.answers import proper
from oran_harness.conformance.o1.manager_case import manager_case
from oran_harness.conformance.o1.manager_edits import INTERVAL_S, supervises
from oran_harness.conformance.o1.manager_hello import goes_on
from oran_harness.conformance.o1.manager_options import parameter
from oran_harness.conformance.o1.provoking import (
    READ,
    SETTLING_S,
    SUBSCRIBE,
    SUBSCRIBED,
    SUBSCRIBING,
    provoked,
    settled,
    still_manages,
    takes,
)
from oran_harness.conformance.preambles import FRESH
from oran_harness.model import Level
from oran_harness.protocols.netconf import NOTIFICATION, Rpc, speaking
from oran_harness.protocols.netconf.event_time import read_time
from oran_harness.steps.managed_element import ManagedElement
from oran_harness.steps.outcome import check, not_applicable

TAGS = ("notification",)
NEEDS = (SUBSCRIBED, READ)
SUPERVISION = "urn:o-ran:supervision:1.0"
SUPERVISED = f"{SUPERVISION}?module=o-ran-supervision&revision=2021-12-05"
SIGN = f'<supervision-notification xmlns="{SUPERVISION}"/>'.encode()
RESET = "supervision-watchdog-reset"
EVENT = b'<happened xmlns="urn:oran-harness:example"><what>something</what></happened>'
GUARD_S = 10
MANY = 100
GOES_ON = "Notifications come between rpcs and replies as they happen (RFC 5277 2.2, 6.1)"


@manager_case("O1-NOTIF-201", "A create-subscription is a proper one", "RFC 5277 2.1.1", needs=(SUBSCRIBED,), tags=TAGS)
async def subscribes_properly(element: ManagedElement) -> None:
    """The manager subscribes: in the namespace of RFC 5277, with times that have a zone."""
    rpc = await subscription(element)
    proper(element, "An rpc is what RFC 6241 4.1 and its schema say")
    if rpc.name == "create-subscription":
        requirement = "create-subscription is an operation of RFC 5277, with its parameters (RFC 5277 2.1.1)"
        check(rpc.namespace == NOTIFICATION, requirement, expected=NOTIFICATION, actual=rpc.namespace or "in none")
        for name in ("startTime", "stopTime"):
            given = parameter(rpc, name)
            time = None if given is None else read_time(given)
            known = given is None or (time is not None and time.tzinfo is not None)
            check(known, requirement, expected=f"a {name} with a time zone", actual=str(given))
        alone = parameter(rpc, "stopTime") is not None and parameter(rpc, "startTime") is None
        check(not alone, requirement, expected="a stopTime with a startTime only", actual="a stopTime alone")
    await element.answer(rpc)


@manager_case(
    "O1-NOTIF-202", "A notification between an rpc and its reply", "RFC 5277 2.2, 6.1", needs=NEEDS, tags=TAGS
)
async def takes_between(element: ManagedElement) -> None:
    """The manager has subscribed and asks for something: a notification comes before the reply."""
    await subscribed(element)

    async def speak(rpc: Rpc) -> None:
        name = element.last_session
        await element.notify(EVENT, session=name)
        await element.reply(element.proper(rpc, name), session=name)

    await takes(element, speak, GOES_ON)


@manager_case(
    "O1-NOTIF-203", "A notification of what nobody knows", "RFC 5277 4", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def takes_unknown(element: ManagedElement) -> None:
    """The element tells of an event of a module that the manager does not know; the session goes on."""
    await subscribed(element)
    await settled(element)
    await element.notify(EVENT)

    await goes_on(element, "A subscriber gets whatever happens, be it unknown to it (RFC 5277 2.2)")


@manager_case(
    "O1-NOTIF-204", "A hundred notifications at once", "RFC 5277 2.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def takes_many(element: ManagedElement) -> None:
    """A hundred events happen at once; the session goes on."""
    await subscribed(element)
    await settled(element)
    for n in range(MANY):
        await element.notify(EVENT, after=n)

    await goes_on(element, "Notifications come as fast as things happen (RFC 5277 2.2)")


@manager_case(
    "O1-NOTIF-205",
    "A notification that is broken",
    "RFC 5277 4",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=(*TAGS, "negative"),
)
async def survives_broken(element: ManagedElement) -> None:
    """A notification has no eventTime, and one an eventTime of words: the manager manages on."""
    await subscribed(element)
    event = EVENT.decode()
    for time in ("", "<eventTime>noon</eventTime>"):
        broken = f'<notification xmlns="{NOTIFICATION}">{time}{event}</notification>'.encode()
        await element.say(broken, injected=True)
    await still_manages(element, "A broken notification does not keep a manager from managing")


@manager_case(
    "O1-SUPER-201",
    "The watchdog is answered",
    "O-RAN.WG4 MP 6.7",
    level=Level.SHOULD,
    needs=(FRESH, SUBSCRIBED),
    tags=(*TAGS, "supervision", "F41"),
)
async def answers_watchdog(element: ManagedElement) -> None:
    """The element supervises: the manager, who has asked for that, answers its notification in time."""
    await supervised(element)
    await sign_answered(element, INTERVAL_S + GUARD_S)


@manager_case(
    "O1-SUPER-202",
    "The watchdog is answered again and again",
    "O-RAN.WG4 MP 6.7",
    level=Level.SHOULD,
    needs=(FRESH, SUBSCRIBED),
    tags=(*TAGS, "supervision"),
)
async def keeps_answering(element: ManagedElement) -> None:
    """Five notifications of supervision come, one after the other: each is answered."""
    await supervised(element)
    for _ in range(5):
        await sign_answered(element, INTERVAL_S + GUARD_S)


@manager_case(
    "O1-SUPER-203",
    "A reset of the watchdog has proper values",
    "O-RAN.WG4 MP 6.7",
    needs=(FRESH, SUBSCRIBED),
    tags=(*TAGS, "supervision"),
)
async def resets_properly(element: ManagedElement) -> None:
    """What the manager sets interval and guard time to are whole numbers of seconds, in the module's namespace."""
    await supervised(element)
    rpc = await sign_answered(element, INTERVAL_S + GUARD_S)
    requirement = "supervision-watchdog-reset is an operation of o-ran-supervision (O-RAN.WG4 MP 6.7)"
    check(rpc.namespace == SUPERVISION, requirement, expected=SUPERVISION, actual=rpc.namespace or "no namespace")
    for name in ("supervision-notification-interval", "guard-timer-overhead"):
        given = parameter(rpc, name)
        known = given is None or (given.isascii() and given.isdecimal() and int(given) <= 65535)
        check(known, requirement, expected=f"a {name} of up to 65535 seconds", actual=str(given))


async def subscription(element: ManagedElement, **arguments: str) -> Rpc:
    """Have the SUT subscribe; its rpc."""
    return await provoked(element, SUBSCRIBE, *SUBSCRIBING, **arguments)


async def subscribed(element: ManagedElement) -> None:
    """Have the SUT subscribe, and agree."""
    await element.answer(await subscription(element))
    await element.pause(SETTLING_S)


async def supervised(element: ManagedElement) -> None:
    """Say hello as an O-RU does, and let the SUT subscribe to supervision; one that wants none is none for the case."""
    await element.greet(capabilities=(*element.capabilities, SUPERVISED))
    rpc = await subscription(element, stream="supervision-notification")
    await element.ok(rpc)
    text = rpc.octets.decode("utf-8", "replace")
    if not supervises([rpc]) and "supervision-notification" not in text:
        raise not_applicable(f"the {element.sut} does not ask for notifications of supervision")


async def sign_answered(element: ManagedElement, within: float) -> Rpc:
    """Give a sign of life, and wait for the SUT's."""
    await element.notify(SIGN)
    rpc = await element.expect(
        Rpc,
        where=lambda each: each.name == RESET,
        within=within,
        requirement="A manager that supervises resets the watchdog before interval and guard time are over "
        "(O-RAN.WG4 MP 6.7)",
    )
    told = f'<next-update-at xmlns="{SUPERVISION}">2026-10-01T12:01:00Z</next-update-at>'
    await element.reply(speaking.reply(rpc, told.encode()))
    return rpc
