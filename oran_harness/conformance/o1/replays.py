"""What was is told again (RFC 5277 2.1.1, 3.3)."""

from datetime import datetime, timedelta
from itertools import pairwise

from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING
from oran_harness.conformance.o1.subscribing import (
    END,
    LONG_AGO,
    START,
    Tells,
    demand_events,
    demand_log,
    demand_replay,
    event_of,
    newcomer,
    only,
    part,
    session_of,
    silent,
    subscribe,
    told,
)
from oran_harness.model import Level
from oran_harness.protocols.netconf import Notification
from oran_harness.protocols.netconf.event_time import write_time
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive

NEEDS = ("capability:notification",)
TAGS = ("notification", "replay")
REPLAYED = "replayComplete"
COMPLETE = "notificationComplete"
MOST = 20_000
"""Notifications of one replay that are waited for."""
APART_S = 2.1
"""Seconds between two events that a startTime tells from each other."""
LASTS_S = 3.0
"""Seconds that a subscription with an end lasts."""
SLACK_S = 3.0
"""How much later an element may be with what it does by itself; no clause says."""
_ENDS_REPLAY = "A replay ends with replayComplete (RFC 5277 3.3)"
_AGAIN = "What was since the startTime is told again, and then replayComplete (RFC 5277 2.1.1, 3.3)"
_STOPS = "At the stopTime the subscription ends, with notificationComplete (RFC 5277 2.1.1, 3.3)"


@provider_case("O1-NOTIF-131", "A replay ends with replayComplete", "RFC 5277 2.1.1, 3.3", needs=NEEDS, tags=TAGS)
async def completes(manager: Manager) -> None:
    """A session asks for all that was: after it comes replayComplete, once."""
    await demand_replay(manager)
    name = await subscribe(manager, await manager.connect(), start=LONG_AGO)
    await replayed(manager, name)
    requirement = "replayComplete comes once (RFC 5277 3.3)"
    await silent(manager, name, requirement, where=is_complete)


@provider_case("O1-NOTIF-132", "What was is told again", "RFC 5277 2.1.1, 3.3", needs=NEEDS, tags=TAGS)
async def tells_again(manager: Manager) -> None:
    """A session begins and ends; who asks for what was is told of both, and then of what is new."""
    await demand_events(manager)
    await demand_log(manager)
    start = await from_now_on(manager)
    number = await newcomer(manager)
    await part(manager)
    name = await subscribe(manager, await manager.connect(), start=start, filter=only(START, END))
    events = await replayed(manager, name)
    ours = [event_of(each) for each in events if session_of(each) == str(number)]
    # In which order, no clause says: that is another case's matter.
    check(
        sorted(ours) == sorted([START, END]),
        _AGAIN,
        expected=f"{START}, {END}",
        actual=", ".join(ours) or "neither of the two",
    )
    fresh = await newcomer(manager)
    await told(manager, name, START, "After a replay what is new is told (RFC 5277 3.3)", of=fresh)


@provider_case(
    "O1-NOTIF-133", "A replay is in order", "RFC 5277 2.1.1, 3.3", level=Level.SHOULD, needs=NEEDS, tags=TAGS
)
async def keeps_order(manager: Manager) -> None:
    """Sessions have begun: this is told again, each with a time not before that of the one before."""
    await demand_events(manager)
    await demand_replay(manager)
    start = await from_now_on(manager)
    for _ in range(3):
        await manager.connect()
    name = await subscribe(manager, await manager.connect(), start=start)
    times = [each.event_time for each in await replayed(manager, name)]
    zoned = [each for each in times if each is not None and each.tzinfo is not None]
    pairs = [(one, two) for one, two in pairwise(zoned) if one > two]
    requirement = "A replay is sent in the order in which the events were (RFC 5277 3.3)"
    check(not pairs, requirement, expected="times that rise", actual="; ".join(f"{b} after {a}" for a, b in pairs[:3]))


