"""Functions that encode."""

from oran_harness.codec.asn1.generated.encoding.encoders import Encoders
from oran_harness.codec.asn1.generated.encoding.rare import GLOBALS
from oran_harness.codec.asn1.generated.extent import Traits
from oran_harness.codec.asn1.generated.later import Later
from oran_harness.codec.asn1.generated.unit import Unit
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.schemas import codec


def later(*given: object) -> Later:
    raise AssertionError("a small type is compiled with the one around it")


def test_equal_schemas_give_equal_text() -> None:
    """The text is what the cache knows code by."""
    texts = []
    for _ in range(2):
        unit = Unit(GLOBALS)
        Encoders(unit, Traits(), later).outermost(codec(EVERYTHING).node("Strings"))
        texts.append(unit.functions)
    assert texts[0] == texts[1]


def test_a_small_type_is_one_function() -> None:
    """Its parts stand in place."""
    unit = Unit(GLOBALS)
    node = codec("T ::= SEQUENCE { a BOOLEAN, b CHOICE { x NULL, y INTEGER } }").node("T")
    Encoders(unit, Traits(), later).outermost(node)
    assert len(unit.functions) == 1
