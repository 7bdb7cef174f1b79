"""Whether modules load: texts that somebody delivered, tried with libyang."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import oopt_gnpy_libyang as libyang

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,200}")
_REVISION = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Delivered:
    """The text of a module or submodule; ``revision`` is empty where it has none."""

    name: str
    revision: str
    text: str
    implemented: bool = False
    features: tuple[str, ...] = ()


def first_flaw(modules: Iterable[Delivered]) -> tuple[str, str] | None:
    """The first module that does not load, and what libyang says of it; None if all that are implemented load."""
    given = tuple(modules)
    with TemporaryDirectory() as folder:
        for each in given:
            if not _NAME.fullmatch(each.name) or (each.revision and not _REVISION.fullmatch(each.revision)):
                return each.name[:80], "a module has a name of letters and digits, and a revision that is a date"
            revision = f"@{each.revision}" if each.revision else ""
            (Path(folder) / f"{each.name}{revision}.yang").write_text(each.text, "utf-8")
        return _loaded(folder, given)


def _loaded(folder: str, given: tuple[Delivered, ...]) -> tuple[str, str] | None:
    libyang.set_log_options(libyang.LogOptions.Store)
    options = (
        libyang.ContextOptions.DisableSearchCwd
        | libyang.ContextOptions.NoYangLibrary
        | libyang.ContextOptions.EnableImpFeatures
    )
    context = libyang.Context(folder, options)
    for each in given:
        if not each.implemented or context.get_module_implemented(each.name) is not None:
            continue
        context.clean_all_errors()
        try:
            context.parse_module(each.text, libyang.SchemaFormat.YANG, sorted(each.features))
        except libyang.Error as error:
            told = [failure.message or "" for failure in context.errors()] or [str(error)]
            return each.name, " ".join(dict.fromkeys(told))
    return None
