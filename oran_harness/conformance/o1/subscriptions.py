"""create-subscription: what it is asked with, and what it refuses (RFC 5277 2.1.1, 3.2, 6)."""

from oran_harness.conformance.o1.answers import not_done, text
from oran_harness.conformance.o1.provider_case import provider_case
from oran_harness.conformance.o1.queries import NOTHING, close_session
from oran_harness.conformance.o1.subscribing import (
    FAR_AHEAD,
    LOGGED_SINCE,
    LONG_AGO,
    NETCONF,
    Tells,
    create_subscription,
    demand_events,
    newcomer,
    only,
    silent,
    streams,
    subscribe,
    told,
)
from oran_harness.model import Level
from oran_harness.protocols.netconf import Notification, RpcReply, speaking
from oran_harness.steps.manager import Manager
from oran_harness.steps.netconf_manners import Replies
from oran_harness.steps.outcome import check

NEEDS = ("capability:notification",)
INTERLEAVED = ("capability:notification", "capability:interleave")
TAGS = ("notification",)
NEGATIVE = ("notification", "negative")
NO_REPLAY = ("operation-failed", "operation-not-supported")
"""What an element without replay says to a startTime."""
UNKNOWN = "oran-harness-unknown"


@provider_case(
    "O1-NOTIF-101",
    "The stream NETCONF is there",
    "RFC 5277 3.2.3, 3.2.5.1, 3.4; O-RAN.WG4 MP 9.1.7.2",
    needs=NEEDS,
    tags=TAGS,
)
async def has_stream(manager: Manager) -> None:
    """The list of streams has the one named NETCONF, and whether it can be replayed, and then since when."""
    found = await streams(manager)
    requirement = "An element with notifications has the stream NETCONF (RFC 5277 3.2.3)"
    check(NETCONF in found, requirement, expected=NETCONF, actual=", ".join(sorted(found)) or "no stream")
    requirement = "A stream says whether it can be replayed (RFC 5277 3.2.5.1, 3.4)"
    replay = text(found[NETCONF], "replaySupport")
    check(replay in ("true", "false", "1", "0"), requirement, expected="replaySupport", actual=replay or "none")
    since = text(found[NETCONF], LOGGED_SINCE)
    requirement = f"A stream that can be replayed has {LOGGED_SINCE} (RFC 5277 3.4)"
    check(replay in ("false", "0") or bool(since), requirement, expected=LOGGED_SINCE, actual="none")


@provider_case(
    "O1-NOTIF-102", "A session is subscribed", "RFC 5277 2.1.1; O-RAN.WG4 MP 9.1.7.3", needs=NEEDS, tags=(*TAGS, "F41")
)
async def subscribes(manager: Manager) -> None:
    """create-subscription without parameters is done, and so is one that names the stream NETCONF."""
    await subscribe(manager)
    await manager.connect()
    await subscribe(manager, stream=NETCONF)


@provider_case("O1-NOTIF-103", "There is no stream that there is not", "RFC 5277 2.1.1", needs=NEEDS, tags=NEGATIVE)
async def knows_streams(manager: Manager) -> None:
    """A stream is asked for that there is not: refused, and the session can subscribe to another one."""
    name = manager.here
    requirement = "create-subscription fails for a stream that there is not (RFC 5277 2.1.1)"
    await not_done(manager, create_subscription(UNKNOWN), requirement, session=name)
    await subscribe(manager, session=name)


@provider_case("O1-NOTIF-104", "A session has one subscription", "RFC 5277 6.5", needs=INTERLEAVED, tags=NEGATIVE)
async def has_one(manager: Manager) -> None:
    """A session that is subscribed asks again: operation-failed."""
    name = await subscribe(manager)
    requirement = "A session that is subscribed is not subscribed again (RFC 5277 6.5)"
    await not_done(manager, create_subscription(), requirement, session=name)


@provider_case(
    "O1-NOTIF-105", "A stop without a start lacks an element", "RFC 5277 2.1.1", needs=NEEDS, tags=(*NEGATIVE, "F41")
)
async def needs_start(manager: Manager) -> None:
    """A stopTime is given and startTime is not: missing-element."""
    requirement = "stopTime without startTime gets the error-tag missing-element (RFC 5277 2.1.1)"
    await manager.refused(create_subscription(stop=FAR_AHEAD), requirement, "missing-element")


@provider_case("O1-NOTIF-106", "Nothing starts in the future", "RFC 5277 2.1.1", needs=NEEDS, tags=(*NEGATIVE, "F41"))
async def starts_before_now(manager: Manager) -> None:
    """A startTime lies in the future: bad-element. Who has no replay at all may say operation-failed."""
    requirement = "A startTime in the future gets the error-tag bad-element (RFC 5277 2.1.1)"
    tags = (
        ("bad-element",) if await replays(manager) else ("bad-element", "operation-failed", "operation-not-supported")
    )
    await manager.refused(create_subscription(start=FAR_AHEAD), requirement, *tags)


