"""What a decoded payload says of itself."""

from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.service_models.payload import DecodedPayload, PayloadKind


def test_names_are_those_of_the_contract() -> None:
    """Kinds are named as people write them, so that a command line can take them."""
    assert PayloadKind("action-definition") is PayloadKind.ACTION_DEFINITION
    assert len(PayloadKind) == 12


def test_a_payload_conforms_without_complaints() -> None:
    """A value without complaint conforms; a complaint or a missing value does not."""
    kind = PayloadKind.CALL_PROCESS_ID
    complaint = Complaint(ComplaintKind.TRAILING_OCTETS, "", 1, 0, "more")
    assert DecodedPayload("rc", kind, "1.03", 1, b"").conforms
    assert not DecodedPayload("rc", kind, "1.03", 1, b"", (complaint,)).conforms
    assert not DecodedPayload("rc", kind, "1.03", None, b"").conforms
