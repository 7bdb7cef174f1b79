"""What stands in a value for what no legal value has."""

from oran_harness.codec.asn1.illegal import Extended, Raw, RootIndex
from tests.codec.asn1.schemas import misfit


def test_forms_are_values() -> None:
    """Equal by what they hold; without more a Raw is all of its octets, and an Extended has no additions."""
    assert Raw(b"a") == Raw(b"a", None) != Raw(b"a", 8)
    assert Extended({}) == Extended({}, {})
    assert RootIndex(3) != RootIndex(4)


def test_no_legal_encoder_takes_them() -> None:
    """What is illegal is never written by accident."""
    assert "takes int" in misfit("T ::= INTEGER (0..7)", Raw(b"a"))
    assert "takes str" in misfit("T ::= ENUMERATED { a, b, c }", RootIndex(3))
    assert "takes dict" in misfit("T ::= SEQUENCE { a BOOLEAN, ... }", Extended({"a": True}))
