"""An E2 node has one near-RT RIC only: what it does about a second one is its own choice, and no case accuses it."""

import pytest

from oran_harness.model import EventKind, Role, Verdict
from oran_harness.peers.e2_node import NodeConfig
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.steps.answers.identity import ric_identity
from tests.conformance.e2ap.performing_node import node_cases, perform

CASES = [case for case in node_cases() if case.id.startswith("E2AP-RICS-")]
SHOWN = {
    "decline": {"E2AP-RICS-201"},
    "move": {"E2AP-RICS-201", "E2AP-RICS-202"},
    "serve": {case.id for case in CASES},
}
"""What the cases can show of a node that does so; they skip the rest."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
@pytest.mark.parametrize("second_ric", SHOWN)
def test_whatever_it_does_is_fine(case: object, second_ric: str) -> None:
    """It may decline, leave the first one, or serve both."""
    assert hasattr(case, "id")
    told = perform(case.id, config=NodeConfig(second_ric=second_ric))
    wanted = Verdict.PASS if case.id in SHOWN[second_ric] else Verdict.SKIP
    assert told.judgement.verdict is wanted, str(told)
    assert Role.E2_NODE not in {finding.blame for finding in told.judgement.findings}, str(told)


def test_each_near_rt_ric_has_an_identity_of_its_own() -> None:
    """Each E2 Setup is answered on its association, by the Global RIC ID of the near-RT RIC at its end."""
    events = perform("E2AP-RICS-202").performed.events
    said = [
        (event.source, message.global_ric_id)
        for event in events
        if event.kind is EventKind.OCTETS
        and isinstance(message := codec("3.01").decode(event.octets or b"").message, m.E2setupResponse)
    ]
    assert said == [("near-rt-ric", ric_identity(1)), ("near-rt-ric 2", ric_identity(2))]


@pytest.mark.parametrize("second_ric", ["move", "serve"])
def test_it_is_told_to_leave_the_second_one_again(second_ric: str) -> None:
    """So that the next case finds it where it was."""
    events = perform("E2AP-RICS-202", config=NodeConfig(second_ric=second_ric)).performed.events
    steps = [event.message or "" for event in events if event.kind is EventKind.STEP]
    assert any(step.startswith("propose disconnect (uri='sctp://192.0.2.3:36421')") for step in steps)
    assert [event.kind for event in events if event.association == "2"][-1] is EventKind.DOWN


def test_a_case_that_ends_early_tells_it_too() -> None:
    """Whatever has ended it."""
    told = perform("E2AP-RICS-205", config=NodeConfig(second_ric="move"))
    steps = [event.message or "" for event in told.performed.events if event.kind is EventKind.STEP]
    assert told.body is Verdict.SKIP
    assert any(step.startswith("propose disconnect") for step in steps)
