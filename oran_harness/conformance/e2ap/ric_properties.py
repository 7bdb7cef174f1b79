"""What has to hold of a near-RT RIC whatever is wrong with one message of an E2 node (E2AP 10)."""

from oran_harness.conformance.e2ap.ric_requests import component_addition, removal, reset
from oran_harness.conformance.e2ap.ric_scenery import RIC, new_transaction, open_another, our_offer, unharmed
from oran_harness.conformance.preambles import FRESH
from oran_harness.conformance.properties import Send, survives
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import RICsubscription_withCause_Item
from oran_harness.service_models.kpm import build as kpm
from oran_harness.steps import Peer
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import (
    KPM_FUNCTION,
    model_edition,
    service_update,
    setup_request,
)

_SECONDS = 1_767_225_600.0
"""A time for a report to begin, since 1970."""


async def _serves_on(node: Peer, send: Send) -> None:
    """A node that stands by keeps its association, and one that comes anew is set up."""
    here = node.here
    bystander = await open_another(node)
    node.here = here
    await unharmed(node, bystander, await send())


@survives("E2AP-PROP-101", m.E2setupRequest, RIC, _serves_on, needs=(FRESH,))
def _setup(node: Peer) -> m.E2setupRequest:
    return setup_request(our_offer(node), new_transaction(node))


@survives("E2AP-PROP-102", m.RICserviceUpdate, RIC, _serves_on)
def _service_update(node: Peer) -> m.RICserviceUpdate:
    offer = our_offer(node)
    return service_update(offer, new_transaction(node), modified=offer.functions[:1], deleted=offer.functions[1:])


@survives("E2AP-PROP-103", m.E2nodeConfigurationUpdate, RIC, _serves_on, needs=("e2ap:2.03",))
def _configuration_update(node: Peer) -> m.E2nodeConfigurationUpdate:
    return component_addition(node)


@survives("E2AP-PROP-104", m.ResetRequest, RIC, _serves_on)
def _reset(node: Peer) -> m.ResetRequest:
    return reset(node)


@survives("E2AP-PROP-105", m.RICindication, RIC, _serves_on)
def _indication(node: Peer) -> m.RICindication:
    edition = model_edition("kpm", node.edition)
    header, message = kpm.indication_header(_SECONDS, edition), kpm.indication_message([[1]], edition)
    return m.RICindication(node.new_request_id(), KPM_FUNCTION, 1, 0, "report", header, message)


@survives("E2AP-PROP-106", m.ErrorIndication, RIC, _serves_on)
def _error_indication(node: Peer) -> m.ErrorIndication:
    why = cause("semantic-error", node.edition)
    return m.ErrorIndication(None, node.new_request_id(), KPM_FUNCTION, why)


@survives("E2AP-PROP-107", m.RICsubscriptionDeleteRequired, RIC, _serves_on, needs=("e2ap:2.03",))
def _delete_required(node: Peer) -> m.RICsubscriptionDeleteRequired:
    why = cause("misc/unspecified", node.edition)
    return m.RICsubscriptionDeleteRequired((RICsubscription_withCause_Item(node.new_request_id(), KPM_FUNCTION, why),))


@survives("E2AP-PROP-108", m.E2RemovalRequest, RIC, _serves_on, needs=("e2ap:2.03",))
def _removal(node: Peer) -> m.E2RemovalRequest:
    return removal(node)
