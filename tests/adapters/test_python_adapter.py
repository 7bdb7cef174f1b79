"""Adapters that vendors write as classes."""

from pathlib import Path

import pytest

from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.python_adapter import load_adapter
from oran_harness.model import InputError

HALF = """
class Half:
    async def describe(self): ...
    def start(self, addresses): ...
    async def health(self): ...
    def __init__(self): raise RuntimeError("no bench")
"""


def test_a_class_of_an_installed_module(tmp_path: Path) -> None:
    """Where the vendor's folder has no such file, the module is imported by its name."""
    name = "tests.adapters.test_python_adapter:Whole"
    assert type(load_adapter(name, tmp_path)).__name__ == "Whole"


def test_a_class_beside_the_profile(tmp_path: Path) -> None:
    """Two vendors may call their module alike."""
    for folder in ("alfa", "beta"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bench.py").write_text(
            f"from tests.adapters.test_python_adapter import Whole\nclass Adapter(Whole):\n    vendor = {folder!r}\n"
        )
    loaded = [load_adapter("bench:Adapter", tmp_path / folder) for folder in ("alfa", "beta")]
    assert [each.vendor for each in loaded] == ["alfa", "beta"]  # type: ignore[attr-defined]


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    """Missing calls, calls that are no coroutines, and a class that cannot be made."""
    (tmp_path / "half.py").write_text(HALF)
    with pytest.raises(InputError) as refused:
        load_adapter("half:Half", tmp_path)
    said = str(refused.value)
    for word in ("its start is no coroutine", "has no stop", "has no collect", "Half() raised RuntimeError: no bench"):
        assert word in said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no_such_module:Adapter", "importing no_such_module raised ModuleNotFoundError"),
        ("broken:Adapter", "importing broken raised ZeroDivisionError"),
        ("leaving:Adapter", "importing leaving raised SystemExit"),
        ("json:Adapter", "json has no class Adapter"),
        ("json:dumps", "json has no class dumps"),
    ],
)
def test_what_cannot_be_loaded(tmp_path: Path, name: str, said: str) -> None:
    """One sentence with the reason."""
    (tmp_path / "broken.py").write_text("1 / 0\n")
    (tmp_path / "leaving.py").write_text("raise SystemExit(3)\n")
    with pytest.raises(InputError, match=said):
        load_adapter(name, tmp_path)


class Whole(PresentAdapter):
    """An adapter that can be made without arguments."""

    def __init__(self) -> None:
        super().__init__("whole", None)
