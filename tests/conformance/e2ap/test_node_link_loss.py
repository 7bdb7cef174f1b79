"""What the cases about lost associations let pass in an E2 node."""

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.e2_node import NodeConfig
from tests.conformance.e2ap.performing_node import node_cases, perform

CASES = [case for case in node_cases() if case.id.startswith("E2AP-LOSS-")]
ANYWHERE = [case for case in CASES if not any(need.startswith("e2ap:") for need in case.description.needs)]


def test_there_is_a_case_for_each_procedure_that_a_node_answers_or_starts() -> None:
    """Twelve that it answers, seven that it starts, three places in E2 Setup, and one that is closed in order."""
    assert len(CASES) == 23


@pytest.mark.parametrize("case", ANYWHERE, ids=lambda case: case.id)
def test_a_node_may_take_its_time_to_come_back(case: object) -> None:
    """Nothing says how soon it has to."""
    told = perform(case, config=NodeConfig(reconnect_after=12.0))  # type: ignore[arg-type]
    assert told.judgement.verdict is Verdict.PASS, str(told)


@pytest.mark.parametrize("case", ANYWHERE, ids=lambda case: case.id)
def test_a_node_that_stays_away_is_not_accused(case: object) -> None:
    """Nothing says that it has to come back: what cannot be seen is inconclusive."""
    told = perform(case, config=NodeConfig(reconnect_after=1000.0))  # type: ignore[arg-type]
    assert told.judgement.verdict is Verdict.INCONC, str(told)
