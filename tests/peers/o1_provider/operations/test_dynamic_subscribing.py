"""establish-, modify-, delete- and kill-subscription (RFC 8639, RFC 8640)."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.peers.o1_provider.chart import EPOCH, EVENTS, Chart, edit, label, op

SPACE = "urn:ietf:params:xml:ns:yang:ietf-subscribed-notifications"
STREAM = "<stream>NETCONF</stream>"
CHANGE, START = "netconf-config-change", "netconf-session-start"
ONLY_STARTS = f'<stream-xpath-filter xmlns:e="{EVENTS}">/e:netconf-session-start</stream-xpath-filter>'


def at(seconds: float) -> str:
    return (datetime.fromtimestamp(EPOCH, UTC) + timedelta(seconds=seconds)).isoformat()


def establish(inside: str = STREAM) -> str:
    return op("establish-subscription", inside, SPACE)


def established(chart: Chart, inside: str = STREAM, name: str = "1") -> str:
    reply = chart.ask(establish(inside), name)
    assert not reply.errors, [error.message for error in reply.errors]
    return reply.content[0].text or ""


def app_tag(chart: Chart, operation: str, name: str = "1") -> str:
    (error,) = chart.ask(operation, name).errors
    return error.app_tag.removeprefix("ietf-subscribed-notifications:")


def test_several_subscriptions() -> None:
    """A session may have several, each with its own number and filter."""
    chart = Chart().up()
    numbers = {established(chart), established(chart, STREAM + ONLY_STARTS)}
    assert len(numbers) == 2
    chart.ok(edit("running", label("a")))
    chart.up("2")
    assert chart.events() == [CHANGE, START, START]


def test_subtree_filter() -> None:
    """Only what it selects is told."""
    chart = Chart().up()
    starts = f'<netconf-session-start xmlns="{EVENTS}"/>'
    established(chart, f"{STREAM}<stream-subtree-filter>{starts}</stream-subtree-filter>")
    chart.ok(edit("running", label("a")))
    assert chart.up("2").events() == [START]


def test_named_filter() -> None:
    """A filter that running holds is used by its name."""
    chart = Chart().up()
    named = f"<stream-filter><name>starts</name>{ONLY_STARTS}</stream-filter>"
    config = f'<config><filters xmlns="{SPACE}">{named}</filters></config>'
    chart.ok(edit("running", config))
    established(chart, f"{STREAM}<stream-filter-name>starts</stream-filter-name>")
    assert app_tag(chart, establish(f"{STREAM}<stream-filter-name>no</stream-filter-name>")) == "filter-unavailable"
    chart.ok(edit("running", label("a")))
    assert chart.up("2").events() == [START]


def test_replay() -> None:
    """What was kept comes first; a start before all that is kept is told as revised."""
    chart = Chart().up()
    chart.wait(10).ok(edit("running", label("a")))
    reply = chart.ask(establish(f"{STREAM}<replay-start-time>{at(-99)}</replay-start-time>"))
    assert [each.tag.rpartition("}")[2] for each in reply.content] == ["id", "replay-start-time-revision"]
    assert chart.events() == [START, CHANGE, "replay-completed"]


def test_stop() -> None:
    """At its stop-time it is over."""
    chart = Chart().up()
    number = established(chart, f"{STREAM}<stop-time>{at(20)}</stop-time>")
    chart.wait(21).ok(edit("running", label("a")))
    assert chart.events() == []
    assert app_tag(chart, op("delete-subscription", f"<id>{number}</id>", SPACE)) == "no-such-subscription"


def test_modify() -> None:
    """From the answer on the new filter holds, and the subscriber is told so."""
    chart = Chart().up()
    number = established(chart)
    chart.ok(op("modify-subscription", f"<id>{number}</id>{ONLY_STARTS}", SPACE))
    chart.ok(edit("running", label("a")))
    assert chart.up("2").events() == ["subscription-modified", START]


def test_delete() -> None:
    """Only the session that made it deletes it."""
    chart = Chart().up().up("2")
    delete = op("delete-subscription", f"<id>{established(chart)}</id>", SPACE)
    assert app_tag(chart, delete, "2") == "no-such-subscription"
    chart.ok(delete)
    chart.ok(edit("running", label("a")))
    assert chart.events() == []


def test_kill() -> None:
    """Anybody who may ends it, and the subscriber is told."""
    chart = Chart().up().up("2")
    kill = op("kill-subscription", f"<id>{established(chart)}</id>", SPACE)
    chart.ok(kill, "2")
    assert chart.events() == ["subscription-terminated"]
    assert app_tag(chart, kill, "2") == "no-such-subscription"


def test_state() -> None:
    """The subscriptions are told of."""
    chart = Chart().up()
    number = established(chart)
    data = chart.data(op("get", f'<filter><subscriptions xmlns="{SPACE}"/></filter>'))
    assert [each.text for each in data.iter(f"{{{SPACE}}}id")] == [number]


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ("<stream>other</stream>", "stream-unavailable"),
        (f"{STREAM}<encoding>encode-json</encoding>", "encoding-unsupported"),
        (f"{STREAM}<stream-xpath-filter>/x:y</stream-xpath-filter>", "filter-unsupported"),
        (f"{STREAM}<stop-time>{at(-1)}</stop-time>", ""),
        (f"{STREAM}<replay-start-time>{at(99)}</replay-start-time>", ""),
        ("", ""),
    ],
)
def test_refusals(inside: str, error: str) -> None:
    """Each has the identity that RFC 8639 gives it, if it gives one."""
    assert app_tag(Chart().up(), establish(inside)) == error
