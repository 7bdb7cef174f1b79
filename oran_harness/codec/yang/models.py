"""A loaded set of YANG modules: libyang checks data against it, and its schema can be walked."""

import functools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import oopt_gnpy_libyang as libyang

from oran_harness.codec.yang.errors import YangError
from oran_harness.codec.yang.module_text import ModuleText, read_module
from oran_harness.codec.yang.schema import SchemaNode
from oran_harness.codec.yang.schema_tree import SchemaTree
from oran_harness.codec.yang.sources import Sources
from oran_harness.codec.yang.value_type import ValueTypes
from oran_harness.codec.yang.violation import Violation, violation_of

_INTERNAL = ("default", "yang", "ietf-yang-schema-mount")
_MOUNTS = re.compile(r"\bimport\s+ietf-yang-schema-mount\b")
_KEPT = 16
_LARGEST_KEPT = 1_000_000
"""Characters of data whose outcome is kept: what is larger takes too much memory."""
_MARK_MODULE = "oran-harness-mark"
MARK = "{urn:oran-harness:yang:mark}number"
_MARK_TEXT = """
module oran-harness-mark {
  namespace "urn:oran-harness:yang:mark";
  prefix mark;
  import ietf-yang-metadata { prefix md; }
  md:annotation number { type uint32; }
  extension mount-point { argument label; }
}
"""


@dataclass(frozen=True, slots=True)
class Submodule:
    """A submodule of a loaded module."""

    name: str
    revision: str | None


@dataclass(frozen=True, slots=True)
class Module:
    """A module as the YANG library tells of it (RFC 8525). ``implemented`` is false if it is only imported."""

    name: str
    revision: str | None
    namespace: str
    prefix: str
    features: tuple[str, ...]
    deviations: tuple[str, ...]
    submodules: tuple[Submodule, ...]
    implemented: bool


class Checked:
    """What libyang makes of data: ``xml`` in canonical form (with no defaults, or tagged ones), or what is wrong.

    ``unreadable``: what is wrong was found before all data were read.
    """

    def __init__(
        self,
        data: libyang.DataNode | None,
        flags: libyang.PrintFlags,
        violations: tuple[Violation, ...] = (),
        *,
        unreadable: bool = False,
    ) -> None:
        self.violations = violations
        self.unreadable = unreadable
        self._data = data
        self._flags = flags

    @functools.cached_property
    def xml(self) -> str:
        """The top-level nodes written one after the other; empty if there are none, or violations."""
        data, self._data = self._data, None
        return "" if data is None else data.print(libyang.DataFormat.XML, self._flags) or ""


