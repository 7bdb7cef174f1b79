"""Messages of any kind by decisions."""

from functools import cache, partial
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from oran_harness.codec.asn1 import Asn1Codec, load_schema
from oran_harness.codec.asn1.walker import RandomChooser, Recorded
from oran_harness.codec.asn1.walker.drawn_chooser import values as drawn
from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.codec import _field_tables, codec
from oran_harness.protocols.e2ap.generation import generate, spoil
from oran_harness.protocols.e2ap.message import Message
from oran_harness.protocols.e2ap.messages import ResetRequest
from oran_harness.protocols.e2ap.regular import PDU
from oran_harness.protocols.e2ap.tables import editions, tables
from oran_harness.resources import interface
from tests.codec.asn1.pycrate_decoder import plain
from tests.protocols.e2ap.pycrate_reader import PycrateReader

MESSAGES = [(edition, name) for edition in editions() for name in sorted(tables(edition).message_sets)]
few = settings(max_examples=6, database=None, deadline=None, suppress_health_check=list(HealthCheck))


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


@cache
def dicts(edition: str) -> Asn1Codec:
    """The schema with dicts for records: its names are the edition's own."""
    return load_schema(interface("e2ap").edition(edition).schema, {}, _field_tables(tables(edition)))


@cache
def pycrate(edition: str) -> PycrateReader:
    return PycrateReader(edition)


@pytest.mark.parametrize(("edition", "name"), MESSAGES)
def test_messages_by_hypothesis(edition: str, name: str) -> None:
    """Each message comes back, to the same octets, in both ways to read it; pycrate reads every value of it alike."""

    @few
    @given(drawn(partial(generate, name, edition)))
    def check(message: Message) -> None:
        octets = codec(edition).encode(message)
        decoded = codec(edition).decode(octets)
        assert decoded.message == message
        assert decoded.conforms
        assert codec(edition).encode_again(decoded) == octets
        full = codec(edition).decode_in_full(octets)
        assert full.message == message
        assert codec(edition).encode_again(full) == octets
        assert pycrate(edition).decode(octets) == plain(dicts(edition).decode(PDU, octets))

    check()
