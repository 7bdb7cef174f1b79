"""Messages in the wrong state, sent to a near-RT RIC under test (E2AP 8.3.1.4, 10)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import kpm_function
from oran_harness.conformance.e2ap.ric_scenery import RIC, new_transaction, our_offer
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    E2RemovalFailure,
    E2RemovalRequest,
    ErrorIndication,
    ResetRequest,
    ResetResponse,
    RICindication,
    RICserviceUpdateFailure,
)
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import KPM_FUNCTION, service_update

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.4, 10; 3GPP TS 36.413 10.4"
_FRESH = ("association.fresh",)
_TAGS = ("negative", "state")


@case(
    id="E2AP-NEG-121",
    title="A Service Update before E2 Setup is refused",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def refuses_an_early_service_update(node: Peer) -> None:
    """A logical error in a class 1 request: its failure message, or an Error Indication."""
    update = service_update(
        our_offer(node), new_transaction(node), added=(kpm_function(node.edition, id=KPM_FUNCTION),)
    )
    await node.send(update, injected=True)
    await node.expect(
        RICserviceUpdateFailure,
        ErrorIndication,
        requirement="A Service Update before E2 Setup is a logical error, which the near-RT RIC answers by a failure",
    )


@case(
    id="E2AP-NEG-122",
    title="A Reset before E2 Setup is reported",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def reports_an_early_reset(node: Peer) -> None:
    """Reset has no failure message, so an Error Indication."""
    why = cause("misc/unspecified", node.edition)
    requirement = "A Reset before E2 Setup is a logical error, which the near-RT RIC reports by an Error Indication"
    await node.send(ResetRequest(new_transaction(node), why), injected=True)
    answer = await node.expect(ErrorIndication, ResetResponse, requirement=requirement)
    check(isinstance(answer, ErrorIndication), requirement, expected="ErrorIndication", actual=answer.NAME)


@case(
    id="E2AP-NEG-123",
    title="A Removal before E2 Setup is refused",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=(*_FRESH, "e2ap:2.03"),
    tags=_TAGS,
)
async def refuses_an_early_removal(node: Peer) -> None:
    """There is nothing yet that could be removed."""
    await node.send(E2RemovalRequest(new_transaction(node)), injected=True)
    await node.expect(
        E2RemovalFailure,
        ErrorIndication,
        requirement="A Removal before E2 Setup is a logical error, which the near-RT RIC answers by a failure",
    )


@case(
    id="E2AP-NEG-124",
    title="An Indication before E2 Setup is reported",
    clause=_CLAUSE,
    level=Level.SHOULD,
    under_test=RIC,
    needs=_FRESH,
    tags=_TAGS,
)
async def reports_an_early_indication(node: Peer) -> None:
    """A logical error in a message without answer: an Error Indication. To drop it harms nobody."""
    await node.send(RICindication(node.new_request_id(), KPM_FUNCTION, 1, 1, "report", b"", b""), injected=True)
    await node.expect(
        ErrorIndication,
        requirement="The first message on an association is none of E2 Setup or Configuration Update: the near-RT RIC "
        "reports it",
    )
