"""NI event triggers and action definitions."""

from oran_harness.codec.asn1 import BitString
from oran_harness.service_models import format_of, style_of
from oran_harness.service_models.common.build import TEST_PLMN
from oran_harness.service_models.ni.build import action_definition, event_trigger, interface_identifier
from oran_harness.service_models.payload import PayloadKind
from tests.service_models.kpm.build.read import content, value

OWN = interface_identifier(TEST_PLMN, BitString(bytes(4), 28))


def test_a_trigger_names_one_message_of_an_interface() -> None:
    """Its procedure, which of its messages, and the direction; the CHOICE is that of the interface."""
    octets = event_trigger("xn", OWN, 17, "1.00", outcome="successful-outcome", direction="incoming")
    read = content("ni", PayloadKind.EVENT_TRIGGER_DEFINITION, octets, "1.00")
    assert (read.interface_type, read.interface_id, read.interface_direction) == ("xn", OWN, "incoming")
    kind, message = read.interface_message_type
    assert (kind, message.procedure_code, message.type_of_message) == ("xnMessageType", 17, "successful-outcome")


def test_an_action_may_ask_for_time_stamps() -> None:
    """Or that there be none, or leave it open (NI 7.4.2.2)."""
    for wanted in (True, False, None):
        octets = action_definition("1.00", timestamp=wanted)
        definition = value("ni", PayloadKind.ACTION_DEFINITION, octets, "1.00")
        assert (style_of(definition), format_of(definition)) == (1, 1)
        listed = content("ni", PayloadKind.ACTION_DEFINITION, octets, "1.00").action_parameter_list
        values = None if listed is None else [each.ran_parameter_value for each in listed]
        assert values == (None if wanted is None else [("valueBool", wanted)])
