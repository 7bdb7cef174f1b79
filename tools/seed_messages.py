"""One plausible message of each kind that E2AP has: what the corpus in ``seeds/`` starts with."""

from dataclasses import dataclass, replace
from typing import Any

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.kpm import build as kpm
from oran_harness.service_models.rc import build as rc
from oran_harness.steps import offers
from oran_harness.steps.answers import setup_response

ID = e.RICrequestID(1001, 7)
CONTROL_ID = e.RICrequestID(1001, 8)
CAUSE: Any = ("misc", "om-intervention")
EDITIONS = ("3.01", "5.00", "7.00")
"""A message is written in the first of these that has it."""
_SECONDS = 1_767_225_600.0
_PORT = BitString((36421).to_bytes(2, "big"), 16)
_NODE = e.TNLinformation(BitString(bytes([192, 0, 2, 2]), 32), _PORT)
_RIC = e.TNLinformation(BitString(bytes([192, 0, 2, 1]), 32), _PORT)
_KPM = offers.KPM_FUNCTION
_RC = offers.RC_FUNCTION


@dataclass(frozen=True, slots=True)
class Seed:
    """A message of the corpus: the edition that it is written in, and its octets."""

    name: str
    message: Message
    edition: str
    octets: bytes

    @property
    def why(self) -> str:
        """The page beside the octets."""
        procedure = PROCEDURES[self.message.PROCEDURE_CODE]
        return (
            f"# {self.message.NAME}\n\n"
            f"A plain {self.message.NAME} of E2AP {self.edition}: {procedure.title}, procedure code {procedure.code} "
            f"(E2AP {procedure.clause}). Nothing is wrong with it; mutations start from it.\n\n"
            f"    oran-harness decode --as {self.edition} seeds/e2ap/{self.name}/input.hex\n"
        )


def seeds() -> tuple[Seed, ...]:
    """One seed for each message of the newest edition."""
    found = {type(message): message for message in (*_interface(), *_subscriptions(), *_services(), *_load())}
    return tuple(_seed(found[kind]) for kind in MESSAGES)


def _seed(message: Message) -> Seed:
    edition = next(each for each in EDITIONS if message.NAME in codec(each).tables.message_sets)
    return Seed(message.NAME, message, edition, codec(edition).encode(message))


def _interface() -> tuple[Message, ...]:
    """Procedures of the interface itself (E2AP 8.3)."""
    offer = offers.node_offer()
    setup = offers.setup_request(offer, 1)
    response = setup_response(setup, edition=offer.edition)
    assert response is not None
    accepted = response.ran_functions_accepted
    component = offers.another_component(offer)
    added = offers.configuration_update(offer, 5, added=(component,))
    acknowledged = replace(_acknowledge(response), transaction_id=5)
    function = replace(offers.function_item("kpm", offer.edition), ran_function_id=20)
    usage = (e.E2connectionUpdate_Item(_RIC, "both"),)
    return (
        setup,
        response,
        m.E2setupFailure(1, CAUSE, 5, None, _RIC),
        m.ErrorIndication(None, ID, _KPM, ("protocol", "semantic-error")),
        m.ResetRequest(2, CAUSE),
        m.ResetResponse(2),
        m.RICserviceQuery(3, accepted),
        offers.service_update(offer, 4, added=(function,), deleted=offer.functions[1:]),
        m.RICserviceUpdateAcknowledge(4, (e.RANfunctionID_Item(20, 0), e.RANfunctionID_Item(_RC, 0))),
        m.RICserviceUpdateFailure(4, CAUSE, 10),
        added,
        acknowledged,
        m.E2nodeConfigurationUpdateFailure(5, ("e2Node", "e2node-component-unknown"), 20),
        m.E2connectionUpdate(6, usage, (e.E2connectionUpdateRemove_Item(_NODE),)),
        m.E2connectionUpdateAcknowledge(6, usage, (e.E2connectionSetupFailed_Item(_NODE, CAUSE),)),
        m.E2connectionUpdateFailure(6, ("transport", "transport-resource-unavailable"), 1),
        m.E2RemovalRequest(7),
        m.E2RemovalResponse(7),
        m.E2RemovalFailure(7, CAUSE),
    )


def _acknowledge(response: m.E2setupResponse) -> m.E2nodeConfigurationUpdateAcknowledge:
    addition = (response.e2_node_component_config_addition_ack or ())[:1]
    return m.E2nodeConfigurationUpdateAcknowledge(None, addition)


