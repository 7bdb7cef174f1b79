"""What is done before a case's body: an association, and E2 Setup on it (E2AP 8.3.1); and what is put away after it."""

import functools
from collections.abc import Awaitable, Callable

from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.engine import AssociationState, SubscriptionState
from oran_harness.protocols.e2ap.messages import (
    E2setupRequest,
    E2setupResponse,
    RICsubscriptionDeleteFailure,
    RICsubscriptionDeleteRequest,
    RICsubscriptionDeleteResponse,
)
from oran_harness.steps import CaseOutcome, Peer
from oran_harness.steps.answers import BREATH_S, setup_response
from oran_harness.steps.case import Body
from oran_harness.steps.correlation import answers
from oran_harness.steps.offers import node_offer, setup_request

NONE = "association.none"
FRESH = "association.fresh"
THE_CASE = "the case"
PUTTING_AWAY = "putting away what still stands"
"""The headings of a case's history, behind the preamble and behind the body."""
MOST_PUT_AWAY = 16
MOST_SETUPS = 5
_STANDING = (SubscriptionState.ACTIVE, SubscriptionState.SUSPENDED)
PUTTING_AWAY_S = 1.0


def prepared(body: Body, needs: tuple[str, ...]) -> Body:
    """The body with what it needs before it: nothing, an association, or E2 Setup done; what it leaves is put away."""

    @functools.wraps(body)
    async def whole(peer: Peer) -> None:
        if sets_up(needs):
            await _attempt(ready, peer)
            await peer.heading(THE_CASE)
        elif NONE not in needs:
            await _attempt(fresh, peer)
        try:
            await body(peer)
        except CaseOutcome:
            await put_away(peer)
            raise
        await put_away(peer)

    return whole


def sets_up(needs: tuple[str, ...]) -> bool:
    """Whether E2 Setup is done before the body, which is then not about it."""
    return NONE not in needs and FRESH not in needs


async def put_away(peer: Peer) -> None:
    """Delete the subscriptions that stand at an E2 node: what goes on reporting would be in the way of the next case.

    How the node takes it is no matter of this case.
    """
    if peer.sut is not Role.E2_NODE:
        return
    standing = [each for each in peer.engine.subscriptions.values() if each.state in _STANDING]
    if standing:
        await peer.heading(PUTTING_AWAY)
    for each in standing[:MOST_PUT_AWAY]:
        if peer.here is None or each.ran_function_id is None:
            return
        request = RICsubscriptionDeleteRequest(each.request_id, each.ran_function_id)
        await peer.send(request)
        answer = await peer.hear(
            RICsubscriptionDeleteResponse, RICsubscriptionDeleteFailure, where=answers(request), within=PUTTING_AWAY_S
        )
        if answer is None:
            return


async def fresh(peer: Peer) -> None:
    """An association is up, and we have said nothing on it."""
    await peer.open()


async def ready(peer: Peer) -> None:
    """An association is up, and E2 Setup has been done on it."""
    await peer.open()
    if peer.sut is not Role.E2_NODE:
        await set_up_ric(peer)
        return
    for _ in range(MOST_SETUPS):
        name = await set_up_node(peer)
        # A node that loses what comes right behind the response shows that in the case about it, and not in all.
        await peer.pause(BREATH_S)
        # What a node asks for meanwhile on another association is answered without us.
        if name == peer.here or peer.engine.state is AssociationState.OPERATIONAL:
            return
    reason = f"the {peer.sut} went from one association to the next {MOST_SETUPS} times while E2 Setup was done"
    raise CaseOutcome(Verdict.INCONC, reason)


async def set_up_node(peer: Peer) -> str:
    """Take an E2 node's Setup, and accept all that it offers; the name of the association that it was on.

    Over a slow link a node may have given up that association by then: its request is answered where it can be.
    """
    request = await peer.expect(E2setupRequest, refusable=False)
    assert peer.last is not None
    name = peer.last.association
    response = setup_response(request, edition=peer.edition)
    if response is None:
        raise CaseOutcome(Verdict.INCONC, "its E2setupRequest has no Transaction ID to answer with")
    if name in peer.standing:
        await peer.send(response, association=name)
    return name


async def set_up_ric(peer: Peer) -> E2setupResponse:
    """Set up a near-RT RIC as the node that the peer's number makes of us; its response."""
    transaction_id = None if peer.edition == "1.01" else peer.new_transaction_id()
    request = setup_request(node_offer(edition=peer.edition, number=peer.number), transaction_id)
    await peer.send(request)
    return await peer.expect(E2setupResponse, where=answers(request), refusable=False)


async def _attempt(preamble: Callable[[Peer], Awaitable[None]], peer: Peer) -> None:
    """A preamble that fails says nothing about what the case is about: what is wrong with it, the rules tell."""
    try:
        await preamble(peer)
    except CaseOutcome as outcome:
        if outcome.verdict is not Verdict.FAIL:
            raise
        reason = f"E2 Setup did not succeed: {outcome.actual or outcome.reason}"
        raise CaseOutcome(Verdict.INCONC, reason, event=outcome.event) from outcome
