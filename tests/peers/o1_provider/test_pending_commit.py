"""A confirmed commit that waits."""

from tests.peers.o1_provider.chart import Chart, edit, label, op


def test_what_is_known_of_it() -> None:
    """What was before it, and whose it is."""
    chart = Chart().up()
    before = chart.provider.managed.datastores.running
    chart.ok(edit("candidate", label("x")))
    chart.ok(op("commit", "<confirmed/><confirm-timeout>30</confirm-timeout><persist>p</persist>"))
    pending = chart.provider.managed.pending
    assert pending is not None
    assert pending.before is before
    assert (pending.session, pending.persist) == (1, "p")