def _subscriptions() -> tuple[Message, ...]:
    """Procedures that make and change subscriptions (E2AP 8.2)."""
    trigger = kpm.event_trigger(1000, "3.00")
    definition = kpm.action_definition(1, measurements=("DRB.UEThpDl", "RRU.PrbTotDl"), edition="3.00")
    action = e.RICaction_ToBeSetup_Item(1, "report", definition)
    add = e.RICaction_ToBeAddedForModification_Item(2, "report", definition, 0)
    header = kpm.indication_header(_SECONDS, "3.00", vendor_name="oran-harness")
    audited = (e.RICsubscriptionAudit_Item(ID, _KPM),)
    confirmed = (e.RICsubscriptionAuditAction_Item(ID, _KPM, (e.RICaction_Admitted_Item(1),)),)
    gone = (e.RICaction_RequiredToBeRemoved_Item(1, CAUSE),)
    return (
        m.RICsubscriptionRequest(ID, _KPM, e.RICsubscriptionDetails(trigger, (action,))),
        m.RICsubscriptionResponse(ID, _KPM, (e.RICaction_Admitted_Item(1),), (e.RICaction_NotAdmitted_Item(2, CAUSE),)),
        m.RICsubscriptionFailure(ID, _KPM, ("ricRequest", "action-not-supported")),
        m.RICsubscriptionDeleteRequest(ID, _KPM),
        m.RICsubscriptionDeleteResponse(ID, _KPM),
        m.RICsubscriptionDeleteFailure(ID, _KPM, ("ricRequest", "request-id-unknown")),
        m.RICsubscriptionDeleteRequired((e.RICsubscription_withCause_Item(ID, _KPM, CAUSE),)),
        m.RICindication(ID, _KPM, 1, 0, "report", header, kpm.indication_message([[12.5, 40]], "3.00")),
        m.RICsubscriptionModificationRequest(ID, _KPM, trigger, None, None, (add,)),
        m.RICsubscriptionModificationResponse(
            ID, _KPM, None, None, None, None, (e.RICaction_AddedForModification_Item(2),)
        ),
        m.RICsubscriptionModificationFailure(ID, _KPM, CAUSE),
        m.RICsubscriptionModificationRequired(ID, _KPM, None, gone),
        m.RICsubscriptionModificationConfirm(ID, _KPM, None, None, (e.RICaction_ConfirmedForRemoval_Item(1),)),
        m.RICsubscriptionModificationRefuse(ID, _KPM, CAUSE),
        m.RICsubscriptionAuditRequest(CONTROL_ID, None, audited),
        m.RICsubscriptionAuditResponse(CONTROL_ID, confirmed),
        m.RICsubscriptionAuditFailure(CONTROL_ID, CAUSE),
    )


def _services() -> tuple[Message, ...]:
    """RIC Control and RIC Query (E2AP 8.2.4, 8.2.7)."""
    header, message = rc.control(4, 4, ue_id("gnb", 1), rc.rrc_release(), "1.03")
    asked, definition = rc.query(1, edition="5.00")
    return (
        m.RICcontrolRequest(CONTROL_ID, _RC, None, header, message, "ack"),
        m.RICcontrolAcknowledge(CONTROL_ID, _RC),
        m.RICcontrolFailure(CONTROL_ID, _RC, None, ("ricRequest", "control-failed-to-execute")),
        m.RICqueryRequest(CONTROL_ID, _RC, asked, definition),
        m.RICqueryResponse(CONTROL_ID, _RC, b"\x00"),
        m.RICqueryFailure(CONTROL_ID, _RC, CAUSE),
    )


def _load() -> tuple[Message, ...]:
    """What E2AP 7.00 adds: load, suspension, assistance (E2AP 8.2.8 to 8.2.13)."""
    subscription = (e.RICsubscriptionList_Item(ID),)
    overload = (e.RANfunctionLoad_Item(_KPM, e.RICloadInformation("overload")),)
    return (
        m.RICserviceLoadStatusRequest(1, None, "start", (e.RANfunctionLoadRequest_Item(_KPM, "true"),)),
        m.RICserviceLoadStatusResponse(1, 2, (e.RANfunctionLoadConfirm_Item(_KPM, "true"),)),
        m.RICserviceLoadStatusFailure(1, 2, CAUSE),
        m.RICserviceLoadUpdate(1, 2, overload),
        m.RICsubscriptionStateControlRequest(CONTROL_ID, (e.RANfunctionStateControl_Item(_KPM, subscription),)),
        m.RICsubscriptionStateControlResponse(CONTROL_ID, (e.RANfunctionStateConfirm_Item(_KPM, subscription),)),
        m.RICsubscriptionStateControlFailure(CONTROL_ID, CAUSE),
        m.RICassistanceRequest(ID, b"header", b"message", "true", 2),
        m.RICassistanceResponse(ID, b"header", b"outcome"),
        m.RICassistanceFailure(ID, CAUSE),
        m.RICassistanceIndication(ID, 0, b"header", b"outcome"),
        m.RICassistanceHalt(ID),
    )
