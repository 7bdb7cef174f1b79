"""Flaws of subscriptions and notifications (RFC 5277; RFC 8639)."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from oran_harness.model.role import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.flaws.element_replies import Retelling, Telling, Tolerating
from oran_harness.peers.flaws.element_requests import Misreading, Pretending, Refusing, holding, replaced, text_of
from oran_harness.peers.flaws.flaw import Flaw
from oran_harness.peers.flaws.flawed_element import FlawedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import speaking
from oran_harness.protocols.netconf.event_time import read_time, write_time
from oran_harness.protocols.netconf.messages import Rpc
from oran_harness.protocols.netconf.rpc_error import RpcError

ELEMENT = Role.O1_PROVIDER
_TIME = re.compile(rb"<eventTime[^>]*>([^<]*)<")
_FILTER = r"<filter.*</filter>|<filter [^>]*/>"
_TIMES = r"<(startTime|stopTime)>[^<]*</(startTime|stopTime)>"
_STOP = r"<stopTime>[^<]*</stopTime>"
_SUBSCRIBE, _ESTABLISH = holding("<create-subscription"), holding("<establish-subscription")
_COMPLETE = b'<replayComplete xmlns="urn:ietf:params:xml:ns:netmod:notification"/>'
_ZONE_HOURS = 2
_FAILED = RpcError("application", "operation-failed", message="It is not possible.")


def later(hours: float) -> Callable[[bytes], bytes]:
    """A notification with a time that is so much later, under the same zone."""

    def edit(notification: bytes) -> bytes:
        found = _TIME.search(notification)
        time = None if found is None else read_time(found[1].decode())
        if found is None or time is None:
            return notification
        return notification.replace(found[1], write_time(time + timedelta(hours=hours)).encode(), 1)

    return edit


def _untold(name: bytes) -> Callable[[Actor], FlawedElement]:
    """Does not tell of events with that name."""
    return lambda actor: Telling(actor, lambda message: () if name in message else (message,))


def _retold(old: bytes, new: bytes, name: bytes) -> Callable[[Actor], FlawedElement]:
    """Tells of events with that name in other words."""
    return lambda actor: Telling(actor, lambda message: (message.replace(old, new) if name in message else message,))


class _ToldEarly(FlawedElement):
    """Tells of an event before it has answered the request for events."""

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Tell it first."""
        said = super().replies(session, rpc, reply)
        if rpc is None or rpc.name not in ("create-subscription", "establish-subscription"):
            return said
        time = datetime.fromtimestamp(self.managed.epoch, UTC)
        return (speaking.notification(time, _COMPLETE), *said)


class _DeafWhenSubscribed(FlawedElement):
    """Does not listen to a session any more that is subscribed."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Listen only if it is not."""
        return None if session.subscriptions else super().asked(session, rpc, now)


class _TellingAll(FlawedElement):
    """Tells every session of what one of them has asked for."""

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """Tell the others, too."""
        for each in self.managed.sessions.values():
            if each is not session and not each.subscriptions:
                self.managed.commands += each.saying(notification)
        return super().notifies(session, notification)


class _Swapping(FlawedElement):
    """Tells the second of two sessions that begin before the first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._kept: dict[int, bytes] = {}

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """Keep the first until the second comes."""
        said = super().notifies(session, notification)
        if b"netconf-session-start" not in notification:
            return said
        kept = self._kept.pop(session.number, None)
        if kept is not None:
            return (*said, kept)
        self._kept[session.number] = notification
        return ()


class _Backwards(FlawedElement):
    """Tells what was, the last first."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._kept: list[bytes] = []

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """Keep all until the end of what was."""
        said = super().notifies(session, notification)
        if b"replayComplete" not in notification:
            self._kept += said
            return ()
        kept, self._kept = self._kept, []
        return (*reversed(kept), *said)


class _OwnTimes(FlawedElement):
    """Tells the time at which it tells, a second later to each session, not that of the event."""

    def __init__(self, actor: Actor) -> None:
        super().__init__(actor)
        self._count = 0

    def notifies(self, session: Session, notification: bytes) -> Sequence[bytes]:
        """Tell it with that time."""
        self._count += 1
        return super().notifies(session, later(self._count / 3600)(notification))


