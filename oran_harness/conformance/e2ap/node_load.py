"""RIC Service Load Status and Load Update, with an E2 node under test (E2AP 8.2.8, 8.2.9, since 7.00)."""

from oran_harness.conformance.choices import missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import NODE, cause_text, says, serving, subscribed, unharmed
from oran_harness.conformance.expectations import answers, check_echo
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.elements import (
    RANfunctionLoadRequest_Item,
    RICsubscriptionLoadRequest_ItemIE,
    RICsubscriptionLoadRequest_List,
)
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICserviceLoadStatusFailure,
    RICserviceLoadStatusRequest,
    RICserviceLoadStatusResponse,
    RICserviceLoadUpdate,
)
from oran_harness.steps import CaseOutcome, Peer, check, unsupported

_NAME = "RICserviceLoadStatus"
_CLAUSE = "O-RAN.WG3.E2AP 8.2.8.2"
_REFUSED = "O-RAN.WG3.E2AP 8.2.8.3"
_NEEDS = (f"procedure:{_NAME}", "e2ap:7.00")
_WITH_KPM = (*_NEEDS, "service-model:KPM")
_GOOD = (_NAME, "RICserviceLoadUpdate", "positive")
_BAD = (_NAME, "negative")
_PERIOD_S = 0.5
_CROSSING_S = 0.1
_OURS = 7
_MOST_UPDATES = 100
_THEIRS = 2001
_Answer = RICserviceLoadStatusResponse | RICserviceLoadStatusFailure


