"""How generated code gives up."""

from oran_harness.codec.asn1.generated.off import GIVEN_UP, REFUSED, Off, Padded, Rare


def test_what_is_refused_is_given_up() -> None:
    """Both are raised by generated code; rare forms say nothing about conformance."""
    assert issubclass(Rare, Off)
    assert issubclass(Padded, Rare)
    assert set(REFUSED) <= set(GIVEN_UP)
    assert not issubclass(RecursionError, REFUSED)
