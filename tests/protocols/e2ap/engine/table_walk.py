"""Walks through a state table: how to get to each state, so that every row can be tried on an association."""

from collections import deque
from collections.abc import Mapping
from typing import TypeVar

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine.transactions import Transactions
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES, Correlator
from tests.protocols.e2ap.engine.conversation import CAUSE, Conversation, operational, rid

State = TypeVar("State")
CLASSES = {message.NAME: message for message in MESSAGES}
ID = 3


def paths(table: Mapping[tuple[State, str], State], initial: State) -> dict[State, tuple[str, ...]]:
    """The shortest sequence of events to each state that can be reached from the initial one."""
    found: dict[State, tuple[str, ...]] = {initial: ()}
    queue = deque([initial])
    while queue:
        state = queue.popleft()
        for (source, event), target in table.items():
            if source == state and target not in found:
                found[target] = (*found[state], event)
                queue.append(target)
    return found


def of_procedure(code: int) -> tuple[str, object]:
    """The field that correlates a procedure's messages, and a value for it."""
    correlator = PROCEDURES[code].correlator
    return {
        Correlator.TRANSACTION_ID: ("transaction_id", ID),
        Correlator.RIC_REQUEST_ID: ("ric_request_id", rid()),
        Correlator.LOAD_MEASUREMENT_ID: ("ric_load_measurement_id", ID),
        Correlator.NONE: ("cause", CAUSE),
    }[correlator]


def message_of(name: str, code: int) -> Message:
    """A message for an event of a procedure's table, with the id that the procedure's runs have in a walk."""
    if name == "ErrorIndication" and code != m.ErrorIndication.PROCEDURE_CODE:
        field, value = of_procedure(code)
        ids = {field: value} if field in ("transaction_id", "ric_request_id") else {}
        return m.ErrorIndication(cause=CAUSE, **ids)  # type: ignore[arg-type]
    kind = CLASSES[name]
    field, value = of_procedure(kind.PROCEDURE_CODE)
    fields = {name for _, name in kind.IES}
    if field not in fields:
        return kind()
    contents = {field: value}
    if "cause" in fields:
        contents["cause"] = CAUSE
    return kind(**contents)


def sender_of(message: Message, code: int) -> object:
    """The end that says a message in a walk: what answers or ends a run comes from the end that has to answer it."""
    initiators = PROCEDURES[message.PROCEDURE_CODE].initiators
    initiator = initiators[0]
    if len(initiators) == 2:
        owner = PROCEDURES[code].initiators[0]
        initiator = owner if code == message.PROCEDURE_CODE else owner.other
    return initiator if message.OUTCOME == "initiatingMessage" else initiator.other


def tell(talk: Conversation, name: str, code: int) -> None:
    """Say the message of an event."""
    message = message_of(name, code)
    talk.say(sender_of(message, code), message)  # type: ignore[arg-type]


def begin(code: int) -> Conversation:
    """A conversation in which a procedure may start."""
    return Conversation() if code == 1 else operational()


def state_of_run(talk: Conversation, code: int) -> object:
    """The state of the walk's run, None if there is none."""
    runs: Transactions = talk.association._records.transactions
    initiator = PROCEDURES[code].initiators[0]
    _, identifier = of_procedure(code)
    open_runs = runs.ongoing(code, initiator, identifier)
    run = open_runs[0] if open_runs else runs.latest_over(code, initiator, identifier)
    return None if run is None else run.state
