"""E2 Setup and what it exchanges: functions, components, connections, Time to Wait (E2AP 8.3.1 to 8.3.6)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Scope
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"
RIC = "the near-RT RIC"
SENDER = "the sender of the message"


@rule(
    id="E2AP-FIRST-MESSAGE",
    title="An association begins with E2 Setup",
    clause="O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.4",
    hint="Send the E2 Setup request as the first message of an association, or E2 Node Configuration Update on a "
    "further association of the same node.",
    blames=SENDER,
    of=(Kind.FIRST_MESSAGE_NOT_SETUP,),
)
def first_message(seen: IrregularityObserved) -> Iterator[Breach]:
    """The first message on an association belongs to E2 Setup, or to E2 Node Configuration Update on a further one."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-BEFORE-SETUP",
    title="RIC services wait for E2 Setup",
    clause="O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.SHOULD,
    hint="Hold subscriptions, control and indications back until the E2 Setup response has been sent or received.",
    blames=SENDER,
    of=(Kind.RIC_SERVICE_BEFORE_SETUP,),
)
def before_setup(seen: IrregularityObserved) -> Iterator[Breach]:
    """No RIC service message is sent before E2 Setup is completed."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-TIME-TO-WAIT",
    title="A refused procedure waits for its Time to Wait",
    clause="O-RAN.WG3.E2AP 8.3.1.3, 8.3.4.3, 8.3.5.3, 8.3.6.3, 9.2.5",
    hint="Start a timer with the Time to Wait of the failure message and try again only when it has run off; it is a "
    "minimum.",
    blames=SENDER,
    of=(Kind.BEFORE_TIME_TO_WAIT,),
)
def time_to_wait(seen: IrregularityObserved) -> Iterator[Breach]:
    """After a failure with Time to Wait the procedure is not started again before that time is over."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-FUNCTION-ID-ZERO",
    title="RAN Function ID 0 is not offered",
    clause="O-RAN.WG3.E2AP 9.2.8; O-RAN.WG3.E2TS 6.2.1.1.1",
    hint="Number the node's RAN functions from 1 (to 4095): 0 is kept for the RIC's own use.",
    blames=NODE,
    of=(Kind.FUNCTION_ID_RESERVED,),
)
def function_id_zero(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node offers RAN functions with ids from 1 to 4095."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-FUNCTION-TWICE",
    title="A RAN Function ID is offered once",
    clause="O-RAN.WG3.E2AP 9.2.8",
    level=Level.SHOULD,
    hint="Give each RAN function of the node an id of its own; two functions of one service model need two ids as "
    "well.",
    blames=NODE,
    of=(Kind.FUNCTION_OFFERED_TWICE,),
)
def function_twice(seen: IrregularityObserved) -> Iterator[Breach]:
    """No list of RAN functions names one id twice."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-FUNCTIONS-ANSWERED",
    title="Each offered function is accepted or rejected, once",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 8.3.4.2, 9.1.2.3; O-RAN.WG3.E2TS 5.2.1.4",
    hint="Walk over the functions of the request and put each into exactly one of the accepted and rejected lists; add "
    "none that the node did not name.",
    blames=RIC,
    of=(Kind.FUNCTION_NOT_ANSWERED, Kind.FUNCTION_ANSWERED_TWICE, Kind.FUNCTION_ANSWERED_NEVER_OFFERED),
)
def functions_answered(seen: IrregularityObserved) -> Iterator[Breach]:
    """Every RAN function of a Setup or Service Update is in one list of the answer, and no other function is."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ACCEPTED-REVISION",
    title="The accepted revision is the one that was offered",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 8.3.4.2, 9.2.24; O-RAN.WG3.E2TS 5.2.1.4",
    level=Level.SHOULD,
    # What a RIC writes there it writes in every answer: that is no fault of each case.
    scope=Scope.RUN,
    hint="Copy the RAN Function Revision from the function's item in the request into the accepted list: the revision "
    "counts changes of the definition, and a node may take another one for an old answer.",
    blames=RIC,
    of=(Kind.SETUP_REVISION_DIFFERS, Kind.UPDATE_REVISION_DIFFERS),
)
def accepted_revision(seen: IrregularityObserved) -> Iterator[Breach]:
    """The accepted list repeats the revision that the node gave for each function; of E2 Setup the text is silent."""
    yield from of_irregularity(seen, remark=seen.irregularity.kind is Kind.SETUP_REVISION_DIFFERS)


@rule(
    id="E2AP-COMPONENTS-ANSWERED",
    title="Each component of the request is acknowledged",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 8.3.5.2; O-RAN.WG3.E2TS 5.2.1.5",
    hint="Put an item with the same interface type and component id into the acknowledge list for every component of "
    "the request, with outcome success or failure.",
    blames=RIC,
    of=(Kind.COMPONENT_NOT_ACKNOWLEDGED, Kind.COMPONENT_NEVER_OFFERED),
)
def components_answered(seen: IrregularityObserved) -> Iterator[Breach]:
    """The answer to a Setup or Configuration Update acknowledges every component of the request and no other."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-COMPONENT-TWICE",
    title="A component is acknowledged once",
    clause="O-RAN.WG3.E2AP 8.3.1.2, 8.3.5.2",
    level=Level.SHOULD,
    hint="Send one acknowledge item for each component.",
    blames=RIC,
    of=(Kind.COMPONENT_ACKNOWLEDGED_TWICE,),
)
def component_twice(seen: IrregularityObserved) -> Iterator[Breach]:
    """No acknowledge list names a component twice."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-UNKNOWN-COMPONENT",
    title="The update of an undeclared component fails",
    clause="O-RAN.WG3.E2AP 8.3.5.3, 9.2.1",
    hint="Refuse the item with cause e2Node, component unknown, or the whole update with a failure: the node has to "
    "add a component before it can update it.",
    blames=RIC,
    of=(Kind.UNKNOWN_COMPONENT_UPDATED,),
)
def unknown_component(seen: IrregularityObserved) -> Iterator[Breach]:
    """A RIC reports a failure for the update of a component that was never declared."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-CONNECTIONS-REPORTED",
    title="Each connection to add is reported",
    clause="O-RAN.WG3.E2AP 8.3.6.2; O-RAN.WG3.E2TS 6.2.1.6.1",
    level=Level.SHOULD,
    hint="List each address of the Connection Update as set up or as failed with a cause, with the same address and "
    "usage, and no other.",
    blames=NODE,
    of=(Kind.CONNECTION_NOT_REPORTED, Kind.CONNECTION_NEVER_ASKED),
)
def connections_reported(seen: IrregularityObserved) -> Iterator[Breach]:
    """The acknowledge of a Connection Update lists every connection to add, set up or failed, and no other."""
    yield from of_irregularity(seen)
