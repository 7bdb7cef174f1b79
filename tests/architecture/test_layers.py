"""Who may import whom: the floors of the house, the pure rooms, and scapy's one place."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT, imports, module_name, name, sources, top_level_imports, tree

PURE_ROOMS = ("model", "codec", "protocols", "service_models", "checkers", "steps", "peers", "conformance")
IMPURE = {
    "asyncio",
    "concurrent",
    "multiprocessing",
    "random",
    "secrets",
    "select",
    "signal",
    "socket",
    "ssl",
    "subprocess",
    "threading",
    "time",
    "uuid",
}


def test_floors() -> None:
    """Each floor imports only from below, and neighbours on one floor not from each other (contracts in pyproject)."""
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_pure_rooms(room: str) -> None:
    """A pure room imports nothing that waits, runs, connects or draws lots, not even within a function."""
    found = [
        f"{name(path)}:{line} imports {module}"
        for path in sources(f"oran_harness/{room}")
        for module, line in imports(tree(path))
        if module.split(".")[0] in IMPURE
    ]
    assert found == []


def test_scapy_is_only_imported_by_captures() -> None:
    """The licence of scapy is GPL-2.0: only captures/ imports it."""
    elsewhere = [
        f"{name(path)}:{line}"
        for path in sources()
        for module, line in imports(tree(path))
        if module.split(".")[0] == "scapy" and path.relative_to(PACKAGE).parts[0] != "captures"
    ]
    assert elsewhere == []


def test_scapy_is_imported_lazily() -> None:
    """A module that needs scapy when it is imported is itself imported only inside functions."""
    needs_scapy = {module_name(path) for path in sources() if "scapy" in _packages_at_import(path)}
    eagerly = [
        f"{name(path)}:{line}"
        for path in sources()
        for module, line in top_level_imports(path)
        if module in needs_scapy and module_name(path) not in needs_scapy
    ]
    assert eagerly == []


def test_importing_everything_does_not_load_scapy() -> None:
    """No other module loads scapy by being imported, by whatever way."""
    modules = [
        module_name(path)
        for path in sources()
        if path.name != "__main__.py" and "scapy" not in _packages_at_import(path)
    ]
    program = "import importlib, sys\nfor module in sys.argv[1:]: importlib.import_module(module)\n"
    program += "sys.exit(any(module.split('.')[0] == 'scapy' for module in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr or "scapy is loaded"


def test_only_resources_finds_data() -> None:
    """oran_harness/resources.py is the only module that works out where data files are."""
    found = [
        name(path)
        for path in sources()
        if path.name != "resources.py" and ("__file__" in path.read_text("utf-8") or _imports_resources(path))
    ]
    assert found == []


def _packages_at_import(path: Path) -> set[str]:
    return {module.split(".")[0] for module, _ in top_level_imports(path)}


def _imports_resources(path: Path) -> bool:
    return any(module.split(".")[:2] == ["importlib", "resources"] for module, _ in imports(tree(path)))
