"""The ids of a message in a few words."""

from oran_harness.cli.shown.message_ids import message_ids
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import ResetRequest, RICindication


def test_ids_that_tell_what_a_message_belongs_to() -> None:
    """Transaction, request, function, action and sequence number, as far as the message has them."""
    assert list(message_ids(ResetRequest(transaction_id=0))) == ["transaction 0"]
    indication = RICindication(RICrequestID(1021, 3), 2, 0, 65535, "report", b"", b"")
    assert list(message_ids(indication)) == ["request 1021/3", "function 2", "action 0", "SN 65535"]


def test_what_could_not_be_read_has_no_ids() -> None:
    """No message, or one whose IEs are lacking, has nothing to say."""
    assert list(message_ids(None)) == []
    assert list(message_ids(RICindication())) == []
