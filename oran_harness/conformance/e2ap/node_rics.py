"""An E2 node that is told to go to a second near-RT RIC: neither gets what is the other's (E2GAP 4.2).

An E2 node is connected to one near-RT RIC only. What it does about a second one is said nowhere: it may decline, leave
the first one, or serve both.
"""

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_rics_scenery import (
    STIMULI,
    Visit,
    accepted_by_second,
    answered,
    both_served,
    first_of,
    goes_on,
    nothing_strange,
    several_periods,
    subscribed_at_second,
)
from oran_harness.conformance.e2ap.node_scenery import (
    DELETED_OR_NOT,
    NODE,
    about,
    deletion,
    of,
    reported,
    reset,
    serves,
    serving,
    subscribed,
)
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import (
    E2setupFailure,
    E2setupRequest,
    ResetResponse,
    RICindication,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
)
from oran_harness.steps import Peer, check

_KPM = ("service-model:KPM", *STIMULI)
_E2GAP = "O-RAN.WG3.E2GAP 4.2"
_TAGS = ("several-rics", "positive")


@case(
    id="E2AP-RICS-201",
    title="A second near-RT RIC gets an E2 Setup of its own",
    clause=f"O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.2; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=STIMULI,
    tags=("E2setup", *_TAGS),
)
async def sets_up_with_the_second(ric: Peer) -> None:
    """E2 SETUP REQUEST comes first there, and is answered there; the first near-RT RIC is served on, or left."""
    first = first_of(ric)
    await serving(first)
    async with Visit(ric) as visit:
        if not visit.declined:
            second = await visit.association()
            request = await second.expect(Message, otherwise=Verdict.INCONC, refusable=False)
            check(
                isinstance(request, E2setupRequest),
                "E2 Setup is the first procedure on an association with another near-RT RIC (E2AP 8.3.1.1)",
                expected=E2setupRequest.NAME,
                actual=request.NAME if request is not None else "octets that are no E2AP message",
            )
            assert isinstance(request, E2setupRequest)
            await accepted_by_second(second, request)
            check(
                await serves(second) or second.here is None,
                "An E2 node that has set up with a second near-RT RIC serves it (E2AP 8.3.1.2)",
                expected="an answer to a request that it has to answer, or the end of the association",
                actual="silence, on an association that stands",
            )
        check(
            await serves(first) or first.here is None,
            "When the E2 node is told of a second near-RT RIC, the interface with the first is served on, or ended",
            expected="an answer to a request that it has to answer, or the end of the association",
            actual="silence, on an association that stands",
        )


@case(
    id="E2AP-RICS-202",
    title="Reports go to the near-RT RIC whose subscription they are of",
    clause=f"O-RAN.WG3.E2AP 8.2.3.2; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("RICindication", *_TAGS),
)
async def reports_to_its_own(ric: Peer) -> None:
    """Each of two near-RT RICs has a subscription; what is reported of one never reaches the other."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    await reported(first, ours, "A subscription that was admitted reports")
    async with Visit(ric) as visit:
        second = await visit.set_up()
        theirs = await subscribed_at_second(second)
        lasting = several_periods(ours, theirs)
        silent = [nothing_strange(second, theirs, lasting=lasting)]
        if first.here is not None:
            silent.append(nothing_strange(first, ours, lasting=lasting))
        await ric.together(*silent)
        report = await second.hear(RICindication, where=of(theirs))
        check(
            report is not None or second.here is None or not reporting(second).steady,
            "A subscription that was admitted reports to the near-RT RIC that has made it (E2AP 8.2.1.2, 8.2.3.2)",
            expected=RICindication.NAME,
            actual="none, on an association that stands",
        )


@case(
    id="E2AP-RICS-203",
    title="The same RICrequestID of two near-RT RICs names two subscriptions",
    clause=f"O-RAN.WG3.E2AP 3.1, 9.2.7, 8.2.2.2; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("RICsubscription", "RICsubscriptionDelete", "collision", *_TAGS),
)
async def keeps_equal_ids_apart(ric: Peer) -> None:
    """Where both are admitted, the Delete of the second one's leaves the first one's, which is deleted by itself."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second = await visit.set_up()
        theirs = await subscribed_at_second(second, like=ours)
        both_served(first, second)
        await _deleted(second, deletion(theirs))
        await goes_on(first, ours, "the Delete of another near-RT RIC's subscription with the same RICrequestID")
        await _deleted(first, deletion(ours))


