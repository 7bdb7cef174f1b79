"""Commits, and confirmed commits that are confirmed, cancelled, or forgotten (RFC 6241 8.3, 8.4)."""

import pytest

from tests.peers.o1_provider.chart import Chart, edit, label, op

COMMIT = op("commit")
CONFIRMED = op("commit", "<confirmed/>")


def confirmed(more: str) -> str:
    return op("commit", f"<confirmed/>{more}")


def edited(chart: Chart, text: str = "new", name: str = "1") -> Chart:
    chart.ok(edit("candidate", label(text)), name)
    return chart


def test_commit() -> None:
    """The candidate becomes running, and is kept before the reply is said."""
    chart = edited(Chart().up())
    assert chart.label("candidate") == "new"
    assert chart.label() != "new"
    del chart.commands[:]
    chart.ok(COMMIT)
    assert chart.label() == "new"
    assert [type(each).__name__ for each in chart.commands[:2]] == ["Store", "Say"]
    assert b"new" in chart.stored["running.xml"]


def test_commit_of_nothing() -> None:
    """Nothing changes, nothing is kept."""
    chart = Chart().up()
    chart.ok(COMMIT)
    assert not chart.stored


def test_refused_commit() -> None:
    """What does not fit the modules stays in the candidate, and running is as it was."""
    chart = Chart().up()
    carrier = "<name>a</name>"
    config = '<user-plane-configuration xmlns="urn:oran-harness:yang:carriers">'
    config += f"<tx-array-carriers>{carrier}</tx-array-carriers></user-plane-configuration>"
    chart.ok(edit("candidate", f"<config>{config}</config>"))
    before = chart.provider.managed.datastores.running
    assert chart.refused(COMMIT) == "application data-missing"
    assert chart.provider.managed.datastores.running is before
    assert chart.provider.managed.datastores.modified


def test_discard() -> None:
    """The candidate is running again."""
    chart = edited(Chart().up())
    chart.ok(op("discard-changes"))
    assert chart.label("candidate") == chart.label()


def test_confirmed_commit_times_out() -> None:
    """Ten minutes without another commit, and running is what it was (8.4.1); nothing was kept meanwhile."""
    chart = edited(Chart().up())
    before = chart.label()
    chart.ok(CONFIRMED)
    assert chart.label() == "new"
    assert not chart.stored
    assert chart.wait(599).label() == "new"
    assert chart.wait(2).label() == before
    assert not chart.stored


def test_confirmed_commit_with_timeout() -> None:
    """The timeout is as it was asked for."""
    chart = edited(Chart().up())
    before = chart.label()
    chart.ok(confirmed("<confirm-timeout>5</confirm-timeout>"))
    assert chart.wait(4.9).label() == "new"
    assert chart.wait(0.2).label() == before


def test_confirmed() -> None:
    """Another commit confirms: it is kept, and stays."""
    chart = edited(Chart().up())
    chart.ok(CONFIRMED)
    chart.ok(COMMIT)
    assert b"new" in chart.stored["running.xml"]
    assert chart.wait(3600).label() == "new"


def test_confirmed_again() -> None:
    """A second confirmed commit starts the time anew, and what is gone back to is what was before the first."""
    chart = edited(Chart().up())
    before = chart.label()
    chart.ok(confirmed("<confirm-timeout>10</confirm-timeout>"))
    edited(chart.wait(9), "newer").ok(confirmed("<confirm-timeout>10</confirm-timeout>"))
    assert chart.wait(9).label() == "newer"
    assert chart.wait(2).label() == before


def test_cancel() -> None:
    """The commit that waits is taken back at once."""
    chart = edited(Chart().up())
    before = chart.label()
    chart.ok(CONFIRMED)
    chart.ok(op("cancel-commit"))
    assert chart.label() == before
    assert chart.refused(op("cancel-commit")) == "protocol operation-failed"


@pytest.mark.parametrize("how", ["lost", "closed", "killed"])
def test_end_of_session(how: str) -> None:
    """Without persist a confirmed commit ends with its session (8.4.1)."""
    chart = edited(Chart().up().up("2"), name="2")
    before = chart.label()
    chart.ok(CONFIRMED, "2")
    if how == "lost":
        chart.over("2")
    elif how == "closed":
        chart.ok(op("close-session"), "2")
    else:
        chart.ok(op("kill-session", "<session-id>2</session-id>"))
    assert chart.label() == before


def test_persist() -> None:
    """With persist it outlives its session, and whoever has the persist-id may confirm it."""
    chart = edited(Chart().up().up("2"), name="2")
    chart.ok(confirmed("<persist>mine</persist>"), "2")
    chart.over("2")
    assert chart.label() == "new"
    assert chart.refused(COMMIT) == "protocol invalid-value"
    assert chart.refused(op("commit", "<persist-id>other</persist-id>")) == "protocol invalid-value"
    chart.ok(op("commit", "<persist-id>mine</persist-id>"))
    assert chart.wait(3600).label() == "new"


def test_persist_cancelled() -> None:
    """So may he cancel it."""
    chart = edited(Chart().up().up("2"))
    before = chart.label()
    chart.ok(confirmed("<persist>mine</persist>"))
    assert chart.refused(op("cancel-commit"), "2") == "protocol invalid-value"
    chart.ok(op("cancel-commit", "<persist-id>mine</persist-id>"), "2")
    assert chart.label() == before


def test_persist_id_of_nothing() -> None:
    """A persist-id without a commit that waits is a wrong value."""
    chart = Chart().up()
    assert chart.refused(op("commit", "<persist-id>a</persist-id>")) == "protocol invalid-value"
    assert chart.refused(op("cancel-commit", "<persist-id>a</persist-id>")) == "protocol invalid-value"


def test_other_session() -> None:
    """While a confirmed commit without persist waits, no other session commits or cancels it."""
    chart = edited(Chart().up().up("2"))
    chart.ok(CONFIRMED)
    assert chart.refused(COMMIT, "2") == "protocol in-use"
    assert chart.refused(op("cancel-commit"), "2") == "protocol in-use"


@pytest.mark.parametrize("timeout", ["0", "-1", "a", "4294967296", ""])
def test_wrong_timeout(timeout: str) -> None:
    """A timeout is a number of seconds from 1 on."""
    chart = Chart().up()
    text = f"<confirm-timeout>{timeout}</confirm-timeout>"
    assert chart.refused(confirmed(text)) == "protocol invalid-value"


def test_restart_while_a_commit_waits() -> None:
    """A process that ends meanwhile finds the configuration from before it (8.4.1)."""
    chart = edited(Chart().up(), "first")
    chart.ok(COMMIT)
    edited(chart, "second").ok(CONFIRMED)
    assert Chart(stored=chart.stored).up().label() == "first"


def test_events() -> None:
    """What becomes of a confirmed commit is told (RFC 6470)."""
    chart = edited(Chart().up().up("2"))
    chart.ok(op("create-subscription", space="urn:ietf:params:xml:ns:netconf:notification:1.0"), "2")
    chart.ok(CONFIRMED)
    chart.ok(op("cancel-commit"))
    change, commit = "netconf-config-change", "netconf-confirmed-commit"
    assert chart.events("2") == [change, commit, change, commit]
