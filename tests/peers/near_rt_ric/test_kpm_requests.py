"""What the RIC asks of a KPM function."""

from typing import Any

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.errors import UsageError
from oran_harness.peers.near_rt_ric.arguments import Arguments, Unfit
from oran_harness.peers.near_rt_ric.kpm_requests import subscription
from oran_harness.peers.near_rt_ric.node_functions import NodeFunction, far_node, find_function
from oran_harness.protocols.e2ap.engine import FunctionStatus, OfferedFunction
from oran_harness.service_models import PayloadKind, content_of, service_model
from oran_harness.service_models.kpm.build import function_definition
from oran_harness.steps.offers import node_offer


def _function(kind: str = "gnb", edition: str = "3.00", **how: Any) -> NodeFunction:
    definition = function_definition(edition, kind=kind, **how)
    offered = OfferedFunction(2, definition, 1, "1.3.6.1.4.1.53148.1.2.2.2", 1, FunctionStatus.ACCEPTED)
    return find_function({2: offered}, "kpm", "3.01", None)


def _asked(function: NodeFunction, kind: str = "gnb", **arguments: Any) -> Any:
    _, definition = subscription(Arguments(arguments), function, far_node(node_offer(kind=kind).node_id))
    reading = service_model("kpm").decode(PayloadKind.ACTION_DEFINITION, definition)
    assert reading.conforms
    return content_of(reading.value)


def test_measurements() -> None:
    """Some that the node offers, or those that are named, whatever they are."""
    content = _asked(_function(measurements=["RRU.PrbTotDl", "DRB.UEThpUl", "DRB.UEThpDl"]))
    names = [item.meas_type[1] for item in content.meas_info_list]
    assert names == ["DRB.UEThpDl", "DRB.UEThpUl"]
    content = _asked(_function(), measurements=["Vendor.Own"], cell=False)
    assert [item.meas_type[1] for item in content.meas_info_list] == ["Vendor.Own"]


def test_the_cell() -> None:
    """Named for measurements of a cell, and not for others (KPM 7.4.2.2); a caller may decide otherwise."""
    assert _asked(_function()).cell_global_id is not None
    assert _asked(_function(), cell=False).cell_global_id is None
    assert _asked(_function("cu-up"), "cu-up").cell_global_id is None


def test_periods() -> None:
    """The granularity period is the reporting period unless it is given."""
    assert _asked(_function(), period_ms=320).granul_period == 320
    assert _asked(_function(), period_ms=320, granularity_ms=40).granul_period == 40


def test_ues() -> None:
    """Style 2 is about one UE, style 5 about two or more, those that are named."""
    assert _asked(_function(), style=2, ues=[7]).ue_id is not None
    assert len(_asked(_function(), style=5, ues=[7, 8, 9]).matching_ue_id_list) == 3
    with pytest.raises(UsageError):
        _asked(_function(), style=2, ues=[7, 8])


def test_what_the_node_does_not_offer() -> None:
    """A style that it has not announced."""
    with pytest.raises(Unfit, match="offers no report style 4"):
        _asked(_function(styles=(1,)), style=4)


def test_jobs() -> None:
    """Style 255 has a job for each measurement, of the first style for jobs, in an approach of the node's."""
    function = _function(edition="5.00", styles=(4, 5, 255))
    content = _asked(function, style=255, measurements=["DRB.UEThpDl", "DRB.UEThpUl", "RRU.PrbTotDl"])
    items = content.multi_report_action_definition_list
    assert [item.job_id for item in items] == [1, 2, 3]
    assert {item.job_action_definition.ric_style_type for item in items} == {4}
    assert content.multi_report_approach == "single"
    assert _asked(function, style=255, approach="multiple").multi_report_approach == "multiple"
    with pytest.raises(Unfit, match="approach must be one of"):
        _asked(function, style=255, approach="both")
    assert _asked(function).matching_ue_cond_list


def test_reporting_conditions() -> None:
    """Values above a limit alone, from KPM 4.00 on."""
    content = _asked(_function(edition="5.00", styles=(1, 255)), report_above=7)
    (condition,) = content.meas_info_list[0].match_cond_report_list
    assert condition.meas_value_report_cond.test_value == ("valueInt", 7)
    with pytest.raises(EncodeError):
        _asked(_function(), report_above=7)
