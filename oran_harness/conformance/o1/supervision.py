"""The watchdog between an element and its managers (O-RAN.WG4 MP 6.7, 14.1).

A case that lets a watchdog run off keeps another one alive: an O-RU that nobody supervises any more stops its radio,
and resets itself.
"""

from datetime import datetime

from oran_harness.codec.xml import local_name
from oran_harness.conformance.o1.answers import demand_permission, permitted, told
from oran_harness.conformance.o1.dynamic_subscriptions import demand_dynamic, on
from oran_harness.conformance.o1.element_modules import Listed, in_hello, in_library, library
from oran_harness.conformance.o1.group import put_back
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, operation, subtree
from oran_harness.conformance.o1.subscribing import Tells, streams, subscribe
from oran_harness.model import Level
from oran_harness.protocols.netconf import Notification, RpcReply
from oran_harness.protocols.netconf.event_time import read_time
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import CaseOutcome, check, inconclusive, unsupported

FAILURE = "O-RAN.WG4 MP 6.7, 14.1.1"
TERMINATION = "O-RAN.WG4 MP 6.7, 9.1.7.3"
NEEDS = ("capability:notification",)
TAGS = ("supervision", "F41")
SLOW = (*TAGS, "slow")
NAMES = ("o-ran-supervision", "oran-harness-supervision")
SPACES = ("urn:o-ran:supervision:1.0", "urn:oran-harness:yang:supervision")
"""The module of the M-plane, and ours in its shape."""
STREAM = SIGN = "supervision-notification"
INTERVAL_S, GUARD_S = 5, 3
"""What the watchdogs of cases run with."""
USUAL_INTERVAL_S, USUAL_GUARD_S = 60, 10
SLACK_S = 3.0
"""How much later an element may be; no clause says."""
EARLY_S = 0.5
_ANSWERS = "supervision-watchdog-reset is done at any time (O-RAN.WG4 MP 6.7)"
_SIGNS = "A sign of life comes at the latest when the notification timer expires (O-RAN.WG4 MP 6.7)"
_LIVES = "A session whose watchdog is reset in time lives on (O-RAN.WG4 MP 6.7, 14.1)"


async def watchdog(manager: Manager) -> str:
    """The namespace of the watchdog's module; ``unsupported`` where there is none."""
    found = await library(manager)
    modules: list[Listed] = [*in_hello(manager).values(), *([] if found is None else in_library(found))]
    spaces = [each.namespace for each in modules if each.name in NAMES or each.namespace in SPACES]
    if not spaces:
        raise unsupported(f"the {manager.sut} does not have the module {NAMES[0]}")
    return spaces[0]


def reset(space: str, interval: object = INTERVAL_S, guard: object = GUARD_S) -> bytes:
    """The manager lives; both timers run with these seconds from now."""
    values = f"<supervision-notification-interval>{interval}</supervision-notification-interval>"
    return operation(
        "supervision-watchdog-reset", f"{values}<guard-timer-overhead>{guard}</guard-timer-overhead>", space
    )


async def supervised(manager: Manager, space: str) -> str:
    """A session of its own that signs of life come on; its name."""
    known = await streams(manager)
    name = await manager.connect()
    if STREAM in known:
        return await subscribe(manager, name, stream=STREAM)
    return await subscribe(manager, name, filter=subtree(f'<{SIGN} xmlns="{space}"/>'))


async def kept(manager: Manager, space: str, session: str, interval: int, guard: int) -> RpcReply:
    """Reset the watchdog of a session."""
    check(session in manager.standing, _LIVES, expected="a session", actual="the element has ended it")
    reply = await manager.ask(reset(space, interval, guard), session=session, requirement=_ANSWERS)
    demand_permission(reply)
    if reply.refused and (interval, guard) != (USUAL_INTERVAL_S, USUAL_GUARD_S):
        again = await manager.ask(reset(space, USUAL_INTERVAL_S, USUAL_GUARD_S), session=session)
        if not again.refused:
            raise inconclusive(f"the {manager.sut} takes no interval of {interval} s: {told(reply)}")
    check(not reply.refused, _ANSWERS, expected="no rpc-error", actual=told(reply))
    return reply


