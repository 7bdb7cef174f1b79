"""Rules about how runs and associations end."""

import pytest

from oran_harness.model import EventKind
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    FIRST_ID,
    NODE,
    PLAIN,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    indication,
    setup_request,
    subscription,
)

RESET = m.ResetRequest(7, CAUSE)
RESPONSE = m.ResetResponse(7)
QUERY = m.RICqueryRequest(FIRST_ID, PLAIN, b"", b"")


def clean(scene: Scene) -> None:
    """All is answered, and the association shut down in order."""
    scene.set_up().node(RESET).ric(RESPONSE).subscribed().node(indication()).wait(60).shut_down(RIC)


CASES = (
    case("E2AP-CLOSED-UNANSWERED", RIC, lambda s: s.set_up().node(RESET).abort(RIC), clean),
    case(
        "E2AP-CLOSED-UNREAD",
        RIC,
        # The RIC has not said anything, so its edition is not known.
        lambda s: s.up().node(setup_request()).shut_down(RIC),
        lambda s: s.up().node(setup_request()).shut_down(NODE),
        "E2AP-VERSION-DRIFT",
    ),
    case(
        "E2AP-ABORTED",
        None,
        lambda s: s.set_up().subscribed().node(indication()).abort(RIC),
        lambda s: s.set_up().subscribed().node(indication()).wait(30).abort(RIC),
    ),
    case(
        "E2AP-NO-ANSWER",
        NODE,
        lambda s: s.set_up().ric(QUERY).wait(30).node(m.RICserviceUpdate(3)).ric(m.RICserviceUpdateAcknowledge(3)),
        lambda s: s.set_up().ric(QUERY).wait(5).node(m.RICserviceUpdate(3)).ric(m.RICserviceUpdateAcknowledge(3)),
    ),
    case(
        "E2AP-AFTER-REMOVAL",
        RIC,
        lambda s: s.set_up().node(m.E2RemovalRequest(5)).ric(m.E2RemovalResponse(5), m.RICserviceQuery(6)),
        lambda s: s.set_up().node(m.E2RemovalRequest(5)).ric(m.E2RemovalResponse(5)).shut_down(NODE),
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


def test_what_a_reset_aborts_needs_no_answer() -> None:
    """A Subscription that a Reset overtakes is not missed."""
    scene = Scene().set_up().ric(subscription()).ric(RESET).node(RESPONSE).wait(60).node(m.RICserviceUpdate(3))
    assert scene.ric(m.RICserviceUpdateAcknowledge(3)).fired() == set()


def test_garbage_may_be_closed_upon() -> None:
    """An end that closes after garbage is within its rights; only the garbage is reported."""
    scene = Scene().set_up().octets(NODE, b"\xff\xff").abort(RIC)
    assert scene.fired() == {("E2AP-UNDECODABLE", "e2-node")}


def test_the_finding_names_the_request_and_the_delay() -> None:
    """Whoever reads the finding learns which message it was and how fast the end went down."""
    (found,) = Scene().set_up().node(RESET).abort(RIC).findings()
    assert "Reset of event 4" in found.message
    assert "10.0 ms" in found.message
    assert found.blamed_end == "192.0.2.1:36421"
    assert found.frame == 105


def test_a_request_that_crosses_a_shutdown_cannot_be_answered() -> None:
    """It comes when the end that owes the answer has begun to close."""
    scene = Scene().set_up().event(EventKind.SHUTDOWN, RIC).node(RESET).event(EventKind.DOWN, RIC)
    assert scene.fired() == set()
