"""Who may ask for what (RFC 8341 3.4.4)."""

from tests.peers.o1_provider.chart import MONITORING, SUPERVISION, Chart, edit, label, op


def test_operations() -> None:
    """An operation that a group does not have is denied with its path; closing the session is everybody's."""
    chart = Chart(groups={"few": ("O1_nacm_management",)}).up("1", "few")
    (error,) = chart.ask(op("supervision-watchdog-reset", space=SUPERVISION)).errors
    assert (error.type, error.tag) == ("application", "access-denied")
    assert error.path == "/oran-harness-supervision:supervision-watchdog-reset"
    assert not chart.ask(op("get-schema", "<identifier>ietf-netconf</identifier>", MONITORING)).errors
    chart.ok(op("close-session"))


def test_who_may_write_everything() -> None:
    """He needs no look at each node; whoever lacks one right does."""
    chart = Chart(groups={"few": ("nms",)}).up("1").up("2", "few")
    managed = chart.provider.managed
    assert managed.rights("admin").may_write_all(managed.models)
    assert not managed.rights("few").may_write_all(managed.models)


def test_nobody_is_limited_whom_nacm_does_not_know() -> None:
    """Recovery users may do everything, whatever the rules say."""
    chart = Chart(recovery=("root",), other_groups=()).up("1", "root").up("2", "other")
    chart.ok(edit("running", label("x")))
    assert chart.refused(edit("running", label("x")), "2") == "application access-denied"
