"""What decoding and encoding raise."""

from oran_harness.codec.asn1 import DecodeError, EncodeError
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.errors import HarnessError


def test_decode_errors_carry_their_complaint() -> None:
    """They are about a peer's octets, so no HarnessError, which is about the caller."""
    complaint = Complaint(ComplaintKind.TRUNCATED, "a.b", 3, 1, "cut off")
    error = DecodeError(complaint)
    assert error.complaint is complaint
    assert str(error) == "a.b at octet 3: cut off"
    assert not isinstance(error, HarnessError)


def test_encode_errors_name_path_and_message() -> None:
    """They are the caller's mistake, told in one sentence."""
    assert str(EncodeError("a.b", "too large")) == "a.b: too large"
    assert str(EncodeError("", "too large")) == "too large"
    assert isinstance(EncodeError("", ""), HarnessError)
