"""Where an entry of a list ordered by the user is put (RFC 7950, 7.7.9 and 7.8.6)."""

import re
from dataclasses import dataclass

from oran_harness.codec.yang import Kind, Models, SchemaNode
from oran_harness.peers.o1_provider.datastore import names
from oran_harness.peers.o1_provider.datastore.canonical import canonical_at
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, protocol
from oran_harness.peers.o1_provider.datastore.trees import Element, keys_of

_PREDICATE = re.compile(r"\s*\[\s*(?:([^\s:=\[\]]+):)?([^\s:=\[\]]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")\s*\]\s*")


@dataclass(frozen=True, slots=True)
class Insertion:
    """``where`` is first, last, before or after; the last two are beside the instance with the keys ``anchor``."""

    where: str
    anchor: tuple[str | None, ...] = ()


def insertion_of(given: Element, schema: SchemaNode, models: Models, above: str | None) -> Insertion:
    """What the attributes of an element ask for; raises ``Refusal``. ``above`` is the path of what holds it."""
    where = str(given.get(names.INSERT))
    if where in ("first", "last"):
        return Insertion(where)
    attribute = "key" if schema.kind is Kind.LIST else "value"

    def refused(tag: str, name: str, message: str) -> Refusal:
        element = names.local_name(given.tag)
        return Refusal(protocol(tag, above, message, bad_attribute=name, bad_element=element))

    if where not in ("before", "after"):
        raise refused("bad-attribute", "insert", f"Nothing is inserted {where}.")
    text = given.get(names.KEY if attribute == "key" else names.VALUE)
    if text is None:
        raise refused("missing-attribute", attribute, f"What is inserted {where} something has to name it.")
    anchor = _anchor(given, str(text), schema, models)
    if anchor is None:
        raise refused("bad-attribute", attribute, f"{text} names no instance of {schema.name}.")
    return Insertion(where, anchor)


def _anchor(given: Element, text: str, schema: SchemaNode, models: Models) -> tuple[str | None, ...] | None:
    """The canonical keys of the instance that an attribute names; ``None`` if it cannot be one's."""
    if schema.kind is Kind.LEAF_LIST:
        pairs = {schema.tag: text}
    else:
        matches = list(_PREDICATE.finditer(text))
        if "".join(match[0] for match in matches) != text:
            return None
        pairs = {}
        for prefix, name, one, two in (match.groups() for match in matches):
            space = given.nsmap.get(prefix, "") if prefix else schema.namespace
            pairs[f"{{{space}}}{name}"] = one if one is not None else two
        if set(pairs) != set(schema.key_tags):
            return None
    values = {key: pairs[key] for key in schema.key_tags} or pairs
    found = canonical_at(given, schema, models, values, given.nsmap)
    return None if found is None else keys_of(found, schema)
