"""Whether a message has a place in the association as it stands (E2AP 8.1, 8.3.1, 8.3.7)."""

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.handlers.removal import judge_after_removal
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.lasting_tables import ASSOCIATION
from oran_harness.protocols.e2ap.engine.states import GLOBAL, RIC_SERVICE, AssociationState
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.procedures import Procedure, sender_role

CONFIGURATION_UPDATE = 10
_BEGINNING = (AssociationState.NEW, AssociationState.JOINING)


def judge_role(turn: Turn, procedure: Procedure) -> bool:
    """Whether the sender may send the message at all (8.1); a message of the wrong role has no further effect.

    One clause lets the RIC open a further association with E2 Node Configuration Update, all others say it is the
    node (8.3.6.2 against 8.3.5.1): there both are right.
    """
    only = sender_role(procedure.code, turn.outcome or "")
    if only is None or only is turn.sender:
        return True
    if procedure.code == CONFIGURATION_UPDATE and turn.records.state in (*_BEGINNING, AssociationState.UNKNOWN):
        return True
    turn.irregular(
        IrregularityKind.WRONG_ROLE,
        f"the {turn.sender.value} sends {turn.name}",
        expected=f"{turn.name} from the {only.value} only",
        actual=f"from the {turn.sender.value}",
    )
    return False


def _event(turn: Turn, procedure: Procedure) -> str | None:
    """The row of the association's table that the message has now, None if it has none."""
    state = turn.records.state
    for event in (turn.name, RIC_SERVICE if procedure.service else GLOBAL):
        if (state, event) in ASSOCIATION:
            return event
    return None


def take_place(turn: Turn, procedure: Procedure) -> None:
    """Note a message that the association's state does not provide for."""
    if _event(turn, procedure) is not None:
        return
    if turn.records.state is AssociationState.NEW and turn.records.first is turn.sender.other:
        # The other end has begun, with what has no effect: whoever answers that does not begin.
        turn.records.state = AssociationState.NOT_SET_UP
        if _event(turn, procedure) is not None:
            return
    state = turn.records.state
    if state is AssociationState.NEW:
        turn.irregular(
            IrregularityKind.FIRST_MESSAGE_NOT_SETUP,
            f"{turn.name} is the first message of the association",
            expected="E2setupRequest, or E2nodeConfigurationUpdate on a further association",
            actual=turn.name,
        )
        turn.records.state = AssociationState.NOT_SET_UP
    elif state is AssociationState.REMOVED:
        judge_after_removal(turn)
    elif turn.outcome == "initiatingMessage":
        setup = turn.records.setup
        turn.irregular(
            IrregularityKind.RIC_SERVICE_BEFORE_SETUP,
            f"{turn.name} while the association is {state.value}",
            expected="RIC services once E2 Setup is completed",
            actual=f"{turn.name}, association {state.value}",
            # On another stream it may have overtaken the Setup's answer.
            certain=setup is None or turn.ordered(setup.stream, setup.t),
        )


def move(turn: Turn, procedure: Procedure) -> None:
    """Let the message act on the association; an answer that surely has no request does not."""
    records = turn.records
    request = turn.outcome == "initiatingMessage"
    if not request and turn.answers is None and records.transactions.complete and not turn.unread:
        return
    event = _event(turn, procedure)
    if event is None:
        return
    records.state = ASSOCIATION[records.state, event]
    if event == "E2setupRequest" and turn.sender is Role.E2_NODE:
        records.removal = None
