"""RC action definitions."""

import pytest

from oran_harness.model.errors import UsageError
from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc.build import (
    OFFERS,
    action_definition,
    comparison,
    insert_action,
    policy_action,
    report_action,
    slice_quota,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import parameters
from oran_harness.service_models.rc.requests import requested
from oran_harness.service_models.rc.styles import STYLES, Service
from tests.service_models.kpm.build.read import value

KIND = PayloadKind.ACTION_DEFINITION
ACTIONS = [(offer.service, offer.style) for offer in OFFERS if offer.service not in (Service.CONTROL, Service.QUERY)]


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize(("service", "style"), ACTIONS)
def test_format_of_service_and_style(edition: str, service: Service, style: int) -> None:
    """Every action that our node offers can be asked for, in the format of its style."""
    wanted = slice_quota(1) if service is Service.POLICY else None
    octets = action_definition(service.value, style, edition=edition, parameters=wanted)
    definition = value("rc", KIND, octets, edition)
    assert style_of(definition) == style
    assert format_of(definition) in STYLES[service, style].actions


def test_what_is_asked_for() -> None:
    """Reports and inserts ask for the parameters that are given, else for all that our node declares."""
    every = value("rc", KIND, report_action(4, edition="5.00"), "5.00")
    assert [one.id for one in requested(every)] == [202, 10001]
    some = value("rc", KIND, report_action(4, (7,), edition="5.00"), "5.00")
    assert [one.id for one in requested(some)] == [7]
    one_ue = content_of(value("rc", KIND, insert_action(3, 1, (1, 2), edition="5.00", ue=ue_id("gnb", 1)), "5.00"))
    assert (one_ue.ric_insert_indication_id, one_ue.ue_id) == (1, ue_id("gnb", 1))


def test_policies() -> None:
    """A policy has an action with parameters, and perhaps conditions."""
    octets = policy_action(2, 6, slice_quota(1), edition="5.00", conditions=(comparison(202, "equal", 0),))
    definition = value("rc", KIND, octets, "5.00")
    (item,) = content_of(definition).ric_policy_conditions_list
    assert item.ric_policy_action.ric_policy_action_id == 6
    assert [test.ran_parameter_id for test in item.ric_policy_condition_definition] == [202]
    assert {one.id for one in parameters(definition)} >= {1, 11, 12, 13}
    plain = content_of(value("rc", KIND, policy_action(2, 6, (), edition="5.00"), "5.00"))
    assert plain.ric_policy_conditions_list[0].ric_policy_action.ran_parameters_list is None


def test_what_cannot_be_guessed() -> None:
    """For a style that our node has not, parameters and actions have to be given."""
    with pytest.raises(UsageError, match="give the parameters"):
        report_action(7, edition="5.00")
    with pytest.raises(UsageError, match="give the action"):
        action_definition("insert", 7, edition="5.00")
    with pytest.raises(UsageError, match="choose report, insert or policy"):
        action_definition("control", 1, action=1, edition="5.00")
