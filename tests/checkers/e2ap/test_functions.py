"""Rules about the RAN functions that requests name."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    RIC,
    Case,
    Scene,
    accepted,
    admitted,
    case,
    check_broken,
    check_kept,
    function,
    subscription,
)

QUERY = m.RICserviceQuery(6)


def clean(scene: Scene) -> None:
    """A subscription to a function that was offered."""
    scene.set_up().subscribed()


CASES = (
    case(
        "E2AP-FUNCTION-UNOFFERED",
        RIC,
        lambda s: s.set_up().ric(subscription(of=9)).node(m.RICsubscriptionFailure(FIRST_ID, 9, CAUSE)),
        clean,
    ),
    case(
        "E2AP-UNKNOWN-FUNCTION-SERVED",
        NODE,
        lambda s: s.set_up().ric(subscription(of=9)).node(admitted(of=9)),
        clean,
        "E2AP-FUNCTION-UNOFFERED",
    ),
    case(
        "E2AP-ANSWER-FUNCTION",
        NODE,
        lambda s: s.set_up(function(1), function(2)).ric(subscription()).node(admitted(of=2)),
        clean,
    ),
    case(
        "E2AP-QUERY-ANSWERED",
        None,
        lambda s: s.set_up().ric(QUERY).node(m.RICserviceUpdate(3)).ric(m.RICserviceUpdateAcknowledge(3)),
        lambda s: (
            s.set_up()
            .ric(QUERY)
            .node(m.RICserviceUpdate(3, (function(),)))
            .ric(m.RICserviceUpdateAcknowledge(3, (accepted(),)))
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


def test_a_record_that_begins_in_the_middle_accuses_nobody() -> None:
    """Where the Setup was not seen, no function is unknown."""
    scene = (
        Scene().up("the capture starts in the middle of this association").ric(subscription(of=9)).node(admitted(of=9))
    )
    assert scene.fired() == set()


def test_lost_messages_accuse_nobody() -> None:
    """After messages were lost, what is not known may have been among them."""
    scene = Scene().set_up().note("missing: 3 chunks from TSN 7").ric(subscription(of=9)).node(admitted(of=9))
    assert scene.fired() == set()
