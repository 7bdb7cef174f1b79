"""An E2 node whose near-RT RIC is restarted, with state left at the node (E2AP 8.3.1.1)."""

from oran_harness.codec.asn1 import BitString
from oran_harness.conformance.choices import PERIOD_MS, reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    RETURN_S,
    accept,
    come_back,
    deletion,
    heard_of,
    outcome,
    says,
    serving,
    still_reported,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import answers, check_echo
from oran_harness.model import Level, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.elements import GlobalRIC_ID
from oran_harness.steps import Peer, check
from oran_harness.steps.answers import BREATH_S

KPM = ("service-model:KPM",)
_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.1"
_TAGS = ("RICsubscription", "restart", "reconnect")
_RESTART = "a restart of the near-RT RIC"
_OTHER_RIC = GlobalRIC_ID(b"\x00\xf1\x10", BitString(b"\xab\xcd\xe0", 20))
_STANDING = 3


@case(
    id="E2AP-RESTART-201",
    title="After a restart of the near-RT RIC its RICrequestIDs can be used again",
    clause=f"{_CLAUSE}, 8.2.1, 8.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_TAGS,
)
async def takes_old_ids(ric: Peer) -> None:
    """Whether subscriptions outlive the association is open: who refuses a copy of one lets that be deleted."""
    request = await subscribed(ric, reporting(ric))
    await ric.close(how="abort")
    await come_back(ric, _RESTART)
    await ric.pause(BREATH_S)
    answer = await outcome(ric, request)
    if isinstance(answer, m.RICsubscriptionFailure):
        delete = deletion(request)
        await ric.send(delete, injected=True)
        await ric.hear(m.RICsubscriptionDeleteResponse, m.RICsubscriptionDeleteFailure, where=answers(delete))
        answer = await outcome(ric, request)
    check(
        isinstance(answer, m.RICsubscriptionResponse),
        "A RICrequestID of before the restart of the near-RT RIC can be used again, if need be after a Delete "
        "(E2AP 8.3.1.1, 8.2.1.2)",
        expected="RICsubscriptionResponse, as before the restart",
        actual=f"{says(answer)}, also after a RIC SUBSCRIPTION DELETE REQUEST",
    )
    check_echo(request, answer)


@case(
    id="E2AP-RESTART-202",
    title="What an E2 node reports after a restart of the near-RT RIC can be deleted",
    clause=f"{_CLAUSE}, 8.2.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_TAGS,
)
async def ends_old_reports(ric: Peer) -> None:
    """Whether it goes on with a subscription of before is open. If it does, the subscription stands: a Delete of it is
    confirmed.
    """
    request = await subscribed(ric, reporting(ric))
    await heard_of(ric, request)
    await ric.close(how="abort")
    await come_back(ric, _RESTART)
    stands = await still_reported(ric, request)
    delete = deletion(request)
    await ric.send(delete, injected=True)
    answer: m.RICsubscriptionDeleteResponse | m.RICsubscriptionDeleteFailure = await ric.expect(
        m.RICsubscriptionDeleteResponse,
        m.RICsubscriptionDeleteFailure,
        where=answers(delete),
        requirement="A RIC SUBSCRIPTION DELETE REQUEST is answered, whatever stands (E2AP 8.2.2)",
    )
    check(
        not stands or isinstance(answer, m.RICsubscriptionDeleteResponse),
        "A subscription that is reported stands, also after a restart of the near-RT RIC, and can be deleted "
        "(E2AP 8.2.2.2)",
        expected="RICsubscriptionDeleteResponse",
        actual=f"a RIC INDICATION of it, and {says(answer)}",
    )


@case(
    id="E2AP-RESTART-203",
    title="Several subscriptions that a restart of the near-RT RIC leaves behind do no harm",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=KPM,
    tags=_TAGS,
)
async def survives_what_is_left(ric: Peer) -> None:
    """They are reporting when the association is cut."""
    report = reporting(ric)
    for _ in range(_STANDING):
        request = report.request(ric.new_request_id())
        await ric.send(request)
        await ric.hear(m.RICsubscriptionResponse, m.RICsubscriptionFailure, where=answers(request))
    await ric.pause(PERIOD_MS / 1000)
    await ric.close(how="abort")
    await come_back(ric, _RESTART)
    await ric.pause(BREATH_S)
    await unharmed(ric, f"{_RESTART} that left subscriptions behind")


@case(
    id="E2AP-RESTART-204",
    title="A near-RT RIC that returns with another Global RIC ID is served",
    clause=f"{_CLAUSE}, 9.1.2.3",
    level=Level.MUST,
    under_test=NODE,
    tags=("E2setup", "restart", "reconnect"),
)
async def serves_another_ric(ric: Peer) -> None:
    """What E2 Setup exchanges replaces what was known before."""
    await serving(ric)
    await ric.close(how="shutdown")
    request = await ric.expect(m.E2setupRequest, within=RETURN_S, otherwise=Verdict.INCONC)
    await ric.send(accept(ric, request, identity=_OTHER_RIC))
    await ric.pause(BREATH_S)
    await unharmed(ric, "an E2 SETUP RESPONSE with another Global RIC ID than before")
