"""The E2 nodes that we play towards a near-RT RIC, and how a case sees that the RIC took no harm."""

from collections.abc import Awaitable, Iterable
from typing import Any, TypeVar

from oran_harness.conformance.expectations import check_echo
from oran_harness.model import Role, Verdict
from oran_harness.protocols.e2ap.elements import Cause
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupResponse, ErrorIndication
from oran_harness.steps import CaseOutcome, Peer, check, inconclusive
from oran_harness.steps.offers import NodeOffer, node_offer, setup_request

M = TypeVar("M", bound=Message)
T = TypeVar("T")
RIC = Role.NEAR_RT_RIC
FIRST_EDITION = "1.01"
_SIBLINGS = 80_000
"""How far apart the numbers of our nodes are: the third beside the highest of a run is one that a node can have."""
_OTHER_PLMN = "00102"
"""That of the nodes beside the first: a RIC that copies its own PLMN from whoever asks shows it then."""
_STANDING_BY, _PROBING = 1, 2
_PLMNS = tuple(f"001{number:02d}" for number in range(3, 100))
"""Those of nodes that stand by, and of nodes that only show that the RIC lives: each is a new one.

Who was refused with a Time to Wait is not the one that asks next, and no node waits for the end of its former life.
"""
_MOST_REPORTS = 100
_GRACE = 0.5
_OUTCOMES = (E2setupResponse, E2setupFailure, ErrorIndication)


def our_offer(node: Peer, kind: str = "gnb", *, sibling: int = 0, **more: Any) -> NodeOffer:
    """What our E2 node offers; ``sibling`` 0 is the one that has been set up, 1 to 3 are nodes beside it."""
    if sibling:
        more = {"plmn": _OTHER_PLMN, **more}
    return node_offer(edition=node.edition, kind=kind, number=node.number + sibling * _SIBLINGS, **more)


def new_transaction(node: Peer) -> int | None:
    """A fresh TransactionID; None in the first edition, which has none."""
    return None if node.edition == FIRST_EDITION else node.new_transaction_id()


async def exchange(
    node: Peer,
    request: Message,
    *types: type[M],
    association: str | None = None,
    requirement: str = "",
    **how: Any,
) -> M:
    """Send a request and expect its answer, with the request's ids; ``how`` goes to ``Peer.send``.

    Only one request of the procedure may be under way: an answer with other ids is taken for a wrong answer to it.
    """
    sent = await node.send(request, association=association, **how)
    answer = await node.expect(*types, association=sent.association, requirement=requirement)
    check_echo(request, answer)
    return answer


async def send_all(node: Peer, association: str | None, messages: Iterable[Message], *, injected: bool = True) -> None:
    """Send messages, one after the other; ``injected``: our node would not send them of its own."""
    for each in messages:
        await node.send(each, association=association, injected=injected)


async def set_up(
    node: Peer, offer: NodeOffer, *, association: str | None = None, transaction_id: int | None = None
) -> E2setupResponse:
    """Do E2 Setup, which has to succeed, on an association that is open; a Time to Wait is kept once."""
    requirement = "The near-RT RIC sets up a node whose E2 SETUP REQUEST it can process"
    request = setup_request(offer, new_transaction(node) if transaction_id is None else transaction_id)
    answer: Message = await exchange(
        node, request, E2setupResponse, E2setupFailure, association=association, requirement=requirement
    )
    if isinstance(answer, E2setupFailure) and isinstance(answer.time_to_wait, int):
        await node.pause(answer.time_to_wait)
        answer = await exchange(
            node, request, E2setupResponse, E2setupFailure, association=association, requirement=requirement
        )
    check(isinstance(answer, E2setupResponse), requirement, expected=E2setupResponse.NAME, actual=says(answer))
    assert isinstance(answer, E2setupResponse)
    return answer


async def set_up_or_not(node: Peer, offer: NodeOffer) -> E2setupResponse:
    """Do E2 Setup with an offer that a RIC may refuse (8.3.1.3): then nothing can be said."""
    answer: Message = await exchange(
        node,
        setup_request(offer, new_transaction(node)),
        E2setupResponse,
        E2setupFailure,
        requirement="The near-RT RIC answers E2 SETUP REQUEST",
    )
    if isinstance(answer, E2setupFailure):
        raise inconclusive(f"the near-RT RIC refuses the E2 Setup with {cause_text(answer.cause)}, which it may")
    assert isinstance(answer, E2setupResponse)
    return answer


