"""RIC Service Update with a near-RT RIC under test (E2AP 8.3.4)."""

from dataclasses import replace

from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.ric_functions import check_functions, foreign_function, ids, kpm_function
from oran_harness.conformance.e2ap.ric_scenery import RIC, cause_text, exchange, new_transaction, our_offer
from oran_harness.conformance.expectations import answers
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunction_Item, RANfunctionID_Item
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.protocols.e2ap.messages import (
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
    RICserviceUpdateFailure,
)
from oran_harness.steps import Peer, check, inconclusive
from oran_harness.steps.offers import KPM_FUNCTION, service_update

NEEDS = ("procedure:RICserviceUpdate",)
_CLAUSE = "O-RAN.WG3.E2AP 8.3.4.2"
_TAGS = ("RICserviceUpdate", "positive")
_ADDED = 40
_UNKNOWN = 77


@case(
    id="E2AP-SERVUPD-101",
    title="A modified RAN function is acknowledged as accepted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.4.1",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.4.1"),
)
async def accepts_a_modification(node: Peer) -> None:
    """A new definition and revision of a function that the RIC accepted in E2 Setup."""
    known = accepted_function(node)
    changed = _changed(node, known)
    answer = await _updated(node, modified=(changed,))
    _accepts(answer, (known.id,), "a modification")


@case(
    id="E2AP-SERVUPD-102",
    title="A deleted RAN function is acknowledged as accepted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.4.2",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.4.2"),
)
async def accepts_a_deletion(node: Peer) -> None:
    """A deletion, too, stands in the accepted list."""
    known = accepted_function(node)
    answer = await _updated(node, deleted=(_named(known),))
    _accepts(answer, (known.id,), "a deletion")


@case(
    id="E2AP-SERVUPD-103",
    title="An added RAN function is acknowledged as accepted",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 5.2.1.4.3",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=(*_TAGS, "e2ts-5.2.1.4.3"),
)
async def accepts_an_addition(node: Peer) -> None:
    """One more function of KPM, with an id that was not seen before."""
    answer = await _updated(node, added=(kpm_function(node.edition, id=_ADDED),))
    _accepts(answer, (_ADDED,), "an addition")


@case(
    id="E2AP-SERVUPD-104",
    title="A Service Update without any list is acknowledged without lists",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_TAGS,
)
async def acknowledges_nothing(node: Peer) -> None:
    """Nothing changes, and the answer says so by having no list."""
    answer = await _updated(node)
    check_functions((), answer.ran_functions_accepted, answer.ran_functions_rejected, answer=answer.NAME)


@case(
    id="E2AP-SERVUPD-105",
    title="Additions, modifications and deletions in one Service Update are each accounted for",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_TAGS,
)
async def accounts_for_all_lists(node: Peer) -> None:
    """One function is in each list; all three are in exactly one list of the answer."""
    known = accepted_function(node)
    other = next((each for each in node.functions.values() if each.id != known.id), None)
    added = kpm_function(node.edition, id=_ADDED)
    deleted = () if other is None else (_named(other),)
    answer = await _updated(node, added=(added,), modified=(_changed(node, known),), deleted=deleted)
    check_functions(
        [_ADDED, known.id, *ids(deleted)],
        answer.ran_functions_accepted,
        answer.ran_functions_rejected,
        answer=answer.NAME,
    )


@case(
    id="E2AP-SERVUPD-106",
    title="An accepted RAN function is acknowledged with the revision that was sent",
    clause="O-RAN.WG3.E2TS 5.2.1.4.1",
    level=Level.SHOULD,
    under_test=RIC,
    needs=NEEDS,
    tags=_TAGS,
)
async def repeats_the_revision(node: Peer) -> None:
    """The revision of the modified function, not the one from E2 Setup; also far from the last, up to 4095."""
    known = accepted_function(node)
    for revision in (known.revision + 1, 4095):
        answer = await _updated(node, modified=(replace(_changed(node, known), ran_function_revision=revision),))
        for item in answer.ran_functions_accepted or ():
            check(
                item.ran_function_revision == revision,
                "The acknowledgement names the revision of the RAN function that the update told",
                expected=f"revision {revision}",
                actual=f"revision {item.ran_function_revision}",
            )


@case(
    id="E2AP-SERVUPD-107",
    title="The answer to a Service Update repeats the TransactionID, also 0 and 255",
    clause="O-RAN.WG3.E2AP 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=(*NEEDS, "e2ap:2.03"),
    tags=_TAGS,
)
async def repeats_the_transaction_id(node: Peer) -> None:
    """Both ends of the range, one after the other."""
    for transaction in (0, 255):
        await _updated(node, transaction=transaction)


@case(
    id="E2AP-SERVUPD-108",
    title="Two Service Updates under way at once are both answered",
    clause="O-RAN.WG3.E2AP 5.2, 9.2.33",
    level=Level.MUST,
    under_test=RIC,
    needs=(*NEEDS, "e2ap:2.03"),
    tags=_TAGS,
)
async def answers_two_at_once(node: Peer) -> None:
    """Parallel procedures are told apart by their TransactionIDs; the answers may come in any order."""
    offer = our_offer(node)
    first = service_update(offer, new_transaction(node), added=(kpm_function(node.edition, id=_ADDED),))
    second = service_update(offer, new_transaction(node), added=(kpm_function(node.edition, id=_ADDED + 1),))
    await node.send(first)
    await node.send(second)
    for request, added in ((first, _ADDED), (second, _ADDED + 1)):
        answer = await node.expect(
            RICserviceUpdateAcknowledge,
            where=answers(request),
            requirement="Each of several procedures under way at once is answered, under its own TransactionID",
        )
        check_functions((added,), answer.ran_functions_accepted, answer.ran_functions_rejected, answer=answer.NAME)


