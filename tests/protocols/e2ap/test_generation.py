"""Messages of any kind by decisions."""

from random import Random

import pytest

from oran_harness.codec.asn1.walker import RandomChooser, Recorded
from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.generation import generate, spoil
from oran_harness.protocols.e2ap.messages import ResetRequest
from oran_harness.protocols.e2ap.tables import editions


@pytest.mark.parametrize("edition", editions())
def test_every_message_of_an_edition(edition: str) -> None:
    """It fits the edition, nothing is complained about, and it comes back; with one thing wrong that is told."""
    chooser = RandomChooser(Random(edition))
    for name in sorted(codec(edition).tables.message_sets):
        for _ in range(2):
            message = generate(name, edition, chooser)
            decoded = codec(edition).decode(codec(edition).encode(message))
            assert decoded.message == message
            assert decoded.complaints == ()
            spoiled = spoil(message, edition, chooser)
            assert spoiled is not None
            assert codec(edition).decode(spoiled.octets).complaints != ()


def test_what_is_wrong_is_said() -> None:
    """In words, with the place."""
    message = generate("ResetRequest", "3.01", Recorded(()))
    assert isinstance(message, ResetRequest)
    spoiled = spoil(message, "3.01", Recorded((0,)))
    assert spoiled is not None
    assert spoiled.said == ("initiatingMessage: another criticality",)


def test_messages_of_other_editions() -> None:
    """What an edition does not have is not made."""
    with pytest.raises(UsageError, match=r"E2AP 1\.01 has no message RICqueryRequest"):
        generate("RICqueryRequest", "1.01", Recorded(()))
