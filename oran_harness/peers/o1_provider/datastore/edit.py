"""Carries out an ``<edit-config>`` on a tree (RFC 6241, 7.2; RFC 7950, 8.2)."""

from collections.abc import Mapping

from lxml import etree

from oran_harness.codec.yang import MARK, Kind, Models, SchemaNode
from oran_harness.peers.o1_provider.datastore import names
from oran_harness.peers.o1_provider.datastore.access import Access, Permit
from oran_harness.peers.o1_provider.datastore.differences import denied, differences, refused
from oran_harness.peers.o1_provider.datastore.payload import Instruction, Payload
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application, protocol
from oran_harness.peers.o1_provider.datastore.trees import (
    Element,
    Instances,
    copy_of,
    copy_to,
    elements,
    instance_path,
    keys_of,
    schema_of,
    step_of,
)
from oran_harness.peers.o1_provider.datastore.violations import Steps, find_at
from oran_harness.protocols.netconf.rpc_error import RpcError


class Editing:
    """One edit of a copy of ``before``, which becomes ``tree``; what went wrong is in ``errors``."""

    def __init__(
        self, before: Element, models: Models, payload: Payload, *, go_on: bool = False, permit: Permit | None = None
    ) -> None:
        self.tree = copy_of(before)
        self.errors: list[RpcError] = []
        self._before = before
        self._models = models
        self._payload = payload
        self._go_on = go_on
        self._permit = permit
        self._instances = Instances()

    def carry_out(self, default_operation: str) -> None:
        """Does all of the payload; stops at the first error, or goes on with the next node."""
        try:
            self._going(self._payload.instructions["0"], self.tree)
            if default_operation == "replace":
                self._clear_unnamed()
            for given in elements(self._payload.root):
                self._guarded(given, self.tree, self._models.schema[given.tag], default_operation)
        except Refusal:
            return

    def _clear_unnamed(self) -> None:
        """Takes away what the payload does not name: it replaces the whole configuration (RFC 6241, 7.2)."""
        top = self._models.schema
        named = {(each.tag, keys_of(each, top[each.tag])) for each in elements(self._payload.root)}
        for child in list(elements(self.tree)):
            if child.tag in top and (child.tag, keys_of(child, top[child.tag])) not in named:
                self._take_away(child, self.tree, top[child.tag])

    def _guarded(self, given: Element, above: Element, schema: SchemaNode, inherited: str) -> None:
        try:
            self._node(given, above, schema, inherited)
        except Refusal as refusal:
            if not any(error in self.errors for error in refusal.errors):
                self.errors += refusal.errors
            if not self._go_on:
                raise

    def _node(self, given: Element, above: Element, schema: SchemaNode, inherited: str) -> None:
        mark = given.get(MARK)
        instruction = self._payload.instructions[mark] if mark is not None else None
        operation = inherited if instruction is None else instruction.operation or inherited
        keys = keys_of(given, schema)
        there = self._instances.find(above, schema, keys)
        if operation in ("delete", "remove"):
            self._delete(there, above, schema, operation, keys)
            return
        if operation == "none":
            self._require(there, above, schema, keys)
        if operation == "create" and there is not None and not _conceptual(there, schema):
            raise Refusal(application("data-exists", self._path(above, schema, keys), f"{schema.name} exists already."))
        if operation != "none":
            self._clear_other_cases(above, schema)
        if there is None:
            if given not in self._payload.busy and (self._permit is None or not self._go_on):
                self._graft(given, above, schema, keys)
                return
            there = self._create(given, above, schema, instruction)
        else:
            self._update(given, there, above, schema, operation, instruction)
            if operation == "replace" and schema.inner:
                self._replace(given, there, schema, instruction)
                return
        if schema.inner:
            self._inside(given, there, schema, "merge" if operation == "replace" else operation, instruction)
            self._prune(there, schema)

    def _replace(self, given: Element, there: Element, schema: SchemaNode, instruction: Instruction | None) -> None:
        """Empties and fills a node anew; only what is different afterwards needs a permit."""
        permit, self._permit = self._permit, None
        keys = schema.key_tags
        old = copy_of(there)
        try:
            for child in list(elements(there)):
                if child.tag not in keys:
                    self._take_away(child, there, schema.children[child.tag])
            self._inside(given, there, schema, "merge", instruction)
        finally:
            self._permit = permit
        if permit is not None:
            before = self._same_before(there)
            error = refused(
                differences(old if before is None else before, there, schema.children), permit, self._models.schema
            )
            if error is not None:
                raise Refusal(error)
        self._prune(there, schema)

    def _same_before(self, element: Element) -> Element | None:
        """The node in the tree as it was before the edit."""
        above = element.getparent()
        if above is None:
            return self._before
        before, schema = self._same_before(above), schema_of(element, self._models.schema)
        if before is None or schema is None:
            return None
        keys = keys_of(element, schema)
        return next((each for each in before.iterchildren(element.tag) if keys_of(each, schema) == keys), None)

    def _inside(
        self, given: Element, there: Element, schema: SchemaNode, operation: str, instruction: Instruction | None
    ) -> None:
        if instruction is not None:
            self._going(instruction, there)
        keys = schema.key_tags
        for child in elements(given):
            if child.tag not in keys:
                self._guarded(child, there, schema.children[child.tag], operation)

    def _require(self, there: Element | None, above: Element, schema: SchemaNode, keys: tuple[str | None, ...]) -> None:
        if there is None and not schema.conceptual:
            path = self._path(above, schema, keys)
            raise Refusal(application("data-missing", path, f"{schema.name} does not exist."))

    def _going(self, instruction: Instruction, above: Element) -> None:
        for schema, operation in instruction.going:
            try:
                self._delete(above.find(schema.tag), above, schema, operation, ())
            except Refusal as refusal:
                self.errors += refusal.errors
                if not self._go_on:
                    raise

    def _delete(
        self,
        there: Element | None,
        above: Element,
        schema: SchemaNode,
        operation: str,
        keys: tuple[str | None, ...],
    ) -> None:
        if there is None or _conceptual(there, schema):
            if operation == "delete":
                path = self._path(above, schema, keys)
                raise Refusal(application("data-missing", path, f"{schema.name} does not exist."))
            return
        self._take_away(there, above, schema)

    def _take_away(self, there: Element, above: Element, schema: SchemaNode) -> None:
        self._note_all(Access.DELETE, schema, there)
        self._instances.remove(above, schema, there)
        above.remove(there)

    def _graft(self, given: Element, above: Element, schema: SchemaNode, keys: tuple[str | None, ...]) -> None:
        """Takes over a node with all below it, in which nothing asks for anything else."""
        if schema.conceptual and len(given) == 0:
            return
        made = copy_to(above, given if schema.inner else _bare_copy(given, schema))
        if self._payload.busy and schema.inner:
            self._drop_empty(made, schema)
        # A refusal ends the whole edit, so that the tree is thrown away.
        self._note_all(Access.CREATE, schema, made)
        self._instances.add(above, schema, made, keys)

    def _drop_empty(self, made: Element, schema: SchemaNode) -> None:
        for child in list(elements(made)):
            node = schema.children.get(child.tag)
            if node is not None and node.inner:
                self._drop_empty(child, node)
                if node.conceptual and len(child) == 0:
                    made.remove(child)

    def _create(self, given: Element, above: Element, schema: SchemaNode, instruction: Instruction | None) -> Element:
        bare = _bare_copy(given, schema)
        made = self._put(above, bare, self._behind(bare, above, schema, instruction))
        try:
            self._note_all(Access.CREATE, schema, made)
        except Refusal:
            above.remove(made)
            raise
        self._instances.add(above, schema, made, keys_of(made, schema))
        return made

    def _update(
        self,
        given: Element,
        there: Element,
        above: Element,
        schema: SchemaNode,
        operation: str,
        instruction: Instruction | None,
    ) -> None:
        if operation != "none" and not schema.inner and schema.kind is not Kind.LEAF_LIST:
            before, after = etree.tostring(there, with_tail=False), etree.tostring(_bare_copy(given, schema))
            if before != after:
                self._note(Access.UPDATE, schema, there)
                behind = there.getnext()
                above.remove(there)
                self._put(above, _bare_copy(given, schema), behind)
        if instruction is not None and instruction.insertion is not None and schema.by_user:
            self._note(Access.UPDATE, schema, there)
            self._move(there, above, schema, instruction)

    def _move(self, there: Element, above: Element, schema: SchemaNode, instruction: Instruction) -> None:
        behind = self._behind(there, above, schema, instruction)
        if behind is not there:
            moved = copy_of(there)
            above.remove(there)
            self._instances.forget(above)
            self._put(above, moved, behind)

    def _put(self, above: Element, element: Element, behind: Element | None) -> Element:
        made = copy_to(above, element, behind)
        if behind is not None:
            self._instances.forget(above)
        return made

    def _behind(
        self, made: Element, above: Element, schema: SchemaNode, instruction: Instruction | None
    ) -> Element | None:
        """What comes behind an instance by its insertion: nothing without one; itself if it is there already."""
        insertion = None if instruction is None else instruction.insertion
        if insertion is None or insertion.where == "last":
            return None
        if insertion.where == "first":
            return above.find(schema.tag)
        anchor = self._instances.find(above, schema, insertion.anchor)
        if anchor is None:
            attribute = "key" if schema.kind is Kind.LIST else "value"
            message = f"There is no instance of {schema.name} to insert {insertion.where}."
            path = self._path(above, schema, keys_of(made, schema))
            raise Refusal(
                protocol(
                    "bad-attribute", path, message, "missing-instance", bad_attribute=attribute, bad_element=schema.name
                )
            )
        return anchor if insertion.where == "before" or anchor is made else anchor.getnext()

    def _clear_other_cases(self, above: Element, schema: SchemaNode) -> None:
        if not schema.choices:
            return
        chosen = {choice.path: choice.case for choice in schema.choices}
        known = self._models.schema if schema.parent is None else schema.parent.children
        for child in list(elements(above)):
            node = known.get(child.tag)
            if node is not None and any(chosen.get(each.path, each.case) != each.case for each in node.choices):
                self._take_away(child, above, node)

    def _prune(self, there: Element, schema: SchemaNode) -> None:
        """Containers that mean nothing by themselves are not kept empty."""
        if _conceptual(there, schema):
            above = there.getparent()
            if above is not None:
                above.remove(there)

    def _note_all(self, access: Access, schema: SchemaNode, element: Element) -> None:
        if self._permit is not None:
            self._note(access, schema, element)
            for child in elements(element):
                node = schema.children.get(child.tag)
                if node is not None:
                    self._note_all(access, node, child)

    def _note(self, access: Access, schema: SchemaNode, element: Element) -> None:
        if self._permit is not None and not schema.conceptual and not self._permit(access, schema, element):
            raise Refusal(denied(access, schema, element, self._models.schema))

    def _path(self, above: Element, schema: SchemaNode, keys: tuple[str | None, ...]) -> str:
        return f"{instance_path(above, self._models.schema) or ''}/{step_of(schema, keys)}"