@case(
    id="E2AP-SERVUPD-109",
    title="A RAN function that was deleted can be added again",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_TAGS,
)
async def takes_a_function_back(node: Peer) -> None:
    """What the RIC accepted before and after the deletion is one and the same function."""
    known = accepted_function(node)
    _accepts(await _updated(node, deleted=(_named(known),)), (known.id,), "a deletion")
    _accepts(await _updated(node, added=(_item(known),)), (known.id,), "the addition of a function that was deleted")


@case(
    id="E2AP-SERVUPD-110",
    title="The modification or deletion of an unknown RAN function is answered",
    clause="O-RAN.WG3.E2AP 8.3.4",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=("RICserviceUpdate", "negative"),
)
async def answers_for_the_unknown(node: Peer) -> None:
    """Whether it is rejected in a list or the whole update refused is open; that an answer comes is not."""
    unknown = kpm_function(node.edition, id=_UNKNOWN)
    await _answered(node, service_update(our_offer(node), new_transaction(node), modified=(unknown,)))
    named = RANfunctionID_Item(_UNKNOWN + 1, 1)
    await _answered(node, service_update(our_offer(node), new_transaction(node), deleted=(named,)))


@case(
    id="E2AP-SERVUPD-111",
    title="A RAN function in two lists of one Service Update is answered for",
    clause="O-RAN.WG3.E2AP 8.3.4",
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=("RICserviceUpdate", "negative"),
)
async def answers_for_a_contradiction(node: Peer) -> None:
    """Modified and deleted at once makes no sense; what the RIC makes of it is open."""
    known = accepted_function(node)
    changed = _changed(node, known)
    await _answered(
        node, service_update(our_offer(node), new_transaction(node), modified=(changed,), deleted=(_named(known),))
    )


@case(
    id="E2AP-SERVUPD-112",
    title="The addition of a RAN function of an unknown service model is accounted for",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=RIC,
    needs=NEEDS,
    tags=_TAGS,
)
async def accounts_for_a_foreign_function(node: Peer) -> None:
    """Beside one of KPM: each of the two is accepted or rejected, or the update refused as a whole."""
    added = (foreign_function(_ADDED), kpm_function(node.edition, id=_ADDED + 1))
    answer = await _answered(node, service_update(our_offer(node), new_transaction(node), added=added))
    if isinstance(answer, RICserviceUpdateAcknowledge):
        check_functions(ids(added), answer.ran_functions_accepted, answer.ran_functions_rejected, answer=answer.NAME)


def accepted_function(node: Peer) -> OfferedFunction:
    """A function that the RIC accepted, KPM's if it can be; inconclusive if it accepted none."""
    accepted = [each for each in node.functions.values() if each.status is FunctionStatus.ACCEPTED]
    if not accepted:
        raise inconclusive("the near-RT RIC accepted none of the RAN functions that our node offers")
    return next((each for each in accepted if each.id == KPM_FUNCTION), accepted[0])


def _item(known: OfferedFunction) -> RANfunction_Item:
    return RANfunction_Item(known.id, known.definition, known.revision, known.oid)


def _named(known: OfferedFunction) -> RANfunctionID_Item:
    return RANfunctionID_Item(known.id, known.revision)


def _changed(node: Peer, known: OfferedFunction) -> RANfunction_Item:
    """The function with the next revision, and where it is KPM's with another definition."""
    if known.id == KPM_FUNCTION:
        return kpm_function(node.edition, id=known.id, revision=known.revision + 1, further=1)
    return replace(_item(known), ran_function_revision=known.revision + 1)


async def _updated(
    node: Peer,
    *,
    added: tuple[RANfunction_Item, ...] = (),
    modified: tuple[RANfunction_Item, ...] = (),
    deleted: tuple[RANfunctionID_Item, ...] = (),
    transaction: int | None = None,
) -> RICserviceUpdateAcknowledge:
    chosen = new_transaction(node) if transaction is None else transaction
    request = service_update(our_offer(node), chosen, added=added, modified=modified, deleted=deleted)
    return await exchange(
        node,
        request,
        RICserviceUpdateAcknowledge,
        requirement="The near-RT RIC acknowledges a Service Update of which it can use at least one item",
    )


async def _answered(node: Peer, request: RICserviceUpdate) -> RICserviceUpdateAcknowledge | RICserviceUpdateFailure:
    return await exchange(
        node,
        request,
        RICserviceUpdateAcknowledge,
        RICserviceUpdateFailure,
        requirement="The near-RT RIC answers a Service Update in any case: by an acknowledgement or a failure",
    )


def _accepts(answer: RICserviceUpdateAcknowledge, asked: tuple[int, ...], what: str) -> None:
    """All asked functions are accepted; one that is rejected, as E2AP allows, makes the case inconclusive."""
    check_functions(asked, answer.ran_functions_accepted, answer.ran_functions_rejected, answer=answer.NAME)
    for item in answer.ran_functions_rejected or ():
        raise inconclusive(
            f"the near-RT RIC rejects {what} of RAN function {item.ran_function_id} with {cause_text(item.cause)}: "
            "E2AP leaves that to it, E2TS wants it accepted"
        )
