"""The text of one function."""

from oran_harness.codec.asn1.generated.text import Text
from oran_harness.codec.asn1.generated.unit import Unit


def test_blocks_and_names() -> None:
    """Blocks are indented, and never empty; a value is kept once."""
    text = Text(Unit({}))
    with text.block("if x:"):
        first = text.keep("d[0]")
    with text.block("else:"):
        pass
    assert text.lines == [" if x:", "  v1 = d[0]", " else:", "  pass"]
    assert text.keep(first) == first
    text.insert(1, 2, ["y = 1"])
    assert text.lines[1] == "  y = 1"
    assert text.fresh() == "v2"
