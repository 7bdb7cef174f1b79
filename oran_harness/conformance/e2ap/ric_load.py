"""RIC Service Load Status and Load Update, with a near-RT RIC under test (E2AP 8.2.8, 8.2.9, since 7.00)."""

from dataclasses import replace
from typing import Any

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_scenery import RIC, once_more, unharmed, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import granted, refuse
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunctionLoad_Item, RICloadInformation
from oran_harness.protocols.e2ap.messages import (
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICserviceLoadUpdate,
)
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.offers import KPM_FUNCTION

_NAME = "RICserviceLoadStatus"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.8.2"
_NEEDS = ("stimulus:load-status", f"procedure:{_NAME}", "e2ap:7.00")
_GOOD = (_NAME, "positive")
_BAD = (_NAME, "negative")
_OURS = 2001
_UNKNOWN = 4001


@case(
    id="E2AP-LOAD-101",
    title="Load reports are started for RAN functions of the node, and updates are taken",
    clause=f"{_CLAUSE}, 8.2.9.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_GOOD, "RICserviceLoadUpdate"),
)
async def starts(node: Peer) -> None:
    """All that is asked for is confirmed and reported once."""
    association = node.here
    request = await _asked(node)
    offered = set(node.functions)
    asked = {item.ran_function_id for item in request.ran_function_load_request_list or ()}
    check(
        asked <= offered,
        "The near-RT RIC asks for loads of RAN functions that the node offered",
        expected=f"among the RAN functions {sorted(offered)}",
        actual=f"RAN functions {sorted(asked)}",
    )
    await node.send(_confirmed(node, request))
    await node.send(_update(request))
    await unmoved(node, association, "RIC SERVICE LOAD UPDATE")


@case(
    id="E2AP-LOAD-102",
    title="The near-RT RIC takes the failure of a load status request",
    clause="O-RAN.WG3.E2AP 8.2.8.3",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def takes_a_failure(node: Peer) -> None:
    """It ends the procedure: no Error Indication about it."""
    association = node.here
    await refuse(node, await _asked(node), "requested-information-unavailable")
    await unmoved(node, association, "RIC SERVICE LOAD STATUS FAILURE")


@case(
    id="E2AP-LOAD-103",
    title="Load reports are stopped under the measurement ids of both sides",
    clause=f"{_CLAUSE}, 9.1.1.23",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_GOOD,
)
async def stops(node: Peer) -> None:
    """The node's measurement id has to be there for a stop, and is the one that the node gave."""
    association = node.here
    request = await _asked(node)
    if request.registration_request != "start":
        raise inconclusive(f"asked to start load reports the near-RT RIC sends {request.registration_request}")
    await node.send(_confirmed(node, request))
    stop = await once_more(_asked(node, change="stop"))
    if stop.registration_request != "stop":
        raise inconclusive(f"asked to stop the load reports the near-RT RIC sends {stop.registration_request}")
    given = (request.ric_load_measurement_id, _OURS)
    check(
        (stop.ric_load_measurement_id, stop.e2_node_load_measurement_id) == given,
        "The stop names the load reports by the measurement ids of the near-RT RIC and of the E2 node",
        expected=f"{given[0]} and {given[1]}",
        actual=f"{stop.ric_load_measurement_id} and {stop.e2_node_load_measurement_id}",
    )
    await node.send(RICserviceLoadStatusResponse(stop.ric_load_measurement_id, _OURS))
    await unmoved(node, association, "the response to a stop")


@case(
    id="E2AP-LOAD-104",
    title="A load update that nobody asked for does no harm",
    clause="O-RAN.WG3.E2AP 8.2.9.2, 10",
    level=Level.MUST,
    under_test=RIC,
    needs=("procedure:RICserviceLoadUpdate", "e2ap:7.00"),
    tags=("RICserviceLoadUpdate", "negative"),
)
async def outlives_an_unasked_update(node: Peer) -> None:
    """No abnormal conditions are given for it: an Error Indication is in order, and so is silence."""
    bystander = node.here
    load = (RANfunctionLoad_Item(KPM_FUNCTION, RICloadInformation("notoverload", 10)),)
    await node.send(RICserviceLoadUpdate(_UNKNOWN, _UNKNOWN, load), injected=True)
    await unharmed(node, bystander, "a load update that it did not ask for")


async def _asked(node: Peer, **arguments: Any) -> RICserviceLoadStatusRequest:
    """Have the RIC start or stop load reports; gives its request, which waits for an answer."""
    await node.stimulate("load-status", **arguments)
    return await node.expect(
        RICserviceLoadStatusRequest,
        requirement="Asked about the loads of the node, the near-RT RIC sends RIC SERVICE LOAD STATUS REQUEST",
    )


def _confirmed(node: Peer, request: RICserviceLoadStatusRequest) -> Any:
    """The response that confirms all, with a measurement id of our own."""
    response: Any = granted(node, request)
    return replace(response, e2_node_load_measurement_id=_OURS)


def _update(request: RICserviceLoadStatusRequest) -> RICserviceLoadUpdate:
    """The load of each RAN function that was asked for."""
    asked = request.ran_function_load_request_list or ()
    load = RICloadInformation("notoverload", 10)
    told = tuple(RANfunctionLoad_Item(item.ran_function_id, load) for item in asked)
    return RICserviceLoadUpdate(request.ric_load_measurement_id, _OURS, told)
