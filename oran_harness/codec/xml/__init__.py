"""XML texts to elements and back, by lxml, with nothing in them that reaches beyond the text.

* ``reader`` - ``parse``: octets to an element, within limits of size and depth; no document type, no entities
* ``writer`` - ``write``: an element to octets; ``wrap``: an element around octets
* ``name`` - the two parts of an element's name
* ``error`` - ``XmlError``: what is wrong with a text, and where
"""

from oran_harness.codec.xml.error import XmlError, XmlErrorKind
from oran_harness.codec.xml.name import Element, local_name, namespace
from oran_harness.codec.xml.reader import DEEPEST, LARGEST, MOST, parse
from oran_harness.codec.xml.writer import wrap, write

__all__ = [
    "DEEPEST",
    "LARGEST",
    "MOST",
    "Element",
    "XmlError",
    "XmlErrorKind",
    "local_name",
    "namespace",
    "parse",
    "wrap",
    "write",
]
