"""RIC Service Query and RIC Service Update with an E2 node under test (E2AP 8.3.4, 8.3.4A)."""

from collections.abc import Callable, Iterable

from oran_harness.conformance.choices import missing_function
from oran_harness.conformance.declare import case
from oran_harness.conformance.e2ap.node_scenery import (
    NODE,
    accepted_functions,
    new_transaction,
    serving,
)
from oran_harness.model import Level
from oran_harness.protocols.e2ap.elements import RANfunctionID_Item
from oran_harness.protocols.e2ap.messages import (
    RICserviceQuery,
    RICserviceUpdate,
    RICserviceUpdateAcknowledge,
)
from oran_harness.steps import Peer, check, inconclusive, not_applicable
from oran_harness.steps.answers import answer, refusal
from oran_harness.steps.causes import cause

QUERY = ("procedure:RICserviceQuery",)
UPDATE = ("procedure:RICserviceUpdate", "stimulus:service-update")
_CLAUSE = "O-RAN.WG3.E2AP 8.3.4A.2"
_TAGS = ("RICserviceQuery", "positive")
_TIME_TO_WAIT_S = 2


@case(
    id="E2AP-SERVUPD-201",
    title="A Service Query without a list makes the E2 node tell all its functions",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.1.4.1",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY,
    tags=(*_TAGS, "e2ts-6.2.1.4.1"),
)
async def tells_all_functions(ric: Peer) -> None:
    """Each function of E2 Setup stands in the list of added ones."""
    known = _ids(accepted_functions(ric))
    update = await _queried(ric, None, lambda update: known <= _ids(update.ran_functions_added))
    _holds(
        "The RIC SERVICE UPDATE after a RIC SERVICE QUERY without a list adds all functions (E2AP 8.3.4A.2)",
        added=(known, update),
    )


@case(
    id="E2AP-SERVUPD-202",
    title="A Service Query that lists all functions changes nothing",
    clause=_CLAUSE,
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY,
    tags=_TAGS,
)
async def has_nothing_to_add(ric: Peer) -> None:
    """The Service Update that follows has no list."""
    update = await _queried(ric, accepted_functions(ric), lambda update: not _listed(update))
    listed = _listed(update)
    check(
        not listed,
        "A RIC SERVICE QUERY that lists what the E2 node offers is answered by a RIC SERVICE UPDATE without any list "
        "(E2AP 8.3.4A.2)",
        expected="no function in any list",
        actual=f"functions {sorted(listed)}",
    )


@case(
    id="E2AP-SERVUPD-203",
    title="A Service Query that lacks a function makes the E2 node add it",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.1.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY,
    tags=(*_TAGS, "e2ts-6.2.1.4.2"),
)
async def adds_what_is_missing(ric: Peer) -> None:
    """Where the node offers only one function there is nothing to leave out of a list, which has to have one."""
    known = accepted_functions(ric)
    if len(known) < 2:
        raise not_applicable("the node offers a single function, and a list cannot be empty")
    left_out = {known[0].ran_function_id}
    update = await _queried(ric, known[1:], lambda update: left_out <= _ids(update.ran_functions_added))
    _holds(
        "The RIC SERVICE UPDATE after a RIC SERVICE QUERY adds the functions that the query lacks (E2AP 8.3.4A.2)",
        added=(left_out, update),
    )


@case(
    id="E2AP-SERVUPD-204",
    title="A Service Query that lists an unknown function makes the E2 node delete it",
    clause=f"{_CLAUSE}; O-RAN.WG3.E2TS 6.2.1.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=QUERY,
    tags=(*_TAGS, "e2ts-6.2.1.4.2"),
)
async def deletes_what_is_gone(ric: Peer) -> None:
    """The RIC seems to know a function that the node does not offer: both have to agree afterwards."""
    gone = missing_function(ric)
    listed = (*accepted_functions(ric), RANfunctionID_Item(gone, 0))
    in_order = tuple(sorted(listed, key=lambda item: item.ran_function_id))
    update = await _queried(ric, in_order, lambda update: _ids(update.ran_functions_deleted) == {gone})
    deleted = _ids(update.ran_functions_deleted)
    check(
        deleted == {gone},
        "The RIC SERVICE UPDATE after a RIC SERVICE QUERY deletes what only the query has (E2AP 8.3.4A.2)",
        expected=f"function {gone} in RANfunctionsDeleted",
        actual=f"functions {sorted(deleted)} in RANfunctionsDeleted",
    )


