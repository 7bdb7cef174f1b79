"""The payloads of service models inside a message."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.cli.shown.payloads import KINDS, find_payloads, read_payloads
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import RICcontrolRequest, RICindication
from oran_harness.service_models.payload import PayloadKind
from oran_harness.service_models.registry import service_model
from tests.cli.messages import ACTION, DEFINITION, DELETE, SETUP, SUBSCRIPTION, TRIGGER


def test_payloads_are_found_with_their_place() -> None:
    """Kind, octets and the octet where they begin; a definition with the OID beside it."""
    trigger, action = find_payloads(codec("2.03").trace(SUBSCRIPTION))
    assert (trigger.kind, trigger.octets) == (PayloadKind.EVENT_TRIGGER_DEFINITION, TRIGGER)
    assert (action.kind, action.octets) == (PayloadKind.ACTION_DEFINITION, ACTION)
    assert SUBSCRIPTION[action.octet : action.octet + len(ACTION)] == ACTION
    (definition,) = find_payloads(codec("1.01").trace(SETUP))
    assert (definition.octets, definition.oid) == (DEFINITION, service_model("kpm").oid)
    assert find_payloads(codec("2.03").trace(DELETE)) == []


def test_every_kind_has_a_type_of_e2ap() -> None:
    """No payload that service models define is overlooked."""
    assert set(KINDS.values()) == set(PayloadKind)
    assert all(any(name in codec(e).schema.types for e in ("1.01", "2.03", "5.00")) for name in KINDS)


def test_a_definition_says_itself_what_it_is() -> None:
    """The OID decides the model, and the model tells which revisions accept."""
    (read,) = read_payloads(find_payloads(codec("1.01").trace(SETUP)))
    assert read.model is service_model("kpm")
    assert read.decoded is not None
    assert "2.03" in read.decoded.accepting
    assert read.expansion() is not None


def test_other_payloads_are_tried_together() -> None:
    """The one model that accepts the most payloads of a message is taken."""
    trigger, action = read_payloads(find_payloads(codec("2.03").trace(SUBSCRIPTION)))
    assert trigger.model is action.model is service_model("kpm")
    document = action.document()
    assert document["interface"] == "kpm"
    assert document["accepted_by"] == ["2.03", "3.00", "4.00", "5.00", "6.00"]
    assert document["value"]["ric-Style-Type"] == 1


def control(header: bytes, message: bytes) -> bytes:
    """A control request with these payloads."""
    return codec("2.03").encode(
        RICcontrolRequest(RICrequestID(1, 0), 3, ric_control_header=header, ric_control_message=message)
    )


def test_what_no_model_accepts_is_not_read() -> None:
    """The reason says so; a model that is asked for reads it all the same."""
    octets = control(b"\xff\xff\xff", b"\xff")
    header, message = read_payloads(find_payloads(codec("2.03").trace(octets)))
    assert (header.model, header.decoded, header.expansion()) == (None, None, None)
    assert "no edition" in header.reason
    assert message.document()["value"] is None
    forced, _ = read_payloads(find_payloads(codec("2.03").trace(octets)), service_model("rc"))
    assert forced.model is service_model("rc")
    assert forced.decoded is not None
    assert forced.decoded.complaints


def test_what_two_models_accept_alike_is_left_open() -> None:
    """Where nothing tells the models apart, the reason names the option that does."""
    octets = codec("2.03").encode(
        RICindication(
            RICrequestID(1, 0), 2, 0, None, "report", ric_indication_header=b"\x00", ric_indication_message=b""
        )
    )
    accepted = {
        model: model.accepting(PayloadKind.INDICATION_HEADER, b"\x00") for model in map(service_model, ("kpm", "rc"))
    }
    reads = read_payloads(find_payloads(codec("2.03").trace(octets)))
    both = all(accepted.values())
    assert all(("--model" in read.reason) is both for read in reads)


def test_a_model_without_the_service_reads_nothing() -> None:
    """KPM has no control: no tree, and the document says what is wrong."""
    read, _ = read_payloads(find_payloads(codec("2.03").trace(control(b"\x00", b"\x00"))), service_model("kpm"))
    assert read.expansion() is None
    assert read.document()["complaints"]


@settings(max_examples=40, database=None, deadline=None)
@given(header=st.binary(max_size=20), message=st.binary(max_size=40), forced=st.sampled_from([None, "kpm", "rc"]))
def test_any_payload_is_read_or_not(header: bytes, message: bytes, forced: str | None) -> None:
    """No octets of a payload do anything but get read, or not."""
    payloads = find_payloads(codec("2.03").trace(control(header, message)))
    for read in read_payloads(payloads, None if forced is None else service_model(forced)):
        assert read.reason
        read.expansion()
        assert read.document()["octet"] == read.payload.octet


@pytest.mark.parametrize("size", [16384, 70000])
def test_fragmented_payloads_are_whole(size: int) -> None:
    """A payload of more than 16 KiB, which PER splits, is found as one."""
    message = bytes(size)
    (_, found) = find_payloads(codec("2.03").trace(control(b"\x00", message)))
    assert found.octets == message
