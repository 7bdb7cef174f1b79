"""establish-, modify-, delete- and kill-subscription (RFC 8639 2.4, RFC 8640)."""

from datetime import datetime

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider import supervision
from oran_harness.peers.o1_provider.datastore import Filter
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.names import STREAMS as STREAMS_SPACE
from oran_harness.peers.o1_provider.names import SUBSCRIBED, tag
from oran_harness.peers.o1_provider.operations.subscribing import replay, time_of
from oran_harness.peers.o1_provider.parameters import Parameters, invalid, missing
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.request import Request
from oran_harness.peers.o1_provider.session import Session
from oran_harness.peers.o1_provider.streams import STREAMS
from oran_harness.peers.o1_provider.subscription import Subscription, filtered
from oran_harness.protocols.netconf.event_time import write_time
from oran_harness.protocols.netconf.speaking import ok, reply

_FILTERS = ("stream-filter-name", "stream-subtree-filter", "stream-xpath-filter")
_ESTABLISH = ("stream", "replay-start-time", "stop-time", "encoding", *_FILTERS)
_MODIFY = ("id", "stop-time", *_FILTERS)


def establish_subscription(request: Request) -> bytes:
    """One more subscription of this session; tells its number."""
    parameters = Parameters(request.operation, _ESTABLISH)
    managed, session, now = request.managed, request.session, request.now
    stream = STREAMS.get(parameters.need("stream").text or "")
    if stream is None:
        raise _refused("invalid-value", "stream-unavailable", f"There are the streams {', '.join(STREAMS)}.")
    if parameters.text("encoding", "encode-xml").rpartition(":")[2] != "encode-xml":
        raise _refused("invalid-value", "encoding-unsupported", "Notifications are encoded in XML.")
    wanted = _filter(managed, parameters)
    start, stop = time_of(parameters, "replay-start-time"), _stop(managed, parameters, now)
    if start is not None and start > managed.clock(now):
        raise invalid("replay-start-time", parameters.text("replay-start-time"), "it lies in the future")
    managed.subscriptions_made += 1
    subscription = Subscription(managed.subscriptions_made, stream, wanted, start, stop)
    request.afterwards.append(lambda: _begin(managed, session, subscription, now))
    number = top(SUBSCRIBED, "id")
    number.text = str(subscription.number)
    oldest = managed.log.aged or managed.clock(managed.began)
    if start is None or start >= oldest:
        return reply(request.rpc, number)
    revised = top(SUBSCRIBED, "replay-start-time-revision")
    revised.text = write_time(oldest)
    return reply(request.rpc, number, revised)


def modify_subscription(request: Request) -> bytes:
    """Another filter or another end for a subscription of this session."""
    parameters = Parameters(request.operation, _MODIFY)
    managed, session, now = request.managed, request.session, request.now
    subscription = _own(session, parameters)
    wanted, stop = _filter(managed, parameters), _stop(managed, parameters, now)

    def modify() -> None:
        subscription.wanted, subscription.stop = wanted, stop
        _set_end(managed, session, subscription, now)
        managed.notify(session, managed.clock(now), _modified(subscription, request.operation))
        supervision.still_wanted(managed, session)

    request.afterwards.append(modify)
    return ok(request.rpc)


def delete_subscription(request: Request) -> bytes:
    """End a subscription of this session."""
    subscription = _own(request.session, Parameters(request.operation, ("id",)))
    end_subscription(request.managed, request.session, subscription)
    return ok(request.rpc)


def kill_subscription(request: Request) -> bytes:
    """End a subscription of any session, which is told so."""
    parameters = Parameters(request.operation, ("id",))
    number = _number(parameters)
    managed = request.managed
    for session in managed.sessions.values():
        subscription = session.subscriptions.get(number)
        if subscription is not None and number:
            end_subscription(managed, session, subscription)
            terminated = top(SUBSCRIBED, "subscription-terminated")
            put(terminated, "id", str(number))
            put(terminated, "reason", "no-such-subscription")
            managed.notify(session, managed.clock(request.now), terminated)
            return ok(request.rpc)
    raise _unknown(number)


def end_subscription(managed: ManagedElement, session: Session, subscription: Subscription) -> None:
    """A subscription is over."""
    session.subscriptions.pop(subscription.number, None)
    if subscription.timer is not None:
        managed.timers.cancel(subscription.timer)
    supervision.still_wanted(managed, session)


