"""Which handler a message has."""

from oran_harness.protocols.e2ap.engine.handlers import HANDLERS
from oran_harness.protocols.e2ap.messages import MESSAGES


def test_every_message_of_every_edition_has_a_handler() -> None:
    """A new message class without a handler is a hole in the engine."""
    assert set(HANDLERS) == set(MESSAGES)
