"""Rules about Subscription, Delete and Delete Required."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    PLAIN,
    RIC,
    Case,
    Scene,
    action,
    admitted,
    case,
    check_broken,
    check_kept,
    insert_action,
    subscription,
)

SECOND_ID = e.RICrequestID(10, 2)
DELETE = m.RICsubscriptionDeleteRequest(FIRST_ID, PLAIN)
DELETED = m.RICsubscriptionDeleteResponse(FIRST_ID, PLAIN)
NOT_DELETED = m.RICsubscriptionDeleteFailure(FIRST_ID, PLAIN, ("ricRequest", "request-id-unknown"))
QUERIED = (m.RICqueryRequest(SECOND_ID, PLAIN, b"", b""), m.RICqueryResponse(SECOND_ID, PLAIN, b""))


def clean(scene: Scene) -> None:
    """A subscription of two actions, of which one is refused, and its deletion."""
    scene.set_up().ric(subscription(action(1), action(2))).node(admitted(1, refused=(2,))).ric(DELETE).node(DELETED)


def none_admitted() -> m.RICsubscriptionResponse:
    """A response of which all actions are refused."""
    return m.RICsubscriptionResponse(FIRST_ID, PLAIN, None, (e.RICaction_NotAdmitted_Item(1, CAUSE),))


def required(name: e.RICrequestID) -> m.RICsubscriptionDeleteRequired:
    """The node wants a subscription deleted."""
    return m.RICsubscriptionDeleteRequired((e.RICsubscription_withCause_Item(name, PLAIN, CAUSE),))


def twice(scene: Scene, answer: m.RICsubscriptionResponse | m.RICsubscriptionFailure) -> None:
    """Two identical requests; by a Query both ends show that they speak 3.01 or later."""
    scene.set_up().ric(QUERIED[0]).node(QUERIED[1]).subscribed().ric(subscription()).node(answer)


CASES = (
    case("E2AP-ACTION-ID-REPEATED", RIC, lambda s: s.set_up().subscribed(action(1), action(1)), clean),
    case(
        "E2AP-INSERT-SUBSEQUENT-ACTION",
        RIC,
        lambda s: s.set_up().subscribed(action(1, "insert")),
        lambda s: s.set_up().subscribed(insert_action()),
    ),
    case(
        "E2AP-ACTIONS-ANSWERED",
        NODE,
        lambda s: s.set_up().ric(subscription(action(1), action(2))).node(admitted(1)),
        clean,
    ),
    case(
        "E2AP-NOTHING-ADMITTED",
        NODE,
        # The list of admitted actions cannot be empty, so it is left out.
        lambda s: s.set_up().ric(subscription()).node(none_admitted(), layout=(29, 5, 18)),
        clean,
        "E2AP-IE-MISSING",
    ),
    case(
        "E2AP-IDENTICAL-ACCEPTED",
        NODE,
        lambda s: twice(s, admitted()),
        lambda s: (
            s.set_up()
            .ric(QUERIED[0])
            .node(QUERIED[1])
            .subscribed()
            .subscribed(trigger=b"other", name=e.RICrequestID(10, 3))
        ),
        "E2AP-SUBSCRIPTION-ID-REUSED",
    ),
    case(
        "E2AP-SUBSCRIPTION-ID-REUSED",
        None,
        lambda s: twice(s, m.RICsubscriptionFailure(FIRST_ID, PLAIN, CAUSE)),
        clean,
    ),
    case(
        "E2AP-DELETE-REQUIRED-UNKNOWN",
        NODE,
        lambda s: s.set_up().subscribed().node(required(SECOND_ID)),
        lambda s: s.set_up().subscribed().node(required(FIRST_ID)).ric(DELETE).node(DELETED),
    ),
    case(
        "E2AP-DELETE-UNKNOWN-CONFIRMED",
        NODE,
        lambda s: s.set_up().ric(DELETE).node(DELETED),
        lambda s: s.set_up().ric(DELETE).node(NOT_DELETED),
    ),
    case(
        "E2AP-DELETE-REPEATED-CONFIRMED",
        None,
        lambda s: s.set_up().subscribed().ric(DELETE).node(DELETED).ric(DELETE).node(DELETED),
        lambda s: s.set_up().subscribed().ric(DELETE).node(DELETED).ric(DELETE).node(NOT_DELETED),
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
