"""Protocol errors (E2AP 10; 3GPP TS 36.413 clause 10). Clauses in docstrings are TS 36.413's."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.model import ComplaintKind, Role
from oran_harness.peers.protocol_errors import (
    Ruling,
    error_indication,
    logical_error,
    refusal,
    reported,
    rule_on,
)
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.message import Message
from oran_harness.steps.causes import cause
from tests.peers.e2_node.hostile import broken

NODE, RIC = Role.E2_NODE, Role.NEAR_RT_RIC
EDITION = "5.00"
CODEC = codec(EDITION)
ID = e.RICrequestID(10, 1)
CAUSE: e.Cause = ("misc", "unspecified")
DELETE = m.RICsubscriptionDeleteRequest(ID, 2)
RESET = m.ResetRequest(7, CAUSE)
QUERY = m.RICserviceQuery(7)
CONTROL = m.RICcontrolRequest(ID, 2, b"call", b"header", b"message")


def foreign(criticality: str, number: int = 999) -> ReceivedIe:
    """An IE that no edition knows."""
    return ReceivedIe(number, "", criticality, b"\x00", 0)


def rule(message: Message, *layout: int | ReceivedIe, me: Role = NODE, **how: Any) -> Ruling:
    """The ruling on a message that is written with exactly those IEs, if any are given."""
    octets = CODEC.encode(message, layout=layout or None, **how)
    return rule_on(CODEC.decode(octets), EDITION, me)


def indicated(ruling: Ruling) -> m.ErrorIndication:
    """The Error Indication that is to be sent."""
    assert isinstance(ruling.answer, m.ErrorIndication)
    CODEC.encode(ruling.answer)
    return ruling.answer


def item(criticality: Any, number: int, kind: Any) -> tuple[e.CriticalityDiagnostics_IE_Item, ...]:
    """Diagnostics about one IE."""
    return (e.CriticalityDiagnostics_IE_Item(criticality, number, kind),)


def test_a_right_message_is_executed() -> None:
    """With nothing wrong there is nothing to say."""
    assert rule(DELETE) == Ruling(message=DELETE)


@pytest.mark.parametrize("octets", [b"", b"\xff", b"\x00\x08", 9 * b"\xff"])
def test_what_cannot_be_decoded_is_a_transfer_syntax_error(octets: bytes) -> None:
    """Octets that are no message are reported as such, without ids (10.2)."""
    found = indicated(rule_on(CODEC.decode(octets), EDITION, NODE))
    assert found.cause == ("protocol", "transfer-syntax-error")
    assert (found.transaction_id, found.ric_request_id) == (None, None)


def test_a_broken_value_is_a_transfer_syntax_error_with_ids() -> None:
    """What can be read of the ids is repeated (E2TS 6.2.1.3.1)."""
    response = m.E2RemovalResponse(7)
    identity = CODEC.decode(CODEC.encode(response)).ies[0]
    damaged = ReceivedIe(2, "", "ignore", b"\x00\xff\xff", 0)
    ruling = rule(response, identity, damaged)
    assert indicated(ruling).cause == ("protocol", "transfer-syntax-error")
    assert indicated(ruling).transaction_id == 7
    assert ruling.message is None
    assert ruling.broken == response


@pytest.mark.parametrize(("code", "criticality"), [(200, "reject"), (200, "notify"), (200, "ignore")])
def test_an_unknown_procedure_goes_by_its_criticality(code: int, criticality: str) -> None:
    """Reject and notify are reported with the procedure, its criticality and what triggered it; ignore is not."""
    octets = bytearray(CODEC.encode(DELETE))
    octets[1], octets[2] = code, {"reject": 0, "ignore": 0x40, "notify": 0x80}[criticality]
    ruling = rule_on(CODEC.decode(bytes(octets)), EDITION, NODE)
    if criticality == "ignore":
        assert ruling == Ruling()
        return
    found = indicated(ruling)
    why = "reject" if criticality == "reject" else "ignore-and-notify"
    assert found.cause == ("protocol", f"abstract-syntax-error-{why}")
    assert found.criticality_diagnostics == e.CriticalityDiagnostics(code, "initiating-message", criticality)  # type: ignore[arg-type]


def test_a_procedure_that_is_not_served_counts_as_unknown() -> None:
    """A peer may treat procedures of its edition as unknown: reject is reported, ignore is not."""
    seven = codec("7.00")
    status = m.RICserviceLoadStatusRequest(1, None, "stop")
    halt = m.RICassistanceIndication(ID, 1, b"header", b"outcome")
    for message, silent in ((status, True), (halt, False)):
        decoded = seven.decode(seven.encode(message))
        assert rule_on(decoded, "7.00", NODE).message is not None
        ruling = rule_on(decoded, "7.00", NODE, without=range(18, 24))
        assert ruling.message is None
        assert (ruling.answer is None) == silent


def test_a_type_of_message_that_the_procedure_does_not_have() -> None:
    """An outcome that a procedure lacks is reported with what triggered it (10.3.4.1A)."""
    octets = bytearray(CODEC.encode(m.ResetResponse(7)))
    octets[0] = 0x40
    found = indicated(rule_on(CODEC.decode(bytes(octets)), EDITION, NODE))
    assert found.criticality_diagnostics == e.CriticalityDiagnostics(3, "unsuccessfull-outcome", "reject")


def test_a_message_that_only_we_may_send_is_out_of_place() -> None:
    """Each end sends the messages of its role (E2AP 8.1)."""
    found = indicated(rule(DELETE, me=RIC))
    assert found.cause == ("protocol", "message-not-compatible-with-receiver-state")
    assert found.ric_request_id == ID


def test_an_error_indication_is_never_answered() -> None:
    """Errors in an Error Indication are for local handling only (10.5)."""
    empty = m.ErrorIndication()
    for layout in ((foreign("reject"),), (foreign("notify"),), (ReceivedIe(1, "", "reject", b"\xff\xff", 0),)):
        assert rule(empty, *layout) == Ruling(message=empty)


def test_a_missing_ie_refuses_a_request() -> None:
    """The failure message has the IE in its diagnostics, and nothing of the procedure (10.3.5, 10.3.4.2)."""
    ruling = rule(CONTROL, 29, 5, 20, 22)
    assert isinstance(ruling.answer, m.RICcontrolFailure)
    assert ruling.message is None
    assert (ruling.answer.ric_request_id, ruling.answer.cause) == (ID, ("protocol", "abstract-syntax-error-reject"))
    diagnostics = e.CriticalityDiagnostics(ies_criticality_diagnostics=item("reject", 23, "missing"))
    assert ruling.answer.criticality_diagnostics == diagnostics


def test_a_failure_that_cannot_be_filled_is_an_error_indication() -> None:
    """Without the ids that a failure message needs there is an Error Indication, with the procedure besides."""
    found = indicated(rule(DELETE, 29))
    assert found.ric_request_id == ID
    about = e.CriticalityDiagnostics(9, "initiating-message", "reject", None, item("reject", 5, "missing"))
    assert found.criticality_diagnostics == about
    assert indicated(rule(DELETE, foreign("ignore"))).ric_request_id is None


def test_a_missing_ie_of_criticality_ignore_does_no_harm() -> None:
    """A Reset without its Cause is carried out."""
    assert rule(RESET, 49) == Ruling(message=m.ResetRequest(7))


def test_an_unknown_ie_goes_by_the_criticality_that_it_carries() -> None:
    """Reject refuses the request, notify is reported in its answer, ignore is skipped (10.3.4.2)."""
    refused = rule(DELETE, 29, 5, foreign("reject"))
    assert isinstance(refused.answer, m.RICsubscriptionDeleteFailure)
    notified = rule(DELETE, 29, 5, foreign("notify"))
    assert notified.message == DELETE
    assert notified.answer is None
    assert notified.report is not None
    assert notified.report.ies_criticality_diagnostics == item("notify", 999, "not-understood")
    assert rule(DELETE, 29, foreign("ignore"), 5) == Ruling(message=DELETE)


def test_a_class_2_message_is_reported_on_its_own() -> None:
    """Reject ends it with an Error Indication, notify lets it go on beside one."""
    refused, notified = rule(QUERY, 49, foreign("reject")), rule(QUERY, 49, foreign("notify"))
    assert refused.message is None
    assert indicated(refused).transaction_id == 7
    assert notified.message == QUERY
    assert indicated(notified).criticality_diagnostics is not None
    assert rule(QUERY, 49, foreign("ignore")) == Ruling(message=QUERY)


def test_a_reset_has_no_failure_message() -> None:
    """Reject ends it with an Error Indication, notify is reported in the response."""
    assert indicated(rule(RESET, 49, 1, foreign("reject"))).transaction_id == 7
    assert rule(RESET, 49, 1, foreign("notify")).report is not None


@pytest.mark.parametrize("layout", [(5, 29), (29, 29, 5)])
def test_what_is_falsely_constructed_is_refused(layout: tuple[int, ...]) -> None:
    """Wrong order and repeated IEs refuse whatever their criticality (10.3.6)."""
    ies = {ie.id: ie for ie in CODEC.decode(CODEC.encode(DELETE)).ies}
    ruling = rule(DELETE, *(ies[each] for each in layout))
    assert isinstance(ruling.answer, m.RICsubscriptionDeleteFailure)
    assert ruling.answer.cause == ("protocol", "abstract-syntax-error-falsely-constructed-message")
    assert ruling.message is None


def test_a_broken_answer_is_handled_at_home() -> None:
    """An answer with such errors counts as a failure, and nobody hears of it (10.3.5)."""
    failure = m.E2RemovalFailure(7, CAUSE)
    ies = {ie.id: ie for ie in CODEC.decode(CODEC.encode(failure)).ies}
    for layout in ((ies[49], ies[1], foreign("reject")), (ies[1], ies[49])):
        assert rule(failure, *layout) == Ruling(broken=failure)
    assert indicated(rule(failure, 49, 1, foreign("notify"))).transaction_id == 7


def test_a_value_that_is_none_of_the_known_is_not_understood() -> None:
    """A value behind an extension marker goes by the criticality of its IE."""
    unknown = ReceivedIe(21, "", "reject", b"\x80", 0)
    ruling = rule(CONTROL, 29, 5, 20, 22, 23, unknown)
    assert isinstance(ruling.answer, m.RICcontrolFailure)
    diagnostics = ruling.answer.criticality_diagnostics
    assert diagnostics is not None
    assert diagnostics.ies_criticality_diagnostics == item("reject", 21, "not-understood")
    skipped = rule(CONTROL, 29, 5, 20, 22, 23, ReceivedIe(21, "", "ignore", b"\x80", 0))
    assert skipped == Ruling(message=CONTROL)


def test_without_what_has_to_be_there_nothing_is_executed() -> None:
    """A mandatory IE that is not understood refuses the request though its octets say ignore."""
    beyond = ReceivedIe(5, "", "ignore", b"\x10\x00", 0)
    ruling = rule(DELETE, 29, beyond)
    assert ruling.message is None
    diagnostics = indicated(ruling).criticality_diagnostics
    assert diagnostics is not None
    assert diagnostics.ies_criticality_diagnostics == item("reject", 5, "not-understood")


def test_octets_behind_the_message_do_no_harm() -> None:
    """They are in nobody's way."""
    assert rule_on(CODEC.decode(CODEC.encode(DELETE) + b"\x00\x00"), EDITION, NODE).message == DELETE


