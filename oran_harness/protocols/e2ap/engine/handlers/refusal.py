"""What all failure messages have in common (E2AP 4.1, 9.2.1, 9.2.5)."""

from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.records import Wait
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.message import Message

CONNECTION_UPDATE = 11
_FIRST_EDITION_LISTS = ("ric_actions_not_admitted", "ran_functions_rejected")


def note_time_to_wait(turn: Turn, seconds: object) -> None:
    """Remember the Time to Wait of a failure for whoever started the procedure (9.2.5)."""
    if turn.procedure is None or turn.answers is None or turn.late or not isinstance(seconds, int):
        return
    turn.records.waits[turn.procedure.code, turn.sender.other] = Wait(turn.now + seconds, seconds, turn.n)


def judge_cause(turn: Turn, message: Message) -> None:
    """Note a failure message without a cause.

    E2 Connection Update Failure may lack it (its ASN.1 has it optional, 9.3.1), and E2AP 1.01 has lists of refused
    items, each with a cause, in two messages.
    """
    if message.OUTCOME != "unsuccessfulOutcome" or message.PROCEDURE_CODE == CONNECTION_UPDATE or not turn.intact:
        return
    if getattr(message, "cause", None) is not None:
        return
    if any(getattr(message, name, None) for name in _FIRST_EDITION_LISTS):
        return
    turn.irregular(
        IrregularityKind.FAILURE_WITHOUT_CAUSE,
        f"{turn.name} gives no cause",
        expected="a Cause",
        actual="none",
    )
