"""What all E2AP messages have in common."""

from dataclasses import FrozenInstanceError

import pytest

from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import MESSAGES
from tests.protocols.e2ap.test_codec import INDICATION


def test_every_message_is_frozen_and_says_what_it_is() -> None:
    """Messages cannot be changed, have unique names, and their IEs have unique ids and fields."""
    assert len({message.NAME for message in MESSAGES}) == len(MESSAGES)
    for message in MESSAGES:
        assert issubclass(message, Message)
        assert len({ie for ie, _ in message.IES}) == len({field for _, field in message.IES}) == len(message.IES)
    with pytest.raises(FrozenInstanceError):
        INDICATION.ric_action_id = 3  # type: ignore[misc]
