"""E2AP messages: octets to typed values and back."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString, DecodeError, EncodeError
from oran_harness.model import ComplaintKind, UsageError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.decoded import ReceivedIe
from oran_harness.protocols.e2ap.elements import (
    E2nodeComponentConfigAddition_Item,
    E2nodeComponentConfiguration,
    E2nodeComponentInterfaceNG,
    GlobalE2node_gNB_ID,
    GlobalgNB_ID,
    RANfunction_Item,
    RICaction_ToBeSetup_Item,
    RICrequestID,
    RICsubscriptionDetails,
)
from oran_harness.protocols.e2ap.messages import (
    E2RemovalRequest,
    E2setupFailure,
    E2setupRequest,
    ResetRequest,
    RICindication,
    RICsubscriptionModificationRequest,
    RICsubscriptionRequest,
)
from oran_harness.protocols.e2ap.speaker import best_reading
from oran_harness.protocols.e2ap.tables import editions

SETTINGS = settings(max_examples=150, deadline=None, database=None)
REQUEST = RICrequestID(ric_requestor_id=7, ric_instance_id=0)
INDICATION = RICindication(
    ric_request_id=REQUEST,
    ran_function_id=2,
    ric_action_id=0,
    ric_indication_type="report",
    ric_indication_header=b"\x01\x02",
    ric_indication_message=b"\x03" * 300,
)
SETUP = E2setupRequest(
    transaction_id=3,
    global_e2_node_id=(
        "gNB",
        GlobalE2node_gNB_ID(
            global_gnb_id=GlobalgNB_ID(plmn_id=b"\x00\xf1\x10", gnb_id=("gnb-ID", BitString(b"\x00\x00\x19\xb0", 28)))
        ),
    ),
    ran_functions_added=(
        RANfunction_Item(
            ran_function_id=2, ran_function_definition=b"\x20", ran_function_revision=1, ran_function_oid="1.3.6.1"
        ),
    ),
    e2_node_component_config_addition=(
        E2nodeComponentConfigAddition_Item(
            e2_node_component_interface_type="ng",
            e2_node_component_id=("e2nodeComponentInterfaceTypeNG", E2nodeComponentInterfaceNG(amf_name="amf")),
            e2_node_component_configuration=E2nodeComponentConfiguration(
                e2_node_component_request_part=b"\x00", e2_node_component_response_part=b"\x01"
            ),
        ),
    ),
)


def subscription(*actions: int) -> RICsubscriptionRequest:
    items = tuple(RICaction_ToBeSetup_Item(ric_action_id=action, ric_action_type="report") for action in actions)
    details = RICsubscriptionDetails(ric_event_trigger_definition=b"\x08", ric_action_to_be_setup_list=items)
    return RICsubscriptionRequest(ric_request_id=REQUEST, ran_function_id=2, ric_subscription_details=details)


@pytest.mark.parametrize("edition", editions())
def test_a_message_comes_back_as_it_was_in_every_edition(edition: str) -> None:
    """What is encoded decodes to the same typed value, without a complaint."""
    for message in (INDICATION, subscription(0, 1, 5)):
        decoded = codec(edition).decode(codec(edition).encode(message))
        assert decoded.message == message
        assert decoded.complaints == ()
        assert decoded.conforms


def test_setup_has_the_octets_of_the_specification() -> None:
    """E2setupRequest of 2.03: TransactionID first, then the IEs in the order of the object set."""
    octets = codec("2.03").encode(SETUP)
    assert octets[:3] == bytes.fromhex("000100")
    decoded = codec("2.03").decode(octets)
    assert [ie.id for ie in decoded.ies] == [49, 3, 10, 50]
    assert all(decoded.octets[ie.offset : ie.offset + len(ie.octets)] == ie.octets for ie in decoded.ies)
    assert decoded.message == SETUP


def test_time_to_wait_is_in_seconds() -> None:
    """TimeToWait is an enumeration on the wire and seconds in the message (E2AP 9.2.5)."""
    failure = E2setupFailure(transaction_id=1, cause=("misc", "unspecified"), time_to_wait=20)
    octets = codec("3.01").encode(failure)
    assert codec("3.01").decode(octets).message == failure
    with pytest.raises(EncodeError, match="v7s"):
        codec("3.01").encode(E2setupFailure(transaction_id=1, cause=("misc", "unspecified"), time_to_wait=7))


def test_version_1_has_no_transaction_id() -> None:
    """A mandatory IE of a later edition is missing there, and foreign in the earlier one."""
    old = codec("1.01").encode(ResetRequest(cause=("misc", "unspecified")))
    kinds = [complaint.kind for complaint in codec("2.03").decode(old).complaints]
    assert ComplaintKind.MISSING_IE in kinds
    with pytest.raises(EncodeError, match="no transaction_id"):
        codec("1.01").encode(ResetRequest(transaction_id=1, cause=("misc", "unspecified")))
    with pytest.raises(EncodeError, match="mandatory and not given: TransactionID"):
        codec("2.03").encode(ResetRequest(cause=("misc", "unspecified")))


def test_a_message_that_an_edition_lacks_is_refused_and_unknown() -> None:
    """E2 Removal came with version 2: version 1 neither writes it nor knows it when it comes."""
    octets = codec("2.03").encode(E2RemovalRequest(transaction_id=9))
    with pytest.raises(EncodeError, match="has no such message"):
        codec("1.01").encode(E2RemovalRequest())
    decoded = codec("1.01").decode(octets)
    assert decoded.message is None
    assert decoded.procedure_code == 13
    assert [complaint.kind for complaint in decoded.complaints] == [ComplaintKind.UNKNOWN_PROCEDURE]
    assert decoded.label == "initiatingMessage of procedure 13"


def test_an_unknown_ie_is_kept_and_reported_with_its_place() -> None:
    """IE 62 of version 3 is unknown to version 2: a complaint with path and octet, and the octets stay."""
    message = replace(subscription(1), ric_subscription_start_time=b"\1" * 8)
    octets = codec("3.01").encode(message)
    decoded = codec("2.03").decode(octets)
    (complaint,) = decoded.complaints
    assert complaint.kind is ComplaintKind.UNKNOWN_IE
    assert octets[complaint.octet : complaint.octet + 2] == (62).to_bytes(2)
    assert not decoded.conforms
    assert codec("2.03").encode_again(decoded) == octets


def test_repeated_missing_and_misplaced_ies_are_reported() -> None:
    """E2AP 9.3.1: the order of the object set, mandatory IEs once, others at most once."""
    good = codec("2.03").decode(codec("2.03").encode(INDICATION))
    ies = {ie.id: ie for ie in good.ies}
    layout = (ies[5], ies[29], ies[15], ies[28], ies[25], ies[26], ies[5])
    octets = codec("2.03").encode(INDICATION, layout=layout)
    decoded = codec("2.03").decode(octets)
    kinds = [complaint.kind for complaint in decoded.complaints]
    assert kinds == [ComplaintKind.IE_ORDER, ComplaintKind.REPEATED_IE]
    assert decoded.message == INDICATION
    assert codec("2.03").encode_again(decoded) == octets
    short = codec("2.03").decode(codec("2.03").encode(INDICATION, layout=(29, 5, 15)))
    assert {c.expected for c in short.complaints} == {
        "RICindicationType",
        "RICindicationHeader",
        "RICindicationMessage",
    }
    assert codec("2.03").encode_again(short) == short.octets


def test_a_criticality_is_reported_and_written_again() -> None:
    """A criticality other than the specification's is no syntax error, and survives a round trip."""
    path = "RICsubscriptionRequest.RICsubscriptionDetails.ricAction-ToBeSetup-List[1].RICaction-ToBeSetup-Item"
    wrong = {path: "reject", "RICsubscriptionRequest": "notify", "RICsubscriptionRequest.RANfunctionID": "ignore"}
    octets = codec("5.00").encode(subscription(1, 2), criticalities=wrong)
    decoded = codec("5.00").decode(octets)
    assert decoded.criticalities == wrong
    assert decoded.conforms
    assert decoded.message == subscription(1, 2)
    assert codec("5.00").encode_again(decoded) == octets
    for bad in ({"nowhere": "reject"}, {path: "whatever"}):
        with pytest.raises(EncodeError):
            codec("5.00").encode(subscription(1, 2), criticalities=bad)