@provider_case("O1-NOTIF-107", "Nothing stops before it starts", "RFC 5277 2.1.1", needs=NEEDS, tags=(*NEGATIVE, "F41"))
async def stops_after_start(manager: Manager) -> None:
    """A stopTime is earlier than startTime: bad-element."""
    requirement = "A stopTime before the startTime gets the error-tag bad-element (RFC 5277 2.1.1)"
    tags = (
        ("bad-element",) if await replays(manager) else ("bad-element", "operation-failed", "operation-not-supported")
    )
    asked = create_subscription(start="1995-01-01T00:00:00Z", stop=LONG_AGO)
    await manager.refused(asked, requirement, *tags)


async def replays(manager: Manager) -> bool:
    """Whether the stream NETCONF can be replayed."""
    stream = (await streams(manager)).get(NETCONF)
    return stream is not None and text(stream, "replaySupport") in ("true", "1")


@provider_case("O1-NOTIF-108", "A time that is none is refused", "RFC 5277 2.1.1", needs=NEEDS, tags=NEGATIVE)
async def reads_times(manager: Manager) -> None:
    """A startTime is no date and time."""
    requirement = "A startTime that is no date and time is refused (RFC 5277 2.1.1, RFC 3339 5.6)"
    for each in ("yesterday", "2026-13-45T99:00:00Z"):
        await not_done(manager, create_subscription(start=each), requirement)


@provider_case("O1-NOTIF-109", "A filter that is none is refused", "RFC 5277 2.1.1", needs=NEEDS, tags=NEGATIVE)
async def reads_filters(manager: Manager) -> None:
    """The filter is an XPath expression that cannot be read."""
    requirement = "create-subscription fails for a filter of invalid syntax (RFC 5277 2.1.1)"
    await not_done(manager, create_subscription(filter='<filter type="xpath" select="/a[["/>'), requirement)


@provider_case(
    "O1-NOTIF-110",
    "Nothing is told before the answer",
    "RFC 5277 2.2, 3.7",
    level=Level.SHOULD,
    needs=NEEDS,
    tags=TAGS,
)
async def answers_first(manager: Manager) -> None:
    """A session asks for notifications with a replay: the rpc-reply comes before the first of them.

    RFC 5277 shows that order, and has no must for it.
    """
    replay = await replays(manager)
    name = await manager.connect()
    message_id = manager.new_message_id()
    asked = create_subscription(start=LONG_AGO) if replay else create_subscription()
    await manager.say(speaking.rpc(asked, message_id), session=name)
    if not replay:
        await manager.connect()
    requirement = "Notifications come after the reply to create-subscription (RFC 5277 2.2, 3.7)"
    first = await manager.expect(RpcReply, Notification, association=name, requirement=requirement)
    is_reply = isinstance(first, RpcReply) and Replies(message_id)(first)
    check(is_reply, requirement, expected="the rpc-reply", actual="a notification")


@provider_case("O1-NOTIF-111", "A filter leaves the rest out", "RFC 5277 2.1.1, 3.6", needs=NEEDS, tags=TAGS)
async def filters(manager: Manager) -> None:
    """One session is subscribed to all, one to confirmed commits: when a session begins, this one hears nothing."""
    await demand_events(manager)
    plain = await subscribe(manager, await manager.connect())
    filtered = await subscribe(manager, await manager.connect(), filter=only("netconf-confirmed-commit"))
    number = await newcomer(manager)
    await told(manager, plain, "netconf-session-start", "A session that begins is told of (RFC 6470 2)", of=number)
    await silent(manager, filtered, "What the filter of a subscription does not match is not told (RFC 5277 3.6)")


@provider_case(
    "O1-NOTIF-112", "Who is subscribed can ask on", "RFC 5277 6.1", needs=INTERLEAVED, tags=(*TAGS, "interleave")
)
async def interleaves(manager: Manager) -> None:
    """A session that is subscribed asks for something else, and is answered."""
    name = await subscribe(manager)
    await manager.done(
        NOTHING, "With :interleave requests are answered while notifications come (RFC 5277 6)", session=name
    )


@provider_case("O1-NOTIF-113", "Who is not subscribed is told nothing", "RFC 5277 2.2", needs=NEEDS, tags=TAGS)
async def spares_others(manager: Manager) -> None:
    """Of two sessions one is subscribed; an event is told to that one only."""
    await demand_events(manager)
    other = manager.here
    assert other is not None
    name = await subscribe(manager, await manager.connect())
    number = await newcomer(manager)
    await told(manager, name, "netconf-session-start", "A session that begins is told of (RFC 6470 2)", of=number)
    await silent(manager, other, "Notifications are sent to who asked for them (RFC 5277 2.2)")


@provider_case("O1-NOTIF-114", "A subscribed session is closed", "RFC 5277 2.3", needs=NEEDS, tags=TAGS)
async def ends(manager: Manager) -> None:
    """Of two subscribed sessions one asks for its end: it is answered, and told nothing of what comes after."""
    await demand_events(manager)
    plain = await subscribe(manager)
    name = await subscribe(manager, await manager.connect())
    requirement = "close-session ends a session that is subscribed, and its subscription (RFC 5277 2.3)"
    await manager.done(close_session(), requirement, session=name)
    number = await newcomer(manager)
    await told(manager, plain, "netconf-session-start", "A session that begins is told of (RFC 6470 2)", of=number)
    await silent(manager, name, requirement, where=Tells("netconf-session-start", number))
