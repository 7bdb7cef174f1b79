"""Plausible data for any modules: made by the schema and a seed, then mended until libyang finds nothing wrong."""

from collections.abc import Iterable, Mapping

from lxml import etree

from oran_harness.codec.yang import Kind, Models, Rule, SchemaNode, Violation, YangError
from oran_harness.peers.o1_provider.datastore.plausible_value import plausible_value
from oran_harness.peers.o1_provider.datastore.trees import (
    Element,
    copy_of,
    elements,
    empty_tree,
    keys_of,
    tree_of,
    xml_of,
)
from oran_harness.peers.o1_provider.datastore.violations import find_at, steps_of
from oran_harness.peers.ran_functions.chance import mixed

_ROUNDS = 200
_DEEPEST = 24
_ENTRIES = 2
_KEPT_APART = ("ietf-netconf-acm",)


def plausible_data(models: Models, seed: int, *, given: Element | None = None, modules: Iterable[str] = ()) -> Element:
    """A valid configuration: the tree ``given``, and data for what it lacks.

    ``modules`` are those to fill; all with data but for the access rules' if none is named. Raises ``YangError`` if
    not even the given data can be made valid.
    """
    tree = empty_tree() if given is None else copy_of(given)
    wanted = set(modules) or {module.name for module in models.modules} - set(_KEPT_APART)
    kept = [child.tag for child in elements(tree)]
    maker = _Maker(models, seed)
    for schema in models.schema.values():
        if schema.module in wanted and schema.config and schema.tag not in kept and schema.kind is not Kind.ANYDATA:
            maker.put(tree, schema)
    maker.refer(tree)
    tree = _Mender(models, maker, kept).mend(tree)
    return tree_of(models.canonical(xml_of(tree), empty_containers=False).xml)


def _first(below: int) -> int:
    """No choice: what keeps entries apart is their number alone."""
    return 0


class _Maker:
    def __init__(self, models: Models, seed: int) -> None:
        self._models = models
        self._seed = seed
        self._drawn = 0
        self._waiting: list[tuple[Element, SchemaNode, int]] = []

    def pick(self, below: int) -> int:
        self._drawn += 1
        return mixed(self._seed, self._drawn) % below

    def put(self, above: Element, schema: SchemaNode, deep: int = 0, number: int = 0, *, needed: bool = False) -> None:
        """Puts a node to ``above`` if it is needed, or chance says so; a list gets some entries."""
        if deep > _DEEPEST or not schema.config:
            return
        if schema.kind is Kind.CONTAINER:
            if not schema.presence or needed or schema.choices or self.pick(3):
                self._fill(etree.SubElement(above, schema.tag, nsmap={None: schema.namespace}), schema, deep)
        elif schema.many:
            most = schema.maximum if schema.maximum is not None else _ENTRIES
            for each in range(max(schema.minimum, min(_ENTRIES, most))):
                self.entry(above, schema, deep, each)
        elif schema.kind is Kind.LEAF and (needed or self._likes(schema)):
            self._leaf(above, schema, number)

    def entry(self, above: Element, schema: SchemaNode, deep: int, number: int) -> None:
        """Puts one more instance of a list or leaf-list."""
        if schema.kind is Kind.LEAF_LIST:
            self._leaf(above, schema, number)
            return
        made = etree.SubElement(above, schema.tag, nsmap={None: schema.namespace})
        for key in schema.key_tags:
            self._leaf(made, schema.children[key], number)
        self._fill(made, schema, deep, number)

    def refer(self, tree: Element) -> None:
        """Gives leafrefs the values of leaves that there are; a key follows the entry's number."""
        for above, schema, number in self._waiting:
            values = self._targets(tree, schema)
            if values:
                made = etree.SubElement(above, schema.tag)
                made.text = values[number % len(values)]
                if schema.is_key():
                    above.insert(schema.parent.keys.index(schema.name) if schema.parent else 0, made)
            elif schema.is_key() and above.getparent() is not None:
                above.getparent().remove(above)
        self._waiting = []

    def _likes(self, schema: SchemaNode) -> bool:
        return schema.mandatory or not (schema.conditional or schema.defaults or self.pick(3) == 0)

    def _fill(self, made: Element, schema: SchemaNode, deep: int, number: int = 0) -> None:
        chosen: dict[str, str] = {}
        for child in schema.children.values():
            if child.is_key() or not child.config:
                continue
            for choice in child.choices:
                if choice.path not in chosen and (choice.mandatory or choice.default or self.pick(2)):
                    chosen[choice.path] = choice.default or choice.case
            if all(chosen.get(choice.path) == choice.case for choice in child.choices):
                needed = child.mandatory or any(choice.mandatory for choice in child.choices)
                self.put(made, child, deep + 1, number, needed=needed)

    def _leaf(self, above: Element, schema: SchemaNode, number: int) -> None:
        kind = self._models.types.of(schema)
        if kind.base == "leafref":
            self._waiting.append((above, schema, number))
            return
        if kind.base == "identityref" and kind.identities:
            module, name = kind.identities[(self.pick(len(kind.identities)) + number) % len(kind.identities)]
            space = self._models.by_name[module].namespace if module in self._models.by_name else ""
            etree.SubElement(above, schema.tag, nsmap={module: space}).text = f"{module}:{name}"
            return
        apart = schema.is_key() or schema.many
        value = plausible_value(kind, schema, _first if apart else self.pick, number)
        if value is not None:
            etree.SubElement(above, schema.tag, nsmap={None: schema.namespace}).text = value

    def _targets(self, tree: Element, schema: SchemaNode) -> list[str]:
        """The values that leaves at the end of a leafref's path have, wherever they are."""
        kind = self._models.types.of(schema)
        text = self._models.types.text(kind.path_text)
        name = (kind.path or "").rpartition("/")[2]
        module, local = text.prefixed(name.strip())
        owner = schema.module if ":" not in name else module
        space = self._models.by_name[owner].namespace if owner in self._models.by_name else schema.namespace
        above = (kind.path or "").split("/")[-2:-1]
        holder = above[0].rpartition(":")[2].partition("[")[0] if above else ""
        return [
            each.text or ""
            for each in tree.iter(f"{{{space}}}{local}")
            if holder in ("", "..") or etree.QName(each.getparent()).localname == holder
        ]


