"""RIC Subscription, Delete and Delete Required (E2AP 8.2.1, 8.2.2, 8.2.2A)."""

from collections.abc import Iterator

from oran_harness.checkers.breaches import of_irregularity
from oran_harness.checkers.observation import IrregularityObserved, MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level, Scope
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.engine import SubscriptionState
from oran_harness.protocols.e2ap.messages import RICsubscriptionResponse

NODE = "the E2 node"
RIC = "the near-RT RIC"
NOBODY = "nobody: the text leaves it open"
ADMITTED_LIST = 17
"""The IE id of RICactions-Admitted."""


@rule(
    id="E2AP-ACTION-ID-REPEATED",
    title="Action IDs of a subscription differ",
    clause="O-RAN.WG3.E2AP 3.1, 9.2.10",
    hint="Number the actions of a Subscription request differently: the Action ID names the action within the RIC "
    "Request ID.",
    blames=RIC,
    of=(Kind.ACTION_ID_REPEATED,),
)
def action_id_repeated(seen: IrregularityObserved) -> Iterator[Breach]:
    """No two actions of one subscription have the same RIC Action ID."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-INSERT-SUBSEQUENT-ACTION",
    title="An INSERT action says what follows",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 9.2.13",
    hint="Add RIC Subsequent Action (continue or wait, with a time to wait) to each action of type insert.",
    blames=RIC,
    of=(Kind.INSERT_WITHOUT_SUBSEQUENT_ACTION,),
)
def insert_subsequent_action(seen: IrregularityObserved) -> Iterator[Breach]:
    """An action of type INSERT carries a Subsequent Action."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-ACTIONS-ANSWERED",
    title="Each requested action is admitted or refused, once",
    clause="O-RAN.WG3.E2AP 8.2.1.2",
    hint="Put each Action ID of the request into exactly one of the lists of the response: admitted, or not admitted "
    "with a cause; invent none.",
    blames=NODE,
    of=(Kind.ACTION_NOT_ANSWERED, Kind.ACTION_ANSWERED_TWICE, Kind.ACTION_NEVER_REQUESTED),
)
def actions_answered(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Subscription response lists every requested action in one of its two lists, and no other action."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-NOTHING-ADMITTED",
    title="A response admits at least one action",
    clause="O-RAN.WG3.E2AP 8.2.1.3",
    hint="Send RIC SUBSCRIPTION FAILURE when no action can be admitted.",
    blames=NODE,
    of=(RICsubscriptionResponse,),
)
def nothing_admitted(seen: MessageObserved) -> Iterator[Breach]:
    """A subscription of which no action is admitted is answered with a failure."""
    message = seen.message
    # An empty list cannot be encoded: the list is missing, and was not only unreadable.
    if not isinstance(message, RICsubscriptionResponse) or message.ric_actions_admitted:
        return
    if any(ie.id == ADMITTED_LIST for ie in seen.decoded.ies):
        return
    yield Breach(
        blame=seen.role,
        message="a RIC Subscription response that admits no action",
        expected="RICsubscriptionFailure",
        actual="RICsubscriptionResponse without admitted actions",
        key="nothing",
    )


@rule(
    id="E2AP-IDENTICAL-ACCEPTED",
    title="A second identical subscription is refused",
    clause="O-RAN.WG3.E2AP 8.2.1.4 (3.00 on)",
    hint="Compare a Subscription request with those that stand, and answer one with identical contents with a failure.",
    blames=NODE,
    of=(Kind.IDENTICAL_REQUEST_ACCEPTED,),
)
def identical_accepted(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Subscription request with the very contents of one that stands is answered with a failure."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-SUBSCRIPTION-ID-REUSED",
    title="A subscription has a RIC Request ID of its own",
    clause="O-RAN.WG3.E2AP 8.2.1.2, 9.2.7",
    level=Level.SHOULD,
    hint="Give each subscription a new RIC Request ID; to change one use RIC Subscription Modification, or delete it "
    "first. What a node does with a used id is open.",
    blames=NOBODY,
    of=(Kind.ID_OF_EXISTING_SUBSCRIPTION,),
)
def subscription_id_reused(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Subscription request comes with an id that no standing subscription has."""
    yield from of_irregularity(seen, remark=True)


@rule(
    id="E2AP-DELETE-REQUIRED-UNKNOWN",
    title="Delete Required names standing subscriptions",
    clause="O-RAN.WG3.E2AP 8.2.2A.2",
    level=Level.SHOULD,
    hint="Name the RIC Request ID and RAN Function ID of a subscription that the RIC made and has not deleted; the RIC "
    "ignores others.",
    blames=NODE,
    of=(Kind.DELETE_REQUIRED_FOR_UNKNOWN,),
)
def delete_required_unknown(seen: IrregularityObserved) -> Iterator[Breach]:
    """A Delete Required is about subscriptions that stand."""
    yield from of_irregularity(seen)


@rule(
    id="E2AP-DELETE-UNKNOWN-CONFIRMED",
    title="The deletion of an unknown subscription fails",
    clause="O-RAN.WG3.E2AP 8.2.2.3; O-RAN.WG3.E2TS 6.2.2.2.2",
    # Such a deletion shows in many cases whether a node serves: how it is answered is the matter of one of them.
    scope=Scope.RUN,
    hint="Look the RIC Request ID up and answer RIC SUBSCRIPTION DELETE FAILURE, cause RIC request id unknown, if "
    "there is no such subscription: a response tells the RIC that something was deleted.",
    blames=NODE,
    of=(Kind.DELETE_OF_UNKNOWN_CONFIRMED,),
)
def delete_unknown_confirmed(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node answers the deletion of a subscription that was never made with a failure."""
    if not _deleted_before(seen):
        yield from of_irregularity(seen)


@rule(
    id="E2AP-DELETE-REPEATED-CONFIRMED",
    title="A repeated deletion is refused",
    clause="O-RAN.WG3.E2AP 8.2.2.3",
    level=Level.SHOULD,
    hint="The subscription was deleted before, so its RIC Request ID is unknown now and a failure is due; confirming "
    "it again does no harm. Look also for the reason why the RIC deletes twice.",
    blames="nobody: it follows from the text, which does not say it",
    of=(Kind.DELETE_OF_UNKNOWN_CONFIRMED,),
)
def delete_repeated_confirmed(seen: IrregularityObserved) -> Iterator[Breach]:
    """A node answers the deletion of a subscription that it has deleted already with a failure."""
    if _deleted_before(seen):
        yield from of_irregularity(seen, remark=True)


def _deleted_before(seen: IrregularityObserved) -> bool:
    subscription = seen.step.subscription if seen.step is not None else None
    return subscription is not None and subscription.state is SubscriptionState.DELETED
