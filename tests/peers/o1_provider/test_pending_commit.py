"""What is known of a confirmed commit that waits (RFC 6241 8.4)."""

from oran_harness.peers.o1_provider.pending_commit import PendingCommit
from tests.peers.o1_provider.chart import Chart, edit, label, op


def waiting(chart: Chart, text: str, more: str = "", name: str = "1") -> PendingCommit:
    chart.ok(edit("candidate", label(text)), name)
    chart.ok(op("commit", f"<confirmed/>{more}"), name)
    pending = chart.provider.managed.pending
    assert pending is not None
    return pending


def test_before() -> None:
    """What running goes back to is what it was before the first of several (RFC 6241 8.4.1)."""
    chart = Chart().up()
    before = chart.provider.managed.datastores.running
    assert waiting(chart, "a").before is before
    assert waiting(chart, "b").before is before


def test_whose() -> None:
    """It is of the session that committed last, with the persist that this one gave (RFC 6241 8.4.5)."""
    chart = Chart().up().up("2")
    first = waiting(chart, "a", "<persist>x</persist>")
    assert (first.session, first.persist) == (1, "x")
    second = waiting(chart, "b", "<persist-id>x</persist-id>", "2")
    assert (second.session, second.persist) == (2, None)
