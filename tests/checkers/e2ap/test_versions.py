"""Rules about the editions that the ends speak."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from tests.checkers.scene import (
    CAUSE,
    NODE,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    function,
    node_id,
    setup_request,
    setup_response,
)

OLD_REQUEST = codec("1.01").encode(m.E2setupRequest(None, node_id(), (function(),)))
OLD_RESPONSE = codec("1.01").encode(
    m.E2setupResponse(None, setup_response().global_ric_id, setup_response().ran_functions_accepted)
)
OLD_RESET = codec("1.01").encode(m.ResetRequest(None, CAUSE))


def clean(scene: Scene) -> None:
    """Both ends speak one edition, to the end."""
    scene.set_up().ric(m.ResetRequest(7, CAUSE)).node(m.ResetResponse(7)).shut_down(NODE)


CASES = (
    case(
        "E2AP-VERSION-DRIFT",
        None,
        # The RIC answers a request of 1.01 with a response of 2.00 or later.
        lambda s: s.up().octets(NODE, OLD_REQUEST).ric(setup_response()),
        lambda s: s.up().octets(NODE, OLD_REQUEST).octets(RIC, OLD_RESPONSE).shut_down(NODE),
    ),
    case(
        "E2AP-EDITIONS-MIXED",
        RIC,
        # A RIC that speaks 2.03 or later forgets the Transaction ID.
        lambda s: s.set_up().octets(RIC, OLD_RESET).node(m.ResetResponse(7)),
        clean,
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


def test_a_ric_that_closes_on_the_setup_of_another_edition() -> None:
    """A Setup request that not all editions can read, and an end that closes on it: drift, and silence is the RIC's."""
    scene = Scene().up().octets(NODE, OLD_REQUEST).shut_down(RIC)
    assert scene.fired() == {("E2AP-VERSION-DRIFT", None), ("E2AP-CLOSED-UNREAD", "near-rt-ric")}
    drift = next(each for each in scene.findings() if each.rule == "E2AP-VERSION-DRIFT")
    assert "1.01" in drift.actual
    assert "2.03 to 7.00" in drift.actual
    assert "TransactionID (IE 49)" in drift.message
    assert drift.event == 2


def test_a_request_that_all_can_read_tells_no_drift() -> None:
    """A RIC that closes on a request of its own edition died of something else."""
    scene = Scene().up().node(setup_request()).ric(setup_response()).node(m.ResetRequest(3, CAUSE)).shut_down(RIC)
    assert scene.fired() == {("E2AP-CLOSED-UNANSWERED", "near-rt-ric")}
