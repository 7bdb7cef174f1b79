"""What readers of types that hold others ask for."""

from oran_harness.codec.asn1.generated.decoding.decoders import Decoders
from oran_harness.codec.asn1.generated.decoding.reading import Reading


def test_what_is_asked_for() -> None:
    """``Decoders`` reads the types inside of lists and structures; both ask for no more than this."""
    asked = {name for name in vars(Reading) if not name.startswith("_")}
    assert asked == {"read", "read_part"}
    assert asked <= set(dir(Decoders))
