"""The actions of RC's styles."""

from oran_harness.service_models.rc.actions import ACTIONS, ANSWERS_ONLY, GROUP_ACTIONS, action_name
from oran_harness.service_models.rc.styles import STYLES, Service


def test_every_style_with_actions_has_them() -> None:
    """INSERT, CONTROL and POLICY styles have actions, except 255, which has those of others."""
    with_actions = {
        (service, number)
        for service, number in STYLES
        if service in (Service.INSERT, Service.CONTROL, Service.POLICY) and number != 255
    }
    assert set(ACTIONS) == with_actions


def test_ids_count_from_one() -> None:
    """IDs have no gaps."""
    assert all(sorted(actions) == list(range(1, len(actions) + 1)) for actions in ACTIONS.values())


def test_services_differ_where_noted() -> None:
    """CONTROL alone has the resource actions of 7.00, INSERT alone termination in dual connectivity."""
    assert len(ACTIONS[Service.CONTROL, 2]) == 9
    assert len(ACTIONS[Service.POLICY, 2]) == len(ACTIONS[Service.INSERT, 2]) == 6
    assert action_name(Service.INSERT, 5, 5) == "DRB termination"
    assert action_name(Service.CONTROL, 5, 5) is None
    assert action_name(Service.CONTROL, 2, 6) == "Slice-level PRB quota"
    assert action_name(Service.REPORT, 1, 1) is None


def test_special_actions_exist() -> None:
    """Actions for groups, and those that only answer an INSERT, are actions of CONTROL."""
    assert all(action_name(Service.CONTROL, *each) for each in GROUP_ACTIONS | ANSWERS_ONLY)
    assert {action_name(Service.CONTROL, *each) for each in ANSWERS_ONLY} == {"Radio admission", "UE admission"}
