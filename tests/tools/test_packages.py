"""Which typed values go into which module."""

import ast

from packages import GENERATED, packages

from tests.specs.schemas import SPECS
from tests.tools.written import written


def test_writing_twice_gives_the_same() -> None:
    """The text depends on specs/ alone: no order of sets or dictionaries shows in it."""
    assert packages(SPECS) == written()


def test_each_module_is_python_and_says_where_it_comes_from() -> None:
    """A generated module parses, and its docstring tells not to edit it."""
    for path, text in written().items():
        docstring = ast.get_docstring(ast.parse(text, path)) or ""
        assert " ".join(docstring.split()).endswith(GENERATED), path


def test_each_type_has_one_home() -> None:
    """Within a package a class or alias is written once."""
    homes: dict[tuple[str, str], list[str]] = {}
    for path, text in written().items():
        if path.endswith("__init__.py"):
            continue
        for node in ast.parse(text, path).body:
            name = node.name if isinstance(node, ast.ClassDef) else None
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name = node.target.id
            if name is not None:
                homes.setdefault((path.rpartition("/")[0], name), []).append(path)
    assert homes
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}
