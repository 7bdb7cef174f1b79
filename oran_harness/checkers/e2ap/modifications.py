"""RIC Subscription Modification, from both ends, and State Control (E2AP 8.2.5, 8.2.6, 8.2.10)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind

NODE = "the E2 node"
SENDER = "the sender of the message"


@rule(
    id="E2AP-MODIFICATION-UNKNOWN",
    title="Modifications are about standing subscriptions",
    clause="O-RAN.WG3.E2AP 8.2.5.2, 8.2.6.2",
    level=Level.SHOULD,
    hint="Name the RIC Request ID and RAN Function ID of a subscription that stands.",
    blames=SENDER,
    of=(Kind.MODIFICATION_OF_UNKNOWN,),
)
def modification_unknown(seen: IrregularityObserved) -> Iterator[Breach]:
    """A request to modify names a subscription that stands."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-MODIFICATION-REPEATED",
    title="An action is in one list of a modification",
    clause="O-RAN.WG3.E2AP 8.2.5.4",
    level=Level.SHOULD,
    hint="Remove, modify or add an action in one request, not two of these at once: the node has to refuse the whole "
    "request.",
    blames=SENDER,
    of=(Kind.MODIFICATION_ACTION_REPEATED,),
)
def modification_repeated(seen: IrregularityObserved) -> Iterator[Breach]:
    """A modification request names each Action ID in one of its lists."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-MODIFICATION-ACCEPTED",
    title="What must be refused is not accepted",
    clause="O-RAN.WG3.E2AP 8.2.5.3, 8.2.5.4, 8.2.6.3, 8.2.6.4",
    hint="Answer with the failure (or refuse) message if the subscription or function is unknown, if all actions would "
    "go, if an action is in two lists, or if nothing could be done.",
    blames=SENDER,
    of=(Kind.MODIFICATION_WRONGLY_ACCEPTED, Kind.MODIFICATION_NOTHING_DONE),
)
def modification_accepted(seen: IrregularityObserved) -> Iterator[Breach]:
    """A modification that the text has refused is answered with the unsuccessful outcome."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-MODIFICATION-REPORTED",
    title="Each asked change is reported, once",
    clause="O-RAN.WG3.E2AP 8.2.5.2, 8.2.6.2",
    hint="Put every action of the request into the done or the failed list of its kind, with a cause if it failed; "
    "list no other action.",
    blames=SENDER,
    of=(
        Kind.MODIFICATION_ACTION_NOT_REPORTED,
        Kind.MODIFICATION_ACTION_NEVER_ASKED,
        Kind.MODIFICATION_ACTION_REPORTED_TWICE,
    ),
)
def modification_reported(seen: IrregularityObserved) -> Iterator[Breach]:
    """The answer to a modification reports every asked change in the matching list, and no other."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-STATE-CONTROL-EMPTY",
    title="A State Control response reports something done",
    clause="O-RAN.WG3.E2AP 8.2.10.2, 8.2.10.3",
    hint="Send RIC SUBSCRIPTION STATE CONTROL FAILURE if nothing was suspended or resumed.",
    blames=NODE,
    of=(Kind.STATE_CHANGE_NOTHING_DONE,),
)
def state_control_empty(seen: IrregularityObserved) -> Iterator[Breach]:
    """A State Control response holds at least one suspended or resumed subscription."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-STATE-CONTROL-UNASKED",
    title="Only what was asked is suspended or resumed",
    clause="O-RAN.WG3.E2AP 8.2.10.2",
    level=Level.SHOULD,
    hint="List in the response the subscriptions of the request that were suspended or resumed; those that failed are "
    "simply left out.",
    blames=NODE,
    of=(Kind.STATE_CHANGE_NEVER_ASKED,),
)
def state_control_unasked(seen: IrregularityObserved) -> Iterator[Breach]:
    """A State Control response names subscriptions of the request."""
    yield from of_irregularity(seen)
