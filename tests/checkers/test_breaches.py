"""From complaints and irregularities to breaches."""

from oran_harness.checkers.breaches import place
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import (
    CAUSE,
    NODE,
    Scene,
    accepted,
    admitted,
    function,
    setup_request,
    setup_response,
    subscription,
)


def test_a_place_has_no_numbers() -> None:
    """The same mistake in each item of a list has one place."""
    assert place("E2setupRequest.RANfunctionsAdded[12].RANfunction-Item") == place(
        "E2setupRequest.RANfunctionsAdded[0].RANfunction-Item"
    )
    assert place("") == ""


def test_a_complaint_names_message_place_and_octet() -> None:
    """The finding leads to the octet."""
    items = {"E2setupRequest.RANfunctionsAdded[0].RANfunction-Item": "reject"}
    scene = Scene().up().node(setup_request(), criticalities=items).ric(setup_response())
    (found,) = scene.findings()
    assert found.message.startswith("E2setupRequest.RANfunctionsAdded[0].RANfunction-Item, octet ")
    assert (found.expected, found.actual) == ("ignore", "reject")


def test_a_complaint_of_a_sender_of_unknown_role_blames_nobody() -> None:
    """Where it is not known who is who, the octets are reported and nobody is accused."""
    scene = Scene().up("the capture starts in the middle").octets(NODE, b"\xff\xff\xff")
    assert scene.fired() == {("E2AP-UNDECODABLE", None)}


def test_an_uncertain_irregularity_is_no_breach() -> None:
    """Where something unseen may explain it, there is nothing to report: here messages were lost."""
    scene = Scene().set_up().ric(m.ResetRequest(7, CAUSE)).note("missing: 3 chunks").node(m.ResetResponse(8))
    assert scene.fired() == set()


def test_a_rule_that_came_later_does_not_bind_earlier_editions() -> None:
    """An identical Subscription is to be refused from 3.00 on: a node that may speak 2.03 is not blamed."""
    scene = Scene().set_up().subscribed().ric(subscription()).node(admitted())
    assert {rule for rule, _ in scene.fired()} == {"E2AP-SUBSCRIPTION-ID-REUSED"}


def test_both_ends_are_judged_alike() -> None:
    """An irregularity blames the role that the engine names."""
    scene = Scene().up().node(setup_request(function(1), function(2))).ric(setup_response(accepted(1)))
    assert scene.fired() == {("E2AP-FUNCTIONS-ANSWERED", "near-rt-ric")}
