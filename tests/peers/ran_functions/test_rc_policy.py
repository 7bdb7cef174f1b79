"""Policies of RC: which action a policy wants when its trigger fires."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.radio import Radio
from oran_harness.peers.ran_functions.radio_event import RadioEvent
from oran_harness.peers.ran_functions.rc_action import RcAction
from oran_harness.peers.ran_functions.rc_policy import wanted
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.build import comparison, presence
from oran_harness.service_models.rc.styles import Service

UE = Radio().ues(0.0)[0]


def choice(*items: tuple[int, Any], event: RadioEvent | None = None) -> int | None:
    """The action that a policy of these actions and tests wants of a connected UE's event."""
    policies = tuple(
        r.E2SM_RC_ActionDefinition_Format2_Item(r.RIC_PolicyAction(number), tests) for number, tests in items
    )
    action = wanted(RcAction(Service.POLICY, 2, policies=policies), event or RadioEvent(0.0, UE))
    return None if action is None else action.ric_policy_action_id


def test_the_first_condition_that_holds() -> None:
    """Conditions are tried in their order; one without tests always holds; without a match nothing is wanted."""
    idle, connected = (comparison(202, "equal", 2),), (comparison(202, "equal", 0),)
    assert choice((1, idle), (2, connected), (3, None)) == 2
    assert choice((1, idle), (3, None), (2, connected)) == 3
    assert choice((1, idle)) is None
    assert choice((1, connected + idle)) is None
    assert wanted(RcAction(Service.REPORT, 4), RadioEvent(0.0, UE)) is None


@pytest.mark.parametrize(
    ("relation", "value", "holds"),
    [
        ("equal", 0, True),
        ("difference", 0, False),
        ("difference", 1, True),
        ("greaterthan", 0, True),
        ("greaterthan", 1, False),
        ("lessthan", 1, True),
        ("lessthan", 0, False),
        ("contains", 0, False),
        ("equal", b"\x00", False),
    ],
)
def test_comparisons(relation: str, value: int | bytes, holds: bool) -> None:
    """The RRC state is compared as a number; "greater than" includes equality (RC 9.3.31)."""
    assert (choice((1, (comparison(202, relation, value),))) == 1) is holds


def test_what_cannot_hold() -> None:
    """Another parameter, an event without a UE, or a test of a structure never holds; presence of the state does."""
    assert choice((1, (presence(202),))) == 1
    assert choice((1, (presence(7),))) is None
    assert choice((1, (presence(202),)), event=RadioEvent(0.0)) is None
    inner = r.RANParameter_Testing_Item_Choice_Structure((presence(202),))
    assert choice((1, (r.RANParameter_Testing_Item(202, ("ranP-Choice-Structure", inner)),))) is None
    missing = r.RANParameter_Testing_Item_Choice_ElementFalse(("ranP-Choice-comparison", "equal"))
    assert choice((1, (r.RANParameter_Testing_Item(202, ("ranP-Choice-ElementFalse", missing)),))) is None
