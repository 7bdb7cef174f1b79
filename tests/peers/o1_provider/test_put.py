"""Elements of data are in the namespace of what holds them (RFC 7950 7.5.7)."""

from oran_harness.codec.xml import write
from oran_harness.peers.o1_provider.put import put, top


def test_put() -> None:
    """One namespace is declared once, and text is escaped."""
    above = top("urn:a", "above")
    assert put(put(above, "in"), "leaf", "<&").text == "<&"
    put(above, "empty")
    assert write(above) == b'<above xmlns="urn:a"><in><leaf>&lt;&amp;</leaf></in><empty/></above>'
