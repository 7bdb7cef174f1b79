"""RIC Subscription Delete and Delete Required with an E2 node under test (E2AP 8.2.2, 8.2.2A)."""

from oran_harness.conformance.choices import PERIOD_MS, missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    check_cause,
    deletion,
    of,
    reported,
    subscribe,
    subscribed,
)
from oran_harness.conformance.expectations import ask_echoed
from oran_harness.model import Level
from oran_harness.protocols.e2ap.messages import (
    RICindication,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteRequired,
    RICsubscriptionDeleteResponse,
)
from oran_harness.steps import Peer, check, not_applicable
from oran_harness.steps.causes import cause

NEEDS = ("service-model:KPM",)
_CLAUSE = "O-RAN.WG3.E2AP 8.2.2"
_TAGS = ("RICsubscriptionDelete", "positive")
_NEGATIVE = ("RICsubscriptionDelete", "negative")
_PERIODS = 3


@case(
    id="E2AP-SUBDEL-201",
    title="A subscription is deleted",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.2.2.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.2.2.1"),
)
async def deletes(ric: Peer) -> None:
    """By RIC SUBSCRIPTION DELETE RESPONSE with the ids of the request."""
    await _delete(ric, deletion(await subscribed(ric, reporting(ric))))


@case(
    id="E2AP-SUBDEL-202",
    title="The Delete of an unknown subscription is refused",
    clause=f"{_CLAUSE}.4; O-RAN.WG3.E2TS 6.2.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    tags=(*_NEGATIVE, "e2ts-6.2.2.2.2"),
)
async def refuses_an_unknown_subscription(ric: Peer) -> None:
    """The function is one of the node's, the RICrequestID was never used; the cause says so."""
    if not ric.functions:
        raise not_applicable("the node offers no RAN function")
    request = RICsubscriptionDeleteRequest(ric.new_request_id(), next(iter(ric.functions)))
    failure = await _refuse(ric, request, "of a subscription that the E2 node does not know")
    check_cause(
        failure,
        cause("request-id-unknown", ric.edition),
        "The Delete of an unknown subscription is refused because its RICrequestID is unknown (E2TS 6.2.2.2.2)",
    )


@case(
    id="E2AP-SUBDEL-203",
    title="The Delete for a RAN function that the E2 node does not offer is refused",
    clause=f"{_CLAUSE}.4; O-RAN.WG3.E2TS 6.2.2.2.3",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_NEGATIVE, "e2ts-6.2.2.2.3"),
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """The subscription stands, the function is none of the node's; the cause says so."""
    request = await subscribed(ric, reporting(ric))
    wrong = RICsubscriptionDeleteRequest(request.ric_request_id, missing_function(ric))
    failure = await _refuse(ric, wrong, "for a RAN function that the E2 node does not offer")
    check_cause(
        failure,
        cause("ran-function-id-invalid", ric.edition),
        "The Delete for an unknown RAN function is refused because its id is invalid (E2TS 6.2.2.2.3)",
    )


@case(
    id="E2AP-SUBDEL-204",
    title="A second Delete of the same subscription is refused",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_a_second_delete(ric: Peer) -> None:
    """After the first one the RICrequestID is unknown."""
    request = deletion(await subscribed(ric, reporting(ric)))
    await _delete(ric, request)
    await _refuse(ric, request, "of a subscription that has been deleted")


@case(
    id="E2AP-SUBDEL-205",
    title="Nothing is reported after the Delete",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 7.2.2.5.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def reports_no_more(ric: Peer) -> None:
    """From the response on, for several reporting periods."""
    request = await subscribed(ric, reporting(ric))
    await reported(ric, request, "A subscription that was admitted reports")
    await _delete(ric, deletion(request))
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=_PERIODS * PERIOD_MS / 1000,
        requirement="After RIC SUBSCRIPTION DELETE RESPONSE nothing is reported of the subscription (E2AP 8.2.2.2)",
    )


@case(
    id="E2AP-SUBDEL-206",
    title="A deleted subscription can be made again",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def subscribes_again(ric: Peer) -> None:
    """With the same RICrequestID and contents."""
    request = await subscribed(ric, reporting(ric))
    await _delete(ric, deletion(request))
    await subscribe(ric, request, again=True)
    await reported(ric, request, "A subscription made again after its Delete reports")


@case(
    id="E2AP-DELREQ-201",
    title="RIC SUBSCRIPTION DELETE REQUIRED names a subscription that stands",
    clause="O-RAN.WG3.E2AP 8.2.2A.2; O-RAN.WG3.E2TS 6.2.2.3.1",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "procedure:RICsubscriptionDeleteRequired", "stimulus:delete-required", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "positive", "e2ts-6.2.2.3.1"),
)
async def requires_a_delete(ric: Peer) -> None:
    """One item with the ids of the subscription and a cause."""
    request = await subscribed(ric, reporting(ric))
    items = (await _required(ric)).ric_subscription_to_be_removed or ()
    named = [(item.ric_request_id, item.ran_function_id) for item in items]
    check(
        (request.ric_request_id, request.ran_function_id) in named,
        "RIC SUBSCRIPTION DELETE REQUIRED names the subscription to delete (E2AP 8.2.2A.2)",
        expected=f"{request.ric_request_id}, function {request.ran_function_id}",
        actual=f"{named}",
    )


@case(
    id="E2AP-DELREQ-202",
    title="A subscription stands until it is deleted, also after Delete Required",
    clause="O-RAN.WG3.E2AP 8.2.2A.2",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "procedure:RICsubscriptionDeleteRequired", "stimulus:delete-required", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "positive"),
)
async def takes_the_delete(ric: Peer) -> None:
    """The Delete that the node asked for is carried out."""
    request = await subscribed(ric, reporting(ric))
    await _required(ric)
    await _delete(ric, deletion(request))


async def _required(ric: Peer) -> RICsubscriptionDeleteRequired:
    await ric.stimulate("delete-required")
    return await ric.expect(
        RICsubscriptionDeleteRequired,
        requirement="Told to have a subscription deleted, the E2 node sends RIC SUBSCRIPTION DELETE REQUIRED",
    )


async def _delete(ric: Peer, request: RICsubscriptionDeleteRequest) -> None:
    await ask_echoed(
        ric,
        request,
        RICsubscriptionDeleteResponse,
        requirement="The Delete of a subscription that stands is answered by its response (E2AP 8.2.2.2)",
        refusable=False,
    )


async def _refuse(ric: Peer, request: RICsubscriptionDeleteRequest, what: str) -> RICsubscriptionDeleteFailure:
    return await ask_echoed(
        ric,
        request,
        RICsubscriptionDeleteFailure,
        requirement=f"The Delete {what} is answered by a failure (E2AP 8.2.2.4)",
        injected=True,
    )
