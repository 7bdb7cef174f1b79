"""RIC Subscription with an E2 node under test (E2AP 8.2.1)."""

from collections.abc import Sequence
from dataclasses import replace

from oran_harness.conformance.choices import PERIOD_MS, missing_function, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    about,
    come_back,
    deletion,
    of,
    outcome,
    released,
    reported,
    says,
    serving,
    subscribe,
    subscribed,
)
from oran_harness.conformance.expectations import answers, ask, check_echo
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import (
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.messages import (
    ErrorIndication,
    RICindication,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteResponse,
    RICsubscriptionFailure,
    RICsubscriptionRequest,
    RICsubscriptionResponse,
)
from oran_harness.steps import Peer, check, unsupported

NEEDS = ("service-model:KPM",)
_CLAUSE = "O-RAN.WG3.E2AP 8.2.1"
_TAGS = ("RICsubscription", "positive")
_NEGATIVE = ("RICsubscription", "negative")
_NONSENSE = b"\xff" * 24
_UNKNOWN_STYLE = b"\x00\x01\xfa\x00\x00\x00\x00\x00"
_PERIODS = 3


@case(
    id="E2AP-SUB-201",
    title="A subscription with one action is admitted",
    clause=f"{_CLAUSE}.2; O-RAN.WG3.E2TS 6.2.2.1.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-6.2.2.1.1"),
)
async def admits_one_action(ric: Peer) -> None:
    """A KPM report that the node itself declares; the answer has the request's ids and admits the action."""
    report = reporting(ric)
    request = report.request(ric.new_request_id())
    response = await subscribe(ric, request)
    _accounted(response, [1])
    check(
        _admitted(response) == [1],
        "The E2 node admits a report that it declares in its function definition (E2AP 8.2.1.2)",
        expected="action 1 admitted",
        actual=f"actions {_admitted(response)} admitted",
    )


