"""Reads what an ``<edit-config>`` wants: checked against the schema, made canonical, operations noted.

The outcome of ``read_payload`` is a tree of canonical values in which each element that was given an operation, or
below which values are to go, bears a mark; the mark leads to its ``Instruction``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from oran_harness.codec.yang import MARK, Kind, Models, SchemaNode
from oran_harness.peers.o1_provider.datastore import names
from oran_harness.peers.o1_provider.datastore.anchors import Insertion, insertion_of
from oran_harness.peers.o1_provider.datastore.canonical import is_default
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application, protocol
from oran_harness.peers.o1_provider.datastore.trees import (
    Element,
    copy_to,
    elements,
    empty_tree,
    instance_path,
    tree_of,
    xml_of,
)
from oran_harness.peers.o1_provider.datastore.violations import errors_of
from oran_harness.protocols.netconf.rpc_error import RpcError

OPERATIONS = ("merge", "replace", "create", "delete", "remove")
_ATTRIBUTES = etree.XPath("boolean(.//@*)")
_MARKED = etree.XPath(".//*[@m:number]", namespaces={"m": names.namespace(MARK)})
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Instruction:
    """What is to be done with an element; ``going`` are leaves below it to take away, each with its operation."""

    operation: str | None = None
    insertion: Insertion | None = None
    going: list[tuple[SchemaNode, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Payload:
    """The canonical data of an edit, and its instructions by mark; mark 0 is the root's.

    ``busy`` are the elements that bear a mark or hold one that does: all others are taken as they are.
    """

    root: Element
    instructions: dict[str, Instruction]
    busy: frozenset[Element]


def read_payload(config: Element, models: Models, namespaces: dict[str, str]) -> Payload:
    """The payload of a ``<config>``; raises ``Refusal`` with every error of its form, else of its values."""
    reading = _Reading(models)
    text = (config.text or "").strip() or any((each.tail or "").strip() for each in config)
    if text or _ATTRIBUTES(config) or not reading.plain(config, models.schema):
        root = empty_tree()
        reading.children(config, None, root, None)
        if reading.errors:
            raise Refusal(*reading.errors)
        config = root
    marked = len(reading.instructions) > 1
    checked = models.canonical(xml_of(config), empty_containers=marked)
    if checked.violations:
        raise Refusal(*errors_of(checked.violations, namespaces))
    tree = tree_of(checked.xml)
    return Payload(tree, reading.instructions, frozenset(_busy(tree) if marked else ()))


def _busy(tree: Element) -> Iterator[Element]:
    for element in _MARKED(tree):
        yield element
        yield from element.iterancestors()


class _Reading:
    def __init__(self, models: Models) -> None:
        self.errors: list[RpcError] = []
        self.instructions: dict[str, Instruction] = {"0": Instruction()}
        self._models = models

    def plain(self, given: Element, known: dict[str, SchemaNode]) -> bool:
        """Whether all elements belong where they are; ``children`` tells what is wrong if not."""
        seen: set[str] = set()
        cases: dict[str, str] = {}
        for child in given:
            tag = child.tag
            node = known.get(tag)
            if node is None or not node.config:
                return False
            if not node.many:
                if tag in seen:
                    return False
                seen.add(tag)
            for choice in node.choices:
                if cases.setdefault(choice.path, choice.case) != choice.case:
                    return False
            if node.inner and not self.plain(child, node.children):
                return False
        return True

    def children(self, given: Element, schema: SchemaNode | None, made: Element, operation: str | None) -> None:
        """Copies the children of ``given`` to ``made``."""
        known = self._models.schema if schema is None else schema.children
        seen: set[str] = set()
        cases: dict[str, str] = {}
        if (given.text and given.text.strip()) or any(each.tail and each.tail.strip() for each in given):
            self._refuse("bad-element", made, given, "An element that holds elements holds text too.")
        for child in elements(given):
            node = known.get(child.tag)
            if node is None or not node.config:
                self._unknown(child, made)
                continue
            if child.tag in seen and not node.many:
                self._refuse("bad-element", made, child, f"There are two of {node.name}.")
            seen.add(child.tag)
            for choice in node.choices:
                if cases.setdefault(choice.path, choice.case) != choice.case:
                    self._refuse("bad-element", made, child, f"There are two cases of the choice {choice.name}.")
            self._element(child, node, made, operation)

    def _element(self, given: Element, schema: SchemaNode, above: Element, inherited: str | None) -> None:
        instruction = self._instruction(given, schema, above) if given.attrib else None
        operation = (instruction.operation if instruction is not None else None) or inherited
        if operation in ("delete", "remove") and schema.kind not in (Kind.LIST, Kind.LEAF_LIST) and not schema.is_key():
            self._going(above, schema, operation)
            return
        made = self._copied(given, schema, above)
        if instruction is not None:
            self._mark(made, instruction)
        if schema.kind is Kind.LIST and not self._has_keys(given, schema, made):
            return
        if schema.inner:
            if operation in ("delete", "remove"):
                for key in schema.key_tags:
                    self._copied(given.find(key), schema.children[key], made)
            else:
                self.children(given, schema, made, operation)

    def _copied(self, given: Element, schema: SchemaNode, above: Element) -> Element:
        foreign = schema.parent is None or schema.parent.namespace != schema.namespace
        nsmap = {None: schema.namespace} if foreign else None
        if schema.inner:
            return etree.SubElement(above, given.tag, nsmap=nsmap)
        if not schema.terminal:
            copy = copy_to(above, given)
            copy.tail = None
            for name in (names.OPERATION, names.INSERT, names.KEY, names.VALUE, names.DEFAULT):
                copy.attrib.pop(name, None)
            return copy
        text = (given.text or "") + "".join(each.tail or "" for each in given)
        if self._models.types.of(schema).bears_prefixes():
            nsmap = given.nsmap
        made = etree.SubElement(above, given.tag, nsmap=nsmap)
        made.text = text
        for child in elements(given):
            self._refuse("bad-element", above, child, f"{schema.name} holds a value, and no elements.")
        return made

    def _mark(self, made: Element, instruction: Instruction) -> None:
        number = str(len(self.instructions))
        self.instructions[number] = instruction
        made.set(MARK, number)

    def _going(self, above: Element, schema: SchemaNode, operation: str) -> None:
        if above.getparent() is None:
            self.instructions["0"].going.append((schema, operation))
            return
        number = above.get(MARK)
        if number is None:
            self._mark(above, Instruction())
            number = above.get(MARK)
        self.instructions[str(number)].going.append((schema, operation))

    def _has_keys(self, given: Element, schema: SchemaNode, made: Element) -> bool:
        missing = [key for key in schema.keys if given.find(f"{{{schema.namespace}}}{key}") is None]
        for key in missing:
            path = instance_path(made.getparent(), self._models.schema)
            step = f"{path or ''}/{schema.module}:{schema.name}"
            message = f"An entry of the list {schema.name} has no {key}, which is a key."
            self.errors.append(application("missing-element", step, message, bad_element=key))
        return not missing

    def _instruction(self, given: Element, schema: SchemaNode, above: Element) -> Instruction | None:
        operation = given.get(names.OPERATION)
        if operation is not None and operation not in OPERATIONS:
            self._attribute("bad-attribute", above, given, "operation", f"There is no operation {operation}.")
        ordering = {name for name in (names.INSERT, names.KEY, names.VALUE) if name in given.attrib}
        if ordering and not (schema.by_user and schema.many):
            name = names.local_name(sorted(ordering)[0])
            self._attribute("unknown-attribute", above, given, name, f"{schema.name} is not ordered by the user.")
            ordering = set()
        self._strangers(given, above)
        insertion = None
        if names.INSERT in ordering:
            try:
                insertion = insertion_of(given, schema, self._models, instance_path(above, self._models.schema))
            except Refusal as refusal:
                self.errors += refusal.errors
        if names.DEFAULT in given.attrib:
            operation = self._as_default(given, schema, above, operation)
        return Instruction(operation, insertion) if operation or insertion else None

    def _strangers(self, given: Element, above: Element) -> None:
        mine = (names.OPERATION, names.INSERT, names.KEY, names.VALUE, names.DEFAULT)
        for name in given.attrib:
            if name not in mine and names.namespace(str(name)) != _XML:
                shown = names.local_name(str(name))
                self._attribute("unknown-attribute", above, given, shown, f"There is no attribute {shown}.")

    def _as_default(self, given: Element, schema: SchemaNode, above: Element, operation: str | None) -> str | None:
        """RFC 6243, 4.5.1: a leaf that says that it is a default is set to it, which is to have none of its own."""
        marked = str(given.get(names.DEFAULT)).strip()
        if marked in ("false", "0"):
            return operation
        if marked not in ("true", "1"):
            self._attribute("bad-attribute", above, given, "default", f"{marked} is neither true nor false.")
        elif schema.kind is not Kind.LEAF or not is_default(given, schema, self._models):
            path = instance_path(above, self._models.schema)
            message = f"{schema.name} is marked as a default, but has not the default's value."
            step = f"{path or ''}/{schema.module}:{schema.name}"
            self.errors.append(application("invalid-value", step, message))
        return operation if operation == "delete" else "remove"

    def _unknown(self, child: Element, above: Element) -> None:
        space, name = names.namespace(child.tag), names.local_name(child.tag)
        path = instance_path(above, self._models.schema)
        if space in self._models.namespaces:
            self.errors.append(application("unknown-element", path, f"There is no {name} here.", bad_element=name))
        else:
            message = f"There is no module with the namespace {space}." if space else f"{name} has no namespace."
            error = application("unknown-namespace", path, message, bad_element=name, bad_namespace=space)
            self.errors.append(error)

    def _refuse(self, tag: str, above: Element, given: Element, message: str) -> None:
        path = instance_path(above, self._models.schema)
        self.errors.append(application(tag, path, message, bad_element=names.local_name(given.tag)))

    def _attribute(self, tag: str, above: Element, given: Element, name: str, message: str) -> None:
        path = instance_path(above, self._models.schema)
        element = names.local_name(given.tag)
        self.errors.append(protocol(tag, path, message, bad_attribute=name, bad_element=element))