@provider_case("O1-NOTIF-134", "A replay begins where it is asked to", "RFC 5277 2.1.1", needs=NEEDS, tags=TAGS)
async def begins(manager: Manager) -> None:
    """A startTime is behind an event that was: this is not told again, and the one after it is."""
    await demand_events(manager)
    await demand_log(manager)
    since = await from_now_on(manager)
    early = await newcomer(manager)
    await manager.pause(APART_S)
    late = await newcomer(manager)
    times = await times_of(manager, early, late, since=since)
    # Who tells whole seconds only has to be able to tell the two from each other.
    begin = times[1].replace(microsecond=0)
    if times[0] >= begin:
        raise inconclusive("the times of the events are not as far from each other as they were")
    start = write_time(begin)
    name = await subscribe(manager, await manager.connect(), start=start, filter=only(START))
    numbers = [session_of(each) for each in await replayed(manager, name)]
    requirement = "What was before the startTime is not told again, what was since is (RFC 5277 2.1.1)"
    actual = f"sessions {', '.join(numbers) or 'none'}"
    fits = str(early) not in numbers and str(late) in numbers
    check(fits, requirement, expected=f"session {late}, not {early}", actual=actual)


async def from_now_on(manager: Manager) -> str:
    """A startTime for what is from now on, by the element's own clock: there may be very much that was before.

    Where the element does not tell by itself that a session begins, it is a time that was long ago.
    """
    watching = await subscribe(manager, await manager.connect(), filter=only(START))
    number = await newcomer(manager)
    last = manager.here
    heard = await manager.hear(Notification, where=Tells(START, number), association=watching)
    for name in (last, watching):
        await manager.close(name)
    time = None if heard is None else heard.event_time
    return LONG_AGO if time is None or time.tzinfo is None else write_time(time.replace(microsecond=0))


async def times_of(manager: Manager, *numbers: int, since: str = LONG_AGO) -> list[datetime]:
    """When these sessions began, by the element's own clock."""
    name = await subscribe(manager, await manager.connect(), start=since, filter=only(START))
    found = {session_of(each): each.event_time for each in await replayed(manager, name)}
    times = [found.get(str(number)) for number in numbers]
    zoned = [each for each in times if each is not None and each.tzinfo is not None]
    check(
        len(zoned) == len(numbers), _AGAIN, expected="both sessions, with the times", actual="they are not told again"
    )
    return zoned


@provider_case("O1-NOTIF-135", "What ends in the past is over at once", "RFC 5277 2.1.1, 3.3", needs=NEEDS, tags=TAGS)
async def is_over(manager: Manager) -> None:
    """Start and stop lie in the past: notificationComplete comes, nothing after it, and the session serves on."""
    await demand_replay(manager)
    name = await subscribe(manager, await manager.connect(), start=LONG_AGO, stop="1990-01-02T00:00:00Z")
    await told(manager, name, COMPLETE, _STOPS)
    await manager.connect()
    requirement = "After notificationComplete nothing is told (RFC 5277 3.3)"
    await silent(manager, name, requirement, where=lambda each: not is_complete(each))
    await manager.done(NOTHING, "A session whose subscription is over is as any other (RFC 5277 3.3)", session=name)
    await subscribe(manager, name)


@provider_case(
    "O1-NOTIF-136", "A subscription ends when it has to", "RFC 5277 2.1.1, 3.3", needs=NEEDS, tags=(*TAGS, "slow")
)
async def stops(manager: Manager) -> None:
    """A stopTime is some seconds ahead: up to then is told, then notificationComplete comes, and nothing after it."""
    await demand_events(manager)
    await demand_log(manager)
    number = await newcomer(manager)
    (begun,) = await times_of(manager, number)
    name = await manager.connect()
    stop = write_time(begun + timedelta(seconds=LASTS_S))
    await subscribe(manager, name, start=LONG_AGO, stop=stop, filter=only(START))
    await replayed(manager, name)
    await told(manager, name, COMPLETE, _STOPS, within=LASTS_S + SLACK_S)
    await newcomer(manager)
    await silent(manager, name, "After notificationComplete nothing is told (RFC 5277 3.3)")


async def replayed(manager: Manager, name: str) -> list[Notification]:
    """All that is told again, without the replayComplete behind it."""
    found: list[Notification] = []
    while len(found) < MOST:
        each = await manager.expect(Notification, association=name, requirement=_ENDS_REPLAY)
        if is_complete(each):
            return found
        found.append(each)
    raise inconclusive(f"a replay is longer than {MOST} notifications")


def is_complete(notification: Notification) -> bool:
    """Whether it is the end of a replay."""
    return event_of(notification) == REPLAYED
