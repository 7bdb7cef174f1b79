"""What can be wrong with the encoding of a value that is legal itself."""

from random import Random
from typing import Any

import pytest

from oran_harness.codec.asn1 import Asn1Codec, DecodeError
from oran_harness.codec.asn1.illegal.encodings import encodings, of_message
from oran_harness.codec.asn1.illegal.places import places
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.model.complaint import ComplaintKind
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec

MOST = 20
"""Ways that are tried of each value."""


@pytest.mark.parametrize(
    ("name", "schema", "types"),
    [
        ("everything", codec(EVERYTHING), sorted(codec(EVERYTHING).types)),
        ("e2ap", e2ap("7.00").schema, ["E2AP-PDU"] * 8),
        ("kpm", service_model("kpm").codec("6.00"), [*service_model("kpm").types.values()]),
        ("rc", service_model("rc").codec("7.00"), [*service_model("rc").types.values()]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_the_decoder_tells_what_is_wrong(name: str, schema: Asn1Codec, types: list[str]) -> None:
    """Strict decoding complains about just that, there; a padding that is wrong leaves the value as it was."""
    chooser = RandomChooser(Random(name))
    said = set()
    for type_name in types:
        value = schema.generate(type_name, chooser)
        octets = schema.encode(type_name, value)
        parts = list(places(schema.node(type_name), value))
        found = [(parts[0], way) for way in of_message(parts[0].node, value)]
        found += [(place, way) for place in parts for way in encodings(place.node, place.value, len(octets))]
        for place, way in found[:3] + found[3 :: len(found) // MOST + 1]:
            wrong = schema.encode_illegal(type_name, place.rebuild(way.make(chooser)))
            with pytest.raises(DecodeError) as caught:
                schema.decode(type_name, wrong)
            assert caught.value.complaint.kind is way.kind, (place.path, way)
            assert caught.value.complaint.path.startswith(place.path), (place.path, way)
            if way.kind is ComplaintKind.PADDING:
                decoded = schema.decode_conforming(type_name, wrong)
                assert decoded is not None
                assert [each.kind for each in decoded.complaints] == [ComplaintKind.PADDING]
                assert schema.encode(type_name, decoded.value) == octets
            said.add(way.said)
    assert len(said) > 5


def said(body: str, value: Any, whole: int = 100) -> set[str]:
    """What can be wrong with the encoding of a value, the message apart."""
    return {way.said for way in encodings(codec(body).node("T"), value, whole)}


def test_what_has_which_ways() -> None:
    """Lengths that have a longer form or could be false, sizes and numbers of the root, indices of additions."""
    longer, beyond = "a length of one octet in two", "a length that goes beyond the end of the message"
    root, index = "the form of an extension for the root", "the index of an addition in its long form"
    assert said("T ::= OCTET STRING", b"a") == {longer, beyond}
    assert said("T ::= OCTET STRING", bytes(128)) == {beyond}
    assert said("T ::= OCTET STRING", b"a", 16384) == {longer}
    assert said("T ::= OCTET STRING", bytes(16384), 16387) == set()
    assert said("T ::= OCTET STRING (SIZE (0..4))", b"a") == set()
    assert said("T ::= OCTET STRING (SIZE (0..4, ...))", b"a") == {root}
    assert said("T ::= OCTET STRING (SIZE (0..4, ...))", bytes(5)) == {longer, beyond}
    assert said("T ::= SEQUENCE OF BOOLEAN", (True,)) == {longer}
    assert said("T ::= INTEGER (0..4, ...)", 4) == {root}
    assert said("T ::= INTEGER (0..4, ...)", 5) == {longer, beyond}
    assert said("T ::= INTEGER (0..4)", 4) == set()
    assert said("T ::= ENUMERATED { a, ..., b }", "a") == set()
    assert said("T ::= ENUMERATED { a, ..., b }", "b") == {index}
    assert said("T ::= CHOICE { a NULL, ..., b NULL }", ("b", None)) == {index}
