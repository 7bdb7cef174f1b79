"""What all sessions share."""

from datetime import UTC, datetime

from tests.peers.o1_provider.chart import EPOCH, Chart, edit, label, op


def test_clock() -> None:
    """The wall clock is the monotonic one and what was given with it, in UTC."""
    managed = Chart().provider.managed
    assert managed.clock(1.5) == datetime.fromtimestamp(EPOCH + 1.5, UTC)


def test_first_configuration_is_valid() -> None:
    """What an element begins with fits its modules."""
    assert Chart(seed=3).provider.managed.datastores.running.violations == ()


def test_rights_follow_running() -> None:
    """Rules that are edited hold from the next request on, as do those that a rollback brings back."""
    chart = Chart(groups={"boss": ("sudo",)}, recovery=("root",)).up("1", "boss").up("2", "root")
    chart.ok(edit("running", label("x")))
    nacm = '<nacm xmlns="urn:ietf:params:xml:ns:yang:ietf-netconf-acm"><groups><group><name>sudo</name>'
    gone = f'{nacm}<user-name xmlns:nc="urn:ietf:params:xml:ns:netconf:base:1.0" nc:operation="delete">boss</user-name>'
    chart.ok(edit("candidate", f"<config>{gone}</group></groups></nacm></config>"), "2")
    chart.ok(op("commit", "<confirmed/>"), "2")
    assert chart.refused(edit("running", label("y"))) == "application access-denied"
    chart.ok(op("cancel-commit"), "2")
    chart.ok(edit("running", label("y")))


def test_groups_of_others() -> None:
    """Users that nobody named have the groups of everybody else; those that were named have theirs alone."""
    chart = Chart(groups={"few": ("swm",)}, other_groups=("sudo",)).up("1", "few").up("2", "somebody")
    assert chart.refused(edit("running", label("x"))) == "application access-denied"
    chart.ok(edit("running", label("x")), "2")
