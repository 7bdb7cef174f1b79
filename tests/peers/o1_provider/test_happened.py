"""What the element tells of itself (RFC 6470)."""

from lxml import etree

from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import BASE, ELEMENT, Chart, edit, label, op


def told(config: str) -> list[tuple[str, str]]:
    """The edits of the event that an edit makes."""
    chart = Chart().up()
    chart.ok(edit("running", label("before")))
    place = "<location><latitude>1</latitude><longitude>1</longitude></location>"
    chart.ok(edit("running", f'<config><managed-element xmlns="{ELEMENT}">{place}</managed-element></config>'))
    chart.ok(op("create-subscription", space=NOTIFICATION))
    chart.ok(edit("running", config))
    (event,) = chart.told["1"]
    assert event.content is not None
    assert event.content.findtext("{*}datastore") == "running"
    assert event.content.findtext("{*}changed-by/{*}session-id") == "1"
    return [(each.findtext("{*}target"), each.findtext("{*}operation")) for each in event.content.iterfind("{*}edit")]


def test_change() -> None:
    """A value that is another is told with its path."""
    path = "/oran-harness-managed-element:managed-element/oran-harness-managed-element:user-label"
    assert told(label("after")) == [(path, "merge")]


def test_something_that_goes() -> None:
    """What goes is told once, without all that was in it."""
    gone = f'<location xmlns:nc="{BASE}" nc:operation="delete"/>'
    ((path, operation),) = told(f'<config><managed-element xmlns="{ELEMENT}">{gone}</managed-element></config>')
    assert path.endswith(":location")
    assert operation == "delete"


def test_prefixes() -> None:
    """The prefixes of a path are bound where it stands."""
    chart = Chart().up()
    chart.ok(op("create-subscription", space=NOTIFICATION))
    chart.ok(edit("running", label("x")))
    content = chart.told["1"][0].content
    assert content is not None
    (target,) = content.iterfind("{*}edit/{*}target")
    prefixes = {step.partition(":")[0] for step in (target.text or "").split("/") if step}
    assert prefixes <= set(target.nsmap), etree.tostring(target)
