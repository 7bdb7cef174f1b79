"""What readers of types that hold others ask for."""

from inspect import signature

from oran_harness.codec.asn1.generated.decoding.decoders import Decoders
from oran_harness.codec.asn1.generated.decoding.reading import Reading


def test_decoders_give_what_readers_ask_for() -> None:
    """Both ways to read a part, with the same arguments."""
    asked = [name for name in vars(Reading) if name.startswith("read")]
    assert asked == ["read", "read_part"]
    for name in asked:
        assert list(signature(getattr(Decoders, name)).parameters) == list(signature(getattr(Reading, name)).parameters)
