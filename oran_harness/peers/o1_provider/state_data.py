"""The state of the element: its sessions, datastores and schemas (RFC 6022), its library (RFC 8525), its streams."""

import functools
from collections.abc import Callable, Container, Iterator, Mapping

from lxml import etree

from oran_harness.codec.xml import Element, local_name
from oran_harness.codec.yang import Models
from oran_harness.peers.o1_provider.alarms import active_alarms
from oran_harness.peers.o1_provider.datastore.trees import copy_of, empty_tree
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.library import yang_library
from oran_harness.peers.o1_provider.names import MONITORING, NACM, NETCONF_GRPC, SUBSCRIBED, SUPERVISION, tag
from oran_harness.peers.o1_provider.names import STREAMS as STREAMS_SPACE
from oran_harness.peers.o1_provider.put import put, top
from oran_harness.peers.o1_provider.streams import STREAMS
from oran_harness.protocols.netconf.event_time import write_time

Part = Callable[[ManagedElement, float], Iterator[Element]]


def state_data(managed: ManagedElement, now: float, tops: Container[str] | None = None) -> Element | None:
    """A tree of all state data, or of the top-level nodes with these local names; None if there are none."""
    root = empty_tree()
    for name, parts in _PARTS.items():
        if tops is None or name in tops:
            root.extend(parts(managed, now))
    return root if len(root) else None


@functools.lru_cache(maxsize=4)
def _library(models: Models) -> tuple[Element, ...]:
    return tuple(yang_library(models))


def _libraries(name: str) -> Part:
    """One of the two lists of modules: the same as long as the element lives."""

    def part(managed: ManagedElement, now: float) -> Iterator[Element]:
        yield from (copy_of(each) for each in _library(managed.models) if local_name(each.tag) == name)

    return part


def _supervision(managed: ManagedElement, now: float) -> Iterator[Element]:
    supervision = top(SUPERVISION, "supervision")
    put(supervision, "supervised-sessions", str(sum(each.watch is not None for each in managed.sessions.values())))
    yield supervision


def _monitoring(managed: ManagedElement, now: float) -> Iterator[Element]:
    state = top(MONITORING, "netconf-state")
    listed = put(state, "capabilities")
    for uri in managed.capabilities:
        put(listed, "capability", uri)
    datastores = put(state, "datastores")
    held = managed.locks.held()
    for name in ("running", "candidate", "startup"):
        datastore = put(datastores, "datastore")
        put(datastore, "name", name)
        if name in held:
            session, since = held[name]
            lock = put(put(datastore, "locks"), "global-lock")
            put(lock, "locked-by-session", str(session))
            put(lock, "locked-time", write_time(managed.clock(since)))
    state.append(_schemas(managed.models))
    sessions = put(state, "sessions")
    for each in managed.sessions.values():
        session = put(sessions, "session")
        put(session, "session-id", str(each.number))
        session.append(_transport(each.transport))
        put(session, "username", each.user)
        if each.remote:
            put(session, "source-host", each.remote)
        put(session, "login-time", write_time(managed.clock(each.began)))
        _counters(session, each.counters)
    statistics = put(state, "statistics")
    put(statistics, "netconf-start-time", write_time(managed.clock(managed.began)))
    _counters(statistics, managed.counters)
    yield state


def _transport(identity: str) -> Element:
    """What carries a session: an identity of RFC 6022's module, or of our own (RFC 7950 9.10.3)."""
    own: dict[str | None, str] = {"ohng": NETCONF_GRPC} if identity == "netconf-grpc" else {}
    prefixes = {None: MONITORING, **own}
    transport = etree.Element(tag(MONITORING, "transport"), nsmap=prefixes)
    transport.text = f"ohng:{identity}" if own else identity
    return transport


def _counters(above: Element, counters: "dict[str, int]") -> None:
    for name, count in counters.items():
        put(above, name, str(count % 2**32))


def _schemas(models: Models) -> Element:
    schemas = top(MONITORING, "schemas")
    for module in models.modules:
        _schema(schemas, module.name, module.revision, module.namespace)
        for part in module.submodules:
            _schema(schemas, part.name, part.revision, module.namespace)
    return schemas


def _schema(schemas: Element, name: str, revision: str | None, namespace: str) -> None:
    schema = put(schemas, "schema")
    put(schema, "identifier", name)
    put(schema, "version", revision or "")
    put(schema, "format", "yang")
    put(schema, "namespace", namespace)
    put(schema, "location", "NETCONF")


def _streams(managed: ManagedElement, now: float) -> Iterator[Element]:
    """The streams as create-subscription knows them (RFC 5277 3.2.5)."""
    netconf = top(STREAMS_SPACE, "netconf")
    streams = put(netconf, "streams")
    for each in STREAMS.values():
        stream = put(streams, "stream")
        put(stream, "name", each.name)
        put(stream, "description", each.description)
        put(stream, "replaySupport", "true")
        put(stream, "replayLogCreationTime", write_time(managed.clock(managed.began)))
        if managed.log.aged is not None:
            put(stream, "replayLogAgedTime", write_time(managed.log.aged))
    yield netconf


def _subscriptions(managed: ManagedElement, now: float) -> Iterator[Element]:
    """Those that establish-subscription has made (RFC 8639 3.3)."""
    subscriptions = top(SUBSCRIBED, "subscriptions")
    for session in managed.sessions.values():
        for each in session.subscriptions.values():
            if each.number:
                subscription = put(subscriptions, "subscription")
                put(subscription, "id", str(each.number))
                put(subscription, "stream", each.stream.name)
                if each.stop is not None:
                    put(subscription, "stop-time", write_time(each.stop))
                receiver = put(put(subscription, "receivers"), "receiver")
                put(receiver, "name", f"session {session.number}")
                put(receiver, "state", "active")
    yield subscriptions


def _subscribed(managed: ManagedElement, now: float) -> Iterator[Element]:
    """The streams as establish-subscription knows them (RFC 8639 3.1)."""
    streams = top(SUBSCRIBED, "streams")
    for each in STREAMS.values():
        stream = put(streams, "stream")
        put(stream, "name", each.name)
        put(stream, "description", each.description)
        put(stream, "replay-support")
        put(stream, "replay-log-creation-time", write_time(managed.clock(managed.began)))
        if managed.log.aged is not None:
            put(stream, "replay-log-aged-time", write_time(managed.log.aged))
    yield streams


def _access(managed: ManagedElement, now: float) -> Iterator[Element]:
    """What the access rules have denied (RFC 8341 3.5.2)."""
    nacm = top(NACM, "nacm")
    _counters(nacm, managed.denied)
    yield nacm


_PARTS: Mapping[str, Part] = {
    "netconf-state": _monitoring,
    "yang-library": _libraries("yang-library"),
    "modules-state": _libraries("modules-state"),
    "netconf": _streams,
    "streams": _subscribed,
    "subscriptions": _subscriptions,
    "supervision": _supervision,
    "nacm": _access,
    "active-alarm-list": active_alarms,
}
