"""What is told in wrong ways: notifications that come in another order, to others, or at another time."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from oran_harness.protocols.netconf import Rpc
from oran_harness.protocols.netconf.event_time import read_time, write_time
from tests.conformance.o1.misbehaving import MisbehavingProvider, Misbehaviour, misunderstood, replaced

TIME = re.compile(rb"<eventTime[^>]*>([^<]*)<")
START, END = b"netconf-session-start", b"netconf-session-end"
Told = list[tuple[str, bytes]]
EVENT = (
    b'<notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0"><eventTime>2026-11-22T12:00:00Z</eventTime>'
    b'<replayComplete xmlns="urn:ietf:params:xml:ns:netmod:notification"/></notification>'
)


def shifted(hours: float) -> Callable[[bytes], bytes]:
    """The event is told with another time, under the same zone."""

    def edit(message: bytes) -> bytes:
        found = TIME.search(message)
        assert found is not None
        time = read_time(found[1].decode())
        assert time is not None
        return message.replace(found[1], write_time(time + timedelta(hours=hours)).encode())

    return edit


def early(*of: str) -> Misbehaviour:
    """A notification comes before the reply that it is promised in."""

    def says(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> list[bytes]:
        return [EVENT, message] if request is not None and request.name in of else [message]

    return Misbehaviour(says)


def to_all(it: MisbehavingProvider, session: str, message: bytes) -> Told:
    """All sessions are told."""
    return [(name, message) for name in it.sessions]


def swapped(it: MisbehavingProvider, session: str, message: bytes) -> Told:
    """Each second event comes before the first."""
    if START not in message:
        return [(session, message)]
    it.kept.append(message)
    if len(it.kept) < 2:
        return []
    two = [(session, each) for each in reversed(it.kept)]
    it.kept.clear()
    return two


def backwards(it: MisbehavingProvider, session: str, message: bytes) -> Told:
    """A replay comes the last first."""
    if b"replayComplete" not in message:
        it.kept.append(message)
        return []
    return [(session, each) for each in (*reversed(it.kept), message)]


def later_for_others(it: MisbehavingProvider, session: str, message: bytes) -> Told:
    """Each session is told another time."""
    return [(session, shifted(it.count("told") / 3600)(message))]


def deaf_when_subscribed(it: MisbehavingProvider, rpc: Rpc) -> bytes:
    """A session that is subscribed is not listened to."""
    if it.counts:
        return b""
    if rpc.name == "create-subscription":
        it.count("subscribed")
    return rpc.octets


def error_all_the_same(content: str) -> Misbehaviour:
    """A deletion is carried out as a merge, and answered with an error."""
    return replace(replaced(content, "edit-config"), asks=misunderstood(b'"delete"', b'"merge"').asks)
