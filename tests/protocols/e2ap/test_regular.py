"""Regular messages: read and written without a look at the tables, and as they are with it."""

import random
from dataclasses import fields, replace

import pytest

from oran_harness.codec.asn1 import GIVEN_UP
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupFailure, RICindication
from oran_harness.protocols.e2ap.regular import PDU, regular_messages
from oran_harness.protocols.e2ap.tables import editions
from tests.protocols.e2ap.test_codec import INDICATION, SETUP, subscription


@pytest.mark.parametrize("edition", editions())
def test_all_messages_have_functions(edition: str) -> None:
    """By outcome and procedure code."""
    found = regular_messages(codec(edition).schema, codec(edition).tables)
    assert {regular.name for regular in found.values()} == set(codec(edition).tables.message_sets)
    assert all(len(head) == 2 for head in found)


@pytest.mark.parametrize("message", [INDICATION, SETUP, subscription(1, 2)], ids=lambda message: message.NAME)
def test_a_regular_message_is_read_as_any_other(message: object) -> None:
    """Everything that is known of it is the same, its IEs with their octets and places too; so are its octets."""
    octets = codec("2.03").encode(message)  # type: ignore[arg-type]
    swift, full = codec("2.03").decode(octets), codec("2.03").decode_in_full(octets)
    assert swift.received is None
    assert swift == full
    assert swift.ies == full.ies
    assert codec("2.03").encode_again(swift) == octets
    ies = tuple(ie.id for ie in swift.ies)
    assert codec("2.03").encode(message, layout=ies) == octets  # type: ignore[arg-type]


def test_time_to_wait_is_in_seconds() -> None:
    """As in messages that are read in full."""
    message = E2setupFailure(transaction_id=1, cause=("misc", "unspecified"), time_to_wait=20)
    octets = codec("2.03").encode(message)
    assert codec("2.03").decode(octets).received is None
    assert codec("2.03").decode(octets).message == message
    assert codec("2.03").decode_in_full(octets) == codec("2.03").decode(octets)


def test_mutated_messages_are_read_as_in_full() -> None:
    """Whatever is changed: the same message, the same complaints."""
    chance = random.Random(1)
    regular = 0
    for message in (INDICATION, SETUP, subscription(1, 2)):
        good = codec("2.03").encode(message)
        for _ in range(150):
            octets = bytearray(good)
            octets[chance.randrange(len(octets))] ^= 1 << chance.randrange(8)
            swift = codec("2.03").decode(bytes(octets))
            full = codec("2.03").decode_in_full(bytes(octets))
            assert swift == full
            assert swift.ies == full.ies
            regular += swift.received is None
    assert regular > 100


@pytest.mark.parametrize("edition", ["1.01", "2.03", "7.00"])
def test_other_criticalities_are_complained_about_as_in_full(edition: str) -> None:
    """Any of them, also of list items and of the message: the same path, octet, bit and words, in the same order."""
    chance = random.Random(2)
    reader = codec(edition)
    chooser = RandomChooser(chance)
    regular = 0
    for _ in range(150):
        good = reader.schema.encode(PDU, reader.schema.generate(PDU, chooser))
        places = list(reader.schema.criticality_bits(PDU, good).values())
        octets = bytearray(good)
        for bit in chance.sample(places, min(len(places), chance.randint(1, 5))):
            octets[bit >> 3] ^= chance.choice((1, 2, 3)) << 6 - (bit & 7)
        swift, full = reader.decode(bytes(octets)), reader.decode_in_full(bytes(octets))
        assert swift == full
        assert swift.ies == full.ies
        if swift.received is None:
            assert reader.encode_again(swift) == octets
            regular += bool(swift.complaints)
    assert regular > 10


def test_what_does_not_fit_is_said_as_ever() -> None:
    """The functions only give it up."""
    head = next(each for each, one in codec("2.03")._regular.items() if one.name == RICindication.NAME)
    encode = codec("2.03")._regular[head].functions.encode
    for field in fields(INDICATION):
        changed = replace(INDICATION, **{field.name: object()})
        with pytest.raises(GIVEN_UP):
            encode(changed)
