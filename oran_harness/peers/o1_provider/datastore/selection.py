"""Which nodes of a tree are wanted, and the tree of just these."""

from collections.abc import Callable, Collection, Mapping

from oran_harness.codec.yang import Kind, SchemaNode
from oran_harness.peers.o1_provider.datastore.trees import Element, bare_to, copy_of, copy_to, elements

Visible = Callable[[SchemaNode, Element], bool]
Whole = Callable[[SchemaNode], bool]


class Selection:
    """Nodes of one tree: whole ones with all below them, others only as the way to what is wanted."""

    def __init__(self) -> None:
        self._whole: set[Element] = set()
        self._part: set[Element] = set()

    def add(self, element: Element) -> None:
        """Wants a node with all below it."""
        self._whole.add(element)
        self.reach(element.getparent())

    def reach(self, element: Element | None) -> None:
        """Wants a node as far as something in it is wanted."""
        while element is not None and element not in self._part:
            self._part.add(element)
            element = element.getparent()

    def __contains__(self, element: Element) -> bool:
        return element in self._whole

    def tree(self, root: Element, known: Mapping[str, SchemaNode]) -> Element:
        """A copy of ``root`` with the wanted nodes, and the keys of list entries on the way."""
        if root in self._whole:
            return copy_of(root)
        made = _bare(root)
        self._fill(made, root, known)
        return made

    def _fill(self, made: Element, given: Element, known: Mapping[str, SchemaNode]) -> None:
        for child in elements(given):
            schema = known.get(child.tag)
            if child in self._whole or (schema is not None and schema.is_key()):
                copy_to(made, child)
            elif child in self._part and schema is not None:
                self._fill(bare_to(made, child), child, schema.children)


def visible_part(
    root: Element, known: Mapping[str, SchemaNode], visible: Visible, whole: Whole, only: Collection[str] | None = None
) -> Element:
    """A copy of a tree without the nodes that are not to be seen, and without entries whose keys are not.

    ``whole`` tells that a node is to be seen with all that may be below it. Of the top-level nodes ``only`` those with
    these tags are looked at; None for all.
    """
    made = _bare(root)
    for child in elements(root):
        if only is None or child.tag in only:
            _show(made, child, known, visible, whole)
    return made


def _show(made: Element, child: Element, known: Mapping[str, SchemaNode], visible: Visible, whole: Whole) -> None:
    schema = known.get(child.tag)
    if schema is None or not visible(schema, child):
        return
    if not schema.inner or whole(schema):
        copy_to(made, child)
        return
    part = bare_to(made, child)
    for each in elements(child):
        _show(part, each, schema.children, visible, whole)
    if schema.kind is Kind.LIST and any(part.find(key) is None for key in schema.key_tags):
        made.remove(part)


def _bare(root: Element) -> Element:
    made = root.makeelement(root.tag, dict(root.attrib), nsmap=root.nsmap)
    made.text = root.text
    return made
