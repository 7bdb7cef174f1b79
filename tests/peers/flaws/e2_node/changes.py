"""What a near-RT RIC of E2AP 7.00 says to an E2 node about subscriptions that stand, their state and loads."""

from oran_harness.model import Role
from oran_harness.peers.actor import Happening, Heard, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.steps.answers import setup_response
from oran_harness.steps.offers import node_offer, setup_request
from tests.peers.flaws.e2_node.script import KPM, NONE, RC, WHY, id_of, subscribes
from tests.peers.flaws.rehearsal import Script

EDITION = "7.00"
SLOWER = event_trigger(400, "3.00")
GARBAGE = b"\xff" * 17
FIRST_ASSISTANCE, SECOND_ASSISTANCE = e.RICrequestID(0, 1), e.RICrequestID(0, 2)


def hears(message: Message) -> Heard:
    """A message of the RIC."""
    return Heard("1", codec(EDITION).encode(message))


def asks(name: str, **arguments: object) -> Stimulus:
    """Someone asks for something."""
    return Stimulus(1, name, arguments)


def accepted() -> m.E2setupResponse:
    """The answer to E2 Setup."""
    response = setup_response(setup_request(node_offer(edition=EDITION), 1), edition=EDITION)
    assert response is not None
    return response


def changes(
    number: int, *, trigger: bytes | None = None, function: int = KPM, remove: int | None = None, anew: bool = False
) -> m.RICsubscriptionModificationRequest:
    """A modification: of the trigger, by the removal of an action, or with action 1 defined anew."""
    (first, *_) = details.ric_action_to_be_setup_list if (details := subscribes(1).ric_subscription_details) else ()
    gone = None if remove is None else (e.RICaction_ToBeRemovedForModification_Item(remove),)
    new = (e.RICaction_ToBeModifiedForModification_Item(1, first.ric_action_definition),) if anew else None
    return m.RICsubscriptionModificationRequest(id_of(number), function, trigger, gone, new)


def audits(number: int, *listed: int, only: bool = False) -> m.RICsubscriptionAuditRequest:
    """An audit of these."""
    items = tuple(e.RICsubscriptionAudit_Item(id_of(each), KPM) for each in listed)
    flag = e.RICsubscriptionAuditFlag("true") if only else None
    return m.RICsubscriptionAuditRequest(id_of(number), flag, items or None)


def states(number: int, subscription: int, *actions: int, resume: bool = False) -> m.RICsubscriptionStateControlRequest:
    """A subscription, or actions of it, to be suspended or resumed."""
    named = tuple(map(e.RICactionList_Item, actions)) or None
    listed = (e.RICsubscriptionList_Item(id_of(subscription), named),)
    item = e.RANfunctionStateControl_Item(KPM, None if resume else listed, listed if resume else None)
    return m.RICsubscriptionStateControlRequest(id_of(number), (item,))


def loads(number: int, function: int) -> m.RICserviceLoadStatusRequest:
    """The load of a function, twice a second."""
    return m.RICserviceLoadStatusRequest(
        number, None, "start", (e.RANfunctionLoadRequest_Item(function, "true"),), "ms500"
    )


BEGINNING: list[Happening | float] = [
    Up("1", outbound=True),
    hears(accepted()),
    hears(subscribes(2, actions=2)),
    0.5,
]
MODIFYING: list[Happening | float] = [
    hears(changes(2, trigger=SLOWER)),
    0.5,
    hears(changes(2, anew=True)),
    0.5,
    hears(changes(2, trigger=GARBAGE)),
    0.5,
    hears(changes(99, trigger=SLOWER)),
    asks("modification-required"),
    hears(changes(2, trigger=SLOWER)),
    hears(m.RICsubscriptionModificationRefuse(id_of(2), KPM, WHY)),
    0.5,
    hears(subscribes(3)),
    hears(changes(3, trigger=SLOWER)),
    hears(m.RICsubscriptionDeleteRequest(id_of(3), KPM)),
    1.0,
]
ASKING: list[Happening | float] = [
    hears(m.RICqueryRequest(id_of(40), RC, GARBAGE, GARBAGE)),
    hears(m.RICqueryRequest(id_of(41), NONE, b"\x00", b"\x00")),
    hears(subscribes(4)),
    hears(audits(50, 2, 99)),
    hears(audits(51, 2, only=True)),
    hears(audits(52)),
]
LOADING: list[Happening | float] = [
    hears(loads(7, KPM)),
    hears(
        m.RICserviceLoadStatusRequest(7, 1, "add", (e.RANfunctionLoadRequest_Item(RC, "true"),), "ms500"),
    ),
    0.6,
    hears(m.RICserviceLoadStatusRequest(7, 1, "stop")),
    0.6,
    hears(m.RICserviceLoadStatusRequest(7, 1, "stop")),
    hears(loads(8, NONE)),
]
SUSPENDING: list[Happening | float] = [
    hears(states(60, 2, 2)),
    0.5,
    hears(states(61, 2)),
    0.5,
    hears(states(62, 2, resume=True)),
    0.5,
    hears(states(63, 99)),
    hears(states(64, 2)),
    hears(m.RICsubscriptionDeleteRequest(id_of(2), KPM)),
    0.5,
]
ASSISTING: list[Happening | float] = [
    asks("assistance", updates=True),
    hears(m.RICassistanceResponse(FIRST_ASSISTANCE, b"", b"")),
    asks("assistance"),
    hears(m.RICassistanceFailure(SECOND_ASSISTANCE, WHY)),
    asks("assistance-halt"),
    hears(m.RICassistanceIndication(id_of(99), 1, b"", b"")),
]

CHANGES = Script(Role.E2_NODE, [*BEGINNING, *MODIFYING, *ASKING, *LOADING, *SUSPENDING], EDITION)
UNANSWERED = Script(Role.E2_NODE, [*BEGINNING, asks("modification-required"), 1.0], EDITION)
ASSISTANCE = Script(Role.E2_NODE, [*BEGINNING, *ASSISTING], EDITION)
REFUSED_ASSISTANCE = Script(
    Role.E2_NODE,
    [*BEGINNING, asks("assistance"), hears(m.RICassistanceFailure(FIRST_ASSISTANCE, WHY))],
    EDITION,
)
UNASKED_UPDATE = Script(Role.E2_NODE, [*BEGINNING, hears(m.RICassistanceIndication(id_of(99), 1, b"", b""))], EDITION)
UNASKED_CONFIRMATION = Script(
    Role.E2_NODE,
    [
        *BEGINNING,
        hears(m.RICsubscriptionModificationConfirm(id_of(98), KPM, (e.RICaction_ConfirmedForModification_Item(1),))),
    ],
    EDITION,
)