async def let_go(manager: Manager, space: str, session: str) -> None:
    """The usual times hold again."""
    await put_back(manager, reset(space, USUAL_INTERVAL_S, USUAL_GUARD_S), session)


@provider_case("O1-SUPERVISION-101", "The watchdog answers", "O-RAN.WG4 MP 6.7", needs=NEEDS, tags=TAGS)
async def answers(manager: Manager) -> None:
    """A supervised session resets the watchdog, three times without waiting for a sign of life: each is done."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    for _ in range(3):
        await kept(manager, space, name, USUAL_INTERVAL_S, USUAL_GUARD_S)


@provider_case(
    "O1-SUPERVISION-102",
    "The watchdog tells when it comes next",
    "O-RAN.WG4 MP 6.7",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def tells_next(manager: Manager) -> None:
    """next-update-at is a time with its zone, and later after a reset with a longer interval."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    soon = next_of(await kept(manager, space, name, INTERVAL_S, GUARD_S))
    late = next_of(await kept(manager, space, name, USUAL_INTERVAL_S, USUAL_GUARD_S))
    requirement = "next-update-at is when the next sign of life comes at the latest (O-RAN.WG4 MP 6.7)"
    apart = (late - soon).total_seconds()
    expected = f"{USUAL_INTERVAL_S - INTERVAL_S} s later with an interval that is as much longer"
    check(apart > 0, requirement, expected=expected, actual=f"{soon.isoformat()}, then {late.isoformat()}")


def next_of(reply: RpcReply) -> datetime:
    """The time that a reply to a reset tells."""
    found = next((each for each in reply.content if local_name(each.tag) == "next-update-at"), None)
    requirement = "The answer to supervision-watchdog-reset has next-update-at (O-RAN.WG4 MP 6.7)"
    text = "" if found is None else (found.text or "").strip()
    time = read_time(text)
    right = time is not None and time.tzinfo is not None
    check(right, requirement, expected="a date and time with a zone", actual=text or "none")
    assert time is not None
    return time


@provider_case("O1-SUPERVISION-103", "The sign of life comes", "O-RAN.WG4 MP 6.7", needs=NEEDS, tags=SLOW)
async def signs(manager: Manager) -> None:
    """A watchdog is reset with a short interval: the sign of life comes by then, and again after the next reset."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    for _ in range(2):
        await kept(manager, space, name, INTERVAL_S, GUARD_S)
        await sign(manager, name)
    await let_go(manager, space, name)


async def sign(manager: Manager, session: str) -> None:
    """Wait for a sign of life."""
    within = INTERVAL_S + SLACK_S
    await manager.expect(Notification, where=Tells(SIGN), association=session, within=within, requirement=_SIGNS)


@provider_case("O1-SUPERVISION-104", "New times hold at once", "O-RAN.WG4 MP 6.7", needs=NEEDS, tags=SLOW)
async def takes_times(manager: Manager) -> None:
    """A watchdog that runs with a minute is reset with some seconds: the sign of life comes after these."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    await kept(manager, space, name, USUAL_INTERVAL_S, USUAL_GUARD_S)
    await kept(manager, space, name, INTERVAL_S, GUARD_S)
    await sign(manager, name)
    await let_go(manager, space, name)


