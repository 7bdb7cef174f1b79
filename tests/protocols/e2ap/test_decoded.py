"""A message as it was received."""

from oran_harness.model import Complaint, ComplaintKind
from oran_harness.protocols.e2ap.decoded import DecodedMessage
from tests.protocols.e2ap.test_codec import INDICATION


def test_criticality_alone_does_not_break_conformance() -> None:
    """A message conforms unless a complaint is about its syntax."""
    odd = Complaint(ComplaintKind.CRITICALITY, "RICindication", 2, 0, "carries reject")
    bad = Complaint(ComplaintKind.TRAILING_OCTETS, "", 9, 0, "more octets")
    assert DecodedMessage(b"", "2.03", message=INDICATION, complaints=(odd,)).conforms
    assert not DecodedMessage(b"", "2.03", message=INDICATION, complaints=(odd, bad)).conforms
    assert not DecodedMessage(b"", "2.03").conforms


def test_the_label_says_what_is_known() -> None:
    """The message's name, else its envelope, else that nothing could be read."""
    assert DecodedMessage(b"", "2.03", name="RICindication").label == "RICindication"
    unknown = DecodedMessage(b"", "2.03", outcome="initiatingMessage", procedure_code=99)
    assert unknown.label == "initiatingMessage of procedure 99"
    assert DecodedMessage(b"", "2.03").label == "undecodable octets"
