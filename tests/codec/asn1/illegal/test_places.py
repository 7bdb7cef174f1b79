"""The parts of a value."""

from random import Random
from typing import Any

import pytest

from oran_harness.codec.asn1 import Asn1Codec
from oran_harness.codec.asn1.illegal.places import places
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec


def test_paths() -> None:
    """Members, elements and alternatives, the whole first, additions as what is around them and as themselves."""
    body = "T ::= SEQUENCE { a SEQUENCE OF CHOICE { x BOOLEAN }, b NULL OPTIONAL, ..., c INTEGER OPTIONAL }"
    value = {"a": (("x", True), ("x", False)), "c": 5}
    found = [place.path for place in places(codec(body).node("T"), value)]
    assert found == ["", "a", "a[0]", "a[0].x", "a[1]", "a[1].x", "c", "c"]


def test_something_else_at_a_place() -> None:
    """The whole value with it, everything else as it was."""
    body = "T ::= SEQUENCE { a SEQUENCE OF CHOICE { x BOOLEAN }, b BOOLEAN }"
    value = {"a": (("x", True), ("x", False)), "b": True}
    (place,) = [each for each in places(codec(body).node("T"), value) if each.path == "a[1].x"]
    assert place.rebuild(7) == {"a": (("x", True), ("x", 7)), "b": True}
    assert value == {"a": (("x", True), ("x", False)), "b": True}


@pytest.mark.parametrize(
    ("schema", "type_name"),
    [
        (codec(EVERYTHING), "Everything"),
        (e2ap("7.00").schema, "E2AP-PDU"),
        (service_model("rc").codec("7.00"), "E2SM-RC-ControlMessage"),
    ],
    ids=["everything", "e2ap", "rc"],
)
def test_the_same_at_each_place(schema: Asn1Codec, type_name: str) -> None:
    """Each part put where it was gives octets as before, with records and fields, too."""
    chooser = RandomChooser(Random(1))
    for _ in range(12):
        value: Any = schema.generate(type_name, chooser)
        octets = schema.encode(type_name, value)
        for place in list(places(schema.node(type_name), value))[:80]:
            assert schema.encode_illegal(type_name, place.rebuild(place.value)) == octets
