"""What an element tells, and when (RFC 5277 2.2, RFC 6470)."""

from datetime import datetime

from oran_harness.conformance.o1.answers import every, proper, text
from oran_harness.conformance.o1.edits import ACM, ALICE, ONE
from oran_harness.conformance.o1.group import group_edit
from oran_harness.conformance.o1.playground import Ground, by_every_route
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import MONITORING, get, kill_session, state
from oran_harness.conformance.o1.subscribing import (
    CHANGE,
    END,
    EVENTS,
    START,
    about,
    demand_events,
    event_of,
    newcomer,
    only,
    part,
    silent,
    subscribe,
    told,
)
from oran_harness.model import Level
from oran_harness.protocols.netconf import Notification
from oran_harness.protocols.netconf.event_time import read_time
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive, not_applicable

NEEDS = ("capability:notification",)
TAGS = ("notification", "events")
CLOCKS_APART_S = 300.0
"""How far an element's clock may be from ours: one in local time is off by a quarter of an hour or more."""
_TELLS_START = "A session that begins is told of with its session-id (RFC 6470 2)"
_TELLS_END = "A session that ends is told of with its session-id and the reason (RFC 6470 2)"
_TIMED = "A notification begins with the time of the event, with its time zone (RFC 5277 2.2.1, RFC 3339 5.6)"


@provider_case("O1-NOTIF-121", "The begin of a session is told", "RFC 6470 2", needs=NEEDS, tags=TAGS)
async def tells_start(manager: Manager) -> None:
    """A session is subscribed, another one begins: netconf-session-start has its session-id and user."""
    await demand_events(manager)
    name = await subscribe(manager)
    number = await newcomer(manager)
    found = await told(manager, name, START, _TELLS_START, of=number)
    proper(manager, _TIMED)
    named = found.content is not None and bool(every(found.content, "username", EVENTS))
    check(named, _TELLS_START, expected="a username", actual="none")


@provider_case("O1-NOTIF-122", "The end of a session is told", "RFC 6470 2", needs=NEEDS, tags=TAGS)
async def tells_end(manager: Manager) -> None:
    """A session is closed: netconf-session-end has its session-id and the reason closed."""
    await demand_events(manager)
    name = await subscribe(manager)
    number = await newcomer(manager)
    by_element = await part(manager)
    found = await told(manager, name, END, _TELLS_END, of=number)
    reason = "" if found.content is None else text(found.content, "termination-reason")
    # Where its transport was left to us, it may have been over only with that.
    right = reason == "closed" or (bool(reason) and not by_element)
    check(right, _TELLS_END, expected="termination-reason closed", actual=reason or "none")


@provider_case("O1-NOTIF-123", "A session that is killed is told of", "RFC 6470 2", needs=NEEDS, tags=TAGS)
async def tells_kill(manager: Manager) -> None:
    """A session is killed by another: netconf-session-end has the reason killed, and who did it."""
    await demand_events(manager)
    killer = manager.here
    by = manager.session(killer).session_id
    assert by is not None
    name = await subscribe(manager, await manager.connect())
    number = await newcomer(manager)
    reply = await manager.ask(kill_session(number), session=killer)
    if reply.refused:
        raise not_applicable("the user that we are may not kill sessions")
    found = await told(manager, name, END, _TELLS_END, of=number)
    reason = "" if found.content is None else text(found.content, "termination-reason")
    check(reason == "killed", _TELLS_END, expected="termination-reason killed", actual=reason or "none")
    about(found, "killed-by", by, _TELLS_END)


@provider_case("O1-NOTIF-124", "A change of the configuration is told", "RFC 6470 2", needs=NEEDS, tags=TAGS)
@by_every_route
async def tells_change(ground: Ground) -> None:
    """A group is made: netconf-config-change names who made it, and leads to the place."""
    manager = ground.manager
    await demand_events(manager)
    number = manager.session(ground.session).session_id
    name = await subscribe(manager, await manager.connect(), filter=only(CHANGE))
    await ground.have(one=(ALICE,))
    requirement = "A change of running is told of: by whom, and where (RFC 6470 2)"
    found = await told(manager, name, CHANGE, requirement)
    content = found.content
    assert content is not None
    store = text(content, "datastore") or "running"
    check(store == "running", requirement, expected="datastore running", actual=store)
    by = text(content, "changed-by/session-id")
    check(by == str(number), requirement, expected=f"changed-by session {number}", actual=f"session {by or 'missing'}")
    targets = [(each.text or "").strip() for each in every(content, "edit/target", EVENTS)]
    spaces = {uri for each in every(content, "edit/target", EVENTS) for uri in each.nsmap.values()}
    leads = any("nacm" in each for each in targets) and ACM in spaces
    check(leads or not targets, requirement, expected="a target in /nacm", actual="; ".join(targets))


@provider_case("O1-NOTIF-125", "What is refused is no change", "RFC 6470 2", needs=NEEDS, tags=(*TAGS, "negative"))
@by_every_route
async def tells_no_refusal(ground: Ground) -> None:
    """An edit is refused: no change of the configuration is told of."""
    manager = ground.manager
    await demand_events(manager)
    name = await subscribe(manager, await manager.connect(), filter=only(CHANGE))
    reply = await manager.ask(group_edit(ONE, "delete", ground.target), session=ground.session)
    requirement = "What was refused has not changed anything, and is not told of (RFC 6470 2)"
    check(reply.refused, "Nothing is deleted that is not there (RFC 6241 7.2)", expected="data-missing", actual="done")
    await silent(manager, name, requirement)


