"""The canonical form of one value where it stands (RFC 7950, 9.1)."""

from collections.abc import Mapping

from lxml import etree

from oran_harness.codec.yang import Models, SchemaNode
from oran_harness.peers.o1_provider.datastore.trees import Element, tree_of


def canonical_at(
    given: Element, schema: SchemaNode, models: Models, values: Mapping[str, str], spaces: Mapping[str | None, str]
) -> Element | None:
    """The node that stands where ``given`` does, with other ``values`` by tag, canonical; ``None`` if one is none.

    ``values`` are a leaf's own or a list entry's keys; ``spaces`` the prefixes that they may hold.
    """
    chain = [schema]
    while chain[-1].parent is not None:
        chain.append(chain[-1].parent)
    chain.reverse()
    beside = {str(above.tag): above for above in given.iterancestors()}
    top = at = etree.Element("top")
    for node in chain[:-1]:
        at = etree.SubElement(at, node.tag)
        for key in node.key_tags:
            real = beside[node.tag].find(key) if node.tag in beside else None
            if real is not None:
                etree.SubElement(at, key, nsmap=real.nsmap).text = real.text
    if schema.inner:
        at = etree.SubElement(at, schema.tag)
    for tag, text in values.items():
        etree.SubElement(at, tag, nsmap=dict(spaces)).text = text
    checked = models.canonical(etree.tostring(top[0], encoding="unicode"), empty_containers=True)
    if checked.violations:
        return None
    element = tree_of(checked.xml)
    for node in chain:
        element = element.find(node.tag)
        if element is None:
            return None
    return element


def is_default(given: Element, schema: SchemaNode, models: Models) -> bool:
    """Whether a leaf is given its default, in whatever form and with whatever prefix."""
    text = (given.text or "") + "".join(each.tail or "" for each in given)
    found = canonical_at(given, schema, models, {schema.tag: text}, given.nsmap)
    value, where = models.types.default_of(schema)
    if found is None or value is None:
        return False
    spaces: dict[str | None, str] = {None: where.namespace}
    for prefix, module in where.prefixes.items():
        if prefix and module in models.by_name:
            spaces[prefix] = models.by_name[module].namespace
    default = canonical_at(given, schema, models, {schema.tag: value}, spaces)
    return default is not None and default.text == found.text
