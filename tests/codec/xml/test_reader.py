"""Octets to elements, for octets that nobody vouches for."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.xml.error import XmlError, XmlErrorKind
from oran_harness.codec.xml.reader import DEEPEST, LARGEST, MOST, parse

BOMB = (
    b'<!DOCTYPE lolz [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><lolz>&j;</lolz>"
)


def refusal(octets: bytes, **limits: int) -> XmlError:
    """The error with which a text is refused."""
    with pytest.raises(XmlError) as caught:
        parse(octets, **limits)
    return caught.value


@pytest.mark.parametrize(
    ("octets", "kind", "line", "column"),
    [
        (b"", XmlErrorKind.NOT_WELL_FORMED, 1, 1),
        (b"<a>\n<b></a>", XmlErrorKind.NOT_WELL_FORMED, 2, 8),
        (b"<nc:a/>", XmlErrorKind.NOT_WELL_FORMED, 1, 6),
        (b"<a>&none;</a>", XmlErrorKind.NOT_WELL_FORMED, 1, 10),
        (b"<a/><b/>", XmlErrorKind.NOT_WELL_FORMED, 1, 5),
        (b"<a>\0</a>", XmlErrorKind.NOT_WELL_FORMED, 1, 4),
        (b"<a>\n  \xff</a>", XmlErrorKind.NOT_UTF_8, 2, 3),
        (b"<a>\xed\xa0\x80</a>", XmlErrorKind.NOT_UTF_8, 1, 4),
        ("<a>é</a>".encode("utf-16"), XmlErrorKind.NOT_UTF_8, 1, 1),
        ('<?xml version="1.0" encoding="latin-1"?><a>é</a>'.encode(), XmlErrorKind.NOT_UTF_8, 1, 1),
        (b"<?xml version='1.0'?>\n<!DOCTYPE a><a/>", XmlErrorKind.DOCUMENT_TYPE, 2, 1),
        (b"<!-- <a> --><?p <?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", XmlErrorKind.DOCUMENT_TYPE, 1, 20),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', XmlErrorKind.DOCUMENT_TYPE, 1, 1),
        (BOMB, XmlErrorKind.DOCUMENT_TYPE, 1, 1),
        (b"<" + b"a" * 60_000 + b"/>", XmlErrorKind.TOO_MUCH, 1, 60_002),
        (b"<a>" * 257 + b"</a>" * 257, XmlErrorKind.TOO_DEEP, 1, 771),
    ],
)
def test_refused(octets: bytes, kind: XmlErrorKind, line: int, column: int) -> None:
    """What is no XML text, or one that NETCONF does not take, is refused with its kind and place."""
    error = refusal(octets)
    assert (error.kind, error.line, error.column) == (kind, line, column)
    assert str(error).endswith(".")
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    "octets",
    [
        b"<a><![CDATA[<!DOCTYPE x>]]></a>",
        b"<!-- <!DOCTYPE x> --><a/>",
        b"<a b='&lt;!DOCTYPE'/>",
        b"\xef\xbb\xbf<a/>",
        b"<?xml version='1.0' encoding='utf-8'?><a/>",
        b"<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
        b"<a xml:id='no name'/>",
        b"<a>" * 256 + b"</a>" * 256,
        b"<!-- no end <!DOCTYPE".join([b"<a><![CDATA[", b"]]></a>"]),
    ],
)
def test_taken(octets: bytes) -> None:
    """What only looks like something that is refused is read."""
    assert parse(octets).tag == "a"


def test_text_is_in_one_piece() -> None:
    """Comments, processing instructions and CDATA sections do not part the text of an element."""
    assert parse(b"<a>x<!-- c -->y<?p q?>z<![CDATA[<>]]></a>").text == "xyz<>"


@pytest.mark.parametrize("deepest", [1, 2, 5, 255, 256, 257, 1000, 2048])
def test_depth(deepest: int) -> None:
    """As many elements within each other as the caller says are read, one more is refused."""
    assert parse(b"<a>" * deepest + b"</a>" * deepest, deepest=deepest).tag == "a"
    deeper = b"<a>" * deepest + b"<b/>" + b"</a>" * deepest
    assert refusal(deeper, deepest=deepest).kind is XmlErrorKind.TOO_DEEP


def test_size() -> None:
    """As many octets as the caller says are read, one more is refused before anything is looked at."""
    assert parse(b"<abc/>", largest=6).tag == "abc"
    assert refusal(b"<abcd/>", largest=6).kind is XmlErrorKind.TOO_LARGE
    assert refusal(b"\xff" * (LARGEST + 1)).kind is XmlErrorKind.TOO_LARGE


def test_number_of_elements() -> None:
    """A text of very many small elements is refused before any of them takes memory."""
    assert refusal(b"<a>" + b"<b/>" * MOST + b"</a>").kind is XmlErrorKind.TOO_MUCH


def test_one_large_text() -> None:
    """A leaf of more than ten million octets is read if the caller takes as much."""
    assert len(parse(b"<a>" + b"x" * 10_500_000 + b"</a>").text) == 10_500_000


def test_a_bomb_costs_nothing() -> None:
    """A text of entities within entities is refused before any of them is looked at."""
    tracemalloc.start()
    refusal(BOMB)
    assert tracemalloc.get_traced_memory()[1] < 100_000
    tracemalloc.stop()


@given(st.binary(max_size=60) | st.text("<>/!?[]-&;ab'=\"DOCTYPE \n", max_size=60).map(str.encode))
def test_nothing_else_is_raised(octets: bytes) -> None:
    """Whatever the octets, there is an element or an XmlError with a place in the text."""
    error = error_of(octets)
    assert error is None or (error.line >= 1 and error.column >= 1)


def error_of(octets: bytes) -> XmlError | None:
    """What is wrong with a text, if anything."""
    try:
        parse(octets, deepest=DEEPEST)
    except XmlError as error:
        return error
    return None
