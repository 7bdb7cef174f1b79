"""Rules about notifications."""

import pytest

from oran_harness.protocols.netconf.breach_kind import BreachKind as Kind
from tests.checkers.netconf.scene import (
    NOTIFICATION,
    PROVIDER,
    SERVER,
    SUBSCRIBE,
    Case,
    Play,
    case,
    check_broken,
    wrong_notification,
)

HEAD = b'<notification xmlns="urn:ietf:params:xml:ns:netconf:notification:1.0">'
TIME = b"<eventTime>2026-01-01T00:00:00Z</eventTime>"


def notified(content: bytes) -> Play:
    """A session with a notification of this content."""
    message = b"%b%b</notification>" % (HEAD, content)
    return lambda scene: scene.hellos().ask("1", SUBSCRIBE).answer().say(SERVER, message)


CASES = (
    case(Kind.NO_EVENT_TIME, PROVIDER, wrong_notification("no-event-time")),
    case(Kind.EVENT_TIME_NOT_FIRST, PROVIDER, notified(b'<e xmlns="urn:e"/>' + TIME)),
    case(Kind.BAD_EVENT_TIME, PROVIDER, wrong_notification("bad-event-time")),
    case(Kind.EVENT_TIME_WITHOUT_ZONE, PROVIDER, wrong_notification("no-time-zone")),
    case(Kind.NOT_ONE_CONTENT, None, notified(TIME)),
    case(Kind.NOT_SUBSCRIBED, None, lambda s: s.hellos().say(SERVER, NOTIFICATION)),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_it_fires(row: Case) -> None:
    """Each rule fires where its kind of breach is, and blames whoever sent the octets."""
    check_broken(row)
