"""RC event triggers."""

import pytest

from oran_harness.model.errors import UsageError
from oran_harness.service_models import PayloadKind, content_of, format_of
from oran_harness.service_models.common.build import ue_id
from oran_harness.service_models.rc.build import event_trigger
from oran_harness.service_models.rc.model import RC
from tests.service_models.kpm.build.read import value

KIND = PayloadKind.EVENT_TRIGGER_DEFINITION
UE = ue_id("gnb", 1)


@pytest.mark.parametrize("edition", RC.editions)
@pytest.mark.parametrize("style", [1, 2, 3, 4])
def test_format_of_the_style(edition: str, style: int) -> None:
    """A trigger has the format with the number of its style, for all UEs or one."""
    for ue in (None, UE):
        assert format_of(value("rc", KIND, event_trigger(style, edition, ue=ue), edition)) == style


def test_messages() -> None:
    """Style 1 names RRC messages by class and number, those of interfaces by procedure code."""
    octets = event_trigger(1, "5.00", messages=(("uL-DCCH", 2), ("f1", 11)), ue=UE)
    content = content_of(value("rc", KIND, octets, "5.00"))
    rrc, interface = (item.message_type[1] for item in content.message_list)
    assert (rrc.rrc_message.rrc_type, rrc.rrc_message.message_id) == (("nR", "uL-DCCH"), 2)
    assert (interface.ni_type, interface.ni_message.interface_procedure_id) == ("f1", 11)
    assert [item.ric_event_trigger_condition_id for item in content.message_list] == [1, 2]
    assert content.global_associated_ue_info.ue_info_list[0].ue_type[1].ue_id == UE
    lte = content_of(value("rc", KIND, event_trigger(1, "5.00", lte=True), "5.00"))
    assert lte.message_list[0].message_type[1].rrc_message.rrc_type[0] == "lTE"


def test_changes() -> None:
    """Styles 2 to 4 name breakpoints, changes of the node, changes of UEs."""
    process = content_of(value("rc", KIND, event_trigger(2, "5.00", call_process=(5, 3)), "5.00"))
    assert (process.ric_call_process_type_id, process.ric_call_process_breakpoint_id) == (5, 3)
    node = content_of(value("rc", KIND, event_trigger(3, "5.00", changes=(2, 1)), "5.00"))
    assert [item.e2_node_info_change_id for item in node.e2_node_info_change_list] == [2, 1]
    octets = event_trigger(4, "5.00", states=("rrc-idle", "rrc-inactive"), id_changes=(4,))
    states, identity = (
        item.trigger_type[1] for item in content_of(value("rc", KIND, octets, "5.00")).ue_info_change_list
    )
    assert [item.state_changed_to for item in states.rrc_state_list] == ["rrc-idle", "rrc-inactive"]
    assert identity.ue_id_change_id == 4


def test_unknown_style() -> None:
    """There is no trigger of another style."""
    with pytest.raises(UsageError, match="no event trigger style 5"):
        event_trigger(5, "5.00")
