"""Acknowledgements of components."""

import pytest

from oran_harness.model import Role
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps.answers import GLOBAL_RIC_ID
from oran_harness.steps.answers.circumstances import Circumstances
from oran_harness.steps.answers.components import added, removed, updated
from tests.checkers.scene import acknowledged, component
from tests.steps.answers.conversation import Conversation


def _circumstances(*, known: bool) -> Circumstances:
    engine = Conversation("3.01").set_up().engine if known else None
    return Circumstances(Role.NEAR_RT_RIC, "3.01", GLOBAL_RIC_ID, engine)


def test_each_component_is_acknowledged_once() -> None:
    """Even if it stands in the list twice; no list, no acknowledgement."""
    update = m.E2nodeConfigurationUpdate(1, None, (component(1), component(1), component(2)))
    assert added(update, _circumstances(known=True)) == (acknowledged(1), acknowledged(2))
    empty = m.E2nodeConfigurationUpdate(1)
    assert [each(empty, _circumstances(known=True)) for each in (added, updated, removed)] == [None] * 3


@pytest.mark.parametrize(
    ("number", "known", "outcome"), [(1, True, "success"), (9, True, "failure"), (9, False, "success")]
)
def test_a_component_that_was_never_declared(number: int, known: bool, outcome: str) -> None:
    """It fails with a cause, unless it is not known what was declared."""
    gone = e.E2nodeComponentConfigRemoval_Item("f1", component(number).e2_node_component_id)
    update = m.E2nodeConfigurationUpdate(1, None, None, None, (gone,))
    (item,) = removed(update, _circumstances(known=known)) or ()
    verdict = item.e2_node_component_configuration_ack
    assert verdict.update_outcome == outcome
    assert (verdict.failure_cause is not None) == (outcome == "failure")
