"""What a step gives back."""

from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import ResetRequest, ResetResponse
from oran_harness.steps import Received, Wanted


def received(octets: bytes, association: str = "1") -> Received:
    return Received(1, 0.5, association, 0, 70, octets, codec("3.01").decode(octets))


def reset_response(transaction_id: int) -> bytes:
    return codec("3.01").encode(ResetResponse(transaction_id=transaction_id))


def test_a_message_is_wanted_by_type_place_and_content() -> None:
    """All three have to fit."""
    given = received(reset_response(7), "2")
    assert Wanted((ResetResponse,)).matches(given)
    assert not Wanted((ResetRequest,)).matches(given)
    assert not Wanted((ResetResponse,), association="1").matches(given)
    assert Wanted((ResetResponse,), lambda message: message.transaction_id == 7, "2").matches(given)
    assert not Wanted((ResetResponse,), lambda message: message.transaction_id == 8).matches(given)


def test_octets_that_cannot_be_read_are_never_wanted() -> None:
    """They have no message."""
    given = received(b"\xff\xff")
    assert given.message is None
    assert not Wanted((ResetResponse,)).matches(given)
