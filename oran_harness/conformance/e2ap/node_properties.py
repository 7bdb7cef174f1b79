"""What has to hold of an E2 node whatever is wrong with one message of a near-RT RIC (E2AP 10)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.choices import Reporting, controlling, missing_function, reporting
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    accept,
    come_back,
    new_transaction,
    reset,
    serves,
    service_query,
    serving,
    unharmed,
)
from oran_harness.conformance.preambles import FRESH
from oran_harness.conformance.properties import Send, survives
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import E2connectionUpdateRemove_Item, TNLinformation
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import node_offer, setup_request

_NOBODY = TNLinformation(BitString(bytes([192, 0, 2, 77]), 32))


async def _serves_on(ric: Peer, send: Send) -> None:
    """The node serves before and after, or closes the association and comes back."""
    await serving(ric)
    await unharmed(ric, await send())


async def _comes_up(ric: Peer, send: Send) -> None:
    """In place of the answer to E2 Setup: the node serves on, or comes back, or may wait for another answer.

    What it does about an answer that is not in order is its own matter (TS 36.413 10.3): nothing, for example.
    """
    request = await ric.expect(m.E2setupRequest)
    what = await send()
    if await serves(ric):
        return
    if ric.here is None:
        await come_back(ric, what)
        return
    await ric.send(accept(ric, request))
    await serves(ric)


@survives("E2AP-PROP-201", m.E2setupResponse, NODE, _comes_up, needs=(FRESH,))
def _setup_response(ric: Peer) -> m.E2setupResponse:
    request = ric.last.message if ric.last is not None else None
    if not isinstance(request, m.E2setupRequest):
        # There is no node to answer: a find is shown with what a node of ours would have asked.
        request = setup_request(node_offer(edition=ric.edition), new_transaction(ric))
    return accept(ric, request)


@survives("E2AP-PROP-202", m.RICsubscriptionRequest, NODE, _serves_on)
def _subscription(ric: Peer) -> m.RICsubscriptionRequest:
    try:
        return reporting(ric).request(ric.new_request_id())
    except CaseOutcome:
        return Reporting(missing_function(ric), "", b"\x00", b"\x00", "").request(ric.new_request_id())


@survives("E2AP-PROP-203", m.RICsubscriptionDeleteRequest, NODE, _serves_on)
def _delete(ric: Peer) -> m.RICsubscriptionDeleteRequest:
    return m.RICsubscriptionDeleteRequest(ric.new_request_id(), next(iter(ric.functions), 1))


@survives("E2AP-PROP-204", m.RICcontrolRequest, NODE, _serves_on)
def _control(ric: Peer) -> m.RICcontrolRequest:
    try:
        return controlling(ric).request(ric.new_request_id())
    except CaseOutcome:
        function = next(iter(ric.functions), 1)
        return m.RICcontrolRequest(ric.new_request_id(), function, None, b"\x00", b"\x00", "ack")


@survives("E2AP-PROP-205", m.ResetRequest, NODE, _serves_on)
def _reset(ric: Peer) -> m.ResetRequest:
    return reset(ric)


@survives("E2AP-PROP-206", m.RICserviceQuery, NODE, _serves_on)
def _service_query(ric: Peer) -> m.RICserviceQuery:
    return service_query(ric)


@survives("E2AP-PROP-207", m.E2connectionUpdate, NODE, _serves_on, needs=("e2ap:2.03",))
def _connection_update(ric: Peer) -> m.E2connectionUpdate:
    return m.E2connectionUpdate(new_transaction(ric), None, (E2connectionUpdateRemove_Item(_NOBODY),))


@survives("E2AP-PROP-208", m.ErrorIndication, NODE, _serves_on)
def _error_indication(ric: Peer) -> m.ErrorIndication:
    why = cause("semantic-error", ric.edition)
    return m.ErrorIndication(None, ric.new_request_id(), next(iter(ric.functions), 1), why)
