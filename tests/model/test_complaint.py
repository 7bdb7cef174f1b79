"""Complaints: what a decoder has to say."""

from oran_harness.model.complaint import Complaint, ComplaintKind


def test_only_criticalities_and_padding_leave_the_syntax_whole() -> None:
    """A wrong criticality is against the text, not ASN.1; padding holds nothing. All else means other octets."""
    harmless = [kind for kind in ComplaintKind if not kind.breaks_syntax]
    assert harmless == [ComplaintKind.CRITICALITY, ComplaintKind.PADDING]


def test_a_complaint_reads_as_a_sentence_with_its_place() -> None:
    """A complaint names path and octet; one against the whole message says so."""
    complaint = Complaint(ComplaintKind.OUT_OF_RANGE, "E2setupRequest.protocolIEs[0]", 7, 3, "16 is above 15")
    assert str(complaint) == "E2setupRequest.protocolIEs[0] at octet 7: 16 is above 15"
    assert str(Complaint(ComplaintKind.TRUNCATED, "", 0, 0, "no octets")) == "message at octet 0: no octets"
