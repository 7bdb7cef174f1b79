"""What flaws look for in payloads of RC, and what they make of them."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.peers.flaws.rc_payload import asked, controls, readable, rewritten, subscribes
from oran_harness.protocols.e2ap.elements import RICaction_ToBeSetup_Item, RICrequestID, RICsubscriptionDetails
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICsubscriptionRequest
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.rc import build
from oran_harness.steps.offers import KPM_FUNCTION, RC_FUNCTION

PROCESS = PayloadKind.CALL_PROCESS_ID
NAME = RICrequestID(1, 1)
UE = ue_id(NodeType.GNB, 1)


def next_one(value: Any) -> Any:
    """The call process after that one."""
    name, content = value.ric_call_process_id_formats
    number = content.ric_call_process_id + 1
    return replace(value, ric_call_process_id_formats=(name, replace(content, ric_call_process_id=number)))


def control(function: int = RC_FUNCTION) -> RICcontrolRequest:
    """A release of UE 1."""
    header, message = build.control(4, 4, UE, build.rrc_release(), "1.03")
    return RICcontrolRequest(NAME, function, None, header, message)


def subscription(definition: bytes | None, function: int = RC_FUNCTION) -> RICsubscriptionRequest:
    """A report."""
    action = RICaction_ToBeSetup_Item(1, "report", definition)
    return RICsubscriptionRequest(NAME, function, RICsubscriptionDetails(b"", (action,)))


def test_rewritten() -> None:
    """In the edition that it is of; what is no payload of RC, or cannot be written so, stays."""
    assert rewritten(PROCESS, build.call_process_id(5, "1.03"), next_one) == build.call_process_id(6, "1.03")
    assert rewritten(PROCESS, None, next_one) is None
    assert rewritten(PROCESS, b"\xff", next_one) == b"\xff"
    last = build.call_process_id(4_294_967_295, "1.03")
    strange = rewritten(PROCESS, last, lambda value: replace(value, ric_call_process_id_formats=("nothing", None)))
    assert strange == last


def test_what_a_control_asks_for() -> None:
    """Style, action, UE and message of a control of our RC function."""
    found = asked(control())
    assert found is not None
    assert (found.format, found.style, found.action, found.ue, found.message_format) == (1, 4, 4, UE, 1)
    assert asked(control(KPM_FUNCTION)) is None
    assert controls(lambda each: each.style == 4)(control())
    assert not controls(lambda each: True)(control(KPM_FUNCTION))


def test_what_a_subscription_asks_for() -> None:
    """Type and definition of its first action."""
    whole = build.report_action(4, (202,), edition="1.03")
    assert subscribes(lambda type, value: type == "report" and value.ric_style_type == 4)(subscription(whole))
    assert subscribes(lambda type, value: value is None)(subscription(b"\xff"))
    assert subscribes(lambda type, value: value is None)(subscription(None))
    assert not subscribes(lambda type, value: True)(subscription(whole, KPM_FUNCTION))
    assert not subscribes(lambda type, value: True)(RICsubscriptionRequest(NAME, RC_FUNCTION))


@given(octets=st.binary(max_size=40))
def test_nothing_raises(octets: bytes) -> None:
    """Whatever the octets are."""
    assert rewritten(PROCESS, octets, next_one) is not None
    readable(PayloadKind.CONTROL_HEADER, octets)
    assert asked(replace(control(), ric_control_header=octets, ric_control_message=octets)) is not None
