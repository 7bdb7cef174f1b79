"""Checks the input of an operation, which libyang's binding does not take: what is there, and simple values."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from oran_harness.codec.yang import Kind, Models, SchemaNode, ValueType
from oran_harness.peers.o1_provider.datastore.names import local_name, namespace
from oran_harness.peers.o1_provider.datastore.plausible_value import bounds
from oran_harness.peers.o1_provider.datastore.refusal import application
from oran_harness.peers.o1_provider.datastore.trees import Element, elements
from oran_harness.protocols.netconf.rpc_error import RpcError


def input_errors(operation: Element, schema: SchemaNode, models: Models) -> tuple[RpcError, ...]:
    """What is wrong with an operation's element: nodes that do not belong there, are missing or hold a wrong value.

    Of values, numbers, enumerations, truth values and lengths are checked; patterns, references and must are not.
    """
    taken = schema.children.get(f"{{{schema.namespace}}}input")
    return tuple(_inside(operation, {} if taken is None else taken.children, models))


def input_value(operation: Element, schema: SchemaNode, name: str) -> str | None:
    """The value of a leaf of the input, or its default."""
    found: str | None = operation.findtext(f"{{{schema.namespace}}}{name}")
    taken = schema.children.get(f"{{{schema.namespace}}}input")
    leaf = None if taken is None else taken.children.get(f"{{{schema.namespace}}}{name}")
    if found is not None or leaf is None or not leaf.defaults:
        return found
    return leaf.defaults[0]


def _inside(parent: Element, known: dict[str, SchemaNode], models: Models) -> Iterator[RpcError]:
    seen: dict[str, int] = {}
    for child in elements(parent):
        schema, name = known.get(child.tag), local_name(child.tag)
        seen[child.tag] = seen.get(child.tag, 0) + 1
        if schema is None and namespace(child.tag) not in models.namespaces:
            message = f"There is no module with the namespace {namespace(child.tag)}."
            info = {"bad_element": name, "bad_namespace": namespace(child.tag)}
            yield application("unknown-namespace", None, message, **info)
        elif schema is None:
            yield application("unknown-element", None, f"There is no {name} in this operation.", bad_element=name)
        elif seen[child.tag] > 1 and not schema.many:
            yield application("bad-element", None, f"There are two of {name}.", bad_element=name)
        elif schema.inner:
            yield from _inside(child, schema.children, models)
        elif schema.terminal and not _fits(child.text or "", models.types.of(schema)):
            yield application("invalid-value", None, f"{child.text or 'Nothing'} is no value of {name}.")
    for tag, schema in known.items():
        needed = schema.mandatory or schema.minimum > 0 or schema.is_key()
        if needed and tag not in seen and not schema.choices and schema.kind is not Kind.ACTION:
            yield application("missing-element", None, f"{schema.name} is missing.", bad_element=schema.name)


def _fits(text: str, kind: ValueType) -> bool:
    if kind.base == "union":
        return any(_fits(text, member) for member in kind.members)
    if kind.base == "boolean":
        return text in ("true", "false")
    if kind.base == "enumeration":
        return text in kind.names
    if kind.base == "empty":
        return not text
    if kind.base == "decimal64" or re.fullmatch(r"u?int\d+", kind.base):
        return _is_number(text.strip(), kind)
    if kind.base == "string" and kind.lengths:
        ends = [part.partition("..") for part in kind.lengths[0].split("|")]
        return any(_between(len(text), low.strip(), high.strip() if dots else low.strip()) for low, dots, high in ends)
    return True


def _is_number(text: str, kind: ValueType) -> bool:
    if kind.base != "decimal64" and not re.fullmatch(r"[+-]?\d+", text):
        return False
    try:
        value = Decimal(text)
    except InvalidOperation:
        return False
    return value.is_finite() and any(low <= value <= high for low, high in bounds(kind))


def _between(length: int, low: str, high: str) -> bool:
    return (low == "min" or int(low) <= length) and (high == "max" or length <= int(high))