def _begin(managed: ManagedElement, session: Session, subscription: Subscription, now: float) -> None:
    session.subscriptions[subscription.number] = subscription
    if subscription.start is not None:
        replay(managed, session, subscription)
        completed = top(SUBSCRIBED, "replay-completed")
        put(completed, "id", str(subscription.number))
        managed.notify(session, managed.clock(now), completed)
    _set_end(managed, session, subscription, now)
    supervision.begin(managed, session, subscription, now)


def _set_end(managed: ManagedElement, session: Session, subscription: Subscription, now: float) -> None:
    if subscription.timer is not None:
        managed.timers.cancel(subscription.timer)
        subscription.timer = None
    if subscription.stop is not None:
        when = now + (subscription.stop - managed.clock(now)).total_seconds()
        subscription.timer = managed.timers.set(when, lambda then: end_subscription(managed, session, subscription))


def _modified(subscription: Subscription, operation: Element) -> Element:
    """What holds of a subscription from now on, for who has it."""
    told = top(SUBSCRIBED, "subscription-modified")
    put(told, "id", str(subscription.number))
    put(told, "stream", subscription.stream.name)
    for name in _FILTERS:
        for given in operation.iterchildren(tag(SUBSCRIBED, name)):
            told.append(given)
    if subscription.stop is not None:
        put(told, "stop-time", write_time(subscription.stop))
    return told


def _own(session: Session, parameters: Parameters) -> Subscription:
    number = _number(parameters)
    subscription = session.subscriptions.get(number) if number else None
    if subscription is None:
        raise _unknown(number)
    return subscription


def _number(parameters: Parameters) -> int:
    if not parameters.flag("id"):
        raise missing("id", "the operation")
    return parameters.number("id", 0, least=0)


def _stop(managed: ManagedElement, parameters: Parameters, now: float) -> datetime | None:
    stop = time_of(parameters, "stop-time")
    if stop is not None and stop <= managed.clock(now):
        raise invalid("stop-time", parameters.text("stop-time"), "it is over already")
    return stop


def _filter(managed: ManagedElement, parameters: Parameters) -> Filter | None:
    given = [found for name in _FILTERS if (found := parameters.get(name)) is not None]
    if not given:
        return None
    if len(given) > 1:
        raise Refusal(application("bad-element", None, "There is one filter at most.", bad_element=_FILTERS[0]))
    element = given[0]
    if element.tag == tag(SUBSCRIBED, "stream-filter-name"):
        element = _named_filter(managed, element.text or "")
    if element.tag == tag(SUBSCRIBED, "stream-xpath-filter"):
        wanted = Filter(xpath=element.text or "", namespaces=element.nsmap)
    else:
        wanted = Filter(subtree=element)
    try:
        # One that cannot be used is refused now, not with the first event.
        filtered(top(STREAMS_SPACE, "replayComplete"), wanted, managed.models)
    except Refusal as refusal:
        raise _refused("invalid-value", "filter-unsupported", refusal.errors[0].message) from None
    return wanted


def _named_filter(managed: ManagedElement, name: str) -> Element:
    """A filter that running holds (RFC 8639 2.2)."""
    path = f"{tag(SUBSCRIBED, 'filters')}/{tag(SUBSCRIBED, 'stream-filter')}"
    for each in managed.datastores.running.root.iterfind(path):
        if each.findtext(tag(SUBSCRIBED, "name")) == name:
            found = [each.find(tag(SUBSCRIBED, kind)) for kind in _FILTERS[1:]]
            return next((filter_ for filter_ in found if filter_ is not None), top(SUBSCRIBED, _FILTERS[1]))
    raise _refused("invalid-value", "filter-unavailable", f"There is no filter {name[:80]!r}.")


def _unknown(number: int) -> Refusal:
    return _refused("invalid-value", "no-such-subscription", f"There is no subscription {number} here.")


def _refused(error_tag: str, identity: str, message: str) -> Refusal:
    """A refusal whose error-app-tag is an identity of the module (RFC 8640 7)."""
    return Refusal(application(error_tag, None, message, f"ietf-subscribed-notifications:{identity}"))
