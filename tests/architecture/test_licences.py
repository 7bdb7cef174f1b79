"""The licences of what oran_harness imports, and of what that needs in turn."""

import functools
import re
import sys
import tomllib
from importlib import metadata
from typing import Any

from packaging.requirements import Requirement

from tests.architecture.sources import ROOT, imports, sources, tree

# Permissive, or copyleft of single files or of the library itself.
FINE = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|Zlib|Unlicense|MPL|Mozilla|EPL|LGPL|Lesser)\b", re.I
)
COPYLEFT = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.I)
# The one exception, given by the project's brief: only captures/ imports it, lazily; README.md says what that means.
EXCEPTIONS = {"scapy"}
# No module of them is imported: one wheel is a folder of YANG modules to us, the other a program.
FILES_ONLY = {"pyang", "ssh-audit"}


def test_licences_of_what_is_imported() -> None:
    """Every imported distribution is under a permissive or weak copyleft licence; scapy is the one exception."""
    licences = {dist: _licence(dist) for dist in sorted(_with_requirements(_imported()))}
    assert {dist: text for dist, text in licences.items() if dist not in EXCEPTIONS and not _is_fine(text)} == {}
    assert [dist for dist in EXCEPTIONS if _is_fine(licences[dist])] == [], "no longer an exception"


def test_what_is_imported_is_declared() -> None:
    """Every distribution that oran_harness imports is a dependency in pyproject, or an extra; and each is imported."""
    project = _project()
    extras = [text for texts in project.get("optional-dependencies", {}).values() for text in texts]
    declared = {_canonical(Requirement(text).name) for text in (*project["dependencies"], *extras)}
    assert _imported() | FILES_ONLY == declared


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


@functools.cache
def _imported() -> frozenset[str]:
    """The distributions that provide the third-party modules imported anywhere in oran_harness."""
    modules = {module.split(".")[0] for path in sources() for module, _ in imports(tree(path))}
    foreign = modules - set(sys.stdlib_module_names) - {"oran_harness"}
    providers = metadata.packages_distributions()
    unknown = [module for module in sorted(foreign) if module not in providers]
    assert unknown == [], "imported, but provided by no installed distribution"
    return frozenset(_canonical(dist) for module in foreign for dist in providers[module])


def _with_requirements(names: frozenset[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        dist = waiting.pop()
        if dist in found:
            continue
        found.add(dist)
        needed = (Requirement(text) for text in metadata.requires(dist) or [])
        waiting += [
            _canonical(each.name) for each in needed if each.marker is None or each.marker.evaluate({"extra": ""})
        ]
    return found


def _licence(dist: str) -> str:
    """What a distribution says of its licence: SPDX expression, else classifiers, else the first line of the field."""
    data = metadata.metadata(dist).json
    if expression := data.get("license_expression"):
        return str(expression)
    classifiers = [text for text in data.get("classifier", []) if text.startswith("License ::")]
    # This one alone says nothing: the field does.
    classifiers = [text for text in classifiers if text != "License :: OSI Approved"]
    if classifiers:
        return "; ".join(text.rpartition(" :: ")[2] for text in classifiers)
    return str(data.get("license", "")).strip().partition("\n")[0]


def _is_fine(text: str) -> bool:
    """Whether one of the licences that may be chosen is."""
    return any(FINE.search(choice) and not COPYLEFT.search(choice) for choice in text.split(" OR "))


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
