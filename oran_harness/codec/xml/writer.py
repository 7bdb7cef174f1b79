"""Elements to octets."""

from lxml import etree

from oran_harness.codec.xml.name import Element


def write(element: Element) -> bytes:
    """The element with all that is in it as UTF-8, without an XML declaration and without the text behind it."""
    octets: bytes = etree.tostring(element, encoding="UTF-8", with_tail=False)
    return octets
