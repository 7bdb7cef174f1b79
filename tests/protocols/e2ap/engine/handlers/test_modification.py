"""RIC Subscription Modification and Modification Required."""

from collections.abc import Sequence

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.message import Message
from tests.protocols.e2ap.engine.conversation import (
    CAUSE,
    NODE,
    RIC,
    Conversation,
    Row,
    action,
    check_fires,
    check_silent,
    delete_request,
    delete_response,
    indication,
    names,
    rid,
    subscribed,
)

Ids = Sequence[int]


def change(
    remove: Ids = (), modify: Ids = (), add: Ids = (), trigger: bytes | None = None, instance: int = 1
) -> Message:
    """RICsubscriptionModificationRequest."""
    return m.RICsubscriptionModificationRequest(
        rid(10, instance),
        1,
        trigger,
        tuple(e.RICaction_ToBeRemovedForModification_Item(name) for name in remove) or None,
        tuple(e.RICaction_ToBeModifiedForModification_Item(name, b"new") for name in modify) or None,
        tuple(e.RICaction_ToBeAddedForModification_Item(name, "report", b"added", 1) for name in add) or None,
    )


def changed(
    removed: Ids = (),
    unremoved: Ids = (),
    modified: Ids = (),
    unmodified: Ids = (),
    added: Ids = (),
    unadded: Ids = (),
    instance: int = 1,
) -> Message:
    """RICsubscriptionModificationResponse."""
    return m.RICsubscriptionModificationResponse(
        rid(10, instance),
        1,
        tuple(e.RICaction_RemovedForModification_Item(name) for name in removed),
        tuple(e.RICaction_FailedToBeRemovedForModification_Item(name, CAUSE) for name in unremoved),
        tuple(e.RICaction_ModifiedForModification_Item(name) for name in modified),
        tuple(e.RICaction_FailedToBeModifiedForModification_Item(name, CAUSE) for name in unmodified),
        tuple(e.RICaction_AddedForModification_Item(name) for name in added),
        tuple(e.RICaction_FailedToBeAddedForModification_Item(name, CAUSE) for name in unadded),
    )


def unchanged(instance: int = 1) -> Message:
    """RICsubscriptionModificationFailure."""
    return m.RICsubscriptionModificationFailure(rid(10, instance), 1, CAUSE)


def propose(modify: Ids = (), remove: Ids = (), instance: int = 1) -> Message:
    """RICsubscriptionModificationRequired."""
    return m.RICsubscriptionModificationRequired(
        rid(10, instance),
        1,
        tuple(e.RICaction_RequiredToBeModified_Item(name, "w50ms") for name in modify),
        tuple(e.RICaction_RequiredToBeRemoved_Item(name, CAUSE) for name in remove),
    )


def confirm(
    modified: Ids = (), unmodified: Ids = (), removed: Ids = (), unremoved: Ids = (), instance: int = 1
) -> Message:
    """RICsubscriptionModificationConfirm."""
    return m.RICsubscriptionModificationConfirm(
        rid(10, instance),
        1,
        tuple(e.RICaction_ConfirmedForModification_Item(name) for name in modified),
        tuple(e.RICaction_RefusedToBeModified_Item(name, CAUSE) for name in unmodified),
        tuple(e.RICaction_ConfirmedForRemoval_Item(name) for name in removed),
        tuple(e.RICaction_RefusedToBeRemoved_Item(name, CAUSE) for name in unremoved),
    )


def refuse(instance: int = 1) -> Message:
    """RICsubscriptionModificationRefuse."""
    return m.RICsubscriptionModificationRefuse(rid(10, instance), 1, CAUSE)


def two() -> Conversation:
    """A subscription with a report and an insert action."""
    return subscribed(action(1), action(2, "insert"))


