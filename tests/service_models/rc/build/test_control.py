"""RC control requests and their outcomes."""

import pytest

from oran_harness.service_models import PayloadKind, content_of, format_of, style_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc.build import (
    control,
    control_outcome,
    drb_qos,
    multiple_control,
    multiple_outcome,
    slice_quota,
)
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.parameters import empty_parameters
from oran_harness.service_models.rc.styles import Service, control_formats, style
from tests.service_models.kpm.build.read import value

UE = ue_id("gnb", 1)
HEADER, MESSAGE = PayloadKind.CONTROL_HEADER, PayloadKind.CONTROL_MESSAGE


@pytest.mark.parametrize("edition", RC.editions)
def test_one_action(edition: str) -> None:
    """Header and message have format 1, name style, action and UE, and hold nothing empty."""
    header, message = control(2, 6, UE, slice_quota(1), edition)
    head, body = value("rc", HEADER, header, edition), value("rc", MESSAGE, message, edition)
    assert control_formats(2, 6) == ({format_of(head)}, {format_of(body)})
    content = content_of(head)
    assert (style_of(head), content.ric_control_action_id, content.ue_id) == (2, 6, UE)
    assert content.ric_control_decision is None
    assert empty_parameters(body) == ()
    decided = content_of(value("rc", HEADER, control(1, 4, UE, (), edition, decision="reject")[0], edition))
    assert decided.ric_control_decision == "reject"


@pytest.mark.parametrize("edition", RC.editions)
def test_several_actions(edition: str) -> None:
    """Style 255 has header 2 and message 2 with the styles inside, outcome 2 likewise."""
    header, message = multiple_control([(2, 6, slice_quota(1)), (1, 1, drb_qos(1, 9))], edition, ue=UE)
    head, body = value("rc", HEADER, header, edition), value("rc", MESSAGE, message, edition)
    assert (format_of(head), format_of(body)) == (2, 2)
    assert [one.indicated_control_style_type for one in content_of(body).ric_control_style_list] == [2, 1]
    octets = multiple_outcome([(2, 6, ((1, b"12345678"),)), (1, 1, ((1, 5),))], edition)
    outcome = value("rc", PayloadKind.CONTROL_OUTCOME, octets, edition)
    assert format_of(outcome) == 2
    assert [
        (one.indicated_control_style_type, one.ric_control_outcome_list[0].ric_control_action_id)
        for one in content_of(outcome).ric_control_style_list
    ] == [(2, 6), (1, 1)]


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 8, 9])
def test_outcome_of_the_style(edition: str, number: int) -> None:
    """An outcome has a format of its style; an empty list is legal."""
    row = style(Service.CONTROL, number)
    assert row is not None
    for parameters in ((), ((1, b"12345678"),)):
        octets = control_outcome(number, parameters, edition) if parameters or number < 8 else None
        if octets is not None:
            assert format_of(value("rc", PayloadKind.CONTROL_OUTCOME, octets, edition)) in row.outcomes
    assert control_outcome(1, (), edition).hex() == "0000"