@case(
    id="E2AP-SERVUPD-205",
    title="A RIC Service Update by the E2 node names what changed",
    clause="O-RAN.WG3.E2AP 8.3.4.2",
    level=Level.MUST,
    under_test=NODE,
    needs=UPDATE,
    tags=("RICserviceUpdate", "positive"),
)
async def tells_a_change(ric: Peer) -> None:
    """Told that a function has changed, the node lists one as modified."""
    await ric.stimulate("service-update", change="modify")
    update = await ric.expect(
        RICserviceUpdate, requirement="When a function has changed the E2 node starts RIC Service Update (E2AP 8.3.4.2)"
    )
    check(
        bool(update.ran_functions_modified),
        "A function that has changed stands in RANfunctionsModified (E2AP 8.3.4.2)",
        expected="a function in RANfunctionsModified",
        actual="none",
    )
    await _acknowledge(ric, update)
    await serving(ric)


@case(
    id="E2AP-SERVUPD-206",
    title="The E2 node keeps quiet for Time to Wait after a refused Service Update",
    clause="O-RAN.WG3.E2AP 8.3.4.3",
    level=Level.MUST,
    under_test=NODE,
    needs=(*UPDATE, "e2ap:2.03"),
    tags=("RICserviceUpdate", "negative", "slow"),
)
async def waits_after_a_refusal(ric: Peer) -> None:
    """At least that long; when it comes again is its own business."""
    await ric.stimulate("service-update", change="modify")
    update = await ric.expect(RICserviceUpdate)
    failure = refusal(
        update, cause("control-processing-overload", ric.edition), ric.edition, time_to_wait=_TIME_TO_WAIT_S
    )
    if failure is None:
        raise inconclusive("the node's RIC SERVICE UPDATE lacks what a failure needs; the rules say what")
    await ric.send(failure)
    await ric.silence(
        RICserviceUpdate,
        lasting=_TIME_TO_WAIT_S,
        requirement="The E2 node waits at least Time to Wait before it starts RIC Service Update again (E2AP 8.3.4.3)",
    )
    await serving(ric)


async def _queried(
    ric: Peer, listed: tuple[RANfunctionID_Item, ...] | None, fits: Callable[[RICserviceUpdate], bool]
) -> RICserviceUpdate:
    """Ask, and once more if the answer does not fit: an update of the node's own may have crossed the query."""
    if not ric.functions:
        raise not_applicable("the node offers no function")
    update = await _asked(ric, listed)
    return update if fits(update) else await _asked(ric, listed)


async def _asked(ric: Peer, listed: tuple[RANfunctionID_Item, ...] | None) -> RICserviceUpdate:
    """The Service Update that tells is acknowledged."""
    await ric.send(RICserviceQuery(new_transaction(ric), listed or None))
    update = await ric.expect(
        RICserviceUpdate, requirement="RIC SERVICE QUERY makes the E2 node start RIC Service Update (E2AP 8.3.4A.2)"
    )
    await _acknowledge(ric, update)
    return update


async def _acknowledge(ric: Peer, update: RICserviceUpdate) -> None:
    acknowledge = answer(update, by=ric.role, engine=ric.engine, edition=ric.edition)
    if isinstance(acknowledge, RICserviceUpdateAcknowledge):
        await ric.send(acknowledge)


def _ids(items: Iterable[object] | None) -> set[int]:
    return {item.ran_function_id for item in items or ()}  # type: ignore[attr-defined]


def _listed(update: RICserviceUpdate) -> set[int]:
    lists = (update.ran_functions_added, update.ran_functions_modified, update.ran_functions_deleted)
    return {number for items in lists for number in _ids(items)}


def _holds(requirement: str, added: tuple[set[int], RICserviceUpdate]) -> None:
    wanted, update = added
    found = _ids(update.ran_functions_added)
    check(
        wanted <= found,
        requirement,
        expected=f"functions {sorted(wanted)} in RANfunctionsAdded",
        actual=f"functions {sorted(found)} in RANfunctionsAdded",
    )