def test_a_criticality_that_differs_does_no_harm() -> None:
    """It is in force only where an IE is not understood (10.3.2)."""
    changed = {"RICsubscriptionDeleteRequest.RANfunctionID": "ignore"}
    assert rule(DELETE, criticalities=changed) == Ruling(message=DELETE)


def test_diagnostics_are_bounded() -> None:
    """At most 256 errors are told (E2AP 9.2.2)."""
    many = tuple(foreign("notify", number) for number in range(1000, 1400))
    ruling = rule(QUERY, 49, *many)
    CODEC.encode(indicated(ruling))


def test_a_logical_error_is_refused_or_indicated() -> None:
    """A class 1 request gets its failure message, anything else an Error Indication with the procedure (10.4)."""
    why = cause("semantic-error", EDITION)
    assert logical_error(DELETE, why, EDITION) == m.RICsubscriptionDeleteFailure(ID, 2, why)
    found = logical_error(m.ResetResponse(7), why, EDITION)
    about = e.CriticalityDiagnostics(3, "successful-outcome", "reject")
    assert found == m.ErrorIndication(7, None, None, why, about)
    reset = logical_error(RESET, why, EDITION)
    assert isinstance(reset, m.ErrorIndication)
    assert reset.criticality_diagnostics == e.CriticalityDiagnostics(3, "initiating-message", "reject")