def test_trailing_octets_and_open_types_not_consumed_are_told_apart() -> None:
    """Octets behind the message, and octets behind a value inside its IE, are two complaints."""
    octets = codec("2.03").encode(INDICATION)
    (behind,) = codec("2.03").decode(octets + b"\0").complaints
    assert (behind.kind, behind.octet) == (ComplaintKind.TRAILING_OCTETS, len(octets))
    good = codec("2.03").decode(octets)
    fat = tuple(
        ReceivedIe(ie.id, ie.name, ie.criticality, ie.octets + (b"\0" if ie.id == 29 else b""), 0) for ie in good.ies
    )
    (inside,) = codec("2.03").decode(codec("2.03").encode(INDICATION, layout=fat)).complaints
    assert inside.kind is ComplaintKind.OPEN_TYPE_NOT_CONSUMED
    assert inside.path == "RICindication.RICrequestID"


def test_a_long_message_is_fragmented_and_read_again() -> None:
    """Open types from 16,384 octets on are fragmented (X.691 11.9.3.8), the whole message and the IE."""
    message = replace(INDICATION, ric_indication_message=bytes(range(256)) * 300)
    octets = codec("2.03").encode(message)
    decoded = codec("2.03").decode(octets)
    assert decoded.message == message
    assert decoded.complaints == ()


