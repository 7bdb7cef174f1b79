"""UTF8String and the other strings without a constraint that PER sees."""

from tests.codec.asn1.schemas import complaints, hexed, lenient, misfit


def test_counted_octets() -> None:
    """X.691 30.6: the octets of the text behind their unconstrained number, aligned."""
    assert hexed("T ::= UTF8String", "Ä€") == "05c384e282ac"
    assert hexed("T ::= GeneralString", "Ä") == "01c4"
    assert hexed("T ::= UTF8String", "A" * 16384) == "c1" + "41" * 16384 + "00"


def test_octets_that_are_no_text() -> None:
    """A broken encoding is a character outside of the alphabet; lenient decoding puts a replacement there."""
    assert complaints("T ::= UTF8String", "0341ff42") == [("out-of-range", 0)]
    assert lenient("T ::= UTF8String", "0341ff42") == "A\ufffdB"


def test_text_that_cannot_be_encoded() -> None:
    """Halves of surrogate pairs, and characters beyond an encoding, are refused; so is what is no text."""
    assert "no text in utf-8" in misfit("T ::= UTF8String", "\ud800")
    assert "no text in latin-1" in misfit("T ::= GeneralString", "€")
    assert "takes str" in misfit("T ::= UTF8String", b"A")