def test_a_refusal_is_the_failure_message() -> None:
    """It repeats the ids, and may tell how long to wait."""
    found = refusal(m.E2connectionUpdate(9), CAUSE, EDITION, time_to_wait=5)
    assert found == m.E2connectionUpdateFailure(9, CAUSE, 5)


def test_an_error_indication_has_one_kind_of_id() -> None:
    """The ids are those of the message it is about; E2AP 1.01 has no Transaction ID."""
    assert error_indication(CONTROL, CAUSE, EDITION) == m.ErrorIndication(None, ID, 2, CAUSE)
    assert error_indication(RESET, CAUSE, EDITION) == m.ErrorIndication(7, cause=CAUSE)
    assert error_indication(RESET, CAUSE, "1.01") == m.ErrorIndication(cause=CAUSE)
    assert error_indication(None, CAUSE, EDITION) == m.ErrorIndication(cause=CAUSE)


def test_a_report_goes_into_the_answer_or_behind_it() -> None:
    """Where the answer has no place for diagnostics an Error Indication follows it (10.3.4.2)."""
    report = e.CriticalityDiagnostics(ies_criticality_diagnostics=item("notify", 999, "not-understood"))
    assert reported(m.ResetResponse(7), None, EDITION) == (m.ResetResponse(7),)
    assert reported(m.ResetResponse(7), report, EDITION) == (m.ResetResponse(7, report),)
    response = m.RICsubscriptionDeleteResponse(ID, 2)
    answer, error = reported(response, report, EDITION)
    assert answer == response
    assert isinstance(error, m.ErrorIndication)
    about = e.CriticalityDiagnostics(9, "initiating-message", "reject", None, item("notify", 999, "not-understood"))
    assert (error.ric_request_id, error.criticality_diagnostics) == (ID, about)


@pytest.mark.parametrize("edition", ["1.01", "3.01", "7.00"])
@pytest.mark.parametrize("me", [NODE, RIC])
@settings(max_examples=80)
@given(st.data())
def test_any_octets_are_ruled_on(edition: str, me: Role, data: st.DataObject) -> None:
    """No octets make it raise, and what it wants sent can be written."""
    octets = data.draw(st.one_of(broken(edition), st.binary(max_size=30)))
    used = codec(edition)
    ruling = rule_on(used.decode(octets), edition, me)
    if ruling.answer is not None:
        assert used.decode(used.encode(ruling.answer)).conforms
    if ruling.report is not None:
        assert ruling.message is not None


def test_padding_is_not_looked_at() -> None:
    """A request whose padding is not zero is executed as if it were: no bit of it holds anything."""
    octets = bytearray(codec("2.03").encode(m.ResetRequest(4, ("misc", "unspecified"))))
    octets[-1] |= 1
    decoded = codec("2.03").decode(bytes(octets))
    assert [complaint.kind for complaint in decoded.complaints] == [ComplaintKind.PADDING]
    assert rule_on(decoded, "2.03", Role.E2_NODE) == Ruling(message=decoded.message)
