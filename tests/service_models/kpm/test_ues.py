"""UEs subscribed to against UEs reported."""

from dataclasses import replace

from oran_harness.service_models.common.elements import UEID_GNB_DU
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition, E2SM_KPM_ActionDefinition_Format2
from oran_harness.service_models.kpm.ues import subscribed_ues, unsubscribed_ues
from tests.service_models.samples import (
    UE_CU_UP,
    UE_DU,
    UE_GNB,
    action_1,
    measurement,
    message_1,
    message_3,
    style_1,
    style_4,
    style_5,
)


def test_named_ues() -> None:
    """Formats 2 and 5 name UEs, the others do not."""
    one = E2SM_KPM_ActionDefinition_Format2(UE_DU, action_1(measurement("A")))
    assert subscribed_ues(E2SM_KPM_ActionDefinition(2, ("actionDefinition-Format2", one))) == (UE_DU,)
    assert subscribed_ues(style_5(UE_DU, UE_CU_UP)) == (UE_DU, UE_CU_UP)
    assert subscribed_ues(style_1(measurement("A"))) is None
    assert subscribed_ues(None) is None


def test_ues_that_nobody_asked_for() -> None:
    """A UE in the report that the action did not name is found; fewer UEs than named are fine."""
    action = style_5(UE_DU, UE_CU_UP)
    assert unsubscribed_ues(message_3(UE_DU), action) == ()
    assert unsubscribed_ues(message_3(UE_DU, UE_GNB), action) == (UE_GNB,)


def test_more_ids_are_no_other_ue() -> None:
    """The node may add ids that the RIC left out."""
    more = ("gNB-DU-UEID", replace(UE_DU[1], ran_ue_id=bytes(8)))
    assert unsubscribed_ues(message_3(more), style_5(UE_DU, UE_CU_UP)) == ()


def test_what_cannot_be_compared_is_not() -> None:
    """UEs found by conditions, unreadable UE-IDs and reports about no UE accuse nobody."""
    unreadable = ("gNB-DU-UEID", UEID_GNB_DU(None))  # type: ignore[arg-type]
    assert unsubscribed_ues(message_3(UE_GNB), style_4(measurement("A"))) == ()
    assert unsubscribed_ues(message_3(UE_GNB), style_5(unreadable, UE_DU)) == ()
    assert unsubscribed_ues(message_3(unreadable), style_5(UE_DU, UE_CU_UP)) == ()
    assert unsubscribed_ues(message_1(1), style_5(UE_DU, UE_CU_UP)) == ()
