"""The schema nodes of a set of modules: groupings used, augments grafted, deviations and features applied."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from oran_harness.codec.yang.features import feature_holds
from oran_harness.codec.yang.module_text import ModuleText
from oran_harness.codec.yang.schema import Choice, Deny, Kind, SchemaNode
from oran_harness.codec.yang.statement import Statement

_DATA = {"container", "list", "leaf", "leaf-list", "anydata", "anyxml"}
_SHORT_CASES = {*_DATA, "choice"}
_OPERATIONS = {"rpc": Kind.RPC, "action": Kind.ACTION, "notification": Kind.NOTIFICATION}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where statements stand and where their nodes go."""

    owner: ModuleText
    text: ModuleText
    scope: tuple[Statement, ...]
    config: bool
    choices: tuple[Choice, ...] = ()
    inside: str = ""
    conditional: bool = False

    def deeper(self, statement: Statement) -> "_Place":
        return dataclasses.replace(self, scope=(*self.scope, statement))


class SchemaTree:
    """The schema of ``modules``, of which ``implemented`` ones have data. ``enabled`` knows features by module."""

    def __init__(
        self, modules: Mapping[str, ModuleText], implemented: list[str], enabled: Callable[[str, str], bool]
    ) -> None:
        self.top: dict[str, SchemaNode] = {}
        self._modules = modules
        self._enabled = enabled
        self._choices: dict[tuple[SchemaNode | None, str], tuple[Choice, ...]] = {}
        for name in implemented:
            module = modules[name]
            for part in module.parts:
                self._fill(None, part.statement, _Place(module, part, (part.statement,), True))
        self._augment([modules[name] for name in implemented])
        self._deviate([modules[name] for name in implemented])

    def _fill(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        for child in statement.children:
            keyword = child.keyword
            if keyword in _DATA:
                self._data(parent, child, place)
            elif keyword == "uses":
                self._use(parent, child, place)
            elif keyword == "choice":
                self._choose(parent, child, place)
            elif keyword in _OPERATIONS:
                self._operation(parent, child, place)
            elif keyword in ("input", "output"):
                self._side(parent, child, place)

    def _left_out(self, statement: Statement, text: ModuleText) -> bool:
        def enabled(name: str) -> bool:
            return self._enabled(*text.prefixed(name))

        return any(not feature_holds(each.argument, enabled) for each in statement.all("if-feature"))

    def _add(self, parent: SchemaNode | None, node: SchemaNode) -> None:
        (self.top if parent is None else parent.children)[node.tag] = node

    def _node(self, parent: SchemaNode | None, kind: Kind, statement: Statement, place: _Place) -> SchemaNode:
        owner = place.owner
        node = SchemaNode(kind, statement.argument or kind.value, owner.module, owner.namespace, parent)
        node.config = place.config and statement.value("config") != "false"
        node.choices = place.choices
        node.conditional = place.conditional or statement.first("when") is not None
        node.defined_in = place.text.name
        node.scope = place.scope
        for extension in statement.children:
            if extension.keyword.endswith((":default-deny-all", ":default-deny-write")):
                node.deny = Deny(extension.keyword.partition(":")[2])
        return node

    def _data(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        if self._left_out(statement, place.text):
            return
        node = self._node(parent, Kind(statement.keyword), statement, place)
        node.name_keys(_local(key) for key in (statement.value("key") or "").split())
        node.by_user = statement.value("ordered-by") == "user"
        node.presence = statement.first("presence") is not None
        node.type = statement.first("type")
        _limits(node, statement)
        self._add(parent, node)
        if node.inner:
            below = _Place(place.owner, place.text, (*place.scope, statement), node.config)
            self._fill(node, statement, below)

    def _operation(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        if self._left_out(statement, place.text):
            return
        node = self._node(parent, _OPERATIONS[statement.keyword], statement, place)
        node.config = False
        self._add(parent, node)
        self._fill(node, statement, _Place(place.owner, place.text, (*place.scope, statement), False))

    def _side(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        node = self._node(parent, Kind(statement.keyword), statement, place)
        self._add(parent, node)
        self._fill(node, statement, place.deeper(statement))

    def _choose(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        if self._left_out(statement, place.text):
            return
        name = statement.argument
        inside = f"{place.inside}/{name}"
        made = Choice(inside, name, "", statement.value("mandatory") == "true", statement.value("default"))
        config = place.config and statement.value("config") != "false"
        within = dataclasses.replace(
            place.deeper(statement),
            config=config,
            choices=(*place.choices, made),
            inside=inside,
            conditional=place.conditional or statement.first("when") is not None,
        )
        self._choices[parent, inside] = within.choices
        self._cases(parent, statement, within)

    def _cases(self, parent: SchemaNode | None, statement: Statement, within: _Place) -> None:
        for child in statement.children:
            if child.keyword == "case" and not self._left_out(child, within.text):
                place = self._case(parent, child.argument, within)
                if child.first("when") is not None:
                    place = dataclasses.replace(place, conditional=True)
                self._fill(parent, child, place.deeper(child))
            elif child.keyword in _SHORT_CASES:
                self._fill(parent, Statement("case", "", [child]), self._case(parent, child.argument, within))

    def _case(self, parent: SchemaNode | None, name: str, within: _Place) -> _Place:
        choices = (*within.choices[:-1], dataclasses.replace(within.choices[-1], case=name))
        inside = f"{within.inside}/{name}"
        self._choices[parent, inside] = choices
        return dataclasses.replace(within, choices=choices, inside=inside)

    def _use(self, parent: SchemaNode | None, statement: Statement, place: _Place) -> None:
        if self._left_out(statement, place.text):
            return
        found = self._grouping(statement.argument, place)
        if found is None:
            return
        grouping, text, scope = found
        conditional = place.conditional or statement.first("when") is not None
        within = dataclasses.replace(place, text=text, scope=(*scope, grouping), conditional=conditional)
        self._fill(parent, grouping, within)
        for refine in statement.all("refine"):
            self._refine(parent, refine, place)
        for augment in statement.all("augment"):
            self._graft(parent, augment, place, self._walk(parent, augment.argument, place.text, place.owner))

    def _grouping(self, name: str, place: _Place) -> tuple[Statement, ModuleText, tuple[Statement, ...]] | None:
        module, local = place.text.prefixed(name)
        if module == place.text.module:
            for depth in range(len(place.scope), 0, -1):
                for each in place.scope[depth - 1].all("grouping"):
                    if each.argument == local:
                        return each, place.text, place.scope[:depth]
        for part in self._modules[module].parts:
            for each in part.statement.all("grouping"):
                if each.argument == local:
                    return each, part, (part.statement,)
        return None

    def _refine(self, parent: SchemaNode | None, refine: Statement, place: _Place) -> None:
        node, inside = self._walk(parent, refine.argument, place.text, place.owner)
        if inside:
            self._change_choice(node, inside, refine)
        elif node is not None:
            if self._left_out(refine, place.text):
                self._remove(node)
            _limits(node, refine)
            node.presence = node.presence or refine.first("presence") is not None
            _set_config(node, refine)

    def _walk(
        self, start: SchemaNode | None, path: str, text: ModuleText, owner: ModuleText | None = None
    ) -> tuple[SchemaNode | None, str]:
        """The node of a path, and the choice and case within it. The namespace of bare names is ``owner``'s."""
        node, inside = start, ""
        for step in path.strip("/").split("/"):
            prefix, colon, local = step.strip().partition(":")
            name = text.prefixed(step.strip())[0] if colon or owner is None else owner.module
            local = local if colon else prefix
            children = self.top if node is None else node.children
            child = children.get(f"{{{self._modules[name].namespace}}}{local}") if name in self._modules else None
            made = self._choices.get((node, inside))
            if made is not None and not made[-1].case:
                child = None
            if child is not None:
                node, inside = child, ""
            else:
                inside = f"{inside}/{local}"
        if inside and (node, inside) not in self._choices:
            return None, ""
        return node, inside

    def _graft(
        self, above: SchemaNode | None, augment: Statement, place: _Place, target: tuple[SchemaNode | None, str]
    ) -> bool:
        """Puts what an augment holds where it belongs; whether that place exists."""
        node, inside = target
        if node is None or (node is above and not inside):
            return False
        conditional = augment.first("when") is not None
        within = _Place(place.owner, place.text, (*place.scope, augment), node.config, conditional=conditional)
        if not inside:
            self._fill(node, augment, within)
            return True
        within = dataclasses.replace(within, choices=self._choices[node, inside], inside=inside)
        if within.choices[-1].case:
            self._fill(node, augment, within)
        else:
            self._cases(node, augment, within)
        return True

    def _augment(self, modules: list[ModuleText]) -> None:
        waiting = [
            (augment, _Place(module, part, (part.statement,), True))
            for module in modules
            for part in module.parts
            for augment in part.statement.all("augment")
            if not self._left_out(augment, part)
        ]
        before = -1
        while waiting and len(waiting) != before:
            before = len(waiting)
            waiting = [
                (augment, place)
                for augment, place in waiting
                if not self._graft(None, augment, place, self._walk(None, augment.argument, place.text))
            ]

    def _deviate(self, modules: list[ModuleText]) -> None:
        for module in modules:
            for part in module.parts:
                for deviation in part.statement.all("deviation"):
                    node, inside = self._walk(None, deviation.argument, part)
                    if node is None:
                        continue
                    for deviate in deviation.all("deviate"):
                        self._apply(node, inside, deviate, part)

    def _apply(self, node: SchemaNode, inside: str, deviate: Statement, text: ModuleText) -> None:
        if inside:
            if deviate.argument == "not-supported":
                for child in [each for each in node.children.values() if _within(each, inside)]:
                    self._remove(child)
            else:
                self._change_choice(node, inside, deviate)
        elif deviate.argument == "not-supported":
            self._remove(node)
        elif deviate.argument == "delete":
            gone = {each.argument for each in deviate.all("default")}
            node.defaults = tuple(each for each in node.defaults if each not in gone)
            node.uniques = tuple(
                each for each in node.uniques if each not in {u.argument for u in deviate.all("unique")}
            )
        else:
            _limits(node, deviate)
            _set_config(node, deviate)
            if deviate.first("type") is not None:
                node.type, node.defined_in, node.scope = deviate.first("type"), text.name, (text.statement,)

    def _remove(self, node: SchemaNode) -> None:
        (self.top if node.parent is None else node.parent.children).pop(node.tag, None)

    def _change_choice(self, node: SchemaNode | None, inside: str, changes: Statement) -> None:
        for child in (self.top if node is None else node.children).values():
            child.choices = tuple(
                dataclasses.replace(
                    each,
                    mandatory=_yes(changes, "mandatory", each.mandatory),
                    default=changes.value("default") or each.default,
                )
                if each.path == inside
                else each
                for each in child.choices
            )


def _limits(node: SchemaNode, statement: Statement) -> None:
    """Takes over what a definition, refinement or deviation says about values and numbers."""
    node.mandatory = _yes(statement, "mandatory", node.mandatory)
    defaults = tuple(each.argument for each in statement.all("default"))
    node.defaults = defaults or node.defaults
    node.uniques += tuple(each.argument for each in statement.all("unique"))
    least, most = statement.value("min-elements"), statement.value("max-elements")
    node.minimum = node.minimum if least is None else int(least)
    if most is not None:
        node.maximum = None if most == "unbounded" else int(most)


def _set_config(node: SchemaNode, statement: Statement) -> None:
    config = statement.value("config")
    if config is not None:
        for each in node.walk():
            each.config = config == "true"


def _yes(statement: Statement, keyword: str, before: bool) -> bool:
    value = statement.value(keyword)
    return before if value is None else value == "true"


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _within(node: SchemaNode, inside: str) -> bool:
    return any(each.path == inside or f"{each.path}/{each.case}" == inside for each in node.choices)
