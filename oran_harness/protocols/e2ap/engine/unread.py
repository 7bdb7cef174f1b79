"""What a message means of which only the envelope could be read."""

from dataclasses import replace

from oran_harness.protocols.e2ap.engine.handlers import removal, reset
from oran_harness.protocols.e2ap.engine.pairing import abort_ric_services, open_run
from oran_harness.protocols.e2ap.engine.records import Records
from oran_harness.protocols.e2ap.engine.states import AssociationState
from oran_harness.protocols.e2ap.engine.turn import Turn
from oran_harness.protocols.e2ap.procedures import Procedure

_FUNCTIONS = (1, 7)
_COMPONENTS = (1, 10)
SUBSCRIPTION = 8
_SUBSCRIPTIONS = (SUBSCRIPTION, 9, 14, 15, 20)
_CALL_PROCESSES = 5
_SERVICES = (18, 21, 22, 23)
SETUP = 1
RESET = 3
CONFIGURATION_UPDATE = 10
REMOVAL = 13


def read_envelope(turn: Turn, procedure: Procedure) -> None:
    """Pair the message by its procedure, and give up what its contents may have changed."""
    turn.unread = True
    if turn.outcome == "initiatingMessage":
        open_run(turn, procedure, None)
    else:
        _pair(turn, procedure)
    forget(turn.records, procedure)
    if procedure.code == CONFIGURATION_UPDATE and turn.records.state is AssociationState.NEW:
        # A further association: what was agreed on the others is not seen here.
        turn.records.doubt()
    if procedure.code == SUBSCRIPTION:
        turn.records.unseen_n = turn.n
    if procedure.code == SETUP and turn.outcome == "initiatingMessage":
        turn.records.setup = turn.moment
    if procedure.code == RESET and turn.outcome == "initiatingMessage":
        abort_ric_services(turn)
        reset.reset_subscriptions(turn)
    elif procedure.code == RESET:
        reset.finish_subscriptions(turn)
    elif procedure.code == REMOVAL and turn.outcome == "initiatingMessage":
        removal.begin(turn)
    elif procedure.code == REMOVAL and turn.outcome == "successfulOutcome":
        removal.finish(turn)


def _pair(turn: Turn, procedure: Procedure) -> None:
    """The only run that waits is answered, or was that a late answer to another? Of several any one may be."""
    transactions = turn.records.transactions
    waiting = [run for run in transactions.of(procedure.code, turn.sender.other) if run.misanswered_n is None]
    if len(waiting) == 1:
        turn.answers = waiting[0]
        transactions.advance(replace(waiting[0], certain=False), turn.name, turn.n)
        return
    for run in waiting:
        transactions.change(replace(run, certain=False))


def forget(records: Records, procedure: Procedure) -> None:
    """Give up the knowledge that an unread message of a procedure may have changed."""
    code = procedure.code
    if code in _FUNCTIONS:
        records.functions_known = False
    if code in _COMPONENTS:
        records.components_known = False
    if code in _SUBSCRIPTIONS or code == SETUP:
        records.doubt_subscriptions(new=code == SUBSCRIPTION)
    if code == _CALL_PROCESSES:
        records.call_processes_known = False
        records.doubt_indicated()
    if code in _SERVICES:
        records.services_known = False
        records.doubt_services()