def _conceptual(element: Element, schema: SchemaNode) -> bool:
    """Whether it is a container without presence that holds nothing: it exists, but nobody has made it."""
    return schema.conceptual and len(element) == 0


def _bare_copy(given: Element, schema: SchemaNode) -> Element:
    """A node as it comes into the tree: a value with its prefixes, a list entry with its keys, else empty."""
    if not schema.inner:
        space = names.namespace(MARK)
        copy = etree.Element(given.tag, nsmap={key: value for key, value in given.nsmap.items() if value != space})
        copy.text = given.text
        for each in elements(given):
            copy_to(copy, each)
        return copy
    made = etree.Element(given.tag, nsmap={None: schema.namespace})
    for key in schema.key_tags:
        source = given.find(key)
        if source is not None:
            copy_to(made, _bare_copy(source, schema.children[key]))
    return made


def remove_at(tree: Element, steps: Steps, models: Models, namespaces: Mapping[str, str]) -> bool:
    """Takes away the node that these steps lead to, and containers left empty; whether it was there."""
    found = find_at(tree, steps, namespaces)
    above = None if found is None else found.getparent()
    if found is None or above is None:
        return False
    above.remove(found)
    while len(above) == 0:
        schema, higher = schema_of(above, models.schema), above.getparent()
        if schema is None or higher is None or not schema.conceptual:
            break
        higher.remove(above)
        above = higher
    return True
