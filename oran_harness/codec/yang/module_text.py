"""One YANG file and what its head says: name, revision, namespace, imports, submodules."""

from collections.abc import Callable
from dataclasses import dataclass

from oran_harness.codec.yang.errors import YangError
from oran_harness.codec.yang.statement import Statement, parse_statements


@dataclass(frozen=True, slots=True, eq=False)
class ModuleText:
    """A module or submodule. ``prefixes`` map to module names; ``submodules`` are the included files."""

    name: str
    revision: str | None
    text: str
    statement: Statement
    module: str
    namespace: str
    prefix: str
    prefixes: dict[str, str]
    submodules: tuple["ModuleText", ...] = ()

    @property
    def parts(self) -> tuple["ModuleText", ...]:
        """The module's file, then its submodules'."""
        return (self, *self.submodules)

    def prefixed(self, name: str) -> tuple[str, str]:
        """Module and local name of a name of this file, with a prefix or without."""
        prefix, colon, local = name.partition(":")
        if not colon:
            return self.module, name
        return self.prefixes.get(prefix, prefix), local

    def imports(self) -> tuple[str, ...]:
        """The modules that it, or a submodule, imports."""
        return tuple(dict.fromkeys(each.argument for part in self.parts for each in part.statement.all("import")))


def read_module(text: str, included: Callable[[str, str | None], str]) -> ModuleText:
    """The module of that text. ``included`` gives a submodule's text by name and revision. Raises ``YangError``."""
    statement = parse_statements(text)
    if statement.keyword != "module":
        raise YangError(f"{statement.argument} is a submodule; load the module that includes it.")
    namespace, prefix = statement.value("namespace"), statement.value("prefix")
    if namespace is None or prefix is None:
        raise YangError(f"The module {statement.argument} has no namespace or no prefix; mend the module.")
    submodules: dict[str, ModuleText] = {}
    _include(statement, statement.argument, namespace, prefix, included, submodules)
    return _text(statement, text, statement.argument, namespace, prefix, tuple(submodules.values()))


def _include(
    statement: Statement,
    module: str,
    namespace: str,
    prefix: str,
    included: Callable[[str, str | None], str],
    found: dict[str, ModuleText],
) -> None:
    for each in statement.all("include"):
        if each.argument in found:
            continue
        text = included(each.argument, each.value("revision-date"))
        submodule = parse_statements(text)
        found[each.argument] = _text(submodule, text, module, namespace, prefix, ())
        _include(submodule, module, namespace, prefix, included, found)


def _text(
    statement: Statement, text: str, module: str, namespace: str, prefix: str, submodules: tuple[ModuleText, ...]
) -> ModuleText:
    prefixes = {each.value("prefix") or "": each.argument for each in statement.all("import")}
    belongs = statement.first("belongs-to")
    own = prefix if belongs is None else belongs.value("prefix") or prefix
    prefixes[own] = module
    revision = max((each.argument for each in statement.all("revision")), default=None)
    return ModuleText(statement.argument, revision, text, statement, module, namespace, own, prefixes, submodules)
