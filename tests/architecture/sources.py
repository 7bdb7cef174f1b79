"""What the architecture tests look at: the files of the checkout, and what each imports."""

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "oran_harness"
GENERATED = "Written by tools/write_classes.py from specs/; do not edit."


@functools.cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one source file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def sources(folder: str = "oran_harness") -> list[Path]:
    """All Python files under a folder of the checkout, sorted."""
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def name(path: Path) -> str:
    """A file's path in the checkout."""
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    """The dotted name under which a source file is imported."""
    return name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@functools.cache
def generated(path: Path) -> bool:
    """Whether tools/write_classes.py wrote the file: its docstring says so."""
    docstring = ast.get_docstring(tree(path)) or ""
    return " ".join(docstring.split()).endswith(GENERATED)


def imports(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Every absolute import under a node, nested ones too: dotted name (of what a from takes, too) and line."""
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from ((alias.name, each.lineno) for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.level == 0 and each.module:
            yield each.module, each.lineno
            yield from ((f"{each.module}.{alias.name}", each.lineno) for alias in each.names)
        elif isinstance(each, ast.Call) and ast.unparse(each.func) in (
            "__import__",
            "import_module",
            "importlib.import_module",
        ):
            yield from (
                (str(argument.value), each.lineno) for argument in each.args[:1] if isinstance(argument, ast.Constant)
            )


def top_level_imports(path: Path) -> Iterator[tuple[str, int]]:
    """What a module imports when it is imported: not in functions, not under TYPE_CHECKING."""

    def run(statements: list[ast.stmt]) -> Iterator[tuple[str, int]]:
        for statement in statements:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if isinstance(statement, ast.If) and ast.unparse(statement.test).endswith("TYPE_CHECKING"):
                yield from run(statement.orelse)
                continue
            blocks = [getattr(statement, part, []) for part in ("body", "orelse", "finalbody")]
            blocks += [handler.body for handler in getattr(statement, "handlers", [])]
            if any(blocks):
                for block in blocks:
                    yield from run(block)
            else:
                yield from imports(statement)

    return run(tree(path).body)


def files_of_the_checkout() -> list[Path]:
    """All files that are or would be committed; without git, all that are not in a hidden or built folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        return sorted(
            path for path in (ROOT / part for part in listed.stdout.decode().split("\0") if part) if path.is_file()
        )
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not _left_out(path.relative_to(ROOT)))


def _left_out(path: Path) -> bool:
    folders = path.parts[:-1]
    return any(part in ("__pycache__", "build", "dist", "results") for part in folders) or (
        bool(folders) and folders[0].startswith(".") and folders[0] != ".ci"
    )
