"""Small rooms: file length, packages with a map, nothing unfinished, nothing of one machine in any file."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, files_of_the_checkout, generated, name, sources, tree

LONGEST = 400
PACKAGES = [path for path in sources() if path.name == "__init__.py"]
# Long for a reason: file and why.
LONG: dict[str, str] = {}

# Spelled in parts, so that this file does not hold what it forbids.
UNFINISHED = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")
OF_THIS_MACHINE = ("/" + "work/", "/" + "root/", "/" + "farm/", "/tmp/" + "bash_jobs", "/tmp/" + "w/", "/" + "opt/")
REGISTRIES = ("pypi" + ".org", "python" + "hosted", "index" + "-url", "find" + "-links")
REFERENCE = "../" + "shared"


@pytest.mark.parametrize("folder", ["oran_harness", "tools", "benchmarks"])
def test_files_are_short(folder: str) -> None:
    """A hand-written file has at most 400 lines."""
    lines = {name(path): len(path.read_text("utf-8").splitlines()) for path in sources(folder) if not generated(path)}
    assert {path: count for path, count in lines.items() if count > LONGEST and path not in LONG} == {}


def test_names_say_what_is_in_a_file() -> None:
    """No module is called utils, helpers, common or misc: a room that is for everything is for nothing."""
    vague = {"util", "utils", "helper", "helpers", "misc", "common"}
    assert [name(path) for path in sources() if path.stem in vague] == []


@pytest.mark.parametrize("path", PACKAGES, ids=name)
def test_each_package_is_a_short_map(path: Path) -> None:
    """An __init__ holds a docstring, imports and a sorted __all__ of what it offers; no functions, no classes.

    But for the function by which Python looks up what a map offers and loads only when it is used.
    """
    body = tree(path).body
    assert ast.get_docstring(tree(path))
    made = [node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name != "__getattr__"]
    assert [ast.unparse(node)[:60] for node in made] == []
    imported = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    module = importlib.import_module(name(path.parent).replace("/", "."))
    if not imported and not hasattr(module, "__all__"):
        return
    offered = module.__all__
    assert list(offered) == sorted(offered, key=_isort_key)
    assert len(set(offered)) == len(offered)
    assert [each for each in offered if not hasattr(module, each)] == []


def _isort_key(word: str) -> tuple[int, list[tuple[int, int | str]]]:
    """The order in which ruff (RUF022) puts names: CONSTANTS, Classes, functions; numbers by value."""
    kind = 0 if word.isupper() and len(word) > 1 else 1 if word[:1].isupper() else 2
    parts = re.findall(r"\d+|\D+", word)
    return kind, [(0, int(part)) if part.isdigit() else (1, part) for part in parts]


def test_nothing_is_unfinished() -> None:
    """No file of ours announces work that is still to be done, and nothing pretends to be there."""
    found = [hit for path in _own_files() for hit in _lines_with(path, UNFINISHED)]
    assert found == []


def test_no_exception_is_swallowed() -> None:
    """No handler catches everything and goes on in silence."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and all(isinstance(statement, ast.Pass | ast.Continue) for statement in node.body)
    ]
    assert found == []


def test_nothing_of_one_machine() -> None:
    """No file names a path of the machine it was written on, or a host that packages come from."""
    found = [hit for path in _own_files() for hit in _lines_with(path, OF_THIS_MACHINE + REGISTRIES)]
    assert found == []


def test_the_reference_folder_is_named_in_ci_only() -> None:
    """Where reference data lies is the caller's business: only .ci/run, which looks for it, names the place."""
    found = [hit for path in _own_files() if name(path) != ".ci/run" for hit in _lines_with(path, (REFERENCE,))]
    assert found == []


def test_every_folder_is_a_package() -> None:
    """Each folder with modules has an __init__, the map of what it holds."""
    assert {path.parent.relative_to(PACKAGE.parent) for path in sources()} == {
        path.parent.relative_to(PACKAGE.parent) for path in PACKAGES
    }


def _own_files() -> list[Path]:
    """Text files of the checkout; the licence's text is not ours."""
    return [path for path in files_of_the_checkout() if name(path) != "LICENSE" and b"\0" not in path.read_bytes()]


def _lines_with(path: Path, words: tuple[str, ...]) -> list[str]:
    return [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if any(word in line for word in words)
    ]
