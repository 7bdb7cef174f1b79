"""A case is its description and a body."""

from oran_harness.model import CaseDescription, Level, Role
from oran_harness.steps import Peer
from oran_harness.steps.case import Case


async def body(peer: Peer) -> None:
    await peer.pause(0)


def test_a_case_is_named_by_its_description() -> None:
    """The id is there for short."""
    description = CaseDescription("E2AP-TEST-001", "T", "C", Level.MUST, Role.E2_NODE)
    assert Case(description, body, "here").id == "E2AP-TEST-001"
