"""One entry of known verdicts: where it holds."""

from oran_harness.model import Known, Role, Verdict
from oran_harness.runner.known import Entry

KNOWN = Known((Verdict.FAIL,), "it is slow")
ANY = Entry(("A",), KNOWN)
NARROW = Entry(("A",), KNOWN, Role.E2_NODE, ("2.03", "3.01"), ("tcp",))


def test_where_it_holds() -> None:
    """Everywhere, unless role, edition or transport say otherwise."""
    assert ANY.holds(Role.NEAR_RT_RIC, "7.00", "sctp")
    assert NARROW.holds(Role.E2_NODE, "3.01", "tcp")
    assert not NARROW.holds(Role.NEAR_RT_RIC, "3.01", "tcp")
    assert not NARROW.holds(Role.E2_NODE, "7.00", "tcp")
    assert not NARROW.holds(Role.E2_NODE, "3.01", "sctp")


def test_which_entries_meet() -> None:
    """Those that hold for a common run."""
    assert ANY.meets(NARROW)
    assert NARROW.meets(ANY)
    assert not NARROW.meets(Entry(("A",), KNOWN, Role.E2_NODE, ("7.00",)))
    assert not NARROW.meets(Entry(("A",), KNOWN, Role.NEAR_RT_RIC))
    assert not NARROW.meets(Entry(("A",), KNOWN, transports=("sctp",)))
    assert NARROW.meets(Entry(("A",), KNOWN, editions=("3.01",)))
