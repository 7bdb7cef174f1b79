"""Rules about the IEs of a message: all there, once, in order, and none that does not belong."""

import pytest

from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from tests.checkers.scene import (
    CAUSE,
    NODE,
    RIC,
    Case,
    Scene,
    case,
    check_broken,
    check_kept,
    setup_request,
    setup_response,
)

RESET = m.ResetRequest(7, CAUSE)
RESPONSE = m.ResetResponse(7)


def ie(number: int, octets: str = "00") -> ReceivedIe:
    """An IE with that id and those octets."""
    return ReceivedIe(number, f"IE {number}", "ignore", bytes.fromhex(octets), 0)


def clean(scene: Scene) -> None:
    """A Setup, then a Reset and its answer."""
    scene.set_up().ric(RESET).node(RESPONSE)


CASES = (
    case(
        "E2AP-IE-MISSING",
        NODE,
        lambda s: s.up().node(setup_request(), layout=(49, 10, 50)),
        clean,
    ),
    case(
        "E2AP-IE-UNKNOWN",
        RIC,
        # RICactionID, which a Reset has in no edition.
        lambda s: s.set_up().ric(RESET, layout=(49, 1, ie(15))).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-IE-NEWER",
        None,
        lambda s: s.set_up().ric(RESET, layout=(49, 1, ie(140))).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-IE-REPEATED",
        RIC,
        lambda s: s.set_up().ric(RESET, layout=(49, 1, ie(1, "50"))).node(RESPONSE),
        clean,
    ),
    case(
        "E2AP-IE-ORDER",
        RIC,
        lambda s: s.set_up().ric(RESET, layout=(1, 49)).node(RESPONSE),
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


def test_what_e2ap_8_added_to_setup_blames_nobody() -> None:
    """The list of functions accepted with modification, IE 138 of E2AP 8.00, is newer and no mistake."""
    layout = (49, 4, 9, 52, ie(138))
    scene = Scene().up().node(setup_request()).ric(setup_response(), layout=layout)
    assert scene.fired() == {("E2AP-IE-NEWER", None)}
