"""E2 Removal (E2AP 8.3.7)."""

from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.pairing import abort_ric_services
from oran_harness.protocols.e2ap.engine.turn import LONGEST_DELAY, Turn
from oran_harness.protocols.e2ap.messages import E2RemovalFailure, E2RemovalRequest, E2RemovalResponse


def request(turn: Turn, message: E2RemovalRequest) -> None:
    """RIC services are aborted; what a refused Removal leaves of them is open (8.3.7.2)."""
    begin(turn)


def begin(turn: Turn) -> None:
    """Let a Removal request act on everything that RIC services have set up."""
    abort_ric_services(turn)
    turn.records.doubt_subscriptions(new=False)
    turn.records.doubt_services()


def response(turn: Turn, message: E2RemovalResponse) -> None:
    """The interface is gone: all resources are released, all data erased."""
    if turn.answers is None and turn.records.transactions.complete:
        return
    finish(turn)


def finish(turn: Turn) -> None:
    """Let a Removal response act on the records."""
    records = turn.records
    for subscription in tuple(records.subscriptions.values()):
        records.advance(subscription, "E2RemovalResponse", turn.moment)
    if records.removal is None:
        records.removal = turn.moment


def failure(turn: Turn, message: E2RemovalFailure) -> None:
    """The interface stays; nothing else is said."""


def judge_after_removal(turn: Turn) -> None:
    """A message after the Removal's completion: wrong from the end that answered it, or long after (8.3.7.2)."""
    removal = turn.records.removal
    certain = removal is not None and (
        turn.ordered(removal.stream, removal.t) if removal.by is turn.sender else turn.now - removal.t > LONGEST_DELAY
    )
    turn.irregular(
        IrregularityKind.MESSAGE_AFTER_REMOVAL,
        f"{turn.name} after E2 Removal is completed",
        expected="the association is closed, everything released",
        actual=f"{turn.name}"
        + ("" if removal is None else f" {turn.now - removal.t:.3f} s after the Removal response"),
        certain=certain,
    )
