"""What an E2 node of E2AP 7.00 says to a near-RT RIC about subscriptions that stand, their state and loads."""

from oran_harness.model import Role
from oran_harness.peers.actor import Happening, Heard, Stimulus, Up
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import node_offer, setup_request
from tests.peers.flaws.near_rt_ric.script import WHY
from tests.peers.flaws.rehearsal import Script

EDITION = "7.00"
KPM = 2
ASSISTANCE_ID = e.RICrequestID(0, 1)
MEASUREMENT = 1
LOAD = (e.RANfunctionLoad_Item(KPM, e.RICloadInformation("notoverload", 1)),)


def hears(message: Message) -> Heard:
    """A message of the node."""
    return Heard("a", codec(EDITION).encode(message))


def asks(name: str, **arguments: object) -> Stimulus:
    """Someone asks for something."""
    return Stimulus(1, name, arguments)


def id_of(number: int) -> e.RICrequestID:
    """What the RIC calls its requests, in their order."""
    return e.RICrequestID(1, number)


def required(*actions: int) -> m.RICsubscriptionModificationRequired:
    """The first subscription is to lose these."""
    why = cause("function-resource-limit", EDITION)
    gone = tuple(e.RICaction_RequiredToBeRemoved_Item(each, why) for each in actions)
    return m.RICsubscriptionModificationRequired(id_of(1), KPM, None, gone)


def suspended(number: int, subscription: int) -> m.RICsubscriptionStateControlResponse:
    """A subscription is suspended."""
    listed = (e.RICsubscriptionList_Item(id_of(subscription)),)
    return m.RICsubscriptionStateControlResponse(id_of(number), (e.RANfunctionStateConfirm_Item(KPM, listed),))


def assistance(header: bytes = b"header", number: int | None = None) -> m.RICassistanceRequest:
    """A request with updates, as many as ``number`` says."""
    return m.RICassistanceRequest(ASSISTANCE_ID, header, b"message", "true", number)


BEGINNING: list[Happening | float] = [
    Up("a", outbound=False),
    hears(setup_request(node_offer(edition=EDITION), 1)),
    asks("subscribe", actions=2),
    hears(
        m.RICsubscriptionResponse(id_of(1), KPM, (e.RICaction_Admitted_Item(1), e.RICaction_Admitted_Item(2))),
    ),
]
MODIFYING: list[Happening | float] = [
    asks("modify"),
    hears(m.RICsubscriptionModificationResponse(id_of(1), KPM)),
    asks("modify"),
    hears(m.RICsubscriptionModificationFailure(id_of(1), KPM, WHY)),
    hears(required(2)),
    hears(required(1, 2)),
]
ASKING: list[Happening | float] = [
    asks("query"),
    hears(m.RICqueryFailure(id_of(2), 3, WHY)),
    asks("query"),
    hears(m.ErrorIndication(None, id_of(3), 3, WHY)),
    asks("audit"),
    hears(m.RICsubscriptionAuditFailure(id_of(4), WHY)),
    asks("load-status"),
    hears(m.RICserviceLoadStatusResponse(MEASUREMENT, 9, (e.RANfunctionLoadConfirm_Item(KPM, "true"),))),
    hears(m.RICserviceLoadUpdate(MEASUREMENT, 9, LOAD)),
    asks("load-status", change="stop"),
    asks("state-control"),
    hears(suspended(5, 1)),
]
ASSISTING: list[Happening | float] = [
    hears(assistance(number=2)),
    1.0,
    hears(assistance()),
    0.3,
    hears(m.RICassistanceHalt(ASSISTANCE_ID)),
    0.5,
]


def _with(*happenings: Happening | float) -> Script:
    return Script(Role.NEAR_RT_RIC, [*BEGINNING, *happenings], EDITION)


CHANGES = _with(*MODIFYING, *ASKING, *ASSISTING)
STRANGE_ACTIONS = _with(
    asks("modify"),
    hears(
        m.RICsubscriptionModificationResponse(
            id_of(1), KPM, ric_actions_added_for_modification_list=(e.RICaction_AddedForModification_Item(200),)
        )
    ),
)
STRANGE_MODIFICATION = _with(hears(m.RICsubscriptionModificationResponse(id_of(99), KPM)))
QUERY_OUTCOME = _with(asks("query"), hears(m.RICqueryResponse(id_of(2), 3, b"\x00")))
UNKNOWN_SUBSCRIPTION = _with(
    asks("audit"),
    hears(
        m.RICsubscriptionAuditResponse(
            id_of(2),
            (e.RICsubscriptionAuditAction_Item(id_of(99), KPM, (e.RICaction_Admitted_Item(1),)),),
            (e.RICsubscriptionAudit_Item(id_of(1), KPM),),
        )
    ),
)
UNASKED_LOAD = _with(hears(m.RICserviceLoadUpdate(4000, 9, LOAD)))
SUSPENDED_STRANGER = _with(asks("state-control"), hears(suspended(2, 99)))
LONG_ASSISTANCE = _with(hears(assistance(b"\xff" * 33)))
