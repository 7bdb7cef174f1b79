"""The events of a conversation."""

from oran_harness.model.level import Level
from oran_harness.protocols.netconf.breach_kind import BreachKind
from oran_harness.protocols.netconf.events import Breach
from oran_harness.protocols.netconf.side import Side


def test_breach() -> None:
    """A breach tells clause, weight and one sentence."""
    breach = Breach(1.0, Side.SERVER, BreachKind.NO_SESSION_ID, "a session-id", "none", 1)
    assert breach.sentence == "A server's hello has no session-id: expected a session-id, got none."
    assert (breach.clause, breach.level, breach.open) == ("RFC 6241 8.1", Level.MUST, False)
    assert Breach(1.0, Side.SERVER, BreachKind.WARNING, "", "", 1).open
