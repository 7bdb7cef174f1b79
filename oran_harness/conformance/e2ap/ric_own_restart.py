"""A near-RT RIC that is restarted itself, with what its life before has left at its nodes (E2AP 8.3.1.1)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_functions, ids, kpm_function
from oran_harness.conformance.e2ap.ric_restart_scenery import come_back
from oran_harness.conformance.e2ap.ric_scenery import RIC, our_offer, survives, unmoved
from oran_harness.conformance.e2ap.ric_subscriber import (
    asked_to_subscribe,
    grant,
    granted,
    ids_of,
    kpm_indication,
    subscribed,
)
from oran_harness.model import Level, Verdict
from oran_harness.model.restart import KILL, RETURN_WITHIN, STOP
from oran_harness.protocols.e2ap.elements import RICsubscription_withCause_Item
from oran_harness.protocols.e2ap.messages import E2setupResponse, RICsubscriptionDeleteRequired
from oran_harness.steps import CaseOutcome, Peer, inconclusive
from oran_harness.steps.causes import cause
from oran_harness.steps.offers import NodeOffer

_CLAUSE = "O-RAN.WG3.E2AP 8.3.1.1, 8.3.1.2"
_RESTART = "stimulus:restart"
_NEEDS = (_RESTART, "stimulus:subscribe", "procedure:RICsubscription")
_TAGS = ("E2setup", "restart", "F22", "slow")
_SUBSCRIBED = (*_TAGS, "RICsubscription")
_OTHER_KPM = 17
_LATER_S = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Pauses before an association is tried again with a near-RT RIC that has just been started."""


@case(
    id="E2AP-RESTART-112",
    title="A near-RT RIC that is stopped and started answers a known node for what it offers now",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=(_RESTART,),
    tags=_TAGS,
)
async def answers_for_what_is_offered_now(node: Peer) -> None:
    """The node comes with other RAN functions than it had: what the RIC has kept of it is replaced."""
    functions = (kpm_function(node.edition, id=_OTHER_KPM),)
    _, response = await _restarted(node, STOP, replace(our_offer(node), functions=functions))
    check_functions(
        ids(functions), response.ran_functions_accepted, response.ran_functions_rejected, answer="E2 SETUP RESPONSE"
    )


@case(
    id="E2AP-RESTART-113",
    title="A report for a subscription from before the near-RT RIC's restart does no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.3.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_SUBSCRIBED, "RICindication", "negative"),
)
async def outlives_an_old_report(node: Peer) -> None:
    """It was killed while it was subscribed. Whether it keeps a subscription is open, and so what it makes of this."""
    request = await subscribed(node)
    association, _ = await _restarted(node, KILL, our_offer(node))
    await node.send(kpm_indication(node, request), association=association, injected=True)
    await survives(node, association, "a report for a subscription from before the near-RT RIC's restart")


@case(
    id="E2AP-RESTART-114",
    title="A late answer to a request from before the near-RT RIC's restart does no harm",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 10; 3GPP TS 36.413 10.4",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=(*_SUBSCRIBED, "negative"),
)
async def outlives_a_late_answer(node: Peer) -> None:
    """It was killed while it waited for the answer; what is wrong with one is the RIC's own affair."""
    request = await asked_to_subscribe(node)
    late = granted(node, request)
    association, _ = await _restarted(node, KILL, our_offer(node))
    await node.send(late, association=association, injected=True)
    await survives(node, association, "an answer to a request from before the near-RT RIC's restart")


@case(
    id="E2AP-RESTART-115",
    title="A Delete Required for a subscription from before the near-RT RIC's restart is taken without complaint",
    clause="O-RAN.WG3.E2AP 8.2.2A.2, 8.2.2A.3",
    level=Level.MUST,
    under_test=RIC,
    needs=(_RESTART, "stimulus:subscribe", "procedure:RICsubscriptionDeleteRequired", "e2ap:2.03"),
    tags=("RICsubscriptionDeleteRequired", "restart", "slow"),
)
async def takes_a_late_delete_required(node: Peer) -> None:
    """A RIC that still knows the subscription may delete it, one that does not has to ignore the message."""
    request = await subscribed(node)
    association, _ = await _restarted(node, KILL, our_offer(node))
    item = RICsubscription_withCause_Item(*ids_of(request), cause("misc/unspecified", node.edition))
    await node.send(RICsubscriptionDeleteRequired((item,)), association=association)
    await unmoved(node, association, "a Delete Required for a subscription from before the near-RT RIC's restart")


@case(
    id="E2AP-RESTART-116",
    title="A near-RT RIC that was killed while it was subscribed can subscribe again",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2AP 8.2.1.2",
    level=Level.MUST,
    under_test=RIC,
    needs=_NEEDS,
    tags=_SUBSCRIBED,
)
async def subscribes_again(node: Peer) -> None:
    """Whether it gives the old RIC Request ID again is its choice, and one that has kept the subscription need not ask
    for another; the answer and a report are taken.
    """
    await subscribed(node)
    association, _ = await _restarted(node, KILL, our_offer(node))
    try:
        request = await asked_to_subscribe(node)
    except CaseOutcome as outcome:
        if outcome.verdict is not Verdict.ERROR:
            raise
        # What subscribes may come up later than what answers E2 Setup.
        raise inconclusive(f"after its restart the near-RT RIC cannot be asked again: {outcome.reason}") from outcome
    await grant(node, request, association)
    await node.send(kpm_indication(node, request), association=association)
    await unmoved(node, association, "a subscription and a report after the near-RT RIC's restart")


async def _restarted(node: Peer, how: str, offer: NodeOffer) -> tuple[str, E2setupResponse]:
    """Have the RIC end and start again, and do E2 Setup with it; gives the association and the response.

    One with which no association can be had in time accuses nobody.
    """
    restart = await node.restart_sut(how)
    told = restart.details.get(RETURN_WITHIN)
    association = await _opened(node, told if isinstance(told, int | float) else sum(_LATER_S))
    return await come_back(node, offer, None, "the restart of the near-RT RIC", association=association)


async def _opened(node: Peer, patience: float) -> str:
    """Open an association with a RIC that may not listen yet, though its start is over."""
    waited = 0.0
    for pause in _LATER_S:
        try:
            return await node.open()
        except CaseOutcome as outcome:
            if outcome.verdict is not Verdict.INCONC or waited >= patience:
                raise
        await node.pause(pause)
        waited += pause
    return await node.open()
