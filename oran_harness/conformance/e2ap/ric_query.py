"""RIC Query by a near-RT RIC under test (E2AP 8.2.7, since 3.00)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import refuse
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import ErrorIndication, RICqueryRequest, RICqueryResponse
from oran_harness.steps import Peer, check
from oran_harness.steps.causes import cause

_NAME = "RICquery"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.7"
_NEEDS = ("stimulus:query", f"procedure:{_NAME}", "e2ap:5.00")
"""E2AP has the procedure since 3.00; the RC function that we offer with older editions than 5.00 has no queries."""
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_UNREADABLE = b"\xff" * 33


@case(
    id="E2AP-QUERY-101",
    title="A query is for a RAN function of the node, and its failure is taken",
    clause=f"{_CLAUSE}.2, 8.2.7.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def takes_a_failure(node: Peer) -> None:
    """RIC QUERY FAILURE ends the procedure: no Error Indication about it."""
    association = node.here
    request = await _asked(node)
    offered = sorted(node.functions)
    check(
        request.ran_function_id in offered,
        "The near-RT RIC queries a RAN function that the node offered",
        expected=f"one of the RAN functions {offered}",
        actual=f"RAN function {request.ran_function_id}",
    )
    await refuse(node, request, "requested-information-unavailable")
    await unmoved(node, association, "RIC QUERY FAILURE")


@case(
    id="E2AP-QUERY-102",
    title="A query response whose outcome cannot be read does no harm",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def outlives_rubbish(node: Peer) -> None:
    """The outcome is an octet string to E2AP, and the service model's to read."""
    bystander = node.here
    request = await _asked(node)
    response = RICqueryResponse(request.ric_request_id, request.ran_function_id, _UNREADABLE)
    await node.send(response, injected=True)
    await unharmed(node, bystander, "a query response whose outcome cannot be read")


@case(
    id="E2AP-QUERY-103",
    title="A query ends with an Error Indication that names it",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_BAD,
)
async def takes_an_error_indication(node: Peer) -> None:
    """As of a node that does not know the procedure; an error in answer to it must not come."""
    association = node.here
    request = await _asked(node)
    why = cause("protocol/unspecified", node.edition)
    await node.send(ErrorIndication(None, request.ric_request_id, request.ran_function_id, why))
    await unmoved(node, association, "an Error Indication about its query")


async def _asked(node: Peer) -> RICqueryRequest:
    """Have the RIC send a query; gives its request, which waits for an answer."""
    await node.stimulate("query")
    return await node.expect(
        RICqueryRequest, requirement="Asked to query the node, the near-RT RIC sends RIC QUERY REQUEST"
    )