class Models:
    """The modules ``wanted`` by name from ``folders``, with what they import; raises ``YangError``.

    ``features`` are the enabled ones by module; a module that is not named there has all of them.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        wanted: Collection[str],
        features: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self._sources = Sources(folders)
        self._given = dict(features or {})
        self._texts: dict[str, ModuleText] = {}
        self._order: list[str] = []
        for name in wanted:
            self._gather(name, None, ())
        self._wanted = [name for name in self._order if name in set(wanted)]
        self._features = {name: self._enabled(text) for name, text in self._texts.items()}
        self._context = self._load()
        self._kept: dict[str, Checked] = {}
        implemented = self._implemented(self._context)
        tree = SchemaTree(self._texts, implemented, lambda module, name: name in self._features.get(module, ()))
        self.schema: dict[str, SchemaNode] = tree.top
        self.types = ValueTypes(self._texts, self._features)
        self.namespaces = {text.namespace: text.name for text in self._texts.values()}
        self.modules = tuple(self._module(self._texts[name], name in implemented) for name in self._order)
        self.by_name = {module.name: module for module in self.modules}

    def source(self, name: str, revision: str | None = None) -> str | None:
        """The text of a loaded module or submodule for ``<get-schema>``; ``None`` if it is not loaded."""
        for text in self._texts.values():
            for part in text.parts:
                if part.name == name and revision in (None, "", part.revision):
                    return part.text
        return None

    def check(self, xml: str) -> Checked:
        """Validates a whole configuration; ``xml`` of the outcome tags every value that is a default (RFC 6243).

        The latest outcomes are kept, for what is edited is often edited back.
        """
        found = self._kept.pop(xml, None) or self._checked(xml)
        if len(xml) <= _LARGEST_KEPT:
            self._kept[xml] = found
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def _checked(self, xml: str) -> Checked:
        options = libyang.ParseOptions.Strict | libyang.ParseOptions.NoState
        flags = libyang.PrintFlags.WithSiblings | libyang.PrintFlags.Shrink | libyang.PrintFlags.WithDefaultsAllTag
        first = self._parsed(xml, options, libyang.ValidationOptions.NoState, flags)
        if not first.violations or first.unreadable:
            return first
        # libyang 4 may crash if it goes on after values that it cannot read, so only then all violations are asked for.
        return self._parsed(
            xml, options, libyang.ValidationOptions.NoState | libyang.ValidationOptions.MultiError, flags
        )

    def canonical(self, xml: str, *, empty_containers: bool) -> Checked:
        """Checks the values of data that need be neither whole nor consistent, and writes them canonically.

        Containers that hold nothing and mean nothing are kept or left out.
        """
        options = libyang.ParseOptions.ParseOnly | libyang.ParseOptions.Strict | libyang.ParseOptions.NoState
        flags = libyang.PrintFlags.WithSiblings | libyang.PrintFlags.Shrink | libyang.PrintFlags.WithDefaultsExplicit
        if empty_containers:
            flags |= libyang.PrintFlags.EmptyContainers
        return self._parsed(xml, options, None, flags)

    def _parsed(
        self,
        xml: str,
        options: libyang.ParseOptions,
        validation: libyang.ValidationOptions | None,
        flags: libyang.PrintFlags,
    ) -> Checked:
        self._context.clean_all_errors()
        try:
            data = self._context.parse_data(xml, libyang.DataFormat.XML, options, validation)
        except libyang.Error as error:
            errors = [each for each in self._context.errors() if each.level == libyang.LogLevel.Error]
            told = tuple(dict.fromkeys(_violation(each) for each in errors))
            unknown = violation_of(str(error), None, None, None, parsing=True)
            return Checked(None, flags, told or (unknown,), unreadable=any(each.line > 0 for each in errors))
        return Checked(data, flags)

    def _gather(self, name: str, revision: str | None, above: tuple[str, ...]) -> None:
        if name in self._texts or name in above:
            return
        text = self._sources.find(name, revision) or self._sources.find(name)
        if text is None:
            raise YangError(
                f"The YANG module {name}{f', which {above[-1]} imports,' if above else ''} is in none of the folders; "
                "put its file there."
            )
        module = read_module(text, lambda wanted, dated: self._included(wanted, dated, name))
        if module.name != name:
            raise YangError(f"The file of the YANG module {name} holds {module.name}; rename the file.")
        for part in module.parts:
            for each in part.statement.all("import"):
                self._gather(each.argument, each.value("revision-date"), (*above, name))
        self._texts[name] = module
        self._order.append(name)

    def _included(self, name: str, revision: str | None, by: str) -> str:
        text = self._sources.find(name, revision) or self._sources.find(name)
        if text is None:
            raise YangError(
                f"The submodule {name}, which {by} includes, is in none of the folders; put its file there."
            )
        return text

    def _enabled(self, text: ModuleText) -> frozenset[str]:
        known = {each.argument for part in text.parts for each in part.statement.all("feature")}
        given = self._given.get(text.name)
        if given is None:
            return frozenset(known)
        unknown = sorted(set(given) - known)
        if unknown:
            raise YangError(
                f"The module {text.name} has no feature {unknown[0]}; choose of {', '.join(sorted(known))}."
            )
        return frozenset(given)

    def _load(self) -> libyang.Context:
        """The modules in libyang.

        libyang's own mount points (RFC 8528) refuse what is in them, in no steady order, where nobody tells libyang of
        schemas. So modules that have some get them from our module, where they mean nothing.
        """
        context = self._context_of({name: self._texts[name].text for name in self._wanted})
        texts = {name: self._texts[name].text for name in self._implemented(context)}
        if not any(_MOUNTS.search(text) for text in texts.values()):
            return context
        return self._context_of({name: _MOUNTS.sub(f"import {_MARK_MODULE}", text) for name, text in texts.items()})

    def _context_of(self, texts: Mapping[str, str]) -> libyang.Context:
        libyang.set_log_options(libyang.LogOptions.Store)
        options = (
            libyang.ContextOptions.DisableSearchCwd
            | libyang.ContextOptions.NoYangLibrary
            | libyang.ContextOptions.EnableImpFeatures
        )
        path = ":".join(str(folder) for folder in self._sources.folders)
        context = libyang.Context(path, options)
        name = _MARK_MODULE
        try:
            context.parse_module(_MARK_TEXT, libyang.SchemaFormat.YANG)
            for name, text in texts.items():
                context.parse_module(text, libyang.SchemaFormat.YANG, sorted(self._features[name]))
        except libyang.Error as error:
            told = [each.message or "" for each in context.errors()] or [str(error)]
            raise YangError(f"The YANG module {name} does not load: {' '.join(dict.fromkeys(told))}") from error
        return context

    def _implemented(self, context: libyang.Context) -> list[str]:
        """The modules that have data, without those that libyang brings and nobody wants."""
        names = {each.name for each in context.modules() if each.implemented}
        return [name for name in self._order if name in names and (name in self._wanted or name not in _INTERNAL)]

    def _module(self, text: ModuleText, implemented: bool) -> Module:
        deviations = [
            other.name
            for other in self._texts.values()
            if other is not text and any(text.name in self._deviates(part) for part in other.parts)
        ]
        return Module(
            text.name,
            text.revision,
            text.namespace,
            text.prefix,
            tuple(sorted(self._features[text.name])) if implemented else (),
            tuple(deviations),
            tuple(Submodule(part.name, part.revision) for part in text.submodules),
            implemented,
        )

    @staticmethod
    def _deviates(part: ModuleText) -> set[str]:
        return {part.prefixed(each.argument.strip("/").split("/")[-1])[0] for each in part.statement.all("deviation")}


def _violation(error: libyang.ErrorInfo) -> Violation:
    return violation_of(error.message or "", error.app_tag, error.data_path, error.schema_path, parsing=error.line > 0)
