"""Elements of data, one after the other."""

from lxml import etree

from oran_harness.codec.xml import Element, namespace


def top(space: str, name: str) -> Element:
    """An element that nothing holds yet."""
    return etree.Element(f"{{{space}}}{name}", nsmap={None: space})


def put(above: Element, name: str, text: str | None = None) -> Element:
    """One more element in another, of the same namespace."""
    made = etree.SubElement(above, f"{{{namespace(above.tag)}}}{name}")
    made.text = text
    return made
