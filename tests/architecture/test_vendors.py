"""What the folders of vendors may import: the contract, and nothing behind it."""

import ast

import pytest

from oran_harness.cli.scaffold.texts import adapter_text
from tests.architecture.sources import imports, name, sources, tree

ALLOWED = ("oran_harness.adapters", "oran_harness.model", "oran_harness.testing")


def foreign(module: ast.AST) -> list[str]:
    """What a vendor's module imports directly of oran_harness, and may not; relative imports stay within its folder."""
    found = [each for each, _ in imports(module) if each.partition(".")[0] in ("oran_harness", "tests", "tools")]
    wanted = {each for each in found if not any(f"{each}.".startswith(f"{allowed}.") for allowed in ALLOWED)}
    # "from oran_harness import model" names the package first.
    return sorted(wanted - {"oran_harness"} or (wanted if _takes_all(module) else set()))


def _takes_all(module: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Import) and any(a.name == "oran_harness" for a in each.names) for each in ast.walk(module)
    )


# It stands in for the SSH server of a product that has none of its own, by the SSH that the harness has.
STAND_IN = "vendors/yuma123/front.py"


def test_vendors_import_the_contract_only() -> None:
    """Whoever writes an adapter elsewhere has no more than that either."""
    found = {name(path): foreign(tree(path)) for path in sources("vendors")}
    assert {path for path, imported in found.items() if imported} == {STAND_IN}


def test_so_does_a_new_vendor() -> None:
    """What new vendor writes begins as it shall go on."""
    assert foreign(ast.parse(adapter_text())) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from oran_harness.adapters import Adapter\nimport json", []),
        ("import oran_harness.testing", []),
        ("from oran_harness import model", []),
        ("from oran_harness.runner import Target", ["oran_harness.runner", "oran_harness.runner.Target"]),
        ("def f():\n    import oran_harness.peers.flaws", ["oran_harness.peers.flaws"]),
        ("from oran_harness import peers", ["oran_harness.peers"]),
        ("import oran_harness", ["oran_harness"]),
        ("from tests.cli import bench", ["tests.cli", "tests.cli.bench"]),
        ("import oran_harness.adapters_of_mine", ["oran_harness.adapters_of_mine"]),
    ],
)
def test_the_rule_can_be_broken(text: str, found: list[str]) -> None:
    """Each way to import something else is seen, and none that is allowed."""
    assert foreign(ast.parse(text)) == found
