"""Rules about modifications from both ends, and State Control."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import CAUSE, FIRST_ID, NODE, PLAIN, RIC, Case, Scene, action, case, check_broken, check_kept

OTHER_ID = e.RICrequestID(10, 2)
ENTRY = (e.RICsubscriptionList_Item(FIRST_ID),)
STRANGER = (e.RICsubscriptionList_Item(e.RICrequestID(99, 9)),)
SUSPEND = m.RICsubscriptionStateControlRequest(OTHER_ID, (e.RANfunctionStateControl_Item(PLAIN, ENTRY),))


def change(
    *numbers: int, remove: tuple[int, ...] = (), name: e.RICrequestID = FIRST_ID
) -> m.RICsubscriptionModificationRequest:
    """The RIC changes and removes actions."""
    return m.RICsubscriptionModificationRequest(
        name,
        PLAIN,
        None,
        tuple(e.RICaction_ToBeRemovedForModification_Item(number) for number in remove) or None,
        tuple(e.RICaction_ToBeModifiedForModification_Item(number, b"new") for number in numbers) or None,
    )


def changed(
    *numbers: int, removed: tuple[int, ...] = (), failed: tuple[int, ...] = ()
) -> m.RICsubscriptionModificationResponse:
    """What the node reports as done."""
    return m.RICsubscriptionModificationResponse(
        FIRST_ID,
        PLAIN,
        tuple(e.RICaction_RemovedForModification_Item(number) for number in removed) or None,
        None,
        tuple(e.RICaction_ModifiedForModification_Item(number) for number in numbers) or None,
        tuple(e.RICaction_FailedToBeModifiedForModification_Item(number, CAUSE) for number in failed) or None,
    )


REFUSED = m.RICsubscriptionModificationFailure(OTHER_ID, PLAIN, CAUSE)


def clean(scene: Scene) -> None:
    """One action changed, another removed."""
    scene.set_up().subscribed(action(1), action(2)).ric(change(1, remove=(2,))).node(changed(1, removed=(2,)))


CASES = (
    case(
        "E2AP-MODIFICATION-UNKNOWN",
        RIC,
        lambda s: s.set_up().subscribed().ric(change(1, name=OTHER_ID)).node(REFUSED),
        clean,
    ),
    case(
        "E2AP-MODIFICATION-REPEATED",
        RIC,
        lambda s: (
            s.set_up()
            .subscribed(action(1), action(2))
            .ric(change(1, remove=(1,)))
            .node(m.RICsubscriptionModificationFailure(FIRST_ID, PLAIN, CAUSE))
        ),
        clean,
    ),
    case(
        "E2AP-MODIFICATION-ACCEPTED",
        NODE,
        lambda s: s.set_up().subscribed(action(1), action(2)).ric(change(1)).node(changed(failed=(1,))),
        clean,
    ),
    case(
        "E2AP-MODIFICATION-REPORTED",
        NODE,
        lambda s: s.set_up().subscribed(action(1), action(2)).ric(change(1, 2)).node(changed(1)),
        clean,
    ),
    case(
        "E2AP-STATE-CONTROL-EMPTY",
        NODE,
        lambda s: (
            s.set_up()
            .subscribed()
            .ric(SUSPEND)
            .node(m.RICsubscriptionStateControlResponse(OTHER_ID, (e.RANfunctionStateConfirm_Item(PLAIN),)))
        ),
        lambda s: s.set_up().subscribed().ric(SUSPEND).node(m.RICsubscriptionStateControlFailure(OTHER_ID, CAUSE)),
    ),
    case(
        "E2AP-STATE-CONTROL-UNASKED",
        NODE,
        lambda s: (
            s.set_up()
            .subscribed()
            .ric(SUSPEND)
            .node(
                m.RICsubscriptionStateControlResponse(
                    OTHER_ID, (e.RANfunctionStateConfirm_Item(PLAIN, ENTRY + STRANGER),)
                )
            )
        ),
        lambda s: (
            s.set_up()
            .subscribed()
            .ric(SUSPEND)
            .node(m.RICsubscriptionStateControlResponse(OTHER_ID, (e.RANfunctionStateConfirm_Item(PLAIN, ENTRY),)))
        ),
    ),
)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_broken(row: Case) -> None:
    """Each rule fires where its requirement is broken, and blames who broke it."""
    check_broken(row)


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.rule)
def test_kept(row: Case) -> None:
    """Each rule is silent where its requirement is kept."""
    check_kept(row)


def test_a_ric_that_confirms_what_was_not_required() -> None:
    """The answer of a RIC is judged like that of a node."""
    required = m.RICsubscriptionModificationRequired(
        FIRST_ID,
        PLAIN,
        (e.RICaction_RequiredToBeModified_Item(1, "w10ms"), e.RICaction_RequiredToBeModified_Item(2, "w10ms")),
    )
    confirm = m.RICsubscriptionModificationConfirm(FIRST_ID, PLAIN, (e.RICaction_ConfirmedForModification_Item(1),))
    scene = Scene().set_up().subscribed(action(1), action(2)).node(required).ric(confirm)
    assert scene.fired() == {("E2AP-MODIFICATION-REPORTED", "near-rt-ric")}
