"""How cases ask for notifications, and wait for them (RFC 5277, RFC 6470, RFC 8639)."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from oran_harness.codec.xml import Element, local_name
from oran_harness.conformance.o1.answers import data, every, permitted, text
from oran_harness.conformance.o1.element_modules import demand_module
from oran_harness.conformance.o1.queries import close_session, get, operation, subtree
from oran_harness.protocols.netconf import Notification
from oran_harness.protocols.netconf.namespaces import NOTIFICATION
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, not_applicable

EVENTS = "urn:ietf:params:xml:ns:yang:ietf-netconf-notifications"
STREAMS = "urn:ietf:params:xml:ns:netmod:notification"
LOGGED_SINCE = "replayLogCreationTime"
"""What a stream that can be replayed has (RFC 5277 3.4): whence the log is from which it is replayed."""
NETCONF = "NETCONF"
"""The stream that every element with notifications has (RFC 5277 3.2.3)."""
LONG_AGO = "1990-01-01T00:00:00Z"
FAR_AHEAD = "2200-01-01T00:00:00Z"
"""Times that lie in the past and in the future whatever the clock of an element shows."""
START, END, CHANGE = "netconf-session-start", "netconf-session-end", "netconf-config-change"
HAS_EVENTS = "ietf-netconf-notifications"
SILENT_S = 0.5
"""Seconds in which nothing may come: an element tells at once, or not at all."""
PARTING_S = 0.3
"""Seconds that an element has to end the transport of a session that is closed."""
SUBSCRIBES = "create-subscription is done for an element that advertises :notification (RFC 5277 2.1.1)"


@dataclass(frozen=True, slots=True)
class Tells:
    """A predicate: whether a notification tells of an event of that name; ``session_id`` narrows it to one session."""

    name: str
    session_id: int | None = None

    def __call__(self, notification: Notification) -> bool:
        """Whether it does."""
        if event_of(notification) != self.name:
            return False
        return self.session_id is None or session_of(notification) == str(self.session_id)


def create_subscription(
    stream: str | None = None, filter: str = "", start: str | None = None, stop: str | None = None
) -> bytes:
    """Ask for notifications (RFC 5277 2.1.1); ``filter`` is XML text."""
    parts = [] if stream is None else [f"<stream>{escape(stream)}</stream>"]
    if filter:
        parts.append(filter)
    parts += [f"<{name}>{value}</{name}>" for name, value in (("startTime", start), ("stopTime", stop)) if value]
    return operation("create-subscription", "".join(parts), NOTIFICATION)


def only(*names: str) -> str:
    """A filter that leaves events of these names, of RFC 6470."""
    return subtree("".join(f'<{name} xmlns="{EVENTS}"/>' for name in names))


async def subscribe(manager: Manager, session: str | None = None, **what: str | None) -> str:
    """Have notifications come on a session, the newest one unless told; its name."""
    name = session or manager.here
    assert name is not None
    asked = create_subscription(**{key: value for key, value in what.items() if value is not None})
    await permitted(manager, asked, SUBSCRIBES, session=name)
    return name


async def told(
    manager: Manager, session: str, name: str, requirement: str, *, of: int | None = None, within: float | None = None
) -> Notification:
    """Wait for a notification of that name on a session; ``of`` is the session that it has to be about."""
    return await manager.expect(
        Notification, where=Tells(name, of), association=session, within=within, requirement=requirement
    )


async def silent(
    manager: Manager,
    session: str,
    requirement: str,
    *,
    lasting: float = SILENT_S,
    where: Callable[[Notification], bool] | None = None,
) -> None:
    """Fail the case if a notification has come on a session that nobody has waited for, or comes within a while."""
    found = await manager.hear(Notification, where=where, association=session, within=lasting)
    event = "" if found is None else event_of(found)
    check(found is None, requirement, expected="no notification", actual=f"a notification {event}")


async def newcomer(manager: Manager) -> int:
    """A further session, which the element has to tell of; its session-id."""
    await manager.connect()
    number = manager.session().session_id
    assert number is not None
    return number


async def part(manager: Manager) -> bool:
    """End the newest session with close-session, and its transport if the element does not; whether it does."""
    name = manager.here
    await manager.ask(close_session(), session=name)
    await manager.pause(PARTING_S)
    if name not in manager.standing:
        return True
    await manager.close(name)
    return False


async def demand_events(manager: Manager) -> None:
    """End the case as ``skip`` unless the element tells of its sessions and changes (RFC 6470)."""
    await demand_module(manager, HAS_EVENTS)


async def streams(manager: Manager) -> dict[str, Element]:
    """The streams of the element, by name (RFC 5277 3.2.5.1); ``skip`` where we may not read them."""
    asked = get(subtree(f'<netconf xmlns="{STREAMS}"><streams/></netconf>'))
    found = every(await data(manager, asked, "The streams can be read with get (RFC 5277 3.2.5.1)"), "netconf", STREAMS)
    return {text(each, "name"): each for above in found for each in every(above, "streams/stream", STREAMS)}


async def demand_replay(manager: Manager) -> None:
    """End the case as ``skip`` unless the stream NETCONF can be replayed."""
    stream = (await streams(manager)).get(NETCONF)
    if stream is None or text(stream, "replaySupport") not in ("true", "1"):
        raise not_applicable(f"the {manager.sut} does not say that its stream NETCONF can be replayed")


async def demand_log(manager: Manager) -> None:
    """As ``demand_replay``, and ``skip`` if the stream does not say since when it keeps what it replays."""
    await demand_replay(manager)
    if not text((await streams(manager))[NETCONF], LOGGED_SINCE):
        raise not_applicable(f"the {manager.sut} names no {LOGGED_SINCE}: nobody knows what its log holds")


def about(notification: Notification, name: str, wanted: int, requirement: str) -> None:
    """Fail the case unless a notification is about a session, by the number in its leaf of that name."""
    content = notification.content
    found = "" if content is None else text(content, name)
    check(found == str(wanted), requirement, expected=f"{name} {wanted}", actual=f"{name} {found or 'missing'}")


def event_of(notification: Notification) -> str:
    """The name of what a notification tells of."""
    return "" if notification.content is None else local_name(notification.content.tag)


def session_of(notification: Notification) -> str:
    """The number of the session that a notification is about; empty if it is about none."""
    return "" if notification.content is None else text(notification.content, "session-id")
