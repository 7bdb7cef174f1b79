"""How a node comes back: what has to hold of the near-RT RIC then, and what says nothing."""

import pytest

from oran_harness.conformance.e2ap import ric_scenery as scenery
from oran_harness.conformance.e2ap.ric_restart_scenery import come_back
from oran_harness.conformance.preambles import prepared
from oran_harness.model import CaseDescription, Level, Role, Verdict
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from oran_harness.steps.case import Case
from tests.conformance.e2ap.misbehaving_ric import Misbehaviour, begins_with, edits, mute, refuses_setup
from tests.conformance.e2ap.performing_ric import Told, perform


def told(misbehaviour: Misbehaviour | None = None) -> Told:
    """What comes of a node that leaves and comes back, with another one beside it."""

    async def body(node: Peer) -> None:
        lost = str(node.here)
        bystander = await scenery.open_another(node)
        await node.close(lost, how="abort")
        association, response = await come_back(node, scenery.our_offer(node), bystander, "a test")
        assert association == node.here
        assert response.global_ric_id is not None

    description = CaseDescription("TEST-001", "t", "c", Level.MUST, Role.NEAR_RT_RIC)
    return perform(Case(description, prepared(body, ()), "tests"), misbehaviour)


def waits(seconds: int, nth: int) -> Misbehaviour:
    """It refuses E2 Setups from the ``nth`` on, for so long."""
    return edits(
        m.E2setupResponse,
        lambda response: m.E2setupFailure(response.transaction_id, ("misc", "om-intervention"), seconds),
        nth=nth,
    )


def test_who_answers_passes() -> None:
    """The clean RIC sets the node up again."""
    assert told().body is Verdict.PASS


@pytest.mark.parametrize(
    "misbehaviour",
    [mute(m.E2setupResponse, nth=3), begins_with(lambda edition: m.RICserviceQuery(1))],
    ids=["silence", "first word"],
)
def test_faults_are_found(misbehaviour: Misbehaviour) -> None:
    """No answer, and a word before E2 Setup."""
    assert told(misbehaviour).body is Verdict.FAIL


def test_a_refusal_says_nothing() -> None:
    """Whether a RIC has to take a node back is for other cases."""
    assert told(refuses_setup(nth=3)).body is Verdict.INCONC


def test_a_time_to_wait_is_kept() -> None:
    """The node asks again when it is over, and then only the answer counts."""
    found = told(waits(2, nth=3))
    assert found.body is Verdict.INCONC
    assert found.performed.events[-1].t > 2