class _FailingHalfWay(FlawedElement):
    """Creates what is to be deleted, and says that the deletion has failed."""

    def asked(self, session: Session, rpc: Rpc, now: float) -> Rpc | bytes | None:
        """Create it."""
        if rpc.name == "edit-config":
            rpc = replaced(rpc, text_of(rpc).replace('"delete"', '"merge"'))
        return super().asked(session, rpc, now)

    def replies(self, session: Session, rpc: Rpc | None, reply: bytes) -> Sequence[bytes]:
        """Say so."""
        if rpc is not None and rpc.name == "edit-config" and b'"delete"' in rpc.octets:
            reply = speaking.refusal(rpc, _FAILED)
        return super().replies(session, rpc, reply)


FLAWS = (
    Flaw(
        "element-default-stream-unlisted",
        "Does not list the stream NETCONF",
        ELEMENT,
        None,
        lambda actor: Retelling(actor, b"<name>NETCONF<", b"<name>OTHER<", "get"),
        ("O1-NOTIF-101",),
    ),
    Flaw(
        "element-subscription-refused",
        "Refuses every subscription",
        ELEMENT,
        "F41",
        lambda actor: Refusing(actor, _SUBSCRIBE),
        ("O1-NOTIF-102",),
    ),
    Flaw(
        "element-unknown-stream-taken",
        "Takes a stream that it does not know for the stream NETCONF",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"(<stream[^>]*>)oran-harness-unknown<", r"\1NETCONF<"),
        ("O1-NOTIF-103", "O1-NOTIF-143"),
    ),
    Flaw(
        "element-second-subscription-accepted",
        "Says ok to a second subscription of a session",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, "operation-failed", test=_SUBSCRIBE),
        ("O1-NOTIF-104",),
    ),
    Flaw(
        "element-subscription-times-ignored",
        "Does not read from when and until when events are asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _TIMES, "", _SUBSCRIBE),
        ("O1-NOTIF-106", "O1-NOTIF-107", "O1-NOTIF-108", "O1-NOTIF-131", "O1-NOTIF-132"),
    ),
    Flaw(
        "element-stop-time-ignored",
        "Does not read until when events are asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _STOP, "", _SUBSCRIBE),
        ("O1-NOTIF-105", "O1-NOTIF-135", "O1-NOTIF-136"),
    ),
    Flaw(
        "element-start-time-ignored",
        "Tells everything that was, from whenever it is asked for",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<startTime>2[^<]*<", "<startTime>1990-01-01T00:00:00Z<", _SUBSCRIBE),
        ("O1-NOTIF-134",),
    ),
    Flaw(
        "element-event-filter-ignored",
        "Tells of all events, whatever is filtered",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, _FILTER, "", _SUBSCRIBE),
        ("O1-NOTIF-109", "O1-NOTIF-111", "O1-NOTIF-129"),
    ),
    Flaw(
        "element-tells-before-answer",
        "Tells of an event before it has answered the request for events",
        ELEMENT,
        None,
        _ToldEarly,
        ("O1-NOTIF-110", "O1-NOTIF-150"),
    ),
    Flaw(
        "element-deaf-when-subscribed",
        "Answers nothing more to a session that is subscribed",
        ELEMENT,
        None,
        _DeafWhenSubscribed,
        ("O1-NOTIF-112", "O1-NOTIF-114"),
    ),
    Flaw(
        "element-tells-all-sessions",
        "Tells sessions of events that they did not ask for",
        ELEMENT,
        None,
        _TellingAll,
        ("O1-NOTIF-113",),
    ),
    Flaw(
        "element-begin-of-session-untold",
        "Does not tell of sessions that begin",
        ELEMENT,
        None,
        _untold(b"netconf-session-start"),
        ("O1-NOTIF-121", "O1-NOTIF-141"),
    ),
    Flaw(
        "element-closed-session-called-dropped",
        "Says of every session that it broke off",
        ELEMENT,
        None,
        _retold(b">closed<", b">dropped<", b"netconf-session-end"),
        ("O1-NOTIF-122",),
    ),
    Flaw(
        "element-killer-untold",
        "Does not tell who has killed a session",
        ELEMENT,
        None,
        _retold(b"killed-by", b"killed-of", b"netconf-session-end"),
        ("O1-NOTIF-123",),
    ),
    Flaw(
        "element-changer-untold",
        "Does not tell which session has changed the configuration",
        ELEMENT,
        None,
        _retold(b"session-id>", b"session-no>", b"netconf-config-change"),
        ("O1-NOTIF-124",),
    ),
    Flaw(
        "element-refused-change-told",
        "Says that a deletion has failed, and has changed something and told of that",
        ELEMENT,
        None,
        _FailingHalfWay,
        ("O1-NOTIF-125",),
    ),
    Flaw(
        "element-local-time",
        "Tells local time as if it were UTC",
        ELEMENT,
        "F41",
        lambda actor: Telling(actor, lambda message: (later(_ZONE_HOURS)(message),)),
        ("O1-NOTIF-126",),
    ),
    Flaw(
        "element-events-out-of-order",
        "Tells of the second event before the first",
        ELEMENT,
        None,
        _Swapping,
        ("O1-NOTIF-127",),
    ),
    Flaw(
        "element-times-of-telling",
        "Tells each session another time of one event",
        ELEMENT,
        None,
        _OwnTimes,
        ("O1-NOTIF-128",),
    ),
    Flaw(
        "element-replay-never-complete",
        "Does not say when a replay is over",
        ELEMENT,
        None,
        _untold(b"replayComplete"),
        ("O1-NOTIF-131",),
    ),
    Flaw(
        "element-end-of-session-unkept",
        "Does not tell of sessions that have ended",
        ELEMENT,
        None,
        _untold(b"netconf-session-end"),
        ("O1-NOTIF-132",),
    ),
    Flaw(
        "element-replay-backwards",
        "Tells what was, the last first",
        ELEMENT,
        None,
        _Backwards,
        ("O1-NOTIF-133",),
    ),
    Flaw(
        "element-subscription-ids-alike",
        "Gives all subscriptions the same id",
        ELEMENT,
        None,
        lambda actor: Retelling(actor, b">2</", b">1</", "establish-subscription"),
        ("O1-NOTIF-142",),
    ),
    Flaw(
        "element-refusal-without-identity",
        "Names no identity of what is wrong with a subscription",
        ELEMENT,
        None,
        lambda actor: Retelling(actor, b"no-such-subscription", b"unknown"),
        ("O1-NOTIF-144",),
    ),
    Flaw(
        "element-bad-event-filter-taken",
        "Subscribes to everything where it cannot read the filter",
        ELEMENT,
        None,
        lambda actor: Misreading(actor, r"<stream-xpath-filter>[^<]*</stream-xpath-filter>", "", _ESTABLISH),
        ("O1-NOTIF-145",),
    ),
    Flaw(
        "element-modifies-no-subscription",
        "Says ok to the modification of a subscription, and filters as before",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<modify-subscription")),
        ("O1-NOTIF-146", "O1-NOTIF-148"),
    ),
    Flaw(
        "element-deletes-no-subscription",
        "Says ok to the deletion of a subscription, and goes on",
        ELEMENT,
        None,
        lambda actor: Pretending(actor, holding("<delete-subscription")),
        ("O1-NOTIF-147", "O1-NOTIF-148", "O1-SUPERVISION-107"),
    ),
    Flaw(
        "element-terminated-subscription-untold",
        "Does not tell that a subscription is killed",
        ELEMENT,
        None,
        _untold(b"subscription-terminated"),
        ("O1-NOTIF-149",),
    ),
    Flaw(
        "element-subscription-outlives-session",
        "Says ok to killing a subscription whose session has ended",
        ELEMENT,
        None,
        lambda actor: Tolerating(actor, test=holding("<kill-subscription")),
        ("O1-NOTIF-151",),
    ),
)
