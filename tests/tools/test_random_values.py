"""Values of any type, by chance."""

from random import Random

from random_values import random_value

from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec


def test_all_fit() -> None:
    """Values of every construct can be encoded, and come back."""
    schema = codec(EVERYTHING)
    for type_name in sorted(schema.types):
        chance = Random(type_name)
        for _ in range(40):
            value = random_value(schema.node(type_name), chance)
            assert schema.decode(type_name, schema.encode(type_name, value)) == value


def test_equal_chances_give_equal_values() -> None:
    """What a seed gave, it gives again."""
    node = codec(EVERYTHING).node("Everything")
    assert random_value(node, Random(5)) == random_value(node, Random(5))
    assert len({repr(random_value(node, Random(seed))) for seed in range(20)}) > 10
