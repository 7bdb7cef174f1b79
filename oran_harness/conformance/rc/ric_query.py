"""Queries of RC by a near-RT RIC under test, from 5.00 on (RC 7.8, 9.2.1.9 to 9.2.1.11, E2AP 8.2.7)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, once_more, stands, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import refuse
from oran_harness.conformance.kpm.ric_subscriber import BREATH_S
from oran_harness.conformance.rc.ric_requester import readable
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import RICqueryRequest, RICqueryResponse
from oran_harness.service_models import PayloadKind, style_of
from oran_harness.service_models.common.build import TEST_PLMN, cell, ue_id
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc.build.offer import RRC_STATE
from oran_harness.service_models.rc.definition import AnnouncedFunction
from oran_harness.service_models.rc.requests import requested
from oran_harness.service_models.rc.styles import Service
from oran_harness.steps import Peer, check, inconclusive

_NEEDS = ("stimulus:query", "procedure:RICquery", "service-model:RC", "e2ap:5.00")
_TAGS = ("RICquery", "positive")
_CLAUSE = "O-RAN.WG3.E2SM-RC 7.8, 9.2.1.9, 9.2.1.10"
_NODE, _UES = 1, 2
_NODE_ID = BitString(bytes(4), 22)


@case(
    id="E2SM-RC-141",
    title="A query of node information asks for declared RAN parameters, and its outcome is taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def queries_the_node(node: Peer) -> None:
    """Query style 1; the outcome in format 1, by cells."""
    here = cell("gnb", TEST_PLMN, _NODE_ID, 1)
    await _queried(node, _NODE, rc.query_outcome_cells([rc.CellInformation(here, context=bytes(8))], _edition(node)))


@case(
    id="E2SM-RC-142",
    title="A query of UE information asks for declared RAN parameters, and its outcome is taken",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=_TAGS,
)
async def queries_ues(node: Peer) -> None:
    """Query style 2; the outcome in format 2, by UEs."""
    ues = [(ue_id("gnb", number), ((RRC_STATE, rc.element(0)),)) for number in (1, 2)]
    await _queried(node, _UES, rc.query_outcome_ues(ues, _edition(node)))


@case(
    id="E2SM-RC-143",
    title="The failure of a query is taken",
    clause="O-RAN.WG3.E2AP 8.2.7.3",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICquery", "negative"),
)
async def takes_a_failure(node: Peer) -> None:
    """The node has nothing of what was asked."""
    association = node.here
    request = await _asked(node, _NODE)
    await refuse(node, request, "requested-information-unavailable")
    await unmoved(node, association, "RIC QUERY FAILURE")


@case(
    id="E2SM-RC-144",
    title="A query outcome of another style, or cut short, does no harm",
    clause="O-RAN.WG3.E2SM-RC 9.2.1.11, 9.4.1, 10",
    level=Level.MUST,
    under_test=RIC,
    suite="rc",
    needs=_NEEDS,
    tags=("RICquery", "negative"),
)
async def outlives_wrong_outcomes(node: Peer) -> None:
    """The outcome about UEs for a query about cells, and octets that end too early."""
    bystander = node.here
    other = rc.query_outcome_ues([(ue_id("gnb", 1), ((RRC_STATE, rc.element(0)),))], _edition(node))
    for number, outcome in enumerate((other, other[:-2], b"")):
        asking = _asked(node, _NODE)
        request = await (once_more(asking) if number else asking)
        await node.send(_response(request, outcome), injected=True)
        await stands(node, bystander, "a query outcome that is none of the query's", within=BREATH_S)
    await unharmed(node, bystander, "query outcomes that are none of the query's")


def _edition(node: Peer) -> str:
    return node.function("RC").edition


async def _asked(node: Peer, number: int) -> RICqueryRequest:
    await node.stimulate("query", style=number)
    return await node.expect(
        RICqueryRequest, requirement="Asked to query the node, the near-RT RIC sends RIC QUERY REQUEST"
    )


def _response(request: RICqueryRequest, outcome: bytes) -> RICqueryResponse:
    return RICqueryResponse(request.ric_request_id, request.ran_function_id, outcome)


async def _queried(node: Peer, number: int, outcome: bytes) -> None:
    association = node.here
    request = await _asked(node, number)
    if request.ran_function_id != node.function("RC").id:
        raise inconclusive(
            f"asked for a query of RC the near-RT RIC sends one to RAN function {request.ran_function_id}"
        )
    header = readable(PayloadKind.QUERY_HEADER, request.ric_query_header)
    definition = readable(PayloadKind.QUERY_DEFINITION, request.ric_query_definition)
    announced = node.function("RC").announced
    if style_of(header) != number or not isinstance(announced, AnnouncedFunction):
        raise inconclusive(f"asked for query style {number} the near-RT RIC sends one of style {style_of(header)}")
    declared = {each.id for one in announced.offered(Service.QUERY, number) for each in one.parameters}
    wanted = {each.id for each in requested(definition) if "." not in each.path}
    check(
        wanted <= declared,
        "A query asks for RAN parameters that the RAN Function Definition declares for its style",
        expected=f"of {sorted(declared)}",
        actual=f"{sorted(wanted)}",
    )
    await node.send(_response(request, outcome))
    await unmoved(node, association, "RIC QUERY RESPONSE")
