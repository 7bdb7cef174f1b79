"""What a ``<get>`` or ``<get-config>`` gives: defaults, state data, access rules and filter, in this order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from oran_harness.codec.yang import Models, SchemaNode
from oran_harness.peers.o1_provider.datastore.nacm import Rights
from oran_harness.peers.o1_provider.datastore.names import namespace
from oran_harness.peers.o1_provider.datastore.snapshot import Snapshot, WithDefaults
from oran_harness.peers.o1_provider.datastore.subtree_filter import subtree
from oran_harness.peers.o1_provider.datastore.trees import Element, Instances, copy_of, copy_to, elements, keys_of
from oran_harness.peers.o1_provider.datastore.xpath_filter import selected


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: ``subtree`` is the ``<filter>`` element, or ``xpath`` an expression with the prefixes in scope."""

    subtree: Element | None = None
    xpath: str | None = None
    namespaces: Mapping[str | None, str] = field(default_factory=dict)


def read(
    snapshot: Snapshot,
    models: Models,
    *,
    mode: WithDefaults = WithDefaults.EXPLICIT,
    wanted: Filter | None = None,
    rights: Rights | None = None,
    state: Element | None = None,
) -> Element:
    """A ``<data>`` element of the caller's own; raises ``Refusal`` if the XPath of the filter cannot be used.

    ``state`` is a tree of state data, which is put to the configuration.
    """
    tree = snapshot.tree(mode)
    if state is not None:
        tree = together(tree, state, models.schema)
    shown = tree if rights is None else rights.readable(tree, models, _tops(wanted))
    if wanted is None:
        return copy_of(shown) if shown is snapshot.tree(mode) else shown
    if wanted.xpath is not None:
        return selected(shown, wanted.xpath, wanted.namespaces, models.schema)
    if wanted.subtree is None:
        return copy_of(shown)
    return subtree(shown, wanted.subtree, models.schema)


def _tops(wanted: Filter | None) -> frozenset[str] | None:
    """The tags of the top-level nodes that a filter selects from, None where they may be any."""
    if wanted is None or wanted.subtree is None:
        return None
    tops = list(elements(wanted.subtree))
    # One without a namespace stands for any, and one that matches a value selects its siblings (RFC 6241, 6.2).
    if any(not namespace(each.tag) or (not len(each) and (each.text or "").strip()) for each in tops):
        return None
    return frozenset(each.tag for each in tops)


def together(tree: Element, state: Element, known: Mapping[str, SchemaNode]) -> Element:
    """A copy of ``tree`` with the nodes of ``state``; an instance that both have is one, and keeps its values."""
    made = copy_of(tree)
    _put_to(made, state, known, Instances())
    return made


def _put_to(made: Element, state: Element, known: Mapping[str, SchemaNode], instances: Instances) -> None:
    for child in elements(state):
        schema = known.get(child.tag)
        if schema is None:
            continue
        nameless = schema.many and not schema.keys and schema.inner
        there = None if nameless else instances.find(made, schema, keys_of(child, schema))
        if there is None:
            copy_to(made, child)
        elif schema.inner:
            _put_to(there, child, schema.children, instances)
