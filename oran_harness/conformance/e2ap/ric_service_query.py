"""RIC Service Query by a near-RT RIC under test, and the Service Update that follows it (E2AP 8.3.4A)."""

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, exchange, new_transaction
from oran_harness.model import Level
from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.messages import RICserviceQuery, RICserviceUpdateAcknowledge
from oran_harness.steps import Peer, check
from oran_harness.steps.answers import update_after_query

_CLAUSE = "O-RAN.WG3.E2AP 8.3.4A.2"
_NEEDS = ("stimulus:service-query", "procedure:RICserviceQuery")
_TAGS = ("RICserviceQuery", "positive")


@case(
    id="E2AP-SERVUPD-121",
    title="After a Service Query the near-RT RIC completes the node's Service Update",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def completes_the_update(node: Peer) -> None:
    """A query without a list asks for all functions; the node tells them by a procedure of its own."""
    await node.stimulate("service-query", list=False)
    query = await node.expect(RICserviceQuery)
    await _update(node, query)


@case(
    id="E2AP-SERVUPD-122",
    title="A Service Query lists the RAN functions that the near-RT RIC has accepted",
    clause="O-RAN.WG3.E2AP 8.3.4A.2, 9.1.2.10",
    level=Level.SHOULD,
    under_test=RIC,
    needs=_NEEDS,
    tags=_TAGS,
)
async def lists_what_it_accepted(node: Peer) -> None:
    """If the query has a list, it is complete: the node takes what is absent for not accepted."""
    await node.stimulate("service-query", list=True)
    query = await node.expect(RICserviceQuery)
    accepted = sorted(each.id for each in node.functions.values() if each.status is FunctionStatus.ACCEPTED)
    listed = sorted(each.ran_function_id for each in query.ran_functions_accepted or ())
    check(
        query.ran_functions_accepted is None or listed == accepted,
        "The list of a RIC SERVICE QUERY holds all RAN functions that the near-RT RIC has accepted, and no other",
        expected=f"RAN functions {accepted}, or no list at all",
        actual=f"RAN functions {listed}",
    )
    await _update(node, query)


async def _update(node: Peer, query: RICserviceQuery) -> None:
    update = update_after_query(query, engine=node.engine, edition=node.edition, transaction_id=new_transaction(node))
    await exchange(
        node,
        update,
        RICserviceUpdateAcknowledge,
        requirement="The near-RT RIC completes the Service Update that its Service Query asked for",
    )
