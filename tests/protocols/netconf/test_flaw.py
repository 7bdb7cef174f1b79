"""Something wrong with one message."""

from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.flaw import Flaw


def test_flaws_compare() -> None:
    """Two flaws are equal that say the same."""
    assert Flaw(BreachKind.NO_BASE, "a", "b") == (BreachKind.NO_BASE, "a", "b")
