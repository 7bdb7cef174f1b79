"""Elements of data."""

from lxml import etree

from oran_harness.peers.o1_provider.put import put, top


def test_put() -> None:
    """What is put is of the namespace of what holds it."""
    holder = top("urn:x", "a")
    put(put(holder, "b"), "c", "text")
    assert etree.tostring(holder) == b'<a xmlns="urn:x"><b><c>text</c></b></a>'
