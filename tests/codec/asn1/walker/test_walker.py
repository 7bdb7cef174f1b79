"""Values of every type of every schema."""

from random import Random

import pytest

from oran_harness.codec.asn1 import Asn1Codec, load_schema
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.walker import FRAGMENTED, ORDINARY, Plan, RandomChooser, Walker
from oran_harness.protocols.e2ap.codec import codec as e2ap
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.resources import interface
from oran_harness.service_models import service_model
from tests.architecture.sources import ROOT
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec
from tests.codec.asn1.walker.making import comes_back, made

MODELS = [(key, edition) for key in ("kpm", "rc", "ni") for edition in service_model(key).editions]


def check(schema: Asn1Codec, name: str, count: int = 2) -> None:
    """Some values of each type are written, and come back."""
    for type_name in sorted(schema.types):
        chooser = RandomChooser(Random(f"{name} {type_name}"))
        for _ in range(count):
            comes_back(schema, type_name, schema.generate(type_name, chooser))


@pytest.mark.parametrize("edition", editions())
def test_types_of_e2ap(edition: str) -> None:
    """Elements, IEs, and messages with the IEs that belong to them."""
    check(e2ap(edition).schema, edition)


@pytest.mark.parametrize(("key", "edition"), MODELS)
def test_types_of_service_models(key: str, edition: str) -> None:
    """Every type of every edition, by records."""
    check(service_model(key).codec(edition), f"{key} {edition}")


def test_no_schema_is_left_out() -> None:
    """Each schema of specs/ is one of those above, or is a part of them."""
    paths = {path for edition in editions() for path in interface("e2ap").edition(edition).schema}
    paths |= {path for key, edition in MODELS for path in interface(key).edition(edition).schema}
    assert {path.resolve() for path in (ROOT / "specs").rglob("*.asn")} == {path.resolve() for path in paths}


def test_every_construct() -> None:
    """A schema with all that the codec knows, by dicts; also large strings and lists."""
    check(codec(EVERYTHING), "everything", 40)
    made(EVERYTHING, 60, FRAGMENTED, "Strings")


def test_dicts_instead_of_records() -> None:
    """Without record classes values are dicts, without what is absent."""
    check(load_schema(interface("kpm").edition("2.03").schema), "dicts", 1)


def test_functions_are_built_once() -> None:
    """A walker keeps what it built, and a codec its walkers."""
    schema = codec(EVERYTHING)
    walker = Walker()
    assert walker.maker(schema.node("Lists")) is walker.maker(schema.node("Lists"))
    assert schema.maker("Lists", Plan()) is schema.maker("Lists", ORDINARY)
    assert schema.maker("Lists", Plan(depth=1)) is not schema.maker("Lists", ORDINARY)


def test_types_that_are_none() -> None:
    """A node of an unknown kind is a mistake of the harness."""
    with pytest.raises(TypeError, match="no values of Node are made"):
        Walker().maker(Node("T", 0))
