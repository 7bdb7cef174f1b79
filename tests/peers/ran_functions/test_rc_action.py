"""Action definitions of RC as our E2 node reads them."""

from typing import Any

import pytest

from oran_harness.peers.ran_functions.book import Refusal
from oran_harness.peers.ran_functions.ran_function import RequestedAction
from oran_harness.peers.ran_functions.rc_action import (
    CONTRADICTORY,
    FOREIGN,
    UNAVAILABLE,
    UNSUPPORTED,
    WITHOUT_SUBSEQUENT,
    RcAction,
    read_action,
)
from oran_harness.service_models import PayloadKind
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc import build as rc
from oran_harness.service_models.rc import elements as r
from oran_harness.service_models.rc.model import RC
from oran_harness.service_models.rc.styles import Service

OFFERED = rc.offers("gnb", "5.00")
TRIGGER_REFUSED = Refusal("eventTriggerNotSupported")


def read(kind: Any, octets: bytes | None, trigger: int, wait_s: float | None = 0.5) -> RcAction | Refusal:
    """An action, as it is read."""
    return read_action(RequestedAction(1, kind, octets, "continue", wait_s), "5.00", OFFERED, trigger)


def test_reports() -> None:
    """A report is known by its style and the parameters that it asks for."""
    assert read("report", rc.report_action(4, (202,), edition="5.00"), 4) == RcAction(
        Service.REPORT, 4, parameters=(202,)
    )


def test_inserts() -> None:
    """An insert has an indication, a Time to Wait, perhaps a UE."""
    octets = rc.insert_action(3, 1, edition="5.00", ue=ue_id("gnb", 1))
    assert read("insert", octets, 2) == RcAction(Service.INSERT, 3, 1, (1,), ue=ue_id("gnb", 1), wait_s=0.5)
    assert read("insert", octets, 2, None) == WITHOUT_SUBSEQUENT


def test_policies() -> None:
    """A policy has its items as they were sent."""
    octets = rc.policy_action(2, 6, rc.slice_quota(1), edition="5.00", conditions=(rc.presence(202),))
    read_back = read("policy", octets, 2)
    assert isinstance(read_back, RcAction)
    assert [item.ric_policy_action.ric_policy_action_id for item in read_back.policies] == [6]


@pytest.mark.parametrize(
    ("kind", "octets", "trigger", "refusal"),
    [
        ("report", None, 4, CONTRADICTORY),
        ("report", b"\xff\xff\xff", 4, FOREIGN),
        ("report", rc.report_action(7, (1,), edition="5.00"), 4, UNSUPPORTED),
        ("report", rc.report_action(4, (77,), edition="5.00"), 4, UNAVAILABLE),
        ("report", rc.report_action(4, edition="5.00"), 2, TRIGGER_REFUSED),
        ("report", rc.insert_action(1, 4, edition="5.00"), 1, CONTRADICTORY),
        ("insert", rc.insert_action(3, 2, (1,), edition="5.00"), 2, UNSUPPORTED),
        ("insert", rc.insert_action(7, 1, (1,), edition="5.00"), 2, UNSUPPORTED),
        ("insert", rc.insert_action(3, 1, (1, 9), edition="5.00"), 2, UNAVAILABLE),
        ("policy", rc.policy_action(2, 5, (), edition="5.00"), 2, UNSUPPORTED),
        ("policy", rc.policy_action(9, 1, (), edition="5.00"), 4, UNSUPPORTED),
        ("policy", rc.policy_action(2, 6, ((9, rc.element(1)),), edition="5.00"), 2, UNAVAILABLE),
        ("policy", rc.policy_action(2, 6, (), edition="5.00", conditions=(rc.presence(9),)), 2, UNAVAILABLE),
    ],
)
def test_what_is_refused(kind: str, octets: bytes | None, trigger: int, refusal: Refusal) -> None:
    """What the node does not declare, or what does not belong together, is refused for its reason."""
    assert read(kind, octets, trigger) == refusal


def test_octets_that_end_early() -> None:
    """An action that is cut off anywhere is refused."""
    whole = rc.report_action(4, edition="5.00")
    for length in range(len(whole)):
        assert isinstance(read("report", whole[:length], 4), Refusal)


def test_members_of_parameters() -> None:
    """A parameter may be asked for with a definition of its members."""
    members = (r.RANParameter_Definition_Choice_STRUCTURE_Item(2, "inner"),)
    definition = r.RANParameter_Definition(("choiceSTRUCTURE", r.RANParameter_Definition_Choice_STRUCTURE(members)))
    item = r.E2SM_RC_ActionDefinition_Format3_Item(1, definition)
    content: Any = ("actionDefinition-Format3", r.E2SM_RC_ActionDefinition_Format3(1, (item,)))
    octets = RC.encode(PayloadKind.ACTION_DEFINITION, r.E2SM_RC_ActionDefinition(3, content), "5.00")
    assert isinstance(read("insert", octets, 2), RcAction)
