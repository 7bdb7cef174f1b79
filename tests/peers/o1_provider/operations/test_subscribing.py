"""create-subscription: order, filters, replays, and its end (RFC 5277)."""

from datetime import UTC, datetime, timedelta

import pytest

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import EPOCH, EVENTS, Chart, edit, label, op

CHANGE = "netconf-config-change"


def subscribe(inside: str = "") -> str:
    return op("create-subscription", inside, NOTIFICATION)


def at(seconds: float) -> str:
    return (datetime.fromtimestamp(EPOCH, UTC) + timedelta(seconds=seconds)).isoformat()


def test_reply_first() -> None:
    """The reply comes before any notification, and what happened before is not told."""
    chart = Chart().up()
    chart.ok(edit("running", label("a")))
    chart.ok(subscribe())
    assert chart.told["1"] == []
    chart.ok(edit("running", label("b")))
    assert chart.events() == [CHANGE]


def test_time() -> None:
    """Its eventTime is that of the wall clock, in UTC."""
    chart = Chart().up()
    chart.ok(subscribe())
    chart.wait(50).ok(edit("running", label("b")))
    (told,) = chart.told["1"]
    assert told.event_time is not None
    assert abs(told.event_time.timestamp() - EPOCH - 50) < 1
    assert told.event_time.utcoffset() == timedelta(0)


def test_replay() -> None:
    """What was kept comes first, in order, then replayComplete, then what is new."""
    chart = Chart().up()
    for text in ("a", "b"):
        chart.wait(10).ok(edit("running", label(text)))
    chart.ok(subscribe(f"<startTime>{at(15)}</startTime>"))
    assert chart.events() == [CHANGE, "replayComplete"]
    chart.ok(edit("running", label("c")))
    assert chart.events() == [CHANGE, "replayComplete", CHANGE]


def test_stop() -> None:
    """At stopTime the subscription ends with notificationComplete, and another may follow."""
    chart = Chart().up()
    chart.ok(subscribe(f"<startTime>{at(0)}</startTime><stopTime>{at(60)}</stopTime>"))
    chart.wait(61).ok(edit("running", label("c")))
    assert chart.events() == ["netconf-session-start", "replayComplete", "notificationComplete"]
    chart.ok(subscribe())


def test_stop_in_the_past() -> None:
    """Only what lies between the two times comes."""
    chart = Chart().up()
    for text in ("a", "b"):
        chart.wait(10).ok(edit("running", label(text)))
    chart.ok(subscribe(f"<startTime>{at(5)}</startTime><stopTime>{at(15)}</stopTime>"))
    assert chart.wait(1).events() == [CHANGE, "replayComplete", "notificationComplete"]


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ("<stream>other</stream>", "protocol invalid-value"),
        (f"<startTime>{at(3600)}</startTime>", "protocol bad-element"),
        (f"<stopTime>{at(3600)}</stopTime>", "protocol missing-element"),
        (f"<startTime>{at(0)}</startTime><stopTime>{at(-1)}</stopTime>", "protocol bad-element"),
        ("<startTime>yesterday</startTime>", "protocol invalid-value"),
        ("<startTime>2026-01-01T00:00:00</startTime>", "protocol invalid-value"),
        ('<filter type="xpath" select="/x:y"/>', "protocol invalid-value"),
    ],
)
def test_refusals(inside: str, error: str) -> None:
    """Each has its error-tag (2.1.1)."""
    assert Chart().up().refused(subscribe(inside)) == error


def test_twice() -> None:
    """A session has one such subscription."""
    chart = Chart().up()
    chart.ok(subscribe())
    assert chart.refused(subscribe()) == "protocol operation-failed"


@pytest.mark.parametrize(
    "given",
    [
        f'<filter><netconf-session-start xmlns="{EVENTS}"/></filter>',
        f'<filter type="xpath" xmlns:e="{EVENTS}" select="/e:netconf-session-start"/>',
    ],
)
def test_filter(given: str) -> None:
    """Only what the filter selects is told."""
    chart = Chart().up()
    chart.ok(subscribe(given))
    chart.ok(edit("running", label("c")))
    chart.up("2")
    assert chart.events() == ["netconf-session-start"]


def test_rights() -> None:
    """What a user may not be told is left out silently (RFC 8341 3.4.6)."""
    chart = Chart(groups={"some": ("O1_network_monitoring",), "few": ("swm",)}).up().up("2", "some").up("3", "few")
    for name in ("1", "2", "3"):
        chart.ok(subscribe(), name)
    chart.ok(edit("running", label("c")))
    assert chart.events("2") == chart.events("1")


def test_log_is_bounded() -> None:
    """Of very many events the last are kept, and the element says since when."""
    chart = Chart(events_kept=3).up()
    for number in range(6):
        chart.wait(1).ok(edit("running", label(str(number))))
    chart.ok(subscribe(f"<startTime>{at(0)}</startTime>"))
    assert chart.events() == [CHANGE] * 3 + ["replayComplete"]
    streams = chart.data(op("get", '<filter><netconf xmlns="urn:ietf:params:xml:ns:netmod:notification"/></filter>'))
    assert streams.findtext(".//{*}replayLogAgedTime") is not None