@case(
    id="E2AP-RICS-204",
    title="A Reset by one near-RT RIC leaves the subscriptions of the other",
    clause=f"O-RAN.WG3.E2AP 8.3.2.2; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=("procedure:Reset", *_KPM),
    tags=("Reset", *_TAGS),
)
async def resets_one_interface(ric: Peer) -> None:
    """The second one resets what it has; the subscription of the first one reports on."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second = await visit.set_up()
        await subscribed_at_second(second)
        both_served(first, second)
        await answered(second, reset(second), ResetResponse)
        await goes_on(first, ours, "a Reset by another near-RT RIC")


@case(
    id="E2AP-RICS-205",
    title="A near-RT RIC cannot delete the subscription of another",
    clause=f"O-RAN.WG3.E2AP 8.2.2.4; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("RICsubscriptionDelete", "several-rics", "negative"),
)
async def knows_whose_subscription_it_is(ric: Peer) -> None:
    """The second one names a RICrequestID that only the first one has assigned: unknown, and the reports go on."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second = await visit.set_up()
        both_served(first, second)
        request = deletion(ours)
        await second.send(request, injected=True)
        answer = await second.hear(*DELETED_OR_NOT, where=about(request))
        both_served(first, second)
        check(
            answer is not None and not isinstance(answer, RICsubscriptionDeleteResponse),
            "The Delete of a RICrequestID that this near-RT RIC has not assigned is refused as unknown (E2AP 8.2.2.4)",
            expected=RICsubscriptionDeleteFailure.NAME,
            actual="no answer" if answer is None else answer.NAME,
        )
        await goes_on(first, ours, "a Delete by another near-RT RIC")


@case(
    id="E2AP-RICS-206",
    title="The loss of one near-RT RIC leaves the subscriptions of the other",
    clause=f"O-RAN.WG3.E2AP 8.2.1.2; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("link-loss", *_TAGS),
)
async def outlives_the_second(ric: Peer) -> None:
    """The association with the second one is aborted; the subscription of the first one reports on."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second = await visit.set_up()
        await subscribed_at_second(second)
        both_served(first, second)
        await second.close(how="abort")
        await goes_on(first, ours, "the loss of another near-RT RIC")


@case(
    id="E2AP-RICS-207",
    title="An E2 Setup that the second near-RT RIC refuses leaves the interface with the first",
    clause=f"O-RAN.WG3.E2AP 8.3.1.3; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("E2setup", "several-rics", "negative"),
)
async def outlives_a_refusal(ric: Peer) -> None:
    """The subscription of the first one reports on, unless the node has left it."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second, request = await visit.request()
        both_served(first, second)
        await second.send(E2setupFailure(request.transaction_id, ("misc", "om-intervention")))
        await goes_on(first, ours, "the refusal of E2 Setup by another near-RT RIC")


@case(
    id="E2AP-RICS-208",
    title="When the first near-RT RIC is lost, the second one keeps its subscription",
    clause=f"O-RAN.WG3.E2AP 8.2.1.2, 8.3.1.1; {_E2GAP}",
    level=Level.MUST,
    under_test=NODE,
    needs=_KPM,
    tags=("link-loss", *_TAGS),
)
async def outlives_the_first(ric: Peer) -> None:
    """It reports on, and nothing of what was the first one's reaches it."""
    first = first_of(ric)
    ours = await subscribed(first, reporting(first))
    async with Visit(ric) as visit:
        second = await visit.set_up()
        theirs = await subscribed_at_second(second)
        both_served(first, second)
        await first.close(how="abort")
        await goes_on(second, theirs, "the loss of the first near-RT RIC")
        await nothing_strange(second, theirs, lasting=several_periods(ours, theirs))


async def _deleted(ric: Peer, request: RICsubscriptionDeleteRequest) -> None:
    """A subscription that stands is deleted, and that is said to the near-RT RIC that asked."""
    answer = await answered(ric, request, RICsubscriptionDeleteResponse, RICsubscriptionDeleteFailure)
    check(
        isinstance(answer, RICsubscriptionDeleteResponse),
        "A near-RT RIC's subscription is deleted by its RICrequestID, also where another one uses that (E2AP 8.2.2.2)",
        expected=RICsubscriptionDeleteResponse.NAME,
        actual=answer.NAME,
    )