ROWS = [
    Row(
        Kind.MODIFICATION_OF_UNKNOWN,
        RIC,
        lambda talk: (talk.ric(change(modify=(1,), instance=7)), talk.node(unchanged(7))),
        lambda talk: (talk.ric(change(modify=(1,))), talk.node(unchanged())),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_OF_UNKNOWN,
        NODE,
        lambda talk: (talk.node(propose(remove=(1,), instance=7)), talk.ric(refuse(7))),
        lambda talk: (talk.node(propose(remove=(1,))), talk.ric(refuse())),
        begin=two,
        name="required",
    ),
    Row(
        Kind.MODIFICATION_ACTION_REPEATED,
        RIC,
        lambda talk: (talk.ric(change(remove=(1,), modify=(1,))), talk.node(unchanged())),
        lambda talk: (talk.ric(change(remove=(1,), modify=(2,))), talk.node(unchanged())),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_WRONGLY_ACCEPTED,
        NODE,
        lambda talk: (talk.ric(change(remove=(1,), modify=(1,))), talk.node(changed(removed=(1,), modified=(1,)))),
        lambda talk: (talk.ric(change(remove=(1,), modify=(2,))), talk.node(changed(removed=(1,), modified=(2,)))),
        begin=two,
        name="repeated",
    ),
    Row(
        Kind.MODIFICATION_WRONGLY_ACCEPTED,
        NODE,
        lambda talk: (talk.ric(change(remove=(1, 2))), talk.node(changed(removed=(1, 2)))),
        lambda talk: (talk.ric(change(remove=(1, 2), add=(3,))), talk.node(changed(removed=(1, 2), added=(3,)))),
        begin=two,
        name="all-removed",
    ),
    Row(
        Kind.MODIFICATION_WRONGLY_ACCEPTED,
        NODE,
        lambda talk: (talk.ric(change(modify=(1,), instance=7)), talk.node(changed(modified=(1,), instance=7))),
        lambda talk: (talk.ric(change(modify=(1,))), talk.node(changed(modified=(1,)))),
        begin=two,
        name="unknown",
    ),
    Row(
        Kind.MODIFICATION_WRONGLY_ACCEPTED,
        RIC,
        lambda talk: (talk.node(propose(remove=(1, 2))), talk.ric(confirm(removed=(1, 2)))),
        lambda talk: (talk.node(propose(remove=(1,))), talk.ric(confirm(removed=(1,)))),
        begin=two,
        name="all-removal-confirmed",
    ),
    Row(
        Kind.MODIFICATION_ACTION_NOT_REPORTED,
        NODE,
        lambda talk: (talk.ric(change(remove=(1,), modify=(2,))), talk.node(changed(removed=(1,)))),
        lambda talk: (talk.ric(change(remove=(1,), modify=(2,))), talk.node(changed(removed=(1,), unmodified=(2,)))),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_ACTION_NOT_REPORTED,
        RIC,
        lambda talk: (talk.node(propose((2,), (1,))), talk.ric(confirm((2,)))),
        lambda talk: (talk.node(propose((2,), (1,))), talk.ric(confirm((2,), unremoved=(1,)))),
        begin=two,
        name="confirm",
    ),
    Row(
        Kind.MODIFICATION_ACTION_NEVER_ASKED,
        NODE,
        lambda talk: (talk.ric(change(modify=(2,))), talk.node(changed(modified=(2,), added=(3,)))),
        lambda talk: (talk.ric(change(modify=(2,), add=(3,))), talk.node(changed(modified=(2,), added=(3,)))),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_ACTION_REPORTED_TWICE,
        NODE,
        lambda talk: (talk.ric(change(modify=(2,))), talk.node(changed(modified=(2,), unmodified=(2,)))),
        lambda talk: (talk.ric(change(modify=(1, 2))), talk.node(changed(modified=(1,), unmodified=(2,)))),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_NOTHING_DONE,
        NODE,
        lambda talk: (talk.ric(change(modify=(2,))), talk.node(changed(unmodified=(2,)))),
        lambda talk: (talk.ric(change(modify=(2,), trigger=b"x")), talk.node(changed(unmodified=(2,)))),
        begin=two,
    ),
    Row(
        Kind.MODIFICATION_NOTHING_DONE,
        RIC,
        lambda talk: (talk.node(propose(remove=(1,))), talk.ric(confirm(unremoved=(1,)))),
        lambda talk: (talk.node(propose(remove=(1,))), talk.ric(refuse())),
        begin=two,
        name="confirm",
    ),
    Row(
        Kind.INDICATION_ACTION_REMOVED,
        NODE,
        lambda talk: (talk.ric(change(remove=(1,))), talk.node(changed(removed=(1,)), indication(1))),
        lambda talk: (talk.ric(change(remove=(1,))), talk.node(indication(1), changed(removed=(1,)))),
        begin=two,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_fires(row: Row) -> None:
    """What a modification breaks is noted."""
    check_fires(row)


@pytest.mark.parametrize("row", ROWS, ids=names(ROWS))
def test_silent(row: Row) -> None:
    """A right modification, or its right refusal, is not."""
    check_silent(row)


def test_a_modification_takes_effect() -> None:
    """Trigger and actions are as the response says (E2AP 8.2.5.2)."""
    talk = two()
    talk.ric(change(remove=(1,), modify=(2,), add=(3, 4), trigger=b"x"))
    talk.node(changed(removed=(1,), modified=(2,), added=(3,), unadded=(4,)))
    held = talk.association.subscriptions[rid()]
    assert held.event_trigger == b"x"
    assert held.actions[1].removed
    assert held.actions[2].definition == b"new"
    assert {name: one.admitted for name, one in held.actions.items()} == {1: True, 2: True, 3: True, 4: False}
    assert talk.found == []


def test_a_refused_modification_changes_nothing() -> None:
    """After the failure everything is as before, and an added action is not admitted (E2AP 8.2.5.3)."""
    talk = two()
    talk.ric(change(remove=(1,), modify=(2,), add=(3,), trigger=b"x"))
    talk.node(unchanged(), indication(1))
    held = talk.association.subscriptions[rid()]
    assert (held.event_trigger, held.actions[2].definition) == (b"t", b"a")
    assert talk.found == []
    talk.node(indication(3))
    assert talk.accused == [Kind.INDICATION_ACTION_NOT_ADMITTED]


def test_an_indication_may_precede_the_modifications_response() -> None:
    """An added action may report at once: no sentence says that the response comes first."""
    talk = two()
    talk.ric(change(add=(3,)))
    talk.node(indication(3), changed(added=(3,)))
    assert talk.accused == []


def test_confirmed_changes_take_effect() -> None:
    """The node applies what the RIC confirms: removals, and new times to wait (E2AP 8.2.6.2)."""
    talk = two()
    talk.node(propose((2,), (1,)))
    talk.ric(confirm((2,), removed=(1,)))
    held = talk.association.subscriptions[rid()]
    assert held.actions[1].removed
    assert held.actions[2].subsequent_action is not None
    assert held.actions[2].subsequent_action.ric_time_to_wait == "w50ms"


def test_an_indication_may_cross_the_confirmation() -> None:
    """When the node hears of the confirmation cannot be seen; long after it can."""
    talk = two()
    talk.node(propose(remove=(1,)))
    talk.ric(confirm(removed=(1,)))
    talk.node(indication(1))
    assert talk.accused == []
    talk.wait(61)
    talk.node(indication(1))
    assert talk.accused == [Kind.INDICATION_ACTION_REMOVED]


def test_modification_required_against_delete() -> None:
    """A proposal that crosses a Delete accuses nobody, and refusing it is right (E2AP 8.2.6.4)."""
    talk = subscribed()
    talk.ric(delete_request())
    talk.node(propose(remove=(1,)), delete_response())
    talk.ric(refuse())
    talk.node(propose(remove=(1,)))
    assert talk.accused == []


def test_an_empty_modification_is_open() -> None:
    """A request that changes nothing may be answered either way."""
    talk = two()
    talk.ric(change())
    talk.node(changed())
    assert talk.found == []
