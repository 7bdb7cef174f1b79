"""Values by chance, for the tests of the walker."""

from random import Random
from typing import Any

from oran_harness.codec.asn1 import Asn1Codec, Field
from oran_harness.codec.asn1.walker import ORDINARY, Plan, RandomChooser
from tests.codec.asn1.schemas import codec


def made(body: str, count: int = 300, plan: Plan = ORDINARY, type_name: str = "T") -> list[Any]:
    """Values of a type; each is written, and comes back."""
    chooser = RandomChooser(Random(body))
    values = [codec(body).generate(type_name, chooser, plan) for _ in range(count)]
    for value in values:
        comes_back(codec(body), type_name, value)
    return values


def comes_back(schema: Asn1Codec, type_name: str, value: Any) -> None:
    """Decoding what is encoded gives the value."""
    octets = schema.encode(type_name, value)
    assert without_places(schema.decode(type_name, octets)) == without_places(value)


def without_places(value: Any) -> Any:
    """Fields without the octets that they were read from."""
    if isinstance(value, Field):
        return value.id, value.criticality, without_places(value.value)
    if type(value) is tuple:
        return tuple(map(without_places, value))
    if isinstance(value, dict):
        return {key: without_places(one) for key, one in value.items()}
    return value
