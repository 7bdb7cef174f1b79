"""What is compiled together."""

from oran_harness.codec.asn1.generated.code_cache import compiled
from oran_harness.codec.asn1.generated.later import Later
from oran_harness.codec.asn1.generated.unit import Unit


def test_functions_find_their_constants() -> None:
    """An object has one name, whatever it equals; a function that is made later takes its own place."""
    unit = Unit({"given": 5})
    one, other = [1], [1]
    assert [unit.constant(one), unit.constant(other), unit.constant(one)] == ["C0", "C1", "C0"]
    later = unit.constant(Later(lambda: lambda x: x + 1))
    name = unit.function_name()
    unit.function(f"def {name}(x):", [f" return given, C0, {later}(x)"])
    function = unit.run(name, compiled)
    assert function(1) == (5, [1], 2)
    assert not isinstance(function.__globals__[later], Later)
