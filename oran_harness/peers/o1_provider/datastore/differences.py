"""What differs between two trees, node by node."""

from collections.abc import Callable, Iterator, Mapping

from oran_harness.codec.yang import SchemaNode
from oran_harness.peers.o1_provider.datastore.access import Access, Permit
from oran_harness.peers.o1_provider.datastore.refusal import application
from oran_harness.peers.o1_provider.datastore.trees import Element, elements, instance_path, keys_of, octets_of, xml_of
from oran_harness.protocols.netconf.rpc_error import RpcError

Difference = tuple[Access, SchemaNode, Element]


def differences(
    before: Element,
    after: Element,
    known: Mapping[str, SchemaNode],
    written: Callable[[Element], str | bytes] = octets_of,
) -> Iterator[Difference]:
    """What was created, updated and deleted below two elements that are the same node, whose children are ``known``.

    ``written`` tells how one of these children is written, where somebody knows already.
    """
    old = {_identity(each, known): each for each in elements(before) if each.tag in known}
    stayed: list[tuple[str, tuple[str | None, ...]]] = []
    for element in elements(after):
        schema = known.get(element.tag)
        if schema is None:
            continue
        identity = _identity(element, known)
        same = old.pop(identity, None)
        if same is None:
            yield from _whole(Access.CREATE, schema, element)
            continue
        if schema.by_user:
            stayed.append(identity)
        if schema.inner:
            # What is written alike is the same, and most of a large tree mostly is.
            if written(same) != written(element):
                yield from differences(same, element, schema.children)
        elif (same.text or "") != (element.text or "") or (len(same) and xml_of(same) != xml_of(element)):
            yield Access.UPDATE, schema, element
    for element in old.values():
        yield from _whole(Access.DELETE, known[element.tag], element)
    if stayed:
        yield from _moved(before, after, known, stayed)


def refused(found: Iterator[Difference], permit: Permit, top: dict[str, SchemaNode]) -> RpcError | None:
    """The error of the first difference that is not permitted."""
    for access, schema, element in found:
        if not (schema.conceptual or permit(access, schema, element)):
            return denied(access, schema, element, top)
    return None


def denied(access: Access, schema: SchemaNode, element: Element, top: dict[str, SchemaNode]) -> RpcError:
    """The error of an access that is not permitted."""
    message = f"You may not {access.value} {schema.name}."
    return application("access-denied", instance_path(element, top), message)


def _identity(element: Element, known: Mapping[str, SchemaNode]) -> tuple[str, tuple[str | None, ...]]:
    return element.tag, keys_of(element, known[element.tag])


def _whole(access: Access, schema: SchemaNode, element: Element) -> Iterator[Difference]:
    yield access, schema, element
    for child in elements(element):
        node = schema.children.get(child.tag)
        if node is not None:
            yield from _whole(access, node, child)


def _moved(
    before: Element,
    after: Element,
    known: Mapping[str, SchemaNode],
    stayed: list[tuple[str, tuple[str | None, ...]]],
) -> Iterator[Difference]:
    """Entries that the user ordered anew: those from the first on that is not where it was."""
    kept = set(stayed)
    was = [
        identity for identity in (_identity(e, known) for e in elements(before) if e.tag in known) if identity in kept
    ]
    for tag in dict.fromkeys(tag for tag, _ in stayed):
        old = [identity for identity in was if identity[0] == tag]
        new = [identity for identity in stayed if identity[0] == tag]
        if old != new:
            changed = {b for a, b in zip(old, new, strict=True) if a != b}
            for element in after.iterchildren(tag):
                if _identity(element, known) in changed:
                    yield Access.UPDATE, known[tag], element