async def open_another(node: Peer, *, after: tuple[str | None, str] = (None, "")) -> str:
    """Open an association and set up another node on it, each time a new one; gives the association's name.

    ``after`` goes to ``open_again``.
    """
    association = await open_again(node, *after)
    request = setup_request(our_offer(node, sibling=_STANDING_BY, plmn=_new_plmn(node)), new_transaction(node))
    answer = await exchange(node, request, E2setupResponse, E2setupFailure, association=association)
    if isinstance(answer, E2setupFailure):
        raise inconclusive(f"the near-RT RIC refuses a second node with {cause_text(answer.cause)}")
    return association


async def open_again(node: Peer, bystander: str | None, what: str) -> str:
    """Open one more association after ``what``.

    That none can be had accuses the SUT only where it has ended ``bystander``, too: else it may just not take another.
    """
    try:
        return await node.open()
    except CaseOutcome:
        # The news of the two come on different ways.
        await stands(node, bystander, what, within=_GRACE)
        raise


def _new_plmn(node: Peer) -> str:
    """That of a node which the RIC has not met in this case."""
    return _PLMNS[len(node.associations) % len(_PLMNS)]


def cause_text(cause: Cause | None) -> str:
    """A cause for people."""
    return "no cause" if cause is None else f"cause {cause[0]} / {cause[1]}"


def says(message: Message) -> str:
    """A message with its cause, for people."""
    return f"{message.NAME} with {cause_text(getattr(message, 'cause', None))}"


async def once_more(asking: Awaitable[T]) -> T:
    """What comes of having the RIC do again what it did before in the case.

    It need not: it may take two requests of its user for one, or give up what has failed. Inconclusive then.
    """
    try:
        return await asking
    except CaseOutcome as outcome:
        if outcome.verdict is not Verdict.FAIL:
            raise
        reason = f"the near-RT RIC does not do again what it did before: {outcome.actual or outcome.reason}"
        raise CaseOutcome(Verdict.INCONC, reason, event=outcome.event) from outcome


async def unmoved(node: Peer, association: str | None, what: str, *, nor: tuple[type[Message], ...] = ()) -> None:
    """The RIC takes ``what`` without an Error Indication (``nor`` other messages), keeps ``association``, serves on.

    The Setup of another node is the clock: what the RIC had to say about ``what`` comes before its answer to that.
    """
    await _probe(node, association, association, what, (ErrorIndication, *nor))
    await stands(node, association, what)


async def unharmed(node: Peer, bystander: str | None, what: str) -> None:
    """After ``what`` the RIC still sets up a node that comes anew, and has not dropped one that stood by."""
    await _probe(node, bystander, None, what, ())
    await stands(node, bystander, what)


async def stands(node: Peer, association: str | None, what: str, *, within: float = 0) -> None:
    """The SUT does not end an association for which ``what`` is no reason to; None is for no association."""
    if association is None:
        return
    try:
        ended = await node.ending(association, within=within)
    except CaseOutcome:
        return
    check(
        False,
        f"The near-RT RIC does not end association {association} because of {what}",
        expected="the association stands",
        actual=f"{ended.how} by the near-RT RIC",
    )


async def survives(node: Peer, association: str | None, what: str) -> None:
    """After ``what``, which may have ended ``association``, the RIC still sets up a node that comes anew."""
    await _probe(node, association, None, what, ())


async def _probe(
    node: Peer, bystander: str | None, watched: str | None, what: str, unwanted: tuple[type[Message], ...]
) -> None:
    probe = await open_again(node, bystander, what)
    offer = our_offer(node, sibling=_PROBING, plmn=_new_plmn(node), service_models=("kpm",))
    await node.send(setup_request(offer, new_transaction(node)), association=probe)
    wanted: tuple[type[Message], ...] = (*_OUTCOMES, *(each for each in unwanted if each not in _OUTCOMES))
    for _ in range(_MOST_REPORTS):
        answer = await node.expect(
            *wanted, requirement=f"After {what} the near-RT RIC still answers the E2 Setup of another node"
        )
        heard_on = node.last.association if node.last is not None else None
        if heard_on == probe:
            break
        check(
            heard_on != watched or not isinstance(answer, unwanted),
            f"There is nothing wrong with {what}: the near-RT RIC takes it, and does nothing further about it",
            expected=f"no {' nor '.join(each.NAME for each in unwanted)}",
            actual=says(answer),
        )
    await node.close(probe)
