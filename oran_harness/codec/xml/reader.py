"""Octets to elements, for octets that nobody vouches for."""

import re

from lxml import etree

from oran_harness.codec.xml.error import XmlError, XmlErrorKind
from oran_harness.codec.xml.name import Element

LARGEST = 16 * 1024 * 1024
"""Octets of the largest text that is read unless the caller says otherwise."""
DEEPEST = 256
"""Elements within each other that are read unless the caller says otherwise; libxml2 holds this limit itself."""

MOST = 1_000_000
"""Elements of a text that are read at most: some 140 octets of memory each."""

# Above these libxml2 needs its own guards taken away: texts of 10 MB in one piece, 256 elements deep.
_ORDINARY = 9_000_000
_DEEPEST_ORDINARY = 256
_DEEPEST_HUGE = 2048

_SMALLEST = len(b"<a/>")
# libxml2's numbers for what it refuses though it is well-formed: XML_ERR_NAME_TOO_LONG, XML_ERR_RESOURCE_LIMIT.
_LIMITS = (110, 114)

_PLACE = re.compile(r",? line \d+, column \d+$")
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([^"'>]{0,60})["']""")
_UTF_8 = (b"utf-8", b"utf8")


def _parser(huge: bool) -> Element:
    return etree.XMLParser(
        encoding="UTF-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        collect_ids=False,  # else an xml:id that is no name is refused, which is well-formed
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
    )


_PARSER = _parser(False)
_HUGE_PARSER = _parser(True)


def parse(octets: bytes, *, largest: int = LARGEST, deepest: int = DEEPEST) -> Element:
    """The root element of a text.

    Comments and processing instructions are left out, so that the text of an element is in one piece. ``largest`` is
    in octets; ``deepest`` counts elements within each other, the root included, and can be at most 2048.

    Raises ``XmlError`` for a text that is larger, deeper, has more than ``MOST`` elements, is not UTF-8 or not
    well-formed, and for one with a document type declaration: no entity but the five of XML is ever replaced, and
    nothing outside of the text is ever read.
    """
    if len(octets) > largest:
        detail = f"the text has {len(octets)} octets, more than the {largest} that are read"
        raise XmlError(XmlErrorKind.TOO_LARGE, detail, 1, 1)
    if len(octets) > MOST * _SMALLEST and octets.count(b"<") - octets.count(b"</") > MOST:
        raise XmlError(XmlErrorKind.TOO_MUCH, f"the text has more than {MOST} elements", 1, 1)
    _check_encoding(octets)
    _check_document_type(octets)
    deepest = min(deepest, _DEEPEST_HUGE)
    huge = len(octets) > _ORDINARY or deepest > _DEEPEST_ORDINARY
    try:
        root = etree.fromstring(octets, _HUGE_PARSER if huge else _PARSER)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, deepest if huge else min(deepest, _DEEPEST_ORDINARY)) from None
    # Each level needs a "<", all but the innermost another one to end it.
    if (huge or deepest < _DEEPEST_ORDINARY) and octets.count(b"<") >= 2 * deepest:
        _check_depth(root, deepest)
    return root


def _check_encoding(octets: bytes) -> None:
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError as error:
        detail = f"the octet {octets[error.start]:#04x} is no UTF-8 there ({error.reason})"
        raise XmlError(XmlErrorKind.NOT_UTF_8, detail, *_place(octets, error.start)) from None
    declared = _DECLARED.match(octets)
    # In octets below 128 the other encodings that a text may name say the same.
    if declared and declared[1].lower() not in _UTF_8 and not octets.isascii():
        detail = f"the text names the encoding {declared[1].decode('utf-8', 'replace')}, not UTF-8"
        raise XmlError(XmlErrorKind.NOT_UTF_8, detail, 1, 1)


def _check_document_type(octets: bytes) -> None:
    """Refuse a document type declaration, which can only stand before the root element."""
    if octets.find(b"<!DOCTYPE") < 0:
        return
    at = 0
    while (at := octets.find(b"<", at)) >= 0:
        if octets.startswith(b"<!DOCTYPE", at):
            detail = "a document type declaration is not taken, nor are entities"
            raise XmlError(XmlErrorKind.DOCUMENT_TYPE, detail, *_place(octets, at))
        end = b"-->" if octets.startswith(b"<!--", at) else b"?>" if octets.startswith(b"<?", at) else b""
        at = octets.find(end, at + 2) if end else -1
        if at < 0:
            return


def _check_depth(root: Element, deepest: int) -> None:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > deepest:
            raise XmlError(XmlErrorKind.TOO_DEEP, _too_deep(deepest), element.sourceline or 1, 1)


def _too_deep(deepest: int) -> str:
    return f"more than {deepest} elements are within each other"


def _refusal(error: Element, deepest: int) -> XmlError:
    line, column = max(error.lineno or 1, 1), max((error.offset or 0) + 1, 1)
    words = _PLACE.sub("", " ".join(str(error.msg or "the text is empty").split())).rstrip(".,")
    if words.startswith("Excessive depth"):
        return XmlError(XmlErrorKind.TOO_DEEP, _too_deep(deepest), line, column)
    if error.code in _LIMITS:
        return XmlError(XmlErrorKind.TOO_MUCH, f"the text is beyond what is read ({words})", line, column)
    return XmlError(XmlErrorKind.NOT_WELL_FORMED, f"the text is not well-formed XML ({words})", line, column)


def _place(octets: bytes, at: int) -> tuple[int, int]:
    """Line and column of an octet, from 1; a column counts octets."""
    return octets.count(b"\n", 0, at) + 1, at - octets.rfind(b"\n", 0, at)
