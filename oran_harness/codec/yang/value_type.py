"""The type of a leaf with its typedefs resolved: the built-in type and every restriction on the way to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.yang.features import feature_holds
from oran_harness.codec.yang.module_text import ModuleText
from oran_harness.codec.yang.schema import SchemaNode
from oran_harness.codec.yang.statement import Statement

BUILT_IN = frozenset(
    (
        *("binary", "bits", "boolean", "decimal64", "empty", "enumeration", "identityref", "instance-identifier"),
        *("int8", "int16", "int32", "int64", "leafref", "string", "uint8", "uint16", "uint32", "uint64", "union"),
    )
)
_PATHS = frozenset(("ietf-yang-types:xpath1.0", "ietf-netconf-acm:node-instance-identifier"))


@dataclass(frozen=True, slots=True)
class ValueType:
    """A resolved type. ``ranges`` and ``lengths`` are texts, outermost restriction first; so are ``patterns``."""

    base: str
    typedefs: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    lengths: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    fraction_digits: int = 0
    identities: tuple[tuple[str, str], ...] = ()
    path: str | None = None
    path_text: str = ""
    members: tuple["ValueType", ...] = ()
    default: str | None = None
    default_text: str = ""

    def bears_prefixes(self) -> bool:
        """Whether values may hold prefixes that the element's namespace declarations explain."""
        if self.base == "union":
            return any(member.bears_prefixes() for member in self.members)
        return self.base in ("identityref", "instance-identifier", "leafref") or not _PATHS.isdisjoint(self.typedefs)


class ValueTypes:
    """The types of all nodes of a set of modules. ``texts`` are modules and submodules by name."""

    def __init__(self, modules: Mapping[str, ModuleText], enabled: "Mapping[str, frozenset[str]]") -> None:
        self._modules = modules
        self._enabled = enabled
        self._texts = {part.name: part for module in modules.values() for part in module.parts}
        self._of: dict[int, tuple[SchemaNode, ValueType]] = {}
        self._derived: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for module in modules.values():
            for part in module.parts:
                for identity in part.statement.all("identity"):
                    self._note(part, identity)

    def of(self, node: SchemaNode) -> ValueType:
        """The type of a leaf or leaf-list."""
        found = self._of.get(id(node))
        if found is None:
            statement = node.type if node.type is not None else Statement("type", "empty")
            found = self._of[id(node)] = (node, self._resolve(statement, self._texts[node.defined_in], node.scope))
        return found[1]

    def default_of(self, node: SchemaNode) -> tuple[str | None, ModuleText]:
        """The default of a leaf, its own or its type's, and the file whose prefixes it may hold."""
        if node.defaults:
            return node.defaults[0], self._texts[node.defined_in]
        kind = self.of(node)
        return kind.default, self._texts[kind.default_text or node.defined_in]

    def text(self, name: str) -> ModuleText:
        """The file of that module or submodule name."""
        return self._texts[name]

    def _note(self, part: ModuleText, identity: Statement) -> None:
        for base in identity.all("base"):
            self._derived.setdefault(part.prefixed(base.argument), []).append((part.module, identity.argument))

    def _all_derived(self, base: tuple[str, str]) -> list[tuple[str, str]]:
        found = list(self._derived.get(base, ()))
        for each in found:
            found += [more for more in self._derived.get(each, ()) if more not in found]
        return found

    def _resolve(self, statement: Statement, text: ModuleText, scope: tuple[Statement, ...]) -> ValueType:
        if statement.argument not in BUILT_IN:
            return self._typedef(statement, text, scope)
        names = [
            each.argument
            for each in statement.all("enum", "bit")
            if all(feature_holds(f.argument, lambda name: self._has(text, name)) for f in each.all("if-feature"))
        ]
        bases = [text.prefixed(each.argument) for each in statement.all("base")]
        common = (
            [each for each in self._all_derived(bases[0]) if all(each in self._all_derived(b) for b in bases)]
            if bases
            else []
        )
        return ValueType(
            statement.argument,
            names=tuple(names),
            fraction_digits=int(statement.value("fraction-digits") or 0),
            identities=tuple(common),
            path=statement.value("path"),
            path_text=text.name,
            members=tuple(self._resolve(each, text, scope) for each in statement.all("type")),
            **_restrictions(statement, ValueType("")),
        )

    def _typedef(self, statement: Statement, text: ModuleText, scope: tuple[Statement, ...]) -> ValueType:
        found = self._find(statement.argument, text, scope)
        if found is None:
            return ValueType("string")
        typedef, where, within = found
        under = self._resolve(typedef.first("type") or Statement("type", "string"), where, within)
        names = tuple(each.argument for each in statement.all("enum", "bit"))
        own = typedef.value("default")
        return ValueType(
            under.base,
            typedefs=(f"{where.module}:{typedef.argument}", *under.typedefs),
            names=names or under.names,
            fraction_digits=under.fraction_digits,
            identities=under.identities,
            path=under.path,
            path_text=under.path_text,
            members=under.members,
            default=under.default if own is None else own,
            default_text=under.default_text if own is None else where.name,
            **_restrictions(statement, under),
        )

    def _find(
        self, name: str, text: ModuleText, scope: tuple[Statement, ...]
    ) -> tuple[Statement, ModuleText, tuple[Statement, ...]] | None:
        module, local = text.prefixed(name)
        if module == text.module:
            for depth in range(len(scope), 0, -1):
                for each in scope[depth - 1].all("typedef"):
                    if each.argument == local:
                        return each, text, scope[:depth]
        for part in self._modules[module].parts:
            for each in part.statement.all("typedef"):
                if each.argument == local:
                    return each, part, (part.statement,)
        return None

    def _has(self, text: ModuleText, name: str) -> bool:
        module, local = text.prefixed(name)
        return local in self._enabled.get(module, frozenset())


def _restrictions(statement: Statement, under: ValueType) -> dict[str, Any]:
    def joined(keyword: str, below: tuple[str, ...]) -> tuple[str, ...]:
        return (*(each.argument for each in statement.all(keyword) if each.first("modifier") is None), *below)

    return {
        "ranges": joined("range", under.ranges),
        "lengths": joined("length", under.lengths),
        "patterns": joined("pattern", under.patterns),
    }
