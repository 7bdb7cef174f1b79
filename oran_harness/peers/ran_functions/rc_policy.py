"""Policies of RC: which action a policy wants when its trigger fires (RC 7.7, 9.3.30, 9.3.31)."""

from typing import Any

from oran_harness.peers.ran_functions.radio_event import RadioEvent, Ue
from oran_harness.peers.ran_functions.rc_action import RcAction
from oran_harness.peers.ran_functions.rc_information import STATES
from oran_harness.service_models.rc.build.offer import RRC_STATE
from oran_harness.service_models.rc.elements import RIC_PolicyAction


def wanted(action: RcAction, event: RadioEvent) -> RIC_PolicyAction | None:
    """The action of the first condition that holds; None if none does, or for another service's action."""
    for item in action.policies:
        tests = item.ric_policy_condition_definition or ()
        if all(_holds(test, event.ue) for test in tests):
            return item.ric_policy_action
    return None


def _holds(test: Any, ue: Ue | None) -> bool:
    """Whether a test of the RRC state, the one parameter that conditions are declared for, holds for a UE."""
    kind, content = test.ran_parameter_type
    if ue is None or kind != "ranP-Choice-ElementFalse" or test.ran_parameter_id != RRC_STATE:
        return False
    how, relation = content.ran_parameter_test_condition
    if how == "ranP-Choice-presence":
        return True
    state = STATES["rrc-connected" if ue.connected else "rrc-inactive"]
    value = None if content.ran_parameter_value is None else content.ran_parameter_value[1]
    if not isinstance(value, int):
        return False
    return {
        "equal": state == value,
        "difference": state != value,
        "greaterthan": state >= value,
        "lessthan": state < value,
    }.get(relation, False)