@provider_case("O1-SUPERVISION-105", "Who resets the watchdog is kept", FAILURE, needs=NEEDS, tags=SLOW)
async def keeps(manager: Manager) -> None:
    """A watchdog is reset each time that its interval is over, for longer than it runs: the session lives."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    for _ in range(4):
        await kept(manager, space, name, INTERVAL_S, GUARD_S)
        await manager.pause(INTERVAL_S)
    await kept(manager, space, name, USUAL_INTERVAL_S, USUAL_GUARD_S)


@provider_case("O1-SUPERVISION-106", "Who does not is given up", FAILURE, needs=NEEDS, tags=SLOW)
async def gives_up(manager: Manager) -> None:
    """Of two supervised sessions one does not reset any more: it is ended, not before its time, and the other lives."""
    space = await watchdog(manager)
    other = await supervised(manager, space)
    await kept(manager, space, other, USUAL_INTERVAL_S, USUAL_GUARD_S)
    name = await supervised(manager, space)
    await kept(manager, space, name, INTERVAL_S, GUARD_S)
    assert manager.last is not None
    began, shortest = manager.last.t, INTERVAL_S + GUARD_S
    requirement = "A session whose supervision timer expires is ended by the element (O-RAN.WG4 MP 6.7, 14.1.1)"
    # When the timer begins is left to the element: with the reset, or with the sign of life after it.
    ended = await manager.ending(name, within=shortest + INTERVAL_S + SLACK_S, requirement=requirement)
    requirement = "A session is not given up before interval and guard time are over (O-RAN.WG4 MP 6.7)"
    after = ended.t - began
    check(after >= shortest - EARLY_S, requirement, expected=f"{shortest} s or more", actual=f"after {after:.1f} s")
    await kept(manager, space, other, USUAL_INTERVAL_S, USUAL_GUARD_S)


@provider_case("O1-SUPERVISION-107", "A watchdog ends with its subscription", TERMINATION, needs=NEEDS, tags=SLOW)
async def ends(manager: Manager) -> None:
    """The subscription to the signs of life is deleted: the session lives on without a reset."""
    space = await watchdog(manager)
    await demand_dynamic(manager)
    other = await supervised(manager, space)
    await kept(manager, space, other, USUAL_INTERVAL_S, USUAL_GUARD_S)
    known = await streams(manager)
    name = await manager.connect()
    number = await established(manager, name, STREAM if STREAM in known else "NETCONF", space)
    await kept(manager, space, name, INTERVAL_S, GUARD_S)
    await permitted(
        manager, on("delete-subscription", number), "An own subscription is deleted (RFC 8639 2.4.4)", session=name
    )
    requirement = "Without a subscription to the signs of life nobody is supervised (O-RAN.WG4 MP 6.7, 9.1.7.3)"
    try:
        await manager.pause(INTERVAL_S + GUARD_S + SLACK_S)
        check(name in manager.standing, requirement, expected="a session that lives", actual="the element has ended it")
        await manager.done(NOTHING, requirement, session=name)
    except CaseOutcome:
        await let_go(manager, space, other)
        raise
    await let_go(manager, space, other)


async def established(manager: Manager, session: str, stream: str, space: str) -> int:
    """A subscription of RFC 8639 to the signs of life; its id."""
    wanted = f'<stream-subtree-filter><{SIGN} xmlns="{space}"/></stream-subtree-filter>'
    asked = operation(
        "establish-subscription",
        f"<stream>{stream}</stream>{wanted}",
        "urn:ietf:params:xml:ns:yang:ietf-subscribed-notifications",
    )
    reply = await permitted(manager, asked, "establish-subscription is done (RFC 8639 2.4.2)", session=session)
    found = next((each.text or "" for each in reply.content if local_name(each.tag) == "id"), "")
    if not found.strip().isdecimal():
        raise inconclusive(f"the subscription has no id: {told(reply)}")
    return int(found)


@provider_case(
    "O1-SUPERVISION-108",
    "The watchdog takes numbers only",
    "O-RAN.WG4 MP 6.7; RFC 7950 8.3.1",
    needs=NEEDS,
    tags=(*TAGS, "negative"),
)
async def takes_numbers(manager: Manager) -> None:
    """The interval is a word: refused with invalid-value."""
    space = await watchdog(manager)
    name = await supervised(manager, space)
    requirement = "A value that is not of its type is refused with invalid-value (RFC 7950 8.3.1)"
    await manager.refused(reset(space, "soon"), requirement, "invalid-value", "bad-element", session=name)
