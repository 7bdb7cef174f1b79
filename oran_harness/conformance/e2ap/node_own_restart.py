"""An E2 node that is restarted itself, with what its life before has left (E2AP 8.3.1.1)."""

from dataclasses import replace

from oran_harness.conformance.choices import reporting
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    FOR_NOW,
    NODE,
    RETURN_S,
    accept,
    deletion,
    heard_of,
    outcome,
    reported,
    says,
    serving,
    still_reported,
    subscribed,
    unharmed,
)
from oran_harness.conformance.expectations import answers, check_echo
from oran_harness.model import Level
from oran_harness.model.restart import KILL, RETURN_WITHIN, STOP
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer, Step, check, inconclusive
from oran_harness.steps.answers import BREATH_S

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.1"
_RESTART = "stimulus:restart"
_NEEDS = (_RESTART, "service-model:KPM")
_TAGS = ("E2setup", "restart", "reconnect", "slow")
_SUBSCRIBED = (*_TAGS, "RICsubscription")
_SETTING_UP_S = 5.0
"""Seconds for the E2 Setup of a node that has come as late as it may."""


@case(
    id="E2AP-RESTART-205",
    title="An E2 node that is stopped and started sets up anew, and serves",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=(_RESTART,),
    tags=_TAGS,
)
async def sets_up_after_a_stop(ric: Peer) -> None:
    """When it has to be back is not said anywhere; on the association that it opens E2 Setup comes first."""
    await serving(ric)
    await _restarted(ric, STOP)
    await unharmed(ric, "its own restart and E2 Setup")


@case(
    id="E2AP-RESTART-206",
    title="An E2 node that is killed while it is subscribed sets up anew, and serves",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_SUBSCRIBED,
)
async def sets_up_after_a_kill(ric: Peer) -> None:
    """As after a loss of power. Whatever it has kept of the subscription, nothing of it comes before E2 Setup."""
    request = await subscribed(ric, reporting(ric))
    await reported(ric, request, "A subscription that was admitted reports")
    setup = await _restarted(ric, KILL)
    early = await ric.hear(m.RICindication, association=ric.here, within=0)
    check(
        early is None or ric.last is None or ric.last.n > setup,
        "E2 Setup is the first procedure on the association of a node that was restarted (E2AP 8.3.1.1)",
        expected="E2 SETUP REQUEST before any other message",
        actual="RIC INDICATION before E2 SETUP REQUEST",
    )
    await unharmed(ric, "a kill while it was subscribed, its start and E2 Setup")


@case(
    id="E2AP-RESTART-207",
    title="A Delete of a subscription from before the E2 node's restart is answered, and ends what is still reported",
    clause=f"{_CLAUSE}, 8.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=(*_SUBSCRIBED, "RICsubscriptionDelete"),
)
async def answers_for_what_it_left(ric: Peer) -> None:
    """Whether the node has kept it is open. One that reports on has, and confirms the Delete; else it may refuse."""
    request = await subscribed(ric, reporting(ric))
    await heard_of(ric, request)
    await _restarted(ric, KILL)
    stands = await still_reported(ric, request)
    delete = deletion(request)
    await ric.send(delete, injected=True)
    answer: m.RICsubscriptionDeleteResponse | m.RICsubscriptionDeleteFailure = await ric.expect(
        m.RICsubscriptionDeleteResponse,
        m.RICsubscriptionDeleteFailure,
        where=answers(delete),
        requirement="A RIC SUBSCRIPTION DELETE REQUEST is answered, whatever stands after a restart (E2AP 8.2.2)",
    )
    check(
        not stands or isinstance(answer, m.RICsubscriptionDeleteResponse),
        "A subscription that is reported stands, also after the node's restart, and can be deleted (E2AP 8.2.2.2)",
        expected="RICsubscriptionDeleteResponse",
        actual=f"a RIC INDICATION of it, and {says(answer)}",
    )


@case(
    id="E2AP-RESTART-208",
    title="RICrequestIDs from before the E2 node's restart can be used again",
    clause=f"{_CLAUSE}, 8.2.1, 8.2.2",
    level=Level.MUST,
    under_test=NODE,
    needs=_NEEDS,
    tags=_SUBSCRIBED,
)
async def takes_old_ids(ric: Peer) -> None:
    """A node that has kept the subscription may refuse a copy of it, and lets it be deleted."""
    request = await subscribed(ric, reporting(ric))
    await _restarted(ric, STOP)
    if request.ran_function_id not in ric.functions:
        raise inconclusive("the node does not offer the RAN function any more after its restart")
    answer = await outcome(ric, request)
    if isinstance(answer, m.RICsubscriptionFailure):
        delete = deletion(request)
        await ric.send(delete, injected=True)
        await ric.hear(m.RICsubscriptionDeleteResponse, m.RICsubscriptionDeleteFailure, where=answers(delete))
        answer = await outcome(ric, request)
    if isinstance(answer, m.RICsubscriptionFailure) and answer.cause in FOR_NOW:
        raise inconclusive(f"the node cannot serve yet after its restart: {says(answer)}")
    if isinstance(answer, m.RICsubscriptionFailure):
        other = await outcome(ric, replace(request, ric_request_id=ric.new_request_id()))
        if isinstance(other, m.RICsubscriptionFailure):
            raise inconclusive(f"after its restart the node refuses such a subscription under any id: {says(other)}")
    check(
        isinstance(answer, m.RICsubscriptionResponse),
        "A RICrequestID from before the node's restart can be used again, if need be after a Delete "
        "(E2AP 8.3.1.1, 8.2.1.2)",
        expected="RICsubscriptionResponse, as before the restart",
        actual=f"{says(answer)}, also after a RIC SUBSCRIPTION DELETE REQUEST",
    )
    check_echo(request, answer)


async def _restarted(ric: Peer, how: str) -> int:
    """Have the node end and start again, and accept its E2 Setup; gives the number of the E2 SETUP REQUEST's event.

    One that does not connect accuses nobody. One that does has to set up.
    """
    restart = await ric.restart_sut(how)
    told = restart.details.get(RETURN_WITHIN)
    patience = max(RETURN_S, told) if isinstance(told, int | float) else RETURN_S
    opening = ric.open(within=patience)
    while True:
        _, request = await ric.together(opening, _setup(ric, patience))
        taken = ric.last
        assert taken is not None
        if taken.association == ric.here:
            break
        # It has given that association up already, and comes once more.
        opening = ric.open(within=patience)
    await ric.send(accept(ric, request))
    await ric.pause(BREATH_S)
    return taken.n


def _setup(ric: Peer, patience: float) -> Step[m.E2setupRequest]:
    return ric.expect(
        m.E2setupRequest,
        within=patience + _SETTING_UP_S,
        refusable=False,
        requirement="After its restart the E2 node does E2 Setup on the association that it opens (E2AP 8.3.1.1)",
    )
