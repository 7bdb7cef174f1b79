"""How an E2 node of ours comes back to a near-RT RIC under test, after it was gone for whatever reason."""

from oran_harness.conformance.e2ap.ric_scenery import cause_text, exchange, new_transaction, open_again, stands
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse
from oran_harness.steps import Peer, inconclusive
from oran_harness.steps.offers import NodeOffer, setup_request

_LISTENING_S = 0.02
"""Seconds that the node listens before its E2 Setup: what was left over from before would come then."""


async def come_back(
    node: Peer,
    offer: NodeOffer,
    bystander: str | None,
    what: str,
    *,
    transaction_id: int | None = None,
    listening: float = _LISTENING_S,
    association: str | None = None,
    patience: int | None = None,
) -> tuple[str, E2setupResponse]:
    """Open an association after ``what`` and do E2 Setup; gives its name and the response.

    The RIC has to wait for the Setup (8.3.1.1), to answer it, and to keep ``bystander``. It may ask for patience by a
    Time to Wait, which is kept. That it refuses the node nevertheless says nothing here: E2AP-SETUP-109 and -110 are
    about that. ``listening`` are the seconds before the Setup in which the RIC has to be silent. An ``association`` may
    be open already. ``patience`` is the longest Time to Wait that is kept, in seconds; a longer one ends the case.
    """
    if association is None:
        association = await open_again(node, bystander, what)
    await node.silence(
        lasting=listening,
        association=association,
        requirement=f"After {what} the near-RT RIC waits for the E2 Setup of the node that comes back: it is the first "
        "procedure on an association",
    )
    answer = await _asked(node, offer, association, what, transaction_id)
    if isinstance(answer, E2setupFailure) and answer.time_to_wait is not None:
        if patience is not None and answer.time_to_wait > patience:
            asked = f"{answer.time_to_wait} s after {what}"
            raise inconclusive(f"the near-RT RIC asks for a Time to Wait of {asked}: to go on would take too long")
        await node.pause(answer.time_to_wait)
        answer = await _asked(node, offer, association, what, transaction_id)
    if isinstance(answer, E2setupFailure):
        raise inconclusive(f"the near-RT RIC refuses the node that comes back with {cause_text(answer.cause)}")
    assert isinstance(answer, E2setupResponse)
    await stands(node, bystander, what)
    return association, answer


async def _asked(node: Peer, offer: NodeOffer, association: str, what: str, transaction_id: int | None) -> Message:
    return await exchange(
        node,
        setup_request(offer, new_transaction(node) if transaction_id is None else transaction_id),
        E2setupResponse,
        E2setupFailure,
        association=association,
        requirement=f"After {what} the near-RT RIC answers the E2 Setup of the node that comes back",
    )