@case(
    id="E2AP-LOAD-201",
    title="Load reports that are started come, under the ids of the two sides",
    clause=f"{_CLAUSE}, 8.2.9.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def starts(ric: Peer) -> None:
    """What a load is, is the node's to say; the first update comes within the time of an answer."""
    function_id = _function(ric)
    response = await _started(ric, (RANfunctionLoadRequest_Item(function_id, "true"),))
    confirmed = [item.ran_function_id for item in response.ran_function_load_confirm_list or ()]
    check(
        confirmed == [function_id],
        "RIC SERVICE LOAD STATUS RESPONSE confirms what was asked for and is reported",
        expected=f"RAN function {function_id}",
        actual=f"RAN functions {confirmed}",
    )
    update = await _updated(ric)
    check(
        update.e2_node_load_measurement_id == response.e2_node_load_measurement_id,
        "RIC SERVICE LOAD UPDATE has the E2 Node Load Measurement ID of the response",
        expected=str(response.e2_node_load_measurement_id),
        actual=str(update.e2_node_load_measurement_id),
    )
    told = [item.ran_function_id for item in update.ran_function_load_list or ()]
    check(
        set(told) <= {function_id},
        "RIC SERVICE LOAD UPDATE tells of what was asked for",
        expected=f"RAN function {function_id}",
        actual=f"RAN functions {told}",
    )
    await _stop(ric, response)


@case(
    id="E2AP-LOAD-202",
    title="Load reports that are stopped do not come any more",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_GOOD,
)
async def stops(ric: Peer) -> None:
    """The period is half a second, the shortest there is; what was sent before the answer may come."""
    response = await _started(ric, (RANfunctionLoadRequest_Item(_function(ric), "true"),))
    await _updated(ric)
    await _stop(ric, response)
    await ric.pause(_CROSSING_S)
    await _drained(ric)
    await ric.silence(
        RICserviceLoadUpdate,
        lasting=_PERIOD_S * 1.2,
        requirement="The E2 node terminates the reporting when it is told to stop",
    )


@case(
    id="E2AP-LOAD-203",
    title="A measurement is added to load reports that run",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_WITH_KPM,
    tags=_GOOD,
)
async def adds(ric: Peer) -> None:
    """Added is the load of a subscription; a node may refuse that, and reports on as before."""
    report = reporting(ric)
    subscription = await subscribed(ric, report)
    assert subscription.ric_request_id is not None
    response = await _started(ric, (RANfunctionLoadRequest_Item(report.function_id, "true"),))
    more: RICsubscriptionLoadRequest_List = (RICsubscriptionLoadRequest_ItemIE(subscription.ric_request_id, "true"),)
    request = RICserviceLoadStatusRequest(
        _OURS,
        response.e2_node_load_measurement_id,
        "add",
        (RANfunctionLoadRequest_Item(report.function_id, None, None, more),),
        "ms500",
    )
    answer = await _answer(ric, request)
    if isinstance(answer, RICserviceLoadStatusResponse):
        check(
            answer.e2_node_load_measurement_id == response.e2_node_load_measurement_id,
            "The response to an addition has the ids of the reports that are added to",
            expected=str(response.e2_node_load_measurement_id),
            actual=str(answer.e2_node_load_measurement_id),
        )
    await _drained(ric)
    await _updated(ric)
    await _stop(ric, response)


@case(
    id="E2AP-LOAD-204",
    title="To stop load reports that do not run is answered",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def answers_an_unknown_stop(ric: Peer) -> None:
    """Both measurement ids are unknown; what the answer is, is open."""
    await serving(ric)
    await _answer(ric, RICserviceLoadStatusRequest(_OURS, _THEIRS, "stop"), injected=True)
    await unharmed(ric, "a stop of load reports that do not run")


@case(
    id="E2AP-LOAD-205",
    title="Load reports of a RAN function that the node does not offer are refused",
    clause=_REFUSED,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_BAD,
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """Not one item can be accepted, so there is nothing to respond with."""
    asked = (RANfunctionLoadRequest_Item(missing_function(ric), "true"),)
    answer = await _answer(ric, RICserviceLoadStatusRequest(_OURS, None, "start", asked, "ms500"), injected=True)
    check(
        isinstance(answer, RICserviceLoadStatusFailure),
        "Where the E2 node accepts no item it answers with RIC SERVICE LOAD STATUS FAILURE",
        expected=RICserviceLoadStatusFailure.NAME,
        actual=answer.NAME,
    )


@case(
    id="E2AP-LOAD-206",
    title="The load of a subscription that never was is not confirmed",
    clause=f"{_CLAUSE}, 8.2.8.3",
    level=Level.MUST,
    under_test=NODE,
    needs=_WITH_KPM,
    tags=_BAD,
)
async def confirms_no_unknown_subscription(ric: Peer) -> None:
    """The load of its RAN function is asked for, too, and may be reported."""
    nobody = ric.new_request_id()
    unknown = (RICsubscriptionLoadRequest_ItemIE(nobody, "true"),)
    asked = (RANfunctionLoadRequest_Item(ric.function("KPM").id, "true", None, unknown),)
    answer = await _answer(ric, RICserviceLoadStatusRequest(_OURS, None, "start", asked, "ms500"), injected=True)
    if not isinstance(answer, RICserviceLoadStatusResponse):
        return
    confirmed = [
        each.ric_request_id
        for item in answer.ran_function_load_confirm_list or ()
        for each in item.ric_subscription_load_confirm_list or ()
    ]
    check(
        nobody not in confirmed,
        "RIC SERVICE LOAD STATUS RESPONSE confirms loads of subscriptions that stand",
        expected="the load of the RAN function alone",
        actual=f"the load of {nobody.ric_requestor_id}/{nobody.ric_instance_id}, too",
    )
    await _stop(ric, answer)


def _function(ric: Peer) -> int:
    """A RAN function of the node; ``unsupported`` without any."""
    found = next(iter(ric.functions), None)
    if found is None:
        raise unsupported("the node offers no RAN function")
    return found


async def _answer(ric: Peer, request: RICserviceLoadStatusRequest, *, injected: bool | None = None) -> _Answer:
    """The answer to a request; ``unsupported`` from a node that does not have the procedure.

    Its criticality is ignore: who does not know it is silent, and right (TS 36.413 10.3.4.1).
    """
    await ric.send(request, injected=injected)
    answer = await ric.hear(
        RICserviceLoadStatusResponse, RICserviceLoadStatusFailure, ErrorIndication, where=answers(request)
    )
    if not isinstance(answer, RICserviceLoadStatusResponse | RICserviceLoadStatusFailure):
        actual = "no answer"
        if isinstance(answer, ErrorIndication):
            actual = f"ErrorIndication with {cause_text(answer.cause)}"
        if ric.here is not None and not ric.claims.procedure(_NAME):
            raise unsupported(f"the node seems not to know the procedure, which may be ignored: {actual}")
        raise CaseOutcome(
            Verdict.FAIL,
            requirement="The E2 node answers RIC SERVICE LOAD STATUS REQUEST",
            expected="RICserviceLoadStatusResponse or RICserviceLoadStatusFailure",
            actual=actual,
        )
    check_echo(request, answer)
    return answer


async def _started(ric: Peer, asked: tuple[RANfunctionLoadRequest_Item, ...]) -> RICserviceLoadStatusResponse:
    """Load reports, started with the shortest period."""
    answer = await _answer(ric, RICserviceLoadStatusRequest(_OURS, None, "start", asked, "ms500"))
    if isinstance(answer, RICserviceLoadStatusFailure):
        # Which loads a node measures is nowhere declared (8.2.8.3).
        raise unsupported(f"the node refuses it properly: {says(answer)}")
    return answer


async def _updated(ric: Peer) -> RICserviceLoadUpdate:
    """An update of the reports that were started."""
    return await ric.expect(
        RICserviceLoadUpdate,
        where=lambda each: each.ric_load_measurement_id == _OURS,
        requirement="What is accepted is reported by RIC SERVICE LOAD UPDATE",
    )


async def _drained(ric: Peer) -> None:
    """Take the updates that have come so far."""
    for _ in range(_MOST_UPDATES):
        if await ric.hear(RICserviceLoadUpdate, within=0) is None:
            return


async def _stop(ric: Peer, response: RICserviceLoadStatusResponse) -> None:
    """The reports are stopped, and the node says so."""
    request = RICserviceLoadStatusRequest(_OURS, response.e2_node_load_measurement_id, "stop")
    answer = await _answer(ric, request)
    check(
        isinstance(answer, RICserviceLoadStatusResponse),
        "The E2 node stops load reports that it has started",
        expected=RICserviceLoadStatusResponse.NAME,
        actual=answer.NAME,
    )
