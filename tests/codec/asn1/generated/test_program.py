"""The generated functions of a schema: the same octets and values as the nodes, for all types of all interfaces."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from oran_harness.codec.asn1 import Asn1Codec, load_schema
from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.generated.off import GIVEN_UP, REFUSED, Padded, Rare
from oran_harness.codec.asn1.generated.program import Program
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.protocols.e2ap.codec import codec as e2ap_codec
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.resources import interface
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec, decoded_by_nodes, encoded_by_nodes
from tests.codec.asn1.values import values

EVERY = codec(EVERYTHING)
MODELS = [
    (key, edition, type_name)
    for key in ("kpm", "rc", "ni")
    for edition in (service_model(key).editions[0], service_model(key).editions[-1])
    for type_name in service_model(key).types.values()
    if type_name in service_model(key).codec(edition).types
]
few = settings(max_examples=6, database=None, deadline=None, suppress_health_check=list(HealthCheck))
many = settings(max_examples=150, database=None, deadline=None, suppress_health_check=list(HealthCheck))


def same_octets(schema: Asn1Codec, type_name: str, value: Any) -> bytes:
    """What the nodes write; generated code writes it too, or gives up."""
    octets = encoded_by_nodes(schema.node(type_name), value)
    try:
        assert schema._program.encoder(type_name)(value) == octets
    except GIVEN_UP:
        assert schema is EVERY, "only a schema made for it has what is rare"
    return octets


def same_reading(schema: Asn1Codec, type_name: str, octets: bytes) -> None:
    """Generated code reads what the nodes read, refuses only what they refuse, or leaves it to them."""
    node: Node = schema.node(type_name)
    try:
        value = schema._program.decoder(type_name)(octets)
    except Rare:
        return
    except REFUSED:
        with pytest.raises(Fault):
            decoded_by_nodes(node, octets)
        return
    again = decoded_by_nodes(node, octets)
    assert type(value) is type(again)
    assert repr(value) == repr(again)


def mutated(octets: bytes, chance: random.Random) -> bytes:
    """Octets with a few of them changed, cut or put in."""
    changed = bytearray(octets)
    for _ in range(chance.choice([1, 1, 2, 5])):
        place = chance.randrange(len(changed) + 1)
        how = chance.randrange(4)
        if how == 0:
            del changed[place:]
        elif how == 1:
            changed[place:place] = chance.randbytes(1)
        elif how == 2 and place < len(changed):
            changed[place] ^= 1 << chance.randrange(8)
        elif place < len(changed):
            changed[place] = chance.choice([0, 1, 127, 128, 192, 255])
    return bytes(changed)


@pytest.mark.parametrize(("key", "edition", "type_name"), MODELS)
def test_payloads_of_service_models(key: str, edition: str, type_name: str) -> None:
    """Every payload of the oldest and the newest edition, whole and mutated; whole ones are never given up."""
    schema = service_model(key).codec(edition)
    chance = random.Random(f"{key} {edition} {type_name}")

    @few
    @given(values(schema.node(type_name), 1))
    def check(value: Any) -> None:
        octets = same_octets(schema, type_name, value)
        assert schema._program.decoder(type_name)(octets) == value
        for _ in range(25):
            same_reading(schema, type_name, mutated(octets, chance))

    check()


@pytest.mark.parametrize("edition", editions())
def test_elements_of_e2ap(edition: str) -> None:
    """Every type of an edition, by dict where it has no record; those with fields are read by the nodes."""
    schema = e2ap_codec(edition).schema
    chance = random.Random(edition)
    for type_name in sorted(schema.types):
        if schema._program.traits.has_places(schema.node(type_name)):
            continue

        check_element(schema, type_name, chance)


def check_element(schema: Asn1Codec, type_name: str, chance: random.Random) -> None:
    """Some values of a type, whole and mutated."""

    @settings(few, max_examples=2)
    @given(values(schema.node(type_name), 1))
    def check(value: Any) -> None:
        octets = same_octets(schema, type_name, value)
        assert schema._program.decoder(type_name)(octets) == value
        for _ in range(4):
            same_reading(schema, type_name, mutated(octets, chance))

    check()


@many
@given(st.sampled_from(sorted(EVERY.types)), st.data())
def test_every_construct(type_name: str, data: st.DataObject) -> None:
    """Values of a schema with every construct, whole and mutated."""
    octets = same_octets(EVERY, type_name, data.draw(values(EVERY.node(type_name))))
    same_reading(EVERY, type_name, octets)
    chance = random.Random(octets)
    for _ in range(20):
        same_reading(EVERY, type_name, mutated(octets, chance))


def test_dicts_instead_of_records() -> None:
    """Without record classes the same schema gives dicts, without the members that are absent."""
    schema = load_schema(interface("kpm").edition("2.03").schema)
    content = {"colletStartTime": bytes(4), "senderName": "a"}
    value = {"indicationHeader-formats": ("indicationHeader-Format1", content)}
    octets = same_octets(schema, "E2SM-KPM-IndicationHeader", value)
    assert schema._program.decoder("E2SM-KPM-IndicationHeader")(octets) == value
    same_reading(schema, "E2SM-KPM-IndicationHeader", octets)


def test_functions_are_made_when_needed() -> None:
    """Of a schema of hundreds of types those that a message needs."""
    program = Program({"T": service_model("rc").codec("7.00").node("E2SM-RC-ControlMessage")}, False)
    program.decoder("T")
    made = [later for later in program._laters.values() if later._made is not None]
    assert made == []
    assert program.decoder("T") is program.decoder("T")
    assert program.encoder("T") is program.encoder("T")


def test_lax_decoders_do_not_look_at_padding() -> None:
    """They read what others leave to the nodes for its padding alone, and refuse what breaks the syntax besides."""
    body = "T ::= SEQUENCE { a BOOLEAN, b OCTET STRING, c R OPTIONAL } R ::= SEQUENCE { d NULL, r R OPTIONAL }"
    program = Program({"T": codec(body).node("T")}, False)
    for octets, value in (("500161", {"a": True, "b": b"a"}), ("5f0161", {"a": True, "b": b"a"})):
        assert program.lax_decoder("T")(bytes.fromhex(octets)) == value
    with pytest.raises(Padded):
        program.decoder("T")(bytes.fromhex("5f0161"))
    with pytest.raises(REFUSED):
        program.lax_decoder("T")(bytes.fromhex("5f016100"))
