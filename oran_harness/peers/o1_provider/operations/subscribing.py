"""create-subscription (RFC 5277 2.1.1)."""

from datetime import datetime

from oran_harness.peers.o1_provider import supervision
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.names import STREAMS as STREAMS_SPACE
from oran_harness.peers.o1_provider.operations.reading import filter_of
from oran_harness.peers.o1_provider.parameters import Parameters, invalid, missing
from oran_harness.peers.o1_provider.put import top
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.session import Session
from oran_harness.peers.o1_provider.streams import DEFAULT_STREAM, STREAMS
from oran_harness.peers.o1_provider.subscription import Subscription, filtered
from oran_harness.protocols.netconf.event_time import read_time
from oran_harness.protocols.netconf.speaking import ok

_ONLY = 0


def create_subscription(request: Request) -> bytes:
    """From now on the session gets the notifications of a stream, first those that are kept if it asks for them."""
    parameters = Parameters(request.operation, ("stream", "filter", "startTime", "stopTime"))
    managed, session, now = request.managed, request.session, request.now
    stream = STREAMS.get(parameters.text("stream", DEFAULT_STREAM))
    if stream is None:
        raise invalid("stream", parameters.text("stream"), f"there are {', '.join(STREAMS)}")
    if _ONLY in session.subscriptions:
        raise Refusal(protocol("operation-failed", None, "The session has a subscription already."))
    wanted = filter_of(parameters.get("filter"))
    start, stop = time_of(parameters, "startTime"), time_of(parameters, "stopTime")
    if stop is not None and start is None:
        raise missing("startTime", "create-subscription with a stopTime")
    if start is not None and start > managed.clock(now):
        raise _bad("startTime", "lies in the future")
    if start is not None and stop is not None and stop < start:
        raise _bad("stopTime", "is earlier than startTime")
    # An XPath that cannot be used is refused now, not with the first event.
    filtered(top(STREAMS_SPACE, "replayComplete"), wanted, managed.models)
    subscription = Subscription(_ONLY, stream, wanted, start, stop)
    request.afterwards.append(lambda: _begin(managed, session, subscription, now))
    return ok(request.rpc)


def _begin(managed: ManagedElement, session: Session, subscription: Subscription, now: float) -> None:
    session.subscriptions[_ONLY] = subscription
    if subscription.start is not None:
        replay(managed, session, subscription)
        managed.notify(session, managed.clock(now), top(STREAMS_SPACE, "replayComplete"))
    if subscription.stop is not None:
        when = now + max(0.0, (subscription.stop - managed.clock(now)).total_seconds())
        subscription.timer = managed.timers.set(when, lambda then: _complete(managed, session, subscription, then))
    supervision.begin(managed, session, subscription, now)


def replay(managed: ManagedElement, session: Session, subscription: Subscription) -> None:
    """Send what is kept since the start that was asked for."""
    rights = managed.rights(session.user)
    for event in managed.log.since(subscription.start) if subscription.start is not None else ():
        if subscription.stop is not None and event.time > subscription.stop:
            break
        content = subscription.content_of(event, managed.models)
        if content is not None and rights.may_be_told(event.schema):
            managed.notify(session, event.time, content)


def _complete(managed: ManagedElement, session: Session, subscription: Subscription, now: float) -> None:
    session.subscriptions.pop(subscription.number, None)
    managed.notify(session, managed.clock(now), top(STREAMS_SPACE, "notificationComplete"))
    supervision.still_wanted(managed, session)


def time_of(parameters: Parameters, name: str) -> datetime | None:
    """The time that a parameter is, None if it is not given; raises ``Refusal`` for what is none."""
    if not parameters.flag(name):
        return None
    time = read_time(parameters.text(name))
    if time is None or time.tzinfo is None:
        raise invalid(name, parameters.text(name), "it is a date and time with a time zone")
    return time


def _bad(name: str, why: str) -> Refusal:
    return Refusal(protocol("bad-element", None, f"{name} {why}.", bad_element=name))
