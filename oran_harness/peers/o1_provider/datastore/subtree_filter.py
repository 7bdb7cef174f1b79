"""Subtree filters (RFC 6241, 6)."""

from collections.abc import Iterator, Mapping

from oran_harness.codec.yang import SchemaNode
from oran_harness.peers.o1_provider.datastore.names import local_name, namespace
from oran_harness.peers.o1_provider.datastore.selection import Selection
from oran_harness.peers.o1_provider.datastore.trees import Element, elements


def subtree(root: Element, filtering: Element, known: Mapping[str, SchemaNode]) -> Element:
    """The part of the tree ``root`` that the children of the ``<filter>`` select; an empty filter selects nothing."""
    selection = Selection()
    inside = list(elements(filtering))
    if inside:
        _among(inside, root, selection)
    return selection.tree(root, known)


def _select(filters: list[Element], parent: Element, selection: Selection) -> None:
    for each in filters:
        for node in _named(each, parent):
            if _attributes(each, node):
                _node(each, node, selection)


def _node(given: Element, node: Element, selection: Selection) -> None:
    inside = list(elements(given))
    if not inside:
        if _content(given) in (None, _value(node)):
            selection.add(node)
        return
    _among(inside, node, selection)


def _among(inside: list[Element], node: Element, selection: Selection) -> None:
    """One set of siblings: nothing unless all content matches hold; all of the node if there are only such (6.2.5)."""
    matches = [each for each in inside if _content(each) is not None]
    others = [each for each in inside if _content(each) is None]
    found = []
    for match in matches:
        same = [
            child for child in _named(match, node) if _attributes(match, child) and _value(child) == _content(match)
        ]
        if not same:
            return
        found += same
    if not others:
        selection.add(node)
        return
    for child in found:
        selection.add(child)
    _select(others, node, selection)


def _content(given: Element) -> str | None:
    """The value that a content match node asks for; ``None`` if it is none."""
    if any(True for _ in elements(given)):
        return None
    return (given.text or "").strip() or None


def _value(node: Element) -> str:
    return (node.text or "").strip() if len(node) == 0 else ""


def _named(given: Element, parent: Element) -> Iterator[Element]:
    """The children that are named alike; a filter element without a namespace stands for any (RFC 6241, 6.2.1)."""
    if namespace(given.tag):
        found: Iterator[Element] = parent.iterchildren(given.tag)
        return found
    return (child for child in elements(parent) if local_name(child.tag) == given.tag)


def _attributes(given: Element, node: Element) -> bool:
    """Every attribute of the filter element is an attribute of the node (RFC 6241, 6.2.2)."""
    return all(node.get(name) == value for name, value in given.attrib.items())