@case(
    id="E2AP-SUB-202",
    title="Each action of a subscription is admitted or not admitted, once",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def accounts_for_every_action(ric: Peer) -> None:
    """Two actions that the node can serve; whether it serves both is its own choice."""
    report = reporting(ric)
    request = report.request(ric.new_request_id(), actions=(report.action(1), report.action(2)))
    response: RICsubscriptionResponse | RICsubscriptionFailure = await ask(
        ric,
        request,
        RICsubscriptionResponse,
        RICsubscriptionFailure,
        requirement="A RIC SUBSCRIPTION REQUEST with two actions is answered by either outcome (E2AP 8.2.1)",
    )
    if isinstance(response, RICsubscriptionFailure):
        raise unsupported(f"the E2 node admits none of two actions of one subscription: {says(response)}")
    _accounted(response, [1, 2])


@case(
    id="E2AP-SUB-203",
    title="A subscription to a RAN function that the E2 node does not offer is refused",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    tags=_NEGATIVE,
)
async def refuses_an_unknown_function(ric: Peer) -> None:
    """By RIC SUBSCRIPTION FAILURE with the ids of the request."""
    details = RICsubscriptionDetails(b"\x00", (RICaction_ToBeSetup_Item(1, "report", b"\x00"),))
    request = RICsubscriptionRequest(ric.new_request_id(), missing_function(ric), details)
    failure = await _refused(ric, request, "A RIC SUBSCRIPTION REQUEST for an unknown RAN function is refused")
    check_echo(request, failure)


@case(
    id="E2AP-SUB-204",
    title="A subscription whose action definition cannot be read is refused",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_an_unreadable_action(ric: Peer) -> None:
    """Its only action is 24 octets of nonsense."""
    report = reporting(ric)
    actions = (report.action(1, _NONSENSE),)
    await _not_admitted(ric, report.request(ric.new_request_id(), actions=actions), "an action definition of nonsense")


@case(
    id="E2AP-SUB-205",
    title="A subscription whose event trigger cannot be read is refused",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_an_unreadable_trigger(ric: Peer) -> None:
    """Nothing could ever be reported."""
    report = reporting(ric)
    request = report.request(ric.new_request_id(), trigger=_NONSENSE)
    await _not_admitted(ric, request, "an event trigger of nonsense")


@case(
    id="E2AP-SUB-206",
    title="The same subscription a second time is refused",
    clause=f"{_CLAUSE}.4",
    level=Level.MUST,
    under_test=NODE,
    needs=(*NEEDS, "e2ap:3.01"),
    tags=_NEGATIVE,
)
async def refuses_the_same_again(ric: Peer) -> None:
    """Identical in every octet while the first one stands; the first one reports on."""
    request = await subscribed(ric, reporting(ric))
    await ric.send(request, injected=True)
    await ric.expect(
        RICsubscriptionFailure,
        where=answers(request),
        requirement="A RIC SUBSCRIPTION REQUEST identical to one that stands is answered by a failure (E2AP 8.2.1.4)",
    )
    await reported(ric, request, "The subscription that stands goes on after a refused copy of it")


@case(
    id="E2AP-SUB-207",
    title="An action of a style that the E2 node does not offer is not admitted",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_NEGATIVE,
)
async def refuses_an_unknown_style(ric: Peer) -> None:
    """KPM report style 250 does not exist."""
    report = reporting(ric)
    actions = (report.action(1, _UNKNOWN_STYLE),)
    await _not_admitted(ric, report.request(ric.new_request_id(), actions=actions), "a report style that there is not")


@case(
    id="E2AP-SUB-208",
    title="Several subscriptions stand side by side",
    clause=f"{_CLAUSE}.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=_TAGS,
)
async def serves_several(ric: Peer) -> None:
    """Three requests at once; each is answered under its own RICrequestID, and what is admitted reports."""
    report = reporting(ric)
    requests = [report.request(ric.new_request_id()) for _ in range(3)]
    for request in requests:
        await ric.send(request)
    admitted = []
    for request in requests:
        answer = await ric.expect(
            RICsubscriptionResponse,
            RICsubscriptionFailure,
            where=answers(request),
            requirement="Each RIC SUBSCRIPTION REQUEST is answered under its own RICrequestID (E2AP 8.2.1.2)",
        )
        admitted += [request] if isinstance(answer, RICsubscriptionResponse) else []
    for request in admitted:
        await reported(ric, request, "Each of several subscriptions that were admitted reports")


@case(
    id="E2AP-SUB-209",
    title="Action ids at their bounds are kept",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "bounds"),
)
async def keeps_action_ids(ric: Peer) -> None:
    """RICactionID 0 and 255 (E2AP 9.2.10)."""
    report = reporting(ric)
    for number in (0, 255):
        request = report.request(ric.new_request_id(), actions=(report.action(number),))
        _accounted(await subscribe(ric, request), [number])
        await released(ric, request)


@case(
    id="E2AP-SUB-210",
    title="RICrequestIDs at their bounds are kept",
    clause=f"{_CLAUSE}.2",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "bounds"),
)
async def keeps_request_ids(ric: Peer) -> None:
    """Both halves 0, and both 65535 (E2AP 9.2.7)."""
    report = reporting(ric)
    for number in (0, 65535):
        request = report.request(RICrequestID(number, number))
        await subscribe(ric, request)
        await released(ric, request)


@case(
    id="E2AP-SUB-211",
    title="After the loss of its association the E2 node comes back able to serve",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.3.1.1",
    level=Level.MUST,
    under_test=NODE,
    needs=NEEDS,
    tags=(*_TAGS, "reconnect"),
)
async def serves_after_a_loss(ric: Peer) -> None:
    """The association is aborted while subscribed; after E2 Setup a new subscription works like the first one.

    Whether the first one outlives the association is open, so that it is deleted where it may be in the way.
    """
    before = await subscribed(ric, reporting(ric))
    await ric.close(how="abort")
    await come_back(ric, "the loss of its association")
    request = replace(before, ric_request_id=ric.new_request_id())
    if isinstance(await outcome(ric, request), RICsubscriptionFailure):
        delete = deletion(before)
        await ric.send(delete, injected=True)
        await ric.hear(RICsubscriptionDeleteResponse, RICsubscriptionDeleteFailure, where=answers(delete))
        await subscribe(ric, request, again=True)
    await reported(
        ric, request, "After the loss of its association and a new E2 Setup the E2 node serves a new subscription"
    )


async def _refused(ric: Peer, request: RICsubscriptionRequest, requirement: str) -> RICsubscriptionFailure:
    return await ask(ric, request, RICsubscriptionFailure, requirement=f"{requirement} (E2AP 8.2.1.4)", injected=True)


async def _not_admitted(ric: Peer, request: RICsubscriptionRequest, what: str) -> None:
    """The node answers, and admits nothing; afterwards it serves, and reports nothing of it."""
    await ric.send(request, injected=True)
    answer = await ric.expect(
        RICsubscriptionFailure,
        RICsubscriptionResponse,
        ErrorIndication,
        where=about(request),
        requirement=f"A RIC SUBSCRIPTION REQUEST with {what} is refused (E2AP 8.2.1.4)",
    )
    if isinstance(answer, RICsubscriptionResponse):
        check(
            not _admitted(answer),
            f"An action with {what} is not admitted (E2AP 8.2.1.2)",
            expected="RIC SUBSCRIPTION FAILURE, or the action among those not admitted",
            actual=f"{says(answer)}: actions {_admitted(answer)} admitted",
        )
    await serving(ric)
    await ric.silence(
        RICindication,
        where=of(request),
        lasting=_PERIODS * PERIOD_MS / 1000,
        requirement="What was not admitted is not reported",
    )


def _admitted(response: RICsubscriptionResponse) -> list[int]:
    return [item.ric_action_id for item in response.ric_actions_admitted or ()]


def _accounted(response: RICsubscriptionResponse, wanted: Sequence[int]) -> None:
    refused = [item.ric_action_id for item in response.ric_actions_not_admitted or ()]
    check(
        sorted([*_admitted(response), *refused]) == sorted(wanted),
        "Each action that was requested stands in exactly one of the lists of the response (E2AP 8.2.1.2)",
        expected=f"actions {sorted(wanted)}, each once",
        actual=f"admitted {_admitted(response)}, not admitted {refused}",
    )