def test_strict_reading_raises_the_first_complaint() -> None:
    """``read`` gives the message of conforming octets and raises for all others."""
    octets = codec("2.03").encode(INDICATION)
    assert codec("2.03").read(octets) == INDICATION
    with pytest.raises(DecodeError) as caught:
        codec("2.03").read(octets[:-1])
    assert caught.value.complaint.kind is ComplaintKind.TRUNCATED


def test_a_layout_without_value_is_the_callers_mistake() -> None:
    """A layout may name only IEs that the message holds."""
    with pytest.raises(EncodeError, match="IE 27"):
        codec("2.03").encode(INDICATION, layout=(29, 27))
    with pytest.raises(EncodeError, match="nothing was decoded"):
        codec("2.03").encode_again(codec("2.03").decode(b"\xff"))


def test_an_unknown_edition_is_refused() -> None:
    """Asking for an edition that is not there names those that are."""
    with pytest.raises(UsageError, match=r"2\.03, 3\.01"):
        codec("4.00")


def test_fingerprints_tell_which_editions_define_a_message_alike() -> None:
    """RICindication never changed between 2.03 and 7.00; the subscription request did with 3.00."""
    assert codec("2.03").fingerprint("RICindication") == codec("7.00").fingerprint("RICindication")
    assert codec("2.03").fingerprint("RICsubscriptionRequest") != codec("3.01").fingerprint("RICsubscriptionRequest")
    assert codec("5.00").fingerprint("E2setupFailure") != codec("7.00").fingerprint("E2setupFailure")


def test_a_trace_leads_from_values_to_bits() -> None:
    """The trace of a message names its IEs and lies within the message."""
    octets = codec("2.03").encode(INDICATION)
    names = set()
    todo = [codec("2.03").trace(octets)]
    while todo:
        node = todo.pop()
        names.add(node.name)
        todo += node.children
        assert 0 <= node.start_bit <= node.end_bit <= 8 * len(octets)
    assert {"RICindication", "RICrequestID", "ricRequestorID", "RICindicationMessage"} <= names


def test_the_vectors_of_other_stacks_decode_and_encode_to_the_same_octets() -> None:
    """All messages of independent stacks in the reference data survive a round trip; versions fit what is known."""
    folder = os.environ.get("ORAN_HARNESS_REFERENCE")
    if not folder:
        pytest.skip("ORAN_HARNESS_REFERENCE names no folder of reference data")
    vectors = json.loads((Path(folder) / "vectors" / "e2ap.json").read_text("utf-8"))["pdus"]
    assert len(vectors) >= 16
    for vector in vectors:
        octets = bytes.fromhex(vector["hex"])
        sighting = best_reading(octets)
        assert sighting.decoded.name == vector["message"]
        assert sighting.decoded.conforms
        assert codec(sighting.decoded.edition).encode_again(sighting.decoded) == octets
        assert set(sighting.accepting) - {"7.00"} <= set(vector["e2ap"])


@SETTINGS
@given(st.binary(max_size=400))
def test_no_octets_raise(octets: bytes) -> None:
    """Whatever comes, decoding returns, and keeps the octets."""
    for edition in ("1.01", "7.00"):
        decoded = codec(edition).decode(octets)
        assert decoded.octets == octets
        assert decoded.conforms == (decoded.message is not None and not decoded.complaints)
        codec(edition).trace(octets)


@SETTINGS
@given(st.data())
def test_mutated_messages_never_raise_and_conforming_ones_come_back(data: st.DataObject) -> None:
    """A mutated message earns complaints or is another valid message; that one survives a round trip in meaning."""
    source = data.draw(st.sampled_from([SETUP, INDICATION, subscription(0, 3), modification()]))
    octets = bytearray(codec("5.00").encode(source))
    for _ in range(data.draw(st.integers(1, 4))):
        octets[data.draw(st.integers(0, len(octets) - 1))] = data.draw(st.integers(0, 255))
    decoded = codec("5.00").decode(bytes(octets[: data.draw(st.integers(0, len(octets)))]))
    if decoded.conforms:
        again = codec("5.00").decode(codec("5.00").encode_again(decoded))
        assert repr(again.message) == repr(decoded.message)


def modification() -> RICsubscriptionModificationRequest:
    return RICsubscriptionModificationRequest(
        ric_request_id=REQUEST, ran_function_id=2, ric_event_trigger_definition_to_be_modified=b"\x00\x63"
    )