class _Mender:
    """Takes away, or adds, what libyang asks for."""

    def __init__(self, models: Models, maker: _Maker, kept: list[str]) -> None:
        self._models = models
        self._maker = maker
        self._kept = kept
        self._spaces = {module.name: module.namespace for module in models.modules}
        self._tries: dict[str, int] = {}

    def mend(self, tree: Element) -> Element:
        """The tree made valid; raises ``YangError`` if it cannot be."""
        violations: tuple[Violation, ...] = ()
        for _ in range(_ROUNDS):
            self._drop_doubles(tree, self._models.schema)
            violations = self._models.check(xml_of(tree)).violations
            if not violations:
                return tree
            # libyang's order changes from one set of modules in memory to the next.
            for each in sorted(violations, key=lambda each: (each.path or "", each.message)):
                self._treat(tree, each)
        for child in [child for child in elements(tree) if child.tag not in self._kept]:
            tree.remove(child)
            violations = self._models.check(xml_of(tree)).violations
            if not violations:
                return tree
        raise YangError(f"No valid data can be made for the YANG modules: {violations[0].message}")

    def _drop_doubles(self, tree: Element, known: Mapping[str, SchemaNode]) -> None:
        """Of instances with the same keys, the first stays."""
        seen: set[tuple[str, tuple[str | None, ...]]] = set()
        for child in list(elements(tree)):
            schema = known.get(child.tag)
            identity = (child.tag, () if schema is None else keys_of(child, schema))
            if identity in seen:
                tree.remove(child)
                continue
            seen.add(identity)
            if schema is not None and schema.inner:
                self._drop_doubles(child, schema.children)

    def _treat(self, tree: Element, violation: Violation) -> None:
        path = violation.path or ""
        steps = steps_of(path)
        element = find_at(tree, steps, self._spaces)
        known = f"{violation.rule} {path} {violation.name}"
        self._tries[known] = self._tries.get(known, 0) + 1
        if self._tries[known] <= 2 and self._add(tree, element, violation):
            return
        if element is None and steps:
            element = find_at(tree, steps[:-1], self._spaces)
        if element is not None and element.getparent() is not None:
            if violation.rule is Rule.WHEN:
                element.getparent().remove(element)
            else:
                self._take_away(element)

    def _add(self, tree: Element, element: Element | None, violation: Violation) -> bool:
        """Adds what is missing, where something is."""
        steps = steps_of(violation.path or "")
        if violation.rule is Rule.TOO_FEW:
            above = tree if len(steps) < 2 else find_at(tree, steps[:-1], self._spaces)
            schema = self._schema(steps)
            if above is None:
                above = self._way(tree, steps[:-1])
            if schema is None:
                return False
            for number in range(len(above.findall(schema.tag)), schema.minimum):
                self._maker.entry(above, schema, 0, number)
        elif violation.rule in (Rule.MANDATORY, Rule.CHOICE):
            schema = self._schema(steps)
            children = self._models.schema if schema is None else schema.children
            above = tree if not steps else element if element is not None else self._way(tree, steps)
            for child in children.values():
                if child.name == violation.name and violation.rule is Rule.MANDATORY:
                    self._maker.put(above, child, needed=True)
                    break
                if violation.rule is Rule.CHOICE and any(each.name == violation.name for each in child.choices):
                    self._maker.put(above, child, needed=True)
                    break
        else:
            return False
        self._maker.refer(tree)
        return True

    def _schema(self, steps: list[tuple[str, list[tuple[str, str]]]]) -> SchemaNode | None:
        schema: SchemaNode | None = None
        for name, _ in steps:
            module, _, local = name.partition(":")
            schema = (self._models.schema if schema is None else schema.children).get(
                f"{{{self._spaces[module]}}}{local}"
            )
            if schema is None:
                return None
        return schema

    def _way(self, tree: Element, steps: list[tuple[str, list[tuple[str, str]]]]) -> Element:
        """The containers that lead to a place, made where they are not there."""
        element = tree
        for name, _ in steps:
            module, _, local = name.partition(":")
            tag = f"{{{self._spaces[module]}}}{local}"
            found = element.find(tag)
            element = found if found is not None else etree.SubElement(element, tag, nsmap={None: self._spaces[module]})
        return element

    def _take_away(self, element: Element) -> None:
        """Takes a node away; what cannot be without it goes too."""
        above = element.getparent()
        while above is not None and above.getparent() is not None and self._needs(above, element):
            element, above = above, above.getparent()
        if above is not None:
            above.remove(element)

    def _needs(self, above: Element, element: Element) -> bool:
        schema = self._find_schema(above)
        child = None if schema is None else schema.children.get(element.tag)
        if schema is None or child is None:
            return False
        removable = schema.many or schema.presence
        return removable and (child.mandatory or child.is_key() or any(each.mandatory for each in child.choices))

    def _find_schema(self, element: Element) -> SchemaNode | None:
        tags = [each.tag for each in (element, *element.iterancestors())][:-1]
        schema: SchemaNode | None = None
        for tag in reversed(tags):
            schema = (self._models.schema if schema is None else schema.children).get(tag)
        return schema
