"""Data trees as lxml elements: octets to a tree and back, and which instance is which.

The root of a tree is ``<data>`` of NETCONF's namespace; its children are the top-level nodes.
"""

import copy
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from lxml import etree

from oran_harness.codec.yang import MARK, Kind, SchemaNode
from oran_harness.peers.o1_provider.datastore.names import DATA, NC, namespace

Element: TypeAlias = Any
_MARKS = namespace(MARK)


def empty_tree() -> Element:
    """A tree with no data."""
    return etree.Element(DATA, nsmap={None: NC})


def tree_of(xml: str) -> Element:
    """The tree of top-level nodes written one after the other."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(f'<data xmlns="{NC}">{xml}</data>'.encode(), parser)


def xml_of(tree: Element) -> str:
    """The top-level nodes of a tree, written one after the other."""
    return "".join(map(written, tree))


def written(element: Element) -> str:
    """An element with all that is in it, written by itself as text."""
    text: str = etree.tostring(element, encoding="unicode", with_tail=False)
    return text


def octets_of(element: Element) -> bytes:
    """An element with all that is in it, written by itself."""
    octets: bytes = etree.tostring(element, with_tail=False)
    return octets


def copy_of(tree: Element) -> Element:
    """A copy of the tree that may be changed."""
    # What copy.deepcopy does too, and a good deal more besides; of an element there is no other copy.
    return copy.copy(tree)


def copy_to(above: Element, element: Element, before: Element | None = None) -> Element:
    """Copies an element below another, to the end or ``before`` a sibling; the copy.

    lxml drops declarations whose namespace is in scope by another prefix, though values may use them. So whatever
    declares prefixes is built anew, and siblings that come behind it with it.
    """
    if b" xmlns:" not in octets_of(element):
        made = copy_of(element)
        above.append(made) if before is None else before.addprevious(made)
        return made
    behind = [] if before is None else [before, *before.itersiblings()]
    made = _anew(above, element)
    for each in behind:
        copy_to(above, each)
        above.remove(each)
    return made


def bare_to(above: Element, element: Element) -> Element:
    """Copies an element without what is in it, but with its text, attributes and declarations, to the end."""
    known = above.nsmap
    spaces = {
        prefix: space for prefix, space in element.nsmap.items() if space != _MARKS and known.get(prefix) != space
    }
    made = etree.SubElement(above, element.tag, dict(element.attrib), nsmap=spaces)
    made.text = element.text
    return made


def _anew(above: Element, element: Element) -> Element:
    made = bare_to(above, element)
    for child in element:
        if isinstance(child.tag, str):
            _anew(made, child).tail = child.tail
        else:
            made.append(copy_of(child))
    return made


def elements(parent: Element) -> Iterator[Element]:
    """The child elements; comments and processing instructions are passed over."""
    return (child for child in parent if isinstance(child.tag, str))


def schema_of(element: Element, top: dict[str, SchemaNode]) -> SchemaNode | None:
    """The schema node of an element of a tree; ``None`` for the root."""
    parent = element.getparent()
    if parent is None:
        return None
    above = schema_of(parent, top)
    return (top if above is None else above.children).get(element.tag)


def keys_of(element: Element, schema: SchemaNode) -> tuple[str | None, ...]:
    """What tells an instance from others of its kind: the keys of a list entry, the value of a leaf-list's."""
    if schema.kind is Kind.LIST:
        tags = schema.key_tags
        if len(tags) == 1 and len(element) and element[0].tag == tags[0]:
            return (element[0].text or "",)
        return tuple(element.findtext(key) for key in tags)
    if schema.kind is Kind.LEAF_LIST:
        return (element.text or "",)
    return ()


def instance_path(element: Element | None, top: dict[str, SchemaNode]) -> str | None:
    """The instance-identifier of an element, with module names as prefixes; ``None`` for the root."""
    steps: list[str] = []
    while element is not None and element.getparent() is not None:
        schema = schema_of(element, top)
        if schema is not None:
            steps.append(step_of(schema, keys_of(element, schema)))
        element = element.getparent()
    return "/" + "/".join(reversed(steps)) if steps else None


def step_of(schema: SchemaNode, keys: Iterable[str | None]) -> str:
    """One step of an instance-identifier."""
    name = f"{schema.module}:{schema.name}"
    if schema.kind is Kind.LIST:
        pairs = zip(schema.keys, keys, strict=False)
        return name + "".join(f"[{schema.module}:{key}={quoted(value or '')}]" for key, value in pairs)
    if schema.kind is Kind.LEAF_LIST:
        return name + "".join(f"[.={quoted(value or '')}]" for value in keys)
    return name


def quoted(value: str) -> str:
    """The value as an XPath literal."""
    return f"'{value}'" if "'" not in value else f'"{value}"'


class Instances:
    """Finds an instance below a parent without a search through all of them; made for one edit of one tree."""

    def __init__(self) -> None:
        self._found: dict[tuple[Element, str], dict[tuple[str | None, ...], Element]] = {}

    def find(self, parent: Element, schema: SchemaNode, keys: tuple[str | None, ...]) -> Element | None:
        """The instance with these keys."""
        if not schema.many:
            return parent.find(schema.tag)
        return self._table(parent, schema).get(keys)

    def add(self, parent: Element, schema: SchemaNode, element: Element, keys: tuple[str | None, ...]) -> None:
        """Notes a new instance, which is in the tree already."""
        if schema.many:
            table = self._found.get((parent, schema.tag))
            if table is not None:
                table[keys] = element

    def forget(self, parent: Element) -> None:
        """Forgets what is below a parent, where elements were built anew."""
        for known in [known for known in self._found if known[0] is parent]:
            del self._found[known]

    def remove(self, parent: Element, schema: SchemaNode, element: Element) -> None:
        """Notes that an instance leaves the tree."""
        if schema.many and (parent, schema.tag) in self._found:
            self._found[parent, schema.tag].pop(keys_of(element, schema), None)

    def _table(self, parent: Element, schema: SchemaNode) -> dict[tuple[str | None, ...], Element]:
        table = self._found.get((parent, schema.tag))
        if table is None:
            table = {keys_of(each, schema): each for each in parent.iterchildren(schema.tag)}
            self._found[parent, schema.tag] = table
        return table
