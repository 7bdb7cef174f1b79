"""What all sessions of the element share: its clock, what it keeps, whom it tells."""

from datetime import UTC, datetime

from oran_harness.peers.o1_provider.config import STARTUP
from oran_harness.peers.o1_provider.put import top
from oran_harness.protocols.netconf import NOTIFICATION
from tests.peers.o1_provider.chart import ELEMENT, EPOCH, Chart, edit, label, op

EDIT_RULES = '<config><nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm">{}</nacm></config>'


def test_clock() -> None:
    """The wall clock is that of the epoch and of what has passed since, to the microsecond."""
    assert Chart().provider.managed.clock(1.5) == datetime.fromtimestamp(EPOCH + 1.5, UTC)


def test_rights_follow_the_rules() -> None:
    """A rule that is written holds from the next request on (RFC 8341 3.4.5)."""
    chart = Chart(groups={"other": ()}).up().up("2", "other")
    assert chart.refused(edit("running", label("x")), "2") == "application access-denied"
    chart.ok(edit("running", EDIT_RULES.format("<enable-nacm>false</enable-nacm>")))
    chart.ok(edit("running", label("x")), "2")


def test_kept() -> None:
    """Running and startup are kept when they change, and the candidate is not."""
    chart = Chart().up()
    chart.ok(edit("candidate", label("x")))
    assert chart.stored == {}
    chart.ok(op("copy-config", "<target><startup/></target><source><candidate/></source>"))
    assert list(chart.stored) == [STARTUP]


def test_told() -> None:
    """What no module knows is told to nobody, and what is for one session is not told to others or replayed."""
    chart = Chart().up().up("2")
    managed = chart.provider.managed
    for name in ("1", "2"):
        chart.ok(op("create-subscription", "", NOTIFICATION), name)
    managed.tell(top("urn:x", "nothing"), chart.now)
    managed.tell(top(ELEMENT, "reset-done"), chart.now, only=managed.sessions[2])
    chart._obey(managed.take_commands())
    assert (chart.events("1"), chart.events("2")) == ([], ["reset-done"])
    names = [event.schema.name for event in managed.log.since(managed.clock(0))]
    assert names == ["netconf-session-start"] * 2
