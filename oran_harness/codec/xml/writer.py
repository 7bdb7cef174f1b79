"""Elements to octets."""

from lxml import etree

from oran_harness.codec.xml.name import Element


def write(element: Element) -> bytes:
    """The element with all that is in it as UTF-8, without an XML declaration and without the text behind it."""
    octets: bytes = etree.tostring(element, encoding="UTF-8", with_tail=False)
    return octets


def wrap(element: Element, *content: bytes) -> bytes:
    """The element with octets behind what is in it: elements that were written before.

    What is written by itself names all its namespaces, so nothing changes its meaning here. Elements that are moved
    below another one are not safe from that: lxml drops declarations that the new parent seems to make.
    """
    octets = write(element)
    inner = b"".join(content)
    if not inner:
        return octets
    if octets.endswith(b"/>") and len(element) == 0 and not element.text:
        name = octets[1 : min(at for at in (octets.find(b" "), octets.find(b"/>")) if at > 0)]
        return b"%b>%b</%b>" % (octets[:-2], inner, name)
    end = octets.rindex(b"</")
    return octets[:end] + inner + octets[end:]
