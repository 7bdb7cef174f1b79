"""Elements to octets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from oran_harness.codec.xml.reader import parse
from oran_harness.codec.xml.writer import wrap, write

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
NAMES = st.sampled_from(["a", "{urn:one}b", "{urn:two}c-d"])
TREES = st.recursive(
    st.tuples(NAMES, TEXTS, st.dictionaries(NAMES, TEXTS, max_size=2)),
    lambda inner: st.tuples(NAMES, st.lists(inner, min_size=1, max_size=3), st.dictionaries(NAMES, TEXTS, max_size=2)),
    max_leaves=8,
)


def built(tree: tuple, parent: etree._Element | None = None) -> etree._Element:
    """The element that a tree of names, texts and attributes stands for."""
    name, content, attributes = tree
    element = etree.Element(name) if parent is None else etree.SubElement(parent, name)
    element.attrib.update(attributes)
    if isinstance(content, str):
        element.text = content
    else:
        for each in content:
            built(each, element)
    return element


def told(element: etree._Element) -> tuple:
    """The tree again."""
    content = [told(each) for each in element] or element.text or ""
    return element.tag, content, dict(element.attrib)


@given(TREES)
def test_what_is_written_is_read(tree: tuple) -> None:
    """An element that was written is read as it was, names, texts and attributes."""
    element = built(tree)
    assert told(parse(write(element))) == told(element)


def test_no_declaration_and_no_tail() -> None:
    """Only the element is written: no declaration before it, no text behind it; not ASCII is UTF-8."""
    root = parse("<a><b>é</b>behind</a>".encode())
    assert write(root[0]) == "<b>é</b>".encode()


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ("<a/>", "<a><i/>x</a>"),
        ("<a xmlns='urn:/a' b='/>'/>", '<a xmlns="urn:/a" b="/&gt;"><i/>x</a>'),
        ("<n:a xmlns:n='urn:n'/>", '<n:a xmlns:n="urn:n"><i/>x</n:a>'),
        ("<a>t<b/></a>", "<a>t<b/><i/>x</a>"),
        ("<a>t</a>", "<a>t<i/>x</a>"),
        ("<a><b/>t</a>", "<a><b/>t<i/>x</a>"),
    ],
)
def test_wrap(element: str, expected: str) -> None:
    """Octets are put behind what is in an element, before its end."""
    assert wrap(parse(element.encode()), b"<i/>", b"x") == expected.encode()


def test_wrap_of_nothing() -> None:
    """An element around nothing is the element."""
    assert wrap(parse(b"<a/>")) == b"<a/>"


@given(TREES, TREES)
def test_wrapped_means_what_it_meant(outer: tuple, inner: tuple) -> None:
    """What was written by itself is read the same within another element, whatever prefixes the two use."""
    within = parse(wrap(built(("{urn:one}around", "", outer[2])), write(built(("{urn:two}i", *inner[1:])))))
    assert told(within[0]) == told(built(("{urn:two}i", *inner[1:])))
