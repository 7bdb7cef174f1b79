"""Rules about indications against what was subscribed."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    PLAIN,
    Case,
    Scene,
    action,
    admitted,
    case,
    check_broken,
    check_kept,
    function,
    indication,
    insert_action,
    subscription,
)

OTHER_ID = e.RICrequestID(10, 2)
DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)
DELETED = m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN)
ENTRY = (e.RICsubscriptionList_Item(FIRST_ID),)
SUSPEND = m.RICsubscriptionStateControlRequest(OTHER_ID, (e.RANfunctionStateControl_Item(PLAIN, ENTRY),))
SUSPENDED = m.RICsubscriptionStateControlResponse(OTHER_ID, (e.RANfunctionStateConfirm_Item(PLAIN, ENTRY),))
RESUME = m.RICsubscriptionStateControlRequest(OTHER_ID, (e.RANfunctionStateControl_Item(PLAIN, None, ENTRY),))
RESUMED = m.RICsubscriptionStateControlResponse(OTHER_ID, (e.RANfunctionStateConfirm_Item(PLAIN, None, ENTRY),))


def clean(scene: Scene) -> None:
    """Two indications of an admitted action, one of them while its deletion is under way."""
    scene.set_up().subscribed().node(indication()).ric(DELETE).node(indication(), DELETED)


CASES = (
    case(
        "E2AP-INDICATION-AFTER-DELETE",
        NODE,
        lambda s: s.set_up().subscribed().ric(DELETE).node(DELETED, indication()),
        clean,
    ),
    case(
        "E2AP-INDICATION-AFTER-RESET",
        NODE,
        lambda s: (
            s.set_up().subscribed().ric(m.ResetRequest(7, CAUSE)).node(m.ResetResponse(7), stream=1).node(indication())
        ),
        lambda s: (
            s.set_up()
            .subscribed()
            .ric(m.ResetRequest(7, CAUSE))
            .node(indication(), m.ResetResponse(7))
            .subscribed()
            .node(indication())
        ),
        "E2-STREAMS-SHARED",
    ),
    case(
        "E2AP-INDICATION-SUSPENDED",
        NODE,
        lambda s: s.set_up().subscribed().ric(SUSPEND).node(SUSPENDED, indication()),
        lambda s: s.set_up().subscribed().ric(SUSPEND).node(SUSPENDED).ric(RESUME).node(RESUMED, indication()),
    ),
    case(
        "E2AP-INDICATION-FUNCTION",
        NODE,
        lambda s: s.set_up(function(1), function(2)).subscribed().node(indication(of=2)),
        clean,
    ),
    case(
        "E2AP-INDICATION-ACTION",
        NODE,
        lambda s: (
            s.set_up()
            .ric(subscription(action(1), action(2)))
            .node(admitted(1, refused=(2,)), indication(2), indication(3))
        ),
        clean,
    ),
    case(
        "E2AP-INDICATION-TYPE",
        NODE,
        lambda s: s.set_up().subscribed().node(indication(kind="insert", call_process=b"c")),
        clean,
    ),
    case(
        "E2AP-INSERT-CALL-PROCESS",
        NODE,
        lambda s: s.set_up().subscribed(insert_action()).node(indication(kind="insert")),
        lambda s: s.set_up().subscribed(insert_action()).node(indication(kind="insert", call_process=b"c")),
    ),
    case("E2AP-INDICATION-EARLY", None, lambda s: s.set_up().ric(subscription()).node(indication(), admitted()), clean),
    case(
        "E2AP-INDICATION-UNSUBSCRIBED", NODE, lambda s: s.set_up().subscribed().node(indication(name=OTHER_ID)), clean
    ),
    case(
        "E2AP-INDICATION-SN",
        None,
        lambda s: s.set_up().subscribed().node(indication(sn=5), indication(sn=4)),
        lambda s: (
            s.set_up()
            .subscribed(action(1), action(2))
            .node(*(indication(sn=sn) for sn in (7, 7, 9, 65535, 0)), indication(2, sn=3), indication())
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


def test_a_subscription_begins_its_numbers_anew() -> None:
    """Sequence numbers are compared within one life of a subscription."""
    scene = Scene().set_up().subscribed().node(indication(sn=900)).ric(DELETE).node(DELETED)
    assert scene.subscribed(trigger=b"other").node(indication(sn=0)).fired() == set()


def test_a_subscription_of_another_association_of_the_node() -> None:
    """An indication for a subscription that was made over a further association of the node accuses nobody."""
    from tests.checkers.scene import node_id

    scene = Scene().set_up()
    scene.another("192.0.2.2:38002").up().node(m.E2nodeConfigurationUpdate(2, node_id()))
    scene.ric(m.E2nodeConfigurationUpdateAcknowledge(2)).node(indication())
    assert scene.fired() == set()
