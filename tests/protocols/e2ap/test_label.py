"""What messages are called, by their first octets."""

import pytest

from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.label import label_of, message_names
from oran_harness.protocols.e2ap.tables import editions, tables
from tests.checkers.scene import setup_request


def test_as_the_codec_calls_it() -> None:
    """A message has the name that the codec finds when it reads all of it."""
    octets = codec("3.01").encode(setup_request())
    label = label_of(octets)
    assert label is not None
    assert (label.message, label.procedure) == (codec("3.01").decode(octets).name, "E2setup")


@pytest.mark.parametrize("edition", editions())
def test_every_message_of_every_edition(edition: str) -> None:
    """Each has its name, whatever the criticality behind it."""
    for row in tables(edition).procedures.values():
        for place, outcome in enumerate(("initiatingMessage", "successfulOutcome", "unsuccessfulOutcome")):
            if outcome in row.messages:
                label = label_of(bytes((place << 5, row.code, 0x40)))
                assert label is not None
                assert (label.message, label.procedure) == (row.messages[outcome], row.name)
                assert {label.message, label.procedure} <= set(message_names())


@pytest.mark.parametrize("octets", [b"", b"\x00", b"\xff\xff", b"\x00\xfe\x00", b"GET / HTTP/1.1"])
def test_what_is_no_message_has_no_name(octets: bytes) -> None:
    """Nothing is guessed."""
    assert label_of(octets) is None