@provider_case(
    "O1-NOTIF-126",
    "Events have their time, in their zone",
    "RFC 5277 2.2.1, RFC 3339 5.6",
    needs=NEEDS,
    tags=(*TAGS, "F41"),
)
async def tells_time(manager: Manager) -> None:
    """The eventTime comes first, tells its zone, and is the time by our clock: not local time that is called UTC.

    A clock that is off is nobody's fault. One that is right in /netconf-state tells that the eventTime is not.
    """
    await demand_events(manager)
    name = await subscribe(manager)
    number = await newcomer(manager)
    found = await told(manager, name, START, _TELLS_START, of=number)
    proper(manager, _TIMED)
    assert manager.last is not None
    ours = manager.clock(manager.last.t)
    if found.event_time is None or ours is None:
        return
    apart = (found.event_time - ours).total_seconds()
    requirement = "The eventTime is the time of the event, with the offset of its zone (RFC 5277 2.2.1, RFC 3339 4)"
    expected = f"within {CLOCKS_APART_S:g} s of {ours:%Y-%m-%dT%H:%M:%SZ}"
    actual = f"{found.event_time.isoformat()}, {abs(apart):.0f} s {'later' if apart > 0 else 'earlier'}"
    if abs(apart) <= CLOCKS_APART_S:
        return
    # What is off by anything but whole quarters of an hour is a clock that nobody has set, and no zone.
    off = abs(apart) % 900
    if min(off, 900 - off) > CLOCKS_APART_S / 5 or abs(apart) > 14.5 * 3600:
        raise not_applicable(f"the clock of the {manager.sut} is not set: {actual}")
    # A clock that nobody has set is off by whole quarters now and then: only one that is right elsewhere tells.
    if not await tells_right_time(manager, number, ours):
        raise inconclusive(f"the clock of the {manager.sut} may be off by as much as another zone is: {actual}")
    check(False, requirement, expected=expected, actual=actual)


async def tells_right_time(manager: Manager, number: int, ours: datetime) -> bool:
    """Whether the element tells elsewhere that a session began when it did, by our clock: then its own clock is set."""
    reply = await manager.ask(get(state("<sessions/>")))
    for each in reply.element.iter(f"{{{MONITORING}}}session"):
        told = read_time(text(each, "login-time"))
        if text(each, "session-id") == str(number) and told is not None and told.tzinfo is not None:
            return abs((told - ours).total_seconds()) <= CLOCKS_APART_S
    return False


@provider_case("O1-NOTIF-127", "Events come in their order", "RFC 5277 2.2", level=Level.SHOULD, needs=NEEDS, tags=TAGS)
async def keeps_order(manager: Manager) -> None:
    """Sessions begin one after the other: they are told of in that order, each with a time not before the last."""
    await demand_events(manager)
    name = await subscribe(manager, filter=only(START))
    numbers = [await newcomer(manager) for _ in range(4)]
    requirement = "Events are told in the order in which they were (RFC 5277 2.2)"
    before: Notification | None = None
    for number in numbers:
        found = await manager.expect(Notification, association=name, requirement=requirement)
        check(event_of(found) == START, requirement, expected=START, actual=event_of(found))
        about(found, "session-id", number, requirement)
        if before is not None and before.event_time is not None and found.event_time is not None:
            later = before.event_time <= found.event_time
            actual = f"{found.event_time} after {before.event_time}"
            check(later, requirement, expected="an eventTime not before the last", actual=actual)
        before = found


@provider_case(
    "O1-NOTIF-128", "All who asked are told the same", "RFC 5277 2.2.1, 3.2; O-RAN.WG4 MP 11.6", needs=NEEDS, tags=TAGS
)
async def tells_all(manager: Manager) -> None:
    """Two sessions are subscribed: both are told of a third, at the same time of the event."""
    await demand_events(manager)
    names = [await subscribe(manager), await subscribe(manager, await manager.connect())]
    number = await newcomer(manager)
    found = [await told(manager, each, START, _TELLS_START, of=number) for each in names]
    times = {each.event_time for each in found}
    requirement = "All who are subscribed are told the same of an event (RFC 5277 2.2.1, 3.2)"
    check(len(times) == 1, requirement, expected="one eventTime", actual=" and ".join(map(str, times)))


@provider_case("O1-NOTIF-129", "A filter lets its events through", "RFC 5277 3.6", needs=NEEDS, tags=TAGS)
async def lets_through(manager: Manager) -> None:
    """A session asks for ends of sessions only: it is told of an end, and not of the begin before it."""
    await demand_events(manager)
    name = await subscribe(manager, filter=only(END))
    number = await newcomer(manager)
    await part(manager)
    requirement = "What the filter of a subscription matches is told, and nothing else (RFC 5277 3.6)"
    found = await manager.expect(Notification, association=name, requirement=requirement)
    check(event_of(found) == END, requirement, expected=END, actual=event_of(found))
    about(found, "session-id", number, requirement)
